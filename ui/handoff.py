"""Hand-off codes: what staff composed, kept for the day under six characters."""

import json
import secrets
from collections.abc import Callable
from datetime import datetime

from clinic import tickets
from clinic.staff_store import StaffStoreError
from content.model import Depth
from i18n.language import Language
from i18n.runs import Line, Run
from ui.staff_room import StaffRoom
from visit.ticket import TRIES, Composition, NotHandedOut, NoTicketLeft, TicketClosed, code, composed, fresh, number
from visit.visit import Visit
from visit.wording import fill, sentences


def hand_out(room: StaffRoom, composition: Composition, now: datetime, draw: Callable[[int], int]) -> str:
    """Keep a composition for the day and give its code. Raises: NoTicketLeft, StaffStoreError."""
    with room.store() as store:
        tickets.close(store, now.timestamp())
        for _try in range(TRIES):
            drawn = fresh(draw)
            if tickets.keep(store, drawn, written(composition), room.closes(now).timestamp()):
                return code(drawn) or ""
    raise NoTicketLeft


def reopen(room: StaffRoom, typed: str, now: datetime) -> Composition:
    """Give what a code stands for. Raises: TicketError, StaffStoreError."""
    wanted = number(typed)
    with room.store() as store:
        found = tickets.find(store, wanted)
    if found is None:
        raise NotHandedOut(typed)
    if now.timestamp() >= found[1]:
        raise TicketClosed(typed)
    try:
        return read(found[0])
    except (ValueError, TypeError, KeyError) as error:
        raise NotHandedOut(typed) from error


def kept(room: StaffRoom | None, visit: Visit, sentence: str, language: Language) -> Line:
    """Add to a sentence, where a code is left to give, the code that brings the topics of a visit back today."""
    try:
        made = hand_out(room, composed(visit), datetime.now(), secrets.randbelow) if room is not None else ""
    except (StaffStoreError, NoTicketLeft):
        made = ""
    if not made:
        return (Run(sentence),)
    offer = language.gettext(
        "Or write down the code {code}: today it brings your guides and quizzes back, without your medicines."
    )
    code = (Run(f"{made[:3]}\u00a0{made[3:]}", is_strong=True, is_isolated=True),)
    return sentences(((Run(sentence),), fill(offer, code=code)))


def written(composition: Composition) -> str:
    """Write a composition as one line of JSON."""
    return json.dumps(
        {
            "locale": composition.locale,
            "beside": composition.beside,
            "bundle": composition.bundle,
            "guides": [(guide, depth.value) for guide, depth in composition.guides],
            "quizzes": composition.quizzes,
            "text_pt": composition.text_pt,
        }
    )


def read(line: str) -> Composition:
    """Read what `written` wrote. Raises: ValueError, TypeError, KeyError."""
    found = json.loads(line)
    return Composition(
        locale=found["locale"],
        beside=found["beside"],
        bundle=found["bundle"],
        guides=tuple((guide, Depth(depth)) for guide, depth in found["guides"]),
        quizzes=tuple(found["quizzes"]),
        text_pt=found["text_pt"],
    )

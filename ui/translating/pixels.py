"""What of a language does not fit into the real screens: every screen, in every size of the words."""

from collections.abc import Iterable, Iterator
from typing import Final

from i18n.checks.finding import Finding, Severity
from ui.theme import TEXT_PERCENTS
from ui.translating.faults import Fault, Kind
from ui.translating.pictures import name_of
from ui.translating.session import Session
from ui.translating.tour import Stop, go, lasting, settle, stops, told

RULE: Final = "pixels"
_SIZES: Final = (100, 150, 200)
_CURES: Final = {Kind.LETTER: "Use another sign, or add a font to locale.toml."}


def misfits(session: Session, route: Iterable[Stop] = ()) -> Iterator[Finding]:
    """Give each text that is cut, hidden or without its letters somewhere, once, with the first place; all stops."""
    route = tuple(route) or tuple(stops(session.library))
    seen: set[tuple[int, Kind]] = set()
    window = session.window
    window.state.replace(told(window.state.visit, session.library))
    for percent in TEXT_PERCENTS:
        if percent in _SIZES:
            for stop in route:
                go(window, stop)
                for fault in lasting(window):
                    for number in fault.numbers[:1]:
                        if (number, fault.kind) not in seen:
                            seen.add((number, fault.kind))
                            yield _finding(session, number, fault, f"{stop.name}, {percent} %")
        window.header.larger_wanted.emit()
        settle()


def _finding(session: Session, number: int, fault: Fault, where: str) -> Finding:
    entry = session.catalogue[number]
    return Finding(
        locale=session.catalogue.known.code,
        domain=entry.domain,
        key=name_of(entry)[:60],
        rule=RULE,
        what=f"It {fault.kind} on the screen ({where}; {fault.detail}).",
        cure=_CURES.get(fault.kind, "Say it shorter."),
        severity=Severity.ERROR,
        line=entry.line,
    )

"""The documented JSON form of a visit: read strictly, refused with a sentence, written back the same.

The form is described in `docs/visit.schema.json`. Unknown fields and later versions are refused, never ignored: a field
we do not understand could be the medicine that matters.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from re import compile as pattern
from typing import Any, Final, NoReturn

from content.model import Depth, LifeStage, Sex
from content.quantity import Quantity, QuantityError, Unit, parse_token
from visit.elements import DayTime
from visit.json_value import LOCALE, LONGEST_NAME, MOST, SLUG, BadVisit, Node, refuse, seen
from visit.visit import Answer, Authority, Eaten, Kidney, Opened, OwnMedicine, Paper, Pill, Taken, Visit

VERSION: Final = 1
LONGEST: Final = 262_144
SIZES: Final = range(10, 37)
MOST_PAGES: Final = 100
OLDEST: Final = 120


def _times(node: Node) -> tuple[DayTime, ...]:
    chosen = node.once(node.each(lambda time: time.choice(DayTime)))
    return tuple(time for time in DayTime if time in chosen)


def _taken(node: Node) -> Taken:
    given = node.entries(("id", "times", "as_needed", "pills"), ("id",))
    return Taken(
        given["id"].id("medicine", "medicine-class"),
        _times(given["times"]) if "times" in given else (),
        as_needed=given["as_needed"].flag() if "as_needed" in given else False,
        pills=given["pills"].whole(1, 20) if "pills" in given else None,
    )


def _own(node: Node) -> OwnMedicine:
    given = node.entries(("name", "times", "as_needed"), ("name",))
    return OwnMedicine(
        given["name"].text(),
        _times(given["times"]) if "times" in given else (),
        as_needed=given["as_needed"].flag() if "as_needed" in given else False,
    )


def _amount(node: Node) -> Quantity:
    cure = 'Write an amount a day such as "500 mg" or "25 mcg".'
    if not isinstance(node.value, str) or len(node.value) > LONGEST_NAME:
        refuse(node.path, f"{seen(node.value)} is not an amount.", cure)
    try:
        token = parse_token(node.value)
    except QuantityError:
        refuse(node.path, f"{seen(node.value)} is not an amount we can read.", cure)
    if token.high or token.vitamin_d_label or token.low.unit not in (Unit.MCG, Unit.MG, Unit.G):
        refuse(node.path, f"{seen(node.value)} is not an amount of one pill a day.", cure)
    if not 0 < token.low.to(Unit.G).value <= 100:
        refuse(node.path, f"{seen(node.value)} is not possible in one day.", cure)
    return token.low


def _pill(node: Node) -> Pill:
    given = node.entries(("nutrient", "a_day", "times"), ("nutrient",))
    return Pill(
        given["nutrient"].id("nutrient"),
        _amount(given["a_day"]) if "a_day" in given else None,
        _times(given["times"]) if "times" in given else (),
    )


def _servings(node: Node) -> Decimal:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value <= 200:
        refuse(node.path, f"{seen(value)} servings a week is not possible.", "Give a number from 0 to 200.")
    servings = Decimal(value)
    if servings != servings.quantize(Decimal("0.01")):
        refuse(node.path, f"{seen(value)} is too exact.", "Give at most 2 decimals.")
    return servings


def _eaten(node: Node) -> Eaten:
    given = node.entries(("food", "servings"), ("food", "servings"))
    return Eaten(given["food"].id("food"), _servings(given["servings"]))


def _slug(node: Node) -> str:
    return node.word(SLUG, "an id such as q1")


def _cuisine(node: Node) -> str:
    return node.word(pattern(r"[a-z]+(?:[ -][a-z]+)*"), "a cuisine such as latin american")


def _pair(node: Node) -> tuple[str, str]:
    both = node.each(_slug)
    if len(both) != 2:
        refuse(node.path, f"It has {len(both)} ids.", "Give two: an option and the option whose match was chosen.")
    return (both[0], both[1])


def _answer(node: Node) -> Answer:
    given = node.entries(("quiz", "question", "options", "pairs", "number"), ("quiz", "question"))
    return Answer(
        given["quiz"].id("quiz"),
        _slug(given["question"]),
        given["options"].once(given["options"].each(_slug)) if "options" in given else (),
        given["pairs"].each(_pair) if "pairs" in given else (),
        given["number"].whole(-1_000_000, 1_000_000) if "number" in given else None,
    )


def _opened(node: Node) -> Opened:
    given = node.entries(("guide", "depth"), ("guide",))
    depth = given["depth"].choice(Depth) if "depth" in given else Depth.SHORT
    return Opened(given["guide"].id("guide"), depth)


def _day(node: Node) -> date:
    try:
        return date.fromisoformat(node.word(pattern(r"\d{4}-\d\d-\d\d"), "a date such as 2026-11-22"))
    except ValueError:
        refuse(node.path, f"{seen(node.value)} is not a day.", "Write a date such as 2026-11-22.")


def _locale(node: Node) -> str:
    return node.word(LOCALE, "a locale such as en or es_US")


def _ids(kind: str) -> Callable[[Node], tuple[str, ...]]:
    return lambda node: node.once(node.each(lambda one: one.id(kind), MOST))


READERS: Final[Mapping[str, Callable[[Node], Any]]] = {
    "locale": _locale,
    "beside": _locale,
    "text_pt": lambda node: node.whole(SIZES.start, SIZES.stop - 1),
    "paper": lambda node: node.choice(Paper),
    "pages": lambda node: node.whole(0, MOST_PAGES),
    "name": lambda node: node.text(),
    "date": _day,
    "sex": lambda node: node.choice(Sex),
    "age": lambda node: node.whole(0, OLDEST),
    "stage": lambda node: node.choice(LifeStage),
    "kidney": lambda node: node.choice(Kidney),
    "authority": lambda node: node.choice(Authority),
    "cuisines": lambda node: node.once(node.each(_cuisine)),
    "medicines": lambda node: node.once(node.each(_taken, 60), lambda taken: taken.id),
    "own_medicines": lambda node: node.once(node.each(_own, 20), lambda own: own.name),
    "pills": lambda node: node.once(node.each(_pill, 20), lambda pill: pill.nutrient),
    "foods": lambda node: node.once(node.each(_eaten, 300), lambda eaten: eaten.food),
    "answers": lambda node: node.each(_answer, 500),
    "guides": lambda node: node.once(node.each(_opened, 40), lambda opened: opened.guide),
    "bundle": lambda node: node.id("bundle"),
    "quizzes": _ids("quiz"),
    "trials": _ids("trial"),
    "reasons": _ids("screening"),
}


def _no_constant(name: str) -> NoReturn:
    refuse("", f"{name} is not a number.", "Give a plain number.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        refuse("", "A field stands there twice.", "Give each field once.")
    return found


def _parsed(text: str) -> Any:
    if len(text) > LONGEST:
        refuse("", f"It has {len(text)} characters.", f"A visit has at most {LONGEST}.")
    try:
        return json.loads(
            text.removeprefix("\ufeff"), parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_once
        )
    except json.JSONDecodeError as error:
        refuse(f"line {error.lineno}", "This is not JSON.", "Check quotes, commas and brackets there.")
    except RecursionError:
        refuse("", "It is nested too deep.", "Follow docs/visit.schema.json.")
    except ValueError as error:
        if isinstance(error, BadVisit):
            raise
        refuse("", "It holds a number that is too long.", "Give a plain number.")


def _check_version(node: Node) -> None:
    if not isinstance(node.value, dict):
        refuse("", "This is not a visit.", "Write it as { ... }, see docs/visit.schema.json.")
    version = node.value.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        refuse("version", f"Version {seen(version)} is newer than this program.", "Update the program.")
    if version != VERSION or isinstance(version, bool):
        refuse("version", "The version is missing or not known.", f'Begin with "version": {VERSION}.')


def _check_person(visit: Visit) -> Visit:
    if visit.sex is Sex.MALE and visit.stage is not LifeStage.NONE:
        refuse("stage", f'The tables have no row for "{visit.stage}" with "male".', "Leave out stage or change sex.")
    if visit.beside == visit.locale:
        refuse("beside", "It is the same language as locale.", "Leave it out or choose another.")
    return visit


def read(text: str) -> Visit:
    """Read a visit from its JSON form. Raises: BadVisit."""
    node = Node(_parsed(text), "")
    _check_version(node)
    given = node.entries(("version", *READERS))
    return _check_person(Visit(**{name: READERS[name](value) for name, value in given.items() if name != "version"}))


def _plain(value: object) -> Any:
    match value:
        case StrEnum() | date() | Quantity():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return [_plain(one) for one in value]
        case str() | int():
            return value
        case _:
            return _object(value)


def _object(value: Any) -> dict[str, Any]:
    found = ((field, getattr(value, field.name)) for field in fields(value) if field.compare)
    return {field.name: _plain(one) for field, one in found if one != field.default and one is not None}


def write(visit: Visit) -> str:
    """Write a visit in its JSON form; what was left at its default is left out. `read` gives the same visit back."""
    return json.dumps({"version": VERSION, **_object(visit)}, ensure_ascii=False, indent=2) + "\n"

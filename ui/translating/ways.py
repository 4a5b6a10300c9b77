"""From a text to the place where it is read."""

from collections.abc import Callable, Mapping
from typing import Final

from content.library import Library
from content.model import Depth, Quiz
from i18n.entry import Entry
from ui import routes
from ui.routes import Route
from ui.topics import ToFoodItem, ToGuide, ToNutrients, ToQuestion, ToStudy
from ui.translating.tour import stops


def way_to(entry: Entry, library: Library) -> Route | None:
    """Give a place where an entry can be read; None where no one place is known."""
    if entry.domain in {"ui", "qt"}:
        screen = entry.file.rpartition("/")[2].removesuffix(".py")
        return next((stop.route for stop in stops(library) if stop.route.screen == screen), None)
    item, _colon, path = entry.key.partition(":")
    steps = path.split("/")
    match item.partition(".")[0]:
        case "guide":
            return ToGuide(item, Depth.MORE, steps[1] if steps[0] == "blocks" else None)
        case "quiz":
            return ToQuestion(item, _number(item, steps, library))
        case kind:
            found = _OF_ITEM.get(kind)
            return found(item) if found else None


_OF_ITEM: Final[Mapping[str, Callable[[str], Route]]] = {
    "trial": ToStudy,
    "nutrient": ToNutrients,
    "food": ToFoodItem,
    "medicine": lambda _item: routes.ToMedicines(),
    "medicine-class": lambda _item: routes.ToMedicines(),
    "rule": lambda _item: routes.ToFindings(),
    "screening": lambda _item: routes.ToReasons(),
    "bundle": lambda _item: routes.ToCompose(),
}


def _number(quiz: str, steps: list[str], library: Library) -> int:
    asked = [question.id for question in library.get(Quiz, quiz).item.questions]
    return asked.index(steps[1]) if len(steps) > 1 and steps[1] in asked else 0

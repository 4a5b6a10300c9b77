"""The names of what a person told us, in their language. Only names: what content says goes through safety."""

from collections.abc import Callable
from typing import Final

from content.errors import NotInStore
from content.library import Library
from content.model import Bundle, Food, Guide, Item, Medicine, MedicineClass, Nutrient, Quiz, Rule, Trial
from i18n.language import Language
from i18n.runs import Line
from visit.rules import KIDNEY, STAGE
from visit.wording import isolated, joined, line, say

_TITLED: Final[dict[str, tuple[type[Item], Callable[..., str]]]] = {
    "medicine": (Medicine, lambda item: item.name),
    "medicine-class": (MedicineClass, lambda item: item.name),
    "nutrient": (Nutrient, lambda item: item.name),
    "food": (Food, lambda item: item.name),
    "guide": (Guide, lambda item: item.title),
    "quiz": (Quiz, lambda item: item.title),
    "bundle": (Bundle, lambda item: item.title),
    "trial": (Trial, lambda item: item.name),
    "rule": (Rule, lambda item: item.title),
}


def name_of(thing: str, library: Library, language: Language) -> Line:
    """Give the name of an item, or of `kidney` and `stage`. Text people typed is given back as they typed it."""
    _ = language.gettext
    if thing == KIDNEY:
        return say(_("what you said about your kidneys"))
    if thing == STAGE:
        return say(_("pregnancy or breastfeeding"))
    kind, dot, _rest = thing.partition(".")
    if not dot or kind not in _TITLED:
        return isolated(thing)
    model, title = _TITLED[kind]
    try:
        shown = library.get(model, thing, language.code)
    except NotInStore:  # somebody typed it
        return isolated(thing)
    return line(title(shown.item), language, shown.locale)


def names_of(things: tuple[str, ...], library: Library, language: Language) -> Line:
    """Join names into a list."""
    return joined((name_of(one, library, language) for one in things), language)

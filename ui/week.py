"""How often a week a food is eaten."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from i18n.language import Language
from ui.widgets.counter import Counter
from visit.visit import Eaten, Visit

_MOST: Final = 35


def eaten(visit: Visit, food: str) -> int:
    """Give how many servings of a food a week has."""
    return int(next((one.servings for one in visit.foods if one.food == food), Decimal(0)))


def step(visit: Visit, food: str, by: int) -> Visit:
    """Eat one serving more or less, never less than none nor more than anybody eats."""
    count = max(0, min(_MOST, eaten(visit, food) + by))
    others = tuple(one for one in visit.foods if one.food != food)
    return replace(visit, foods=(*others, *((Eaten(food, Decimal(count)),) if count else ())))


def show(counter: Counter, visit: Visit, food: str, language: Language) -> None:
    """Show on a counter how often a food is eaten, and which steps there are."""
    count = eaten(visit, food)
    text = language.ngettext("{n} time a week", "{n} times a week", count).format(n=language.number(count))
    counter.show_number(text, can_less=count > 0, can_more=count < _MOST)

from decimal import Decimal

from PySide6.QtTest import QTest

from content.model import Food
from ui.food_words import kitchens, shelves
from ui.routes import ToFood
from visit.visit import Eaten


def test_every_kitchen_and_kind_of_food_has_a_name(library, window):
    foods = [shown.item for shown in library.every(Food)]
    assert {one for food in foods for one in food.cuisines} <= set(kitchens(window.language))
    assert {food.group for food in foods} <= set(shelves(window.language))


def test_plus_and_minus_change_the_week(window):
    window.fulfil(ToFood())
    screen = window.stage.front
    food, card = next(iter(screen._cards.items()))
    for _ in range(3):
        card.counter._more.click()
    card.counter._less.click()
    assert window.state.visit.foods == (Eaten(food, Decimal(2)),)
    card.counter._less.click()
    card.counter._less.click()
    assert window.state.visit.foods == ()
    assert not card.counter._less.isEnabled()


def test_bars_appear_when_something_is_eaten(window):
    window.fulfil(ToFood())
    screen = window.stage.front
    next(iter(screen._cards.values())).counter._more.click()
    QTest.qWait(250)
    assert screen._bars.column.count() > 0

"""How lines of buttons and short pages stand."""

import pytest
from PySide6.QtWidgets import QWidget

from i18n.locales import load
from i18n.runs import Run
from tests.ui.conftest import LOCALES
from tests.ui.places import ROOT
from tests.ui.test_every_screen import settle
from ui.frame.header import Header
from ui.routes import ToCode, ToFinish, ToStaffDoor
from ui.theme import NAMES, Scale
from ui.theme import load as theme
from ui.topics import ToGuide
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.part_card import PartCard


def test_smaller_and_larger_lose_their_words_together(undressed):
    header = Header(load("es_US", LOCALES))
    header.show()
    seen = set()
    for width in range(2400, 400, -25):
        header.resize(width, 90)
        settle()
        seen.add((header.smaller.words.isVisible(), header.larger.words.isVisible()))
    assert seen == {(True, True), (False, False)}


def test_buttons_of_a_line_are_equally_tall_and_a_hidden_one_takes_no_place(undressed):
    owner = QWidget()
    line = Flow(owner)
    hidden, low, tall, below = buttons = tuple(ActionButton() for _ in range(4))
    for button in buttons:
        button.say("word")
        line.addWidget(button)
    tall.setMinimumHeight(140)
    hidden.hide()
    owner.resize(2 * low.sizeHint().width() + 20, 400)
    owner.show()
    settle()
    assert low.x() == below.x() == 0
    assert (low.y(), low.height()) == (tall.y(), 140)
    assert below.y() == 140 + line.spacing()
    assert below.height() < 140


def test_the_arrows_of_all_parts_of_a_handout_stand_under_each_other(undressed):
    owner = QWidget()
    cards = [PartCard((Run("Important for you"),), None) for _ in range(2)]
    cards[0].buttons["close"].hide()
    for card in cards:
        card.setParent(owner)
        card.setGeometry(0, 0, 700, 100)
    owner.show()
    settle()
    first, second = (card.buttons["up"].geometry() for card in cards)
    assert first == second


@pytest.mark.parametrize("scale", [Scale(), Scale(screen_percent=135), Scale(200, 135), Scale(screen_percent=300)])
def test_the_handle_of_a_scroll_bar_is_round_at_every_size(scale):
    for name in NAMES:
        sizes = theme(ROOT / "resources/themes", name)._scaled(scale)
        assert sizes["corner_scroll"] * 2 <= sizes["scroll"] - 6


@pytest.mark.parametrize("route", [ToFinish(), ToCode(), ToStaffDoor()])
def test_a_short_page_stands_lower_on_an_upright_screen(open_window, route):
    def top(size):
        window = open_window(size=size)
        window.fulfil(route)
        settle()
        head = window.stage.front.head
        return head.mapTo(window.stage, head.rect().topLeft()).y() / window.stage.height()

    assert top((1080, 1920)) > 0.2
    assert top((1280, 800)) < 0.1


@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080), (3840, 2160)])
def test_the_eye_finds_back_from_the_end_of_a_line(open_window, size):
    window = open_window(size=size)
    window.fulfil(ToGuide("guide.osteoporosis"))
    settle()
    screen = window.stage.front
    text = "Healthy bone looks like a honeycomb. It has many small, strong walls."
    assert screen.head.width() * len(text) / screen.body.fontMetrics().horizontalAdvance(text) < 90


@pytest.mark.parametrize(("locale", "percent", "size"), [("ar", 200, (1920, 1080)), ("es_US", 200, (1024, 600))])
def test_the_greeting_has_a_language_to_touch_in_sight(open_window, locale, percent, size):
    greeting = open_window(locale, percent=percent, size=size).stage.front
    settle()
    (_info, tile), *_others = greeting._tiles
    name = tile._name.mapTo(greeting._scroll, tile._name.rect().bottomLeft()).y()
    assert name < greeting._scroll.height()

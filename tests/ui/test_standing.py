"""Where things stand beside each other: rows begin at one height, steps are square, lines begin at their own side."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from i18n.locales import load
from tests.ui.places import PLACES, told
from tests.ui.test_every_screen import settle
from ui.widgets.button import Tile
from ui.widgets.counter import Counter
from ui.widgets.field import Field
from ui.widgets.figures import bars
from ui.widgets.food_card import FoodCard
from ui.widgets.grid import Grid
from ui.widgets.number_pad import NumberPad
from ui.widgets.nutrient_chips import NutrientChips
from ui.widgets.words import Words
from visit.elements import Bar, Bars
from visit.wording import say


def shown(widget, width, height):
    widget.resize(width, height)
    widget.show()
    settle()
    return widget


def test_words_of_tiles_in_a_row_begin_at_one_height(undressed):
    holder = QWidget()
    grid, tiles = Grid(holder, most=2), (Tile("learn"), Tile("learn"))
    for tile, detail in zip(tiles, ("short", "long " * 60), strict=True):
        tile.say("Title", detail)
        grid.addWidget(tile)
    shown(holder, 800, 400)
    assert tiles[0].height() == tiles[1].height()
    assert tiles[0].title.mapTo(tiles[0], QPoint()).y() == tiles[1].title.mapTo(tiles[1], QPoint()).y()
    holder.close()


def test_a_row_of_four_is_never_three_and_one(undressed):
    holder = QWidget()
    grid = Grid(holder, least_ems=10, most=4, is_even=True)
    cells = [QWidget() for _place in range(4)]
    for cell in cells:
        grid.addWidget(cell)
    for width, across in ((700, 4), (450, 2), (300, 2), (150, 1)):
        shown(holder, width, 300)
        assert len({cell.x() for cell in cells}) == across
    holder.close()


def test_plus_and_minus_stay_square_beside_a_count_of_many_lines(undressed):
    counter = Counter()
    counter.show_number("seventeen times a week or more")
    shown(counter, 230, 300)
    assert all(button.width() == button.height() for button in (counter._less, counter._more))
    counter.close()


def test_the_way_to_a_food_and_its_plus_stand_apart(undressed):
    card = FoodCard(say("Eggs"), say("1 egg"), "less", "more")
    card.counter.show_number("0 times a week")
    shown(card, 300, card.sizeHint().height())
    lowest = card.about.mapTo(card, card.about.rect().bottomLeft()).y()
    assert card.counter._more.mapTo(card, QPoint()).y() - lowest >= 6
    card.close()


@pytest.mark.parametrize(("locale", "side"), [("en", Qt.AlignmentFlag.AlignLeft), ("ar", Qt.AlignmentFlag.AlignRight)])
def test_an_empty_line_is_written_from_the_side_its_language_is_read_from(application, locale, side):
    for holder in (Field(), NumberPad()):
        holder.speak(load(locale), "What to type")
        shown(holder, 600, 100)
        cursor = holder.edit.cursorRect().center().x()
        assert (cursor > holder.edit.width() // 2) == (side == Qt.AlignmentFlag.AlignRight)
        holder.close()


def test_a_line_is_as_tall_as_the_buttons_beside_it(open_window):
    window = open_window(percent=200, size=(1024, 600))
    window.fulfil(PLACES["search"])
    settle()
    field = window.stage.front.findChild(Field)
    assert field.edit.height() == field._clear.height()


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_line_for_the_number_on_a_bottle_is_in_sight_on_a_low_screen(open_window, locale):
    window = open_window(locale, percent=200, size=(1024, 600))
    window.state.replace(told(window.state.visit))
    window.fulfil(PLACES["pills"])
    settle()
    edit = window.stage.front._entry.first
    assert edit.visibleRegion().boundingRect().height() == edit.height()


def test_who_told_age_and_sex_is_not_asked_to_tell(window):
    window.fulfil(PLACES["nutrients"])
    assert window.stage.front.lead.text()
    window.state.replace(told(window.state.visit))
    window.fulfil(PLACES["home"])
    window.fulfil(PLACES["nutrients"])
    assert not window.stage.front.lead.text()


def test_one_nutrient_is_open_and_each_can_be_asked_for(application, qtbot):
    chips = NutrientChips(("nutrient.zinc", "nutrient.boron"))
    qtbot.addWidget(chips)
    chips.say({"nutrient.zinc": say("Zinc"), "nutrient.boron": say("Boron")})
    chips.show_open("nutrient.boron")
    assert [chip.isChecked() for chip in chips.chips.values()] == [False, True]
    with qtbot.waitSignal(chips.chosen) as asked:
        chips.chips["nutrient.zinc"].click()
    assert asked.args == ["nutrient.zinc"]


def test_a_study_names_each_of_its_papers_once(window):
    window.fulfil(PLACES["study"])
    settle()
    texts = [label.text() for label in window.stage.front._papers.findChildren(type(window.stage.front.head))]
    papers = [text for text in texts if len(text) > 20]
    assert papers and len(papers) == len(set(papers))


def test_figures_of_a_bar_stand_in_one_line_where_its_name_leaves_room(undressed):
    figures = "about 276 mg of 1,200 mg, 23%"
    shown_bars = bars(Bars(say("A week"), say("How"), (Bar(say("Zinc"), Decimal("0.2"), say(figures)),), ""))
    shown(shown_bars, 900, 300)
    name, label = (
        next(one for one in shown_bars.findChildren(Words) if one.text() == text) for text in ("Zinc", figures)
    )
    both = sum(one.fontMetrics().horizontalAdvance(one.text()) for one in (name, label))
    shown(shown_bars, both + 70, 300)
    assert label.heightForWidth(label.width()) == label.heightForWidth(900)
    shown_bars.close()

import pytest
from PySide6.QtTest import QTest

from i18n.locales import load
from ui.widgets.field import Field
from ui.widgets.writing import writing_width

LONG = "Nombre de la impresora; vacío para usar la normal de esta máquina, dijo ella"


@pytest.fixture
def field(application, qtbot):
    made = Field()
    qtbot.addWidget(made)
    made.resize(900, 80)
    made.show()
    return made


def narrow(field):
    """Make the line just long enough for a word, whatever the text size."""
    rest = field.width() - writing_width(field.edit)
    field.resize(rest + field.edit.fontMetrics().horizontalAdvance("A word, or so"), 120)
    QTest.qWait(1)


def above(field):
    return [label.text() for label in (field._above,) if label.isVisible()]


def test_what_to_type_stands_in_the_line_where_it_fits(field):
    field.speak(load("en"), "A word")
    assert (field.edit.placeholderText(), above(field)) == ("A word", [])


def test_what_to_type_stands_above_where_the_line_is_too_short(field):
    field.speak(load("en"), LONG)
    narrow(field)
    assert field.edit.fontMetrics().horizontalAdvance(LONG) > writing_width(field.edit)
    assert (field.edit.placeholderText(), above(field)) == ("", [LONG])
    assert field.edit.accessibleName() == LONG


def test_it_moves_back_when_there_is_room_or_other_words(field):
    field.speak(load("en"), LONG)
    narrow(field)
    field.resize(2400, 120)
    assert (field.edit.placeholderText(), above(field)) == (LONG, [])
    narrow(field)
    field.speak(load("en"), "A word")
    assert (field.edit.placeholderText(), above(field)) == ("A word", [])

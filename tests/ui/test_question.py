import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from content.model import QuestionType, Quiz
from tests.ui.test_every_screen import settle
from ui.topics import ToQuestion, ToResult
from ui.widgets.answers import Options
from ui.widgets.dial import Dial
from ui.widgets.pairs import Pairs
from ui.widgets.ranking import Ranking

QUIZ = "quiz.bones"
KINDS = {
    QuestionType.ONE: Options, QuestionType.TRUE_FALSE: Options, QuestionType.SEVERAL: Options,
    QuestionType.SCALE: Dial, QuestionType.ORDER: Ranking, QuestionType.MATCH: Pairs,
}  # fmt: skip


def place_of(library, kind):
    return next(n for n, one in enumerate(library.get(Quiz, QUIZ).item.questions) if one.type is kind)


def touch(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def by_keys(widget):
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    QTest.keyClick(widget, Qt.Key.Key_Return)
    while isValid(widget) and widget.isDown():  # Enter shows the button pressed for a moment
        QTest.qWait(20)


@pytest.mark.parametrize("press", [touch, by_keys])
@pytest.mark.parametrize("kind", KINDS)
def test_each_type_is_answered_by_hand_and_by_keys(window, library, kind, press):
    number = place_of(library, kind)
    window.fulfil(ToQuestion(QUIZ, number))
    QCoreApplication.processEvents()
    screen = window.stage.front
    answers = screen.findChild(KINDS[kind])
    tiles = [one for one in answers.findChildren(QAbstractButton) if one.isEnabled()]
    for tile in tiles[len(tiles) // 2 :] if kind is QuestionType.MATCH else tiles[-1:]:
        press(tile)
    press(screen._check)
    given = window.state.visit.answers[-1]
    assert given.question == library.get(Quiz, QUIZ).item.questions[number].id
    assert given.options or given.pairs or given.number is not None
    assert screen._next.isVisible()
    assert not screen._check.isVisible()


def test_nothing_can_be_checked_before_it_is_answered(window, library):
    window.fulfil(ToQuestion(QUIZ, place_of(library, QuestionType.ONE)))
    assert not window.stage.front._check.isEnabled()


def test_one_answer_takes_the_place_of_another(window, library):
    window.fulfil(ToQuestion(QUIZ, place_of(library, QuestionType.ONE)))
    options = window.stage.front.findChild(Options)
    for tile in options.findChildren(QAbstractButton):
        touch(tile)
        assert len(options.chosen) == 1


def test_several_answers_can_be_taken_back(window, library):
    window.fulfil(ToQuestion(QUIZ, place_of(library, QuestionType.SEVERAL)))
    options = window.stage.front.findChild(Options)
    first, second, *_rest = options.findChildren(QAbstractButton)
    for tile in (first, second, first):
        touch(tile)
    assert len(options.chosen) == 1


def test_a_given_answer_takes_no_more_touches(window, library):
    window.fulfil(ToQuestion(QUIZ, place_of(library, QuestionType.ONE)))
    screen = window.stage.front
    tiles = screen.findChild(Options).findChildren(QAbstractButton)
    touch(tiles[0])
    touch(screen._check)
    before = window.state.visit
    by_keys_ignored = tiles[1]
    by_keys_ignored.click()
    assert window.state.visit == before


def test_the_last_question_leads_to_the_result(window, library):
    window.fulfil(ToQuestion(QUIZ, len(library.get(Quiz, QUIZ).item.questions) - 1))
    window.stage.front._go_on()
    assert window.history.here == ToResult(QUIZ)


def test_on_an_upright_screen_answers_are_taller_and_stay_so(open_window, library):
    window = open_window(size=(1080, 1920))
    window.fulfil(ToQuestion(QUIZ, place_of(library, QuestionType.ONE)))
    settle()
    screen = window.stage.front
    tiles = screen.findChild(Options).findChildren(QAbstractButton)
    before = [tile.height() for tile in tiles]
    assert min(before) > 1.3 * tiles[0].heightForWidth(tiles[0].width())
    touch(tiles[0])
    touch(screen._check)
    settle()
    assert [tile.height() for tile in tiles] == before


def test_the_verdict_comes_into_view_in_large_words(open_window, library):
    window = open_window(size=(1024, 600), percent=200)
    window.fulfil(ToQuestion(QUIZ, place_of(library, QuestionType.MATCH)))
    settle()
    screen = window.stage.front
    tiles = screen.findChild(Pairs).findChildren(QAbstractButton)
    for tile in tiles[len(tiles) // 2 :]:
        touch(tile)
    touch(screen._check)
    QTest.qWait(50)
    assert not screen._why.column.itemAt(0).widget().visibleRegion().isEmpty()
    assert max(tile.width() for tile in tiles) == screen.findChild(Pairs).width()

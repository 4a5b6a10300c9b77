"""Walk through the whole journey as a person would: `python -m tests.walk --locale es_US --out FOLDER [--by-keys]`.

`--by-keys` presses Tab, letters and Enter; `--by-arrows` presses the four arrows and Enter and nothing else.

Welcome, quiz, medicines (warfarin), food, handout as a PDF on disk, finish, welcome again; a picture of each step.
"""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider

from content.library import Library
from content.model import QuestionType, Quiz
from tests.walker import Walk, said, steer_to
from ui.app import Options, build, prepare
from ui.printer import FolderPrinter
from ui.routes import ToWelcome
from ui.widgets.answers import Options as Choices
from ui.widgets.button import Tile
from ui.widgets.dial import Dial
from ui.widgets.pairs import Pairs
from ui.widgets.ranking import Ranking

ROOT = Path(__file__).parents[1]
QUIZ = "quiz.bones"


def answer(walk: Walk) -> None:
    """Answer the question in front in the first way that comes to hand."""
    front = walk.window.stage.front
    assert front is not None
    given = next(one for kind in (Choices, Ranking, Dial, Pairs) for one in front.findChildren(kind) if one.isVisible())
    if isinstance(given, Dial) and walk.by_arrows:
        steer_to(given.findChildren(QSlider)[0], walk.window, walk.key)
        walk.key(Qt.Key.Key_Right)
    elif isinstance(given, Choices | Dial | Ranking):
        buttons = [one for one in given.findChildren(QAbstractButton) if one.isEnabled()]
        walk.press_widget(buttons[-1])
    else:
        tiles = given.findChildren(QAbstractButton)
        for match in tiles[len(tiles) // 2 :]:
            walk.press_widget(match)


def quiz(walk: Walk) -> None:
    """Take a whole quiz."""
    walk.press(walk.say("Take a quiz"))
    walk.picture("quizzes")
    title = walk.window.desk.library.get(Quiz, QUIZ, walk.window.language.code).item.title
    walk.press(title)
    seen = set[QuestionType]()
    front = walk.window.stage.front
    while "ToQuestion" in type(walk.window.history.here).__name__:
        front = walk.window.stage.front
        kind = front._question.type  # type: ignore[union-attr]
        answer(walk)
        walk.press(walk.say("Check my answer"))
        if kind not in seen:
            seen.add(kind)
            walk.picture(f"question-{kind.name.lower()}")
        walk.press(walk.say("Go on"))
    walk.picture("result")


def medicines(walk: Walk) -> None:
    """Find warfarin, say when it is taken, and see what it means."""
    walk.press(walk.say("My medicines"))
    walk.type("warf")
    walk.picture("medicines-typing")
    if walk.by_arrows:
        walk.press_widget(next(one for one in walk.buttons() if isinstance(one, Tile) and "warf" in said(one).lower()))
    else:
        walk.key(Qt.Key.Key_Return)
    QTest.qWait(100)
    walk.press(f": {walk.say('Evening')}")
    walk.picture("medicines")
    walk.press(walk.say("What this means for me"))
    walk.picture("findings")


def food(walk: Walk) -> None:
    """Eat milk and greens, and see the bars."""
    walk.press(walk.say("My food"))
    for number in range(3):
        front = walk.window.stage.front
        assert front is not None
        card = list(front._cards.values())[number]  # type: ignore[attr-defined]
        for _ in range(2):
            walk.press_widget(card.counter._more)
    walk.picture("food")


def handout(walk: Walk) -> None:
    """Look at the handout, print it."""
    walk.press(walk.say("Home"))
    walk.picture("home-again")
    walk.press_widget(walk.window.footer.handout)
    walk.picture("handout")
    walk.press(walk.say("See and print"))
    printing = walk.say("Print my handout")
    walk.wait_for(lambda: any(one.accessibleName() == printing and one.isEnabled() for one in walk.buttons()), printing)
    walk.picture("preview")
    walk.press(printing)
    walk.picture("printed")


def journey(walk: Walk, locale: str) -> None:
    """Go from welcome to welcome."""
    walk.picture("welcome")
    own = next(info.own_name for info in walk.window.desk.offered if info.code == locale)
    walk.press(own)
    walk.picture("home")
    quiz(walk)
    walk.press(walk.say("Home"))
    medicines(walk)
    walk.press(walk.say("Home"))
    food(walk)
    handout(walk)
    walk.press_widget(walk.window.header.finish)
    walk.picture("finish")
    walk.press(walk.say("Yes, erase everything"))
    assert isinstance(walk.window.history.here, ToWelcome)
    walk.picture("welcome-again")


def main(arguments: list[str]) -> int:
    """Walk, and say where the pictures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--locale", default="es_US")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--text-size", type=int, default=100)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--by-keys", action="store_true")
    parser.add_argument("--by-arrows", action="store_true")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    wide, high = map(int, chosen.size.split("x"))
    options = Options(
        windowed=True, locale="en", text_percent=chosen.text_size, theme=chosen.theme, resources=ROOT / "resources",
        locales=ROOT / "i18n/locales", printer=FolderPrinter(chosen.out),
    )  # fmt: skip
    window = build(options, Library.open(ROOT / "resources/content.db"), prepare(ROOT / "resources"))
    window.resize(wide, high)
    window.show()
    QTest.qWaitForWindowExposed(window)
    walk = Walk(window, chosen.out, chosen.by_keys, chosen.by_arrows)
    journey(walk, chosen.locale)
    print(f"{len(walk.steps)} pictures and {len(list(chosen.out.glob('handout-*.pdf')))} PDF in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

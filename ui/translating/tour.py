"""Every place of the application, one after the other, for a visit that has something to show in each."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Final, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from content.library import Library
from content.model import Depth, Food, Guide, Item, Medicine, QuestionType, Quiz, Sex, Trial
from ui import routes, topics
from ui.frame.cover import Cover
from ui.keeper import Keeper
from ui.routes import Route
from ui.topics import ToGuide, ToQuestion
from ui.translating.faults import Fault, faults
from ui.widgets.answers import Answers
from ui.widgets.pairs import Pairs
from ui.window import Window
from visit.elements import DayTime
from visit.visit import Answer, Eaten, Opened, OwnMedicine, Taken, Visit

W = TypeVar("W", bound=QWidget)
Act = Callable[[Window], object]
TYPED: Final = {"medicines": "warf", "search": "bone"}
_UNKNOWN: Final = "zzqq"
_SECONDS_LEFT: Final = 20
_TYPING_S: Final = 0.3
_MOMENT_S: Final = 0.1
_LOOKS: Final = 8
_WAIT_S: Final = 60.0
_SETTLES: Final = 4


_ITEMS: Final[Mapping[str, type[Item]]] = {"guide": Guide, "quiz": Quiz, "trial": Trial, "food": Food}
"""What the field of a route that must be given names."""
_SHOWN_WHOLE: Final = ("guide", "trial")


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to look at: its name, where it is, and what to do there first."""

    name: str
    route: Route
    acts: tuple[Act, ...] = ()


def settle() -> None:
    """Let Qt finish what it began."""
    for _ in range(_SETTLES):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def stops(library: Library, *, with_items: bool = False) -> Iterator[Stop]:
    """List every screen, each kind of question before and after its answer; `with_items`: every guide and study too."""
    for kind in _kinds():
        yield from _of_kind(kind, library, with_items=with_items)
        if kind.screen in TYPED:
            yield Stop(f"{kind.screen}-typing", kind(), (partial(_type, TYPED[kind.screen]),))
            yield Stop(f"{kind.screen}-unknown", kind(), (partial(_type, _UNKNOWN),))
    yield Stop("code-wrong", routes.ToCode(), (partial(_enter, _UNKNOWN),))
    yield Stop("preview-made", routes.ToPreview(), (_wait,))
    yield Stop("preview-refused", routes.ToPreview(), (_wait, _press_main))
    yield Stop("reading", routes.ToHelp(), (lambda window: window.header.show_speaking(True),))
    yield Stop("curtain", routes.ToHelp(), (lambda window: window.header.curtain.click(),))
    yield from _questions(library, with_items=with_items)
    yield Stop("still-there", routes.ToHelp(), (_ask_who_is_there,))


def _kinds() -> Iterator[type[Route]]:
    """List the kinds of places there are; questions are a matter of their own."""
    for one in (*vars(routes).values(), *vars(topics).values()):
        if isinstance(one, type) and issubclass(one, Route) and one.screen and one is not ToQuestion:
            yield one


def _of_kind(kind: type[Route], library: Library, *, with_items: bool) -> Iterator[Stop]:
    """List the places of a kind: where it is about an item, the first of them, or all."""
    needed: list[str] = [one.name for one in fields(kind) if _is_needed(one)] if is_dataclass(kind) else []
    if not needed:
        yield Stop(kind.screen, kind())
        return
    items, to = library.ids(_ITEMS[needed[0]]), cast(Callable[[str], Route], kind)
    for item in items if with_items and needed[0] in _SHOWN_WHOLE else items[:1]:
        yield Stop(f"{kind.screen}-{_slug(item)}", _deep(to(item)))


def _is_needed(field: "Field[object]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _deep(route: Route) -> Route:
    """Take a guide at its longer depth, where everything of it stands."""
    return replace(route, depth=Depth.MORE) if isinstance(route, ToGuide) else route


def _questions(library: Library, *, with_items: bool) -> Iterator[Stop]:
    seen: set[QuestionType] = set()
    for shown in library.every(Quiz):
        for number, question in enumerate(shown.item.questions):
            if question.type in seen and not with_items:
                continue
            seen.add(question.type)
            name = f"question-{_slug(shown.item.id)}-{number + 1}"
            yield Stop(name, ToQuestion(shown.item.id, number))
            yield Stop(f"{name}-answered", ToQuestion(shown.item.id, number), (_answer,))


def _slug(id: str) -> str:
    return id.partition(".")[2]


def go(window: Window, stop: Stop) -> None:
    """Go to a stop as if nobody had been there."""
    for cover in window.findChildren(Cover):
        cover.lifted.emit()
    window.header.show_speaking(False)
    window.is_staff_in = stop.route.is_for_staff
    window.fulfil(stop.route)
    settle()
    if stop.name in TYPED:
        _type("", window)
        settle()
    for act in stop.acts:
        act(window)
        settle()


def lasting(window: Window) -> tuple[Fault, ...]:
    """Give what is wrong with the words in sight, and stays so: a layout may need a moment."""
    for _ in range(_LOOKS):
        found = tuple(dict.fromkeys(faults(window)))
        if not found:
            break
        _linger(_MOMENT_S)
        settle()
    return found


def _linger(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def _type(text: str, window: Window) -> None:
    """Type, and wait for what is found."""
    for edit in _shown(window, QLineEdit)[:1]:
        edit.setText(text)
    _linger(_TYPING_S)


def _enter(text: str, window: Window) -> None:
    for edit in _shown(window, QLineEdit)[:1]:
        edit.setText(text)
        edit.returnPressed.emit()


def _wait(window: Window) -> None:
    """Wait for what the screen in front makes."""
    end = time.monotonic() + _WAIT_S
    while (front := window.stage.front) is not None and front.is_busy and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)


def _ask_who_is_there(window: Window) -> None:
    for keeper in window.findChildren(Keeper):
        keeper.idle.warned.emit(_SECONDS_LEFT)


def _answer(window: Window) -> None:
    """Answer in the first way that comes to hand, and ask whether it was right."""
    for given in _shown(window, Answers):
        buttons = [one for one in given.findChildren(QAbstractButton) if one.isEnabled()]
        for button in _pressed(given, buttons):
            button.click()
    _press_main(window)


def _press_main(window: Window) -> None:
    for button in _shown(window, QAbstractButton):
        if button.property("look") == "main" and button.isEnabled():
            button.click()
            return


def _pressed(given: Answers, buttons: list[QAbstractButton]) -> Iterable[QAbstractButton]:
    """Join each pair in the order they stand; else press the last."""
    half = len(buttons) // 2
    if isinstance(given, Pairs):
        return (one for pair in zip(buttons[:half], buttons[half:], strict=False) for one in pair)
    return buttons[-1:]


def _shown(window: Window, kind: type[W]) -> list[W]:
    return [one for one in window.stage.findChildren(kind) if one.isVisible()]


def told(visit: Visit, library: Library) -> Visit:
    """Fill a visit as a person with two medicines of their own, a food and a wrong answer would."""
    medicines, foods, quizzes = library.ids(Medicine), library.ids(Food), library.ids(Quiz)
    wanted = ("medicine.warfarin", "medicine.alendronic-acid")
    taken = tuple(one for one in wanted if one in medicines) or medicines[:1]
    quiz = library.get(Quiz, quizzes[0]).item
    asked = next(question for question in quiz.questions if question.type is QuestionType.ONE)
    wrong = next(option.id for option in asked.options if not option.is_right)
    return replace(
        visit,
        sex=Sex.FEMALE,
        age=65,
        medicines=tuple(Taken(one, (time,)) for one, time in zip(taken, DayTime, strict=False)),
        own_medicines=(OwnMedicine("Zzz 1"),),
        foods=(Eaten(foods[0], Decimal(7)),),
        answers=(Answer(quiz.id, asked.id, (wrong,)),),
        guides=tuple(Opened(guide) for guide in library.ids(Guide)[-1:]),
    )

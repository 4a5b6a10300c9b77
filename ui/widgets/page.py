"""Draw the elements of a page as widgets: one `match`, the same elements as on paper."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from i18n.runs import Line, plain
from ui.widgets.figures import bars, figure, icon_array, intervals
from ui.widgets.icon import Icon
from ui.widgets.spaces import Holder, Space, column, frame, row, stacked
from ui.widgets.tables import pill_card, table
from ui.widgets.terms import TermChips
from ui.widgets.words import Words, words
from visit.elements import (
    Ask,
    Bars,
    Bullets,
    Checks,
    Element,
    Figure,
    Heading,
    IconArray,
    Intervals,
    Notice,
    Paragraph,
    PillCard,
    Steps,
    Table,
    Terms,
    Tone,
    WriteLines,
)

_ICONS = {Tone.DANGER: "danger", Tone.CAUTION: "warning", Tone.NOTE: "info"}


def draw(elements: Iterable[Element], into: QBoxLayout) -> None:
    """Add one widget for each element at the end of a layout."""
    for element in elements:
        into.addWidget(widget(element))


def draw_grouped(elements: Iterable[Element], into: QBoxLayout) -> None:
    """Add elements so that what a heading or a notice begins stands closer together than to the next."""
    groups: list[list[Element]] = []
    for element in elements:
        if not groups or (isinstance(element, Heading | Notice) and not isinstance(groups[-1][-1], Heading)):
            groups.append([])
        groups[-1].append(element)
    for group in groups:
        into.addWidget(stacked(*map(widget, group)))


def widget(element: Element) -> QWidget:  # noqa: PLR0911, PLR0912, C901  one line for each kind of element is the point
    """Make the widget for one element."""
    match element:
        case Heading(level, text):
            return words({1: "title", 2: "heading"}.get(level, "part"), text)
        case Paragraph(text, is_lead):
            return words("lead" if is_lead else "", text)
        case Notice():
            return _notice(element)
        case Bullets(items):
            return _listed(("•", item) for item in items)
        case Steps(items):
            return _listed((str(number), item) for number, item in enumerate(items, 1))
        case Checks(items):
            return _listed(("☐", item) for item in items)
        case WriteLines(label, _):
            return words("soft", label)
        case Table():
            return table(element)
        case PillCard():
            return pill_card(element)
        case Figure():
            return figure(element)
        case IconArray():
            return icon_array(element)
        case Bars():
            return bars(element)
        case Intervals():
            return intervals(element)
        case Terms(items):
            return TermChips(items)
        case Ask():
            return _ask(element)
    assert_never(element)


def _notice(notice: Notice) -> QWidget:
    box = frame(notice.tone.value)
    line = row(box, space=Space.STEP, margin=Space.STEP)
    line.addWidget(Icon(_ICONS[notice.tone], tone=notice.tone.value), 0, Qt.AlignmentFlag.AlignTop)
    texts = column(space=Space.TIGHT)
    if plain(notice.title):
        title = words("part", notice.title)
        title.setProperty("tone", notice.tone.value)
        texts.addWidget(title)
    if plain(notice.text):
        texts.addWidget(words("", notice.text))
    line.addLayout(texts, 1)
    return box


def _listed(items: Iterable[tuple[str, Line]]) -> QWidget:
    holder = Holder()
    grid = QGridLayout(holder)
    grid.setContentsMargins(Space.TIGHT, 0, 0, 0)
    grid.setHorizontalSpacing(Space.SNUG)
    grid.setVerticalSpacing(Space.SNUG)
    grid.setColumnStretch(1, 1)
    for place, (mark, item) in enumerate(items):
        sign = Words("number" if mark.isdecimal() else "part", mark, wraps=False)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(sign, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words("", item), place, 1)
    return holder


def _ask(ask: Ask) -> QWidget:
    title = words("part", ask.text)
    return stacked(title, _listed(("☐", option) for option in ask.options)) if ask.options else title

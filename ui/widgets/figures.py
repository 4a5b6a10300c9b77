"""Pictures and charts on the screen, each with its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from i18n.runs import plain
from ui.widgets.charts import GoalBar, People, Ranges
from ui.widgets.grid import Grid
from ui.widgets.picture import Picture
from ui.widgets.spaces import Holder, Space, column, frame, row, stacked
from ui.widgets.words import Words, words
from visit.elements import Bar, Bars, Figure, IconArray, Intervals


def figure(shown: Figure) -> QWidget:
    """Draw a picture with its caption; where the file is missing, the words that stand for it."""
    picture = Picture(shown.file, shown.alt)
    caption = words("soft", shown.caption)
    return stacked(picture, caption) if picture.is_there else stacked(Words("soft", shown.alt), caption)


def icon_array(shown: IconArray) -> QWidget:
    """Draw groups of people side by side."""
    box = frame("card")
    layout = column(box, margin=Space.STEP)
    layout.addWidget(words("part", shown.caption))
    layout.addWidget(words("soft", shown.how_to_read))
    groups = Grid(least_ems=12, most=3)
    for group in shown.rows:
        name = f"{plain(group.label)}: {plain(group.says)}"
        groups.addWidget(stacked(words("strong", group.label), People(group, name), words("", group.says)))
    layout.addLayout(groups)
    layout.addWidget(Words("soft", shown.alt))
    return box


def bars(shown: Bars) -> QWidget:
    """Draw bars against a goal."""
    box = frame("card")
    layout = column(box, margin=Space.STEP)
    layout.addWidget(words("part", shown.caption))
    layout.addWidget(words("soft", shown.how_to_read))
    for bar in shown.bars:
        layout.addWidget(_bar(bar))
    return box


def _bar(bar: Bar) -> QWidget:
    heads = row(space=Space.SNUG)
    name, figures = Words("strong", is_short=True), words("", bar.figures)
    name.show_line(bar.label)
    figures.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    heads.addWidget(name)
    heads.addWidget(figures, 1)
    holder = Holder()
    layout = column(holder, space=Space.TIGHT)
    layout.addLayout(heads)
    if bar.share is not None:
        layout.addWidget(GoalBar(bar, plain(bar.label), plain(bar.figures)))
    if plain(bar.says):
        layout.addWidget(words("soft", bar.says))
    return holder


def intervals(shown: Intervals) -> QWidget:
    """Draw results with their ranges."""
    box = frame("card")
    layout = column(box, margin=Space.STEP)
    layout.addWidget(words("part", shown.caption))
    layout.addWidget(words("soft", shown.how_to_read))
    for number, one in enumerate(shown.rows):
        layout.addWidget(words("strong", one.label))
        layout.addWidget(Ranges(shown, number, f"{plain(one.label)}: {plain(one.says)}"))
        layout.addWidget(words("", one.says))
    layout.addWidget(Words("soft", shown.alt))
    return box

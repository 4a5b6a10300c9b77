"""What a window is like, part for part, so that two can be compared; and what a process and its files hold."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QScrollBar, QWidget

from ui.window import Window

Snapshot = tuple[object, ...]
_HOUSE = ("ui", "handouts", "visit", "content", "i18n", "clinic")
TYPED = "Zq{}xq"
"""What a person types as their own word, by the number of the visit."""


def settle() -> None:
    """Let Qt finish what it began."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def as_begun(window: Window) -> Snapshot:
    """Describe a window at its greeting: the visit, the way, the look, and every part, shown or not."""
    window.around.catch_up()
    settle()
    return (
        window.state.visit, window.state.arrangement, window.history, window.language.code, window.look.theme,
        window.look.text_percent, window.is_staff_in, window.listening.is_speaking, window.layoutDirection().value,
        *(part for widget in regions(window) for part in parts(widget)),
    )  # fmt: skip


def regions(window: Window) -> list[QWidget]:
    """List the parts around a screen, the screen in front, and every screen that showed anything of an earlier visit.

    Screens made ready out of sight for the visit as it is now, which nobody began, know nobody.
    """
    around = (child for child in window.children() if isinstance(child, QWidget) and child is not window.stage)
    screens = window.stage._screens.values()
    shown = [one for one in screens if one is window.stage.front or (one._shown and one._shown[1] != window.state.turn)]
    return [*sorted(around, key=lambda part: type(part).__name__), *shown]


def parts(widget: QWidget) -> Iterator[Snapshot]:
    """Describe every part of a widget: what it is, what it says, whether it is there, and what is entered."""
    is_there = not widget.isHidden()
    for child in (widget, *_below(widget)):
        is_hidden = child.isHidden() and (is_there or child is widget)
        said = child.text() if isinstance(child, QLabel | QAbstractButton | QLineEdit) else ""
        is_on = child.isChecked() if isinstance(child, QAbstractButton) else None
        place = child.value() if isinstance(child, QScrollBar) else None
        yield (
            type(child).__name__, said, child.accessibleName(), child.accessibleDescription(),
            is_hidden, child.isEnabled(), is_on, place, child.layoutDirection().value,
        )  # fmt: skip


def _below(widget: QWidget) -> Iterator[QWidget]:
    """Give the parts of a widget, each before its own parts; the bars beside a scrolled page always first.

    Qt takes the bars in front of the page or behind it as styles come and go; they never lie over it.
    """
    own = [child for child in widget.children() if isinstance(child, QWidget)]
    if isinstance(widget, QAbstractScrollArea):
        page = widget.viewport()
        own.sort(key=lambda child: (child is page, child.objectName()))
    for child in own:
        yield child
        yield from _below(child)


def held_mb() -> float:
    """Give the memory in use, in MB, once nothing is left that only waits to be used again.

    That is: no job under way, no garbage of Python, no cache, no free page of malloc. It is the resident set without
    what was read from files, which the system takes and brings back as it likes.
    """
    QThreadPool.globalInstance().waitForDone()
    settle()
    empty_caches()
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Anonymous:", "Swap:"))) / 1000


def empty_caches() -> None:
    """Let go what is kept for speed and has a bound; what is kept without bound stays, and shows as growth."""
    QPixmapCache.clear()
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] in _HOUSE:
            for one in vars(module).values():
                if isinstance(one, _lru_cache_wrapper) and one.cache_parameters()["maxsize"] is not None:
                    one.cache_clear()


def left_in_files(folder: Path) -> list[str]:
    """Name the files below a folder that hold a word somebody typed."""
    start = TYPED.partition("{")[0].encode()
    return [str(one) for one in folder.rglob("*") if one.is_file() and start in one.read_bytes()]

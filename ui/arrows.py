"""Go from control to control by four arrows and OK alone, as on a pad of five keys; left is left on the screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider, QWidget

from ui.frame.cover import Cover
from ui.widgets.scroll import Scroll

T = TypeVar("T")

_STEPS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_KEYS: Final = frozenset(int(key) for key in _STEPS)
_PART_OF_A_PAGE: Final = 0.7
_BESIDE_A_LINE: Final = 8.0
_BESIDE_A_COLUMN: Final = 0.6
"""How far something aside seems: leaving the line one reads costs more than going to the next line a little aside."""


@dataclass(frozen=True, slots=True)
class Place(Generic[T]):
    """Where something is, in pixels of the window."""

    what: T
    box: QRect


def nearest(start: QRect, places: Iterable[Place[T]], step: QPoint) -> T | None:
    """Give what lies nearest to `start` in a direction; what lies straight ahead before what lies aside."""
    ahead = [(_way(start, place.box, step), place) for place in places if _is_ahead(start, place.box, step)]
    best = min(ahead, key=lambda one: (one[0], one[1].box.top(), one[1].box.left()), default=None)
    return best[1].what if best is not None else None


def _along(box: QRect, step: QPoint) -> tuple[int, int]:
    """Give the near and the far end of a box, seen in a direction."""
    ends = (box.left(), box.right()) if step.x() else (box.top(), box.bottom())
    forward = step.x() + step.y()
    return ends if forward > 0 else (-ends[1], -ends[0])


def _is_ahead(start: QRect, box: QRect, step: QPoint) -> bool:
    (near, far), (begin, end) = _along(box, step), _along(start, step)
    return near > begin and far > end


def _way(start: QRect, box: QRect, step: QPoint) -> float:
    ahead = max(0, _along(box, step)[0] - _along(start, step)[1])
    if step.x():
        aside = max(0, box.top() - start.bottom(), start.top() - box.bottom())
        return ahead + _BESIDE_A_LINE * aside + abs(box.center().y() - start.center().y()) / 1000
    aside = max(0, box.left() - start.right(), start.left() - box.right())
    return ahead + _BESIDE_A_COLUMN * aside + abs(box.center().x() - start.center().x()) / 1000


def steer(window: QWidget, key: int) -> bool:
    """Move the focus by one arrow key; tell whether it was used. A page scrolls where nothing lies ahead in view."""
    step = _STEPS.get(Qt.Key(key)) if key in _KEYS else None
    here = QApplication.focusWidget()
    if step is None or here is None or here.window() is not window or _is_own(here, step) or _is_covered(here):
        return False
    page = _page_of(here)
    if page is None:
        start = _box(here, window)
        return _go(_in_bar(here, window, step) or _nearest_outside(window, start, step, leave=None))
    return _within(window, page, here, step)


def _within(window: QWidget, page: Scroll, here: QWidget, step: QPoint) -> bool:
    view = _box(page.viewport(), window)
    start = _edge(view, step) if here is page else _start(_box(here, window), view, step)
    found = nearest(start, (one for one in _controls(page, window) if one.what is not here), step)
    if found is not None:
        return _go(found)
    if step.y() and _scroll(page, step.y()):
        return True
    beside = _nearest_outside(window, view if here is page else start, step, leave=page)
    if beside is None and step.x():  # a long page has a short way out: sideways to what lies below it
        beside = _nearest_outside(window, view, _STEPS[Qt.Key.Key_Down], leave=page)
    return _go(beside)


def _in_bar(here: QWidget, window: QWidget, step: QPoint) -> QWidget | None:
    """Give the next control of the same bar, sideways; only at its end does one leave it."""
    bar = here.parentWidget()
    if bar is None or not step.x():
        return None
    return nearest(_box(here, window), (Place(one, _box(one, window)) for one in _focusable(bar)), step)


def _start(box: QRect, view: QRect, step: QPoint) -> QRect:
    """Begin at the control; where it was scrolled out of view, at the edge the person comes from."""
    return view.intersected(box) if view.intersects(box) else _edge(view, step)


def _edge(view: QRect, step: QPoint) -> QRect:
    if step.y():
        return QRect(view.left(), view.top() - 1 if step.y() > 0 else view.bottom() + 1, view.width(), 1)
    return QRect(view.left() - 1 if step.x() > 0 else view.right() + 1, view.top(), 1, view.height())


def _nearest_outside(window: QWidget, start: QRect, step: QPoint, leave: Scroll | None) -> QWidget | None:
    places = [Place(one, _box(one, window)) for one in _focusable(window) if _page_of(one) is None]
    for page in window.findChildren(Scroll):
        if page is not leave and page.isVisible():
            places += list(_controls(page, window)) or [Place(page, _box(page, window))]
    return nearest(start, places, step)


def _controls(page: Scroll, window: QWidget) -> Iterator[Place[QWidget]]:
    """List the controls of a page that are in view, at least half of their height, with what is seen of them."""
    view = _box(page.viewport(), window)
    for one in _focusable(page):
        box = _box(one, window)
        seen = view.intersected(box)
        if 2 * seen.height() >= min(box.height(), view.height()) and not seen.isEmpty():
            yield Place(one, seen)


def _focusable(root: QWidget) -> Iterator[QWidget]:
    """List what can be pressed or set; the keys of a keyboard too, which Tab leaves out."""
    for one in root.findChildren(QWidget):
        is_control = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) or one.property("look") == "key"
        if is_control and one.isVisible() and one.isEnabled() and not isinstance(one, Scroll):
            yield one


def _page_of(widget: QWidget) -> Scroll | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Scroll):
        above = above.parentWidget()
    return above


def _is_own(here: QWidget, step: QPoint) -> bool:
    """Tell whether a control needs the key itself: sideways, a slider or a field that can still go on."""
    if isinstance(here, QSlider):
        at, end = here.value(), here.maximum()
    elif isinstance(here, QLineEdit):
        at, end = here.cursorPosition(), len(here.text())
    else:
        return False
    is_forward = (step.x() > 0) is not (here.layoutDirection() == Qt.LayoutDirection.RightToLeft)
    return bool(step.x()) and (at < end if is_forward else at > 0)


def _is_covered(here: QWidget) -> bool:
    above: QWidget | None = here
    while above is not None:
        if isinstance(above, Cover):
            return True
        above = above.parentWidget()
    return False


def _scroll(page: Scroll, forward: int) -> bool:
    bar = page.verticalScrollBar()
    before = bar.value()
    bar.setValue(before + round(forward * page.viewport().height() * _PART_OF_A_PAGE))
    return bar.value() != before


def _go(to: QWidget | None) -> bool:
    if to is None:
        return True  # nothing lies there: stay, and let no button take the arrow for Tab
    to.setFocus(Qt.FocusReason.TabFocusReason)
    if (page := _page_of(to)) is not None and to is not page:
        page.ensureWidgetVisible(to, 20, 40)
    return True


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())

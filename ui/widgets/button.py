"""Buttons: large, named, with words that wrap."""

from PySide6.QtCore import Property, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

from i18n.runs import Line, plain
from ui.override import override
from ui.widgets.icon import Icon
from ui.widgets.spaces import Space, column, respace, row
from ui.widgets.words import Words, turn

_DOWN_MS = 100
"""How long a button that was pressed by a key is shown pressed."""


class Button(QPushButton):
    """A button whose content is a layout of labels; presses by touch, mouse, Space and Enter."""

    def __init__(self, look: str = "") -> None:
        super().__init__()
        self._touch, self._spread = 48, 100
        self.setProperty("look", look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        inner = self.layout()
        return (inner.sizeHint() if inner else super().sizeHint()).expandedTo(self._least())

    @override
    def minimumSizeHint(self) -> QSize:
        inner = self.layout()
        return (inner.minimumSize() if inner else super().minimumSizeHint()).expandedTo(self._least())

    @override
    def hasHeightForWidth(self) -> bool:
        inner = self.layout()
        return inner is not None and inner.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        inner = self.layout()
        return max(inner.heightForWidth(width), self._least().height()) if inner else super().heightForWidth(width)

    def _least(self) -> QSize:
        return QSize(self._touch, self._touch)

    def _touch_size(self) -> int:
        return self._touch

    def _set_touch_size(self, pixels: int) -> None:
        self._touch = pixels
        self.setMinimumHeight(pixels)  # a layout item asks the inner layout for its height, not this widget
        self.updateGeometry()

    touch = Property(int, _touch_size, _set_touch_size)
    """The least width and height in pixels; the theme sets it (`qproperty-touch`)."""

    def _spread_now(self) -> int:
        return self._spread

    def _set_spread(self, percent: int) -> None:
        if percent != self._spread:
            self._spread = percent
            respace(self, percent)

    spread = Property(int, _spread_now, _set_spread)
    """How far apart parts stand, in percent; the theme sets it (`qproperty-spread`)."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setDown(True)
            QTimer.singleShot(_DOWN_MS, self, self._come_up)
        else:
            super().keyPressEvent(event)

    def _come_up(self) -> None:
        if self.isDown():  # not where the visit ended meanwhile
            self.setDown(False)
            self.click()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()


class ActionButton(Button):
    """An icon and a word in one line: the usual button."""

    def __init__(self, icon: str = "", look: str = "", *, icon_first: bool = True) -> None:
        super().__init__(look)
        self._label = Words("strong", is_short=True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setMinimumWidth(0)
        self._icon = Icon(icon) if icon else None
        line = row(self, space=Space.SNUG, margin=Space.SNUG)
        line.setContentsMargins(Space.STEP, Space.SNUG, Space.STEP, Space.SNUG)
        parts: list[QWidget] = [self._label] if self._icon is None else [self._icon, self._label]
        line.addStretch(1)
        for part in parts if icon_first else reversed(parts):
            line.addWidget(part)
        line.addStretch(1)

    def say(self, text: str, name: str = "") -> None:
        """Set the word on the button; `name` is what a screen reader says, where it should say more."""
        self._label.setText(text)
        self.setAccessibleName(name or text)
        self.refit()

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        if self._icon is not None:
            self._icon.show_icon(name)

    @property
    def words(self) -> Words:
        """Give the label, to hide it where there is little room; the name stays."""
        return self._label

    def refit(self) -> None:
        """Work out the size anew, after the word was hidden or shown."""
        if (inner := self.layout()) is not None:
            inner.invalidate()
        self.updateGeometry()


class IconButton(Button):
    """A square button with an icon alone; its name is spoken, never shown."""

    def __init__(self, icon: str, look: str = "round") -> None:
        super().__init__(look)
        self._icon = Icon(icon)
        line = row(self, margin=Space.SNUG)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)

    def say(self, name: str) -> None:
        """Set the name."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon.show_icon(name)


class Tile(Button):
    """A large area to press: icon, title, a line of explanation and, where wanted, a mark at the end."""

    def __init__(self, icon: str = "", *, is_upright: bool = False, look: str = "tile", tone: str = "") -> None:
        super().__init__(look)
        self._tone = tone
        self._badge: Icon | None = None
        self._texts: QBoxLayout | None = None
        self.title = _through(Words("part"))
        self.detail = _through(Words("soft"))
        self.detail.hide()
        self.mark = Icon("next", tone="ink")
        self.mark.setParent(self)
        self.mark.hide()
        inner: QLayout = self._upright(icon) if is_upright else self._flat(icon)
        inner.setContentsMargins(Space.STEP, Space.STEP, Space.STEP, Space.STEP)

    def _upright(self, icon: str) -> QLayout:
        stack = column(self, space=Space.SNUG)
        if icon:
            stack.addWidget(Icon(icon, "badge_big", self._tone))
        stack.addWidget(self.title)
        stack.addWidget(self.detail)
        stack.addStretch(1)
        return stack

    def _flat(self, icon: str) -> QLayout:
        line = row(self, space=Space.STEP)
        if icon:
            self._badge = Icon(icon, "badge", self._tone)
            line.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._texts = texts = column(space=2)
        texts.addStretch(1)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        texts.addStretch(1)
        line.addLayout(texts, 1)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def stand(self, *, is_high: bool) -> None:
        """Let the words begin at the top, as those of their neighbours do, or stand in the middle."""
        if self._texts is not None:
            self._texts.setStretch(0, 0 if is_high else 1)
        if self._badge is not None and (line := self.layout()) is not None:
            line.setAlignment(self._badge, Qt.AlignmentFlag.AlignTop if is_high else Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, detail: str = "") -> None:
        """Set the words."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.stand(is_high=bool(detail))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)

    def show_lines(self, title: Line, detail: Line = ()) -> None:
        """Set the words as lines: amounts stay whole, and a foreign line turns the tile its way."""
        self.say(plain(title), plain(detail))
        self.title.show_line(title)
        self.detail.show_line(detail)
        turn(self, title)

    def show_mark(self, name: str | None, tone: str = "ink") -> None:
        """Show an icon at the end of the line, or none."""
        self.mark.setVisible(name is not None)
        if name:
            self.mark.show_icon(name)
            self.mark.setProperty("tone", tone)
            self.mark.style().polish(self.mark)


def _through(label: Words) -> Words:
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label

"""What lies over the whole window: nothing beneath can be touched or reached by keys meanwhile."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from i18n.language import Language
from ui.override import override
from ui.widgets.button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.spaces import Space, column, frame, row
from ui.widgets.words import Words


class Cover(QWidget):
    """Covers its owner, whatever its size; `lifted` says that somebody wants to go on."""

    lifted = Signal()

    def __init__(self, owner: QWidget, language: Language) -> None:
        super().__init__(owner)
        self._owner = owner
        self.language = language
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        owner.installEventFilter(self)
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""

    def forget(self, language: Language) -> None:
        """Be as before anybody came."""
        self.hide()
        self.language = language
        self.retranslate()

    def lay_over(self) -> None:
        """Cover the owner now."""
        if self.isVisible():
            return
        self.retranslate()
        self.setGeometry(self._owner.rect())
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._owner.rect())
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    @override
    def focusNextPrevChild(self, is_forward: bool, /) -> bool:
        return True  # there is one thing to press, and nothing beneath


class StillThere(Cover):
    """Asks whether the person is still there; any touch or key says yes."""

    def __init__(self, owner: QWidget, language: Language) -> None:
        super().__init__(owner, language)
        outer = column(self, margin=Space.WIDE)
        outer.addStretch(1)
        box = frame("card")
        box.setMaximumWidth(900)
        inside = column(box, space=Space.STEP, margin=Space.WIDE)
        self._head, self._left = Words("title"), Words("lead")
        self.stay = ActionButton("check", "main")
        self.stay.clicked.connect(self.lifted)
        self._icon = Icon("clock", "badge_big")
        for part in (self._icon, self._head, self._left, self.stay):
            inside.addWidget(part)
        line = row()
        line.addStretch(1)
        line.addWidget(box, 8)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self._head.setText(_("Are you still there?"))
        self._left.setText("")
        self.setAccessibleName("")
        self.stay.say(_("Yes, I am still here"))

    def count(self, seconds: int) -> None:
        """Show the seconds that are left."""
        self.lay_over()
        ngettext = self.language.ngettext
        text = ngettext(
            "In {n} second we erase what you entered.", "In {n} seconds we erase what you entered.", seconds
        )
        self._left.setText(text.format(n=self.language.number(seconds)))
        self.setAccessibleName(self._left.text())
        self._spare_icon()
        self.stay.setFocus()

    def _spare_icon(self) -> None:
        """Leave the room to the words where there is little."""
        self._icon.show()
        if (layout := self.layout()) is not None:
            self._icon.setVisible(layout.totalMinimumHeightForWidth(self.width()) <= self.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.lifted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self.lifted.emit()


class Curtain(Cover):
    """Nothing to see; the same place as before lifts it, any other does nothing."""

    def __init__(self, owner: QWidget, language: Language) -> None:
        super().__init__(owner, language)
        self.back = ActionButton("curtain", "main")
        self.back.setParent(self)
        self.back.clicked.connect(self.lifted)

    @override
    def retranslate(self) -> None:
        self.back.say(self.language.gettext("Show"), self.language.gettext("Show my visit again"))

    def draw_over(self, button: QWidget) -> None:
        """Cover everything; the button that lifts it stands where the one that drew it stood."""
        self.lay_over()
        place = button.rect().translated(button.mapTo(self._owner, button.rect().topLeft()))
        place.setSize(place.size().expandedTo(self.back.sizeHint()))
        place.moveRight(min(place.right(), self.width() - Space.TIGHT))
        self.back.setGeometry(place)
        self.back.setFocus()

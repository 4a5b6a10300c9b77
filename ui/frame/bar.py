"""A line of controls that gives up words, the least needed first, where room is short; icons and names stay."""

from itertools import chain

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent

from i18n.language import Language
from ui.override import override
from ui.widgets.button import ActionButton
from ui.widgets.spaces import Frame
from ui.widgets.words import Words


class Bar(Frame):
    """The header or the footer. `dispensable` lists the words that may go, in that order; each group goes together."""

    def __init__(self, language: Language, look: str) -> None:
        super().__init__(look)
        self.language = language
        self.dispensable: tuple[tuple[Words, ...], ...] = ()
        self._is_fitting = False

    def retranslate(self) -> None:
        """Set the words."""

    def fit(self) -> None:
        """Show all words, then take away as many as it takes for the line to fit."""
        if self._is_fitting or not self.isVisible():
            return
        self._is_fitting = True
        for part in chain.from_iterable(self.dispensable):
            part.show()
        gone: list[tuple[Words, ...]] = []
        for group in self.dispensable:
            if self._needs() <= self.width():
                break
            _set_shown(group, is_shown=False)
            gone.append(group)
        for group in reversed(gone[:-1]):  # the last one may have left room enough for one that went before
            _set_shown(group, is_shown=True)
            _set_shown(group, is_shown=self._needs() <= self.width())
        self._is_fitting = False
        if (layout := self.layout()) is not None and self.isVisible():
            layout.activate()

    def _needs(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        for button in self.findChildren(ActionButton):
            button.refit()
        layout.invalidate()
        return layout.sizeHint().width()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.fit()


def _set_shown(group: tuple[Words, ...], *, is_shown: bool) -> None:
    for part in group:
        part.setVisible(is_shown)

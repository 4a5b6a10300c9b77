"""What our own layouts have in common: a list of parts and the distance between them."""

from functools import partial

from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete, isValid

from ui.override import override


class Parts(QLayout):
    """Holds the parts; how they are placed is for each layout to say."""

    def __init__(self, owner: QWidget | None, space: int) -> None:
        super().__init__(owner)
        self._items: list[QLayoutItem] = []
        self.destroyed.connect(partial(_let_go, self._items))
        self._space = space
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def spacing(self) -> int:
        return self._space

    @override
    def setSpacing(self, space: int, /) -> None:
        self._space = space
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True


def _let_go(items: list[QLayoutItem]) -> None:
    """Take the items of a layout apart, which Qt leaves to each layout: 88 bytes of each part would stay for good."""
    for item in items:
        if isValid(item):
            delete(item)
    items.clear()

"""One part of the handout: its title, why it is there, and buttons to move it or take it out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from i18n.runs import Line
from ui.widgets.button import IconButton
from ui.widgets.spaces import Space, column, row
from ui.widgets.words import words


class PartCard(QFrame):
    """`buttons` are named up, down and close."""

    def __init__(self, title: Line, reason: Line | None) -> None:
        super().__init__()
        self.setProperty("look", "card")
        line = row(self, space=Space.SNUG, margin=Space.STEP)
        texts = column(space=2)
        texts.addWidget(words("part", title))
        if reason:
            texts.addWidget(words("soft", reason))
        line.addLayout(texts, 1)
        line.addSpacing(Space.SNUG)
        self.buttons = {name: IconButton(name) for name in ("up", "down", "close")}
        for button in self.buttons.values():
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # so that the arrows of all parts stand under each other
            button.setSizePolicy(policy)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

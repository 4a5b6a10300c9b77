"""Words on the screen: labels that never read markup from a text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from i18n.runs import Line, Run, plain
from ui.override import override
from ui.widgets.directions import foreign_tag, joined, kept

_LEFT_TO_RIGHT_MARK = "\u200e"
_RIGHT_TO_LEFT_MARK = "\u200f"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "<br>"})
_RTL_TAGS = ("ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi")


class Words(QLabel):
    """A label with a named look that wraps and takes the room it needs.

    `wraps=False` never breaks its line; `is_short` would rather stand in one line, and breaks where it must. `tag` is
    the language the words are in, where that is not the one of the screen.
    """

    def __init__(self, look: str = "", text: str = "", *, wraps: bool = True, is_short: bool = False) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        upright = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Minimum, upright)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self._is_short = is_short
        self._said = ""
        self._line: Line = ()
        self._is_marked = False
        self.tag = ""
        if text:
            self.setText(text)

    @override
    def setText(self, text: str, /) -> None:
        """Show plain words, in the direction of the label whatever letter they begin with."""
        if text != self._said and self.accessibleName():
            self.setAccessibleName("")  # of the line shown before
        self._said, self._line = text, ()
        if self._turns_badly(text):
            self.setTextFormat(Qt.TextFormat.RichText)
            super().setText(self._directed(_shown(text)))
        else:
            self.setTextFormat(Qt.TextFormat.PlainText)
            super().setText(self._directed(text))

    def _turns_badly(self, text: str) -> bool:
        """Tell whether Qt would push in, by a space, each line that goes on in the next (6.11, 6.12, right to left)."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft and self.wordWrap() and " " in text

    @override
    def text(self) -> str:
        return self._said

    @override
    def sizeHint(self) -> QSize:
        if not self._is_short:
            return super().sizeHint()
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self._said) + self.fontMetrics().averageCharWidth()
        return QSize(wide, self.heightForWidth(wide))

    def _directed(self, text: str) -> str:
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (_RIGHT_TO_LEFT_MARK if is_rtl else _LEFT_TO_RIGHT_MARK) + text if text else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._said:
            if self._line:
                self.show_line(self._line)
            else:
                self.setText(self._said)

    @property
    def line(self) -> Line:
        """Give the line shown where parts of it stand out; nothing where the words are plain."""
        return self._line if self.textFormat() == Qt.TextFormat.RichText else ()

    def show_line(self, line: Line) -> None:
        """Show a line; strong runs are bold, everything in it is escaped."""
        turn(self, line)
        self.tag = foreign_tag(line) or ""
        if any(run.is_strong for run in line):
            self._said, self._line = plain(line), line
            self.setTextFormat(Qt.TextFormat.RichText)
            super().setText(self._directed(joined(line, (_marked(run) for run in line))))
        else:
            self.setText(joined(line, (_isolated(run) for run in line)))
        self.setAccessibleName(plain(line))

    def spoken_text(self) -> str:
        """Give the words as they are read aloud."""
        return self._said

    def mark_spoken(self, span: tuple[int, int] | None) -> None:
        """Mark what stands between two places of `spoken_text` while it is read aloud; None takes the mark away."""
        is_whole = span == (0, len(self._said))
        self.setProperty("spoken", "true" if is_whole else "false")
        self.style().polish(self)
        if span is None or is_whole:
            if self._is_marked:
                self._show_again()
            self._is_marked = False
            return
        from ui.widgets.spoken import marked  # noqa: PLC0415  only who listens needs it

        self._is_marked = True
        self.setTextFormat(Qt.TextFormat.RichText)
        colour = QGuiApplication.palette().color(QPalette.ColorRole.AlternateBase).name()
        super().setText(self._directed(marked(self._line or (Run(self._said),), span, colour)))

    def _show_again(self) -> None:
        if self._line:
            self.show_line(self._line)
        else:
            self.setText(self._said)


class StrongWords(Words):
    """Words of which some are bold: it takes Qt long to find how tall they are, so each answer is kept."""

    def __init__(self, look: str = "") -> None:
        self._heights: dict[int, int] = {}
        super().__init__(look)

    @override
    def heightForWidth(self, width: int, /) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    @override
    def setText(self, text: str, /) -> None:
        self._heights.clear()
        super().setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    @override
    def show_line(self, line: Line) -> None:
        super().show_line(line)
        self._heights.clear()


def words(look: str, line: Line) -> Words:
    """Make a label that shows a line."""
    label = StrongWords(look) if any(run.is_strong for run in line) else Words(look)
    label.show_line(line)
    return label


def turn(widget: QWidget, line: Line) -> None:
    """Give a widget the direction of a line that is in another language than the screen."""
    tag = foreign_tag(line)
    if tag:
        is_rtl = tag.split("-")[0] in _RTL_TAGS
        widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    else:
        widget.unsetLayoutDirection()


def _isolated(run: Run) -> str:
    return kept(run.text) if run.is_isolated else run.text


def _marked(run: Run) -> str:
    text = _shown(_isolated(run))
    return f"<b>{text}</b>" if run.is_strong else text


def _shown(text: str) -> str:
    return text.translate(_ESCAPED)  # the module html would bring a table of all entities to each start

"""How lines to type into behave, whatever is typed into them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from i18n.language import Language


def begin_at_the_start(edit: QLineEdit, language: Language) -> None:
    """Write from the side the language is read from; Qt begins an empty line on the side of the machine's keyboard."""
    side = Qt.AlignmentFlag.AlignRight if language.direction == "rtl" else Qt.AlignmentFlag.AlignLeft
    edit.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def writing_width(edit: QLineEdit) -> int:
    """Give the pixels in which a line writes: what the style leaves, less Qt's own two at each end."""
    option = QStyleOptionFrame()
    option.initFrom(edit)
    option.lineWidth = edit.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth, option, edit)
    inner = edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit)
    margins = edit.textMargins()
    return inner.width() - margins.left() - margins.right() - 4

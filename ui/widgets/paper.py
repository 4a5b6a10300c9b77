"""Pages of a PDF on the screen: the real thing, as it will be printed."""

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override


def _hold_pdfium() -> None:
    """Keep an empty document as long as the application: QtPdf ends PDFium with the last one, and a new start leaks."""
    application = QCoreApplication.instance()
    if application is not None and application.findChild(QPdfDocument) is None:
        QPdfDocument(application)


class PdfPages:
    """A PDF held in memory; nothing of it is written to a disk."""

    def __init__(self, pdf: bytes) -> None:
        _hold_pdfium()
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    @property
    def count(self) -> int:
        """Give the number of pages; 0 where the bytes are no PDF."""
        return self.document.pageCount() if self.document.status() is QPdfDocument.Status.Ready else 0


class PageView(QWidget):
    """One page, as wide as there is room; drawn when it is first seen."""

    def __init__(self, pages: PdfPages, number: int, name: str) -> None:
        super().__init__()
        self._pages = pages
        self._number = number
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        size = self._pages.document.pagePointSize(self._number)
        return round(width * size.height() / size.width()) if size.width() else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        picture = self._pages.document.render(
            self._number, QSize(round(self.width() * ratio), round(self.height() * ratio))
        )
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.drawImage(self.rect(), picture)
        painter.end()

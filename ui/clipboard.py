"""What was cut or copied: on some systems it outlives the program that it came from."""

from PySide6.QtGui import QClipboard, QGuiApplication


def forget() -> None:
    """Let go of what this program put there, by keys or by marking words; what others put there is theirs."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)

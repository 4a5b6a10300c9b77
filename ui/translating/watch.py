"""Notice that a catalogue was saved: written in place, or written beside and renamed."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SOON_MS: Final = 15
"""A save is several events; this long after the last one the file is whole, or the next one comes."""


class Watch(QObject):
    """Watches the folder and the catalogues in it. `saved` follows each save."""

    saved = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._tell)
        self._watcher.directoryChanged.connect(self._soon.start)
        self._watcher.fileChanged.connect(self._soon.start)
        self._watcher.addPath(str(folder))
        self._watch_files()

    def _watch_files(self) -> None:
        """Watch the files of today: a renamed one is another file."""
        watched = set(self._watcher.files())
        if new := [str(file) for file in self._folder.glob("*.po") if str(file) not in watched]:
            self._watcher.addPaths(new)

    def _tell(self) -> None:
        self._watch_files()
        self.saved.emit()

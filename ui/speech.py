"""Read aloud: sentences spoken one after another by a program on this machine."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Signal, SignalInstance

_VOICES: Final = {"zh": "cmn", "fil": "fil", "en": "en-us", "es": "es-419", "fr": "fr-fr"}
_WORDS_A_MINUTE: Final = 145


class Voice(Protocol):
    """Who reads aloud. `began` carries the number of the sentence, `failed` the words of the program."""

    began: SignalInstance
    finished: SignalInstance
    failed: SignalInstance

    def is_there(self) -> bool:
        """Tell whether this machine can speak at all."""

    def speak(self, sentences: Sequence[str], tag: str) -> None:
        """Begin to read, in the language of a BCP 47 tag; whatever was being read stops."""

    def stop(self) -> None:
        """Be silent at once."""


class EspeakVoice(QObject):
    """Read with espeak-ng. The words go to its standard input, never into a list of processes."""

    began = Signal(int)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, program: str = "espeak-ng") -> None:
        super().__init__()
        self._program = QStandardPaths.findExecutable(program)
        self._sentences: tuple[str, ...] = ()
        self._tag = "en"
        self._next = 0
        self._process: QProcess | None = None

    def is_there(self) -> bool:
        """Tell whether espeak-ng is installed."""
        return bool(self._program)

    def speak(self, sentences: Sequence[str], tag: str) -> None:
        """Begin to read."""
        self.stop()
        self._sentences, self._tag, self._next = tuple(sentences), tag, 0
        self._go_on()

    def stop(self) -> None:
        """Be silent at once."""
        self._sentences = ()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.kill()
            process.waitForFinished(200)
            process.deleteLater()

    def _go_on(self) -> None:
        if self._next >= len(self._sentences):
            self._sentences = ()
            self.finished.emit()
            return
        self.began.emit(self._next)
        language = self._tag.split("-")[0]
        process = QProcess(self)
        self._process = process
        process.finished.connect(self._on_finished)
        voice = _VOICES.get(language, language)
        process.start(self._program, ["-v", voice, "-s", str(_WORDS_A_MINUTE), "--stdin"])
        process.write(self._sentences[self._next].encode() + b"\n")
        process.closeWriteChannel()
        self._next += 1

    def _on_finished(self, status: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        if status:
            self._sentences = ()
            self.failed.emit(said)
        else:
            self._go_on()

"""Read aloud: sentences spoken one after another by a program on this machine."""

import re
import shutil
from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from i18n.language import Language

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_VOICES: Final = {"zh": "cmn", "en": "en-us", "es": "es-419", "fr": "fr-fr"}
"""What espeak-ng calls a language, where that is not the code of the language itself."""
_WORDS_A_MINUTE: Final = 145
_NO_VOICE: Final = "(?i)voice does not exist"
_NO_SOUND: Final = "(?m)^error: "
"""What espeak-ng writes where there is no sound device; it ends as if all were well."""


class Silence(Enum):
    """Why nothing can be heard."""

    NO_PROGRAM = auto()
    NO_VOICE = auto()
    NO_SOUND = auto()


class Sentence(NamedTuple):
    """What is spoken in one breath, and its language as a BCP 47 tag."""

    text: str
    tag: str


def silence_words(why: Silence, language: Language) -> str:
    """Say why nothing can be heard, and what to do."""
    _ = language.gettext
    said = {
        Silence.NO_PROGRAM: _("This machine cannot read aloud. Please ask staff for help."),
        Silence.NO_VOICE: _("This machine has no voice for {language}. Please ask staff for help."),
        Silence.NO_SOUND: _("No sound comes out of this machine. Please ask staff for help."),
    }
    return said[why].format(language=language.own_name)


class Voice(Protocol):
    """Who reads aloud. `began` carries the number of the sentence, `failed` a Silence."""

    began: SignalInstance
    finished: SignalInstance
    failed: SignalInstance

    def is_there(self) -> bool:
        """Tell whether this machine can speak at all."""

    def speak(self, sentences: Sequence[Sentence]) -> None:
        """Begin to read; whatever was being read stops."""

    def stop(self) -> None:
        """Be silent at once."""


class EspeakVoice(QObject):
    """Read with espeak-ng. The words go to its standard input, never into a list of processes.

    `patience` is how many milliseconds the window stands still for a program that was told to end.
    """

    began = Signal(int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, program: str = "espeak-ng", patience: int = 200) -> None:
        super().__init__()
        self._patience = patience
        self._program = shutil.which(program) or ""
        self._sentences: tuple[Sentence, ...] = ()
        self._next = 0
        self._process: QProcess | None = None

    def is_there(self) -> bool:
        """Tell whether espeak-ng is installed."""
        return bool(self._program)

    def speak(self, sentences: Sequence[Sentence]) -> None:
        """Begin to read."""
        self.stop()
        self._sentences, self._next = tuple(sentences), 0
        self._go_on()

    def stop(self) -> None:
        """Be silent at once."""
        self._sentences = ()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.finished.connect(process.deleteLater)  # on a busy machine it may take longer than we wait
            process.kill()
            process.waitForFinished(self._patience)
            if process.state() == process.ProcessState.NotRunning:
                process.deleteLater()

    def _go_on(self) -> None:
        if self._next >= len(self._sentences):
            self._sentences = ()
            self.finished.emit()
            return
        self.began.emit(self._next)
        if not self._sentences:
            return  # whoever heard of it may have stopped it
        sentence = self._sentences[self._next]
        language = sentence.tag.split("-")[0]
        from PySide6.QtCore import QProcess  # noqa: PLC0415  with all its states, which nobody needs before they listen

        process = QProcess(self)
        self._process = process
        process.finished.connect(self._on_finished)
        voice = _VOICES.get(language, language)
        process.start(self._program, ["-v", voice, "-s", str(_WORDS_A_MINUTE), "--stdin"])
        process.write(sentence.text.encode() + b"\n")
        process.closeWriteChannel()
        self._next += 1

    def _on_finished(self, status: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        why = _silence(status, said)
        if why is None:
            self._go_on()
        else:
            self._sentences = ()
            self.failed.emit(why)


def _silence(status: int, said: str) -> Silence | None:
    """Tell from its exit status and its words why the program was not heard; None where it was."""
    if re.search(_NO_VOICE, said):
        return Silence.NO_VOICE
    if re.search(_NO_SOUND, said):
        return Silence.NO_SOUND
    return Silence.NO_PROGRAM if status else None

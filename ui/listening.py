"""Read the screen aloud when a person asks for it in the header, and say why where nothing can be heard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.speech import Silence, silence_words

if TYPE_CHECKING:
    from ui.window import Window


class Listening(QObject):
    """Goes between the reader and one window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.header.speech_wanted.connect(self.begin_or_stop)
        window.reader.changed.connect(window.header.show_speaking)
        window.reader.failed.connect(self.tell_silence)

    def begin_or_stop(self) -> None:
        """Read what is in front; be silent where it is being read."""
        window = self._window
        if window.reader.is_speaking:
            window.reader.stop()
        elif not window.reader.is_there():
            self.tell_silence(Silence.NO_PROGRAM)
        elif (screen := window.stage.front) is not None:
            window.reader.read(screen.spoken(), window.language.tag)

    def tell_silence(self, why: Silence) -> None:
        """Say why nothing can be heard, and what to do."""
        self._window.banner.tell(silence_words(why, self._window.language))

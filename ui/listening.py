"""Read the screen aloud when a person asks for it in the header, and say why where nothing can be heard."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.reader import Reader
    from ui.speech import Silence
    from ui.window import Window


class Listening(QObject):
    """Goes between one window and its reader, which `make_reader` gives once somebody listens."""

    def __init__(self, window: "Window", make_reader: "Callable[[], Reader]") -> None:
        super().__init__(window)
        self._window, self._make_reader = window, make_reader
        window.header.speech_wanted.connect(self.begin_or_stop)

    @cached_property
    def reader(self) -> "Reader":
        """Give who reads aloud."""
        reader = self._make_reader()
        reader.changed.connect(self._window.header.show_speaking)
        reader.failed.connect(self.tell_silence)
        return reader

    @property
    def is_speaking(self) -> bool:
        """Tell whether the screen is being read aloud."""
        return "reader" in vars(self) and self.reader.is_speaking

    def hush(self) -> None:
        """Stop reading."""
        if "reader" in vars(self):
            self.reader.stop()

    def begin_or_stop(self) -> None:
        """Read what is in front; be silent where it is being read."""
        window = self._window
        if self.is_speaking:
            self.reader.stop()
        elif not self.reader.is_there():
            from ui.speech import Silence  # noqa: PLC0415  where nothing can be heard

            self.tell_silence(Silence.NO_PROGRAM)
        elif (screen := window.stage.front) is not None:
            self.reader.read(screen.spoken(), window.language.tag)

    def tell_silence(self, why: "Silence") -> None:
        """Say why nothing can be heard, and what to do."""
        from ui.speech import silence_words  # noqa: PLC0415  as above

        self._window.banner.tell(silence_words(why, self._window.language))

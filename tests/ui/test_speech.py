import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from ui.reader import Reader, sentences
from ui.routes import ToHelp
from ui.speech import EspeakVoice


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that is called like espeak-ng and writes down how, and what it hears."""
    file = tmp_path / "voice"
    file.write_text(f'#!/bin/sh\necho "$*" >> "{tmp_path}/called"\ncat >> "{tmp_path}/heard"\n')
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_sentences_end_where_a_breath_is_taken():
    assert list(sentences("One. Two? Three")) == ["One.", "Two?", "Three"]
    assert list(sentences("هل تؤلمك؟ نعم.")) == ["هل تؤلمك؟", "نعم."]


def test_the_page_is_read_in_order_and_each_label_is_marked(window, qtbot, program):
    reader = Reader(EspeakVoice(str(program)))
    window.fulfil(ToHelp())
    QCoreApplication.processEvents()
    labels = list(window.stage.front.spoken())[:3]
    marked = []
    reader._voice.began.connect(lambda _n: marked.append([label.property("spoken") == "true" for label in labels]))
    with qtbot.waitSignal(reader._voice.finished, timeout=60_000):
        reader.read(labels, "es-US")
    heard = (program.parent / "heard").read_text().split("\n")
    assert heard[0] == "Help"
    assert marked[0] == [True, False, False]
    assert "-v es-419" in (program.parent / "called").read_text()
    assert not reader.is_speaking


def test_the_words_are_never_in_the_list_of_processes(window, qtbot, program):
    voice = EspeakVoice(str(program))
    with qtbot.waitSignal(voice.finished, timeout=60_000):
        voice.speak(["A secret medicine."], "en")
    assert "secret" not in (program.parent / "called").read_text()


def test_stop_is_silent_at_once(qapp, tmp_path):
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 30\n")
    slow.chmod(0o755)
    voice = EspeakVoice(str(slow))
    voice.speak(["One.", "Two."], "en")
    voice.stop()
    assert voice._process is None


def test_a_voice_that_fails_says_so(qtbot, tmp_path):
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\ncat >/dev/null\necho no sound device >&2\nexit 1\n")
    broken.chmod(0o755)
    voice = EspeakVoice(str(broken))
    with qtbot.waitSignal(voice.failed, timeout=60_000) as failed:
        voice.speak(["One."], "en")
    assert failed.args == ["no sound device"]


def test_a_machine_without_a_voice_tells_the_person(window):
    window.reader._voice = EspeakVoice("no-such-program")
    window.fulfil(ToHelp())
    window.header.speech.click()
    assert window.banner.isVisible()

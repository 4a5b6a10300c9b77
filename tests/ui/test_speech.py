import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess
from PySide6.QtWidgets import QLabel

from i18n.locales import available
from i18n.runs import Run
from tests.ui.conftest import LOCALES
from ui.reader import Reader, sentences
from ui.routes import ToHelp, ToHome
from ui.speech import _VOICES, EspeakVoice, Sentence, Silence
from ui.topics import ToGuide
from ui.widgets.words import words
from ui.wishes import SpeakLanguage


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that is called like espeak-ng and writes down how, and what it hears."""
    file = tmp_path / "voice"
    file.write_text(f'#!/bin/sh\necho "$*" >> "{tmp_path}/called"\ncat >> "{tmp_path}/heard"\n')
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two? Three", ["One.", "Two?", "Three"]),
        ("Take 1.5 mg. Not 0.5 mg.", ["Take 1.5 mg.", "Not 0.5 mg."]),
        ("هل تؤلمك؟ نعم.", ["هل تؤلمك؟", "نعم."]),
        ("骨头疼吗？请问医生。好", ["骨头疼吗？", "请问医生。", "好"]),
        ("Say “Stop!” Then go", ["Say “Stop!”", "Then go"]),
        ("One\nTwo", ["One", "Two"]),
        ("•", []),
    ],
)
def test_sentences_end_where_a_breath_is_taken(text, parts):
    assert [text[first:last] for first, last in sentences(text)] == parts


def spoken_by(window, qtbot, program, place):
    """Read a place aloud and give what was marked at each sentence, as rich text or as the whole label."""
    window.listening.reader = reader = Reader(EspeakVoice(str(program)))
    window.fulfil(place)
    QCoreApplication.processEvents()
    labels = list(window.stage.front.spoken())
    marks = []
    reader._voice.began.connect(lambda _n: marks.append([label for label in labels if is_marked(label)]))
    with qtbot.waitSignal(reader._voice.finished, timeout=120_000):
        reader.read(labels, window.language.tag)
    assert not any(is_marked(label) for label in labels)
    assert not reader.is_speaking
    return labels, marks


def is_marked(label):
    return label.property("spoken") == "true" or "background-color" in QLabel.text(label)


def test_the_page_is_read_in_order_and_one_label_is_marked_at_a_time(window, qtbot, program):
    window.fulfil(SpeakLanguage("es_US"))
    labels, marks = spoken_by(window, qtbot, program, ToHelp())
    heard = (program.parent / "heard").read_text().split("\n")
    assert heard[0] == labels[0].text() == "Ayuda"
    assert {len(one) for one in marks} == {1}
    assert len(marks) >= len([label for label in labels if label.text() != "•"])
    assert "-v es-419" in (program.parent / "called").read_text()


def test_the_sentence_being_spoken_is_in_view(window, qtbot, program):
    window.resize(1024, 600)
    window.fulfil(ToGuide("guide.calcium"))
    seen = []
    page = window.stage.front.body
    reader = Reader(EspeakVoice(str(program)))
    reader._voice.began.connect(lambda _n: seen.append(is_in_view(reader._marked, page)))
    QCoreApplication.processEvents()
    labels = list(window.stage.front.spoken())[:25]
    with qtbot.waitSignal(reader._voice.finished, timeout=120_000):
        reader.read(labels, "en")
    assert page.verticalScrollBar().value() > 0
    assert all(seen)


def is_in_view(label, page):
    return not label.visibleRegion().isEmpty() or not page.isAncestorOf(label)


def test_one_sentence_of_a_label_is_marked_and_doses_stay_strong(application):
    label = words("", (Run("Take "), Run("45 mg", is_strong=True, is_isolated=True), Run(". Ask <us>. ")))
    (first, second) = sentences(label.spoken_text())
    label.mark_spoken(first)
    assert QLabel.text(label).count("<span") == 3
    label.mark_spoken(second)
    assert "&lt;us&gt;.</span>" in QLabel.text(label)
    assert "45 mg" in QLabel.text(label)
    label.mark_spoken(None)
    assert "<span" not in QLabel.text(label)
    assert "<b>" in QLabel.text(label)


def test_a_button_is_read_whole_before_the_next(window):
    window.fulfil(ToHome())
    QCoreApplication.processEvents()
    said = [label.text() for label in window.stage.front.spoken()]
    assert said.index("See what you know") == said.index("Take a quiz") + 1


def test_words_in_english_are_spoken_by_an_english_voice(window, qtbot, program):
    reader = Reader(EspeakVoice(str(program)))
    labels = [words("", (Run("Hola."),)), words("", (Run("Hello.", lang="en"),))]
    with qtbot.waitSignal(reader._voice.finished, timeout=60_000):
        reader.read(labels, "es-US")
    called = (program.parent / "called").read_text().splitlines()
    assert [line.split()[1] for line in called] == ["es-419", "en-us"]


def test_the_words_are_never_in_the_list_of_processes(window, qtbot, program):
    voice = EspeakVoice(str(program))
    with qtbot.waitSignal(voice.finished, timeout=60_000):
        voice.speak([Sentence("A secret medicine.", "en")])
    assert "secret" not in (program.parent / "called").read_text()


def test_stop_is_silent_at_once(qapp, tmp_path):
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 30\n")
    slow.chmod(0o755)
    voice = EspeakVoice(str(slow))
    voice.speak([Sentence("One.", "en"), Sentence("Two.", "en")])
    voice.stop()
    assert voice._process is None


def test_a_program_that_ends_later_than_it_was_told_is_let_go_only_then(qtbot, program):
    voice = EspeakVoice(str(program), patience=0)
    for _ in range(10):
        voice.speak([Sentence("One.", "en")])
        voice.stop()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # Qt would warn, which fails a test
    qtbot.waitUntil(lambda: not voice.findChildren(QProcess), timeout=60_000)


@pytest.mark.parametrize(
    ("said", "status", "why"),
    [
        ("Error: The specified espeak-ng voice does not exist.", 1, Silence.NO_VOICE),
        ("ALSA lib pcm.c:2666: Unknown PCM\nerror: No such file or directory", 0, Silence.NO_SOUND),
        ("something else", 1, Silence.NO_PROGRAM),
    ],
)
def test_a_voice_that_cannot_be_heard_says_why(window, qtbot, tmp_path, said, status, why):
    broken = tmp_path / "broken"
    broken.write_text(f'#!/bin/sh\ncat >/dev/null\nprintf "%s" "{said}" >&2\nexit {status}\n')
    broken.chmod(0o755)
    voice = EspeakVoice(str(broken))
    with qtbot.waitSignal(voice.failed, timeout=60_000) as failed:
        voice.speak([Sentence("One.", "en")])
    assert failed.args == [why]
    window.listening.tell_silence(why)
    assert window.banner.isVisible()


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="the real program is not on this machine")
def test_the_real_program_has_a_voice_for_every_language_but_filipino(window):
    """espeak-ng 1.51 knows no Filipino; the person is told."""
    missing = {info.code for info in available(LOCALES) if not has_voice(window.desk.learn(info.code).tag)}
    assert {code for code in missing if "_X" not in code} == {"fil"}


def has_voice(tag):
    language = tag.split("-")[0]
    program = ["espeak-ng", "-q", "-v", _VOICES.get(language, language), "--stdin"]
    return subprocess.run(program, check=False, input=b"1", capture_output=True, timeout=60).returncode == 0


def test_a_machine_without_a_voice_tells_the_person(window):
    window.listening.reader._voice = EspeakVoice("no-such-program")
    window.fulfil(ToHelp())
    window.header.speech.click()
    assert window.banner.isVisible()

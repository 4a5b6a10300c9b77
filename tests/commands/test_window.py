"""How the application starts: the store is looked at beside other work, and printing loads when somebody prints."""

import sys
from pathlib import Path

import pytest

from commands import window
from commands.failure import CommandFailed
from commands.places import Places
from commands.store import begin
from i18n.language import Language
from ui.printer import Handed, Later


@pytest.fixture
def bundle(tmp_path: Path) -> Places:
    """Give the places of a copy without sources, as a clinic has it, with a store that is none."""
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "content.db").write_bytes(b"x" * 4096)
    return Places(tmp_path)


def test_a_damaged_store_is_refused_in_a_sentence_before_anything_is_shown(bundle: Places) -> None:
    store = begin(bundle)
    with pytest.raises(CommandFailed, match=r"content\.db cannot be used.*Install Teachback again"):
        store()


def test_why_qt_gave_up_is_said_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "linux":
        assert "no display" in window.reasons()


def test_a_printer_is_made_once_and_only_when_somebody_prints() -> None:
    made = []

    class Desk:
        def take(self, pdf: bytes, language: Language, order: object = None) -> Handed:
            return Handed(True, pdf.decode())

    def make() -> Desk:
        made.append(1)
        return Desk()

    printer = Later(make)
    assert made == []
    english = Language(code="en", tag="en", own_name="English")
    assert [printer.take(b"one", english).sentence, printer.take(b"two", english).sentence] == ["one", "two"]
    assert made == [1]


@pytest.mark.parametrize("place", ["/nowhere/cups.sock", ""])
def test_a_machine_without_a_print_service_has_no_printer(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setenv(window.CUPS_VARIABLE, place)
    monkeypatch.setattr(window, "CUPS", "/nowhere/cups.sock")
    assert window.print_service({window.CUPS_VARIABLE: place}) is None

"""Compiled words say what gettext itself reads from the same bytes."""

from gettext import GNUTranslations
from io import BytesIO

import polib
import pytest

from i18n.catalogue import compile_words
from i18n.descriptor import FOLDER, codes, read
from i18n.interface import interface_words
from i18n.words import CompiledWords


@pytest.mark.parametrize("code", [code for code in codes() if (FOLDER / code / "ui.po").is_file()])
def test_every_sentence_of_a_locale_is_what_gettext_says(code):
    known = read(code)
    data = compile_words(FOLDER / code / "ui.po", known)
    ours, theirs = CompiledWords(data, known.plural_rule), GNUTranslations(BytesIO(data))
    for entry in polib.pofile(str(FOLDER / code / "ui.po")):
        if entry.msgid_plural:
            for n in (0, 1, 2, 3, 5, 11, 21, 100, 101):
                said = ours.ngettext(entry.msgid, entry.msgid_plural, n)
                assert said == theirs.ngettext(entry.msgid, entry.msgid_plural, n)
        elif entry.msgctxt:
            assert ours.pgettext(entry.msgctxt, entry.msgid) == theirs.pgettext(entry.msgctxt, entry.msgid)
        else:
            assert ours.gettext(entry.msgid) == theirs.gettext(entry.msgid)


def test_what_is_not_there_is_said_in_english_and_the_header_to_nobody():
    words = interface_words(read("ar"))
    assert words.gettext("no such sentence") == "no such sentence"
    assert words.pgettext("nowhere", "no such sentence") == "no such sentence"
    assert words.ngettext("one such", "{n} such", 7) == "{n} such"
    assert words.npgettext("nowhere", "one such", "{n} such", 1) == "one such"
    assert words.gettext("") == ""


@pytest.mark.parametrize("data", [b"", b"x" * 19, b"x" * 400, b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_bytes_that_are_no_catalogue_are_refused(data):
    with pytest.raises(ValueError, match=r"\d"):
        CompiledWords(data, "n != 1")


def test_a_broken_compiled_file_is_made_anew(tmp_path):
    folder = tmp_path / "es_US"
    folder.mkdir()
    for name in ("locale.toml", "ui.po"):
        (folder / name).write_bytes((FOLDER / "es_US" / name).read_bytes())
    (folder / "ui.mo").write_bytes(b"broken")
    assert interface_words(read("es_US", tmp_path), tmp_path).gettext("Back") != "Back"

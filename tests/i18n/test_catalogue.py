import shutil

import pytest

from i18n.catalogue import content_translations, open_po
from i18n.descriptor import FOLDER
from i18n.errors import BadCatalogue

GOOD = 'msgctxt "term.x:term"\nmsgid "bone"\nmsgstr "hueso"\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "es_US").mkdir()
    shutil.copy(FOLDER / "es_US" / "locale.toml", tmp_path / "es_US")
    return tmp_path


def save(folder, data):
    file = folder / "es_US" / "phrases.po"
    file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return file


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD + "\0", "null byte"),
        (GOOD.encode() + b"\xff\xfe", "not UTF-8"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=latin-1\\n"\n', "save it as UTF-8"),
        (GOOD * 2, "second time"),
        (GOOD + "\n" + GOOD.replace('"bone"', '"bones"'), "second time"),
        (GOOD.replace("hueso", "h" * 30_000), "longer than"),
        (b"# " + b"x" * 10_000_000, "too large"),
        ("<html>", "not in PO form"),
        ('msgid "a\nmsgstr b', "not in PO form"),
        ('msgid "a"\nmsgstr[9] x', "not in PO form"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_in_a_sentence(folder, data, said):
    with pytest.raises(BadCatalogue, match=said) as caught:
        open_po(save(folder, data))
    assert str(caught.value).startswith(str(folder))


def test_finished_texts_are_given_with_the_english_they_were_made_from(folder):
    save(folder, GOOD)
    found = content_translations("es_US", folder)
    assert (found["term.x:term"].english, found["term.x:term"].text) == ("bone", "hueso")


@pytest.mark.parametrize(
    "data",
    [
        "#, fuzzy\n" + GOOD,
        GOOD.replace("hueso", ""),
        GOOD.replace("hueso", "<b>hueso</b>"),
        GOOD.replace("hueso", "hueso %n"),
        GOOD.replace("hueso", "{0.__class__}"),
        GOOD.replace("bone", "[[45 mg]]").replace("hueso", "[[45 mcg]]"),
    ],
)
def test_an_unfinished_or_unsafe_text_is_not_given_to_the_build(folder, data):
    save(folder, data)
    assert content_translations("es_US", folder) == {}

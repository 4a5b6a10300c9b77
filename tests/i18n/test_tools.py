import zipfile

import pytest

from i18n.catalogue import content_translations, open_po
from i18n.errors import UnknownLocale
from i18n.tools.add import AlreadyThere, add
from i18n.tools.check import check
from i18n.tools.sources import Source, interface_strings
from i18n.tools.status import status
from i18n.tools.submit import submit
from i18n.tools.sync import sync

SOURCES = [
    Source("phrases", f"term.t{n}:{part}", f"{part} of word {n}") for n in range(5) for part in ("term", "definition")
]


def translate(folder, code, texts):
    file = folder / code / "phrases.po"
    catalogue = open_po(file)
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgctxt, "")
    catalogue.save(str(file))


def test_a_new_locale_goes_from_nothing_to_three_finished_items(tmp_path):
    known = add("sw", tmp_path)
    assert (known.own_name, known.is_draft, known.direction) == ("Kiswahili", True, "ltr")
    sync("sw", SOURCES, tmp_path)
    done = {f"term.t{n}:{part}": f"neno {part} {n}" for n in range(3) for part in ("term", "definition")}
    translate(tmp_path, "sw", done | {"term.t3:term": "neno term 3"})
    assert [finding for finding in check("sw", tmp_path, SOURCES) if finding.blocks] == []
    assert content_translations("sw", tmp_path).keys() >= done.keys()
    counted = status("sw", tmp_path)
    assert (counted.ready, len(counted.items)) == (3, 5)
    assert "term.t3: in English (1 missing of 2)" in [str(item) for item in counted.items]


@pytest.mark.parametrize(
    ("code", "direction", "forms"), [("uk", "ltr", 3), ("fa", "rtl", 2), ("hmn", "ltr", 1), ("pl", "ltr", 3)]
)
def test_add_knows_direction_and_plurals_even_where_cldr_has_no_locale(tmp_path, code, direction, forms):
    known = add(code, tmp_path)
    assert (known.direction, len(known.plural_forms)) == (direction, forms)


def test_a_locale_is_not_added_twice_nor_outside_its_folder(tmp_path):
    add("so", tmp_path)
    with pytest.raises(AlreadyThere):
        add("so", tmp_path)
    with pytest.raises(UnknownLocale):
        add("../so", tmp_path)


def test_check_names_a_broken_file_and_goes_on(tmp_path):
    add("sw", tmp_path)
    (tmp_path / "sw" / "phrases.po").write_text("rubbish")
    (tmp_path / "sw" / "guides.po").write_text('msgctxt "g:t"\nmsgid "Eat [[5 g]]."\nmsgstr "Kula [[50 g]]."\n')
    rules = {(finding.domain, finding.rule) for finding in check("sw", tmp_path)}
    assert {("phrases", "file"), ("guides", "dose")} <= rules


def test_check_tells_of_english_that_changed_since(tmp_path):
    add("sw", tmp_path)
    sync("sw", SOURCES, tmp_path)
    newer = [Source("phrases", SOURCES[0].key, "another word")]
    assert any("has changed" in finding.cure for finding in check("sw", tmp_path, newer))


def test_a_locale_is_packed_with_nothing_but_its_words(tmp_path):
    add("sw", tmp_path)
    sync("sw", SOURCES, tmp_path)
    (tmp_path / "sw" / "secret.txt").write_text("no")
    submit("sw", tmp_path / "sw.zip", tmp_path)
    assert zipfile.ZipFile(tmp_path / "sw.zip").namelist() == ["sw/phrases.po", "sw/locale.toml"]


def test_interface_sentences_are_found_with_context_plural_and_note(tmp_path):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "a.py").write_text(
        "# Note: on a button\n_('Print')\n"
        "language.ngettext('{n} page', '{n} pages', n)\nlanguage.pgettext('menu', 'Open')\n"
        "mark('Later')\nprint('no')\n"
    )
    found = {(s.key, s.english, s.plural, s.note) for s in interface_strings(tmp_path) if s.file != "Qt"}
    assert found == {
        ("", "Print", "", "on a button"),
        ("", "{n} page", "{n} pages", ""),
        ("menu", "Open", "", ""),
        ("", "Later", "", ""),
    }

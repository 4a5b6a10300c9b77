import pytest

from i18n.catalogue import open_po, read_domain
from i18n.descriptor import FOLDER
from i18n.errors import Refused
from i18n.tools.sources import Source
from i18n.tools.status import status
from i18n.tools.sync import sync

DOSE = Source("guides", "guide.d:dose", "Take [[500 mg]] with your evening meal.", "A dose.", "d.yaml")
TYPO = Source("guides", "guide.t:text", "Walk evry day.", "", "t.yaml")
PAGES = Source("ui", "", "{n} page once daily", plural="{n} pages once daily")
ALL = (DOSE, TYPO, PAGES)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "es_US").mkdir()
    (tmp_path / "es_US" / "locale.toml").write_bytes((FOLDER / "es_US" / "locale.toml").read_bytes())
    sync("es_US", ALL, tmp_path)
    fill(tmp_path, "guides", "guide.d:dose", "Tome [[500 mg]] con la cena.")
    fill(tmp_path, "guides", "guide.t:text", "Camine todos los días.")
    fill(tmp_path, "ui", None, "{n} página al día", "{n} páginas al día")
    return tmp_path


def fill(folder, domain, key, *texts):
    file = folder / "es_US" / f"{domain}.po"
    catalogue = open_po(file)
    entry = next(e for e in catalogue if e.msgctxt == key)
    entry.msgstr = texts[0] if len(texts) == 1 else ""
    entry.msgstr_plural = dict(enumerate(texts)) if len(texts) > 1 else {}
    catalogue.save(str(file))


def entry(folder, domain, key):
    return next(e for e in open_po(folder / "es_US" / f"{domain}.po") if e.msgctxt == key)


def test_new_strings_come_with_their_note_file_and_the_flags_weblate_reads(folder):
    found = entry(folder, "guides", "guide.d:dose")
    assert (found.comment, found.occurrences, found.flags) == (
        "A dose.",
        [("d.yaml", "")],
        ['placeholders:"[[500 mg]]"'],
    )


def test_nothing_changes_when_nothing_changed(folder):
    sync("es_US", ALL, folder)
    before = {file: file.read_bytes() for file in folder.rglob("*.po")}
    assert sync("es_US", ALL, folder).files == []
    assert {file: file.read_bytes() for file in folder.rglob("*.po")} == before


def test_a_changed_dose_waits_for_a_second_look_with_the_english_it_was_made_from(folder):
    report = sync("es_US", (Source("guides", DOSE.key, DOSE.english.replace("500", "850")), TYPO, PAGES), folder)
    found = entry(folder, "guides", "guide.d:dose")
    assert report.changed == ["guide.d:dose"]
    assert (found.fuzzy, found.previous_msgid, found.msgstr) == (True, DOSE.english, "Tome [[500 mg]] con la cena.")
    states = {item.id: item.is_ready for item in status("es_US", folder).items}
    assert states == {"guide.d": False, "guide.t": True}


def test_english_that_comes_back_is_right_again(folder):
    once = Source("guides", DOSE.key, "Take [[1 g]].")
    sync("es_US", (once, TYPO, PAGES), folder)
    sync("es_US", (Source("guides", DOSE.key, "Take [[2 g]]."), TYPO, PAGES), folder)
    assert sync("es_US", ALL, folder).returned == ["guide.d:dose"]
    assert not entry(folder, "guides", "guide.d:dose").fuzzy


def test_a_plural_that_changed_alone_is_seen(folder):
    report = sync("es_US", (DOSE, TYPO, Source("ui", "", PAGES.english, plural="{n} pages TWICE daily")), folder)
    assert report.changed == [PAGES.english]
    assert entry(folder, "ui", None).fuzzy


def test_no_text_is_guessed_from_another_of_like_english(folder):
    near = Source("guides", "guide.n:dose", DOSE.english.replace("500", "50"))
    sync("es_US", (*ALL, near), folder)
    assert entry(folder, "guides", "guide.n:dose").msgstr == ""


def test_the_same_english_in_two_places_is_two_entries(folder):
    sync("es_US", (*ALL, Source("guides", "guide.n:dose", DOSE.english)), folder)
    assert len([e for e in read_domain("es_US", "guides", folder) if e.english == DOSE.english]) == 2


def test_a_spelling_change_stays_published_and_is_logged(folder):
    mended = Source("guides", TYPO.key, "Walk every day.")
    report = sync("es_US", (DOSE, mended, PAGES), folder, trivial={TYPO.key: "Ana Ruiz: a letter was missing"})
    assert report.trivial == [TYPO.key]
    assert not entry(folder, "guides", TYPO.key).fuzzy
    assert "Ana Ruiz" in (folder / "es_US" / "trivial.tsv").read_text("utf-8")


@pytest.mark.parametrize(
    "english", ["Take [[550 mg]] with your evening meal.", "Do not take [[500 mg]].", "Take 2 [[500 mg]]."]
)
def test_a_change_of_dose_number_or_not_is_never_spelling(folder, english):
    with pytest.raises(Refused):
        sync("es_US", (Source("guides", DOSE.key, english), TYPO, PAGES), folder, trivial={DOSE.key: "A: typo"})
    assert entry(folder, "guides", DOSE.key).msgid == DOSE.english


def test_a_text_no_longer_used_is_kept_at_the_end_and_comes_back(folder):
    assert sync("es_US", (TYPO, PAGES), folder).gone == [DOSE.key]
    assert read_domain("es_US", "guides", folder)[-1].key == TYPO.key
    sync("es_US", ALL, folder)
    assert entry(folder, "guides", DOSE.key).msgstr == "Tome [[500 mg]] con la cena."


def test_formats_that_other_tools_guessed_are_dropped_and_a_translators_own_flags_stay(folder):
    file = folder / "es_US" / "guides.po"
    catalogue = open_po(file)
    next(e for e in catalogue if e.msgctxt == TYPO.key).flags = ["python-format", "no-wrap", "max-length:3"]
    catalogue.save(str(file))
    sync("es_US", ALL, folder)
    assert entry(folder, "guides", TYPO.key).flags == ["no-wrap"]


def test_a_wish_that_is_refused_leaves_every_file_as_it_was(folder):
    before = {file: file.read_bytes() for file in folder.rglob("*.*")}
    pages = Source("ui", "", PAGES.english, plural="{n} pages TWICE daily")
    mended = (Source("guides", DOSE.key, "Take [[5 mg]]."), Source("guides", TYPO.key, "Walk every day."), pages)
    with pytest.raises(Refused):
        sync("es_US", mended, folder, trivial={DOSE.key: "A: typo", TYPO.key: "A: typo"})
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before

import pytest

from i18n.errors import BadLocale
from i18n.live.catalogue import LiveCatalogue
from i18n.live.marks import bare, numbers
from i18n.live.words import LiveWords, View
from tests.i18n.live.saved import GUIDES, UI, save


@pytest.fixture
def catalogue(locales):
    found = LiveCatalogue("es_US", locales)
    found.reread()
    return found


@pytest.fixture
def words(catalogue):
    return LiveWords(catalogue, View.TRANSLATION, is_marked=False)


def test_nothing_has_changed_until_something_is_saved(catalogue):
    assert catalogue.reread().changed == frozenset()


def test_a_saved_text_alone_has_changed_and_keeps_its_number(catalogue, words, locales):
    before = {entry.english: number for number, entry in catalogue.all()}
    save(locales / "es_US/ui.po", UI.replace("Inicio", "Portada"))
    found = catalogue.reread()
    assert [catalogue[number].english for number in found.changed] == ["Home"]
    assert words.gettext("Home") == "Portada"
    assert {entry.english: number for number, entry in catalogue.all()} == before


def test_a_broken_file_keeps_the_old_words_and_names_its_line_until_it_is_mended(catalogue, words, locales):
    save(locales / "es_US/ui.po", UI.replace('msgstr "Inicio"', 'msgstr "Inicio'))
    (broken,) = catalogue.reread().broken
    assert (broken.file.name, broken.line) == ("ui.po", 7)
    assert words.gettext("Home") == "Inicio"
    assert catalogue.reread().broken == (broken,)
    save(locales / "es_US/ui.po", UI.replace("Inicio", "Portada"))
    assert catalogue.reread().broken == ()
    assert words.gettext("Home") == "Portada"


def test_a_file_that_just_lost_everything_is_not_taken(catalogue, words, locales):
    (locales / "es_US/ui.po").write_bytes(b"")
    assert len(catalogue.reread().broken) == 1
    assert words.gettext("Home") == "Inicio"


def test_a_text_taken_out_of_its_file_is_shown_in_english_again(catalogue, words, locales):
    save(locales / "es_US/ui.po", UI.partition("\n\n")[2])
    catalogue.reread()
    assert words.gettext("Home") == "Home"


def test_the_form_for_a_number_is_chosen_by_the_rule_of_the_locale(words):
    assert words.ngettext("{n} page", "{n} pages", 1) == "{n} hoja"
    assert words.ngettext("{n} page", "{n} pages", 2) == "{n} hojas"


def test_words_that_cannot_be_filled_in_are_shown_in_english(catalogue, words, locales):
    save(locales / "es_US/ui.po", UI.replace('"{n} hojas"', '"{n.__class__} hojas"'))
    catalogue.reread()
    assert words.ngettext("{n} page", "{n} pages", 2) == "{n} pages"


def test_each_view_says_the_same_text_in_its_own_way(catalogue):
    said = {view: bare(LiveWords(catalogue, view).gettext("Home")) for view in View}
    assert said == {
        View.TRANSLATION: "Inicio",
        View.ENGLISH: "Home",
        View.IDS: "ui.po:5",
        View.PSEUDO: "⟦Ĥöḿé one⟧",
    }


def test_what_is_in_no_catalogue_is_shown_in_english_and_can_be_asked_for(catalogue):
    text = LiveWords(catalogue, View.TRANSLATION).gettext("A new sentence")
    (number,) = numbers(text)
    assert bare(text) == catalogue[number].english == "A new sentence"
    assert not catalogue.is_written(number)


def test_a_locale_whose_plural_rule_is_none_is_refused_in_a_sentence(locales):
    file = locales / "es_US/locale.toml"
    file.write_text(file.read_text("utf-8").replace('rule = "n != 1"', 'rule = "n !="'), "utf-8")
    with pytest.raises(BadLocale, match=r"plural\.rule"):
        LiveCatalogue("es_US", locales)


def test_a_content_text_is_found_by_its_key_whatever_its_english(catalogue, locales):
    number = catalogue.number("content", "guide.x:title")
    save(locales / "es_US/guides.po", GUIDES.replace('"Bones"', '"Your bones"'))
    assert number in catalogue.reread().changed
    assert catalogue[number].english == "Your bones"


def test_lines_are_right_after_something_above_grew(catalogue, locales):
    save(locales / "es_US/ui.po", UI.replace('msgstr "Inicio"', 'msgstr ""\n"Inicio "\n"de todo"'))
    assert len(catalogue.reread().changed) == 1
    lines = {entry.english: entry.line for _number, entry in catalogue.all() if entry.domain == "ui"}
    assert lines == {"Home": 5, "{n} page": 11}


def test_a_text_that_stands_twice_is_refused_although_all_else_is_known(catalogue, locales):
    save(locales / "es_US/ui.po", f'{UI}\nmsgid "Home"\nmsgstr "Portada"\n')
    (broken,) = catalogue.reread().broken
    assert "a second time" in broken.cure

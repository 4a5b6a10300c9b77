import os
import shutil

import pytest

from i18n.descriptor import FOLDER, read
from i18n.errors import BadLocale, UnknownLocale
from i18n.locales import available, load

SHIPPED = ("en", "ar", "es_US", "fil", "fr", "ht", "ko", "ru", "vi", "zh_Hans")


@pytest.fixture
def folder(tmp_path):
    for code in ("en", "es_US"):
        (tmp_path / code).mkdir()
        shutil.copy(FOLDER / code / "locale.toml", tmp_path / code)
    return tmp_path


def po(folder, code, text):
    (folder / code / "ui.po").write_text(text, encoding="utf-8")


def test_ten_locales_are_offered_english_first_and_pseudo_ones_only_when_asked():
    assert tuple(info.code for info in available()) == SHIPPED
    assert {info.code for info in available(with_pseudo=True)} - set(SHIPPED) == {"en_XA", "ar_XB"}


def test_all_but_english_are_drafts():
    assert [info.code for info in available() if not info.is_draft] == ["en"]


@pytest.mark.parametrize("code", ["../en", "en/../ar", "/etc", "en\0", "xx", "", "EN", "."])
def test_a_name_that_is_no_locale_is_refused(code):
    with pytest.raises(UnknownLocale):
        load(code)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('rule = "n != 1"', 'rule = "__import__(1)"'),
        ('range_pattern = "{low} a {high}"', 'range_pattern = "{low.__class__} a {high}"'),
        ('fonts = ["NotoSans-Regular.ttf"', 'fonts = ["../../secret.ttf"'),
        ('decimal_mark = "."', 'decimal_mark = ","'),
        ('mcg = "mcg"\n', ""),
        ('mcg = "mcg"\n', "mcg = 1000\n"),
        ("[signals]\n", "[signals]\nsoon = true\n"),
        ("[signals]\n", '[signals]\nsoon = "pronto"\n'),
        ("[signals]\n", "[signals]\nsoon = [1]\n"),
        ('direction = "ltr"', "direction = 3"),
        ("tag", "[tag"),
    ],
)
def test_a_broken_locale_file_is_named_and_not_offered(folder, before, after):
    file = folder / "es_US" / "locale.toml"
    file.write_text(file.read_text("utf-8").replace(before, after, 1), "utf-8")
    with pytest.raises(BadLocale, match=r"locale\.toml"):
        read("es_US", folder)
    assert [info.code for info in available(folder)] == ["en"]


def test_words_are_read_again_when_the_file_is_saved(folder):
    po(folder, "es_US", 'msgid "Yes"\nmsgstr "Sí"\n')
    assert load("es_US", folder).gettext("Yes") == "Sí"
    po(folder, "es_US", 'msgid "Yes"\nmsgstr "Claro"\n')
    os.utime(folder / "es_US" / "ui.po", (2_000_000_000, 2_000_000_000))
    assert load("es_US", folder).gettext("Yes") == "Claro"


def test_the_words_of_qt_have_a_file_of_their_own(folder):
    po(folder, "es_US", 'msgid "Yes"\nmsgstr "Sí"\n')
    (folder / "es_US" / "qt.po").write_text('msgctxt "QLineEdit"\nmsgid "&Copy"\nmsgstr "&Copiar"\n', "utf-8")
    language = load("es_US", folder)
    assert (language.gettext("Yes"), language.pgettext("QLineEdit", "&Copy")) == ("Sí", "&Copiar")
    assert language.pgettext("QMenu", "&Copy") == "&Copy"


@pytest.mark.parametrize("code", [code for code in SHIPPED if code != "en"])
def test_every_shipped_language_cancels_in_its_own_words(code):
    assert load(code).pgettext("QPlatformTheme", "Cancel") != "Cancel"


def test_a_fuzzy_or_missing_word_is_english(folder):
    po(folder, "es_US", '#, fuzzy\nmsgid "Yes"\nmsgstr "No"\n\nmsgid "Stop"\nmsgstr ""\n')
    assert load("es_US", folder).gettext("Yes") == "Yes"
    assert load("es_US", folder).gettext("Stop") == "Stop"


@pytest.mark.parametrize("text", ["{0.__class__}", "{n.real}", "{n} {m}", "páginas", "{", "{{n}}"])
def test_a_word_with_other_places_than_its_english_is_left_out(folder, text):
    po(folder, "es_US", f'msgid "{{n}} pages"\nmsgstr "{text}"\n')
    assert load("es_US", folder).gettext("{n} pages") == "{n} pages"


def test_plurals_follow_our_rule_and_not_the_header_of_the_file(folder):
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(0);\\n"\n\n'
    po(folder, "es_US", head + 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} día"\nmsgstr[1] "{n} días"\n')
    language = load("es_US", folder)
    assert [language.ngettext("{n} day", "{n} days", n) for n in (1, 2)] == ["{n} día", "{n} días"]


@pytest.mark.parametrize("code", SHIPPED)
def test_each_plural_form_is_used_by_the_numbers_it_names(code):
    from gettext import c2py

    known = read(code)
    choose = c2py(known.plural_rule)
    for place, form in enumerate(known.plural_forms):
        for number in form.partition(": ")[2].split(", "):
            assert choose(int(number)) == place, f"{code}: {number} should be {form}"


def test_pseudo_words_keep_places_and_doses():
    assert "{n}" in load("en_XA").ngettext("{n} day", "{n} days", 3)
    assert "500 mg" in load("en_XA").gettext("Take 500 mg with food")
    assert load("ar_XB").gettext("Print").startswith("\u2067")

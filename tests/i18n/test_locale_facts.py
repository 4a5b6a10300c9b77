"""Each locale's facts are those of Unicode's CLDR, but where we say otherwise, and why."""

from datetime import date
from gettext import c2py

import pytest
from babel import Locale

from i18n.descriptor import codes, read
from i18n.locales import load

SHIPPED = [code for code in codes() if not read(code).is_pseudo]
# Vietnam and Haiti part thousands with a point or a wide space; in a US clinic a point is a decimal mark, and no dose
# may break between its digits: both take the narrow space of Unicode's French.
OURS = {"vi": "\u202f", "ht": "\u202f", "ru": "\u202f"}
LISTS = {
    "en": "a, b, and c", "es_US": "a, b y c", "ar": "a وb وc", "zh_Hans": "a、b和c", "vi": "a, b và c",
    "fil": "a, b, at c", "ko": "a, b 및 c", "ru": "a, b и c", "ht": "a, b ak c", "fr": "a, b et c",
}  # fmt: skip
DAYS = {
    "en": "March 9, 2026", "es_US": "9 de marzo de 2026", "ar": "9 مارس 2026", "zh_Hans": "2026年3月9日",
    "vi": "9 tháng 3, 2026", "fil": "Marso 9, 2026", "ko": "2026년 3월 9일", "ru": "9 марта 2026\u202fг.",
    "ht": "9 mas 2026", "fr": "9 mars 2026",
}  # fmt: skip


@pytest.mark.parametrize("code", SHIPPED)
def test_marks_and_direction_are_those_of_unicode(code):
    known = read(code)
    unicode = Locale.parse(known.babel)
    marks = unicode.number_symbols["latn"]
    assert known.decimal_mark == marks["decimal"]
    assert known.group_mark == OURS.get(code, marks["group"])
    assert known.direction == unicode.text_direction
    assert known.digits == "0123456789"


@pytest.mark.parametrize("code", SHIPPED)
def test_the_own_name_is_the_one_unicode_gives(code):
    own = Locale.parse(read(code).babel).get_display_name().partition(" (")[0]
    assert own.casefold() in read(code).own_name.casefold()


@pytest.mark.parametrize("code", SHIPPED)
def test_days_and_lists_read_as_people_write_them(code):
    language = load(code)
    assert language.day(date(2026, 3, 9)) == DAYS[code]
    assert language.listing(["a", "b", "c"]) == LISTS[code]


@pytest.mark.parametrize("code", SHIPPED)
def test_numbers_people_meet_take_the_plural_form_of_unicode(code):
    known = read(code)
    choose, unicode = c2py(known.plural_rule), Locale.parse(known.babel).plural_form
    named = [form.partition(":")[0] for form in known.plural_forms]
    different = {n for n in range(1_000) if unicode(n) != named[choose(n)]}
    # Haitian has no plural of its own in Unicode; it is given the French one, in which 0 is one.
    assert different == ({0} if code == "ht" else set())


@pytest.mark.parametrize("code", SHIPPED)
def test_units_are_never_signs_that_can_be_misread(code):
    units = read(code).units
    assert (units["mcg"], units["mg"], units["mL"], units["kg"]) == ("mcg", "mg", "mL", "kg")
    assert not {"μ", "µ"} & set("".join(units.values()))


@pytest.mark.parametrize("code", [code for code in SHIPPED if code != "en"])
def test_every_language_has_words_for_each_meaning_a_patient_depends_on(code):
    asked = {"negation", "not_stop", "day", "week", "month", "year", "hour", "minute", "before", "after", "morning",
             "evening", "twice", "half"}  # fmt: skip
    assert set(read(code).signals) == asked

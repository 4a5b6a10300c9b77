from datetime import date
from decimal import Decimal

import pytest

from i18n.locales import load


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "1,200\u00a0mg"),
        ("es_US", "1,200\u00a0mg"),
        ("ar", "1,200\u00a0mg"),
        ("zh_Hans", "1,200\u00a0mg"),
        ("vi", "1\u202f200\u00a0mg"),
        ("fr", "1\u202f200\u00a0mg"),
        ("ru", "1\u202f200\u00a0mg"),
    ],
)
def test_a_dose_of_four_digits_reads_right_in_each_locale(code, written):
    assert load(code).dose(1200, "mg") == written


def test_no_locale_writes_a_point_where_a_us_clinic_would_read_a_decimal():
    for code in ("en", "es_US", "ar", "zh_Hans", "vi", "fil", "ko", "ru", "ht", "fr"):
        assert "." not in load(code).number(1200)


def test_a_microgram_is_never_the_sign_that_is_read_as_mg():
    for code in ("en", "es_US", "ar", "zh_Hans", "vi", "fil", "ko", "ru", "ht", "fr"):
        assert load(code).dose(Decimal("0.75"), "mcg").endswith("\u00a0mcg")


def test_decimals_lose_their_zeros_and_keep_their_sign():
    assert load("en").number(Decimal("0.50")) == "0.5"
    assert load("fr").number(Decimal("-2.5")) == "\u22122,5"


def test_dates_and_lists_follow_the_locale_where_babel_is_right_and_ours_where_it_is_not():
    assert load("es_US").day(date(2026, 3, 9)) == "9 de marzo de 2026"
    assert load("ht").day(date(2026, 3, 9)) == "9 mas 2026"
    assert load("ht").listing(["let", "pwa", "zanmann"]) == "let, pwa ak zanmann"
    assert load("ar").day(date(2026, 3, 9)).startswith("9 ")


def test_a_language_can_be_a_key():
    assert {load("ar"): 1}[load("ar")] == 1

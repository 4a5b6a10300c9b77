import pytest

from i18n.locales import available, negotiate

OFFERED = ("en", "es_US", "ar", "zh_Hans", "vi", "fil", "ko", "ru", "ht", "fr")
CASES = [
    (["zh-CN"], "zh_Hans"),
    (["zh_TW"], "zh_Hans"),
    (["zh-Hans-SG"], "zh_Hans"),
    (["es-PR"], "es_US"),
    (["es-MX", "en-US"], "es_US"),
    (["es-ES"], "es_US"),
    (["es_419.UTF-8"], "es_US"),
    (["tl"], "fil"),
    (["fil-PH"], "fil"),
    (["en-GB"], "en"),
    (["en_US.UTF-8"], "en"),
    (["ar-EG"], "ar"),
    (["fr-CA"], "fr"),
    (["ko_KR@currency=KRW"], "ko"),
    (["de", "ru-RU"], "ru"),
    (["C", "POSIX", ""], None),
    (["../../etc", "x", "*"], None),
]


@pytest.mark.parametrize(("wanted", "expected"), CASES)
def test_what_a_computer_asks_for_lands_on_a_locale_we_have(wanted, expected):
    assert negotiate(wanted, OFFERED) == expected


@pytest.mark.parametrize(
    ("wanted", "offered", "expected"),
    [
        ("iw", ("en", "he"), "he"),
        ("pt-PT", ("pt_BR",), "pt_BR"),
        ("pt-AO", ("pt_BR", "pt_PT"), "pt_PT"),
        ("zh-TW", ("zh_Hans", "zh_Hant"), "zh_Hant"),
        ("zh-HK", ("zh_Hans", "zh_Hant"), "zh_Hant"),
        ("es-ES", ("es_US", "es"), "es"),
        ("es-CO", ("es", "es_US"), "es_US"),
        ("no", ("nb",), "nb"),
    ],
)
def test_the_nearest_of_two_relations_is_chosen(wanted, offered, expected):
    assert negotiate([wanted], offered) == expected


def test_every_shipped_locale_finds_itself():
    codes = [info.code for info in available()]
    assert [negotiate([info.tag], codes) for info in available()] == codes

"""The keyboard on the screen: letters of each language, put together as people there expect."""

import unicodedata

import polib
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.conftest import LOCALES
from ui.widgets.composing import hangul, rub_hangul, tones
from ui.widgets.field import Field
from ui.widgets.keyboard import _table
from ui.widgets.pinyin import Pinyin

LANGUAGES = ["en", "es_US", "ar", "fil", "fr", "ht", "ko", "ru", "vi", "zh_Hans"]


def typed(compose, keys):
    text = ""
    for key in keys:
        text = compose(text, key)
    return text


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("ㅇㅗㅏㅍㅏㄹㅣㄴ", "와파린"), ("ㅋㅏㄹㅅㅠㅁ", "칼슘"), ("ㅃㅕ", "뼈"), ("ㄷㅏㄹㄱ", "닭"),
        ("ㄷㅏㄹㄱㅣ", "달기"),
        ("ㅇㅢㅅㅏ", "의사"), ("ㅏ", "ㅏ"), ("ㄱㄱ", "ㄱㄱ"), ("ㅎㅏㄴㄱㅜㄱㅓ", "한구거"), ("ㄱㅏㅃㅏ", "가빠"),
    ],
)  # fmt: skip
def test_korean_letters_join_into_syllables(keys, word):
    assert typed(hangul, keys) == word


def test_no_syllable_is_made_on_the_way_that_the_font_has_no_sign_for():
    assert typed(hangul, "ㅇㅗㅏㅍ") == "와ㅍ"
    assert typed(hangul, "ㅇㅗㅏㅍㅏ") == "와파"


def test_rubbing_out_takes_one_korean_letter_at_a_time():
    seen = ["닭"]
    while seen[-1]:
        seen.append(rub_hangul(seen[-1]))
    assert seen == ["닭", "달", "다", "ㄷ", ""]
    assert rub_hangul("의") == "으"
    assert rub_hangul("ab") == "a"


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("xương", "xương"), ("thuôc\u0301", "thuốc"), ("bênh\u0323", "bệnh"), ("toan\u0301", "toán"),
        ("hoa\u0300", "hòa"), ("gia\u0300", "già"), ("quy\u0301", "quý"), ("sưa\u0303", "sữa"), ("u\u0301", "ú"),
        ("u\u0301\u0301", "u"), ("u\u0301\u0300", "ù"), ("b\u0301", "b"), ("ca\u0301 lươi\u0303", "cá lưỡi"),
    ],
)  # fmt: skip
def test_vietnamese_tones_find_their_vowel(keys, word):
    assert typed(tones, keys) == word


def test_pinyin_offers_the_signs_of_the_first_syllable(application):
    table = Pinyin(_table("pinyin")["signs"])
    assert "华" in table.offers("hua")[:9]
    assert table.rest("huafalin") == "falin"
    assert "钙" in table.offers("gai")[:9]
    assert table.offers("") == ()
    assert table.offers("q") != ()
    assert table.rest("q") == ""


@pytest.fixture
def field(application, qtbot):
    made = Field()
    qtbot.addWidget(made)
    made.show()
    return made


def keys(field):
    return {one.accessibleName(): one for one in field._keyboard.findChildren(QAbstractButton) if one.isVisible()}


def press(field, *names):
    for name in names:
        keys(field)[name].click()


def opened(field, language):
    field.speak(language, "Name")
    field._open.click()
    QCoreApplication.processEvents()


def test_korean_is_typed_into_the_middle_of_a_text(field, window):
    opened(field, window.desk.learn("ko"))
    field.edit.setText("x y")
    field.edit.setCursorPosition(2)
    press(field, *"ㅃㅕ")
    assert field.edit.text() == "x 뼈y"


def test_chinese_is_chosen_from_what_is_offered_and_latin_stays_possible(field, window):
    opened(field, window.desk.learn("zh_Hans"))
    press(field, *"hua", "华", *"fa", "法", *"lin", "林")
    assert field.edit.text() == "华法林"
    field.edit.clear()
    press(field, *"abc", "1")
    assert field.edit.text() == "abc1"


def test_an_arabic_keyboard_begins_at_the_left_like_those_people_know(field, window):
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    opened(field, window.desk.learn("ar"))
    for row in ("1234567890", *_table("ar")["rows"]):
        places = [keys(field)[letter].x() for letter in row]
        assert places == sorted(places)


@pytest.mark.parametrize("code", ["ar", "zh_Hans", "ko"])
def test_a_code_is_typed_in_latin_letters_whatever_the_language(application, qtbot, window, code):
    made = Field(is_code=True)
    qtbot.addWidget(made)
    made.show()
    opened(made, window.desk.learn(code))
    press(made, *"k7qx")
    assert made.edit.text() == "k7qx"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_its_letters_and_a_way_to_latin_ones(field, window, code):
    language = window.desk.learn(code)
    opened(field, language)
    names = set(keys(field))
    has_latin = set("abcdefghijklmnopqrstuvwxyz") <= names
    assert has_latin or language.gettext("Other letters") in names
    assert set("1234567890") <= names
    assert [name for name, key in keys(field).items() if min(key.width(), key.height()) < 48] == []


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code not in ("en", "zh_Hans")])
def test_the_letters_of_our_own_words_are_on_the_keys(application, code):
    """Nobody can search for a word whose letters are on no key."""
    words = " ".join(entry.msgstr.lower() for entry in polib.pofile(str(LOCALES / code / "medicines.po")))
    table = _table(code.split("_")[0]) or _table("latin")
    typed_as = typeable("".join(table["rows"]) + table["more"])
    assert {letter for letter in words if is_letter(letter) and not typed_as(letter)} == set()


def is_letter(sign):
    return sign.isalpha() and not sign.isascii() and unicodedata.category(sign) != "Lm"


def typeable(keys):
    """Tell how a letter is typed: on a key of its own, from its parts, or (Korean) from jamo."""

    tones = {sign for sign in keys if unicodedata.combining(sign)}

    def is_there(letter):
        if "ㅏ" in keys and "\uac00" <= letter <= "\ud7a3":
            return True
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in tones))
        return letter in keys or base in keys

    return is_there

"""Lists stand in the order of the reader's alphabet. Qt carries ICU, which knows each: the other witness."""

import re
import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QCollator, QLocale

from i18n.catalogue import CONTENT_DOMAINS, read_domain
from i18n.descriptor import FOLDER, codes, read
from i18n.errors import BadCatalogue
from i18n.sorting import ALPHABET, sort_key
from tests.alphabet import FILE, alphabet

SHIPPED = [code for code in codes() if not read(code).is_pseudo]


@pytest.mark.parametrize(
    ("code", "ordered"),
    [
        ("en", "apple bone Bone Zinc йод"),
        ("es_US", "nuez nzz ñame ñu oca Oso"),
        ("fil", "nb nza ña nga oa"),
        ("vi", "ca cà cả cã cá cạ can că cân da đa e ê"),
        ("ru", "ёлка ель ещё ил йод калий bone"),
        ("ar", "آب إبل ابن بيت تين كالسيوم bone"),
        ("ko", "가 가나 각 나 뼈 bone"),
        ("zh_Hans", "阿司匹林 钙 骨 华法林 硼 维生素 锌 bone"),
        ("ht", "bone dan dèt dwa"),
        ("fr", "cote coté côte côté œuf os"),
    ],
)
def test_each_alphabet_has_its_order(code, ordered):
    words = ordered.split()
    assert sorted(reversed(words), key=sort_key(read(code))) == words


@pytest.mark.parametrize("code", SHIPPED)
def test_the_words_of_our_titles_are_sorted_as_unicode_sorts_them(code):
    keys = re.compile(r"(?:medicine|medicine-class|food|nutrient|term|guide|quiz)\.[\w-]+:(?:name|title|term)")
    entries = [entry for domain in CONTENT_DOMAINS for entry in read_domain(code, domain) if keys.fullmatch(entry.key)]
    words = {word for entry in entries for word in re.findall(r"[^\W\d_]{2,}", entry.texts[0])}
    words |= {"bone", "health", "zinc", "iron"}
    unicode = QCollator(QLocale("zh_CN" if code == "zh_Hans" else code))
    ours = sorted(words, key=sort_key(read(code)))
    assert [(one, next_one) for one, next_one in pairwise(ours) if unicode.compare(one, next_one) > 0] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt sorts as the system does")
def test_the_chinese_alphabet_is_that_of_unicode_and_has_every_character_we_sort():
    assert FILE.read_text("utf-8") == alphabet()
    titles = "".join(
        entry.texts[0]
        for domain in CONTENT_DOMAINS
        for entry in read_domain("zh_Hans", domain)
        if entry.key.endswith((":name", ":title", ":term"))
    )
    assert {sign for sign in titles if "\u4e00" <= sign <= "\u9fff"} <= set(FILE.read_text("utf-8"))


def test_an_alphabet_that_is_not_utf_8_is_said_in_a_sentence(tmp_path):
    (tmp_path / "zh_Hans").mkdir()
    (tmp_path / "zh_Hans" / "locale.toml").write_bytes((FOLDER / "zh_Hans" / "locale.toml").read_bytes())
    (tmp_path / "zh_Hans" / ALPHABET).write_bytes("阿".encode("gb2312"))
    with pytest.raises(BadCatalogue, match="UTF-8"):
        sort_key(read("zh_Hans", tmp_path), tmp_path)

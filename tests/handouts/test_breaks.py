from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some
from uniseg.linebreak import line_break_boundaries

from handouts.breaks import breaks

CASES = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")
# Debian's file is Unicode 15.0, uniseg's rules are 16.0. What 16.0 decides otherwise, by its rule:
NEWER = {
    "LB20a: no break after a hyphen that starts a word": {"-", "-\u0308"},
    "LB25: no break before digits after a comma or point": {",0", ",\u03080"},
    "LB15a: a quotation mark holds what follows only if it opens": {'" ', '"\u0308 '},
    "LB15c: break before a decimal point after a space": {"equals .35"},
    "LB19a: quotation marks in western text hold both sides": {"ambigu"},
    "LB25: no break inside a.2": {"a.2", "A.1", "A.2", "A.3", "A.4"},
    "LB21a: no break after a hyphen between Hebrew letters": {"\u05d0-\u05d0"},
}


def cases():
    for line in CASES.read_text("utf-8").splitlines():
        text, places = "", []
        for sign in line.partition("#")[0].split():
            if sign == "÷":
                places.append(len(text))
            elif sign != "×":
                text += chr(int(sign, 16))
        if text:
            yield text, places


def is_newer(text: str) -> bool:
    return any(start in text for starts in NEWER.values() for start in starts)


def test_every_case_of_unicodes_own_list_is_right_but_for_what_a_newer_unicode_decided():
    wrong = [text for text, places in cases() if breaks(text) != places]
    assert sum(1 for _ in cases()) > 7_000
    assert len(wrong) <= 31
    assert [text for text in wrong if not is_newer(text)] == []


@given(some.text(alphabet="ab é.,;:!?()[]\"'«»-–—12%$中文。、क한글\u00a0\u2060\u200b\u0301/أبت،؟\n“”", max_size=16))
@settings(max_examples=400, deadline=None)
def test_word_by_word_gives_the_same_as_the_whole(text: str):
    assert breaks(text) == [place for place in line_break_boundaries(text) if place]


def test_a_dose_with_its_unit_stays_on_one_line():
    text = "Take 1,200\u00a0mg a day"
    assert text.index("mg") not in breaks(text)

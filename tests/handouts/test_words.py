import pytest

from handouts.breaks import _boundaries, _inside
from handouts.errors import LinkRefused, MissingGlyph, TextTooLong
from handouts.setting import Style, set_text
from handouts.shaping import shape
from handouts.voice import voice_of
from handouts.words import LIMIT, checked_link, clean, words, words_of
from i18n.language import Language
from i18n.runs import Line, Run

EN = voice_of(Language(code="en", tag="en", own_name="English"))
AR = voice_of(Language(code="ar", tag="ar", own_name="العربية", direction="rtl"))
ZH = voice_of(Language(code="zh_Hans", tag="zh-Hans", own_name="中文", fonts=("NotoSansSC", "NotoSans")))


def set_lines(line: Line, width: float, voice=EN) -> list[str]:
    """The lines as they stand from left to right."""
    lines = set_text(line, voice, Style(12), width).lines
    return [
        "".join(c.text for p in sorted(each.pieces, key=lambda p: p.x) for c in p.piece.shape.clusters)
        for each in lines
    ]


def test_a_dose_never_parts_from_its_unit_at_any_width():
    dose = Run("1,200\u00a0mg", is_strong=True, is_isolated=True)
    for width in range(30, 300, 7):
        for voice in (EN, AR, ZH):
            lines = set_lines((Run("每天 take بعد "), dose, Run(" each day with food")), width, voice)
            if width > 60:
                assert sum("1,200\u00a0mg" in line for line in lines) == 1


def test_a_short_range_stays_on_one_line():
    dose = Run("90 to 120\u00a0mcg", is_strong=True, is_isolated=True)
    lines = set_lines((Run("Take about "), dose, Run(" a day")), 110)
    assert any("90 to 120\u00a0mcg" in line for line in lines)


def test_chinese_may_start_a_new_line_before_a_dose():
    dose = Run("45\u00a0mg", is_isolated=True)
    assert len(set_lines((Run("每天服用维生素"), dose, Run("。")), 95, ZH)) == 2


def test_a_dose_in_arabic_reads_number_first_when_isolated():
    dose = Run("45\u00a0mg", is_strong=True, is_isolated=True)
    (line,) = set_lines((Run("تناول "), dose, Run(" كل يوم")), 400, AR)
    assert "45\u00a0mg" in line


def test_a_line_all_in_english_runs_left_to_right_on_an_arabic_sheet():
    (line,) = set_lines((Run("Call us (now).", lang="en"),), 400, AR)
    assert line == "Call us (now)."


def test_a_sign_no_font_draws_is_an_error_that_names_it():
    with pytest.raises(MissingGlyph) as problem:
        set_lines((Run("Bone \U0001f9b4 health"),), 200)
    assert problem.value.sign == "\U0001f9b4"


def test_the_space_at_a_lines_end_is_kept_and_takes_no_room():
    lines = set_text((Run("one two three four five six"),), EN, Style(12), 60).lines
    assert all(line.pieces[-1].piece.is_space for line in lines[:-1])
    assert all(line.width <= 60 for line in lines)


def test_a_word_wider_than_the_page_is_cut_between_letters():
    lines = set_text((Run("x" * 200),), EN, Style(12), 100).lines
    assert len(lines) > 10
    assert all(line.width <= 100.1 for line in lines)


def test_the_last_lines_of_arabic_stand_at_the_right():
    text = set_text((Run("تناول دواءك كل يوم مع الطعام"),), AR, Style(12), 90)
    for line in text.lines:
        seen = [placed for placed in line.pieces if not placed.piece.is_space]
        assert max(p.x + p.piece.shape.width * 0.012 for p in seen) == pytest.approx(90)


def test_a_line_all_in_english_runs_from_left_to_right_whatever_joins_its_sentences():
    line = (Run("Take one.", lang="en"), Run(" "), Run("Each day.", lang="en"))
    assert words(line, AR, False).base == 0


def test_an_english_sentence_inside_arabic_keeps_its_full_stop_at_its_end():
    line = (Run("الملصق: "), Run("Take", lang="en"), Run(" "), Run("one.", lang="en"))
    (set_line,) = set_text(line, AR, Style(12), 400).lines
    places = [placed.x for placed in set_line.pieces if placed.piece.run in (1, 3)]
    stop = max(set_line.pieces, key=lambda placed: (placed.piece.run, placed.x))
    assert places == sorted(places) and stop.x == max(places)
    assert all(placed.piece.level % 2 == 0 for placed in set_line.pieces if placed.piece.run in (1, 2, 3))


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "http://x.org", "data:text/html,x", "https://a\nb", ""]
)
def test_only_https_phone_and_mail_links_are_let_through(href):
    with pytest.raises(LinkRefused):
        checked_link(href)


def test_control_signs_overrides_and_lone_surrogates_are_dropped():
    assert clean("a\x00b\u202ec\ud800d\te") == "abcd e"


def test_a_text_longer_than_a_page_of_advice_is_refused():
    with pytest.raises(TextTooLong):
        clean("x" * (LIMIT + 1))


def test_a_number_stays_with_the_short_word_it_counts():
    shaped = words((Run("then wait 30 minutes, or after 5 unbelievably long years, ¾ cup"),), EN, is_strong=False)
    ends = "".join("".join(c.text for c in p.shape.clusters) + ("|" if p.ends_word else "") for p in shaped.pieces)
    assert "30 minutes, |" in ends and "¾ cup" in ends and "5 |unbelievably" in ends


def test_nothing_of_a_name_is_remembered():
    name = (Run("Wilhelmina Featherstonehaugh", is_isolated=True),)
    before = [each.cache_info().currsize for each in (words, shape, _inside, _boundaries)]
    assert words_of(name, EN, is_strong=False).pieces
    assert [each.cache_info().currsize for each in (words, shape, _inside, _boundaries)] == before
    remembered, own = words(name, EN, is_strong=False), words_of(name, EN, is_strong=False)
    assert [piece.shape.clusters for piece in remembered.pieces] == [piece.shape.clusters for piece in own.pieces]

from samples import LANGUAGES

from handouts.setting import SetText, Style, set_text
from handouts.voice import voice_of
from i18n.runs import Run


def lines(text: str, width: float, is_balanced: bool = False, code: str = "en") -> list[str]:
    found: SetText = set_text((Run(text),), voice_of(LANGUAGES[code]), Style(12, is_balanced=is_balanced), width)
    return ["".join(c.text for p in line.pieces for c in p.piece.shape.clusters).strip() for line in found.lines]


def test_the_lines_of_a_title_are_about_equally_long():
    title = "You take warfarin or a blood thinner like it"
    assert lines(title, 215) == ["You take warfarin or a blood thinner", "like it"]
    assert lines(title, 215, is_balanced=True) == ["You take warfarin or", "a blood thinner like it"]


def test_a_last_line_of_one_sign_is_lengthened():
    assert lines("您的诊所今天打电话给您的医生。", 12 * 13.5, code="zh_Hans")[-1] != "。"
    assert len(lines("用您的抗凝药时不要吃纳豆请问医生吧", 12 * 16.5, code="zh_Hans")[-1]) > 1


def test_a_word_wider_than_the_narrower_measure_is_not_cut():
    assert lines("a hydrochlorothiazide", 118, is_balanced=True) == ["a", "hydrochlorothiazide"]

from pathlib import Path

from handouts.bidi import REMOVED, directions, visual_order

CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")


def drawn(text: str, base: int | None) -> tuple[int, list[int], list[int]]:
    found = directions(text, base)
    levels = found.of_line(0, len(text))
    kept = [i for i, level in enumerate(levels) if level != REMOVED]
    return found.base, levels, visual_order(kept, [levels[i] for i in kept])


def cases():
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            signs, base, level, levels, order = line.split(";")
            yield (
                "".join(chr(int(sign, 16)) for sign in signs.split()),
                None if base == "2" else int(base),
                int(level),
                [REMOVED if each == "x" else int(each) for each in levels.split()],
                [int(each) for each in order.split()],
            )


def test_every_case_of_unicodes_own_list_is_right():
    wrong, count = [], 0
    for text, base, level, levels, order in cases():
        count += 1
        if drawn(text, base) != (level, levels, order):
            wrong.append((text, base))
    assert count > 90_000
    assert not wrong


def test_a_dose_in_arabic_keeps_its_order_when_isolated():
    text = "تناول \u2066500 mg\u2069 اليوم"
    _, _, order = drawn(text, 1)
    assert "500 mg" in "".join(text[i] for i in order)

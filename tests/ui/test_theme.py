import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from tests.ui.places import ROOT
from ui.fonts import Fonts
from ui.theme import NAMES, TEXT_PERCENTS, Scale, ThemeError, load

THEMES = ROOT / "resources/themes"
ON = {
    "ground": ("ink", "ink_soft", "accent"),
    "surface": ("ink", "ink_soft", "accent", "warm", "danger", "caution", "note", "good"),
    "sunk": ("ink", "ink_soft"),
    "accent_soft": ("ink", "ink_soft", "accent"),
    "accent": ("on_accent",),
    "accent_hover": ("on_accent",),
    "danger_soft": ("ink", "danger"),
    "caution_soft": ("ink", "ink_soft", "caution"),
    "note_soft": ("ink", "ink_soft", "note"),
    "good_soft": ("ink", "ink_soft", "good"),
    "warm_soft": ("warm",),
    "spoken": ("ink",),
}
EDGES = {"ground": ("focus", "edge"), "surface": ("focus", "edge", "fill", "fill_two")}


def light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    a, b = sorted((light(one), light(other)))
    return (b + 0.05) / (a + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_that_carries_words_can_be_read(name):
    colours = load(THEMES, name).colours
    least = 7 if name == "high" else 4.5
    pairs = [(back, front) for back, fronts in ON.items() for front in fronts]
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < least] == []


@pytest.mark.parametrize("name", NAMES)
def test_edges_and_rings_stand_out_three_to_one(name):
    colours = load(THEMES, name).colours
    pairs = [(back, front) for back, fronts in EDGES.items() for front in fronts]
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 3] == []


def test_the_contrast_sum_is_right():
    assert round(contrast("#ffffff", "#000000"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_the_themes_name_the_same_colours():
    assert len({tuple(load(THEMES, name).colours) for name in NAMES}) == 1


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_the_style_sheet_is_filled_and_words_grow_as_asked(percent):
    theme = load(THEMES, "light")
    sheet = theme.style_sheet(Scale(percent), ["Noto Sans"])
    assert "${" not in sheet
    assert f"font-size: {19 * percent // 100}px" in sheet


def test_arabic_letters_are_drawn_larger(application):
    fonts = Fonts(ROOT / "resources/fonts")
    assert fonts.load(["NotoNaskhArabic-Regular.ttf", "NotoSans-Regular.ttf"]) == ()
    as_it_is = QRawFont(str(ROOT / "resources/fonts/NotoNaskhArabic-Regular.ttf"), 100)
    as_drawn = QRawFont.fromFont(QFont("Noto Naskh Arabic", 100), QFontDatabase.WritingSystem.Arabic)
    as_drawn.setPixelSize(100)
    assert as_drawn.familyName() == "Noto Naskh Arabic"
    letter = as_it_is.glyphIndexesForString("ع")
    wide, drawn = (font.advancesForGlyphIndexes(letter)[0].x() for font in (as_it_is, as_drawn))
    assert round(100 * drawn / wide) == 114


@pytest.mark.parametrize("file", ["NotoNaskhArabic-Regular.ttf", "nothing-Regular.ttf"])
def test_a_missing_or_broken_font_is_named(application, tmp_path, file):
    (tmp_path / "NotoNaskhArabic-Regular.ttf").write_bytes(b"\0\1")
    assert Fonts(tmp_path).load([file]) == (file,)


def test_a_missing_theme_is_named(tmp_path: Path):
    with pytest.raises(ThemeError, match=r"light\.toml: the file is not there"):
        load(tmp_path, "light")


def test_a_broken_theme_is_named(tmp_path: Path):
    (tmp_path / "light.toml").write_text("ground = ")
    with pytest.raises(ThemeError, match=r"light\.toml"):
        load(tmp_path, "light")


def test_no_colour_is_written_in_code():
    files = [*(ROOT / "ui").rglob("*.py"), THEMES / "style.qss"]
    assert [file.name for file in files if re.search(r"#[0-9a-fA-F]{3,8}\b", file.read_text("utf-8"))] == []

import hashlib

import pytest
from fontTools.ttLib import TTFont

from i18n.descriptor import codes, read
from i18n.tools.fonts import FOLDER, manifest

SIGNS = "0123456789.,;:!?%()[]+-–—…•·×=<>≤≥≈½“”‘’«»→←↑↓✓✗☐☑□■●○▲▼⚠ mcgIU\u00a0\u202f"
SAMPLES = {
    "en": "Bone health",
    "es_US": "¿Cuándo? ¡Señal! güero",
    "ar": "صحة العظام؟ ،؛ أإآءئؤىة لا پچگ",
    "zh_Hans": "骨骼健康。，、；：？！（）“”维生素钙镁锌锰硅硼凝血华法林",
    "vi": "Sức khỏe xương ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ",
    "fil": "Kalusugan ng buto ñ",
    "ko": "뼈 건강 비타민 칼슘 와파린 꽉 찼습니다",
    "ru": "Здоровье костей ёЁъ",
    "ht": "Sante zo ou è ò",
    "fr": "Santé œuf ça où Noël",
    "en_XA": "⟦àƀçďéƒĝĥîĵķļḿñöƥɋŕšţûṽŵẋýž⟧",
    "ar_XB": "Mirrored",
}


def opened(file):
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap()), set(font.keys()), font["OS/2"].fsType


def covered(fonts):
    return set().union(*(opened(FOLDER / name)[0] for name in fonts))


@pytest.mark.parametrize("code", codes())
def test_every_locale_can_be_drawn_with_its_fonts(code):
    drawn = covered(read(code).fonts)
    assert {letter for letter in SIGNS + SAMPLES[code] if ord(letter) not in drawn} == set()


def test_the_fonts_are_the_ones_of_the_sums_and_small_enough():
    sums = dict(reversed(line.split()) for line in (FOLDER / "SHA256SUMS").read_text().splitlines())
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FOLDER.glob("*.ttf")}
    assert found == sums
    assert sum(file.stat().st_size for file in FOLDER.glob("*.ttf")) <= 5_000_000


def test_every_font_is_free_static_truetype_with_its_shaping_tables():
    assert {source.file for source in manifest()} == {file.name for file in FOLDER.glob("*.ttf")}
    for file in FOLDER.glob("*.ttf"):
        _, tables, restrictions = opened(file)
        assert {"glyf", "GSUB", "GPOS"} <= tables
        assert "fvar" not in tables
        assert restrictions == 0
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text()

"""Is this paper still what we teach? Asked offline, by what is typed or by what a phone reads from the QR code."""

import subprocess
from pathlib import Path

import pytest

from commands.line import main
from content.library import Library


@pytest.fixture
def edition(house: Path) -> tuple[str, str, str]:
    library = Library.open(house / "resources" / "content.db")
    return library.pack, library.version, library.digest[:8]


def asked(house: Path, stamp: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["handout", "--verify", stamp], house)
    return status, capsys.readouterr().out.partition(":")[0]


@pytest.mark.parametrize("locale", ["en", "es_US", "ar", "zh_Hans", "vi"])
@pytest.mark.parametrize("form", ["{}", " {}\n", "\ufeff{}\r\n", "QR-Code:{}", "<{}>"])
def test_the_text_of_the_qr_code_is_current(locale, form, house, edition, capsys):
    code = "{0}:{1}:{locale}:{2}".format(*edition, locale=locale)
    assert asked(house, form.format(code), capsys) == (0, "current")


def test_the_words_at_the_foot_of_the_page_are_current(house, edition, tmp_path, capsys):
    (tmp_path / "v.json").write_text('{"version": 1, "date": "2026-11-22"}')
    for locale in ("en", "es_US", "vi"):
        target = tmp_path / f"{locale}.pdf"
        assert main(["handout", "--visit", str(tmp_path / "v.json"), "-o", str(target), "--locale", locale], house) == 0
        words = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, text=True, check=True).stdout
        foot = next(line for line in words.splitlines() if edition[2] in line)
        assert asked(house, foot, capsys) == (0, "current")


def test_the_qr_code_holds_the_stamp(house, edition, tmp_path):
    """Rendered and read back module by module: the code on paper is the one of this stamp."""
    import pypdfium2
    import segno

    (tmp_path / "v.json").write_text('{"version": 1, "date": "2026-11-22"}')
    assert main(["handout", "--visit", str(tmp_path / "v.json"), "-o", str(tmp_path / "h.pdf")], house) == 0
    matrix = segno.make_qr("{}:{}:en:{}".format(*edition), error="m").matrix
    from handouts.frame import _FOOT_HEIGHT, BOTTOM, QR_SIZE
    from handouts.layout import Layout

    layout = Layout()
    x = layout.size[0] - layout.margin - QR_SIZE
    top = layout.size[1] - (BOTTOM + _FOOT_HEIGHT - 8 - 1)
    unit = QR_SIZE / (len(matrix) + 8)
    with pypdfium2.PdfDocument(tmp_path / "h.pdf") as document:
        picture = document[0].render(scale=8, grayscale=True).to_pil()
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            place = (x + (column + 4.5) * unit) * 8, (top + (row + 4.5) * unit) * 8
            assert (picture.getpixel(tuple(map(int, place))) < 128) == bool(dark)


def test_a_stamp_of_other_content_is_out_of_date(house, edition, capsys):
    pack, version, _ = edition
    assert asked(house, f"{pack}:{version}:en:00000000", capsys) == (1, "out of date")
    assert asked(house, f"{pack}:2020.1.1:ar:1234abcd", capsys) == (1, "out of date")


@pytest.mark.parametrize(
    "stamp", ["", "https://example.org/", "heart-health:1.0:en:3f9a1c22", "bone-health", "\u202e\x00", "x" * 100_000]
)
def test_what_is_no_stamp_of_ours_is_unknown(stamp, house, capsys):
    assert asked(house, stamp, capsys) == (1, "unknown")

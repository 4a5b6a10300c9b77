import pytest

from handouts.errors import PictureUnusable
from handouts.layout import PICTURES
from handouts.svg import picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'


@pytest.mark.parametrize("file", sorted(file.name for file in PICTURES.glob("*.svg")))
def test_every_picture_we_ship_can_be_drawn(file):
    assert picture(PICTURES, file).width > 0


@pytest.mark.parametrize(
    ("drawn", "operators"),
    [
        ('<path d="M1 2l3 4h1v2z" fill="#fff"/>', "1 2 m 4 6 l 5 6 l 5 8 l h f"),
        ('<line x1="1" y1="2" x2="3" y2="4" stroke="#000"/>', "1 2 m 3 4 l"),
        ('<polygon points="1,2 3,4 5,6"/>', "1 2 m 3 4 l 5 6 l h f"),
        ('<rect x="1" y="2" width="3" height="4" fill="none" stroke="#000"/>', "1 2 3 4 re S"),
        ('<path d="M0 0Q3 3 6 0" fill="none" stroke="#000"/>', "2 2 4 2 6 0 c S"),
        ('<g fill="#f00"><rect width="1" height="1"/></g>', "1 0 0 rg"),
    ],
)
def test_shapes_become_paths(tmp_path, drawn, operators):
    (tmp_path / "x.svg").write_text(SVG.format(drawn))
    assert operators in picture(tmp_path, "x.svg").operators


def test_a_circle_is_four_curves_that_close(tmp_path):
    (tmp_path / "x.svg").write_text(SVG.format('<circle cx="5" cy="5" r="4"/>'))
    found = picture(tmp_path, "x.svg").operators
    assert found.count(" c") >= 4
    assert "9 5 m" in found


@pytest.mark.parametrize(
    "drawn",
    [
        "<text>words</text>",
        '<image href="/etc/passwd"/>',
        '<rect transform="scale(2)"/>',
        '<path d="M1"/>',
        "<unclosed>",
    ],
)
def test_what_we_do_not_draw_is_refused(tmp_path, drawn):
    (tmp_path / "x.svg").write_text(SVG.format(drawn))
    with pytest.raises(PictureUnusable):
        picture(tmp_path, "x.svg")


def test_a_picture_outside_the_folder_is_not_reached(tmp_path):
    with pytest.raises(PictureUnusable):
        picture(tmp_path, "../../../etc/hostname")

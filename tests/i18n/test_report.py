"""What a check found, as a page: everything in it is text, and every sentence has its place."""

import json

import pytest

from i18n.checks.finding import Finding, Severity
from i18n.descriptor import read
from i18n.errors import BadCatalogue
from i18n.tools.pictures import INDEX, read_index
from i18n.tools.report import Report, relative
from i18n.tools.sources import Source

HOSTILE = "<script>alert(1)</script>\u202eabc\0 [[45 mg]] \"'><img src=x onerror=y>"


def page(**facts):
    finding = Finding(
        locale="ar", domain="ui", key="Print", rule="tag", what=HOSTILE, cure="Mend it.", severity=Severity.ERROR,
        line=7, english="Print", text=HOSTILE,
    )  # fmt: skip
    return Report(code="ar", locale=read("ar"), findings=(finding,), status=None, **facts).html()


def test_whatever_a_catalogue_says_is_text_in_the_page():
    said = page()
    assert "<script" not in said
    assert "<img" not in said
    assert "&lt;script&gt;" in said
    assert "U+202E" in said
    assert "U+0000" in said
    assert not {"\u202e", "\0"} & set(said)


def test_a_dose_stands_from_left_to_right_in_any_language():
    assert '<bdi dir="ltr">[[45 mg]]</bdi>' in page()
    assert 'lang="ar" dir="rtl"' in page()


@pytest.mark.parametrize(
    ("key", "file", "screen"),
    [
        ("", "ui/screens/about_me.py", "about me"),
        ("guide.x:title", "content/packs/bone-health/guides/x.yaml", "guide"),
        ("", "handouts/head.py", "handouts/head.py"),
    ],
)
def test_a_row_names_the_screen_of_its_sentence(key, file, screen):
    finding = Finding(
        locale="ar", domain="ui", key=key or "Print", rule="end", what="Differs.", cure="Mend it.",
        severity=Severity.WARNING, english="Print", text="x",
    )  # fmt: skip
    source = Source("ui", key, "Print", "On a button.", file)
    said = Report(code="ar", locale=None, findings=(finding,), status=None, sources=(source,)).html()
    assert f"<td>{screen}</td>" in said
    assert "On a button." in said


def test_a_picture_of_the_place_is_shown_where_there_is_one(tmp_path):
    place = {"screen": "home & more", "picture": "home 1.png", "rectangle": [30, 60, 200, 40]}
    (tmp_path / INDEX).write_text(json.dumps({"Print": [place]}), "utf-8")
    said = page(stands=read_index(tmp_path), pictures=relative(tmp_path, tmp_path / "out" / "ar.html"))
    assert "home &amp; more" in said
    assert "url('../home%201.png') -6px -36px" in said


@pytest.mark.parametrize(
    "index",
    [
        "[]",
        "{",
        '{"Print": [{"screen": "x", "picture": "../../etc/passwd", "rectangle": [1, 2, 3, 4]}]}',
        '{"Print": [{"screen": "x", "picture": "a.png", "rectangle": ["1);evil", 2, 3, 4]}]}',
        '{"Print": [{"screen": "x", "picture": "a.png", "rectangle": [1, 2]}]}',
        '{"Print": 3}',
    ],
)
def test_a_broken_or_hostile_index_is_refused_in_a_sentence(tmp_path, index):
    (tmp_path / INDEX).write_text(index, "utf-8")
    with pytest.raises(BadCatalogue, match="not an index of pictures"):
        read_index(tmp_path)

"""Two languages share a page by how long they are; what is foreign stands on the page's side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.layout import Layout, second_size
from handouts.setting import Style, set_text
from handouts.story import share_of, story_of
from handouts.voice import voice_of
from i18n.locales import load
from i18n.runs import Run

LENGTHS = st.integers(1, 2_000)
LAYOUTS = st.builds(Layout, paper=st.sampled_from(["letter", "a4", "a5"]), text_pt=st.sampled_from([12, 14, 18, 24]))


@given(LAYOUTS, LENGTHS, LENGTHS)
def test_the_longer_a_language_the_wider_its_column_and_neither_is_squeezed(layout: Layout, first: int, second: int):
    share = share_of(layout, (first, second))
    assert 0.5 < share <= 0.66
    assert share <= share_of(layout, (first + 50, second)) + 1e-9
    room = layout.width - 1.6 * layout.text_pt
    assert share <= 0.58 or (1 - share) * room >= 12 * second_size(layout.text_pt) - 1e-6


@pytest.mark.parametrize(("main", "beside"), [("en", "es_US"), ("en", "ar"), ("ar", "en")])
def test_in_a_box_the_lanes_leave_its_edges_and_meet_where_they_met(main: str, beside: str):
    story = story_of(Layout(), load(main), load(beside))
    inner = story.framed(10, 7)
    lanes = sorted([(inner.main.column.x, inner.main.column), (inner.second.column.x, inner.second.column)])
    left, right = [column for _, column in lanes]
    edges = (left.x, story.width - right.x - right.width)
    assert edges == pytest.approx((7, 10) if story.is_rtl else (10, 7))
    gutter = right.x - left.x - left.width
    assert gutter == pytest.approx(1.6 * 12)


def test_an_english_line_of_an_arabic_sheet_runs_its_own_way_on_the_side_of_its_bullet():
    line = (Run("Straub DA. Nutr Clin Pract 2007.", lang="en"),)
    placed = set_text(line, voice_of(load("ar")), Style(12), 400).lines[0]
    assert placed.pieces[0].x == pytest.approx(400 - placed.width)
    assert [piece.x for piece in placed.pieces] == sorted(piece.x for piece in placed.pieces)

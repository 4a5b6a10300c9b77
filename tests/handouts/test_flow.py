from dataclasses import replace

from handouts.flow import Band, paginate, spaced, together, whole, with_next, without_widows


def nothing(page, left, top):
    """Draw nothing."""


def bands(*heights: float) -> list[Band]:
    return [Band(height, nothing) for height in heights]


def heights(pages) -> list[list[float]]:
    return [[stand.band.height for stand in page] for page in pages]


def test_bands_fill_a_page_and_go_on_to_the_next():
    assert heights(paginate(bands(40, 40, 40), 100)) == [[40, 40], [40]]


def test_what_is_kept_together_moves_together():
    assert heights(paginate([*bands(60), *together(bands(30, 30))], 100)) == [[60], [30, 30]]


def test_a_heading_moves_with_what_follows():
    story = [*bands(80), *with_next(bands(15)), *bands(20)]
    assert heights(paginate(story, 100)) == [[80], [15, 20]]


def test_space_above_is_dropped_at_the_top_of_a_page():
    pages = paginate([*bands(80), *spaced(bands(30), 10)], 100)
    assert pages[1][0].down == 0


def test_space_above_counts_towards_the_page():
    assert heights(paginate([*bands(80), *spaced(bands(15), 10)], 100)) == [[80], [15]]


def test_a_group_taller_than_a_page_is_parted_rather_than_lost():
    assert heights(paginate(together(bands(60, 60, 60)), 100)) == [[60], [60], [60]]


def test_a_table_head_is_drawn_again_on_the_next_page():
    head = Band(10, nothing)
    rows = [Band(45, nothing, again=head) for _ in range(3)]
    assert heights(paginate([head, *rows], 100)) == [[10, 45, 45], [10, 45]]


def test_a_paragraph_leaves_no_line_alone():
    story = [*bands(81), *without_widows(bands(10, 10, 10, 10))]
    assert heights(paginate(story, 100)) == [[81], [10, 10, 10, 10]]
    story = [*bands(75), *without_widows(bands(10, 10, 10, 10))]
    assert heights(paginate(story, 100)) == [[75, 10, 10], [10, 10]]


def test_a_last_page_of_a_line_or_two_is_saved_by_setting_closer():
    story = [band for _ in range(10) for band in spaced(bands(8), 3)]
    assert [len(page) for page in paginate(story, 105)] == [10]
    assert [len(page) for page in paginate(story, 98)] == [9, 1]


def test_what_reaches_below_its_band_does_not_reach_below_the_page():
    story = [*bands(60), *together(bands(30)), replace(bands(10)[0], over=5.0)]
    assert heights(paginate(story, 100)) == [[60, 30], [10]]
    assert heights(paginate(story, 105)) == [[60, 30, 10]]


def test_what_is_low_enough_stays_whole():
    assert heights(paginate([*bands(50), *whole(bands(30, 30), 60)], 100)) == [[50], [30, 30]]
    assert heights(paginate([*bands(50), *whole(bands(30, 30), 59)], 100)) == [[50, 30], [30]]

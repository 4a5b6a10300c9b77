"""Few rows hold every meeting of two values."""

from itertools import combinations, product

from tests.covering import covering, meetings

COLUMNS = (("en", "ar", "ko", "fr", "ru"), ("low", "tall", "wide", "huge"), ("light", "dark", "high"), (100, 200))


def test_every_two_values_meet() -> None:
    met = {meeting for row in covering(COLUMNS) for meeting in meetings(row)}
    for a, b in combinations(range(len(COLUMNS)), 2):
        assert all(((a, one), (b, two)) in met for one, two in product(COLUMNS[a], COLUMNS[b]))


def test_far_fewer_rows_are_needed_than_there_are() -> None:
    assert len(covering(COLUMNS)) < len(list(product(*COLUMNS))) / 4


def test_rows_that_were_begun_are_kept_and_nothing_is_done_twice() -> None:
    begun = tuple(product(*COLUMNS))
    assert covering(COLUMNS, begun) == begun

"""Anonymous weekly counts."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.counts import BadCounter, Cell, add, as_csv, forget, series, table, week_of
from clinic.staff_store import StaffStore, open_store

MONDAY = date(2026, 11, 2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StaffStore]:
    store = open_store(tmp_path / "staff.db")
    yield store
    store.close()


def count(store: StaffStore, counter: str, times: int, day: date = MONDAY) -> None:
    for _ in range(times):
        add(store, [counter], day)


def test_a_count_of_five_is_shown_and_a_count_of_four_is_not(store: StaffStore) -> None:
    count(store, "visit", 5)
    count(store, "visit", 4, MONDAY + timedelta(weeks=1))
    assert table(store, MONDAY + timedelta(weeks=2)) == (
        Cell("2026-W45", "visit", 5),
        Cell("2026-W46", "visit", None),
    )


def test_few_and_none_look_the_same(store: StaffStore) -> None:
    count(store, "visit", 9)
    count(store, "visit", 4, MONDAY + timedelta(weeks=2))
    numbers = [cell.number for cell in table(store, MONDAY + timedelta(weeks=4))]
    assert numbers == [9, None, None, None]


def test_a_counter_that_never_reached_five_is_not_even_named(store: StaffStore) -> None:
    count(store, "visit", 9)
    count(store, "topic.rare", 4)
    assert {cell.counter for cell in table(store, MONDAY + timedelta(weeks=1))} == {"visit"}


def test_the_running_week_is_not_shown(store: StaffStore) -> None:
    count(store, "visit", 50)
    assert table(store, MONDAY + timedelta(days=6)) == ()
    assert table(store, MONDAY + timedelta(days=7)) == (Cell("2026-W45", "visit", 50),)


def test_there_is_one_row_for_a_counter_and_a_week_and_none_for_a_visit(store: StaffStore) -> None:
    for day in range(7):
        count(store, "visit", 3, MONDAY + timedelta(days=day))
    assert store.rows("SELECT * FROM weekly_count") == [("2026-W45", "visit", 21)]
    assert store.rows("SELECT group_concat(name) FROM pragma_table_info('weekly_count')") == [("week,counter,number",)]


def test_a_visit_is_counted_whole_or_not_at_all(store: StaffStore) -> None:
    with pytest.raises(BadCounter):
        add(store, ["visit", "Maria Lopez"], MONDAY)
    assert store.rows("SELECT * FROM weekly_count") == []


@pytest.mark.parametrize("typed", ["", "Visit", "maria lopez", "josé", "a..b", ".a", "a" * 81, "a\nb", "a;--"])
def test_what_somebody_typed_is_no_counter_and_is_not_repeated(store: StaffStore, typed: str) -> None:
    with pytest.raises(BadCounter) as refused:
        add(store, [typed], MONDAY)
    assert str(refused.value) == ""


def test_the_table_is_written_for_a_spreadsheet_with_few_hidden(store: StaffStore) -> None:
    count(store, "visit", 6)
    count(store, "handout.printed", 5)
    count(store, "handout.printed", 2, MONDAY + timedelta(weeks=1))
    rows = list(csv.reader(io.StringIO(as_csv(table(store, MONDAY + timedelta(weeks=2))))))
    assert rows == [
        ["week", "counter", "number"],
        ["2026-W45", "handout.printed", "5"],
        ["2026-W46", "handout.printed", "<5"],
        ["2026-W45", "visit", "6"],
        ["2026-W46", "visit", "<5"],
    ]


def test_a_chart_has_one_bar_a_week_over_the_turn_of_the_year(store: StaffStore) -> None:
    count(store, "visit", 5, date(2026, 12, 28))
    count(store, "visit", 7, date(2027, 1, 11))
    cells = series(table(store, date(2027, 1, 18)), "visit")
    assert [(cell.week, cell.number) for cell in cells] == [("2026-W53", 5), ("2027-W01", None), ("2027-W02", 7)]


def test_old_weeks_are_erased(store: StaffStore) -> None:
    count(store, "visit", 6)
    count(store, "visit", 6, MONDAY + timedelta(weeks=8))
    forget(store, MONDAY + timedelta(weeks=8))
    assert store.rows("SELECT week FROM weekly_count") == [("2026-W53",)]


def test_a_clock_set_back_shows_nothing_rather_than_failing(store: StaffStore) -> None:
    count(store, "visit", 6)
    assert table(store, MONDAY - timedelta(weeks=9)) == ()


@given(st.dates(date(1999, 1, 1), date(2100, 1, 1)))
def test_a_week_begins_on_monday_and_sorts_as_text(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    assert week_of(monday) == week_of(day) == week_of(monday + timedelta(days=6))
    assert week_of(day) < week_of(day + timedelta(days=7))

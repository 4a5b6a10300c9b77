"""The last faults."""

from datetime import date
from pathlib import Path

from clinic.faults import last, note


def test_the_last_twenty_faults_are_kept_with_their_day_and_no_hour(tmp_path: Path) -> None:
    for number in range(25):
        note(tmp_path / "clinic", "KeyError", (f"plan.py:{number}", "sheet.py:2"))
    kept = last(tmp_path / "clinic")
    assert len(kept) == 20
    assert kept[-1] == f"{date.today()} KeyError plan.py:24 > sheet.py:2"
    assert [path.name for path in (tmp_path / "clinic").iterdir()] == ["faults.txt"]


def test_where_nothing_can_be_written_nothing_falls_over(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    note(tmp_path / "file", "KeyError", ())
    assert last(tmp_path / "file") == ()

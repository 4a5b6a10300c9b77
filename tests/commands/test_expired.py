"""What was not reviewed in time is not printed, and the sheet or the command says so."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from commands.line import main
from content.build import build
from content.model import Guide, Quiz
from content.pack import Pack

OLD = "guide.falls"
VISIT = '{"version": 1, "date": "2026-11-22", "guides": [%s]}'


def furnished(house: Path, real_pack: Pack, last_day: date) -> Path:
    """Give a house in whose store one guide and one quiz have had their last day."""

    def age(item: Guide | Quiz) -> Guide | Quiz:
        is_old = item.id in (OLD, "quiz.my-medicines")
        return replace(item, review=replace(item.review, expires_on=last_day)) if is_old else item

    aged = {kind: tuple(map(age, real_pack.by_kind[kind])) for kind in ("guide", "quiz")}
    kinds = {kind: aged.get(kind, items) for kind, items in real_pack.by_kind.items()}
    build(replace(real_pack, by_kind=kinds), {}, house / "resources" / "content.db")
    return house


@pytest.fixture
def aged(house: Path, real_pack: Pack) -> Path:
    """A house in whose store one guide and one quiz are past their review date."""
    return furnished(house, real_pack, date(2026, 11, 21))


def printed(house: Path, visit: str, *more: str) -> tuple[int, str]:
    file, target = house.parent / "visit.json", house.parent / "h.pdf"
    file.write_text(visit)
    status = main(["handout", "--visit", str(file), "-o", str(target), *more], house)
    if not target.exists():
        return status, ""
    return status, subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout


def test_the_sheet_names_what_was_too_old_to_print(aged: Path) -> None:
    status, words = printed(aged, VISIT % f'{{"guide": "{OLD}"}}, {{"guide": "guide.calcium"}}', "--pages", "0")
    assert status == 0
    left_out = " ".join(words.partition("Not on this sheet")[2].split())
    assert "Too old to print: " in left_out
    title = left_out.partition("Too old to print: ")[2][:12]
    assert title not in words.partition("Not on this sheet")[0]


def test_a_handout_with_nothing_but_what_is_too_old_is_refused(aged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, words = printed(aged, VISIT % f'{{"guide": "{OLD}"}}')
    assert (status, words) == (1, "")
    said = capsys.readouterr().err
    assert "review date" in said
    assert len(said.strip().splitlines()) == 1


def test_a_quiz_past_its_review_date_is_left_out_too(aged: Path) -> None:
    visit = '{"version": 1, "date": "2026-11-22", "bundle": "bundle.denosumab-shots"}'
    assert "Too old to print: " in " ".join(printed(aged, visit, "--pages", "0")[1].split())


def test_on_its_last_day_a_guide_is_still_printed(house: Path, real_pack: Pack) -> None:
    open_until_today = furnished(house, real_pack, date.today())
    status, words = printed(open_until_today, VISIT.replace('"date": "2026-11-22", ', "") % f'{{"guide": "{OLD}"}}')
    assert status == 0
    assert "Too old to print" not in words


def test_a_visit_of_long_ago_makes_it_no_younger(aged: Path) -> None:
    assert printed(aged, (VISIT % f'{{"guide": "{OLD}"}}').replace("2026-11-22", "2020-01-01")) == (1, "")


def test_a_batch_reports_such_a_line_and_goes_on(aged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = aged.parent / "visits.jsonl"
    lines.write_text("\n".join(VISIT % f'{{"guide": "{guide}"}}' for guide in (OLD, "guide.calcium")))
    assert main(["batch", str(lines), "--out", str(aged.parent / "out")], aged) == 1
    told = capsys.readouterr()
    assert told.out == "1 made, 0 kept, 1 bad\n"
    assert "line 1: Nothing is printed: the review date of" in told.err

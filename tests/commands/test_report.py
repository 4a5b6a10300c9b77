"""The score card: a page and a paper, per topic and per language."""

import shutil
import subprocess
from pathlib import Path

from commands.line import main

HOUSE = Path(__file__).parents[2]


def test_the_report_is_a_page_and_a_paper_with_every_topic_and_language(tmp_path: Path) -> None:
    assert main(["content", "report", "-o", str(tmp_path / "card.html")], HOUSE) == 0
    page = (tmp_path / "card.html").read_text(encoding="utf-8")
    paper = subprocess.run(
        [shutil.which("pdftotext") or "pdftotext", str(tmp_path / "card.pdf"), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for told in (page, paper):
        assert "High-dose vitamin K2 for" in told
        assert "es_US" in told
        assert "English" in told

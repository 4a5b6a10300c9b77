"""What the feature table promises and no other test shows by itself."""

import subprocess
import sys
from pathlib import Path

from content.library import Library
from content.model import Claim, Depth, Guide
from tests.visit.reading import words
from visit.elements import Ask, IconArray
from visit.pages.evidence import claim_page, trial_page
from visit.pages.guide import evidence_words, guide_page
from visit.plan import plan
from visit.sheet import sheet
from visit.visit import Opened, Visit
from visit.wording import ENGLISH

HOUSE = Path(__file__).parents[1]
WITHOUT_NETWORK = """
import socket, sys

class Cut(socket.socket):
    def __new__(cls, family=socket.AF_INET, *rest, **named):
        if family in (socket.AF_INET, socket.AF_INET6, -1):
            raise AssertionError("the network was asked for")
        return super().__new__(cls, family, *rest, **named)

socket.socket = Cut
def refused(*_): raise AssertionError("an address was looked up")
socket.getaddrinfo = refused
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from commands.line import main
sys.exit(main(sys.argv[3:], Path(sys.argv[2])))
"""


def test_a_handout_is_made_without_any_network(tmp_path: Path, house: Path) -> None:
    made = tmp_path / "handout.pdf"
    asked = ["handout", "--visit", str(HOUSE / "tests/visits/warfarin.json"), "-o", str(made)]
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_NETWORK, str(HOUSE), str(house), *asked],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert made.read_bytes().startswith(b"%PDF")


def test_every_guide_has_a_short_and_a_longer_form(library: Library) -> None:
    for guide in library.ids(Guide):
        short, more = (guide_page(guide, depth, Visit(), library, ENGLISH) for depth in (Depth.SHORT, Depth.MORE))
        assert len(words(short)) < len(words(more)), guide


def test_every_graded_claim_says_how_sure_we_are(library: Library) -> None:
    graded = [shown.item for shown in library.every(Claim) if shown.item.evidence is not None]
    assert len(graded) > 100
    for claim in graded:
        assert claim.evidence is not None
        assert words((evidence_words(claim.evidence, ENGLISH),)) in words(
            claim_page(claim.id, Visit(), library, ENGLISH)
        )


def test_people_out_of_100_are_drawn(library: Library) -> None:
    assert any(isinstance(one, IconArray) for one in trial_page("trial.t04", Visit(), library, ENGLISH))


def test_every_handout_with_a_guide_asks_to_say_it_in_own_words(library: Library) -> None:
    for guide in library.ids(Guide):
        visit = Visit(guides=(Opened(guide),))
        told = {
            section.id: section.elements for section in sheet(plan(visit, library), visit, library, ENGLISH).sections
        }
        assert any(isinstance(one, Ask) for one in told["teach-back"]), guide


def test_the_content_may_be_used_again() -> None:
    licence = (HOUSE / "LICENSE-CONTENT.md").read_text("utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/" in licence

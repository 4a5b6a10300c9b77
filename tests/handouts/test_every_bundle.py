"""Every bundle as it is handed out, in every language of the first wave: sound in structure, read back as written.

A sample; `python -m tests.handouts.full_matrix` prints and examines all of it.
"""

from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest
from matrix import WAVE, Case, bundles_of, examined, printed, sample, wave_store

from content.library import Library
from content.model import Bundle
from content.source import read_pack

ROOT = Path(__file__).parents[2]
BUNDLES = tuple(f"bundle.{file.stem}" for file in sorted((ROOT / "content/packs/bone-health/bundles").glob("*.yaml")))


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """What we teach, with all that is translated today."""
    pack = read_pack(ROOT / "content/packs/bone-health", ROOT / "resources/pictures")
    library = Library.open(wave_store(pack, tmp_path_factory.mktemp("wave") / "content.db"))
    yield library
    library.close()


def test_the_sample_takes_every_bundle_and_every_language_and_setting(translated: Library) -> None:
    cases = sample(BUNDLES)
    assert set(BUNDLES) == set(bundles_of(translated)) == {case.bundle for case in cases}
    assert {case.locale for case in cases if case.bundle == BUNDLES[3]} == set(WAVE)
    assert len({(case.text_pt, case.paper, bool(case.beside)) for case in cases}) == 8


@pytest.mark.parametrize("case", sample(BUNDLES), ids=str)
def test_a_bundle_on_paper_is_sound_and_read_back_as_written(case: Case, translated: Library, tmp_path: Path) -> None:
    assert examined(case, translated, tmp_path).faults == ()


@pytest.mark.parametrize("locale", WAVE)
def test_a_bundle_on_paper_is_sound_for_qpdf(locale: str, translated: Library, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(printed(Case(BUNDLES[0], locale, "en"), translated)[0])
    done = run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_library_publishes_a_bundle_in_every_language_of_the_sample(translated: Library) -> None:
    shown = {locale: translated.every(Bundle, locale) for locale in WAVE}
    assert all(len(items) == len(BUNDLES) for items in shown.values())

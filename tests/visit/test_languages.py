"""The drafts we have, over the same visits: nothing lost, nothing said that the English does not say."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

import i18n
from content.build import build
from content.library import Library
from content.model import Depth, Guide
from content.pack import Pack
from i18n.catalogue import content_translations
from i18n.locales import available, load
from tests.visit.reading import runs, shape, sheet_shape
from visit.fhir import Posting, bundle
from visit.note import note
from visit.pages import guide_page
from visit.plan import plan
from visit.sheet import sheet
from visit.visit import Taken, Visit
from visit.visit_json import read
from visit.wording import ENGLISH

VISITS = sorted((Path(__file__).parent.parent / "visits").glob("*.json"))
LOCALES = Path(i18n.__file__).parent / "locales"
SPOKEN = [info.code for info in available() if (LOCALES / info.code / "guides.po").exists()]


@pytest.fixture(scope="module")
def spoken(real_pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("spoken") / "content.db"
    words = {code: content_translations(code) for code in SPOKEN}
    build(real_pack, {code: some for code, some in words.items() if some}, path)
    library = Library.open(path)
    yield library
    library.close()


@pytest.mark.parametrize("code", SPOKEN)
def test_every_visit_has_the_shape_of_its_english_sheet(code: str, spoken: Library) -> None:
    language = load(code)
    for path in VISITS:
        visit = read(path.read_text("utf-8"))
        planned = plan(visit, spoken)
        told = sheet(planned, visit, spoken, language)
        assert sheet_shape(told) == sheet_shape(sheet(planned, visit, spoken, ENGLISH)), path.stem


@pytest.mark.parametrize("code", SPOKEN)
def test_no_place_of_a_sentence_and_no_token_is_left_open(code: str, spoken: Library) -> None:
    language = load(code)
    for path in VISITS:
        visit = read(path.read_text("utf-8"))
        told = sheet(plan(visit, spoken), visit, spoken, language)
        open_places = [run.text for run in runs(told.sections) if re.search(r"\{\w*\}|\[\[", run.text)]
        assert open_places == [], path.stem


@pytest.mark.parametrize("code", SPOKEN)
def test_each_guide_warns_a_person_on_warfarin_where_its_english_does(code: str, spoken: Library) -> None:
    visit = Visit(locale=code, medicines=(Taken("medicine.warfarin"),))
    for guide in spoken.ids(Guide):
        english = guide_page(guide, Depth.MORE, visit, spoken, ENGLISH)
        assert shape(guide_page(guide, Depth.MORE, visit, spoken, load(code))) == shape(english), guide


@pytest.mark.parametrize("code", SPOKEN)
def test_note_and_bundle_can_be_written(code: str, spoken: Library) -> None:
    language = load(code)
    visit = read((VISITS[0].parent / "warfarin.json").read_text("utf-8"))
    planned = plan(visit, spoken)
    assert "{" not in note(planned, visit, spoken, language)
    posting = Posting(UUID(int=1))
    assert bundle(sheet(planned, visit, spoken, language), planned, visit, spoken, posting).startswith("{")

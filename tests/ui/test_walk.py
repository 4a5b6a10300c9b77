"""The whole journey with real events, in two languages, and by keys alone."""

import shutil

import pytest

from tests.walk import journey
from tests.walker import Walk
from ui.routes import ToWelcome
from visit.visit import Visit


@pytest.mark.parametrize(("locale", "by_keys"), [("es_US", False), ("ar", True)])
def test_from_welcome_to_a_pdf_and_back_to_welcome(open_window, tmp_path, locale, by_keys):
    window = open_window()
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    walk = Walk(window, pictures, by_keys=by_keys)
    journey(walk, locale)
    assert window.history.here == ToWelcome()
    assert window.state.visit == Visit(locale="en")
    assert len(list(tmp_path.glob("handout-*.pdf"))) == 1
    assert walk.steps[-1] == "welcome-again"
    shutil.rmtree(pictures)

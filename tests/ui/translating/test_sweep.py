"""A small sample of `python -m tests.sweep`, which goes through every language, size of words and size of window."""

import pytest

from tests.sweep import session_in, swept
from tests.ui.places import ROOT
from ui.translating.tour import stops

SOME = ("home", "medicines", "about_me", "settings", "code-wrong", "question-bones-1", "still-there")


@pytest.mark.parametrize(("code", "percent"), [("en_XA", 150), ("ar", 200)])
def test_screens_have_room_letters_and_no_word_of_their_own(application, real_store, tmp_path, code, percent):
    session = session_in(code, real_store, tmp_path, application, ROOT / "i18n/locales")
    session.window.resize(1024, 600)
    route = tuple(stop for stop in stops(session.library) if stop.name in SOME)
    found = [f"{where}: {fault}" for where, fault in swept(session, (percent,), route)]
    session.window.close()
    session.window.deleteLater()
    assert len(route) == len(SOME)
    assert found == []

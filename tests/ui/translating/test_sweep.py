"""A small sample of `python -m tests.sweep`, which goes through every language, size of words and size of window."""

import pytest

from tests.sweep import session_in, swept
from tests.ui.places import ROOT


@pytest.mark.parametrize(("code", "percent"), [("en_XA", 150), ("ar", 200)])
def test_every_screen_has_room_letters_and_no_word_of_its_own(application, real_store, tmp_path, code, percent):
    session = session_in(code, real_store, tmp_path, application, ROOT / "i18n/locales")
    session.window.resize(1280, 800)
    found = [f"{where}: {fault}" for where, fault in swept(session, (percent,))]
    session.window.close()
    session.window.deleteLater()
    assert found == []

"""What staff put together: nothing that may not be printed is offered."""

from dataclasses import replace
from datetime import date

from content.model import Bundle, Guide
from tests.ui.staff_steps import after_events, let_in
from ui.routes import ToCompose, ToStaff

AFTER_ALL = date(2199, 1, 1)


def offered(answers):
    return {value: button.isEnabled() for value, button in answers._buttons.items()}


def test_what_is_past_its_day_says_so_and_cannot_be_chosen(window):
    let_in(window)
    window.fulfil(ToCompose())
    screen = window.stage.front
    assert all(offered(screen._ready).values())
    assert all(offered(screen._which_guides).values())
    window.state.replace(replace(window.state.visit, date=AFTER_ALL))
    after_events()
    window.fulfil(ToStaff())
    window.fulfil(ToCompose())
    screen = window.stage.front
    assert offered(screen._ready) == {None: True} | dict.fromkeys(window.desk.library.ids(Bundle), False)
    assert offered(screen._which_guides) == dict.fromkeys(window.desk.library.ids(Guide), False)
    bundle = window.desk.library.get(Bundle, "bundle.on-warfarin").item
    said = screen._ready._buttons[bundle.id].accessibleName()
    assert f"{bundle.review.expires_on}: {bundle.title} (past its day)" in said
    screen._ready._buttons[bundle.id].click()
    assert not screen._print.isEnabled()

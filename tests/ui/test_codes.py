"""Hand-off codes: staff put topics together, a person opens exactly these."""

from datetime import datetime, timedelta

import pytest

from clinic.settings import Settings
from content.model import Depth
from tests.ui.places import told
from tests.ui.staff_steps import after_events, let_in, words
from ui.handoff import hand_out, reopen
from ui.keeper import Keeper
from ui.printer import NoPrinter
from ui.routes import ToCode, ToCompose, ToHandout, ToHome, ToPath
from ui.staff_room import StaffRoom
from ui.wishes import Erase, GoBack, KeepPlan, Tell
from visit.ticket import Composition, Mistyped, NotHandedOut, TicketClosed

CHOSEN = Composition("es_US", "en", "bundle.on-warfarin", (("guide.calcium", Depth.MORE),), ("quiz.bones",), 18)


def open_code(window):
    let_in(window)
    code = hand_out(window.desk.staff, CHOSEN, datetime.now(), lambda most: 77)
    window.fulfil(Erase())
    window.fulfil(ToCode())
    window.stage.front._field.edit.setText(code)
    window.stage.front._open()
    after_events()


def test_a_code_outlives_the_process_and_ends_at_closing_time(tmp_path):
    room = StaffRoom(folder=tmp_path, settings=Settings(closing_time="18:00"))
    noon = datetime(2026, 11, 23, 12)
    code = hand_out(room, CHOSEN, noon, lambda _most: 41)
    again = StaffRoom(folder=tmp_path, settings=Settings())
    assert reopen(again, code.lower(), noon) == CHOSEN
    with pytest.raises(TicketClosed):
        reopen(again, code, noon + timedelta(hours=6))
    with pytest.raises(NotHandedOut):
        reopen(again, "00000" + "0", noon)
    with pytest.raises(Mistyped):
        reopen(again, code[:-1] + ("2" if code[-1] != "2" else "3"), noon)


def test_a_code_opens_exactly_what_staff_chose(window):
    open_code(window)
    assert window.history.here == ToPath()
    assert window.language.code == "es_US"
    visit = window.state.visit
    assert (visit.bundle, visit.quizzes, visit.beside, visit.text_pt) == (
        "bundle.on-warfarin",
        CHOSEN.quizzes,
        "en",
        18,
    )
    assert [one.guide for one in visit.guides] == ["guide.calcium"]
    assert not window.is_staff_in
    assert window.focusWidget() is window.stage.front._tiles.itemAt(0).widget()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("12", "has 6 letters"), ("000001", "not right"), ("000000", "does not know"), ("", "has 6 letters")],
)
def test_a_code_that_opens_nothing_gets_a_sentence(window, typed, said):
    window.fulfil(ToCode())
    window.stage.front._field.edit.setText(typed)
    window.stage.front._open()
    assert said in words(window.stage.front)


def test_staff_compose_a_handout_and_nothing_leads_back_to_their_pages(window):
    let_in(window)
    window.fulfil(ToCompose())
    screen = window.stage.front
    assert not screen._print.isEnabled()
    screen._set_locale("es_US")
    screen._set_bundle("bundle.on-warfarin")
    screen._hand_out()
    assert screen._code.isVisible()
    assert len(screen._code.text().replace(" ", "")) == 6
    screen._print.click()
    after_events()
    assert window.language.code == "es_US"
    assert window.state.visit.bundle == "bundle.on-warfarin"
    window.fulfil(GoBack())
    window.fulfil(GoBack())
    assert not window.is_staff_in
    assert not window.history.here.is_for_staff


def test_where_nothing_can_be_printed_a_code_keeps_the_topics_and_no_medicine(open_window):
    window = open_window(printer=NoPrinter())
    window.state.replace(told(window.state.visit))
    window.fulfil(ToHandout())
    window.findChild(Keeper).do(KeepPlan("The printer has no paper."))
    said = words(window.banner)
    assert "The printer has no paper. Or write down the code " in said
    typed = said.split("the code ")[1].split(":")[0]
    assert [run.text for run in window.banner._words.line if run.is_strong] == [typed]
    assert window.banner.property("look") == "caution"
    kept = reopen(window.desk.staff, typed, datetime.now())
    assert kept.guides == (("guide.calcium", Depth.SHORT),)
    assert b"warfarin" not in b"".join(file.read_bytes() for file in window.desk.staff.folder.glob("staff.db*"))
    window.fulfil(Tell("Your handout is printed.", "good"))
    assert (words(window.banner).strip(), window.banner.property("look")) == ("Your handout is printed.", "good")


def test_home_leads_back_to_what_staff_chose_and_the_next_visit_sees_none_of_it(window):
    open_code(window)
    window.fulfil(ToHome())
    tile = window.stage.front._chosen
    assert tile.isVisible()
    tile.click()
    assert window.history.here == ToPath()
    window.fulfil(Erase())
    window.fulfil(ToHome())
    assert not window.stage.front._chosen.isVisible()

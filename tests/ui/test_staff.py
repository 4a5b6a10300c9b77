"""The staff's pages behind their PIN, hand-off codes, and what they leave behind."""

import re
import sys
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from clinic import counts
from clinic.settings import Settings, read, write
from tests.ui.places import ROOT, told
from tests.ui.staff_steps import PIN, let_in, words
from ui.keeper import Keeper
from ui.routes import (
    ToCompose,
    ToCounts,
    ToHome,
    ToSettings,
    ToStaff,
    ToStaffDoor,
    ToWelcome,
)
from ui.staff_room import StaffRoom
from ui.widgets.button import ActionButton
from ui.wishes import Erase, GoBack, Leave, Printed
from visit.visit import Visit


def test_the_first_to_come_chooses_the_pin_twice(window):
    window.fulfil(ToStaff())
    door = window.stage.front
    door._take(PIN)
    door._take("111222")
    assert not window.desk.staff.pin.is_set()
    door._take(PIN)
    door._take(PIN)
    assert window.desk.staff.pin.is_set()
    assert window.history.here == ToStaff()


def test_a_weak_pin_is_refused_in_words(window):
    window.fulfil(ToStaff())
    window.stage.front._take("1111")
    window.stage.front._take("1111")
    assert "not all the same" in words(window.stage.front)
    assert not window.desk.staff.pin.is_set()


@pytest.mark.parametrize("route", [ToStaff(), ToCompose(), ToSettings(), ToCounts()])
def test_nobody_gets_to_the_staffs_pages_without_the_pin(window, route):
    window.desk.staff.pin.choose(PIN)
    window.fulfil(route)
    assert window.history.here == ToStaffDoor()
    window.stage.front._take("000111")
    assert window.history.here == ToStaffDoor()


def test_too_many_wrong_tries_have_to_wait_and_are_told_how_long(window):
    window.desk.staff.pin.choose(PIN)
    window.fulfil(ToStaff())
    for _try in range(6):
        window.stage.front._take("000111")
    assert re.search(r"Too many wrong tries\. Wait [12]?[0-9] seconds|Wait 30 seconds", words(window.stage.front))
    window.stage.front._take(PIN)
    assert window.history.here == ToStaffDoor()


def test_who_leaves_the_staffs_pages_needs_the_pin_again(window):
    let_in(window)
    window.fulfil(ToHome())
    window.fulfil(GoBack())
    assert window.history.here == ToStaffDoor()


def test_erase_closes_the_staffs_pages(window):
    let_in(window)
    window.fulfil(Erase())
    assert not window.is_staff_in
    assert window.history.here == ToWelcome()


def test_without_a_staff_room_there_is_no_door(open_window):
    window = open_window(staff=None)
    window.fulfil(ToStaff())
    assert window.history.here == ToHome()


def test_a_setting_is_kept_at_once_and_a_bad_one_is_refused_in_words(window):
    let_in(window)
    window.fulfil(ToSettings())
    screen, label = window.stage.front, QLabel()
    screen._keep("theme", label, "dark")
    screen._keep("idle_seconds", label, 5)
    assert "30 to 1,800" in label.text()
    screen._keep("closing_time", label, "25:00")
    assert "HH:MM" in label.text()
    kept, problems = read(window.desk.staff.settings_file)
    assert (kept, problems) == (Settings(theme="dark"), ())


def test_a_language_is_chosen_by_its_own_name(window):
    let_in(window)
    window.fulfil(ToSettings())
    buttons = [one for one in window.stage.front.findChildren(ActionButton) if one.words.text() == "Español (EE. UU.)"]
    buttons[1].click()  # of the screen, of the clinic
    assert read(window.desk.staff.settings_file) == (Settings(clinic_locale="es_US"), ())


def test_what_the_fleet_decided_cannot_be_changed_here(open_window, tmp_path):
    managed = tmp_path / "managed.toml"
    managed.write_text('theme = "high"\n')
    room = StaffRoom(folder=tmp_path / "room", settings=Settings(), managed=managed)
    window = open_window(staff=room)
    let_in(window)
    window.fulfil(ToSettings())
    assert "Decided for all machines" in words(window.stage.front)


def test_every_setting_has_its_words_in_the_language_of_the_screen(window):
    from clinic.settings import declared
    from ui.setting_words import setting_words

    assert set(setting_words(window.language)) == {one.name for one in declared()}


def test_a_visit_is_counted_only_where_staff_said_so(open_window, tmp_path):
    for is_on in (False, True):
        room = StaffRoom(folder=tmp_path / str(is_on), settings=Settings(counts_use=is_on))
        window = open_window(staff=room)
        window.fulfil(ToHome())
        window.state.replace(told(window.state.visit))
        window.findChild(Keeper).do(Printed())
        window.fulfil(Erase())
        with room.store() as store:
            found = {counter: number for _week, counter, number in store.rows("SELECT * FROM weekly_count")}
        assert found == ({"visit": 1, "guide.calcium": 1, "quiz.bones": 1, "handout.printed": 1} if is_on else {})


def test_counts_are_drawn_and_written_where_staff_can_find_them(window):
    room = window.desk.staff
    day = date.today() - timedelta(weeks=3)
    with room.store() as store:
        for _visit in range(7):
            counts.add(store, ["visit"], day)
    let_in(window)
    window.fulfil(ToCounts())
    screen = window.stage.front
    screen._write.click()
    table = next(room.reports.glob("counts-*.csv"))
    assert f"{counts.week_of(day)},visit,7" in table.read_text()
    assert str(table) in words(screen)


def test_on_a_kiosk_only_staff_can_leave(window):
    window.may_close = False
    window.close()
    assert window.isVisible()
    let_in(window)
    window.fulfil(Leave())
    assert not window.isVisible()


def test_settings_decide_text_paper_and_what_is_offered(open_window):
    window = open_window(print_points=18, paper="a4", offers_drafts=False)
    assert (window.state.visit.text_pt, window.state.visit.paper.value) == (18, "a4")
    assert [info.code for info in window.desk.offered if info.is_draft] == []


def test_the_settings_file_reaches_the_window(tmp_path, monkeypatch, capsys):
    from commands.places import Places
    from commands.window import decided, ticket

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    places = Places(ROOT)
    write(Settings(locale="ar", prints_grey=True, paper="a4"), places.settings)
    with places.settings.open("a") as file:
        file.write('idle_seconds = 5\nclinic_locale = "tlh"\n')
    settings, problems = decided(places, sys.stderr)
    assert (settings.locale, settings.clinic_locale, settings.idle_seconds) == ("ar", "en", 120)
    assert (ticket(settings).is_grey, ticket(settings).paper) == (True, "a4")
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == len(problems) == 2


def test_nobody_is_asked_at_the_greeting_and_the_curtain_ends_the_visit(window):
    watch = window.findChild(Keeper)
    assert watch._is_busy()
    window.fulfil(ToHome())
    window.state.replace(told(window.state.visit))
    assert not watch._is_busy()
    window.header.curtain.click()
    assert watch.curtain.isVisible()
    assert watch.curtain.geometry() == window.rect()
    watch.curtain.back.click()
    assert not watch.curtain.isVisible()
    assert window.state.visit.medicines
    window.header.curtain.click()
    watch._drawn.timeout.emit()
    assert window.state.visit == Visit(locale="en")
    assert not watch.curtain.isVisible()


def test_the_question_lies_over_everything_and_any_touch_answers_it(window, qtbot):
    watch = window.findChild(Keeper)
    window.fulfil(ToHome())
    for _second in range(130):
        watch.idle.tick()
    assert watch.still_there.isVisible()
    assert "In 10 seconds" in words(watch.still_there)
    qtbot.mouseClick(watch.still_there, Qt.MouseButton.LeftButton)
    assert not watch.still_there.isVisible()
    assert window.history.here == ToHome()
    for _second in range(140):
        watch.idle.tick()
    assert window.history.here == ToWelcome()

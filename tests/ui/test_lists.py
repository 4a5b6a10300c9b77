"""Lists and lone screens: K2 never without its warning for who takes a vitamin K blocker, and nothing too old."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from ui.routes import ToLearn, ToPath, ToQuizzes
from ui.topics import ToGuide, ToQuestion, ToResult, ToSources, ToStudy
from ui.widgets.button import Tile
from visit.visit import Opened, OwnMedicine, Taken

K2 = re.compile(r"\bK\W?2\b|\bMK\W?\d|natto", re.IGNORECASE)
WARNED = re.compile(r"not for you now|No vitamin K pills|No natto")
TOO_OLD = "This is too old to show."
LISTS = (ToLearn(), ToQuizzes(), ToPath())
BLOCKERS = {
    "warfarin": {"medicines": (Taken("medicine.warfarin"),)},
    "a general word": {"own_medicines": (OwnMedicine("blood thinner"),)},
}


def tiles(window):
    return [one for one in window.stage.front.findChildren(Tile) if one.isVisibleTo(window.stage.front)]


def said(tile):
    return f"{tile.title.text()}\n{tile.detail.text()}"


@pytest.mark.parametrize("told", BLOCKERS.values(), ids=BLOCKERS)
def test_a_tile_about_k2_carries_the_warning(told, window):
    k2 = ("guide.how-k2-works", "guide.k2-trials", "guide.vitamin-k")
    opened = tuple(Opened(guide) for guide in k2)
    for visit in (window.state.visit, replace(window.state.visit, **told)):
        window.state.replace(replace(visit, guides=opened, quizzes=("quiz.k2-studies",)))
        for route in LISTS:
            window.fulfil(route)
            about = [said(tile) for tile in tiles(window) if K2.search(said(tile))]
            assert about, route
            assert [bool(WARNED.search(text)) for text in about] == [visit.medicines + visit.own_medicines != ()] * len(
                about
            )
            assert all(tile.accessibleDescription() == tile.detail.text() for tile in tiles(window))


def test_the_way_from_a_study_to_a_guide_on_k2_carries_the_warning(window):
    window.state.replace(replace(window.state.visit, **BLOCKERS["warfarin"]))
    window.fulfil(ToStudy("trial.t01"))
    about = [said(tile) for tile in tiles(window) if K2.search(tile.title.text())]
    assert about and all(WARNED.search(text) for text in about)


def test_what_is_too_old_says_so_on_every_screen(window):
    late = replace(window.state.visit, today=date(2099, 1, 1))
    window.state.replace(replace(late, bundle="bundle.on-warfarin", guides=(Opened("guide.k2-trials"),)))
    for route in LISTS:
        window.fulfil(route)
        shown = [said(tile) for tile in tiles(window) if "My handout" not in said(tile)]
        assert shown and all(TOO_OLD in text for text in shown), route
    alone = (
        ToGuide("guide.k2-trials"),
        ToSources("guide.k2-trials"),
        ToQuestion("quiz.k2-studies"),
        ToResult("quiz.k2-studies"),
    )
    for route in alone:
        window.fulfil(route)
        words = " ".join(label.text() for label in window.stage.front.findChildren(QLabel) if label.isVisible())
        assert TOO_OLD in words, route
        assert "Words to know" not in words
        assert "menatetrenone" not in words and "trial" not in words.lower().replace(
            "high-dose vitamin k2 for bones", ""
        )


def test_every_visit_begins_with_the_day_of_its_own(window):
    days = iter((date(2026, 1, 1), date(2026, 1, 2)))
    window.state._clock = lambda: next(days)
    for day in (1, 2):
        window.state.begin_again()
        assert window.state.visit.today.day == window.state.visit.today.day == day

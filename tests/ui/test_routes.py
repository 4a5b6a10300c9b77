from hypothesis import given
from hypothesis import strategies as st

from ui.routes import History, ToHome
from ui.topics import ToGuide

places = st.lists(st.integers(0, 5), max_size=12)


@given(places)
def test_back_undoes_every_step_and_forward_undoes_back(steps):
    history = History(-1)
    for step in steps:
        history = history.go(step)
    back = history
    while back.behind:
        assert back.back().forward() == back
        back = back.back()
    assert back.here == -1
    assert (*back.ahead,) == (*history.behind[1:], *((history.here,) if history.behind else ()))


@given(places, st.integers(6, 9))
def test_going_somewhere_new_forgets_what_was_ahead(steps, new):
    history = History(-1)
    for step in steps:
        history = history.go(step)
    assert history.back().go(new).ahead == ()


def test_going_where_one_is_changes_nothing():
    history = History(ToHome()).go(ToGuide("guide.calcium"))
    assert history.go(ToGuide("guide.calcium")) is history


def test_a_swap_leaves_no_step_behind():
    history = History(1).go(2).swap(3)
    assert (history.here, history.behind) == (3, (1,))

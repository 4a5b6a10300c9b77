from ui import idle
from ui.idle import Idle, IdleTimes


def watched(is_busy=lambda: False):
    watch, asked, ends = Idle(IdleTimes(idle=30, warn=20), is_busy), [], []
    watch.warned.connect(asked.append)
    watch.ended.connect(lambda: ends.append(True))
    return watch, asked, ends


def wait(watch, seconds):
    for _second in range(seconds):
        watch.tick()


def test_a_person_is_asked_before_anything_is_erased(application):
    watch, asked, ends = watched()
    wait(watch, 29)
    assert (asked, ends) == ([], [])
    wait(watch, 1)
    assert (asked, ends) == ([20], [])
    wait(watch, 19)
    assert (asked[-1], ends) == (1, [])
    wait(watch, 1)
    assert ends == [True]


def test_a_touch_begins_the_time_anew(application):
    watch, asked, _ends = watched()
    wait(watch, 29)
    watch.stir()
    wait(watch, 29)
    assert asked == []


def test_once_asked_only_an_answer_counts(application):
    watch, _asked, ends = watched()
    wait(watch, 30)
    watch.stir()
    assert watch.is_warning
    watch.stay()
    wait(watch, 29)
    assert not watch.is_warning
    assert ends == []


def test_nothing_ends_while_the_machine_is_at_work_for_the_person(application):
    watch, asked, ends = watched(lambda: True)
    wait(watch, 500)
    assert (asked, ends) == ([], [])


def test_a_machine_that_slept_has_forgotten(application):
    watch, _asked, ends = watched()
    watch._now = idle.awake_seconds() - 3600
    watch.tick()
    assert ends == [True]

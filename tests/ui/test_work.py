"""Slow work in another thread: what it may not do there, and what comes back."""

import gc
from threading import get_ident

from ui.work import Work

PLENTY = 200_000


class Circle:
    """Garbage that only the collector finds; it says in which thread it was found."""

    def __init__(self, found: list[int]) -> None:
        self.itself, self.found = self, found

    def __del__(self) -> None:
        self.found.append(get_ident())


def test_garbage_is_never_collected_in_another_thread(qtbot) -> None:
    found: list[int] = []
    work = Work(())

    def job() -> int:
        kept = [[n] for n in range(PLENTY)]  # enough to call the collector many times
        return len(kept) and get_ident()

    gc.collect()
    with qtbot.waitSignal(work.done, timeout=60_000) as done:
        for _ in range(100):
            Circle(found)
        work.begin(job)
    assert done.args[0] != get_ident()
    gc.collect()
    assert set(found) == {get_ident()}


def test_garbage_is_collected_again_after_the_last_job(qtbot) -> None:
    work = Work(())
    with qtbot.waitSignal(work.done, timeout=60_000):
        work.begin(lambda: 1)
    qtbot.waitUntil(gc.isenabled, timeout=60_000)


def test_an_expected_fault_comes_back_as_itself(qtbot) -> None:
    work = Work(KeyError)

    def job() -> None:
        raise KeyError

    with qtbot.waitSignal(work.failed, timeout=60_000) as failed:
        work.begin(job)
    assert isinstance(failed.args[0], KeyError)

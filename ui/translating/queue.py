"""The queue of problems: where one is in it, what comes next, and the checks that fill it while nobody is busy."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from i18n.live.problems import Problem, Problems, counts

_BATCH: Final = 20
_PLACE: Final = "{n} of {all}: {item}, {state}"
_NONE: Final = "Nothing is left to do here."


class Queue:
    """Problems item by item. `problems` is what is known so far."""

    def __init__(self, source: Problems) -> None:
        self._source = source
        self.problems: tuple[Problem, ...] = source.queue()

    def checks(self) -> Iterator[Callable[[], object]]:
        """Give the work of checking every entry, a few at a time."""
        waiting = self._source.waiting()
        for at in range(0, len(waiting), _BATCH):
            yield partial(self._check, waiting[at : at + _BATCH])
        yield self.recount

    def recount(self, changed: Iterable[int] = ()) -> None:
        """Work out the queue anew, with another look at what changed."""
        self._check(changed)
        self.problems = self._source.queue()

    def _check(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._source.findings(number)

    def after(self, number: int | None, by: int) -> int | None:
        """Give the entry so many places further, from the first where none is at hand; None where nothing is left."""
        numbers = self._numbers
        if not numbers:
            return None
        here = numbers.index(number) if number in numbers else (-1 if by > 0 else 0)
        return numbers[(here + by) % len(numbers)]

    def told(self, number: int | None) -> str:
        """Say where in the queue an entry is; of one that is not in it, what is left in all."""
        numbers = self._numbers
        if not numbers:
            return _NONE
        if number not in numbers:
            return ", ".join(f"{count} {state}" for state, count in counts(self.problems).items())
        at = numbers.index(number)
        one = self.problems[at]
        return _PLACE.format(n=at + 1, all=len(numbers), item=one.item, state=one.state)

    @property
    def _numbers(self) -> list[int]:
        return [problem.number for problem in self.problems]

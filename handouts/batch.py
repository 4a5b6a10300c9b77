"""Many handouts: one line of input each, one file each; a run that was killed goes on where it stopped."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from multiprocessing import parent_process
from multiprocessing.connection import wait
from os import _exit
from pathlib import Path
from threading import Thread

from handouts.errors import HandoutError

Make = Callable[[str], bytes]
# Lines handed out ahead of the one awaited, per worker: enough to keep all busy, few enough to keep memory flat.
_AHEAD = 4


class Status(StrEnum):
    """What became of a line."""

    MADE = "made"
    KEPT = "kept"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A line (counted from 1), its file, and for a bad one the problem."""

    line: int
    status: Status
    file: Path
    problem: BaseException | None = None


class _Here(Executor):
    """Makes one after the other in this process."""

    def submit(self, make: Make, line: str, /) -> Future[bytes]:  # type: ignore[override]
        """Make at once, and keep what was made or the problem."""
        future: Future[bytes] = Future()
        try:
            future.set_result(make(line))
        except (HandoutError, ValueError, LookupError) as problem:
            future.set_exception(problem)
        return future


def run(
    lines: Iterable[str], make: Make, out: Path, workers: int = 1, executor: Executor | None = None
) -> Iterator[Outcome]:
    """Make a file in `out` for every line that is not empty; give the outcomes in the order of the lines.

    `make` turns a line into the bytes of a file and must be picklable when `workers` is more than 1. A `HandoutError`,
    `ValueError` or `LookupError` of `make` is the line's own problem; the rest goes on. Files already made from the
    same line are kept. `executor` (a cluster's, for example) is used instead of own workers.
    """
    out.mkdir(parents=True, exist_ok=True)
    for half in out.glob("*.part"):
        half.unlink()
    own = executor or (ProcessPoolExecutor(workers, initializer=_follow_parent) if workers > 1 else _Here())
    with nullcontext(own) if executor else own as pool:
        yield from _outcomes(lines, make, out, pool, _AHEAD * workers if workers > 1 or executor else 1)


def _follow_parent() -> None:
    """Let a worker end when the process that started it was killed; it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    _exit(1)


def _outcomes(lines: Iterable[str], make: Make, out: Path, pool: Executor, ahead: int) -> Iterator[Outcome]:
    waiting: deque[tuple[int, Path, Future[bytes] | None]] = deque()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        file = out / f"{number:06d}-{sha256(line.strip().encode()).hexdigest()[:12]}.pdf"
        waiting.append((number, file, None if file.exists() else pool.submit(make, line.strip())))
        while len(waiting) > ahead:
            yield _settled(*waiting.popleft())
    while waiting:
        yield _settled(*waiting.popleft())


def _settled(number: int, file: Path, future: Future[bytes] | None) -> Outcome:
    """Wait for a line and write its file beside, then rename: no file is ever half."""
    if future is None:
        return Outcome(number, Status.KEPT, file)
    problem = future.exception()
    if isinstance(problem, (HandoutError, ValueError, LookupError)):
        return Outcome(number, Status.BAD, file, problem)
    part = file.with_suffix(".part")
    try:
        part.write_bytes(future.result())
    except OSError:
        part.unlink(missing_ok=True)  # a full disk needs the room
        raise
    for stale in file.parent.glob(f"{number:06d}-*.pdf"):
        stale.unlink()
    part.replace(file)
    return Outcome(number, Status.MADE, file)

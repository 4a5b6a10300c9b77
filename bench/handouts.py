"""How fast a handout is made, beside other engines.

Run: python bench/handouts.py [--rounds 20] [--cold] [--batch] [--memory]

Every engine draws the same words (2 and 6 pages of ours), in one process, taking turns; shown are the median ratio to
stock ReportLab in the same round with its quartiles, and milliseconds for scale. Engines not installed are left out.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles
from subprocess import run as start
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench"), str(ROOT / "tests" / "handouts")]

sys.path.append(str(ROOT / "build" / "peers"))  # last, so that a peer's libraries never change what is measured of us

from handout_peers import PEERS, Content  # noqa: E402

SENTENCES = (
    "Your bones are alive. Old bone is taken away and new bone is built, all through your life.",
    "Keep eating the same amount of green vegetables each week. Do not change your warfarin on your own.",
    "Walk, climb stairs or dance most days. Your bones grow strong when they carry your weight.",
    "Call your clinic the same day for new bruises, bleeding gums, or red or black stool.",
)
FOODS = [("Food", "One serving", "Calcium"), *[(f"Food number {n}", "1 cup", f"{n * 100} mg") for n in range(1, 7)]]
OURS = "ours (tagged, shaped)"


def content(sections: int) -> Content:
    """Give the words; a section takes a page of ours."""
    section = ("What matters most", [*SENTENCES], [*SENTENCES], FOODS, [("Calcium", 0.7), ("Vitamin D", 0.4)])
    return Content("Your bones and your medicines", [section] * sections, "bone-health:1.0:en:3f9a1c22")


def ours(given: Content) -> bytes:
    """Make our own handout of the same words; loaded here, so that no peer starts with our libraries."""
    from handout_ours import made

    return made(given)


def engines() -> dict[str, Callable[[Content], bytes]]:
    """Give the engines that work here, ours first."""
    found: dict[str, Callable[[Content], bytes]] = {OURS: ours}
    for name, make in PEERS.items():
        try:
            make(content(1))
        except (ImportError, OSError) as problem:
            print(f"left out: {name} ({problem})")
        else:
            found[name] = make
    return found


def warm(rounds: int, sections: int) -> Iterator[str]:
    """Time all engines in turn, and give a table."""
    makers = engines()
    times: dict[str, list[float]] = {name: [] for name in makers}
    sizes = {name: len(make(content(sections))) for name, make in makers.items()}
    for _ in range(rounds):
        for name, make in makers.items():
            begin = perf_counter()
            make(content(sections))
            times[name].append(perf_counter() - begin)
    base = times["ReportLab, stock"]
    yield "| engine | ratio to stock ReportLab (quartiles) | ms | KB |\n|---|---|---|---|"
    for name, taken in times.items():
        ratios = [mine / theirs for mine, theirs in zip(taken, base, strict=True)]
        low, _, high = quantiles(ratios, n=4)
        ratio, size = f"{median(ratios):.2f} ({low:.2f} to {high:.2f})", sizes[name] // 1024
        yield f"| {name} | {ratio} | {median(taken) * 1000:.1f} | {size} |"


def cold(rounds: int) -> Iterator[str]:
    """Time a process that makes one two-page handout, imports included."""
    for name in engines():
        taken = []
        for _ in range(rounds):
            begin = perf_counter()
            start([sys.executable, __file__, "--once", name], check=True, cwd=ROOT)
            taken.append(perf_counter() - begin)
        yield f"{name}: {median(taken) * 1000:.0f} ms"


def languages(rounds: int) -> Iterator[str]:
    """Time the sample sheet of every language of the tests against English."""
    from samples import LANGUAGES, sheet

    from handouts.document import pdf
    from handouts.layout import Layout

    times: dict[str, list[float]] = {code: [] for code in LANGUAGES}
    for code in LANGUAGES:
        pdf(sheet(code, "simple"), Layout())
    for _ in range(rounds):
        for code in LANGUAGES:
            begin = perf_counter()
            pdf(sheet(code, "simple"), Layout())
            times[code].append(perf_counter() - begin)
    for code, taken in times.items():
        ratio = median(mine / english for mine, english in zip(taken, times["en"], strict=True))
        yield f"{code}: {median(taken) * 1000:.1f} ms, {ratio:.2f} of English"


def one_of_many(line: str) -> bytes:
    """Make a handout with a name of its own, longer or shorter; at the top of the module so that workers find it."""
    from handout_ours import made

    return made(content(1 + int(line.rpartition(" ")[2]) % 3), line)


def batch(rounds: int) -> Iterator[str]:
    """Time many handouts with one worker and with two."""
    from handouts.batch import run

    count, gains, rates = 200, [], []
    for _ in range(rounds):
        taken = []
        for workers in (1, 2):
            with TemporaryDirectory() as folder:
                begin = perf_counter()
                list(run([f"visit {n}" for n in range(count)], one_of_many, Path(folder), workers))
                taken.append(perf_counter() - begin)
        gains.append(taken[0] / taken[1])
        rates.append([count / each for each in taken])
    one, two = (median(rate[i] for rate in rates) for i in (0, 1))
    yield f"batch: {one:.0f} a second with one worker, {two:.0f} with two, gain {median(gains):.2f}"


def memory() -> Iterator[str]:
    """Watch the memory of one process over 2,000 different handouts."""
    seen = {}
    for number in range(1, 2001):
        one_of_many(f"visit {number}")
        if number in (100, 500, 1000, 2000):
            seen[number] = _resident()
    for number, size in seen.items():
        yield f"memory after {number}: {size:.1f} MiB ({size / seen[100] - 1:+.1%})"


def _resident() -> float:
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * 4096 / 2**20
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print what was asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--once", help=argparse.SUPPRESS)
    for name in ("cold", "batch", "memory"):
        options.add_argument(f"--{name}", action="store_true")
    asked = options.parse_args()
    if asked.once:
        ({OURS: ours} | PEERS)[asked.once](content(2))
        return
    lines = [*warm(asked.rounds, 2), *warm(asked.rounds, 6), *languages(asked.rounds)]
    lines += cold(max(3, asked.rounds // 4)) if asked.cold else []
    lines += batch(3) if asked.batch else []
    lines += memory() if asked.memory else []
    print("\n".join(lines))


if __name__ == "__main__":
    main()

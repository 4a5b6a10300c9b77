"""Measure everything and write `bench/RESULTS.md`: `make bench`, at most 20 minutes.

Run: python -m bench.everything [PART …] [--list] [--out FILE] [--minutes 18.5]

Each part runs in a process of its own; its words stand in the results as they were printed, with the load before and
after. A part that fails, or is cut off because its time or all time is over, says so beside what it had told; the page
is written after each part. Paired figures are taken in turns within one run.
"""

import argparse
import os
import platform
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from commands.places import Places
from commands.store import opened

ROOT = Path(__file__).parents[1]
LIBRARIES = ("PySide6_Essentials", "reportlab", "uharfbuzz", "Babel", "polib", "sqlite-utils", "pydantic")
PEERS = ROOT / "build" / "peers"
PEER_LIBRARIES = ("weasyprint", "typst", "fpdf2", "novelWriter", "ReText", "vorta")


@dataclass(frozen=True)
class Part:
    """One thing to measure: its name, what it tells, its command after `python`, and seconds it may take."""

    name: str
    tells: str
    command: tuple[str, ...]
    seconds: int
    needs_display: bool = False


PARTS = (
    Part("start", "Cold start to the first painted screen, and memory, against a bare PySide6 window.",
         ("-m", "bench.startup", "24"), 120, needs_display=True),
    Part("desktop", "The same beside applications for the desktop from PyPI, all in each round.",
         ("-m", "bench.desktop_peers", "8"), 240),
    Part("screens", "Change of screen and of language.", ("-m", "bench.screens", "8"), 240, needs_display=True),
    Part("search", "Build, open and search a store of 10,000 items in 3 languages.", ("-m", "bench.search"), 180),
    Part("content", "Read, check and build the real pack with all its translations, as a translator waits for it.",
         ("-m", "bench.content"), 180),
    Part("plan", "The plan of a full visit.", ("-m", "bench.plan"), 120),
    Part("ticket", "A million hand-off tickets, each also with one wrong character.", ("-m", "bench.ticket"), 120),
    Part("hostile", "Hostile words on paper.", ("-m", "bench.hostile"), 120),
    Part("pin", "What a right and a wrong PIN cost, side by side.", ("-m", "bench.pin", "30"), 120),
    Part("turns", "From the end of a visit to the next greeting, and what both processes and their usher hold.",
         ("-m", "bench.turns", "8"), 240),
    Part("handouts", "The same handout by other engines, warm and cold, and a batch with 1 and 2 workers.",
         ("bench/handouts.py", "--rounds", "10", "--cold", "--batch"), 300),
    Part("catalogues", "A catalogue follows the English, beside `pybabel update`.",
         ("-m", "bench.catalogues", "3"), 240),
    Part("translating", "From a saved catalogue to the changed screen.", ("-m", "bench.translating"), 120,
         needs_display=True),
    Part("growth", "Cost as work grows.", ("-m", "bench.growth"), 900),
)  # fmt: skip


def machine() -> Iterator[str]:
    """Describe what this was measured on."""
    cpu = _told("/proc/cpuinfo", "model name")
    memory = int(_told("/proc/meminfo", "MemTotal").split()[0]) // 1024
    yield f"- machine: {cpu}, {os.cpu_count()} processors, {memory:,} MB; {platform.system()} {platform.release()}"
    yield f"- Python {platform.python_version()}; " + ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    yield "- peers: " + ", ".join(f"{name} {_version(name)}" for name in PEER_LIBRARIES)


def _told(name: str, field: str) -> str:
    """Look up a field in a table of the system; 0 where it is not told."""
    lines = Path(name).read_text().splitlines() if Path(name).exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(field)), "0")


def _version(name: str) -> str:
    sys.path.append(str(PEERS))
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
    finally:
        sys.path.remove(str(PEERS))


def _commit() -> str:
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return told.stdout.strip() or "?"


def load() -> str:
    """Give the load of the last minute, where the system tells it."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"


def spent() -> float:
    """Give the seconds of the processor that ended children and theirs took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def end(pid: int) -> None:
    """End a process with all it started, also in other sessions, so that nothing works beside the next part."""
    started = tuple(_started_by(pid))
    os.killpg(pid, signal.SIGKILL)
    for one in started:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def _started_by(pid: int) -> Iterator[int]:
    for told in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # it has ended meanwhile
            for child in map(int, told.read_text().split()):
                yield child
                yield from _started_by(child)


def measured(part: Part, seconds: float) -> str:
    """Run a part for so many seconds at most and give its words."""
    command = [sys.executable, *part.command]
    if part.needs_display and not os.environ.get("DISPLAY"):
        xvfb = shutil.which("xvfb-run")
        if xvfb is None:
            return "Left out: there is no display, and no xvfb-run (Debian: `apt install xvfb`)."
        command = [xvfb, "-a", "-s", "-screen 0 1920x1200x24", *command]
    running = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        told, complaint = running.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        end(running.pid)
        told, _ = running.communicate()
        return f"{told}\n\nCut off after {seconds:.0f} seconds."
    if running.returncode:
        return f"{told}\n\nEnded with status {running.returncode}. {' '.join(complaint.split()[-30:])}"
    return told


def shown(words: str) -> str:
    """Show tables as tables, and everything else as it was printed."""
    lines = [line for line in words.splitlines() if line.strip()]
    blocks: list[str] = []
    was_table = True
    for number, line in enumerate(lines):
        is_table = line.startswith("|")
        begins = is_table and lines[number + 1 : number + 2] and lines[number + 1].startswith("|---")
        if was_table and not is_table:
            blocks += ["", "```text"]
        elif is_table and not was_table:
            blocks += ["```"]
        if begins:
            blocks.append("")
        blocks.append(line)
        was_table = is_table
    return "\n".join([*blocks, *([] if was_table else ["```"])]).strip()


def section(part: Part, seconds: float) -> str:
    """Run a part for so many seconds at most and write its section, with when and under which load it ran."""
    print(f"── {part.name}", flush=True)
    before, began, spent_before = load(), time.monotonic(), spent()
    words = shown(measured(part, seconds))
    took = f"{time.monotonic() - began:.0f} s ({spent() - spent_before:.0f} s of the processor)"
    print(f"── {part.name}: {took}", flush=True)
    when = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {_commit()}"
    how = f"`python {' '.join(part.command)}`, {took}, load {before} before and {load()} after; {when}."
    picture = "\n\n![Cost as work grows, both axes in powers of ten](growth.svg)" if part.name == "growth" else ""
    return f"## {part.name}\n\n{part.tells}\n{how}\n\n{words}{picture}\n"


def kept(file: Path) -> dict[str, str]:
    """Give the sections that stand in the results already, by name."""
    text = file.read_text("utf-8") if file.exists() else ""
    return {one.partition("\n")[0]: f"## {one.rstrip()}\n" for one in text.split("\n## ")[1:]}


def results(sections: Mapping[str, str]) -> str:
    """Put the whole page together."""
    head = "# What was measured\n\nMade by `make bench`. Times depend on the machine and its load: read the ratios.\n"
    told = (sections[part.name] for part in PARTS if part.name in sections)
    return "\n".join([head, *machine(), "", *told])


def main(arguments: list[str]) -> int:
    """Measure what was asked for, or everything."""
    options = argparse.ArgumentParser(prog="python -m bench.everything", description="Measure everything.")
    options.add_argument("parts", nargs="*", metavar="PART", help="measure these anew; what stands of the others stays")
    options.add_argument("--list", action="store_true", help="name the parts")
    options.add_argument("--out", type=Path, default=ROOT / "bench" / "RESULTS.md")
    options.add_argument("--minutes", type=float, default=18.5, help="all parts together; what is left over is cut off")
    asked = options.parse_args(arguments)
    if asked.list:
        print("\n".join(f"{part.name:12}{part.tells}" for part in PARTS))
        return 0
    chosen = [part for part in PARTS if not asked.parts or part.name in asked.parts]
    sections = kept(asked.out) if asked.parts else {}
    until = time.monotonic() + 60 * asked.minutes
    opened(Places(ROOT)).close()  # built here, where it is missing, and not by the first part
    for part in chosen:
        sections[part.name] = section(part, max(1, min(part.seconds, until - time.monotonic())))
        asked.out.write_text(results(sections), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

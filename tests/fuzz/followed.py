"""Fuzz every door with atheris, which sees which branches an input reaches and keeps what leads further.

Run: python -m tests.fuzz.followed [--seconds 420] [DOOR …]        or `make fuzz`

Each door has a process of its own, and its share of the time; it begins with the good visitors. A find is kept beside
those of `tests.fuzz`. Without atheris (Linux, Python 3.11 to 3.13: requirements/fuzz.txt) this says so and ends well.
"""

import argparse
import hashlib
import importlib
import importlib.util
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

HOUSE: Final = Path(__file__).parents[2]
CRASHES: Final = Path(__file__).parent / "crashes"
LIBRARY: Final = HOUSE / "build" / "fuzz"
DOORS: Final = (
    "source", "catalogue", "interface", "locale", "visit", "ticket", "settings", "stamp", "gift", "fhir", "ipp",
    "update",
)  # fmt: skip
"""The doors whose visitors are text or JSON; what SQLite reads, `tests.fuzz` spoils."""
FOLLOWED: Final = ("content", "visit", "i18n", "clinic", "handouts", "yaml", "polib")
LONGEST: Final = 20
"""Seconds one visitor may take."""
AT_LEAST: Final = 10


@dataclass(frozen=True)
class Told:
    """What a process said at its end: how often it knocked, how many places in the program it reached, its finds."""

    knocks: int
    places: int
    finds: int


def knocked(name: str, seconds: int, folder: Path) -> Told:
    """Fuzz one door in a process of its own, and keep its finds."""
    finds = folder / "finds"
    finds.mkdir(parents=True)
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.followed",
        "--door",
        name,
        "--seconds",
        str(seconds),
        "--in",
        str(folder),
    ]
    around = os.environ | {"PYTHONPATH": os.pathsep.join((str(HOUSE), str(LIBRARY))), "PYTHONHASHSEED": "0"}
    told = subprocess.run(command, cwd=HOUSE, env=around, capture_output=True, text=True, errors="replace", check=False)
    for find in finds.iterdir():
        data = find.read_bytes()
        (CRASHES / name).mkdir(parents=True, exist_ok=True)
        (CRASHES / name / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
        print(f"{name}: {find.name.partition('-')[0]}\n{told.stderr[-1500:]}", flush=True)
    seen = re.findall(r"#(\d+)\s.*?(?:cov: (\d+))?(?: ft:| DONE)", told.stderr)
    if told.returncode and not any(finds.iterdir()):
        print(f"{name}: ended with {told.returncode}: {told.stderr[-500:]}", flush=True)
    return Told(
        max((int(knocks) for knocks, _ in seen), default=0),
        max((int(places or 0) for _, places in seen), default=0),
        len(list(finds.iterdir())),
    )


def knock(name: str, seconds: int, folder: Path) -> None:
    """Fuzz one door in this process; it ends here."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=list(FOLLOWED)):
        from tests.fuzz.doors import doors
    (folder / "doors").mkdir()
    door = next(one for one in doors(folder / "doors", (name,)))
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(door.seeds):
        (corpus / str(number)).write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-timeout={LONGEST}", "-rss_limit_mb=4096", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={folder}/finds/", str(corpus)], door.knock)
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Fuzz, print a table, keep the finds; 1 where there are any."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz.followed", description="Fuzz, following the branches.")
    options.add_argument("--seconds", type=int, default=420)
    options.add_argument("--door", help=argparse.SUPPRESS)
    options.add_argument("--in", dest="folder", type=Path, help=argparse.SUPPRESS)
    options.add_argument("doors", nargs="*", choices=[[], *DOORS], metavar="DOOR")
    asked = options.parse_args(arguments)
    sys.path.append(str(LIBRARY))
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not here: it needs Linux and Python 3.11 to 3.13 (requirements/fuzz.txt). Left out.")
        return 0
    if asked.door:
        knock(asked.door, asked.seconds, asked.folder)
    chosen = asked.doors or DOORS
    print(f"{'door':12}{'knocks':>9}{'places':>9}{'finds':>7}", flush=True)
    finds = 0
    for name in chosen:
        with TemporaryDirectory() as folder:
            told = knocked(name, max(AT_LEAST, asked.seconds // len(chosen)), Path(folder))
        finds += told.finds
        print(f"{name:12}{told.knocks:9}{told.places:9}{told.finds:7}", flush=True)
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

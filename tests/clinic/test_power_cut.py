"""The machine is switched off while it writes: `python -m tests.clinic.test_power_cut [ROUNDS]` tries it 200 times."""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from clinic import settings
from clinic.staff_store import Start, backup_of, open_store

ROUNDS = 200
SAMPLE = 40
WRITER = Path(__file__).with_name("writer.py")


def killed_while_writing(folder: Path, after: float, *, is_begun: bool) -> int:
    """Start a writer, kill it some seconds after its start or first row; give how many rows it said were kept."""
    with subprocess.Popen([sys.executable, WRITER, folder], stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        said = writer.stdout.read(1) if is_begun else b""
        time.sleep(after)
        writer.kill()
        return len(said + writer.communicate()[0])


def kept(folder: Path) -> tuple[int, Start]:
    store = open_store(folder / "staff.db")
    number = store.rows("SELECT coalesce(sum(number), 0) FROM weekly_count")[0][0]
    start = store.start
    store.close()
    return number, start


def test_killed_at_random_moments_nothing_that_was_kept_is_lost(tmp_path: Path) -> None:
    assert cut(tmp_path, SAMPLE) > 0


def cut(folder: Path, rounds: int) -> int:
    """Kill a writer again and again; give how many rows it kept in all."""
    chance = random.Random(8)
    total = rows = 0
    for turn in range(rounds):
        if turn % 20 == 0:  # now and then from nothing, so that the first start is cut as well
            shutil.rmtree(folder / "clinic", ignore_errors=True)
            total = 0
        begun = turn % 20 > 5
        said = killed_while_writing(folder / "clinic", chance.uniform(0, 0.03 if begun else 0.2), is_begun=begun)
        number, start = kept(folder / "clinic")
        assert start in (Start.SOUND, Start.NEW), (turn, start)
        assert total + said <= number <= total + said + 1, turn
        total, rows = number, rows + said
        _read, problems = settings.read(folder / "clinic" / "settings.toml")
        assert problems == (), turn
    assert backup_of(folder / "clinic" / "staff.db").exists()
    return rows


if __name__ == "__main__":
    tried = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as place:
        print(f"{tried} cuts, {cut(Path(place), tried)} rows kept, none lost, every start readable")

"""The machine is switched off while it writes."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from clinic import settings
from clinic.staff_store import Start, backup_of, open_store

ROUNDS = 200
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


def test_killed_at_200_random_moments_nothing_that_was_kept_is_lost(tmp_path: Path) -> None:
    chance = random.Random(8)
    total = rows = 0
    for turn in range(ROUNDS):
        if turn % 20 == 0:  # now and then from nothing, so that the first start is cut as well
            shutil.rmtree(tmp_path / "clinic", ignore_errors=True)
            total = 0
        begun = turn % 20 > 5
        said = killed_while_writing(tmp_path / "clinic", chance.uniform(0, 0.03 if begun else 0.2), is_begun=begun)
        number, start = kept(tmp_path / "clinic")
        assert start in (Start.SOUND, Start.NEW), (turn, start)
        assert total + said <= number <= total + said + 1, turn
        total, rows = number, rows + said
        _read, problems = settings.read(tmp_path / "clinic" / "settings.toml")
        assert problems == (), turn
    assert rows > ROUNDS
    assert backup_of(tmp_path / "clinic" / "staff.db").exists()

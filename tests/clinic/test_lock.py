"""One Teachback at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from clinic.lock import AlreadyRunning, held

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from clinic.lock import held
with held(Path(sys.argv[1])) as has:
    print(has, flush=True)
    sys.stdin.read()
"""


def holder(file: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_a_second_teachback_is_refused_and_a_dead_ones_lock_is_taken(tmp_path: Path) -> None:
    with holder(tmp_path / "new" / "lock") as other:
        assert other.stdout
        assert other.stdout.readline() == b"True\n"
        with pytest.raises(AlreadyRunning), held(tmp_path / "new" / "lock"):
            pass
        other.kill()
    with held(tmp_path / "new" / "lock") as has:
        assert has


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with held(tmp_path / "file" / "lock") as has:
        assert not has

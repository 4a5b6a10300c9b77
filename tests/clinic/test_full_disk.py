"""The disk is full: each writer says so, keeps what was there, and leaves no half of anything."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clinic.full_disk import TRIALS

ROOT = Path(__file__).parents[2]
ON_A_SMALL_DISK = 'mount -t tmpfs -o size=512k,mode=0700 none "$1" && exec "$2" -m tests.clinic.full_disk "$1"'


def is_possible() -> bool:
    """Tell whether this machine lets us have a small disk of our own."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, real_store: Path) -> dict[str, str]:
    """Try everything once, on a disk of half a megabyte that nobody else sees."""
    home = tmp_path_factory.mktemp("disk")
    for name in ("small", "house/resources", "house/i18n"):
        (home / name).mkdir(parents=True)
    (home / "house/i18n/locales").symlink_to(ROOT / "i18n" / "locales")
    shutil.copy(real_store, home / "house/resources/content.db")
    (home / "visits.jsonl").write_text('{"version": 1, "bundle": "bundle.new-osteoporosis"}\n')
    around = {
        **os.environ, "HOUSE": str(home / "house"), "VISITS": str(home / "visits.jsonl"),
        "XDG_CONFIG_HOME": str(home / "config"), "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", home / "small", sys.executable],
        cwd=ROOT, env=around, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.skipif(not is_possible(), reason="no disk of our own here")
@pytest.mark.parametrize("trial", [trial.__name__ for trial in TRIALS])
def test_on_a_full_disk_nothing_is_lost_nothing_is_half_written_and_it_is_said(
    trial: str, found: dict[str, str]
) -> None:
    assert found[trial] == ""

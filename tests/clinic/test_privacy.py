"""No memory of a visit in a file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clinic.privacy import swap_areas

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's marks are Linux's")
NOBODY = 65534
CHILD = """
import ctypes, os, resource, sys  # all before the user changes, who may not read our folders
from clinic.privacy import shut_memory
if os.getuid() == 0:
    os.setuid(65534)  # as an ordinary user, whom the kernel does not let look everywhere
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
print(shut_memory() if sys.argv[1] == "shut" else "open", flush=True)
sys.stdin.readline()
os.abort()
"""


def child(how: str, folder: Path) -> "subprocess.Popen[str]":
    house = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, how],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": house},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def owner_of_memory(how: str, folder: Path) -> int:
    """Tell who the kernel says owns a running child's memory: its own user, or root where it is closed to the user."""
    with child(how, folder) as process:
        assert process.stdout
        assert process.stdout.readline()
        owner = Path(f"/proc/{process.pid}/mem").stat().st_uid
        process.communicate("now\n")
    return owner


@linux
def test_a_process_that_shut_its_memory_says_so_and_leaves_no_core(tmp_path: Path) -> None:
    with child("shut", tmp_path) as process:
        assert process.stdout
        assert process.stdout.readline() == "Shut(has_no_core=True, is_unreadable=True)\n"
        limit = Path(f"/proc/{process.pid}/limits").read_text()
        assert "Max core file size        0                    0" in limit
        process.communicate("now\n")
    assert process.returncode == -signal.SIGABRT
    assert list(tmp_path.iterdir()) == []


@linux
def test_the_memory_of_a_visit_is_closed_to_its_own_user(tmp_path: Path) -> None:
    assert owner_of_memory("open", tmp_path) == (os.getuid() or NOBODY)
    assert owner_of_memory("shut", tmp_path) == 0


def test_swap_on_a_disk_is_named_and_compressed_memory_is_not(tmp_path: Path) -> None:
    listing = tmp_path / "swaps"
    listing.write_text(
        "Filename\tType\tSize\tUsed\tPriority\n/dev/zram0 partition 8 0 100\n/swapfile file 2097148 0 -2\n"
    )
    assert swap_areas(listing) == ("/swapfile",)
    assert swap_areas(tmp_path / "none") == ()

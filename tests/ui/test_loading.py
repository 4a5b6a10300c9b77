"""How Qt comes into the process."""

import subprocess
import sys

import pytest

HEAPS = """
import ctypes, tempfile
from threading import Barrier, Thread
from ui.loading import share_one_heap
{first}
system, together = ctypes.CDLL(None), Barrier(3)
system.malloc.restype = ctypes.c_void_p
system.fdopen.restype = ctypes.c_void_p
def work():
    together.wait()
    system.malloc(ctypes.c_size_t(50_000))
    together.wait()
threads = [Thread(target=work) for _ in range(3)]
[one.start() for one in threads]
[one.join() for one in threads]
with tempfile.TemporaryFile() as told:
    file = ctypes.c_void_p(system.fdopen(told.fileno(), b"w"))
    system.malloc_info(0, file)
    system.fflush(file)
    told.seek(0)
    print(told.read().count(b"<heap nr="))
"""


def heaps(first: str) -> int:
    """Count the heaps of a program in which three threads ask for memory at once."""
    told = subprocess.run([sys.executable, "-c", HEAPS.format(first=first)], check=True, stdout=subprocess.PIPE)
    return int(told.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="told by glibc alone")
def test_all_threads_share_one_heap() -> None:
    assert heaps("") > 1
    assert heaps("share_one_heap()") == 1

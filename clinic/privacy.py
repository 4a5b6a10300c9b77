"""Keep a visit's memory out of files: no core dump, and no other program of the same user looks inside.

What a person types stays somewhere in the process's memory until the process ends, whatever is cleared, so a visit is a
process of its own. Swap is the machine's matter: docs/clinics.md says how to switch it off.
"""

import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import Final, NamedTuple

_PR_SET_PDEATHSIG: Final = 1
_PR_GET_DUMPABLE: Final = 3
_PR_SET_DUMPABLE: Final = 4
_SWAPS: Final = Path("/proc/swaps")


class Shut(NamedTuple):
    """What could be shut: dumps by their size; dumps and looks by the kernel's mark. None where there is no such."""

    has_no_core: bool | None
    is_unreadable: bool | None


def shut_memory() -> Shut:
    """Forbid core dumps of this process and its children, and looks into this one. Source: setrlimit(2), prctl(2)."""
    return Shut(_without_core(), _unreadable())


def _without_core() -> bool | None:
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415  not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _unreadable() -> bool | None:
    # A child that starts another program is readable again: the mark does not outlive exec.
    if sys.platform != "linux":
        return None
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    return bool(kernel.prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) == 0)


def end_with_parent(parent: int) -> None:
    """Let the kernel end this process when the one that started it ends, however. Source: prctl(2)."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended already
        os.kill(os.getpid(), signal.SIGKILL)


def swap_areas(listing: Path = _SWAPS) -> tuple[str, ...]:
    """Name the places this machine swaps to on a disk; compressed memory (zram) is none of them."""
    try:
        lines = listing.read_text(encoding="utf-8", errors="replace").splitlines()[1:]
    except OSError:
        return ()
    names = (line.split()[0] for line in lines if line.strip())
    return tuple(name for name in names if not name.startswith("/dev/zram"))

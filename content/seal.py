"""A store that can tell whether it is whole: the SHA-256 of the file, written into the file itself.

The seal is worked out with its own 64 letters taken as zeros, so one pass over the bytes finds any change anywhere.
"""

import hashlib
import mmap
import re
import sys
from pathlib import Path
from typing import Final

OPEN_SEAL: Final = "seal:" + "0" * 64
_OWN: Final = ("MAP_PRIVATE", "MAP_ANONYMOUS", "MAP_POPULATE")
"""Memory of this process alone, all of it there at once: a page that comes when it is touched costs more than to read
it. A system that has no such names gives what it has."""
_SEAL: Final = re.compile(rb"seal:([0-9a-f]{64})")


def seal(path: Path) -> str:
    """Write the seal into a fresh store that holds `OPEN_SEAL` once; give the SHA-256 of the finished file."""
    content = bytearray(path.read_bytes())
    at = content.find(OPEN_SEAL.encode())
    if at < 0 or content.find(OPEN_SEAL.encode(), at + 1) >= 0:
        raise ValueError(path)
    at += len("seal:")
    content[at : at + 64] = hashlib.sha256(content).hexdigest().encode()
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content[at : at + 64])
    return hashlib.sha256(content).hexdigest()


def is_whole(path: Path) -> bool:
    """Tell whether every byte of a store is as it was sealed; about 1 ms for each MB, safe in any thread.

    Read at once, since a reader by pieces waits for Python's lock at each; into memory that goes back at once.
    """
    with path.open("rb", buffering=0) as file, _memory(max(1, path.stat().st_size)) as content:
        file.readinto(content)
        found = _SEAL.search(content)
        if found is None:
            return False
        total = hashlib.sha256(memoryview(content)[: found.start(1)])
        total.update(b"0" * 64)
        total.update(memoryview(content)[found.end(1) :])
        return total.hexdigest().encode() == found[1]


def _memory(size: int) -> mmap.mmap:
    if sys.platform == "win32":
        return mmap.mmap(-1, size)
    return mmap.mmap(-1, size, flags=sum(getattr(mmap, name, 0) for name in _OWN))

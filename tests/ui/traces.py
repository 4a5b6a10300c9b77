"""Look for what somebody entered: in the memory of living processes and in files, as text, as UTF-16, in a PDF."""

import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_BLOCK = 1 << 24
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def forms(values: Iterable[str]) -> tuple[bytes, ...]:
    """Give each value as it may lie in memory or in a file."""
    return tuple(value.encode(form) for value in values for form in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"))


def in_memory(pid: int, wanted: Iterable[bytes]) -> tuple[bytes, ...]:
    """Give which of some bytes a process holds in its memory; nothing of a process that is gone or may not be read."""
    found: set[bytes] = set()
    try:
        for block in _memory(pid):
            found |= {one for one in wanted if one in block}
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return ()
    return tuple(sorted(found))


def _memory(pid: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            first, last = (int(place, 16) for place in line.split(" ", 1)[0].split("-"))
            if " r" not in line or "[v" in line:  # not readable; or the kernel's own pages
                continue
            for start in range(first, last, _BLOCK):
                try:
                    yield os.pread(memory.fileno(), min(_BLOCK, last - start) + 256, start)
                except OSError:
                    continue


def living() -> tuple[int, ...]:
    """List every process that this one started, and theirs; those too that lost who started them meanwhile."""
    facts = {int(path.name): _facts(path) for path in Path("/proc").iterdir() if path.name.isdecimal()}
    ours = {os.getpid()}
    while more := {pid for pid, (parent, _session) in facts.items() if parent in ours} - ours:
        ours |= more
    sessions = {facts[pid][1] for pid in ours if pid in facts} - {os.getsid(0)}  # a shell's holds other people's
    ours |= {pid for pid, (_parent, session) in facts.items() if session in sessions}
    return tuple(ours - {os.getpid()})


def _facts(place: Path) -> tuple[int, int]:
    """Give who started a process, and the session it belongs to."""
    try:
        fields = (place / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0, 0
    return int(fields[1]), int(fields[3])


def in_files(folders: Iterable[Path], wanted: Iterable[bytes]) -> tuple[str, ...]:
    """Name the files below some folders that hold some bytes, plain or in packed parts."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return tuple(str(path) for path in files if any(one in text for text in _texts(path) for one in wanted))


def _texts(path: Path) -> Iterator[bytes]:
    whole = path.read_bytes()
    yield whole
    for packed in _STREAM.findall(whole):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue

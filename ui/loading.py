"""How Qt comes into the process: one heap, libraries by a second thread, no look into the source of what follows."""

import builtins
import ctypes
import os
import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Final

_LIBRARIES: Final = (
    "Qt/lib/libQt6Core.so.6", "Qt/lib/libQt6Gui.so.6", "Qt/lib/libQt6Widgets.so.6",
    "QtCore.abi3.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "QtSvg.abi3.so", "Qt/plugins/platforms/libqxcb.so",
)  # fmt: skip
"""What the greeting needs, piece by piece: while the system loads one it lets nobody else load anything."""

_FIRST: Final = (
    "_bisect", "_blake2", "_bz2", "_datetime", "_hashlib", "_lzma", "_opcode", "_random", "_sqlite3", "binascii",
    "math", "mmap", "resource", "zlib",
)  # fmt: skip
"""Modules of Python that may be libraries too: they come first, or the thread that reads modules waits for Qt's."""

_ARENA_MAX: Final = -8
"""`M_ARENA_MAX` of glibc's malloc.h."""


def share_one_heap() -> None:
    """Let all threads take memory from one heap, from which what is free goes back to the system.

    glibc gives each new thread a heap of its own, keeps it when the thread ends, and returns nothing from its end: up
    to 30 MB after some hundred handouts. Only one thread of ours has much to do at any time. Source: mallopt(3).
    """
    if sys.platform == "linux" and (choose := getattr(ctypes.CDLL(None), "mallopt", None)):  # musl has none
        choose(_ARENA_MAX, 1)


def load_beside() -> None:
    """Begin to load Qt's libraries while this thread reads modules; whoever imports them finds them there, or waits.

    An import holds Python's lock until the system has loaded a library, a call through ctypes does not. Tried on Linux
    only; elsewhere nothing is loaded before it is imported.
    """
    found = find_spec("PySide6") if sys.platform == "linux" else None
    if found is None or not found.submodule_search_locations:
        return
    folder, system = Path(found.submodule_search_locations[0]), ctypes.CDLL(None)
    for name in _FIRST:
        with suppress(ImportError):  # a Python may be built without
            import_module(name)

    def load() -> None:
        for name in _LIBRARIES:
            system.dlopen(os.fsencode(folder / name), os.RTLD_NOW)  # one that is missing is named by its import

    Thread(target=load, daemon=True).start()


def import_plainly() -> None:
    """Let imports be Python's own again. Raises: ImportError where Qt cannot be loaded.

    Qt for Python looks for its name in the source of every module that is imported after it, for the sake of `from
    __feature__ import …`, of which this house uses nothing: a third of a millisecond for each.
    """
    import argparse  # noqa: F401, PLC0415  Qt for Python reads these six when its libraries are there; no need to wait
    import logging  # noqa: F401, PLC0415
    import tempfile  # noqa: F401, PLC0415
    import textwrap  # noqa: F401, PLC0415
    import traceback  # noqa: F401, PLC0415
    import zipfile  # noqa: F401, PLC0415

    from ui.bytecode import kept  # noqa: PLC0415

    with kept(Path(__file__).parent):
        import PySide6.QtCore  # noqa: F401, PLC0415  what puts itself before Python's import

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

"""Look at the machine before Qt does: Qt ends the process where a library or the display is missing.

Source of the lists: measured on clean Debian 12, Debian 13 and Ubuntu 24.04.
"""

import ctypes
import os
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

IMPORT_LIBRARIES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
WINDOW_LIBRARIES: Final = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FIRST_PYTHON_FOR_QT_6_12: Final = (3, 12)


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing the machine lacks: what, and the one line that cures it."""

    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.what} {self.cure}"


def loads(name: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries(wanted: Mapping[str, str], can_load: Callable[[str], bool] = loads) -> Lack | None:
    """Name the shared libraries that are absent and the packages that bring them."""
    packages = [package for library, package in wanted.items() if not can_load(library)]
    if not packages:
        return None
    line = " ".join(packages)
    return Lack(f"The window needs system libraries that are missing ({line}).", f"Run: sudo apt install {line}")


def qt_lack(python: tuple[int, int], qt: str) -> Lack | None:
    """Refuse the one pairing that dies after some 5,000 calls: Qt for Python 6.12 below Python 3.12."""
    if python >= FIRST_PYTHON_FOR_QT_6_12 or not qt.startswith("6.12"):
        return None
    return Lack(
        f"PySide6 {qt} crashes on Python {python[0]}.{python[1]}.",
        "Delete the .venv folder and run ./run, which pairs the right versions.",
    )


def _x_display_answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return False
    if host not in ("", "unix"):
        return _connects(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, "\0" + path)


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.settimeout(2)
        try:
            door.connect(address)
        except OSError:
            return False
    return True


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return _connects(socket.AF_UNIX, str(Path(environment.get("XDG_RUNTIME_DIR", "/run")) / name))


def display_lack(environment: Mapping[str, str]) -> Lack | None:
    """Tell whether there is a screen to draw on."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
        return None
    if _wayland_answers(environment):
        return None
    display = environment.get("DISPLAY", "")
    if display and _x_display_answers(display):
        return None
    what = f"The display {display} does not answer." if display else "There is no display here."
    return Lack(what, "Start Teachback on a desktop, or make a handout without a window: ./run handout --help")


def _qt_version() -> str:
    from importlib.metadata import version  # noqa: PLC0415  20 ms that only an older Python need pay

    return version("PySide6-Essentials")


def lacks(environment: Mapping[str, str] | None = None) -> Iterator[Lack]:
    """List what keeps a window from opening on this machine."""
    environment = os.environ if environment is None else environment
    if find_spec("PySide6") is None:
        yield Lack("PySide6 is not installed.", "Run: ./run")
        return
    if sys.version_info < FIRST_PYTHON_FOR_QT_6_12 and (bad := qt_lack(sys.version_info[:2], _qt_version())):
        yield bad
    if sys.platform != "linux":
        return
    libraries = dict(IMPORT_LIBRARIES)
    if not environment.get("QT_QPA_PLATFORM"):
        libraries |= WINDOW_LIBRARIES
    if bad := missing_libraries(libraries):
        yield bad
    if bad := display_lack(environment):
        yield bad

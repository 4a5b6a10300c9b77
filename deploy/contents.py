"""What the Debian package puts where: one table from the checkout to the machine."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

PROGRAM: Final = "usr/lib/teachback"
"""Where the built folder goes; it is not in the table, for it is not in the checkout."""

COMMAND: Final = "usr/bin/teachback"
MAN_PAGE: Final = "usr/share/man/man1/teachback.1.gz"
CHANGES: Final = "usr/share/doc/teachback/changelog.gz"

FILES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "usr/share/applications/teachback.desktop": "deploy/linux/teachback.desktop",
        "usr/share/icons/hicolor/scalable/apps/teachback.svg": "deploy/linux/teachback.svg",
        "usr/lib/systemd/system/teachback-cage.service": "deploy/linux/teachback-cage.service",
        "usr/lib/systemd/system/teachback-x.service": "deploy/linux/teachback-x.service",
        "usr/lib/sysusers.d/teachback.conf": "deploy/linux/teachback.sysusers",
        "usr/lib/tmpfiles.d/teachback.conf": "deploy/linux/teachback.tmpfiles",
        f"{PROGRAM}/kiosk/session": "deploy/linux/session",
        f"{PROGRAM}/kiosk/openbox.xml": "deploy/linux/openbox.xml",
        "usr/share/doc/teachback/copyright": "deploy/debian/copyright",
        "usr/share/doc/teachback/README.md": "deploy/README.md",
        "usr/share/doc/teachback/clinics.md": "docs/clinics.md",
        "usr/share/doc/teachback/examples/10-teachback.conf": "deploy/linux/10-teachback.conf",
        "usr/share/doc/teachback/examples/90-teachback.sysctl": "deploy/linux/90-teachback.sysctl",
        "usr/share/doc/teachback/examples/cupsd.txt": "deploy/linux/cupsd.txt",
        "DEBIAN/postinst": "deploy/debian/postinst",
        "DEBIAN/postrm": "deploy/debian/postrm",
    }
)
EXECUTABLE: Final = frozenset({f"{PROGRAM}/kiosk/session", "DEBIAN/postinst", "DEBIAN/postrm"})

RECOMMENDS: Final = ("cups", "cage", "xwayland", "espeak-ng")
SUGGESTS: Final = ("xserver-xorg", "xinit", "openbox", "dbus")


def depends(house: Path) -> tuple[str, ...]:
    """List the packages a window needs. Newer releases carry some under a name that ends in t64."""
    names = (house / "requirements" / "system-run.txt").read_text(encoding="utf-8").split()
    return tuple(f"{name} | {name}t64" for name in names)

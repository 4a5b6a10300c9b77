"""A Debian package from a built folder, by dpkg-deb alone; the same input gives the same bytes."""

import gzip
import os
import platform
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from deploy.contents import CHANGES, COMMAND, EXECUTABLE, FILES, MAN_PAGE, PROGRAM, RECOMMENDS, SUGGESTS, depends
from deploy.man_page import man_page

_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


@dataclass(frozen=True, slots=True)
class Source:
    """A checkout, the folder that was built from it, and the time all files carry."""

    house: Path
    program: Path
    time: int

    @property
    def version(self) -> str:
        """Give the version from the project's own file."""
        with (self.house / "pyproject.toml").open("rb") as file:
            return str(tomllib.load(file)["project"]["version"])


def control(source: Source, size: int) -> str:
    """Write the package's description; `size` in KiB. Source: deb-control(5)."""
    libc = platform.libc_ver()[1]
    lines = {
        "Package": "teachback",
        "Version": source.version,
        "Architecture": _MACHINES[platform.machine()],
        "Maintainer": "The Teachback team <team@teachback.invalid>",
        "Installed-Size": str(size),
        "Depends": ", ".join((f"libc6 (>= {libc})", *depends(source.house))),
        "Recommends": ", ".join(RECOMMENDS),
        "Suggests": ", ".join(SUGGESTS),
        "Section": "education",
        "Priority": "optional",
        "Description": "patient education a clinic can trust\n"
        " Quizzes, medicine checklists, nutrient guides and printed handouts for patients,\n"
        " in several languages, on a kiosk or a desk. It runs offline and keeps nothing\n"
        " about anybody.",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def lay_out(source: Source, root: Path) -> None:
    """Put every file where it goes below `root`."""
    shutil.copytree(source.program, root / PROGRAM, symlinks=True)
    for target, origin in FILES.items():
        _put(root / target, (source.house / origin).read_bytes(), 0o755 if target in EXECUTABLE else 0o644)
    day = datetime.fromtimestamp(source.time, UTC).date().isoformat()
    _put(root / MAN_PAGE, _packed(man_page(source.version, day).encode()))
    _put(root / CHANGES, _packed((source.house / "CHANGELOG.md").read_bytes()))
    command = root / COMMAND
    command.parent.mkdir(parents=True, exist_ok=True)
    command.symlink_to(f"../../{PROGRAM}/teachback")
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    _put(root / "DEBIAN" / "control", control(source, size // 1024).encode())
    _settle(root, source.time)


def _put(target: Path, data: bytes, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    target.chmod(mode)


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _settle(root: Path, time: int) -> None:
    """Give each file the same time and rights whoever builds."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (time, time), follow_symlinks=False)


def build(source: Source, folder: Path) -> Path:
    """Build the package into a folder and give its file. Raises: CalledProcessError."""
    root = folder / "debian-root"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(source, root)
    package = folder / f"teachback_{source.version}_{_MACHINES[platform.machine()]}.deb"
    subprocess.run(
        ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(root), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(source.time)},
    )
    shutil.rmtree(root)
    return package

"""A real CUPS of our own on loopback: its queues print to a folder, run out of paper or fail, as told."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clinic.ipp import Service
from clinic.printing import Printer, named_printer

SERVER_BIN = Path("/usr/lib/cups")
BACKEND = """#!/bin/sh
# tray:/folder writes each job there; ?empty is out of paper, ?broken fails, ?slow says nothing for a minute.
[ $# -gt 0 ] || { echo 'direct tray "Unknown" "A tray"'; exit 0; }
place="${DEVICE_URI#tray:}"; folder="${place%%\\?*}"
case "$place" in
  *empty*) echo "STATE: +media-empty-warning" >&2; sleep 60 ;;
  *slow*) sleep 60 ;;
  *broken*) echo "ERROR: broken" >&2; exit 1 ;;
esac
cat "${6:--}" > "$folder/job-$1.pdf"
printf '%s' "$3" > "$folder/job-$1.title"
"""


@dataclass(frozen=True)
class PrintService:
    """The running service and the folder its queues print to."""

    service: Service
    tray: Path
    address: str

    def queue(self, name: str, behaviour: str = "") -> Printer:
        """Add a queue; `behaviour` is empty, `empty`, `broken` or `slow`."""
        uri = f"tray:{self.tray}" + (f"?{behaviour}" if behaviour else "")
        self.tell("lpadmin", "-p", name, "-E", "-v", uri, "-o", "printer-error-policy=abort-job")
        return named_printer(self.service, name)

    def tell(self, program: str, *words: str) -> None:
        """Run one of CUPS's own tools against this service."""
        done = subprocess.run(
            [program, "-h", self.address, *words], capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _settings(home: Path, port: int) -> tuple[Path, Path]:
    files, settings = home / "cups-files.conf", home / "cupsd.conf"
    files.write_text(
        f"ServerRoot {home}\nServerBin {home}/bin\nRequestRoot {home}/spool\nCacheDir {home}/cache\n"
        f"StateDir {home}/state\nTempDir {home}/temp\nErrorLog {home}/error_log\nAccessLog {home}/access_log\n"
        f"PageLog {home}/page_log\nSystemGroup root\nFileDevice Yes\n"
    )
    settings.write_text(
        f"Listen 127.0.0.1:{port}\nBrowsing No\nLogLevel warn\nPreserveJobFiles No\nPreserveJobHistory 300\n"
        "DefaultAuthType None\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n"
        "<Limit All>\nOrder deny,allow\nAllow all\n</Limit>\n"
        "</Policy>\n"
    )
    return settings, files


def _lay_out(home: Path) -> None:
    for folder in ("spool", "cache", "state", "temp", "tray", "ppd"):
        (home / folder).mkdir(exist_ok=True)
    for path in (home, home / "tray"):
        path.chmod(0o777)
    shutil.copytree(SERVER_BIN, home / "bin", symlinks=True)
    backend = home / "bin" / "backend" / "tray"
    backend.write_text(BACKEND)
    backend.chmod(0o755)


@contextmanager
def print_service(home: Path) -> Iterator[PrintService]:
    """Run a print service below `home` for as long as the block lasts."""
    _lay_out(home)
    port = _free_port()
    settings, files = _settings(home, port)
    process = subprocess.Popen(
        ["/usr/sbin/cupsd", "-f", "-c", str(settings), "-s", str(files)],
        env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    try:
        _wait_for(port)
        yield PrintService(Service("127.0.0.1", port), home / "tray", f"127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(port)

"""Build the folder and the package, start what was built, say how large and how well: `python -m deploy`."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from deploy.debian_package import Source, build

HOUSE = Path(__file__).resolve().parents[1]
DIST = HOUSE / "dist"
OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def freeze() -> Path:
    """Build the folder that needs no Python. Raises: CalledProcessError."""
    work = HOUSE / "build" / "pyinstaller"
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(DIST), "--workpath", str(work), str(HOUSE / "deploy" / "teachback.spec")),
        ],
        check=True,
    )
    return DIST / "teachback"


def commit_time() -> int:
    """Give the time of the last commit, which all files of the package carry."""
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=HOUSE, capture_output=True, text=True, check=False)
    return int(told.stdout) if told.returncode == 0 else int(time.time())


def faults(program: Path, folder: Path) -> list[str]:
    """Start a built program in each way a clinic does, away from the checkout; name what went wrong."""
    handout = folder / "handout.pdf"
    visit = HOUSE / "tests" / "visits" / "acenocoumarol.json"
    calls = {
        "--help": ["--help"],
        "doctor": ["doctor"],
        "handout": ["handout", "--visit", str(visit), "--locale", "ar", "--beside", "en", "-o", str(handout)],
    }
    wrong = [name for name, words in calls.items() if _status(program, words, folder) != 0]
    if not (handout.exists() and handout.read_bytes().startswith(b"%PDF-")):
        wrong.append("no handout was written")
    if not _stays(program, folder):
        wrong.append("the window does not stay open")
    return wrong


def _status(program: Path, words: list[str], folder: Path) -> int:
    return subprocess.run(
        [program, *words], cwd=folder, env=OFFSCREEN, stdout=subprocess.DEVNULL, check=False, timeout=60
    ).returncode


def _stays(program: Path, folder: Path) -> bool:
    with subprocess.Popen([program, "--windowed"], cwd=folder, env=OFFSCREEN) as window:
        try:
            window.wait(5)
        except subprocess.TimeoutExpired:
            window.terminate()
            return True
        return False


def size(path: Path) -> str:
    """Tell how much room a file or folder takes."""
    files = [path] if path.is_file() else [inner for inner in path.rglob("*") if inner.is_file()]
    return f"{sum(inner.lstat().st_size for inner in files) / 1e6:.0f} MB"


def main() -> int:
    """Build and start everything; status 1 where something that was built does not work."""
    subprocess.run([sys.executable, "main.py", "content", "build"], cwd=HOUSE, check=True)
    program = freeze()
    print(f"{program.relative_to(HOUSE)}: {size(program)}")
    with tempfile.TemporaryDirectory() as folder:
        wrong = faults(program / "teachback", Path(folder))
        if shutil.which("dpkg-deb"):
            package = build(Source(HOUSE, program, commit_time()), DIST)
            print(f"{package.relative_to(HOUSE)}: {size(package)}")
            subprocess.run(["dpkg-deb", "-x", str(package), f"{folder}/root"], check=True)
            wrong += [f"installed: {fault}" for fault in faults(Path(folder, "root/usr/bin/teachback"), Path(folder))]
    for fault in wrong:
        print(f"✗ {fault}", file=sys.stderr)
    print("✗ it does not start" if wrong else "✓ both start: --help, doctor, handout, window")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

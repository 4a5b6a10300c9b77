"""Remake the fonts of `resources/fonts` from their npm packages: `python -m i18n.tools.fonts`."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER: Final = Path(__file__).parents[2] / "resources" / "fonts"
_HANJA: Final = range(0x4E00, 0xA000)


class FontError(Exception):
    """A font could not be remade; carries the file and a sentence."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(f"{file}: {message}")


@dataclass(frozen=True, slots=True)
class Source:
    """One font of the manifest: where it comes from and what we keep of it."""

    file: str
    package: str
    version: str
    tarball_sha256: str
    member: str
    characters: tuple[str, ...]
    features: tuple[str, ...]


def manifest(folder: Path = FOLDER) -> tuple[Source, ...]:
    """Read the list of fonts."""
    fonts = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))["font"]
    return tuple(Source(**f | {"characters": tuple(f["characters"]), "features": tuple(f["features"])}) for f in fonts)


def _standard(codec: str) -> Iterator[int]:
    """Name every character of a two-byte national standard."""
    for lead in range(0xA1, 0xFF):
        for trail in range(0xA1, 0xFF):
            try:
                yield ord(bytes((lead, trail)).decode(codec))
            except UnicodeDecodeError:
                continue


def characters(names: tuple[str, ...]) -> frozenset[int]:
    """Spell out ranges ("U+0020-007E") and standards ("gb2312"; "ksx1001" without its hanja) as code points."""
    wanted: set[int] = set()
    for name in names:
        if name == "gb2312":
            wanted.update(_standard("gb2312"))
        elif name == "ksx1001":
            wanted.update(point for point in _standard("euc_kr") if point not in _HANJA)
        else:
            low, _, high = name.removeprefix("U+").partition("-")
            wanted.update(range(int(low, 16), int(high or low, 16) + 1))
    return frozenset(wanted)


def subset(font: bytes, source: Source) -> bytes:
    """Cut a font down to the characters and features we keep; the same input gives the same bytes."""
    options = Options()
    options.layout_features = ["*"] if "*" in source.features else [*options.layout_features, *source.features]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["STAT", "vhea", "vmtx"]
    opened = TTFont(BytesIO(font), recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(unicodes=characters(source.characters))
    cutter.subset(opened)
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def _fetch(source: Source, into: Path) -> Path:
    """Download a package once with npm, and check it is the one we know. Raises: FontError."""
    name = f"{source.package.lstrip('@').replace('/', '-')}-{source.version}.tgz"
    tarball = into / name
    npm = shutil.which("npm")
    if npm is None:
        raise FontError(source.file, "npm is not installed; install Node.js and try again")
    if not tarball.exists():
        package = f"{source.package}@{source.version}"
        subprocess.run([npm, "pack", "--silent", package], cwd=into, check=True, stdout=subprocess.DEVNULL)
    if hashlib.sha256(tarball.read_bytes()).hexdigest() != source.tarball_sha256:
        raise FontError(source.file, f"{name} is not the package in the manifest; check its version")
    return tarball


def _member(tarball: Path, name: str) -> bytes:
    with tarfile.open(tarball) as archive:
        found = archive.extractfile(f"package/{name}")
        if found is None:
            raise FontError(name, f"is not in {tarball.name}")
        return found.read()


def _licence(packages: dict[str, Path]) -> str:
    """Put the packages' licences together: the copyright lines, then the licence once."""
    texts = [_member(tarball, "LICENSE_FONT").decode("utf-8") for tarball in packages.values()]
    names = [text.splitlines()[0].strip() for text in texts]
    lines = [f"{package}: {name}" for package, name in zip(packages, names, strict=True)]
    return "\n".join(lines) + "\n\n" + texts[0].split("\n", 1)[1].lstrip("\n")


def remake(folder: Path = FOLDER) -> dict[str, str]:
    """Write every font of the manifest with the licence and SHA256SUMS; give each file's sum. Raises: FontError."""
    sums: dict[str, str] = {}
    packages: dict[str, Path] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for source in manifest(folder):
            packages[source.package] = tarball = _fetch(source, Path(temporary))
            data = subset(_member(tarball, source.member), source)
            (folder / source.file).write_bytes(data)
            sums[source.file] = hashlib.sha256(data).hexdigest()
        (folder / "OFL.txt").write_text(_licence(packages), encoding="utf-8", newline="\n")
    lines = "".join(f"{value}  {name}\n" for name, value in sorted(sums.items()))
    (folder / "SHA256SUMS").write_text(lines, encoding="utf-8", newline="\n")
    return sums


if __name__ == "__main__":
    try:
        made = remake()
    except (FontError, subprocess.CalledProcessError) as error:
        sys.exit(f"The fonts were not remade. {error}")
    for name in made:
        print(f"{(FOLDER / name).stat().st_size:>9,}  {name}")

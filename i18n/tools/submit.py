"""Pack a locale for people who do not use git."""

import zipfile
from pathlib import Path

from i18n.descriptor import FOLDER, read
from i18n.reviews import NAME
from i18n.sorting import ALPHABET


def submit(locale: str, target: Path, folder: Path = FOLDER) -> tuple[str, ...]:
    """Write a zip of the locale's facts and catalogues; give the names inside. Raises: UnknownLocale, OSError."""
    read(locale, folder)
    own = folder / locale
    others = [own / name for name in (ALPHABET, NAME, "trivial.tsv", "locale.toml") if (own / name).is_file()]
    files = [*sorted(own.glob("*.po")), *others]
    names = tuple(f"{locale}/{file.name}" for file in files)
    beside = target.with_name(f".{target.name}.part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in zip(names, files, strict=True):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), file.read_bytes(), zipfile.ZIP_DEFLATED)
    beside.replace(target)
    return names

"""The doors of authors and translators: sources, catalogues, a language's facts, a store."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from content.build import build
from content.check import check
from content.errors import SourceErrors, StoreError
from content.form import dumped, loaded
from content.library import Library
from content.model import Guide
from content.source import read_pack
from content.source.folder import readable
from i18n.catalogue import compile_words, content_translations
from i18n.descriptor import read as read_locale
from i18n.errors import I18nError
from i18n.tools.check import check as check_locale
from tests.fuzz.door import HOUSE, Door

PACK: Final = HOUSE / "tests/content/pack"
PICTURES: Final = HOUSE / "tests/content/pictures"
LOCALES: Final = HOUSE / "i18n/locales"
TODAY: Final = date(2026, 11, 22)


def source(folder: Path) -> Door:
    """One file of a pack; its first line says which."""
    pack = Path(shutil.copytree(PACK, folder / "pack"))
    files = sorted(path.relative_to(pack).as_posix() for path in pack.rglob("*.yaml"))
    whole = {name: (pack / name).read_bytes() for name in files}
    seeds = tuple(b"# " + name.encode() + b"\n" + whole[name] for name in files)

    def enter(data: bytes) -> None:
        name = next((name for name in files if data.startswith(b"# " + name.encode() + b"\n")), files[0])
        (pack / name).write_bytes(data)
        try:
            check(readable(pack), TODAY)
            for item in read_pack(pack, PICTURES, TODAY).items():
                assert loaded(type(item), dumped(item)) == item
        finally:
            (pack / name).write_bytes(whole[name])

    return Door("source", seeds, enter, (SourceErrors,), "yaml")


def _some_po(name: str) -> tuple[bytes, ...]:
    text = (LOCALES / "es_US" / name).read_text("utf-8")
    head, *entries = text.split("\n\n")
    return tuple(
        "\n\n".join((head, *entries[start : start + 6])).encode() for start in range(0, min(len(entries), 30), 6)
    )


def catalogue(folder: Path) -> Door:
    """Translations of guides: read for the build, and looked through for translators."""
    shutil.copytree(LOCALES / "en", folder / "en")
    (folder / "es_US").mkdir()
    shutil.copy(LOCALES / "es_US" / "locale.toml", folder / "es_US")

    def enter(data: bytes) -> None:
        (folder / "es_US" / "guides.po").write_bytes(data)
        check_locale("es_US", folder)
        content_translations("es_US", folder)

    return Door("catalogue", _some_po("guides.po") + _some_po("medicines.po"), enter, (I18nError,))


def interface(folder: Path) -> Door:
    known = read_locale("es_US", LOCALES)

    def enter(data: bytes) -> None:
        (folder / "ui.po").write_bytes(data)
        compile_words(folder / "ui.po", known)

    return Door("interface", _some_po("ui.po"), enter, (I18nError,))


def locale(folder: Path) -> Door:
    (folder / "es_US").mkdir()

    def enter(data: bytes) -> None:
        (folder / "es_US" / "locale.toml").write_bytes(data)
        read_locale("es_US", folder)

    seeds = tuple((LOCALES / name / "locale.toml").read_bytes() for name in ("es_US", "ar", "ru", "zh_Hans"))
    return Door("locale", seeds, enter, (I18nError,))


def store(folder: Path) -> Door:
    build(read_pack(PACK, PICTURES), {}, folder / "seed.db")
    file = folder / "content.db"

    def enter(data: bytes) -> None:
        file.write_bytes(data)
        with closing(Library.open(file)) as library:
            library.every(Guide)
            library.search("bone", "en")
            library.verify()

    return Door("store", ((folder / "seed.db").read_bytes(),), enter, (StoreError,))

"""Write catalogues the same way each time: one header, entries in source order, old ones last, no date of today."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import polib

from i18n.descriptor import Descriptor
from i18n.files import replace

_WRAP: Final = 78
_DATE: Final = "2026-01-01 00:00+0000"
# gettext names Chinese by where its script is at home.
_GETTEXT_NAMES: Final = {"zh_Hans": "zh_CN", "zh_Hant": "zh_TW"}
_KEPT_FIELDS: Final = ("PO-Revision-Date", "Last-Translator", "Language-Team", "X-Generator")


def header(locale: Descriptor, old: polib.POFile | None) -> dict[str, str]:
    """Give the header's fields; what a translator's program wrote of itself is kept."""
    before = old.metadata if old is not None else {}
    own = {
        "Project-Id-Version": "teachback",
        "Report-Msgid-Bugs-To": "https://example.org/teachback/issues",
        "POT-Creation-Date": _DATE,
        "PO-Revision-Date": _DATE,
        "Last-Translator": "Teachback translators <translators@example.org>",
        "Language-Team": f"{locale.own_name} <translators@example.org>",
        "Language": _GETTEXT_NAMES.get(locale.code, locale.code),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": locale.plural_header,
    }
    return own | {name: before[name] for name in _KEPT_FIELDS if before.get(name)}


def write(file: Path, locale: Descriptor, entries: Iterable[polib.POEntry], old: polib.POFile | None = None) -> bool:
    """Write a catalogue if its bytes would change; tell whether it did. Raises: OSError."""
    catalogue = polib.POFile(wrapwidth=_WRAP)
    catalogue.header = f" {locale.own_name} words of Teachback. Kept in order by `locale sync`."
    catalogue.metadata = header(locale, old)
    catalogue.extend(entries)
    data = (str(catalogue) + "\n").encode("utf-8")
    if file.is_file() and file.read_bytes() == data:
        return False
    replace(file, data)
    return True

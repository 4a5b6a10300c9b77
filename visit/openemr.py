"""File names under which OpenEMR finds patient education in its own folder, such as `icd10_m81.0_en.pdf`.

Source: openemr/openemr, interface/patient_file/education.php: strtolower("{codetype}_{code}_{lang}.pdf"), the language
being `en` or `es`.
"""

import re
from typing import Final

from content.library import Library
from content.model import Bundle, Code, Guide, Medicine

SYSTEMS: Final = {"ICD-10-CM": "icd10", "ICD10": "icd10", "ICD-10": "icd10", "RxNorm": "rxcui", "RXCUI": "rxcui"}
_SAFE: Final = re.compile(r"[a-z0-9][a-z0-9.-]*")


def file_name(code: Code, locale: str) -> str | None:
    """Name a handout for one code; None where OpenEMR does not look for this code system."""
    system, value = SYSTEMS.get(code.system), code.value.lower()
    if system is None or not _SAFE.fullmatch(value):
        return None
    return f"{system}_{value}_{locale.partition('_')[0]}.pdf"


def file_names(item: str, locale: str, library: Library) -> tuple[str, ...]:
    """List the names a guide, bundle or medicine is looked for under, each once. Raises: NotInStore."""
    found = (file_name(code, locale) for code in codes(item, library))
    return tuple(dict.fromkeys(name for name in found if name is not None))


def codes(item: str, library: Library) -> tuple[Code, ...]:
    """Give the codes of an item; for a medicine its RxNorm number comes first. Raises: NotInStore."""
    kind = item.partition(".")[0]
    if kind == "medicine":
        medicine = library.get(Medicine, item).item
        own = (Code(system="RxNorm", value=medicine.rxcui),) if medicine.rxcui else ()
        return (*own, *medicine.codes)
    if kind == "bundle":
        return library.get(Bundle, item).item.codes
    return library.get(Guide, item).item.codes

"""Medicines from another system's FHIR bundle: by RxNorm code, by ATC code, by text; what we do not know is listed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from content.library import Library
from content.model import Medicine
from visit.fhir import ATC, RXNORM
from visit.json_value import LONGEST_NAME, BadVisit, seen
from visit.typed import named

LARGEST: Final = 20_000_000
MOST: Final = 200
TAKEN: Final = frozenset({"active", "intended", "unknown", "on-hold"})


@dataclass(frozen=True, slots=True)
class Imported:
    """What a bundle says is taken: ids we know, texts we do not, and texts of what is not taken any more."""

    medicines: tuple[str, ...]
    unknown: tuple[str, ...]
    not_taken: tuple[str, ...]


def medicines(text: str, library: Library) -> Imported:
    """Read the MedicationStatements of a bundle, or a single one. Raises: BadVisit."""
    resources = _resources(_parsed(text))
    by_id = {_text(one.get("id")): one for one in resources if one.get("resourceType") == "Medication"}
    known: dict[str, None] = {}
    unknown: dict[str, None] = {}
    gone: dict[str, None] = {}
    for one in resources:
        if one.get("resourceType") != "MedicationStatement":
            continue
        concept = _concept(one, by_id)
        found = _found(concept, library)
        if _text(one.get("status")) not in TAKEN:
            gone[_label(concept)] = None
        elif found:
            known.update(dict.fromkeys(found))
        else:
            unknown[_label(concept)] = None
    return Imported(tuple(known), tuple(unknown), tuple(gone))


def _parsed(text: str) -> Any:
    if len(text) > LARGEST:
        raise BadVisit("bundle", f"It has {len(text)} characters.", f"Give at most {LARGEST}.")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadVisit("bundle", "This is not JSON.", "Export the bundle as FHIR JSON.") from error


def _resources(whole: Any) -> list[Mapping[str, Any]]:
    if not isinstance(whole, dict) or "resourceType" not in whole:
        raise BadVisit("bundle", f"{seen(whole)} is not a FHIR resource.", "Export the bundle as FHIR JSON.")
    if whole["resourceType"] != "Bundle":
        return [whole]
    entries = whole.get("entry", [])
    if not isinstance(entries, list) or len(entries) > MOST:
        raise BadVisit("bundle.entry", "It is not a list we can read.", f"Give a list of at most {MOST} entries.")
    found = (entry.get("resource") for entry in entries if isinstance(entry, dict))
    return [resource for resource in found if isinstance(resource, dict)]


def _concept(statement: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """Give the concept of a statement, written in it, contained in it, or in the Medication it points to."""
    own = statement.get("medicationCodeableConcept")
    if isinstance(own, dict):
        return own
    pointer = statement.get("medicationReference")
    reference = _text(pointer.get("reference")) if isinstance(pointer, dict) else ""
    held = statement.get("contained")
    contained = held if isinstance(held, list) else []
    inside = (
        {_text(one.get("id")): one for one in contained if isinstance(one, dict)} if isinstance(contained, list) else {}
    )
    name = reference.rpartition("/")[2].removeprefix("#")
    target = inside.get(name) or by_id.get(name) or {}
    code = target.get("code")
    if isinstance(code, dict):
        return code
    return {"text": pointer.get("display")} if isinstance(pointer, dict) else {}


def _text(value: Any) -> str:
    return value[:LONGEST_NAME] if isinstance(value, str) else ""


def _codes(concept: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    coding = concept.get("coding")
    for one in coding if isinstance(coding, list) else ():
        if isinstance(one, dict):
            yield _text(one.get("system")), _text(one.get("code"))


def _texts(concept: Mapping[str, Any]) -> Iterator[str]:
    coding = concept.get("coding")
    shown = (one.get("display") for one in coding if isinstance(one, dict)) if isinstance(coding, list) else ()
    yield from (found for value in (concept.get("text"), *shown) if (found := _text(value)))


def _found(concept: Mapping[str, Any], library: Library) -> tuple[str, ...]:
    codes = set(_codes(concept))
    for shown in library.every(Medicine):
        medicine = shown.item
        if (medicine.rxcui and (RXNORM, medicine.rxcui) in codes) or (ATC, medicine.atc) in codes:
            return (medicine.id,)
    return next((found for text in _texts(concept) if (found := named(text, library))), ())


def _label(concept: Mapping[str, Any]) -> str:
    """Give the words of a concept for a list: one line of writing, whatever came in."""
    words = next(_texts(concept), "") or next((code for _, code in _codes(concept) if code), "?")
    return " ".join("".join(sign for sign in words if sign.isprintable()).split()) or "?"

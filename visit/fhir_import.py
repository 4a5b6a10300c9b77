"""Medicines from another system's FHIR bundle: by code, by text, by the family of a code; the unknown is listed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from content.library import Library
from content.model import Medicine, MedicineClass
from visit.fhir import ATC, RXNORM
from visit.json_value import LONGEST_NAME, BadVisit, seen
from visit.rules import known_best
from visit.typed import named

LARGEST: Final = 20_000_000
MOST: Final = 200
# What each kind of record calls a medicine that is not taken. Any other status, or none, counts as taken.
NOT_TAKEN: Final[Mapping[str, frozenset[str]]] = {
    "MedicationStatement": frozenset({"completed", "entered-in-error", "stopped", "not-taken"}),
    "MedicationRequest": frozenset({"cancelled", "completed", "entered-in-error", "stopped", "draft"}),
    "MedicationDispense": frozenset({"cancelled", "entered-in-error", "stopped", "declined"}),
}
_ATC_NAMES: Final = frozenset({ATC, f"{ATC}/", "http://www.whocc.no/atc_ddd_index", "urn:oid:2.16.840.1.113883.6.73"})
_RXNORM_NAMES: Final = frozenset({RXNORM, "urn:oid:2.16.840.1.113883.6.88"})
SHORTEST_ATC: Final = 5


@dataclass(frozen=True, slots=True)
class Imported:
    """What a bundle says is taken: ids we know, texts we do not, and texts of what is not taken any more."""

    medicines: tuple[str, ...]
    unknown: tuple[str, ...]
    not_taken: tuple[str, ...]


def medicines(text: str, library: Library) -> Imported:
    """Read the statements, requests and dispenses of a bundle, or a single one. Raises: BadVisit."""
    resources = _resources(_parsed(text))
    by_id = {_text(one.get("id")): one for one in resources if one.get("resourceType") == "Medication"}
    known: dict[str, None] = {}
    unknown: dict[str, None] = {}
    gone: dict[str, None] = {}
    for one in resources:
        kind = _text(one.get("resourceType"))
        if kind not in NOT_TAKEN:
            continue
        concept = _concept(one, by_id)
        found = _found(concept, library)
        if _text(one.get("status")) in NOT_TAKEN[kind] or one.get("doNotPerform") is True:
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
    inside = {_text(one.get("id")): one for one in contained if isinstance(one, dict)}
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
    """Find what a concept is: by its exact code; else by what its words name and by the family of its ATC code."""
    codes = tuple(_codes(concept))
    rxnorm = {code for system, code in codes if system in _RXNORM_NAMES}
    atc = tuple(code.strip().upper() for system, code in codes if system in _ATC_NAMES)
    for shown in library.every(Medicine):
        if shown.item.rxcui in rxnorm or shown.item.atc in atc:
            return (shown.item.id,)
    words = next((found for text in _texts(concept) if (found := named(text, library))), ())
    families = dict.fromkeys(family for code in atc for family in _families(code, library))
    return known_best((*words, *families), library)


def _families(atc: str, library: Library) -> Iterator[str]:
    """Give the families an ATC code belongs to, though we do not list its medicine: B01AA12 is a vitamin K blocker."""
    for shown in library.every(MedicineClass) if len(atc) >= SHORTEST_ATC else ():
        if any(atc.startswith(beginning) for beginning in shown.item.atc):
            yield shown.item.id


def _label(concept: Mapping[str, Any]) -> str:
    """Give the words of a concept for a list: one line of writing, whatever came in."""
    words = next(_texts(concept), "") or next((code for _, code in _codes(concept) if code), "?")
    return " ".join("".join(sign for sign in words if sign.isprintable()).split()) or "?"

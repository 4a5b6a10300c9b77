"""What happened at a visit as an HL7 FHIR R4 bundle, written without a library and without anybody's identity.

Questionnaires and responses, the medicines as statements, the education as a communication, the sheet as a document.
Source: hl7.org/fhir/R4. The name of the person is never written here.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid5

from content.library import Library
from content.model import Medicine, Question, QuestionType, Quiz
from i18n.language import Language
from i18n.runs import plain
from visit.blocks import BlockKind, Plan
from visit.elements import DayTime
from visit.naming import name_of
from visit.pages.quiz import cleared_question
from visit.safety import Cleared, Safety, rules_for
from visit.sheet import Sheet
from visit.visit import Answer, OwnMedicine, Taken, Visit
from visit.wording import line

Resource: TypeAlias = dict[str, Any]

RXNORM: Final = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC: Final = "http://www.whocc.no/atc"
LOINC: Final = "http://loinc.org"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/communication-category"
MEDIUM: Final = "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode"
HOME: Final = "https://teachback.example"
NOBODY: Final = {"display": "Not identified"}
WHEN: Final = {
    DayTime.MORNING: "MORN",
    DayTime.NOON: "NOON",
    DayTime.EVENING: "EVE",
    DayTime.BEDTIME: "HS",
}


@dataclass(frozen=True, slots=True)
class Posting:
    """What makes a bundle unlike any other: a seed for its addresses, and the printed sheet where there is one."""

    seed: UUID
    pdf: bytes | None = None


_TYPES: Final = {QuestionType.SCALE: "integer"}


def bundle(made: Sheet, plan: Plan, visit: Visit, library: Library, posting: Posting) -> str:
    """Write the bundle of a sheet as JSON, in the language of the sheet. Raises: NotInStore."""
    language, seed = made.language, posting.seed
    safety = rules_for(visit, library, language.code)
    document = _document(library, language, posting.pdf)
    document_url = _url(seed, document["resourceType"])
    resources = (
        *_questionnaires(visit, safety, language),
        *_responses(visit, safety, language),
        *_statements(visit, library, language),
        document,
        _communication(made, plan, visit, document_url),
    )
    entries = [_entry(seed, n, one, document_url if one is document else None) for n, one in enumerate(resources)]
    whole = {"resourceType": "Bundle", "type": "collection", "language": language.tag, "entry": entries}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _url(seed: UUID, name: str) -> str:
    return f"urn:uuid:{uuid5(seed, name)}"


def _entry(seed: UUID, place: int, resource: Resource, url: str | None) -> Resource:
    return {"fullUrl": url or _url(seed, f"{resource['resourceType']}-{place}"), "resource": resource}


def _canonical(quiz: str, library: Library) -> str:
    return f"{HOME}/Questionnaire/{quiz}|{library.version}"


def _answered(visit: Visit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answer.quiz for answer in visit.answers))


def _questionnaires(visit: Visit, safety: Safety, language: Language) -> Iterator[Resource]:
    for quiz in _answered(visit):
        item = safety.library.get(Quiz, quiz).item
        title = safety.piece(Quiz, quiz, lambda one: one.title)
        yield {
            "resourceType": "Questionnaire",
            "url": f"{HOME}/Questionnaire/{quiz}",
            "version": safety.library.version,
            "status": "active",
            "language": language.tag,
            **({"title": _plain(title.piece, title, language)} if title.piece is not None else {}),
            "item": [one for question in item.questions for one in _asked(quiz, question.id, safety, language)],
        }


def _asked(quiz: str, question: str, safety: Safety, language: Language) -> Iterator[Resource]:
    """Give a question as items; what the rules say stands directly before it, or in its place."""
    cleared = cleared_question(quiz, question, safety)
    for n, shown in enumerate(cleared.notices):
        said = plain(line(f"{shown.item.title}. {shown.item.say}", language, shown.locale))
        yield {"linkId": f"{question}-notice-{n + 1}", "type": "display", "text": said}
    if cleared.piece is not None:
        yield _item(cleared.piece, cleared, language)


def _plain(text: str, cleared: Cleared[Any], language: Language) -> str:
    return plain(line(text, language, cleared.locale))


def _item(question: Question, cleared: Cleared[Any], language: Language) -> Resource:
    kind = _TYPES.get(question.type, "choice")
    item: Resource = {"linkId": question.id, "text": _plain(question.ask, cleared, language), "type": kind}
    if kind == "choice":
        repeats = question.type not in (QuestionType.ONE, QuestionType.TRUE_FALSE)
        options = [{"valueCoding": _option(one.id, _plain(one.text, cleared, language))} for one in question.options]
        item |= {"repeats": repeats, "answerOption": options}
    return item


def _option(name: str, text: str) -> Resource:
    return {"code": name, "display": text}


def _responses(visit: Visit, safety: Safety, language: Language) -> Iterator[Resource]:
    for quiz in _answered(visit):
        latest = {answer.question: answer for answer in visit.answers if answer.quiz == quiz}
        asked = {one.id for one in safety.library.get(Quiz, quiz).item.questions}
        yield {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": _canonical(quiz, safety.library),
            "status": "completed",
            "language": language.tag,
            **_on(visit, "authored"),
            "item": [{"linkId": one, "answer": _given(answer)} for one, answer in latest.items() if one in asked],
        }


def _given(answer: Answer) -> list[Resource]:
    if answer.number is not None:
        return [{"valueInteger": answer.number}]
    pairs = [{"valueCoding": {"code": f"{one}-{other}"}} for one, other in answer.pairs]
    return pairs or [{"valueCoding": {"code": one}} for one in answer.options]


def _on(visit: Visit, field: str) -> Resource:
    return {field: visit.date.isoformat()} if visit.date is not None else {}


def _statements(visit: Visit, library: Library, language: Language) -> Iterator[Resource]:
    for taken in visit.medicines:
        concept: Resource = {"text": plain(name_of(taken.id, library, language))}
        if taken.id.startswith("medicine."):
            concept["coding"] = _codings(library.get(Medicine, taken.id).item)
        yield _statement(concept, taken, visit)
    for own in visit.own_medicines:
        yield _statement({"text": own.name}, own, visit)


def _codings(medicine: Medicine) -> list[Resource]:
    rxnorm = [{"system": RXNORM, "code": medicine.rxcui}] if medicine.rxcui else []
    return [*rxnorm, {"system": ATC, "code": medicine.atc}]


def _statement(concept: Resource, taken: Taken | OwnMedicine, visit: Visit) -> Resource:
    dosage: Resource = {}
    if taken.times:
        dosage["timing"] = {"repeat": {"when": [WHEN[time] for time in taken.times]}}
    if taken.as_needed:
        dosage["asNeededBoolean"] = True
    return {
        "resourceType": "MedicationStatement",
        "status": "active",
        "medicationCodeableConcept": concept,
        "subject": NOBODY,
        **_on(visit, "dateAsserted"),
        **({"dosage": [dosage]} if dosage else {}),
    }


def _document(library: Library, language: Language, pdf: bytes | None) -> Resource:
    attachment: Resource = {"contentType": "application/pdf", "language": language.tag}
    if pdf is not None:
        # FHIR R4 asks for SHA-1 in this field; it guards against accidents, not against people.
        digest = hashlib.sha1(pdf, usedforsecurity=False).digest()
        attachment |= {"size": len(pdf), "hash": _base64(digest), "data": _base64(pdf)}
    coding = {"system": LOINC, "code": "34895-3", "display": "Education note"}
    return {
        "resourceType": "DocumentReference",
        "status": "current",
        "type": {"coding": [coding]},
        "description": f"{library.pack} {library.version} {library.digest[:8]}",
        "content": [{"attachment": attachment}],
    }


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _communication(made: Sheet, plan: Plan, visit: Visit, document: str) -> Resource:
    taught = zip(plan.blocks, made.sections, strict=False)
    titles = [plain(section.title) for block, section in taught if block.kind is BlockKind.GUIDE]
    written = {"system": MEDIUM, "code": "WRITTEN"}
    return {
        "resourceType": "Communication",
        "status": "completed",
        "category": [{"coding": [{"system": CATEGORY, "code": "instruction"}]}],
        "medium": [{"coding": [written]}],
        **_on(visit, "sent"),
        "payload": [*({"contentString": title} for title in titles), {"contentReference": {"reference": document}}],
    }

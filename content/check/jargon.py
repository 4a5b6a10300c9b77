"""Words of the trade with the plain words for them, passive voice, and words that frighten or blame."""

import re
from collections.abc import Iterator
from typing import Final

PLAIN: Final = (
    (r"adverse (?:events?|effects?|reactions?)", "side effect"),
    (r"administer(?:ed|s|ing)?", "give"),
    (r"adjacent", "next to"),
    (r"ameliorat\w+", "make better"),
    (r"approximately", "about"),
    (r"baseline", "the start"),
    (r"b\.?m\.?d", "bone density"),
    (r"cardiovascular", "heart and blood vessel"),
    (r"clinicians?|physicians?|practitioners?", "doctor or nurse"),
    (r"cohorts?", "group that was followed"),
    (r"commenc\w+", "start"),
    (r"comorbid\w*", "other illness"),
    (r"concomitant\w*", "at the same time"),
    (r"contraindicat\w+", "must not be used"),
    (r"demonstrat\w+", "show"),
    (r"discontinu\w+", "stop"),
    (r"efficacy", "how well it works"),
    (r"endpoints?", "result"),
    (r"etiolog\w+", "cause"),
    (r"exacerbat\w+", "make worse"),
    (r"facilitat\w+", "help"),
    (r"gastrointestinal", "stomach and gut"),
    (r"hepatic", "liver"),
    (r"hypertension", "high blood pressure"),
    (r"implement\w*", "start using"),
    (r"incidence", "how many people get it"),
    (r"ingest\w*", "eat or swallow"),
    (r"initiat\w+", "start"),
    (r"intervention\w*", "treatment"),
    (r"mitigat\w+", "lower"),
    (r"morbidity", "illness"),
    (r"mortality", "deaths"),
    (r"myocardial infarctions?", "heart attack"),
    (r"optimal|optimiz\w+|optimis\w+", "best"),
    (r"oral(?:ly)?", "by mouth"),
    (r"pharmac(?:o\w+|eutical\w*)", "medicine"),
    (r"postmenopausal", "after menopause"),
    (r"prevalence", "how many people have it"),
    (r"prior to", "before"),
    (r"prophyla\w+", "to prevent"),
    (r"randomi[sz]\w+", "put into groups by chance"),
    (r"regimens?", "plan"),
    (r"renal", "kidney"),
    (r"statistically significant\w*|significantly", "a clear difference"),
    (r"subsequent\w*", "later"),
    (r"substantial\w*", "large"),
    (r"sufficient\w*", "enough"),
    (r"supplementation", "taking pills"),
    (r"symptomatic", "with signs"),
    (r"terminat\w+", "end"),
    (r"utili[sz]\w+", "use"),
    (r"versus|vs", "against"),
)
_JARGON: Final = re.compile(rf"\b(?:{'|'.join(word for word, _ in PLAIN)})\b", re.IGNORECASE)

_IRREGULAR: Final = (
    "beaten|begun|bought|brought|built|caught|chosen|cut|done|drawn|driven|eaten|felt|found|given|held|hurt|kept|"
    "known|laid|led|lost|made|paid|put|read|seen|sent|shown|sold|spent|stolen|taken|taught|thought|told|torn|"
    "understood|withdrawn|written"
)
_STATES: Final = r"(?!(?:tired|worried|scared|limited|mixed|balanced|interested|supposed|used to|needed|married)\b)"
_PASSIVE: Final = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being)\s+(?:(?:not|also|often|always|never|only|still|\w+ly)\s+)?"
    rf"{_STATES}(?:\w{{2,}}ed|{_IRREGULAR})\b",
    re.IGNORECASE,
)
_HARSH: Final = re.compile(
    r"\b(?:deadly|killers?|horrible|terrifying|catastroph\w+|devastating|your (?:own )?fault|fail(?:ed)? to|"
    r"non-?complian\w+|non-?adheren\w+|lazy|careless|elderly|victims?|suffer(?:s|ed|ing)?|crippl\w+)\b",
    re.IGNORECASE,
)


def jargon(text: str) -> Iterator[tuple[str, str]]:
    """Give every word of the trade in a text, with plain words for it."""
    for found in _JARGON.finditer(text):
        yield found[0], next(plain for word, plain in PLAIN if re.fullmatch(word, found[0], re.IGNORECASE))


def passives(text: str) -> Iterator[str]:
    """Give every passive form in an English text; a rule of thumb, which takes some adjectives for passives."""
    return (found[0] for found in _PASSIVE.finditer(text))


def harsh(text: str) -> Iterator[str]:
    """Give every word that frightens or blames."""
    return (found[0] for found in _HARSH.finditer(text))

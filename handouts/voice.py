"""How one language is set: its tag, its direction, its fonts and how much air its lines need."""

from dataclasses import dataclass

from handouts.fonts import FontBook, families_of, fonts_in
from i18n.language import Language

RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A language on paper. `leading` is the distance between base lines in sizes."""

    tag: str
    is_rtl: bool
    families: tuple[str, ...]
    leading: float
    book: FontBook


def voice_of(language: Language) -> Voice:
    """Find how a language is set."""
    is_rtl = language.direction == "rtl"
    leading = 1.62 if is_rtl else 1.5 if language.tag.partition("-")[0] in ("zh", "ja", "ko") else 1.42
    return Voice(language.tag, is_rtl, families_of(language.tag, language.fonts), leading, fonts_in())

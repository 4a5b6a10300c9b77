"""The locales there are, and each as a Language ready to speak."""

from gettext import NullTranslations
from pathlib import Path
from typing import Literal, NamedTuple

from i18n.descriptor import FOLDER, Descriptor, codes, read
from i18n.errors import I18nError, UnknownLocale
from i18n.interface import interface_words
from i18n.language import Language
from i18n.negotiation import negotiate

__all__ = ["LocaleInfo", "UnknownLocale", "available", "is_offered", "load", "negotiate", "speaking"]


class LocaleInfo(NamedTuple):
    """What a language picker needs to know of a locale."""

    code: str
    tag: str
    own_name: str
    direction: Literal["ltr", "rtl"]
    is_draft: bool
    is_pseudo: bool = False


def available(folder: Path | None = None, *, with_pseudo: bool = False) -> tuple[LocaleInfo, ...]:
    """List the usable locales, English first; a locale whose file is broken is left out (`locale check` names it)."""
    found = (_info(code, folder or FOLDER) for code in codes(folder or FOLDER))
    return tuple(info for info in found if info and (with_pseudo or not info.is_pseudo))


def is_offered(code: str, folder: Path | None = None) -> bool:
    """Tell whether a locale is among the usable ones, without looking at the others."""
    info = _info(code, folder or FOLDER)
    return info is not None and not info.is_pseudo


def _info(code: str, folder: Path) -> LocaleInfo | None:
    try:
        known = read(code, folder)
    except I18nError:
        return None
    return LocaleInfo(
        code=code,
        tag=known.tag,
        own_name=known.own_name,
        direction=known.direction,
        is_draft=known.is_draft,
        is_pseudo=known.is_pseudo,
    )


def load(code: str, folder: Path | None = None) -> Language:
    """Give a locale as a Language with its interface words. Raises: UnknownLocale, BadLocale, BadCatalogue."""
    known = read(code, folder or FOLDER)
    return speaking(known, _words(known, folder or FOLDER))


def speaking(known: Descriptor, words: NullTranslations) -> Language:
    """Give a locale as a Language with these interface words."""
    return Language(
        code=known.code,
        tag=known.tag,
        own_name=known.own_name,
        direction=known.direction,
        is_draft=known.is_draft,
        paper=known.paper,
        fonts=known.fonts,
        digits=known.digits,
        decimal_mark=known.decimal_mark,
        group_mark=known.group_mark,
        range_pattern=known.range_pattern,
        label_pattern=known.label_pattern,
        units=known.units,
        cldr=known.babel,
        months=known.months,
        date_pattern=known.date_pattern,
        and_word=known.and_word,
        words=words,
    )


def _words(known: Descriptor, folder: Path) -> NullTranslations:
    if known.is_pseudo:
        from i18n import pseudo  # noqa: PLC0415  nobody at a clinic reads one

        return pseudo.PseudoWords(is_mirrored=known.direction == "rtl")
    return interface_words(known, folder)

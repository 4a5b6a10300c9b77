"""Choose the first locale from what a computer or a person asks for."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

# Old and neighbouring codes, and the tag we know each by. Source: CLDR supplemental aliases; IANA subtag registry.
_ALIASES: Final = {"tl": "fil", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "no": "nb", "cmn": "zh", "sh": "sr"}
_HANT_REGIONS: Final = {"TW", "HK", "MO"}
# Regions whose readers are at home in the variant on the right. Source: CLDR parent locales (es-419, en-001, pt-PT).
_LATIN_AMERICA: Final = frozenset(
    "AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE 419".split()  # noqa: SIM905  one line a person can read
)


def _parts(tag: str) -> tuple[str, str, str] | None:
    """Split a tag of any spelling into language, script and region, with the script of Chinese filled in."""
    names = re.split(r"[-_]", re.split(r"[.@]", tag, maxsplit=1)[0].strip())
    if not re.fullmatch(r"[A-Za-z]{2,3}", names[0]):
        return None
    language = _ALIASES.get(names[0].lower(), names[0].lower())
    script = next((n.title() for n in names[1:] if len(n) == 4 and n.isalpha()), "")
    region = next((n.upper() for n in names[1:] if re.fullmatch(r"[A-Za-z]{2}|\d{3}", n)), "")
    if language == "zh" and not script:
        script = "Hant" if region in _HANT_REGIONS else "Hans"
    return language, script, region


def _candidates(tag: str) -> Iterator[tuple[str, str, str]]:
    """Give the forms to look for, nearest first."""
    parts = _parts(tag)
    if parts is None:
        return
    language, script, region = parts
    yield parts
    if language == "es" and region in _LATIN_AMERICA:
        yield from (("es", script, "419"), ("es", script, "US"), ("es", script, "MX"))
    if language == "pt" and region not in {"", "BR"}:
        yield ("pt", script, "PT")
    yield (language, script, "")


def _variants(tag: str, known: dict[tuple[str, str, str], str]) -> Iterator[str]:
    """Give the offered locales that serve one wanted tag, best first: near relations, same script, same language."""
    forms = tuple(_candidates(tag))
    yield from (known[form] for form in forms if form in known)
    for size in (2, 1):
        yield from (code for parts, code in known.items() if forms and parts[:size] == forms[0][:size])


def negotiate(wanted: Sequence[str], offered: Sequence[str]) -> str | None:
    """Choose the offered locale that serves the wanted tags best, or None.

    Takes tags of any spelling (zh-CN, zh_TW, es-PR, tl, en_GB.UTF-8); the first wanted tag that can be served wins.
    """
    known = {parts: code for code in reversed(offered) if (parts := _parts(code))}
    known = dict(reversed(known.items()))
    return next((code for tag in wanted for code in _variants(tag, known)), None)

"""Begin a new locale: a folder with its facts filled in as far as they are known."""

import json
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError

from i18n.descriptor import FOLDER, Descriptor, is_code, read
from i18n.errors import I18nError, UnknownLocale

_SYMBOLS: Final = ["NotoSansMath-Regular.ttf", "NotoSansSymbols2-Regular.ttf"]
_FONTS: Final = {
    "Arab": ["NotoNaskhArabic-Regular.ttf", "NotoSans-Regular.ttf"],
    "Hans": ["NotoSans-Regular.ttf", "NotoSansSC-Regular.ttf"],
    "Kore": ["NotoSans-Regular.ttf", "NotoSansKR-Regular.ttf"],
}
_SCRIPTS: Final = {
    "Arab": ["ARABIC"], "Cyrl": ["CYRILLIC"], "Grek": ["GREEK"],
    "Hans": ["CJK", "IDEOGRAPHIC"], "Hant": ["CJK", "IDEOGRAPHIC"],
    "Kore": ["HANGUL", "CJK"], "Hebr": ["HEBREW"], "Deva": ["DEVANAGARI"], "Beng": ["BENGALI"], "Ethi": ["ETHIOPIC"],
    "Khmr": ["KHMER"], "Mymr": ["MYANMAR"], "Armn": ["ARMENIAN"], "Guru": ["GURMUKHI"], "Gujr": ["GUJARATI"],
}  # fmt: skip
_SCRIPT_OF: Final = {
    "ar": "Arab", "fa": "Arab", "ur": "Arab", "ps": "Arab", "uk": "Cyrl", "ru": "Cyrl", "bg": "Cyrl", "sr": "Cyrl",
    "el": "Grek",
    "he": "Hebr", "hi": "Deva", "ne": "Deva", "bn": "Beng", "pa": "Guru", "gu": "Gujr", "am": "Ethi", "ti": "Ethi",
    "km": "Khmr",
    "my": "Mymr", "hy": "Armn", "ko": "Kore",
}  # fmt: skip
_TWO: Final = (["one: 1", "other: 0, 2, 10"], "n != 1")
_ZERO_AS_ONE: Final = (["one: 0, 1", "other: 2, 10"], "n > 1")
_ONE: Final = (["other: 0, 1, 2"], "0")
_SLAVIC: Final = (
    ["one: 1, 21, 101", "few: 2, 4, 22", "many: 0, 5, 11, 12"],
    "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
)
# Plural forms of whole numbers, by language; every other language has two. Source: Unicode CLDR.
_PLURALS: Final = {
    **dict.fromkeys(("id", "ja", "km", "lo", "ms", "my", "th", "vi", "zh", "ko", "hmn"), _ONE),
    **dict.fromkeys(("uk", "be", "ru"), _SLAVIC),
    "pl": (
        ["one: 1", "few: 2, 4, 22", "many: 0, 5, 12"],
        "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
    ),
    "ro": (["one: 1", "few: 0, 2, 19, 101", "other: 20, 100"], "n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2"),
    **dict.fromkeys(("fr", "pt", "am", "bn", "fa", "gu", "hi", "hy", "pa", "ti"), _ZERO_AS_ONE),
}


class AlreadyThere(I18nError):
    """The locale exists."""

    def __init__(self, code: str) -> None:
        super().__init__(f"The locale {code} is there already; `locale check {code}` says what it needs.")


def add(code: str, folder: Path = FOLDER) -> Descriptor:
    """Write `<code>/locale.toml` and give what it says. Raises: UnknownLocale for a bad name, AlreadyThere."""
    if not is_code(code):
        raise UnknownLocale(code)
    file = folder / code / "locale.toml"
    if file.exists():
        raise AlreadyThere(code)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_facts(code), encoding="utf-8", newline="\n")
    return read(code, folder)


def _facts(code: str) -> str:
    language, known = code.partition("_")[0], _cldr(code)
    script = known.script if known and known.script else _SCRIPT_OF.get(language, "Latn")
    mark = known.number_symbols["latn"]["decimal"] if known and "latn" in known.number_symbols else "."
    forms, rule = _PLURALS.get(language, _TWO)
    own = (known.get_display_name() or code) if known else code
    return _TEMPLATE.format(
        code=code,
        tag=code.replace("_", "-"),
        own=_quoted(own[:1].upper() + own[1:]),
        direction="rtl" if script in {"Arab", "Hebr"} else "ltr",
        fonts=_quoted(_FONTS.get(script, ["NotoSans-Regular.ttf"]) + _SYMBOLS),
        scripts=_quoted(_SCRIPTS.get(script, ["LATIN"])),
        mark=_quoted("," if mark == "," else "."),
        group='"\\u202F"' if mark == "," else '","',
        forms=_quoted(forms),
        rule=_quoted(rule),
        babel=_quoted(str(known) if known else "en_US"),
    )


def _cldr(code: str) -> Locale | None:
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def _quoted(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)


_TEMPLATE: Final = """# {code}: look at every line of this file; docs/translators.md, step 3, explains each.
tag = "{tag}"
own_name = {own}
direction = "{direction}"
is_draft = true
is_pseudo = false
paper = "a4"
fonts = {fonts}
scripts = {scripts}

[numbers]
digits = "0123456789"
decimal_mark = {mark}
group_mark = {group}
range_pattern = "{{low}}–{{high}}"
label_pattern = "{{dose}} ({{units}} IU)"
keeps_order = true

[units]
mcg = "mcg"
mg = "mg"
g = "g"
kg = "kg"
IU = "IU"
mL = "mL"
L = "L"
mm = "mm"
cm = "cm"
kcal = "kcal"

[plural]
forms = {forms}
rule = {rule}

[dates]
babel = {babel}

# Words for "not", "day", "before" and so on; see es_US/locale.toml.
[signals]
negation = []
"""

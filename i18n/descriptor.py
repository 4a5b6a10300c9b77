"""A locale's own facts, read from its `locale.toml`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from i18n.errors import BadLocale, UnknownLocale
from i18n.kept import table as kept_table

FOLDER: Final = Path(__file__).parent / "locales"
_CODE: Final = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|\d{3}))?")
_RULE_SIGNS: Final = frozenset("n0123456789 %()?:=!<>&|")
_LONGEST_RULE: Final = 200


class Descriptor(NamedTuple):
    """One locale, as its `locale.toml` says; field names are the file's keys.

    `plural_forms` name the forms of msgstr[0], msgstr[1], … with sample numbers; `plural_rule` is their C expression.
    `number_words` lists words that say a number without a digit, such as a dual; `signals` lists the local words for
    meanings a patient depends on; `months` and `and_word` replace words that CLDR has wrong; `alphabet` and `marks` are
    in the order of the locale's lists.
    """

    code: str
    tag: str
    own_name: str
    direction: Literal["ltr", "rtl"]
    is_draft: bool
    is_pseudo: bool
    paper: Literal["letter", "a4"]
    fonts: tuple[str, ...]
    scripts: tuple[str, ...]
    digits: str
    decimal_mark: str
    group_mark: str
    range_pattern: str
    label_pattern: str
    keeps_order: bool
    number_words: Mapping[str, tuple[str, ...]]
    units: Mapping[str, str]
    plural_forms: tuple[str, ...]
    plural_rule: str
    babel: str
    months: tuple[str, ...]
    date_pattern: str
    and_word: str
    signals: Mapping[str, tuple[str, ...]]
    alphabet: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def plural_header(self) -> str:
        """Write the plural rule as gettext's Plural-Forms header."""
        return f"nplurals={len(self.plural_forms)}; plural=({self.plural_rule});"


def is_code(code: str) -> bool:
    """Tell whether a name can be a locale: language, perhaps a script, perhaps a region; never a path."""
    return _CODE.fullmatch(code) is not None


def codes(folder: Path = FOLDER) -> tuple[str, ...]:
    """List the locales there are, English first."""
    found = (path.parent.name for path in folder.glob("*/locale.toml"))
    return tuple(sorted(filter(is_code, found), key=lambda code: (code != "en", code)))


def read(code: str, folder: Path = FOLDER) -> Descriptor:
    """Read one locale's facts. Raises: UnknownLocale, BadLocale."""
    file = folder / code / "locale.toml"
    if not is_code(code) or not file.is_file():
        raise UnknownLocale(code)
    try:
        table = kept_table(file)
    except (ValueError, RecursionError) as error:  # TOML and UTF-8, but also a number of 5,000 digits
        raise BadLocale(file, "the file", f"is not TOML in UTF-8: {error}") from error
    return _checked(_descriptor(code, _Fields(file, table)), file)


class _Fields:
    """Fields of one TOML file, each taken by its dotted name and kind."""

    def __init__(self, file: Path, table: Mapping[str, Any]) -> None:
        self._file, self._table = file, table

    def take(self, name: str, kind: type, default: Any = None) -> Any:
        """Give one field. Raises: BadLocale."""
        value: Any = self._table
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if value is None and default is not None:
            return default
        if not isinstance(value, kind):
            raise BadLocale(self._file, name, f"write a {kind.__name__} here, as in en/locale.toml")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """Give a list of words, empty where the field is left out. Raises: BadLocale."""
        return self._said(name, self.take(name, list, []))

    def lists(self, name: str) -> dict[str, tuple[str, ...]]:
        """Give lists of words by their names, none where the table is left out. Raises: BadLocale."""
        return {key: self._said(f"{name}.{key}", words) for key, words in self.take(name, dict, {}).items()}

    def texts(self, name: str) -> dict[str, str]:
        """Give words by their names. Raises: BadLocale."""
        return {key: self.take(f"{name}.{key}", str) for key in self.take(name, dict)}

    def _said(self, name: str, words: object) -> tuple[str, ...]:
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise BadLocale(self._file, name, "write a list of words here, as in en/locale.toml")
        return tuple(words)


def _descriptor(code: str, fields: _Fields) -> Descriptor:
    take = fields.take
    return Descriptor(
        code=code,
        tag=take("tag", str),
        own_name=take("own_name", str),
        direction=take("direction", str),
        is_draft=take("is_draft", bool),
        is_pseudo=take("is_pseudo", bool, False),
        paper=take("paper", str),
        fonts=fields.words("fonts"),
        scripts=fields.words("scripts"),
        digits=take("numbers.digits", str),
        decimal_mark=take("numbers.decimal_mark", str),
        group_mark=take("numbers.group_mark", str),
        range_pattern=take("numbers.range_pattern", str),
        label_pattern=take("numbers.label_pattern", str),
        keeps_order=take("numbers.keeps_order", bool, True),
        number_words=fields.lists("numbers.words"),
        units=fields.texts("units"),
        plural_forms=fields.words("plural.forms"),
        plural_rule=take("plural.rule", str),
        babel=take("dates.babel", str, "en_US"),
        months=fields.words("dates.months"),
        date_pattern=take("dates.pattern", str, ""),
        and_word=take("dates.and_word", str, ""),
        signals=fields.lists("signals"),
        alphabet=tuple(take("sort.alphabet", str, "").split()),
        marks=tuple(take("sort.marks", str, "").split()),
    )


def _checked(found: Descriptor, file: Path) -> Descriptor:
    """Refuse values that would misprint a dose or run as code. Raises: BadLocale."""
    wrong = {
        "direction": found.direction not in {"ltr", "rtl"},
        "paper": found.paper not in {"letter", "a4"},
        "fonts": not found.fonts or any(not re.fullmatch(r"[\w-]+\.ttf", font) for font in found.fonts),
        "numbers.digits": len(found.digits) != 10 or not found.digits.isdecimal(),
        "numbers.decimal_mark": found.decimal_mark in {"", found.group_mark},
        "numbers.range_pattern": _places(found.range_pattern) != ["{high}", "{low}"],
        "numbers.label_pattern": _places(found.label_pattern) != ["{dose}", "{units}"],
        "units": set(found.units) != {"mcg", "mg", "g", "kg", "IU", "mL", "L", "mm", "cm", "kcal"},
        "plural.forms": not 1 <= len(found.plural_forms) <= 6,
        "plural.rule": not 0 < len(found.plural_rule) <= _LONGEST_RULE or not _RULE_SIGNS.issuperset(found.plural_rule),
        "dates.months": len(found.months) not in {0, 12},
        "dates.pattern": bool(found.months) and _places(found.date_pattern) != ["{day}", "{month}", "{year}"],
    }
    for field_name in (name for name, is_wrong in wrong.items() if is_wrong):
        raise BadLocale(file, field_name, "this value cannot be used; see docs/translators.md, step 3")
    return found


def _places(pattern: str) -> list[str]:
    return sorted(re.findall(r"\{[^{}]*\}", pattern))

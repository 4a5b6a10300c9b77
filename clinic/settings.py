"""What the clinic decides: one typed declaration, read from TOML; a managed file of the fleet has the last word."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple, TypeAlias, get_type_hints

Value: TypeAlias = str | int | bool
MANAGED_VARIABLE: Final = "TEACHBACK_MANAGED"


class Rule(NamedTuple):
    """What a setting means, and the values it may have."""

    means: str
    choices: tuple[Value, ...] = ()
    low: int = 0
    high: int = 0


class Settings(NamedTuple):
    """Every setting, with its default and its rule; always made by the names of its fields."""

    locale: Annotated[str, Rule("Language the screen greets in, as a locale code.")] = "en"
    clinic_locale: Annotated[str, Rule("Language of the clinic, printed beside the patient's.")] = "en"
    offers_drafts: Annotated[bool, Rule("Whether languages without a qualified translator's sign-off are offered.")] = (
        True
    )
    clinic_name: Annotated[str, Rule("Name of the clinic at the top of each handout.")] = ""
    clinic_phone: Annotated[str, Rule("Phone of the clinic on each handout.")] = ""
    printer: Annotated[str, Rule("Name of the print queue; empty for the machine's own default.")] = ""
    paper: Annotated[str, Rule("Paper in the printer.", choices=("letter", "a4", "a5"))] = "letter"
    prints_both_sides: Annotated[bool, Rule("Whether to print on both sides of the paper.")] = True
    prints_grey: Annotated[bool, Rule("Whether to print without colour.")] = False
    print_points: Annotated[int, Rule("Size of print in points.", choices=(12, 14, 18, 24))] = 14
    text_percent: Annotated[int, Rule("Size of the words on the screen.", choices=(100, 125, 150, 175, 200))] = 100
    theme: Annotated[str, Rule("Colours of the screen.", choices=("light", "dark", "high"))] = "light"
    idle_seconds: Annotated[
        int, Rule("Seconds without a touch before the screen asks, then erases.", low=30, high=1800)
    ] = 120
    warn_seconds: Annotated[int, Rule("Seconds a person has to say they are still there.", low=20, high=120)] = 20
    is_kiosk: Annotated[bool, Rule("Whether the window fills the screen and only staff can leave it.")] = True
    counts_use: Annotated[bool, Rule("Whether anonymous weekly counts are kept.")] = False
    closing_time: Annotated[str, Rule("When hand-off codes of the day end, as HH:MM.")] = "18:00"


class Setting(NamedTuple):
    """A declared setting: its name, its default, and its rule."""

    name: str
    default: Value
    rule: Rule


class BadSetting(NamedTuple):
    """One value that could not be used; the default holds instead."""

    file: Path
    name: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file.name}: {self.name}: {self.problem}. The default is used."


def declared() -> tuple[Setting, ...]:
    """List the declared settings, in order."""
    hints, defaults = get_type_hints(Settings, include_extras=True), Settings._field_defaults
    return tuple(Setting(name, defaults[name], hint.__metadata__[0]) for name, hint in hints.items())


def problem_of(setting: Setting, value: object) -> str | None:
    """Say why a value cannot be used for a declared setting; None where it can."""
    wanted = type(setting.default)
    if type(value) is not wanted:
        return f"this must be {_KINDS[wanted]}, not {value!r}"[:200]
    _means, choices, low, high = setting.rule
    if choices and value not in choices:
        return f"this must be one of {', '.join(map(str, choices))}"
    if high and isinstance(value, int) and not low <= value <= high:
        return f"this must lie between {low} and {high}"
    if isinstance(value, str) and (len(value) > 200 or not value.isprintable()):
        return "this must be one line of at most 200 signs"
    if setting.name == "closing_time" and not re.fullmatch(_TIME, str(value)):
        return "this must be a time of the day as HH:MM"
    return None


_TIME: Final = "([01][0-9]|2[0-3]):[0-5][0-9]"
_KINDS: Final = {str: "text in quotes", int: "a whole number", bool: "true or false"}


def _used(file: Path, found: Mapping[str, object]) -> tuple[dict[str, Any], list[BadSetting]]:
    known = {setting.name: setting for setting in declared()}
    good: dict[str, Any] = {}
    bad = [BadSetting(file, name[:60], "there is no such setting") for name in found if name not in known]
    for name, value in found.items():
        if name in known and (problem := problem_of(known[name], value)):
            bad.append(BadSetting(file, name, problem))
        elif name in known:
            good[name] = value
    return good, bad


def _table(file: Path) -> tuple[dict[str, object], list[BadSetting]]:
    try:
        written = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        return {}, [BadSetting(file, "the file", f"it cannot be read ({type(error).__name__})")]
    import tomllib  # noqa: PLC0415  a machine on which nothing was decided starts without it

    try:
        return tomllib.loads(written), []
    except (ValueError, RecursionError) as error:  # besides TOMLDecodeError: a number of 5,000 digits, endless brackets
        return {}, [BadSetting(file, "the file", f"it is not TOML ({error})")]


def read(file: Path, managed: Path | None = None) -> tuple[Settings, tuple[BadSetting, ...]]:
    """Read the clinic's settings, then the fleet's, which win; name every value that could not be used."""
    settings, problems = Settings(), []
    for source in (file, managed):
        if source is None:
            continue
        found, unreadable = _table(source)
        good, bad = _used(source, found)
        settings = settings._replace(**good)
        problems += [*unreadable, *bad]
    return settings, tuple(problems)


def write(settings: Settings, file: Path) -> None:
    """Write what differs from the defaults: whole or not at all. Raises: OSError."""
    changed = {s.name: getattr(settings, s.name) for s in declared() if getattr(settings, s.name) != s.default}
    import tomli_w  # noqa: PLC0415  most starts only read

    from clinic.whole_file import write_whole  # noqa: PLC0415

    write_whole(file, tomli_w.dumps(changed).encode())


def managed_file(environment: Mapping[str, str]) -> Path | None:
    """Give the fleet's own read-only file, where the machine names one."""
    named = environment.get(MANAGED_VARIABLE)
    return Path(named) if named else None


def managed_names(managed: Path | None) -> frozenset[str]:
    """Name the settings that the fleet's file decides."""
    if managed is None:
        return frozenset()
    found, _unreadable = _table(managed)
    return frozenset(_used(managed, found)[0])


def table() -> Iterator[tuple[str, str, str]]:
    """List name, default and meaning of each setting, for the documentation."""
    import tomli_w  # noqa: PLC0415

    for setting in declared():
        default = tomli_w.dumps({"x": setting.default}).removeprefix("x = ").strip()
        yield setting.name, default, setting.rule.means

"""What can go wrong with locales and catalogues; each error carries facts, `str` gives one sentence with the cure."""

from pathlib import Path


class I18nError(Exception):
    """Anything wrong with a locale or a catalogue."""


class UnknownLocale(I18nError):
    """There is no locale of this name."""

    def __init__(self, code: str) -> None:
        super().__init__(f"There is no locale {code[:40]!r}; `locale status` lists those there are.")
        self.code = code


class BadLocale(I18nError):
    """A locale.toml lacks something or holds something of the wrong kind."""

    def __init__(self, file: Path, field: str, cure: str) -> None:
        super().__init__(f"{file}: {field}: {cure}")
        self.file, self.field, self.cure = file, field, cure


class BadCatalogue(I18nError):
    """A PO file cannot be used; `line` is 0 where the whole file is meant."""

    def __init__(self, file: Path, line: int, cure: str) -> None:
        super().__init__(f"{file}{f':{line}' if line else ''}: {cure.removesuffix('.')}.")
        self.file, self.line, self.cure = file, line, cure


class Refused(I18nError):
    """A wish of a maintainer was refused because it could change what a patient does; carries the key."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key, self.reason = key, reason

"""The facts both sides of the store agree on: what the file says it is, and what is searched."""

from collections.abc import Mapping
from typing import Final

APPLICATION_ID: Final = 0x5465_6163  # "Teac"
SCHEMA: Final = 2
# The first schema knew neither the order of an alphabet nor who signed off what.
FIRST_SCHEMA: Final = 1
SOURCE_LOCALE: Final = "en"

# The kinds search finds, in the order in which equally good hits are shown, and the field that heads them.
SEARCHED: Final[Mapping[str, str]] = {
    "guide": "title", "nutrient": "name", "medicine": "name", "medicine-class": "name", "food": "name", "term": "term",
    "quiz": "title", "trial": "name", "claim": "text", "bundle": "title", "reference": "title",
}  # fmt: skip
# Plain strings that people look for beside the words.
NAMES: Final = ("brands", "other_names", "formal_name", "authors", "journal", "year", "number", "atc", "rxcui")


def search_table(locale: str) -> str:
    """Name the search table of a locale. Raises: ValueError for what is no locale code."""
    if not locale.replace("_", "").replace("-", "").isalnum() or not locale.isascii():
        raise ValueError(f"{locale} is not a locale")
    return f"search_{locale}"

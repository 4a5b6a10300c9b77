"""The CSV files the facts came from, and the pack made of them, for the tests that compare the two."""

import csv
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from content.check.passages import written_out
from content.model import Item
from content.pack import Pack
from content.source import readable
from content.strings import strings

T = TypeVar("T", bound=Item)

FACTS = Path(__file__).parents[1] / "facts"
PACK = Path(__file__).parents[2] / "content" / "packs" / "bone-health"


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [{field: (value or "").strip() for field, value in row.items()} for row in csv.DictReader(lines)]


@cache
def pack() -> Pack:
    return readable(PACK)


def by_id(kind: type[T]) -> dict[str, T]:
    return {item.id: item for item in pack().of(kind)}


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def words(item: Item) -> str:
    return "\n".join(written_out(source) for _, source in strings(item))


def numbers(text: str) -> set[Decimal]:
    return {Decimal(found.replace(",", "")) for found in re.findall(r"(?<![\w.])\d[\d,]*(?:\.\d+)?", text)}


def doses(text: str) -> set[tuple[Decimal, str]]:
    """Amounts with their units; "90-120 mcg" and "90 to 120 mcg" are two amounts, and 400 IU of vitamin D is 10 mcg."""
    found = re.findall(r"([\d,.]*\d)(?:(?:-| to )([\d,.]*\d))?[ -]?(mcg|mg|g|kg|mm|cm|IU)\b", text, re.IGNORECASE)
    pairs = {(Decimal(end.replace(",", "")), unit) for low, high, unit in found for end in (low, high) if end}
    return {(number / 40, "mcg") if unit == "IU" else (number, unit.lower()) for number, unit in pairs}

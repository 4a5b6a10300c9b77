"""Amounts with units, and the tokens `[[45 mg]]` that stand for them in every source text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final


class Unit(StrEnum):
    """A unit a quantity may be written in. Micrograms are only ever `mcg` (ISMP)."""

    MCG = "mcg"
    MG = "mg"
    G = "g"
    KG = "kg"
    IU = "IU"
    ML = "mL"
    L = "L"
    MM = "mm"
    CM = "cm"
    KCAL = "kcal"


_UNITS: Final = {unit.value: unit for unit in Unit}
_GRAMS: Final = {
    Unit.MCG: Decimal("0.000001"),
    Unit.MG: Decimal("0.001"),
    Unit.G: Decimal(1),
    Unit.KG: Decimal(1000),
}


class QuantityError(ValueError):
    """Something is wrong with an amount; carries the text it was read from."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NotAToken(QuantityError):
    """The text between `[[` and `]]` is not a quantity."""


class NotAQuantity(QuantityError):
    """The text is not a plain number and a unit we know."""


class UnitMismatch(QuantityError):
    """Two amounts with different units met without a conversion."""


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """An amount and its unit.

    Adding or comparing two quantities of different units raises UnitMismatch: 45 mg and 45 mcg can never be
    taken for each other by mistake. Convert first, in plain sight, with `to`.
    """

    value: Decimal
    unit: Unit

    def to(self, unit: Unit) -> "Quantity":
        """Convert a mass to another unit of mass. Raises: UnitMismatch."""
        if self.unit is unit:
            return self
        if self.unit not in _GRAMS or unit not in _GRAMS:
            raise UnitMismatch(f"{self} to {unit}")
        return Quantity((self.value * _GRAMS[self.unit] / _GRAMS[unit]).normalize(), unit)

    def _other(self, other: object) -> Decimal:
        if not isinstance(other, Quantity):
            raise TypeError(other)
        if other.unit is not self.unit:
            raise UnitMismatch(f"{self} with {other}")
        return other.value

    def __eq__(self, other: object) -> bool:
        return self.value == self._other(other) if isinstance(other, Quantity) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.value, self.unit))

    def __lt__(self, other: "Quantity") -> bool:
        return self.value < self._other(other)

    def __le__(self, other: "Quantity") -> bool:
        return self.value <= self._other(other)

    def __add__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.value + self._other(other), self.unit)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.value - self._other(other), self.unit)

    def __mul__(self, times: Decimal | int) -> "Quantity":
        return Quantity(self.value * times, self.unit)

    def __truediv__(self, by: Decimal | int) -> "Quantity":
        return Quantity(self.value / by, self.unit)

    def share_of(self, whole: "Quantity") -> Decimal:
        """Give this amount as a part of `whole` (1 = all of it). Raises: UnitMismatch."""
        return self.value / self._divisor(whole)

    def _divisor(self, whole: "Quantity") -> Decimal:
        return self._other(whole)

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> dict[str, Any]:
        """Let sources write an amount as one string; the schema is plain data, so pydantic need not be known here."""
        return {"type": "function-plain", "function": {"type": "no-info", "function": _from_source}}


_NUMBER = r"(?:0|[1-9]\d*)(?:\.\d*[1-9])?"
_INSIDE: Final = re.compile(rf"(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))? (?P<unit>\S+)(?P<label> as D)?")
_AMOUNT: Final = re.compile(rf"(?P<value>{_NUMBER}) (?P<unit>\S+)")
TOKEN: Final = re.compile(r"\[\[([^\[\]]*)\]\]")  # no bracket inside: thousands of open ones would be tried in pairs

IU_PER_MCG_OF_VITAMIN_D: Final = 40


@dataclass(frozen=True, slots=True)
class Token:
    """A quantity as it stands in a source text.

    `[[45 mg]]` one amount · `[[90 to 120 mcg]]` a range · `[[25 mcg as D]]` an amount of vitamin D that is shown
    with the label line "25 mcg (your bottle may say 1,000 IU)"; the IU are worked out (40 IU per mcg), never written.
    """

    low: Quantity
    high: Quantity | None = None
    vitamin_d_label: bool = False

    @property
    def label_units(self) -> Decimal:
        """Give the international units printed on a vitamin D bottle. Source: NIH ODS, 1 mcg = 40 IU."""
        return self.low.to(Unit.MCG).value * IU_PER_MCG_OF_VITAMIN_D

    def __str__(self) -> str:
        span = f"{self.low.value:f}" + (f" to {self.high.value:f}" if self.high else "")
        return f"[[{span} {self.low.unit}{' as D' if self.vitamin_d_label else ''}]]"


def parse_token(inside: str) -> Token:
    """Read what stands between `[[` and `]]`: no grouping, no trailing zero, no naked point. Raises: NotAToken."""
    found = _INSIDE.fullmatch(inside)
    if not found or found["unit"] not in _UNITS or (found["label"] and found["unit"] != Unit.MCG):
        raise NotAToken(inside)
    try:
        unit = _UNITS[found["unit"]]
        low = Quantity(Decimal(found["low"]), unit)
        high = Quantity(Decimal(found["high"]), unit) if found["high"] else None
    except InvalidOperation as error:  # pragma: no cover - the pattern admits only plain decimals
        raise NotAToken(inside) from error
    if high is not None and high <= low:
        raise NotAToken(inside)
    return Token(low, high, bool(found["label"]))


def parse_quantity(text: str) -> Quantity:
    """Read `45 mg`: no grouping, no trailing zero, no naked point. Raises: NotAQuantity."""
    found = _AMOUNT.fullmatch(text)
    if not found or found["unit"] not in _UNITS:
        raise NotAQuantity(text)
    return Quantity(Decimal(found["value"]), _UNITS[found["unit"]])


def _from_source(given: object) -> Quantity:
    if not isinstance(given, str):
        raise NotAQuantity(str(given))
    return parse_quantity(given)


def pieces(text: str) -> Iterator[str | Token]:
    """Split a source text into plain strings and tokens, in order. Raises: NotAToken."""
    end = 0
    for found in TOKEN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield parse_token(found[1])
        end = found.end()
    if end < len(text):
        yield text[end:]


def tokens(text: str) -> tuple[Token, ...]:
    """List the tokens of a text in order. Raises: NotAToken."""
    return tuple(parse_token(inside) for inside in TOKEN.findall(text))

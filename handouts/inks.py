"""The named colours of paper, from `resources/colour/paper.toml`, and the profile they are meant in."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tomllib import loads
from types import MappingProxyType
from typing import TypeAlias

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "colour"
Ink: TypeAlias = tuple[float, float, float]


@lru_cache(maxsize=1)
def inks() -> Mapping[str, Ink]:
    """Give every ink as red, green and blue from 0 to 1."""
    found = loads((FOLDER / "paper.toml").read_text("utf-8"))
    return MappingProxyType({name: ink(value) for name, value in found.items()})


@lru_cache(maxsize=1)
def profile() -> bytes:
    """Give the ICC profile (sRGB) that PDF/A asks for."""
    return (FOLDER / "sRGB.icc").read_bytes()


@lru_cache(maxsize=256)
def ink(value: str) -> Ink:
    """Read #rrggbb or #rgb. Raises: ValueError."""
    digits = value.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (round(int(digits[i : i + 2], 16) / 255, 3) for i in (0, 2, 4))
    return red, green, blue

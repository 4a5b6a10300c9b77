"""Small drawings made of lines: boxes to tick, the signs of notices, people, QR codes. Clear in grey."""

from functools import lru_cache

import segno

from handouts.page import Decoration, Page
from handouts.tags import Tag
from visit.elements import Tone

# How far a Bézier handle reaches to look like a quarter of a circle.
_ROUND = 0.5523


def circle(x: float, y: float, radius: float) -> str:
    """Give the path of a circle."""
    k = radius * _ROUND
    return (
        f"{x + radius:.2f} {y:.2f} m "
        f"{x + radius:.2f} {y + k:.2f} {x + k:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
        f"{x - k:.2f} {y + radius:.2f} {x - radius:.2f} {y + k:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y - k:.2f} {x - k:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
        f"{x + k:.2f} {y - radius:.2f} {x + radius:.2f} {y - k:.2f} {x + radius:.2f} {y:.2f} c h"
    )


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Give the path of a rectangle with round corners; x and y are its lower left corner."""
    radius = min(radius, width / 2, height / 2)
    k = radius * (1 - _ROUND)
    right, top = x + width, y + height
    return (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l "
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + radius:.2f} c "
        f"{right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
        f"{x + radius:.2f} {top:.2f} l "
        f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - radius:.2f} c "
        f"{x:.2f} {y + radius:.2f} l "
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )


def tick_box(page: Page, x: float, middle: float, size: float, owner: Tag | Decoration) -> None:
    """Draw an empty box to tick by pen, `size` wide, centred at the height `middle`."""
    path = rounded(x, middle - size / 2, size, size, size * 0.14)
    page.draw(f"{max(0.9, size * 0.075):.2f} w {path} S", "", "ink", owner)


def notice_sign(page: Page, tone: Tone, x: float, y: float, size: float) -> None:
    """Draw the sign of a notice in a square: a triangle with a stroke for warnings, a circle with an i for notes."""
    ink = tone.value
    middle = x + size / 2
    if tone is Tone.NOTE:
        page.draw(f"{circle(middle, y + size / 2, size * 0.46)} f", ink)
        dot, stem = y + size * 0.70, (y + size * 0.26, size * 0.30)
    else:
        low, high = y + size * 0.06, y + size * 0.96
        path = f"{middle:.2f} {high:.2f} m {x + size:.2f} {low:.2f} l {x:.2f} {low:.2f} l h"
        page.draw(f"{size * 0.08:.2f} w 1 j {path} B 0 j", ink, ink)
        dot, stem = y + size * 0.20, (y + size * 0.33, size * 0.34)
    page.draw(f"{circle(middle, dot, size * 0.075)} f", "white")
    page.draw(f"{rounded(middle - size * 0.06, stem[0], size * 0.12, stem[1], size * 0.05)} f", "white")


def person(x: float, y: float, size: float) -> str:
    """Give the path of a person, `size` high and half as wide, standing at y."""
    body = rounded(x + size * 0.06, y, size * 0.38, size * 0.56, size * 0.17)
    return f"{circle(x + size * 0.25, y + size * 0.79, size * 0.17)} {body}"


@lru_cache(maxsize=64)
def _modules(code: str) -> tuple[tuple[int, int, int], ...]:
    """Give the dark stretches of a QR code: row, first column, length."""
    found = []
    for row, line in enumerate(segno.make_qr(code, error="m").matrix):
        start = None
        for column, dark in enumerate([*line, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                found.append((row, start, column - start))
                start = None
    return tuple(found)


def qr(page: Page, code: str, place: tuple[float, float], size: float, owner: Decoration) -> None:
    """Draw a QR code as one path at its lower left corner; `size` includes the quiet border of four modules."""
    modules = _modules(code)
    count = max(row for row, _, _ in modules) + 1
    unit = size / (count + 8)
    x, y = place
    path = " ".join(
        f"{x + (column + 4) * unit:.3f} {y + (count + 3 - row) * unit:.3f} {length * unit:.3f} {unit:.3f} re"
        for row, column, length in modules
    )
    page.draw(f"{path} f", "ink", "", owner)

"""Every door through which words from outside come in: what a good visitor looks like, and how it may be refused."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.fuzz.clinic_doors import ipp, pin, settings, staff, update
from tests.fuzz.content_doors import catalogue, interface, locale, source, store
from tests.fuzz.door import Door
from tests.fuzz.visit_doors import fhir, gift, stamp, ticket, visit

EVERY: Final = (
    source, catalogue, interface, locale, visit, ticket, settings, stamp, gift, fhir, ipp, pin, staff, store, update,
)  # fmt: skip


def doors(workshop: Path, only: tuple[str, ...] = ()) -> Iterator[Door]:
    """Give every door, or only some, each with a folder of its own."""
    for made in EVERY:
        if not only or made.__name__ in only:
            folder = workshop / made.__name__
            folder.mkdir(parents=True)
            yield made(folder)

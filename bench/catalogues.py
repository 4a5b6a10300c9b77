"""How long a catalogue takes to follow the English, ours beside `pybabel update`, and whose words each text has after.

Run: python -m bench.catalogues [ROUNDS]

The same sentences for both: the guides of the pack, of which one in ten changed a word, one in fifty is gone and as
many are new. Both read a PO file, merge it, and write it back. A *stray* is a text that stands under a sentence it was
not made from, marked fuzzy or not. pybabel compares every new sentence with every old one; `-N` tells it not to guess.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from content.source import read_pack
from content.strings import domain_of, strings
from i18n.catalogue import open_po
from i18n.tools.sources import Source
from i18n.tools.sync import sync

ROOT = Path(__file__).parents[1]
LOCALE = "es_US"


def today() -> list[Source]:
    """Give the sentences of the guides."""
    items = read_pack(ROOT / "content/packs/bone-health", ROOT / "resources/pictures").items()
    return [
        Source("guides", key, text) for item in items if domain_of(item.kind) == "guides" for key, text in strings(item)
    ]


def tomorrow(sources: list[Source]) -> list[Source]:
    """Change one in ten, take away one in fifty, and add as many new ones."""
    kept = [one for number, one in enumerate(sources) if number % 50 != 7]
    new = [replace(one, key=f"{one.key}-new", english=f"New: {one.english}") for one in sources[::50]]
    return [
        replace(one, english=f"{one.english} Ask today.") if n % 10 == 3 else one for n, one in enumerate(kept)
    ] + new


def translated(file: Path) -> dict[str, str]:
    """Translate every sentence into one that says its own key; give what was said."""
    catalogue = open_po(file)
    for entry in catalogue:
        entry.msgstr = f"<{entry.msgctxt}>"
    catalogue.save(str(file))
    return {entry.msgctxt or "": entry.msgstr for entry in catalogue}


def strays(file: Path, said: dict[str, str]) -> int:
    """Count the texts that were made from another sentence."""
    return sum(bool(entry.msgstr) and entry.msgstr != said.get(entry.msgctxt or "") for entry in open_po(file))


def template(sources: list[Source]) -> Catalog:
    """Give the sentences as pybabel's template."""
    made = Catalog()
    for one in sources:
        made.add(one.english, context=one.key)
    return made


def theirs(file: Path, wanted: Catalog, *, guesses: bool) -> None:
    """Do what `pybabel update` does, without starting a process."""
    with file.open("rb") as old:
        catalogue = read_po(old, LOCALE)
    catalogue.update(wanted, no_fuzzy_matching=not guesses)
    with file.open("wb") as new:
        write_po(new, catalogue)


def rounds(count: int) -> Iterator[tuple[str, float, int]]:
    """Give name, seconds and strays of each, taking turns; pybabel with guesses runs once, it takes so long."""
    old = today()
    new, source_file = tomorrow(old), f"{LOCALE}/guides.po"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / LOCALE).mkdir()
        (folder / LOCALE / "locale.toml").write_bytes((ROOT / "i18n/locales" / LOCALE / "locale.toml").read_bytes())
        sync(LOCALE, old, folder)
        said = translated(folder / source_file)
        before = (folder / source_file).read_bytes()
        ways = {
            "ours": lambda: sync(LOCALE, new, folder),
            "pybabel update -N": lambda: theirs(folder / source_file, template(new), guesses=False),
            "pybabel update": lambda: theirs(folder / source_file, template(new), guesses=True),
        }
        for number in range(count):
            for way, merge in ways.items():
                if way == "pybabel update" and number:
                    continue
                (folder / source_file).write_bytes(before)
                began = time.perf_counter()
                merge()
                yield way, time.perf_counter() - began, strays(folder / source_file, said)


def main(count: int) -> int:
    """Print the table; 1 where a text of ours went astray."""
    found: dict[str, list[tuple[float, int]]] = {}
    for way, seconds, stray in rounds(count):
        found.setdefault(way, []).append((seconds, stray))
    base = median(seconds for seconds, _ in found["ours"])
    print(f"{len(today()):,} sentences of the guides, {count} rounds\n")
    print("| way | seconds (quartiles) | ratio to ours | strays |\n|---|---|---|---|")
    for way, seen in found.items():
        times = [seconds for seconds, _ in seen]
        low, middle, high = quantiles(times, n=4) if len(times) > 1 else times * 3
        print(f"| {way} | {middle:.2f} ({low:.2f} to {high:.2f}) | {middle / base:.1f} | {seen[0][1]} |")
    return 1 if found["ours"][0][1] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))

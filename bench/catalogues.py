"""How long catalogues take, ours beside Babel's, and whose words each text has after the English changed.

Run: python -m bench.catalogues [ROUNDS]

First: following the English. The same sentences for both: the guides of the pack, of which one in ten changed a word,
one in fifty is gone and as many are new. Both read a PO file, merge it, and write it back. A *stray* is a text that
stands under a sentence it was not made from, marked fuzzy or not. pybabel compares every new sentence with every old
one; `-N` tells it not to guess.

Second: 10,000 sentences of the pack with their Spanish, one in ten changed. Our sync, our check (no other tool checks
doses) and our build of the locale into a store, each as a ratio to `pybabel update -N` of the same file. Seconds are
those of the processor, so that what else the machine does counts little.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from content.build import build
from content.edition import Edition
from content.model import Term, Text
from content.pack import Pack
from content.source import read_pack
from content.strings import domain_of, strings
from i18n.catalogue import CONTENT_DOMAINS, content_translations, open_po, read_domain
from i18n.descriptor import read
from i18n.sorting import sort_key
from i18n.tools.check import check
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
                began = time.process_time()
                merge()
                yield way, time.process_time() - began, strays(folder / source_file, said)


def many(count: int = 10_000) -> tuple[list[Source], dict[str, str]]:
    """Give so many sentences of the pack, over and over under new keys, and their Spanish."""
    pack = read_pack(ROOT / "content/packs/bone-health", ROOT / "resources/pictures")
    known = [(key, text) for item in pack.items() if domain_of(item.kind) for key, text in strings(item)]
    said = {
        entry.key: entry.texts[0] for domain in CONTENT_DOMAINS for entry in read_domain(LOCALE, domain) if entry.texts
    }
    sources, words = [], {}
    for number in range(count):
        key, text = known[number % len(known)]
        name = f"term.n{number // 2}:{('term', 'definition')[number % 2]}"
        sources.append(Source("phrases", name, text))
        words[name] = said.get(key, "")
    return sources, words


def ten_thousand(count: int) -> Iterator[tuple[str, float]]:
    """Give name and seconds of each step with 10,000 sentences, taking turns."""
    old, words = many()
    new = [replace(one, english=f"{one.english} Ask today.") if n % 10 == 3 else one for n, one in enumerate(old)]
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name), Path(name, LOCALE, "phrases.po")
        file.parent.mkdir()
        file.with_name("locale.toml").write_bytes((ROOT / "i18n/locales" / LOCALE / "locale.toml").read_bytes())
        sync(LOCALE, old, folder)
        catalogue = open_po(file)
        for entry in catalogue:
            entry.msgstr = words[entry.msgctxt or ""]
        catalogue.save(str(file))
        before = file.read_bytes()
        steps: dict[str, Callable[[], object]] = {
            "pybabel update -N": lambda: theirs(file, template(new), guesses=False),
            "our sync": lambda: sync(LOCALE, new, folder),
            "our check": lambda: check(LOCALE, folder),
            "our build of one locale": lambda: published(old, folder),
        }
        for _ in range(count):
            for way, step in steps.items():
                file.write_bytes(before)
                began = time.process_time()
                step()
                yield way, time.process_time() - began


def published(sources: list[Source], folder: Path) -> None:
    """Read, check and build the sentences as the terms of a pack in one language."""
    english = {one.key: one.english for one in sources}
    terms = tuple(
        Term(
            id=f"term.n{number}",
            term=Text(english[f"term.n{number}:term"]),
            definition=Text(english[f"term.n{number}:definition"]),
            source="",
            status="",
        )
        for number in range(len(sources) // 2)
    )
    pack = Pack(id="many", version="1", title="Many", by_kind={Term.kind: terms})
    edition = Edition(key=sort_key(read(LOCALE, folder), folder))
    build(pack, {LOCALE: content_translations(LOCALE, folder)}, folder / "content.db", {LOCALE: edition})


def main(count: int) -> int:
    """Print the tables; 1 where a text of ours went astray."""
    found: dict[str, list[tuple[float, int]]] = {}
    for way, seconds, stray in rounds(count):
        found.setdefault(way, []).append((seconds, stray))
    print(f"{len(today()):,} sentences of the guides, {count} rounds\n")
    print("| way | seconds (quartiles) | ratio to ours | strays |\n|---|---|---|---|")
    base = median(seconds for seconds, _ in found["ours"])
    for way, seen in found.items():
        times = [seconds for seconds, _ in seen]
        print(f"| {way} | {spread(times)} | {median(times) / base:.1f} | {seen[0][1]} |")
    steps: dict[str, list[float]] = {}
    for way, seconds in ten_thousand(count):
        steps.setdefault(way, []).append(seconds)
    print(f"\n10,000 sentences with their {LOCALE}, {count} rounds\n")
    print("| step | seconds (quartiles) | ratio to pybabel update -N |\n|---|---|---|")
    theirs_took = median(steps["pybabel update -N"])
    for way, times in steps.items():
        print(f"| {way} | {spread(times)} | {median(times) / theirs_took:.1f} |")
    return 1 if found["ours"][0][1] else 0


def spread(times: list[float]) -> str:
    """Write the median and the quartiles."""
    low, middle, high = quantiles(times, n=4) if len(times) > 1 else times * 3
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))

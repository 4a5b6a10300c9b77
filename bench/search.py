"""How long the store takes to build, open and search: 10,000 items in 3 languages.

Run `python -m bench.search`. The words are those of the real pack, mixed anew: common words are
as common as in life.
Limits, of processor time, because other programs may run beside it: build 10 s, open 1 ms, 95 of 100 prefix queries
within 2 ms.
"""

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from content.build import Translation, build
from content.library import Library
from content.model import Action, Block, Evidence, Guide, Item, Review, Text
from content.pack import Pack
from content.source import read_pack
from content.strings import strings

ITEMS = 10_000
QUERIES = 1_000
PACK = Path(__file__).parents[1] / "content" / "packs" / "bone-health"
REVIEW = Review(
    author="a", reviewer="b", reviewed_on=date(2026, 1, 1), next_review_on=date(2027, 1, 1),
    expires_on=date(2028, 1, 1), funding="none", conflicts="none",
)  # fmt: skip
ARABIC = {chr(latin): chr(0x0627 + latin - 97) for latin in range(97, 123)}


def synthetic(dice: random.Random, number: int, sentences: list[str], words: list[str]) -> Guide:
    """Make a guide of ten real sentences in a mixed order, with a title of three words."""

    def some(count: int) -> tuple[Text, ...]:
        return tuple(Text(sentence) for sentence in dice.choices(sentences, k=count))

    return Guide(
        id=f"guide.made-{number}", title=Text(f"{' '.join(dice.choices(words, k=3))} {number}"), purpose=some(1)[0],
        audience="all", main_message=some(2), why=some(1)[0],
        blocks=(Block(id="a", heading=some(1)[0], paragraphs=some(2)),), actions=(Action(id="a", do=some(1)[0]),),
        when_to_call=some(1), know=some(1), not_know=(), benefits=(), harms=(), alternatives=(),
        evidence=Evidence.LOW, sources=(), review=REVIEW,
    )  # fmt: skip


def spanish(text: str) -> str:
    """Stand in for Spanish: the same letters with marks that search must fold away."""
    return text.replace("a", "á").replace("n", "ñ") if "[[" not in text else text


def arabic(text: str) -> str:
    """Stand in for Arabic: letters of that script, a hundred to a hundred."""
    return "".join(ARABIC.get(letter, letter) for letter in text.lower()) if "[[" not in text else text


def asked(dice: random.Random, words: list[str]) -> Iterator[str]:
    """Give what a person has typed so far: one to seven letters of a word, now and then after a whole word."""
    for _ in range(QUERIES):
        word, before = dice.choice(words), dice.choice(words)
        typed = word[: dice.randint(1, 7)]
        yield f"{before} {typed}" if dice.random() < 0.3 else typed


@dataclass(frozen=True, slots=True)
class Took:
    """What a call took, in milliseconds: by the clock on the wall, and of the processor."""

    clock: float
    processor: float


def timed(action: Callable[[], object]) -> Took:
    """Time one call."""
    clock, processor = time.perf_counter(), time.process_time()
    action()
    return Took((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000)


def middle(all_took: list[Took]) -> Took:
    """Give the medians."""
    return Took(median(one.clock for one in all_took), median(one.processor for one in all_took))


def slowest(all_took: list[Took]) -> Took:
    """Give the times 95 of 100 calls keep within."""
    return Took(
        quantiles((one.clock for one in all_took), n=20)[-1], quantiles((one.processor for one in all_took), n=20)[-1]
    )


def bare_select(path: Path, dice: random.Random) -> Took:
    """Time the least a store can do: one row by its number."""
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)

    def one(number: int) -> None:
        db.execute("SELECT body FROM item WHERE rowid = ?", [number]).fetchone()

    took = middle([timed(partial(one, dice.randint(1, ITEMS))) for _ in range(QUERIES)])
    db.close()
    return took


def opened(path: Path) -> Took:
    """Time opening the store."""
    return middle([timed(lambda: Library.open(path).close()) for _ in range(200)])


@dataclass(frozen=True, slots=True)
class Table:
    """The table of results; every figure also as a multiple of the bare SELECT."""

    bare: Took

    def line(self, what: str, took: Took, limit: float) -> bool:
        """Print one line; tell whether the processor kept within the limit."""
        ratio = took.processor / self.bare.processor
        verdict = "ok" if took.processor <= limit else "TOO SLOW"
        print(f"{what:32}{took.clock:10.3f}{took.processor:12.3f}{ratio:12.0f} x{limit:8.0f}  {verdict}")
        return took.processor <= limit


def made(dice: random.Random) -> tuple[tuple[Guide, ...], list[str]]:
    """Make the items, and give the words they are made of."""
    real: list[Item] = list(read_pack(PACK).items())
    sentences = [text for item in real for _, text in strings(item)]
    words = [word.strip(".,:;()?!'\"") for text in sentences if "[[" not in text for word in text.split()]
    words = [word for word in words if word.isalpha()]
    return tuple(synthetic(dice, number, sentences, words) for number in range(ITEMS)), words


def main() -> int:
    """Build, open and search; print a table; fail where a limit is broken."""
    dice = random.Random(3)
    items, words = made(dice)
    told = {locale: {key: Translation(text, say(text)) for item in items for key, text in strings(item)}
            for locale, say in (("es_US", spanish), ("ar", arabic))}  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "content.db")
        building = timed(
            lambda: build(Pack(id="made", version="1", title="Made", by_kind={"guide": items}), told, store)
        )
        table = Table(bare_select(store, dice))
        size, load = store.stat().st_size / 1e6, os.getloadavg()[0]
        print(f"{ITEMS:,} items x 3 languages, {size:.0f} MB; {os.cpu_count()} processors, load {load:.1f}")
        print(f"{'milliseconds':32}{'clock':>10}{'processor':>12}{'of bare':>14}{'limit':>8}")
        table.line("bare SELECT by rowid, median", table.bare, 1)
        good = [table.line("build", building, 10_000), table.line("open, median", opened(store), 1)]
        library = Library.open(store)
        for locale, say in (("en", str), ("es_US", spanish), ("ar", arabic)):
            took = [timed(partial(library.search, say(text), locale)) for text in asked(dice, words)]
            table.line(f"prefix query, {locale}, median", middle(took), 2)
            good.append(table.line(f"prefix query, {locale}, 95 of 100", slowest(took), 2))
        table.line("every byte verified", timed(library.verify), 2_000)
        library.close()
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())

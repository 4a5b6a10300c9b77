"""How long the store takes to build, open and search: 10,000 items in 3 languages.

Run `python -m bench.search`. The words are those of the real pack, mixed anew: common words are
as common as in life.
Limits: build 10 s, open 1 ms, 95 of 100 prefix queries within 2 ms.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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


def timed(action: Callable[[], object]) -> float:
    """Time one call, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def bare_select(path: Path, dice: random.Random) -> float:
    """Time the least a store can do: one row by its number, median in milliseconds."""
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    numbers = [dice.randint(1, ITEMS) for _ in range(QUERIES)]

    def one(number: int) -> None:
        db.execute("SELECT body FROM item WHERE rowid = ?", [number]).fetchone()

    took = [timed(partial(one, number)) for number in numbers]
    db.close()
    return median(took)


def opened(path: Path) -> float:
    """Time opening the store, median in milliseconds."""

    def open_it() -> None:
        Library.open(path).close()

    return median(timed(open_it) for _ in range(200))


def line(what: str, took: float, bare: float, limit: float) -> bool:
    """Print one line of the table; tell whether the limit holds."""
    print(f"{what:34} {took:10.3f} ms {took / bare:10.0f} x {limit:9.0f} ms  {'ok' if took <= limit else 'TOO SLOW'}")
    return took <= limit


def main() -> int:
    """Build, open and search; print a table; fail where a limit is broken."""
    dice = random.Random(3)
    real: list[Item] = list(read_pack(PACK).items())
    sentences = [text for item in real for _, text in strings(item)]
    words = [word.strip(".,:;()?!'\"") for text in sentences if "[[" not in text for word in text.split()]
    words = [word for word in words if word.isalpha()]
    items = tuple(synthetic(dice, number, sentences, words) for number in range(ITEMS))
    told = {locale: {key: Translation(text, say(text)) for item in items for key, text in strings(item)}
            for locale, say in (("es_US", spanish), ("ar", arabic))}  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "content.db")
        pack = Pack(id="made", version="1", title="Made", by_kind={"guide": items})
        building = timed(lambda: build(pack, told, store))
        bare = bare_select(store, dice)
        size = store.stat().st_size / 1e6
        print(f"{ITEMS:,} items x 3 languages, {size:.0f} MB; a bare SELECT by rowid takes {bare:.4f} ms")
        print(f"{'':34} {'took':>13} {'of bare':>12} {'limit':>12}")
        good = [line("build", building, bare, 10_000), line("open, median", opened(store), bare, 1)]
        library = Library.open(store)
        for locale, say in (("en", str), ("es_US", spanish), ("ar", arabic)):
            texts = [say(text) for text in asked(dice, words)]
            took = [timed(partial(library.search, text, locale)) for text in texts]
            line(f"prefix query in {locale}, median", median(took), bare, 2)
            good.append(line(f"prefix query in {locale}, 95 of 100", quantiles(took, n=20)[-1], bare, 2))
        line("whole file verified", timed(library.verify), bare, 2_000)
        library.close()
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Sheets to draw in tests: every element, in English, Spanish, Arabic, Chinese and Vietnamese."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from tomllib import loads

from i18n.language import Language
from i18n.runs import Line, Run
from visit import elements as e
from visit.sheet import Section, Sheet, Stamp

LANGUAGES = {
    "en": Language(code="en", tag="en", own_name="English", paper="letter"),
    "es_US": Language(code="es_US", tag="es-US", own_name="Español", paper="letter"),
    "ar": Language(code="ar", tag="ar", own_name="العربية", direction="rtl", is_draft=True),
    "zh_Hans": Language(code="zh_Hans", tag="zh-Hans", own_name="简体中文", fonts=("NotoSansSC", "NotoSans")),
    "vi": Language(code="vi", tag="vi", own_name="Tiếng Việt"),
}

# {dose} and the like are replaced by isolated, strong runs.
WORDS = loads((Path(__file__).parent / "samples.toml").read_text("utf-8"))


class Writer:
    """Speaks one language of the table above."""

    def __init__(self, code: str) -> None:
        self.language = LANGUAGES[code]
        self.code = code

    def __call__(self, key: str, **filled: str) -> Line:
        amounts = {"dose": self.language.dose(45, "mg"), "calcium": self.language.dose(1200, "mg"), **filled}
        runs: list[Run] = []
        rest = WORDS[key][self.code]
        while "{" in rest:
            before, _, rest = rest.partition("{")
            name, _, rest = rest.partition("}")
            runs += [Run(before), Run(amounts[name], is_strong=True, is_isolated=True)]
        return tuple(run for run in (*runs, Run(rest)) if run.text)


def simple(code: str) -> tuple[e.Element, ...]:
    w = Writer(code)
    return (
        e.Paragraph(w("lead"), is_lead=True),
        e.Paragraph(w("plain")),
        e.Notice(e.Tone.DANGER, w("danger_title"), w("danger")),
        e.Bullets((w("item1"), w("item2"), w("item3"))),
        e.Notice(e.Tone.CAUTION, w("danger_title"), w("danger")),
        e.Heading(3, w("part")),
        e.Steps((w("item1"), w("item2"), w("item3"))),
        e.Notice(e.Tone.NOTE, w("note_title"), w("item2")),
        e.Checks((w("check"), w("item2"))),
        e.WriteLines(w("own"), 2),
        e.Terms(((w("term"), w("means")), (w("milk"), w("lead")))),
        e.Ask(1, w("question"), (w("milk"), w("rice"), w("apple"))),
        e.Ask(2, w("own"), ()),
    )


def grids(code: str) -> tuple[e.Element, ...]:
    w = Writer(code)
    names = ("milk", "rice", "apple")
    doses = [(Run(w.language.dose(n, "mg"), is_isolated=True),) for n in (300, 10, 1200)]
    rows = tuple((w(name), w("cup"), dose) for name, dose in zip(names, doses, strict=True)) * 3
    head = ("medicine", "used_for", "how", "morning", "noon", "evening", "bedtime")
    row = e.PillRow(w("warfarin"), w("clots"), w("same_time"), (None, None, w("tablet"), None))
    other = e.PillRow(w("gives"), w("item1"), w("item2"), (w("tablet"), None, None, w("tablet")))
    return (
        e.PillCard(w("my_medicines"), tuple(w(word) for word in head), (row, other)),
        e.Table(w("foods"), (w("food"), w("serving"), w("gives")), rows),
    )


def charts(code: str) -> tuple[e.Element, ...]:
    w = Writer(code)
    figures = w("goal_of", have=w.language.dose(850, "mg"), goal=w.language.dose(1200, "mg"))
    return (
        e.Figure("healthy-and-thin-bone.svg", w("picture"), WORDS["picture"][code]),
        e.IconArray(
            w("studies"),
            w("read_icons"),
            (e.IconRow(w("with"), 13, 100, w("out_of", n="13")), e.IconRow(w("without"), 19, 100, w("out_of", n="19"))),
            "13 / 100, 19 / 100",
        ),
        e.Bars(
            w("nutrients"),
            w("read_bars"),
            (
                e.Bar(w("gives"), Decimal("0.71"), figures, Decimal("2.08"), w("low")),
                e.Bar(w("milk"), Decimal("1.2"), figures, None, ()),
                e.Bar(w("term"), None, w("unknown")),
            ),
            "0.71",
        ),
        e.Intervals(
            w("studies"),
            w("read_range"),
            Decimal(1),
            (
                e.Interval(w("with"), Decimal("0.62"), Decimal("0.8"), Decimal("1.04"), w("low")),
                e.Interval(w("without"), Decimal("0.40"), Decimal("0.52"), Decimal("0.68"), w("low")),
            ),
            "0.8",
        ),
    )


def sheet(code: str, *parts: str) -> Sheet:
    w = Writer(code)
    makers = {"simple": simple, "grids": grids, "charts": charts}
    titles = {"simple": "key", "grids": "my_medicines", "charts": "studies"}
    sections = tuple(Section(part, w(titles[part]), w("why_key"), makers[part](code)) for part in parts or ("simple",))
    draft = w("draft") if w.language.is_draft else None
    stamp = Stamp(w("stamp"), f"bone-health:1.0:{code}:3f9a1c22", w("made"), draft, date(2026, 11, 22))
    return Sheet(w.language, w("title"), sections, stamp, None)

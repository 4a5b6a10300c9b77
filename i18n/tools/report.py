"""What a check found, as a page to read: each row with both texts, the rule, the cure, and the screen it stands on."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote

from i18n.checks.finding import Finding, Severity
from i18n.descriptor import Descriptor
from i18n.tools.pictures import Stand, Stands
from i18n.tools.sources import Source
from i18n.tools.status import Status

_AROUND: Final = 24
# Where people meet each kind first.
_SCREENS: Final = {
    "guide": "guide", "bundle": "prepare a handout", "picture": "guide", "quiz": "question", "medicine": "medicines",
    "medicine-class": "medicines", "rule": "findings", "screening": "reasons", "nutrient": "nutrients", "food": "food",
    "claim": "study", "reference": "study", "trial": "study", "phrase": "guide", "term": "guide",
}  # fmt: skip
_TOKEN: Final = re.compile(r"(\[\[[^\[\]]*\]\])")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a page needs: the locale, what was found, how far each item is, and where sentences stand.

    `pictures` is the folder of the pictures as the page's folder sees it; `locale` is None where its file is broken.
    """

    code: str
    locale: Descriptor | None
    findings: tuple[Finding, ...]
    status: Status | None
    sources: Iterable[Source] = ()
    stands: Stands = field(default_factory=dict)
    pictures: str = ""

    def html(self) -> str:
        """Write the page. Whatever a catalogue says is text here, never markup."""
        title = f"{self.locale.own_name} ({self.code})" if self.locale else self.code
        counts = {one: sum(finding.severity is one for finding in self.findings) for one in Severity}
        said = ", ".join(f"{one}: {count}" for one, count in counts.items())
        files = {(one.domain, one.key or one.english[:60]): one for one in self.sources}
        rows = "".join(self._row(found, files.get(name)) for name, found in self._grouped().items())
        return _PAGE.format(
            title=_seen(title), said=said, rows=rows or _NOTHING, items="".join(self._items()), css=_CSS
        )

    def _grouped(self) -> dict[tuple[str, str], list[Finding]]:
        """Put together what was found in one entry, the gravest entries first."""
        grouped: dict[tuple[str, str], list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault((finding.domain, finding.key), []).append(finding)
        return grouped

    def _row(self, found: list[Finding], source: Source | None) -> str:
        finding = found[0]
        where = f"{finding.domain}.po" + (f":{finding.line}" if finding.line else "")
        rules = dict.fromkeys(f"{one.severity}<br><small>{_seen(one.rule)}</small>" for one in found)
        cures = (f"<li>{_seen(one.what)} {_seen(one.cure)}</li>" for one in found)
        cells = (
            f'<td class="{finding.severity}">{"<br>".join(rules)}</td>',
            f"<td><code>{_seen(finding.key)}</code><br><small>{_seen(where)}</small>{_note(source)}</td>",
            f'<td lang="en" dir="ltr">{_seen(finding.english)}</td>',
            f"<td {self._tongue()}>{_seen(finding.text)}</td>",
            f"<td><ul>{''.join(cures)}</ul></td>",
            f"<td>{self._place(finding, source)}</td>",
        )
        return f"<tr>{''.join(cells)}</tr>\n"

    def _tongue(self) -> str:
        return f'lang="{escape(self.locale.tag)}" dir="{escape(self.locale.direction)}"' if self.locale else ""

    def _place(self, finding: Finding, source: Source | None) -> str:
        found = self.stands.get(finding.key) or self.stands.get(finding.english) or ()
        if not found:
            return _seen(screen_of(source)) if source else ""
        others = sorted({stand.screen for stand in found[1:]} - {found[0].screen})
        return self._picture(found[0]) + _seen(", ".join(others[:6]))

    def _picture(self, stand: Stand) -> str:
        """Show the part of a picture around a sentence, which leads to the whole."""
        x, y, width, height = stand.rectangle
        address = escape(quote(f"{self.pictures}/{stand.picture}" if self.pictures else stand.picture))
        size = f"width:{min(width, 420) + 2 * _AROUND}px;height:{min(height, 160) + 2 * _AROUND}px"
        part = f"{size};background:url('{address}') {_AROUND - x}px {_AROUND - y}px no-repeat"
        return f'<a href="{address}">{_seen(stand.screen)}<span class="part" style="{part}"></span></a>'

    def _items(self) -> Iterator[str]:
        for item in self.status.items if self.status else ():
            waits = "".join(f"<li>{_seen(str(one))}</li>" for one in item.waiting)
            yield f"<tr><td><code>{_seen(item.id)}</code></td><td>{_seen(str(item))}<ul>{waits}</ul></td></tr>\n"


def relative(pictures: Path, page: Path) -> str:
    """Give the way from a page to the folder of the pictures."""
    return Path(os.path.relpath(pictures, page.parent)).as_posix()


def screen_of(source: Source) -> str:
    """Name the screen a sentence stands on: for content, by the kind of its item; else by the file it comes from."""
    found = re.fullmatch(r"ui/(?:screens|frame|widgets)/(\w+)\.py", source.file)
    if found:
        return found[1].replace("_", " ")
    return _SCREENS.get(source.key.partition(".")[0], source.file)


def _note(source: Source | None) -> str:
    return f"<br><small>{_seen(source.note)}</small>" if source and source.note else ""


def _seen(text: str) -> str:
    """Escape a text, write out each sign that nobody could see, and keep each dose from turning round."""
    parts = ("".join(map(_sign, part)) for part in _TOKEN.split(text))
    return "".join(f'<bdi dir="ltr">{part}</bdi>' if number % 2 else part for number, part in enumerate(parts))


def _sign(sign: str) -> str:
    if sign == "\n":
        return "<br>"
    if unicodedata.category(sign) in _UNSEEN:
        return f'<span class="sign">U+{ord(sign):04X}</span>'
    return escape(sign)


_NOTHING: Final = '<tr><td colspan="6">Nothing was found.</td></tr>'
_CSS: Final = """
body { font: 16px/1.5 "Noto Sans", sans-serif; margin: 2rem; color: #1b1b1b; background: #fff }
.found { table-layout: fixed } .rule { width: 6rem } .item { width: 11rem } .cure, .where { width: 15rem }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 } caption { text-align: start; font-weight: bold }
th, td { border: 1px solid #bbb; padding: .4rem .6rem; text-align: start; vertical-align: top }
td { unicode-bidi: isolate; overflow-wrap: anywhere }
.error { background: #fbe3e1 } .confirm { background: #fdf1d3 } .warning { background: #eef3fa }
.sign { border: 1px solid #a33; font: 12px monospace; padding: 0 .2rem; unicode-bidi: isolate }
.part { display: block; max-width: 100%; border: 1px solid #888 } ul { margin: 0; padding-inline-start: 1.2rem }
"""
_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Check of {title}</title>
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<style>{css}</style></head><body>
<h1>Check of {title}</h1>
<p>{said}. An <b>error</b> keeps its item in English until it is mended; a <b>confirm</b> until a translator says it is
right; a <b>warning</b> is advice.</p>
<table class="found"><caption>What was found</caption>
<colgroup><col class="rule"><col class="item"><col><col><col class="cure"><col class="where"></colgroup>
<thead><tr><th>Rule</th><th>Item</th><th>English</th><th>Translation</th><th>What to do</th><th>Where</th></tr></thead>
<tbody>
{rows}</tbody></table>
<table><caption>Items</caption><thead><tr><th>Item</th><th>State</th></tr></thead><tbody>
{items}</tbody></table>
</body></html>
"""

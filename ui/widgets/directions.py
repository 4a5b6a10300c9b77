"""Words of two languages in one line: which is which, and what holds each together."""

from collections.abc import Iterable
from itertools import groupby

from i18n.runs import Line

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"


def kept(text: str) -> str:
    """Keep words together against the direction around them; the spaces at their ends stay outside."""
    if not (inner := text.strip()):
        return text
    before, _inner, after = text.partition(inner)
    return f"{before}{_FIRST_STRONG_ISOLATE}{inner}{_POP_ISOLATE}{after}"


def foreign_tag(line: Line) -> str | None:
    """Give the tag of the language a line is in, where that is not the language of the screen."""
    tags = {run.lang for run in line if run.text.strip()}
    return tags.pop() if len(tags) == 1 else None  # a foreign name before our own words does not turn them


def joined(line: Line, shown: Iterable[str]) -> str:
    """Put the runs of a line together, each as it is shown; another language in it keeps its direction and stops."""
    own = foreign_tag(line)
    parts = [(run.lang, text) for run, text in zip(line, shown, strict=True)]
    groups = ((tag, "".join(text for _tag, text in group)) for tag, group in groupby(parts, lambda part: part[0]))
    return "".join(text if tag == own else kept(text) for tag, text in groups)

"""A part of a line marked while it is read aloud."""

from html import escape

from i18n.runs import Line, Run
from ui.widgets.directions import joined, kept


def marked(line: Line, span: tuple[int, int], colour: str) -> str:
    """Write a line as rich text; from the first to the second place of its plain text the ground has this colour."""
    parts: list[str] = []
    at = 0
    for run in line:
        first, last = (min(max(end - at, 0), len(run.text)) for end in span)
        at += len(run.text)
        before, spoken, after = run.text[:first], run.text[first:last], run.text[last:]
        inside = f'<span style="background-color:{colour}">{_shown(spoken)}</span>' if spoken else ""
        parts.append(_dressed(run, _shown(before) + inside + _shown(after)))
    return joined(line, parts)


def _dressed(run: Run, text: str) -> str:
    text = kept(text) if run.is_isolated else text
    return f"<b>{text}</b>" if run.is_strong else text


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>")

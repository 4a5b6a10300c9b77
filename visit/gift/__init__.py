"""Quizzes to and from GIFT, the text format of Moodle. What GIFT cannot say is named, never dropped in silence.

Source: docs.moodle.org, GIFT format: `::title::`, `{T}`, `=` right, `~` wrong, `~%50%` a part of the points,
`->` pairs, `{#7:1}` a number and its tolerance, `#` feedback, `####` feedback to all, `//` comment, a blank line
between questions.
"""

from visit.gift.form import Exported, GiftError, Imported, Unsaid
from visit.gift.reader import read
from visit.gift.writer import write

__all__ = ["Exported", "GiftError", "Imported", "Unsaid", "read", "write"]

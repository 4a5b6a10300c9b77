"""The score card of a pack: what the rules measured, topic by topic, as values and as a page.

May import content.check and what it may; knows no colour and no language.
"""

from content.report.card import ScoreCard, Sum, Topic, score_card
from content.report.page import html

__all__ = ["ScoreCard", "Sum", "Topic", "html", "score_card"]

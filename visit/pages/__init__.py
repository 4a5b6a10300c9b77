"""Pages for the screens: guides, questions, medicines, foods, claims and studies as elements, always through safety."""

from visit.pages.evidence import claim_page, trial_page
from visit.pages.guide import guide_page
from visit.pages.medicines import day_plan_page, findings_page, scan_page
from visit.pages.nutrition import food_page, nutrient_page, nutrients_page
from visit.pages.quiz import feedback, question_page, result_page
from visit.pages.search import hits_page

__all__ = [
    "claim_page",
    "day_plan_page",
    "feedback",
    "findings_page",
    "food_page",
    "guide_page",
    "hits_page",
    "nutrient_page",
    "nutrients_page",
    "question_page",
    "result_page",
    "scan_page",
    "trial_page",
]

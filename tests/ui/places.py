"""Every place of the application, and a visit that has something to show in each."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from content.model import Depth, Sex
from ui import routes, topics
from visit.elements import DayTime
from visit.visit import Answer, Eaten, Opened, OwnMedicine, Taken, Visit

ROOT = Path(__file__).parents[2]
PLACES = {
    "welcome": routes.ToWelcome(), "languages": routes.ToLanguages(), "home": routes.ToHome(),
    "quizzes": routes.ToQuizzes(), "question": topics.ToQuestion("quiz.bones"), "result": topics.ToResult("quiz.bones"),
    "medicines": routes.ToMedicines(), "findings": routes.ToFindings(), "about_me": routes.ToAboutMe(),
    "food": routes.ToFood(), "nutrients": topics.ToNutrients(), "nutrient": topics.ToNutrients("nutrient.calcium"),
    "pills": topics.ToPills("nutrient.vitamin-d"), "food_item": topics.ToFoodItem("food.usda-01077"),
    "learn": routes.ToLearn(),
    "guide": topics.ToGuide("guide.osteoporosis", Depth.MORE), "studies": routes.ToStudies(),
    "sources": topics.ToSources("guide.k2-trials"), "study": topics.ToStudy("trial.t01"),
    "reasons": routes.ToReasons(), "search": routes.ToSearch(),
    "code": routes.ToCode(), "path": routes.ToPath(), "staff_door": routes.ToStaffDoor(),
    "handout": routes.ToHandout(), "help": routes.ToHelp(), "finish": routes.ToFinish(),
}  # fmt: skip
STAFF_PLACES = {
    "staff": routes.ToStaff(), "compose": routes.ToCompose(), "settings": routes.ToSettings(),
    "content": routes.ToContent(), "counts": routes.ToCounts(),
    "scores": routes.ToScores(), "report": routes.ToReport(),
}  # fmt: skip


def told(visit: Visit) -> Visit:
    """Fill a visit as a person on a blood thinner would."""
    return replace(
        visit, sex=Sex.FEMALE, age=65,
        medicines=(
            Taken("medicine.warfarin", (DayTime.EVENING,)), Taken("medicine.alendronic-acid", (DayTime.MORNING,)),
        ),
        own_medicines=(OwnMedicine("Zzz drops"),),
        foods=(Eaten("food.usda-01077", Decimal(7)),),
        answers=(Answer("quiz.bones", "q1", ("b",)),),
        guides=(Opened("guide.calcium"),),
    )  # fmt: skip

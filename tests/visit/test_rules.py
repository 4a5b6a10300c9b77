"""Every row of the decision table has a situation, written by hand, in which it must be heard: without it one fails.

The situations are from facts/README §4 and the medicines list, not read from the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from content.library import Library
from content.model import (
    Claim,
    Effect,
    Food,
    Guide,
    LifeStage,
    Medicine,
    Nutrient,
    Quiz,
    Rule,
    Severity,
    Term,
    Trial,
    When,
)
from visit.elements import Notice
from visit.page import rule_notice
from visit.rules import Facts, applied, because, facts
from visit.safety import Cleared, Safety, rules_for
from visit.visit import Authority, Eaten, Kidney, OwnMedicine, Taken, Visit
from visit.wording import ENGLISH

NATTO, CHICKEN_LIVER, COD_LIVER_OIL = "food.usda-16113", "food.usda-05028", "food.usda-04589"

SITUATIONS = {
    # 1. Vitamin K blockers
    "rule.blocker-vitamin-k-pills": "warfarin",
    "rule.blocker-vitamin-k2": "acenocoumarol",
    "rule.blocker-natto": "phenprocoumon",
    "rule.blocker-natto-eaten": "warfarin, natto",
    "rule.blocker-greens": "warfarin",
    "rule.blocker-never-stop": "phenprocoumon",
    "rule.blocker-k2-medicine": "warfarin, menatetrenone",
    "rule.blocker-k1-medicine": "warfarin, phytomenadione",
    "rule.two-blockers": "warfarin, phenprocoumon",
    "rule.blocker-and-newer-thinner": "warfarin, apixaban",
    "rule.unnamed-blood-thinner": "class blood-thinner",
    "rule.unknown-medicine": "own Zzkrell",
    "rule.blocker-seizure": "warfarin, phenytoin",
    "rule.blocker-valproic-acid": "warfarin, topiramate",
    "rule.blocker-anti-androgen": "warfarin, apalutamide",
    "rule.blocker-tamoxifen": "warfarin, tamoxifen",
    "rule.blocker-acid-medicine": "warfarin, esomeprazole",
    "rule.blocker-mood-medicine": "warfarin, sertraline",
    "rule.blocker-ciclosporin": "warfarin, ciclosporin",
    "rule.blocker-thyroid": "warfarin, levothyroxine",
    "rule.blocker-antibiotic": "warfarin, doxycycline",
    "rule.blocker-fat-blocker": "warfarin, orlistat",
    "rule.blocker-raloxifene": "warfarin, raloxifene",
    "rule.newer-thinner-food": "rivaroxaban",
    "rule.heparin-bone": "heparin",
    "rule.bleeding-signs": "edoxaban",
    # 2. 45 mg is not food
    "rule.dose-45mg": "",
    "rule.k2-medicine-facts": "menatetrenone",
    # 3. Denosumab, and the other bone medicines
    "rule.denosumab-never-late": "denosumab",
    "rule.denosumab-low-calcium": "denosumab",
    "rule.denosumab-kidney": "denosumab, kidney yes",
    "rule.bisphosphonate-tablet-first": "risedronic-acid",
    "rule.ibandronate-first": "ibandronic-acid",
    "rule.etidronate-apart": "etidronic-acid",
    "rule.bisphosphonate-and-thyroid": "alendronic-acid, levothyroxine",
    "rule.bisphosphonate-care": "zoledronic-acid",
    "rule.bone-medicine-pain": "alendronic-acid",
    "rule.bisphosphonate-kidney": "ibandronic-acid, kidney unsure",
    "rule.bisphosphonate-drip-checks": "zoledronic-acid",
    "rule.romosozumab-heart": "romosozumab",
    "rule.bone-builder-next": "teriparatide",
    "rule.bone-builder-digoxin": "abaloparatide, digoxin",
    "rule.raloxifene-clots": "raloxifene",
    "rule.etidronate-old": "etidronic-acid",
    # 4. Kidney disease
    "rule.kidney-pills": "kidney yes",
    "rule.kidney-k2": "kidney unsure",
    "rule.kidney-bone-medicines": "kidney yes",
    "rule.kidney-minerals": "kidney yes",
    "rule.kidney-unsure": "kidney unsure",
    # 5. Timing
    "rule.levothyroxine-minerals": "levothyroxine",
    "rule.thyroid-dose": "levothyroxine",
    "rule.ciprofloxacin-minerals": "ciprofloxacin",
    "rule.doxycycline-minerals": "doxycycline",
    "rule.phenytoin-calcium": "phenytoin",
    "rule.acid-medicine-calcium": "omeprazole",
    # 6. Blood calcium
    "rule.thiazide-calcium": "indapamide",
    "rule.digoxin-calcium": "digoxin",
    "rule.digoxin-magnesium": "digoxin, furosemide",
    "rule.lithium-calcium": "lithium",
    "rule.lithium-mineral-pills": "lithium",
    "rule.vitamin-d-medicine": "alfacalcidol",
    "rule.vitamin-d-medicine-heart": "alfacalcidol, hydrochlorothiazide",
    "rule.fat-blocker-vitamins": "colestyramine",
    # 7. Upper limits
    "rule.limit-calcium": "",
    "rule.limit-vitamin-d": "",
    "rule.limit-magnesium": "",
    "rule.limit-zinc": "",
    "rule.limit-manganese": "",
    "rule.limit-boron": "",
    "rule.own-limit-calcium": "age 40, efsa",
    "rule.own-limit-vitamin-d": "age 12",
    "rule.own-limit-magnesium": "age 8, efsa",
    "rule.own-limit-zinc": "age 10",
    "rule.own-limit-manganese": "age 15",
    "rule.own-limit-boron": "age 30, efsa",
    "rule.magnesium-low": "pantoprazole",
    # 8. Pregnancy and liver
    "rule.pregnancy-liver": "pregnancy",
    "rule.pregnancy-liver-eaten": "pregnancy, liver",
    "rule.liver-amount": "",
    "rule.pregnancy-bone-medicines": "lactation",
    "rule.pregnancy-on-bone-medicine": "pregnancy, denosumab",
    "rule.pregnancy-other-medicines": "pregnancy, lithium",
    "rule.pregnancy-vitamin-k-pills": "pregnancy",
    # 9. Never stop, ask for a bone check
    "rule.keep-steroid": "prednisone",
    "rule.keep-aromatase-inhibitor": "letrozole",
    "rule.keep-breast-hormone-blocker": "tamoxifen",
    "rule.keep-prostate-medicine": "goserelin",
    "rule.keep-seizure-medicine": "carbamazepine",
    "rule.keep-mood-medicine": "fluoxetine",
    "rule.keep-acid-medicine": "lansoprazole",
    "rule.keep-h2-blocker": "famotidine",
    "rule.keep-glitazone": "pioglitazone",
    "rule.birth-control-injection": "medroxyprogesterone",
    "rule.keep-loop-diuretic": "bumetanide",
    "rule.keep-thiazide": "chlortalidone",
    "rule.keep-transplant-medicine": "tacrolimus",
    "rule.keep-methotrexate": "methotrexate",
    "rule.keep-tenofovir": "tenofovir-disoproxil",
    "rule.keep-antibiotic": "ciprofloxacin",
    "rule.keep-digoxin": "digoxin",
    "rule.k1-medicine-ordered": "phytomenadione",
    # 10. Signs
    "rule.spine-break-signs": "prednisolone",
}
FOODS = {"natto": NATTO, "liver": CHICKEN_LIVER, "cod liver oil": COD_LIVER_OIL}


def visit_of(situation: str) -> Visit:
    words = [word for word in situation.split(", ") if word]
    classes = (Taken(f"medicine-class.{one.removeprefix('class ')}") for one in words if one.startswith("class "))
    return Visit(
        medicines=(*(Taken(f"medicine.{one}") for one in words if one.partition(" ")[0] not in TOLD), *classes),
        own_medicines=tuple(OwnMedicine(one.removeprefix("own ")) for one in words if one.startswith("own ")),
        age=next((int(one.removeprefix("age ")) for one in words if one.startswith("age ")), None),
        authority=next((Authority(one) for one in words if one in list(Authority)), Authority.US),
        foods=tuple(Eaten(FOODS[one], Decimal(1)) for one in words if one in FOODS),
        kidney=next((Kidney(one.removeprefix("kidney ")) for one in words if one.startswith("kidney")), None),
        stage=next((LifeStage(one) for one in words if one in list(LifeStage)), LifeStage.NONE),
    )


TOLD = {"kidney", "natto", "liver", "cod", "class", "own", "age", *LifeStage, *Authority}


@dataclass(frozen=True)
class Without:
    """The same library with one row of the table taken away."""

    library: Library
    rule: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.library, name)

    def every(self, kind: Any, locale: str = "en") -> Any:
        return tuple(one for one in self.library.every(kind, locale) if one.item.id != self.rule)


def pieces(safety: Safety) -> Iterator[Cleared[Any]]:
    """Everything a person could be shown."""
    library = safety.library
    for guide in library.ids(Guide):
        yield from safety.pieces(Guide, guide, lambda item: (*item.blocks, *item.actions, *item.when_to_call))
    for quiz in library.ids(Quiz):
        yield from safety.pieces(Quiz, quiz, lambda item: item.questions)
    for kind in (Food, Claim, Term, Trial, Medicine, Nutrient):
        yield from (safety.item(kind, one) for one in library.ids(kind))


def is_heard(rule: Rule, library: Any) -> bool:
    """A rule is heard when it is a finding, and, where it is about content, when it bites on content we have."""
    safety = rules_for(visit_of(SITUATIONS[rule.id]), library)
    holds = any(one.rule.id == rule.id for one in safety.applied)
    return holds and (not rule.about or any(rule.id in piece.rules for piece in pieces(safety)))


def test_every_row_has_a_situation_and_every_situation_a_row(library: Library) -> None:
    assert set(library.ids(Rule)) == set(SITUATIONS)


def test_every_row_is_heard_in_its_situation(library: Library) -> None:
    unheard = [shown.item.id for shown in library.every(Rule) if not is_heard(shown.item, library)]
    assert unheard == []


def test_the_run_fails_when_any_one_row_is_taken_away(library: Library) -> None:
    survived = [shown.item.id for shown in library.every(Rule) if is_heard(shown.item, Without(library, shown.item.id))]
    assert survived == []


def test_without_its_situation_a_personal_row_is_silent(library: Library) -> None:
    nobody = rules_for(Visit(), library)
    assert all(one.rule.when.always for one in nobody.applied)
    assert not [one for one in pieces(nobody) if any("blocker" in rule for rule in one.rules)]


def test_what_a_rule_does_is_what_its_row_says(library: Library) -> None:
    for shown in library.every(Rule):
        rule = shown.item
        if not rule.about:
            continue
        bitten = [one for one in pieces(rules_for(visit_of(SITUATIONS[rule.id]), library)) if rule.id in one.rules]
        if rule.effect is Effect.REPLACE:
            assert all(one.piece is None and one.notices for one in bitten), rule.id
        if rule.effect is Effect.WARN:
            shown_still = [one for one in bitten if one.piece is not None]
            assert all(any(said.item.id == rule.id for said in one.notices) for one in shown_still), rule.id


def test_a_rule_names_what_made_it_hold(library: Library) -> None:
    safety = rules_for(visit_of("warfarin, natto"), library)
    found = next(one for one in safety.applied if one.rule.id == "rule.blocker-natto-eaten")
    assert found.because == ("medicine.warfarin", NATTO)


def test_the_gravest_stand_first(library: Library) -> None:
    found = [one.rule.severity for one in rules_for(visit_of("warfarin, levothyroxine, kidney yes"), library).applied]
    assert found == sorted(found, key=[Severity.DANGER, Severity.CAUTION, Severity.NOTE].index)


def test_a_food_not_eaten_this_week_counts_for_nothing(library: Library) -> None:
    visit = Visit(medicines=(Taken("medicine.warfarin"),), foods=(Eaten(NATTO, Decimal(0)),))
    assert "rule.blocker-natto-eaten" not in {one.rule.id for one in rules_for(visit, library).applied}


def test_one_medicine_told_twice_is_not_two(library: Library) -> None:
    for second in ("Coumadin", "Jantoven 5", "warfarine"):
        visit = Visit(medicines=(Taken("medicine.warfarin"),), own_medicines=(OwnMedicine(second),))
        assert "rule.two-blockers" not in {one.rule.id for one in rules_for(visit, library).applied}
    both = Visit(medicines=(Taken("medicine.warfarin"), Taken("medicine-class.vitamin-k-antagonist")))
    assert "rule.two-blockers" not in {one.rule.id for one in rules_for(both, library).applied}


def test_who_ticks_a_class_hears_the_rules_of_every_medicine_in_it(library: Library) -> None:
    visit = Visit(medicines=(Taken("medicine-class.binding-antibiotic"),))
    heard = {one.rule.id for one in rules_for(visit, library).applied}
    assert {"rule.ciprofloxacin-minerals", "rule.doxycycline-minerals"} <= heard


def test_an_empty_condition_never_holds() -> None:
    assert because(When(), Facts((), frozenset(), "", "none")) is None


@pytest.mark.parametrize("locale", ["en", "qq"])
def test_a_rule_is_said_with_title_and_words(locale: str, library: Library) -> None:
    for shown in library.every(Rule, locale):
        notice = rule_notice(shown, ENGLISH)
        assert isinstance(notice, Notice) and notice.title and notice.text


@pytest.mark.parametrize(("visit", "is_told"), [
    (Visit(), True),
    (Visit(age=19), True),
    (Visit(age=18), False),
    (Visit(age=40, authority=Authority.EFSA), False),
])  # fmt: skip
def test_the_limits_of_us_adults_are_told_to_nobody_else(visit: Visit, is_told: bool, library: Library) -> None:
    names = {one.rule.id for one in applied(facts(visit, (), library), library)}
    assert ("rule.limit-zinc" in names) == is_told

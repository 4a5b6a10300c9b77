"""No path shows plain vitamin K2 advice to someone who takes a vitamin K blocker. Everything x every blocker."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from content.library import Library
from content.model import (
    Block,
    Bundle,
    Claim,
    Depth,
    Food,
    Guide,
    Medicine,
    MedicineClass,
    Nutrient,
    Quiz,
    Reference,
    Rule,
    Term,
    Trial,
)
from i18n.language import Language
from tests.visit.reading import pages, shape, words
from visit.elements import Element, Heading, Notice, Paragraph, Table, Tone
from visit.intake import suggestions
from visit.page import Page
from visit.pages import (
    claim_page,
    feedback,
    findings_page,
    food_page,
    guide_page,
    hits_page,
    nutrient_page,
    question_page,
    result_page,
    trial_page,
)
from visit.pages.listing import Listed, listed
from visit.pages.search import hits
from visit.plan import plan
from visit.safety import Cleared, NotCleared, rules_for
from visit.sheet import sheet
from visit.visit import Answer, Eaten, Opened, OwnMedicine, Taken, Visit
from visit.wording import ENGLISH

SIGNS = Language(code="qq", tag="qq", own_name="Signs")

BLOCKERS = {
    "warfarin": Visit(medicines=(Taken("medicine.warfarin"),)),
    "acenocoumarol": Visit(medicines=(Taken("medicine.acenocoumarol"),)),
    "phenprocoumon": Visit(medicines=(Taken("medicine.phenprocoumon"),)),
    "the whole class": Visit(medicines=(Taken("medicine-class.vitamin-k-antagonist"),)),
    "typed with an error": Visit(own_medicines=(OwnMedicine("Cumadin 5 at night"),)),
    "typed as a brand": Visit(own_medicines=(OwnMedicine("MARCUMAR"),)),
    "without a name": Visit(medicines=(Taken("medicine-class.blood-thinner"),)),
    "typed in a general word": Visit(own_medicines=(OwnMedicine("anticoagulante"),)),
}

# Written without a look at the pack's patterns: two independent nets.
K2 = re.compile(r"\bK\W?2\b|\bMK\W?\d|menaquinon|menatetr|glakay|\bnatto\b", re.IGNORECASE)


LABEL = "Vitamin K (K1 and K2)"  # the name of a row in a table, no advice


def mentions_k2(element: Element) -> bool:
    said = words(element)
    return bool(K2.search(said.replace(LABEL, "") if isinstance(element, Table) else said))


def warns(element: Element) -> bool:
    """A danger notice that says not to take it, or reminds by the title of one."""
    said = "Do not take vitamin K|Do not eat natto|No vitamin K pills|not for you now|No natto|must not meet"
    return isinstance(element, Notice) and element.tone is Tone.DANGER and bool(re.search(said, words(element)))


def unwarned(page: Iterable[Element]) -> list[str]:
    """List the elements that mention K2 with no danger notice before them on the page."""
    is_warned, found = False, []
    for element in page:
        is_warned = is_warned or warns(element)
        if mentions_k2(element) and not is_warned and not isinstance(element, Notice | Heading):
            found.append(words(element))
    return found


@pytest.fixture(scope="module", params=BLOCKERS)
def blocked(request: pytest.FixtureRequest) -> Visit:
    """However the blocker was told to us."""
    return BLOCKERS[request.param]


@pytest.fixture(scope="module", params=("warfarin", "acenocoumarol", "phenprocoumon"))
def blocker(request: pytest.FixtureRequest) -> Visit:
    """Each of the three medicines, where there are thousands of pages."""
    return BLOCKERS[request.param]


def test_no_guide_at_any_depth_shows_k2_without_the_warning(blocked: Visit, library: Library) -> None:
    for guide in library.ids(Guide):
        for depth in Depth:
            assert not unwarned(guide_page(guide, depth, blocked, library, ENGLISH)), (guide, depth)


def test_who_takes_a_medicine_we_do_not_know_is_told_to_ask_before_k2(library: Library) -> None:
    visit = Visit(own_medicines=(OwnMedicine("Zzkrell"),))
    for guide in library.ids(Guide):
        page = guide_page(guide, Depth.MORE, visit, library, ENGLISH)
        about = [n for n, one in enumerate(page) if mentions_k2(one) and not isinstance(one, Notice | Heading)]
        asked = [n for n, one in enumerate(page) if "Ask your pharmacist before you take vitamin K2" in words(one)]
        assert not about or (asked and asked[0] < about[0]), guide


def test_the_guides_do_mention_k2_so_the_net_catches_something(library: Library) -> None:
    free = [guide for guide in library.ids(Guide) if unwarned(guide_page(guide, Depth.MORE, Visit(), library, ENGLISH))]
    assert len(free) >= 4


def test_a_translation_has_its_notices_in_the_same_places(library: Library) -> None:
    for blocked in BLOCKERS.values():
        for guide in library.ids(Guide):
            english = guide_page(guide, Depth.MORE, blocked, library, ENGLISH)
            assert shape(guide_page(guide, Depth.MORE, blocked, library, SIGNS)) == shape(english)


def answers(library: Library) -> Iterator[Answer]:
    for shown in library.every(Quiz):
        for question in shown.item.questions:
            yield Answer(shown.item.id, question.id)
            yield from (Answer(shown.item.id, question.id, (option.id,)) for option in question.options)


def test_no_question_or_explanation_shows_k2_without_the_warning(blocker: Visit, library: Library) -> None:
    for answer in answers(library):
        asked = question_page(answer.quiz, answer.question, blocker, library, ENGLISH)
        told = feedback(answer.quiz, answer, blocker, library, ENGLISH)
        assert not unwarned(asked) and not unwarned(told), answer


def test_no_result_shows_k2_without_the_warning(blocked: Visit, library: Library) -> None:
    missed = replace(blocked, answers=tuple(Answer(one.quiz, one.question) for one in answers(library)))
    for quiz in library.ids(Quiz):
        assert not unwarned(result_page(quiz, missed, library, ENGLISH)), quiz


def test_no_food_nutrient_claim_or_study_shows_k2_without_the_warning(blocker: Visit, library: Library) -> None:
    every = (
        *(food_page(one, blocker, library, ENGLISH) for one in library.ids(Food)),
        *(nutrient_page(one, blocker, library, ENGLISH) for one in library.ids(Nutrient)),
        *(claim_page(one, blocker, library, ENGLISH) for one in library.ids(Claim)),
        *(trial_page(one, blocker, library, ENGLISH) for one in library.ids(Trial)),
    )
    assert [found for page in every if (found := unwarned(page))] == []


def test_no_medicine_page_shows_k2_without_the_warning(blocker: Visit, library: Library) -> None:
    for medicine in (*library.ids(Medicine), *library.ids(MedicineClass)):
        both = replace(blocker, medicines=(*blocker.medicines, Taken(medicine)))
        if len({one.id for one in both.medicines}) == len(both.medicines):
            assert not unwarned(findings_page(both, library, ENGLISH)), medicine


def test_no_search_shows_k2_without_the_warning(blocked: Visit, library: Library) -> None:
    for asked in ("K2", "vitamin K", "natto", "menaquinone", "MK-7", "menatetrenone", "bone", "45"):
        for one in hits(asked, blocked, library, ENGLISH, 100):
            if one.piece is not None and K2.search(f"{one.piece.title} {one.piece.snippet}"):
                assert any("vitamin-k" in rule or "natto" in rule for rule in one.rules), one
        assert not unwarned(hits_page(asked, blocked, library, ENGLISH))


def entry(one: Listed) -> tuple[Element, ...]:
    """An entry as a page: what rules say, then its title and its purpose."""
    return (*one.notices, Paragraph(one.title), Paragraph(one.purpose))


def test_no_list_names_or_praises_k2_without_the_warning(blocked: Visit, library: Library) -> None:
    safety = rules_for(blocked, library)
    for kind in (Guide, Quiz, Bundle):
        for name in library.ids(kind):
            one = listed(kind, name, safety, ENGLISH)
            assert words(one.title).strip() and not unwarned(entry(one)), name
            assert one.is_warned or not K2.search(words(one.title))


def test_the_lists_do_name_k2_so_the_net_catches_something(library: Library) -> None:
    safety = rules_for(Visit(), library)
    every = [entry(listed(kind, name, safety, ENGLISH)) for kind in (Guide, Quiz, Bundle) for name in library.ids(kind)]
    assert len([one for one in every if unwarned(one)]) >= 6


def test_no_bundle_on_paper_shows_k2_without_the_warning(blocked: Visit, library: Library) -> None:
    opened = tuple(Opened(guide, Depth.MORE) for guide in library.ids(Guide))
    whole = replace(blocked, guides=opened, trials=library.ids(Trial), quizzes=library.ids(Quiz))
    for bundle in (None, *library.ids(Bundle)):
        visit = replace(whole, bundle=bundle, foods=(Eaten("food.usda-16113", Decimal(2)),))
        made = sheet(plan(visit, library), visit, library, ENGLISH)
        assert [found for page in pages(made) if (found := unwarned(page))] == [], bundle


def test_no_food_a_rule_speaks_about_is_suggested(blocker: Visit, library: Library) -> None:
    safety = rules_for(blocker, library)
    for nutrient in library.ids(Nutrient):
        found = [library.get(Food, one.food).item for one in suggestions(nutrient, blocker, safety, 50)]
        assert not [food.name for food in found if K2.search(food.name) or "greens" in food.name.lower()]
    assert suggestions("nutrient.vitamin-k", blocker, safety) == ()


def test_45_mg_never_stands_without_the_amount_in_food(library: Library) -> None:
    for guide in library.ids(Guide):
        page = guide_page(guide, Depth.MORE, Visit(), library, ENGLISH)
        dose = [n for n, element in enumerate(page) if re.search(r"\b45\smg", words(element))]
        told = [n for n, element in enumerate(page) if isinstance(element, Notice) and "90 to 120" in words(element)]
        assert not dose or (told and told[0] <= dose[0]), guide


def test_nobody_but_safety_can_clear_a_piece(library: Library) -> None:
    with pytest.raises(NotCleared):
        Cleared("Take K2", (), (), "en", True, object())
    real = rules_for(Visit(), library).piece(Guide, "guide.vitamin-k", lambda item: item.title)
    with pytest.raises(NotCleared):
        replace(real, piece="Take K2", passed=None)


def test_a_page_refuses_a_bare_piece() -> None:
    page = Page(ENGLISH)
    with pytest.raises(NotCleared):
        page.write("Take K2", lambda text, say: ())  # type: ignore[arg-type]
    with pytest.raises(NotCleared):
        page.listed(None, ("Take K2",))  # type: ignore[arg-type]
    assert page.elements == ()


def test_a_rule_cannot_be_escaped_by_a_translation(library: Library) -> None:
    """`qq` holds not one letter of the English; the judgement is the same."""
    for blocked in BLOCKERS.values():
        english, signs = rules_for(blocked, library, "en"), rules_for(blocked, library, "qq")
        for guide in library.ids(Guide):
            told = english.pieces(Guide, guide, lambda item: item.blocks)
            veiled = signs.pieces(Guide, guide, lambda item: item.blocks)
            assert [one.rules for one in told] == [one.rules for one in veiled]
            assert [one.piece is None for one in told] == [one.piece is None for one in veiled]


def test_a_guide_about_k2_warns_before_a_block_that_does_not_name_it(library: Library) -> None:
    safety = rules_for(BLOCKERS["warfarin"], library)
    said = safety.piece(Guide, "guide.k2-trials", lambda item: "Take one a day.")
    assert "rule.blocker-vitamin-k2" in said.rules
    assert "rule.blocker-vitamin-k2" not in safety.piece(Guide, "guide.falls", lambda item: "Take one a day.").rules


def test_an_untagged_text_cannot_slip_through(library: Library) -> None:
    """Patterns read the words, so a block nobody tagged is still seen."""
    block = Block(id="b", heading="For your bones", bullets=("Take MK-7 each day.",))  # type: ignore[arg-type]
    safety = rules_for(BLOCKERS["warfarin"], library)
    cleared = safety.piece(Guide, "guide.falls", lambda item: block)
    assert cleared.piece is None and "rule.blocker-vitamin-k-pills" in cleared.rules


def test_sources_terms_and_classes_are_cleared_too(library: Library) -> None:
    safety = rules_for(BLOCKERS["warfarin"], library)
    for kind in (Reference, Term, MedicineClass, Claim):
        for one in library.ids(kind):
            cleared = safety.item(kind, one)
            if cleared.piece is not None and K2.search(words_of(cleared.piece)):
                assert cleared.notices, one


def words_of(item: object) -> str:
    shown = ("title", "text", "term", "definition", "name", "plain", "caution", "correction")
    return " ".join(str(getattr(item, name, "") or "") for name in shown)


def test_no_rule_tells_anyone_to_stop_a_medicine(library: Library) -> None:
    said = [f"{shown.item.title} {shown.item.say}" for shown in library.every(Rule)]
    ordered = re.compile(r"(?<!not )(?<!or )\b(?:Stop|stop taking)\b(?! on your own)(?!,? or)")
    assert [text for text in said if ordered.search(text)] == []

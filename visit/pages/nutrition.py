"""Food and nutrients: what this person needs, what a week gives, and foods to add within the rules."""

from collections.abc import Iterable, Iterator

from content.library import Library
from content.model import Food, Intake, Nutrient, Text
from i18n.language import Language
from i18n.runs import Line, plain
from visit.elements import LONGEST_BAR, Bar, Bars, Bullets, Element, Heading, Notice, Paragraph, Table, Tone
from visit.intake import Estimate, Standing, measured, standing, standings, suggestions
from visit.naming import name_of, names_of
from visit.page import Draw, Page, Words
from visit.reference import Goal, reference
from visit.safety import Safety, rules_for
from visit.visit import Authority, Visit
from visit.wording import amount, exact, fill, isolated, say, sentences, share


def nutrients_page(visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write every nutrient of the visit as a bar against its goal. Raises: NotInStore."""
    page = Page(language)
    write_standings(page, standings(visit, library), visit, rules_for(visit, library, language.code))
    return page.elements


def nutrient_page(nutrient: str, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write one nutrient: goal, limit, what the week gives, foods to add, what is known. Raises: NotInStore."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    page.write(safety.piece(Nutrient, nutrient, lambda item: item.name), lambda name, words: (Heading(2, words(name)),))
    page.paragraph(safety.piece(Nutrient, nutrient, lambda item: item.role), is_lead=True)
    found = standing(nutrient, visit, library)
    page.own(*goal_lines(found, visit, language))
    if found.estimate.total is not None or found.estimate.is_at_least:
        write_standings(page, (found,), visit, safety)
    else:
        write_suggestions(page, nutrient, visit, safety)
    page.each(safety.pieces(Nutrient, nutrient, _said), _paragraph)
    return page.elements


def _said(nutrient: Nutrient) -> tuple[Text, ...]:
    return (nutrient.good_foods, nutrient.fair, nutrient.evidence_note, nutrient.warning)


def _paragraph(text: Text, words: Words) -> Iterable[Element]:
    yield Paragraph(words(text))


def goal_lines(found: Standing, visit: Visit, language: Language) -> Iterable[Element]:
    """Say the goal and the upper limit for this person, each with its source and year."""
    if found.goal is None:
        yield Paragraph(_no_goal(visit, language))
    for pattern, goal in _goals(found, language):
        source = source_words(goal.row, visit.authority, language)
        yield Paragraph(fill(pattern, amount=goal_amount(goal, language), source=source))


def goal_card(found: Standing, visit: Visit, language: Language) -> Line:
    """Say the goal and the upper limit in as few lines as hold them, and under them each source once."""
    every = tuple(_goals(found, language))
    first = () if found.goal is not None else (_no_goal(visit, language),)
    amounts = (fill(_bare(pattern), amount=goal_amount(goal, language)) for pattern, goal in every)
    sources = dict.fromkeys(source_words(goal.row, visit.authority, language) for _pattern, goal in every)
    return sentences((*first, *amounts, *sources), "\n")


def _bare(pattern: str) -> str:
    """Leave the source out, and no space at the end: Qt would set a line that ends in one too far to the right."""
    return pattern.replace("{source}", "").rstrip()


def _no_goal(visit: Visit, language: Language) -> Line:
    _ = language.gettext
    has_facts = visit.age is not None and visit.sex is not None
    return say(_("This table has no goal for you.") if has_facts else _("Tell us your age and sex to see your goal."))


def _goals(found: Standing, language: Language) -> Iterator[tuple[str, Goal]]:
    """Give the goal and the limit, each with the sentence that says it."""
    _ = language.gettext
    if found.goal is not None:
        yield _("Your goal for one day: {amount}. {source}"), found.goal
    if found.limit is not None and found.limit.row.supplements_only:
        yield _("The most in one day from pills: {amount}. {source}"), found.limit
    elif found.limit is not None:
        yield _("The most in one day: {amount}. {source}"), found.limit


def goal_amount(goal: Goal, language: Language) -> Line:
    """Write a goal, or the span of it, in the numbers of the table."""
    if goal.high is None:
        return exact(goal.amount, language)
    return fill(language.range_pattern, low=exact(goal.amount, language), high=exact(goal.high, language))


def source_words(row: Intake, authority: Authority, language: Language) -> Line:
    """Name the table and its year in brackets."""
    table = say(authority_words(language)[authority])
    return fill(language.gettext("({table}, {year})"), table=table, year=isolated(row.year))


def authority_words(language: Language) -> dict[Authority, str]:
    """Name the tables of goals."""
    _ = language.gettext
    return {
        Authority.US: _("US and Canada goals"),
        Authority.EFSA: _("European goals (EFSA)"),
        Authority.JAPAN: _("Japanese goals"),
    }


def write_standings(page: Page, found: tuple[Standing, ...], visit: Visit, safety: Safety) -> None:
    """Write bars against the goals, what is not known, what passes a limit, and foods to add."""
    language, _ = page.language, page.language.gettext
    known = measured(safety.library)
    asked = (one for one in found if one.nutrient in known or one.estimate.pills or one.estimate.has_unknown_pill)
    eaten = tuple(one for one in asked if one.estimate.total is not None or one.estimate.is_at_least)
    names = {one.nutrient: safety.piece(Nutrient, one.nutrient, lambda item: item.name) for one in eaten}
    for one in eaten:
        if not names[one.nutrient].is_plain and one.estimate.total is not None:
            page.write(names[one.nutrient], _steady(_given(one.estimate, language), language))
    shown = tuple(one for one in eaten if names[one.nutrient].is_plain)
    if shown:
        page.own(_bars(shown, safety.library, page))
    for one in eaten:
        page.own(*_remarks(one, safety.library, language))
    for one in shown:
        if one.share is not None and one.share < 1:
            write_suggestions(page, one.nutrient, visit, safety)


def _steady(given: Line, language: Language) -> Draw[Text]:
    """Say what the week gives, without a goal to chase: a rule of this visit speaks of this nutrient."""
    pattern = language.gettext("{nutrient}: your week gives you {amount} in one day.")
    return lambda name, words: (Paragraph(fill(pattern, nutrient=words(name), amount=given)),)


def _bars(found: tuple[Standing, ...], library: Library, page: Page) -> Bars:
    language, _ = page.language, page.language.gettext
    bars = tuple(_bar(one, library, language) for one in found)
    alt = ". ".join(f"{plain(bar.label)}: {plain(bar.figures)}" for bar in bars)
    how = _("How to read this: a full bar means you reach the goal for one day.")
    if page.is_paper and any(bar.limit_share is not None and bar.limit_share <= LONGEST_BAR for bar in bars):
        how += " " + _("Two thin lines mark the most for one day.")
    return Bars(say(_("What your week gives you in one day")), say(how), bars, alt)


def _given(found: Estimate, language: Language) -> Line:
    """Say how much a day gives; `at least` where something eaten has no value in our table."""
    _ = language.gettext
    if found.total is None:
        return say(_("not known"))
    pattern = _("at least {amount}") if found.is_at_least else _("about {amount}")
    return fill(pattern, amount=amount(found.total, language))


def _bar(one: Standing, library: Library, language: Language) -> Bar:
    _ = language.gettext
    label, figures = name_of(one.nutrient, library, language), _given(one.estimate, language)
    if one.goal is None or one.share is None:
        return Bar(label, None, figures)
    of_goal = fill(
        _("{amount} of {goal}, {share}"),
        amount=figures,
        goal=goal_amount(one.goal, language),
        share=share(one.share, language),
    )
    ratio = None
    if one.limit is not None and not one.limit.row.supplements_only:
        ratio = one.limit.amount.to(one.goal.amount.unit).share_of(one.goal.amount)
    return Bar(label, one.share, of_goal, ratio)


def _remarks(one: Standing, library: Library, language: Language) -> Iterable[Element]:
    _ = language.gettext
    name = name_of(one.nutrient, library, language)
    if one.is_over_limit and one.limit is not None:
        text = _("You get more {nutrient} than the most for one day, {limit}. Ask your doctor or pharmacist.")
        words = fill(text, nutrient=name, limit=exact(one.limit.amount, language))
        yield Notice(Tone.CAUTION, say(_("More than the limit")), words)
    if one.estimate.unknown:
        text = _("We do not know how much {nutrient} is in: {foods}. So the real amount may be higher.")
        foods = names_of(one.estimate.unknown, library, language)
        yield Paragraph(fill(text, nutrient=name, foods=foods))
    if one.estimate.has_unknown_pill:
        yield Paragraph(fill(_("We do not know how much {nutrient} is in your pill."), nutrient=name))
    if one.estimate.poorly:
        text = _("Your body takes up little of the calcium in: {foods}.")
        yield Paragraph(fill(text, foods=names_of(one.estimate.poorly, library, language)))


def write_suggestions(page: Page, nutrient: str, visit: Visit, safety: Safety) -> None:
    """Write the foods to add for a nutrient, within the cuisines and the rules."""
    language = page.language
    found = suggestions(nutrient, visit, safety)
    if not found:
        return
    title = language.gettext("Foods with a lot of {nutrient}")
    page.own(Heading(3, fill(title, nutrient=name_of(nutrient, safety.library, language))))
    gives = {one.food: amount(one.gives, language) for one in found}

    def written(food: Food, words: Words) -> Line:
        return _serving(food, gives[food.id], words, language)

    foods = (safety.item(Food, one.food) for one in found)
    if page.is_paper:
        page.gathered(foods, written, Bullets)
    else:
        page.each(foods, lambda food, words: (Bullets((written(food, words),)),))


def _serving(food: Food, gives: Line, words: Words, language: Language) -> Line:
    pattern = language.pgettext("a food, its measure, what it gives", "{food}, {measure}: {amount}")
    return fill(pattern, food=words(food.name), measure=words(food.measure), amount=gives)


def food_page(food: str, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write one food: its measure, what is in it, and its share of this person's goals. Raises: NotInStore."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    page.write(safety.item(Food, food), lambda item, words: _food(item, words, visit, safety, language))
    return page.elements


def _food(food: Food, words: Words, visit: Visit, safety: Safety, language: Language) -> Iterable[Element]:
    _ = language.gettext
    yield Heading(2, words(food.name))
    measure = fill(_("One serving is {measure}."), measure=words(food.measure))
    yield Paragraph(measure, is_lead=True)
    head = (say(_("Nutrient")), say(_("In one serving")), say(_("Part of your goal")))
    yield Table(say(_("What is in it")), head, tuple(_food_rows(food, visit, safety, language)))
    if food.is_poorly_absorbed:
        yield Paragraph(say(_("Your body takes up little of the calcium in this food.")))
    if food.tip is not None:
        yield Paragraph(words(food.tip))


def _food_rows(food: Food, visit: Visit, safety: Safety, language: Language) -> Iterable[tuple[Line, ...]]:
    """Give what is in a serving; no part of a goal for a nutrient a rule speaks of, so that nobody chases it."""
    library = safety.library
    known = {one.nutrient: one.amount for one in food.amounts}
    unknown, has_values = say(language.gettext("not known")), measured(library)
    for nutrient in library.ids(Nutrient):
        if nutrient not in has_values:
            continue
        found = known.get(nutrient)
        goal, _limit = reference(nutrient, visit, library)
        of_goal: Line = ()
        is_open = safety.piece(Nutrient, nutrient, lambda item: item.name).is_plain
        if found is not None and goal is not None and is_open:
            of_goal = share(found.to(goal.amount.unit).share_of(goal.amount), language)
        figures = amount(found, language) if found is not None else unknown
        yield (name_of(nutrient, library, language), figures, of_goal)

from i18n.live.catalogue import LiveCatalogue
from i18n.live.problems import Problems, State, counts
from tests.i18n.live.saved import GUIDES, save


def queue_of(locales):
    catalogue = LiveCatalogue("es_US", locales)
    catalogue.reread()
    problems = Problems(catalogue)
    for number in problems.waiting():
        problems.findings(number)
    return catalogue, problems


def told(problems):
    return [(problem.item, problem.state) for problem in problems.queue()]


def test_the_queue_names_what_is_left_item_by_item(locales):
    _catalogue, problems = queue_of(locales)
    assert told(problems) == [("guide.x", State.FUZZY), ("guide.y", State.MISSING)]
    assert counts(problems.queue()) == {State.FUZZY: 1, State.MISSING: 1}


def test_a_swapped_dose_and_a_lost_not_are_in_the_queue(locales):
    wrong = GUIDES.replace("#, fuzzy\n", "").replace('msgstr ""\n', 'msgstr "Caídas"\n')
    save(locales / "es_US/guides.po", wrong.replace('"Falls"', '"Do not fall"'))
    _catalogue, problems = queue_of(locales)
    assert told(problems) == [("guide.x", State.WRONG), ("guide.y", State.CONFIRM)]


def test_what_was_mended_leaves_the_queue(locales):
    catalogue, problems = queue_of(locales)
    save(locales / "es_US/guides.po", GUIDES.replace("#, fuzzy\n", "").replace("[[45 mg]]", "[[90 mg]]"))
    problems.forget(catalogue.reread().changed)
    assert told(problems) == [("guide.y", State.MISSING)]

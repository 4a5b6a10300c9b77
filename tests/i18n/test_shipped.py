import pytest

from i18n.catalogue import content_translations
from i18n.locales import available
from i18n.tools.check import check


@pytest.mark.parametrize("code", [info.code for info in available()])
def test_no_shipped_catalogue_has_a_blocking_finding(code):
    assert [str(finding) for finding in check(code) if finding.blocks] == []


@pytest.mark.parametrize("code", ["es_US", "ar"])
def test_the_first_two_languages_keep_what_they_have(code):
    items = {key.partition(":")[0] for key in content_translations(code)}
    wanted = {"guide.osteoporosis", "guide.warfarin-vitamin-k", "quiz.bones", "medicine.warfarin", "rule.blocker-natto"}
    assert wanted <= items

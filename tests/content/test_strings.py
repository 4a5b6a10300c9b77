import pytest

from content.model import KINDS, Food, Guide, Intake, Quiz, Subject
from content.pack import Pack
from content.shape import worded
from content.strings import DOMAINS, domain_of, strings, translated


def of(pack: Pack, kind: type, id: str):
    return next(item for item in pack.of(kind) if item.id == id)


def test_a_key_is_the_path_with_ids_for_parts_and_numbers_for_lines(pack: Pack) -> None:
    keys = dict(strings(of(pack, Guide, "guide.strong-bones")))
    assert keys["guide.strong-bones:blocks/food/paragraphs/0"] == "Women over 50 need [[1200 mg]] of calcium a day."
    assert keys["guide.strong-bones:main_message/1"] == "Most adults need [[1000 mg]] of calcium a day."
    assert keys["guide.strong-bones:actions/walk/how_often"] == "30 minutes, 5 days a week"
    quiz = dict(strings(of(pack, Quiz, "quiz.bones")))
    assert quiz["quiz.bones:questions/one/options/milk/explain"] == "Yes, a cup has [[276 mg]]."
    assert quiz["quiz.bones:questions/scale/scale/unit_word"] == "women"


def test_ids_and_codes_are_not_for_translators(pack: Pack) -> None:
    food = dict(strings(of(pack, Food, "food.natto")))
    assert set(food) == {"food.natto:name", "food.natto:measure", "food.natto:tip"}
    assert not any(any(strings(item)) for item in (*pack.of(Intake), *pack.of(Subject)))


def test_no_key_stands_twice(pack: Pack) -> None:
    keys = [key for item in pack.items() for key, _ in strings(item)]
    assert len(keys) == len(set(keys))


def test_every_item_comes_back_from_its_own_words(pack: Pack) -> None:
    for item in pack.items():
        assert translated(item, dict(strings(item))) == item


def test_every_string_is_replaced_and_nothing_else(pack: Pack) -> None:
    for item in pack.items():
        words = {key: f"<{text}>" for key, text in strings(item)}
        other = translated(item, words)
        assert dict(strings(other)) == words
        assert translated(other, dict(strings(item))) == item


def test_languages_never_mix_in_one_item(pack: Pack) -> None:
    guide = of(pack, Guide, "guide.strong-bones")
    words = dict(strings(guide))
    del words["guide.strong-bones:why"]
    with pytest.raises(KeyError):
        translated(guide, words)


def test_every_kind_with_words_has_one_catalogue() -> None:
    named = [kind for kinds in DOMAINS.values() for kind in kinds]
    assert sorted(named) == sorted(kind.kind for kind in KINDS if worded(kind))
    assert domain_of("medicine-class") == "medicines"
    assert domain_of("intake") is None


def test_the_small_pack_has_every_kind(pack: Pack) -> None:
    assert {item.kind for item in pack.items()} == {kind.kind for kind in KINDS}

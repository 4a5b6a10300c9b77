"""Every way we know to break a source file gives one sentence with the file, the line and the cure."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from content.errors import SourceErrors
from content.source import read_pack

Faults = Callable[[], list[str]]

GUIDE = "guides/strong-bones.yaml"
QUIZ = "quizzes/bones.yaml"

# file, words to replace, by what, where and what the sentence says
EDITS = [
    (GUIDE, "evidence: moderate", "evidence: sure", ':46: evidence: "sure" is not one of the words'),
    (GUIDE, "  reviewer: A doctor\n", "", ":55: review/reviewer: it is missing, add it."),
    (GUIDE, "reviewer: A doctor", "reviewer: ' '", ":57: review/reviewer: it is empty, write who"),
    (GUIDE, "2027-01-10", "2026-01-09", ":55: review: the dates are not in order"),
    (GUIDE, "2027-01-10", "2029-01-11", ":55: review: the dates are not in order"),
    (GUIDE, "2027-01-10\n  expires_on: 2028", "2029-01-11\n  expires_on: 2030", "too far off"),
    (GUIDE, "2027-01-10", "10 Jan 2027", ':59: review/next_review_on: "10 Jan 2027" does not fit'),
    (GUIDE, "2027-01-10", "0", ':59: review/next_review_on: "0" can be misread'),
    (GUIDE, "why: A weak", "wy: A weak", "wy: there is no such field, write why."),
    (GUIDE, "heading: Eat", "headline: Eat", ":11: blocks/1/headline: there is no such field"),
    (GUIDE, "why: A weak bone can break after a small fall.", "why:", ":8: why: it is empty"),
    (GUIDE, "why: A weak bone can break after a small fall.", "why: ''", "why: there are no words"),
    (GUIDE, "[[1200 mg]]", "[[1,200 mg]]", ':13: blocks/1/paragraphs/1: "[[1,200 mg]]" is no amou'),
    (GUIDE, "[[1200 mg]]", "[[1200 mgs]]", '"[[1200 mgs]]" is no amount, write it as [[45 mg]]'),
    (GUIDE, "[[15 mcg as D]]", "[[15 mg as D]]", '"[[15 mg as D]]" is no amount'),
    (GUIDE, "[[90 to 120 mcg]] of", "[[120 to 90 mcg]] of", '"[[120 to 90 mcg]]" is no amount'),
    (GUIDE, "[[1200 mg]]", "[[1200 mg]", "[[ and ]] do not match"),
    (GUIDE, "picture.plate", "picture.dish", ':18: blocks/1/picture: there is no item "picture.dish"'),
    (GUIDE, "trial.t01", "claim.c001", ':27: blocks/2/trial: "claim.c001" is a claim, use the id of'),
    (GUIDE, "- id: studies", "- id: food", ':20: blocks/2/id: "food" stands twice in this list'),
    (GUIDE, "- id: studies", "- id: Stüdies", '"Stüdies" is no id, write small letters'),
    (GUIDE, "id: guide.strong-bones", "id: guide.old-advice", ":1: id: "),
    (GUIDE, "id: guide.strong-bones", "id: quiz.strong-bones", "is no id of a guide, write guide."),
    (GUIDE, "id: guide.strong-bones", "id: guide.blood-thinner", "is already the id of the item at"),
    (GUIDE, "why: A", "\twhy: A", ":8: there is a tab, use spaces."),
    (GUIDE, "why: A", "why: A: b", ":8: this is not YAML (mapping values are not allowed in this"),
    (GUIDE, "why: A", "title: A", ':8: "title" stands here twice, keep one of them.'),
    (GUIDE, "why: A", "why: &a A", ":8: why: & and * are not used here (a), write the words out."),
    (GUIDE, "why: A", "why: !!python/name:os.system A", ":8: why: the tag tag:yaml.org,2002:python"),
    (GUIDE, "why: A", "why: \u202eA", ":8: there is a hidden mark (U+202E), take it out"),
    (GUIDE, "why: A", "why: \x01A", ":8: there is a control character, take it out."),
    (GUIDE, "why: A", "why: \0A", ":8: there is a zero byte, take it out."),
    (GUIDE, "why: A", "---\nwhy: A", ":8: a second document starts here"),
    (GUIDE, "why: A", "why: " + "A" * 20_001, "letters, 20,000 are the most, make it shorter."),
    (GUIDE, "why: A", "why: [[ A", "this is not YAML"),
    (GUIDE, "why: A weak bone can break after a small fall.", "why: [a, b]", "why: a list does not fit"),
    (GUIDE, "know:\n  - Calcium is part of bone.", "know: Calcium", 'know: "Calcium" does not fit'),
    (GUIDE, "actions:\n", "actions: x\nx:\n", "does not fit here, write a list"),
    ("bundles/first.yaml", "quizzes:", "bundles: [bundle.second]\nquizzes:", ":5: bundles: the bundle holds itself"),
    ("bundles/first.yaml", "quizzes:", "bundles: [bundle.first]\nquizzes:", ":5: bundles: the bundle holds itself"),
    (QUIZ, "text: Rice,", "text: Rice, is_right: true,", ":5: questions/1: there are 2 right answers of 2"),
    (QUIZ, "is_right: true, explain: 'Yes, a", "explain: 'Yes, a", "there are 0 right answers of 2"),
    (QUIZ, "is_right: true, explain: 'Yes, a", "is_right: yes, explain: 'Yes, a", "is no yes or no"),
    (QUIZ, "type: several answers", "type: true or false", "there are 2 right answers of 3, give two, exactly one"),
    (QUIZ, "type: true or false", "type: several answers\n    scale: {low: 1, high: 2, right: 1}", "only a number on"),
    (QUIZ, "scale: {low", "options: [{id: a, text: b, explain: c}]\n    scale: {low", "has no answers to choose from"),
    (QUIZ, "text: Rice,", "text: Rice, place: 1,", '"place" has no meaning in a question of type one answer'),
    (QUIZ, "place: 2", "place: 2, is_right: true", '"is_right" has no meaning in a question of type put in order'),
    (QUIZ, "place: 2", "place: 3", "the places are not 1, 2, 3 and so on"),
    (QUIZ, "place: 2", "place: two", '"two" does not fit here, write a whole number'),
    (QUIZ, "match: Calcium, ", "", "the pairs are not complete"),
    (QUIZ, "text: Rice,", "text: Rice, match: x,", '"match" has no meaning in a question of type one answer'),
    (QUIZ, "right: 50", "right: 101", "the right number is not on the scale"),
    (QUIZ, "right: 50", "right: 52", "no step of the scale reaches the right number"),
    (QUIZ, "right: 50", "right: 5_0", '"5_0" can be misread'),
    (QUIZ, "block: food", "block: meals", 'guide.strong-bones has no block "meals", use one of food'),
    (QUIZ, "type: one answer", "type: number on a scale", "it must have one, add the scale or take it out"),
    ("intakes.yaml", "amount: 1200 mg", "amount: 1200 µg", ':8: intake.calcium-women: amount: "1200 µg" is no amount'),
    ("intakes.yaml", "amount: 1200 mg", "amount: 1,200 mg", '"1,200 mg" is no amount, write a number, a space and'),
    ("intakes.yaml", "amount: 1200 mg", "amount: 1200mg", '"1200mg" is no amount'),
    ("intakes.yaml", "amount: 1200 mg", "amount: 1200.0 mg", '"1200.0 mg" is no amount'),
    ("intakes.yaml", "amount: 1200 mg", "amount: [1200, mg]", "a list is no amount"),
    ("foods.yaml", "nutrient.calcium, amount: 8", "nutrient.iron, amount: 8", ':8: food.natto: amounts/1/nutrient: '),
    ("foods.yaml", "grams: '40.5'", "grams: NaN", "grams: \"NaN\" does not fit here, write a number such as 2.5"),
    ("pictures.yaml", "plate.svg", "../plate.svg", ':2: picture.plate: file: "../plate.svg" is not the name of'),
    ("pictures.yaml", "plate.svg", "dish.svg", ':2: picture.plate: file: there is no drawing "dish.svg"'),
    ("rules.yaml", "food.natto", "medicine.warfarin", 'when/foods/1: "medicine.warfarin" is a medicine, use'),
    ("rules.yaml", "when: {always: true}", "when: always", "when: \"always\" does not fit here, write fields"),
    ("subjects.yaml", "MK-?[47]", "MK-?[47", "patterns/2: it is no regular expression"),
    ("subjects.yaml", "MK-?[47]", "MK-?[[47]", "patterns/2: it is no regular expression (possible nested set"),
    ("subjects.yaml", "MK-?[47]", "MK{5000000000}", "patterns/2: it is no regular expression (the repetition number"),
    ("pack.yaml", "version: 2026.11.1", "versions: 2026.11.1", "pack.yaml:1: version: it is missing, add it."),
]  # fmt: skip


@pytest.mark.parametrize("edit", EDITS, ids=[f"{n}-{edit[3][:40]}" for n, edit in enumerate(EDITS)])
def test_a_broken_source_is_named_by_file_line_and_cure(copy: Path, faults: Faults, edit: tuple[str, ...]) -> None:
    file, old, new, says = edit
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")
    found = faults()
    assert any(one.startswith(f"pack/{file}:") and says in one for one in found), found
    assert all(one.endswith(".") and "\n" not in one for one in found)


def test_a_huge_file_is_not_read(copy: Path, faults: Faults) -> None:
    (copy / "terms.yaml").write_text("- id: term.x\n  term: '" + "x" * 10_000_000 + "'\n")
    assert faults()[0] == "pack/terms.yaml:1: the file is larger than 1,000,000 bytes, split it in two."


def test_a_yaml_bomb_does_not_go_off(copy: Path, faults: Faults) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    (copy / "terms.yaml").write_text("\n".join(lines))
    assert faults()[0] == "pack/terms.yaml:1: a: & and * are not used here (a), write the words out."


def test_a_very_deep_list_is_refused(copy: Path, faults: Faults) -> None:
    (copy / "terms.yaml").write_text("[" * 50_000)
    assert "too deep" in faults()[0] or "not YAML" in faults()[0]


def test_letters_that_are_not_utf8_are_named_by_line(copy: Path, faults: Faults) -> None:
    (copy / "terms.yaml").write_bytes("- id: term.x\n  term: café\n".encode("latin-1"))
    assert "pack/terms.yaml:2: a letter is not UTF-8, save the file as UTF-8." in faults()


def test_an_empty_file_is_named(copy: Path, faults: Faults) -> None:
    (copy / "terms.yaml").write_text("# nothing yet\n")
    assert "pack/terms.yaml:1: the file is empty, fill it or delete it." in faults()


def test_a_table_that_is_no_list_is_named(copy: Path, faults: Faults) -> None:
    (copy / "screening.yaml").write_text("id: screening.s01\n")
    cure = "write a list, each entry starting with - id:."
    assert faults() == [f"pack/screening.yaml:1: the file has the wrong form, {cure}"]


def test_a_file_we_do_not_know_is_named(copy: Path, faults: Faults) -> None:
    (copy / "medicnes.yaml").write_text("[]\n")
    assert faults()[0].startswith("pack/medicnes.yaml:1: this file is no part of a pack, use one of")


def test_a_folder_without_a_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceErrors, match=r"pack\.yaml:1: the file is not there, add it\."):
        read_pack(tmp_path)


def test_everything_that_is_wrong_is_told_at_once(copy: Path, faults: Faults) -> None:
    for file, old, new, _ in (EDITS[0], EDITS[40], EDITS[-3]):
        path = copy / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = faults()
    assert len(found) >= 3
    assert found == sorted(found)


def test_an_item_past_its_expiry_is_refused_when_the_day_is_given(copy: Path) -> None:
    pictures = Path(__file__).parent / "pictures"
    read_pack(copy, pictures, today=date(2028, 1, 10))
    with pytest.raises(SourceErrors, match="may not be printed since 2028-01-10, review it anew"):
        read_pack(copy, pictures, today=date(2028, 1, 11))


def test_a_table_that_is_not_there_has_no_rows(copy: Path, faults: Faults) -> None:
    (copy / "screening.yaml").unlink()
    assert faults() == []


def test_the_command_prints_sentences_and_exits_with_2(copy: Path) -> None:
    (copy / "terms.yaml").write_text("- id: term.x\n")
    done = subprocess.run(
        [sys.executable, "-m", "content.source", str(copy)],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert done.returncode == 2
    assert "pack/terms.yaml:1: term.x: definition: it is missing, add it." in done.stderr
    assert "Traceback" not in done.stderr

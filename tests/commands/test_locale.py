"""What translators run, in a small house of its own, as docs/translators.md says it."""

import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from commands.line import main
from content.library import Library
from content.model import KINDS, Phrase, Rule, Term
from content.strings import strings
from i18n.catalogue import open_po
from i18n.descriptor import FOLDER
from i18n.locales import load
from visit.plan import plan
from visit.sheet import sheet
from visit.visit import Opened, Visit

ROOT = Path(__file__).parents[2]
PACK = "content/packs/bone-health"
SWAHILI = {
    "rule.calcium-apart:title": "Kalsiamu kando",
    "rule.calcium-apart:say": "Meza kalsiamu saa 4 baadaye.",
    "rule.calcium-apart:why": "Kalsiamu huzuia dawa.",
    "term.bone-density:term": "uzito wa mfupa",
    "term.bone-density:definition": "Kiasi cha madini kwenye mfupa, kama kahawa ya maziwa yenye kahawa zaidi.",
    "phrase.keep-apart:text": "Weka {first} na {second} mbali.",
}


@pytest.fixture
def house(tmp_path):
    """A house with the small pack, one screen and English."""
    made = tmp_path / "house"
    shutil.copytree(ROOT / "tests/content/pack", made / PACK)
    guides = made / PACK / "guides"
    replace(
        guides / "strong-bones.yaml",
        "exempt:\n  - {rule: grade, reason: The name of the scan is long, where: studies}\n",
        "",
    )
    replace(guides / "blood-thinner.yaml", "sources:", "codes: [{system: ICD-10-CM, value: D68.32}]\nsources:")
    (made / "ui").mkdir()
    (made / "ui" / "a.py").write_text("gettext('Print')\nngettext('{n} page', '{n} pages', n)\n")
    (made / "resources").mkdir()
    shutil.copytree(FOLDER / "en", made / "i18n/locales/en")
    return made


def replace(file, before, after):
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def fill(house, code, texts):
    for file in (house / "i18n/locales" / code).glob("*.po"):
        catalogue = open_po(file)
        for entry in catalogue:
            entry.msgstr = texts.get(entry.msgctxt, entry.msgstr)
        catalogue.save(str(file))


def steps():
    """Give the commands of the ten steps, as they stand in the document."""
    ten = (ROOT / "docs/translators.md").read_text("utf-8").partition("## Ten steps")[2].partition("\n## ")[0]
    said = re.findall(r"`\./run ((?:locale|content) [^`]+)`", ten)
    return [re.sub(r"\bso\b", "sw", command).split() for command in said]


def test_the_ten_steps_lead_from_nothing_to_three_items_in_a_new_language(house, monkeypatch):
    monkeypatch.chdir(house)
    for command in steps():
        if command[:2] == ["locale", "check"]:
            fill(house, "sw", SWAHILI)
        assert main(command, house) == 0, command
    assert [command[1] for command in steps()] == ["add", "sync", "check", "build", "status", "submit"]
    library, language = Library.open(house / "resources/content.db"), load("sw", house / "i18n/locales")
    shown = [one for kind in KINDS for one in library.every(kind, "sw") if any(strings(one.item))]
    assert {one.item.id for one in shown if one.is_translated} == {key.partition(":")[0] for key in SWAHILI}
    assert library.get(Rule, "rule.calcium-apart", "sw").item.say == SWAHILI["rule.calcium-apart:say"]
    visit = Visit(guides=(Opened("guide.strong-bones"),), date=date(2026, 11, 22))
    made = sheet(plan(visit, library), visit, library, language)
    assert made.stamp.draft
    assert next(one for one in made.sections if one.id == "guide.strong-bones").untranslated
    assert zipfile.ZipFile(house / "sw.zip").namelist()[-1] == "sw/locale.toml"


@pytest.fixture
def swahili(house, capsys):
    """The small house with all of it in Swahili, of a kind: each English with a word before it."""
    assert main(["locale", "add", "sw"], house) == 0
    for file in (house / "i18n/locales/sw").glob("*.po"):
        catalogue = open_po(file)
        for entry in catalogue:
            said = entry.msgid if entry.msgctxt == "medicine.warfarin:name" else f"Neno {entry.msgid}"
            forms = {n: f"Neno {text}" for n, text in enumerate((entry.msgid, entry.msgid_plural))}
            entry.msgstr, entry.msgstr_plural = ("", forms) if entry.msgid_plural else (said, {})
        catalogue.save(str(file))
    assert main(["locale", "check", "sw"], house) == 0
    capsys.readouterr()
    return house


def change(house):
    """Change one dose, one plural and one letter of the English."""
    replace(house / PACK / "guides/strong-bones.yaml", "[[1200 mg]] of calcium a day", "[[1300 mg]] of calcium a day")
    replace(house / "ui/a.py", "'{n} pages'", "'{n} whole pages'")
    replace(house / PACK / "terms.yaml", "like café", "like a café")


def test_one_dose_one_plural_and_one_letter_send_exactly_their_items_back_to_english(swahili, capsys):
    change(swahili)
    for command in (["locale", "status", "sw", "--items"], ["locale", "sync", "sw"], ["content", "build"]):
        assert main(command, swahili) == 0
    library = Library.open(swahili / "resources/content.db")
    shown = [one for kind in KINDS for one in library.every(kind, "sw") if any(strings(one.item))]
    assert {one.item.id for one in shown if not one.is_translated} == {"guide.strong-bones", "term.bone-density"}
    before = capsys.readouterr().out
    assert main(["locale", "status", "sw", "--items"], swahili) == 0
    after = capsys.readouterr().out
    for said, why in ((before, "the English changed"), (after, "to look at again")):
        assert re.findall(r"^  (\S+): in English", said, re.M) == ["guide.strong-bones", "term.bone-density"]
        assert f"guide.strong-bones:blocks/food/paragraphs/0: {why}: “Women over 50 need [[1200 mg]]" in said
        assert f"term.bone-density:definition: {why}" in said
        assert f"interface: {{n}} page: {why}: “{{n}} pages” is now “{{n}} whole pages”" in said
    assert load("sw", swahili / "i18n/locales").ngettext("{n} page", "{n} whole pages", 3) == "{n} whole pages"


def test_a_letter_may_be_called_trivial_by_name_and_a_dose_may_not(swahili, capsys):
    change(swahili)
    keys = ("term.bone-density:definition", "guide.strong-bones:blocks/food/paragraphs/0")
    dose = ["locale", "sync", "sw", "--trivial", keys[1], "Ana Ruiz: only a digit"]
    assert main(dose, swahili) == 2
    assert "needs a translator" in capsys.readouterr().err
    assert main(["locale", "sync", "sw", "--trivial", keys[0], "because"], swahili) == 2
    assert main(["locale", "sync", "sw", "--trivial", "term.nothing:term", "Ana Ruiz: a letter"], swahili) == 2
    assert "nothing was kept" in capsys.readouterr().err


def test_what_is_trivial_stays_published_and_is_logged(swahili):
    change(swahili)
    key = "term.bone-density:definition"
    assert main(["locale", "sync", "sw", "--trivial", key, "Ana Ruiz: an article was missing"], swahili) == 0
    assert main(["content", "build"], swahili) == 0
    library = Library.open(swahili / "resources/content.db")
    assert library.get(Term, "term.bone-density", "sw").is_translated
    assert "Ana Ruiz" in (swahili / "i18n/locales/sw/trivial.tsv").read_text("utf-8")


def test_only_a_sign_off_takes_the_draft_mark_away_and_any_change_brings_it_back(swahili, capsys):
    rule = ("rule.calcium-apart", "sw")

    def is_draft():
        assert main(["content", "build"], swahili) == 0
        return Library.open(swahili / "resources/content.db").get(Rule, *rule).is_draft

    assert is_draft()
    assert main(["locale", "sign", "sw", rule[0], "--reviewer", "Ana Ruiz, RN"], swahili) == 0
    assert not is_draft()
    fill(swahili, "sw", {"rule.calcium-apart:why": "Neno jingine."})
    assert is_draft()
    assert main(["locale", "status", "sw"], swahili) == 0
    assert "0 signed off" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("item", "reviewer", "said"),
    [
        ("rule.none", "Ana Ruiz", "no such item"),
        ("guide.strong-bones", "Ana Ruiz", "not finished"),
        ("rule.calcium-apart", " ", "who checked it"),
        ("rule.calcium-apart", "Ana\tRuiz", "who checked it"),
    ],
)
def test_what_cannot_be_signed_off_is_said_in_a_sentence(swahili, capsys, item, reviewer, said):
    fill(swahili, "sw", {"guide.strong-bones:why": ""})
    assert main(["locale", "sign", "sw", item, "--reviewer", reviewer], swahili) == 2
    assert said in capsys.readouterr().err


def test_the_report_shows_each_finding_with_both_texts_and_where_it_stands(swahili, tmp_path):
    fill(swahili, "sw", {"guide.strong-bones:blocks/food/paragraphs/0": "Neno [[120 mg]] <script>alert(1)</script>"})
    page = tmp_path / "sw.html"
    assert main(["locale", "check", "sw", "--report", str(page)], swahili) == 2
    said = page.read_text("utf-8")
    assert "[[1200 mg]]</bdi> is missing." in said
    assert "Women over 50 need " in said
    assert " of calcium a day." in said
    assert "&lt;script&gt;" in said
    assert "<script" not in said
    assert "<td>guide</td>" in said


APART = 'msgctxt "phrase.keep-apart:text"\nmsgid "Keep {first} and {second} apart."\nmsgstr '
HOSTILE = {
    "markup": f'{APART}"<b>{{first}} {{second}}</b>"\n',
    "percent": f'{APART}"%n {{first}} {{second}}"\n',
    "class": f'{APART}"{{0.__class__}}"\n',
    "null": 'msgid "a"\nmsgstr "b\0"\n',
    "long": f'msgid "a"\nmsgstr "{"b" * 7_000_000}"\n',
    "larger": f'msgid "a"\nmsgstr "{"b" * 10_000_000}"\n',
    "charset": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-7\\n"\n',
    "bytes": b'msgid "a"\nmsgstr "\xff\xfe"\n',
    "twice": 'msgctxt "a:b"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "a:b"\nmsgid "c"\nmsgstr "d"\n',
    "no catalogue": "import os; os.system('touch x')\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_catalogue_is_refused_in_a_sentence_and_publishes_nothing(house, name, capsys):
    assert main(["locale", "add", "sw"], house) == 0
    data = HOSTILE[name]
    (house / "i18n/locales/sw/phrases.po").write_bytes(data if isinstance(data, bytes) else data.encode())
    capsys.readouterr()
    assert main(["locale", "check", "sw"], house) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert all("phrases.po" in line and line.endswith(".") and "Traceback" not in line for line in said)
    if main(["content", "build"], house) == 0:
        assert not Library.open(house / "resources/content.db").get(Phrase, "phrase.keep-apart", "sw").is_translated
    else:
        assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("task", ["add", "sync", "check", "status", "submit"])
@pytest.mark.parametrize("name", ["../../etc", "/etc", "sw/../en", "..", "sw\0", "-", "x" * 5000])
def test_a_name_that_leads_out_of_the_folder_is_no_locale(house, task, name, capsys):
    before = sorted(house.rglob("*"))
    assert main(["locale", task, *(["--"] if name == "-" else []), name], house) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert sorted(house.rglob("*")) == before

"""What `pybabel extract` finds by our mapping files is what `locale sync` works with: one domain each."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from commands.locale import sources
from commands.places import Places
from i18n.catalogue import DOMAINS
from i18n.tools.sources import Source, interface_strings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def ours():
    return tuple(sources(Places(ROOT)))


def extracted(domain, target):
    mapping = ROOT / "i18n" / "extraction" / f"{domain}.toml"
    CommandLineInterface().run(["pybabel", "-q", "extract", "-F", str(mapping), "-o", str(target), "."])
    with target.open("rb") as file:
        return [message for message in read_po(file) if message.id]


@pytest.mark.parametrize("domain", DOMAINS)
def test_pybabel_finds_exactly_our_sentences(domain, ours, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    found = extracted(domain, tmp_path / "x.pot")
    theirs = {(m.context or "", *(m.id if isinstance(m.id, tuple) else (m.id, ""))) for m in found}
    assert theirs == {(one.key, one.english, one.plural) for one in ours if one.domain == domain}
    assert len(found) > 20


def test_the_command_of_the_document_writes_a_template(tmp_path):
    said = (ROOT / "docs/translators.md").read_text("utf-8")
    command = re.search(r"`\.venv/bin/python (-m babel\.messages\.frontend extract [^`]+)`", said)
    arguments = command[1].replace("guides.pot", str(tmp_path / "guides.pot")).split()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "guide.osteoporosis:title" in (tmp_path / "guides.pot").read_text("utf-8")


def test_each_text_of_content_says_its_file_line_and_note(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    found = {message.context: message for message in extracted("guides", tmp_path / "x.pot")}
    message = found["picture.bone-turnover:alt"]
    file, line = message.locations[0]
    assert file == "content/packs/bone-health/pictures.yaml"
    written = (ROOT / file).read_text("utf-8").splitlines()[line - 1 :]
    assert message.id.split()[0] in " ".join(written[:2])
    assert message.auto_comments == ["Read aloud in place of the picture."]


def test_titles_and_names_say_how_much_room_they_have(ours):
    rooms = {one.key: one.max_length for one in ours}
    assert rooms["guide.osteoporosis:title"] == 60
    assert rooms["medicine-class.thiazide:name"] == 60
    assert rooms["guide.osteoporosis:purpose"] is None
    long = next(one for one in ours if one.key.endswith(":title") and len(one.english) > 30)
    assert f"max-length:{2 * len(long.english)}" in long.flags


def test_every_way_of_speaking_is_found(tmp_path):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "a.py").write_text(
        "_('One')\nmark('Two')\nself.language.gettext('Three')\nlanguage.ngettext('{n} day', '{n} days', n)\n"
        "# Note: on a small button, max-length:8\nself.gettext('Print')\n"
    )
    found = [one for one in interface_strings(tmp_path) if one.domain == "ui"]
    assert [one.english for one in found] == ["One", "Two", "Three", "{n} day", "Print"]
    assert found[-1].flags == ["max-length:8"]
    assert found[-2].flags == ['placeholders:"{n}"']


def test_a_dose_is_flagged_as_a_place_so_that_weblate_guards_it():
    assert Source("guides", "g:t", "Take [[45 mg]] with {food}.").flags == ['placeholders:"[[45 mg]]":"{food}"']

"""Translators' own tools read, check and merge our catalogues, and nothing that guards a dose is lost on the way."""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from translate.storage.pypo import pofile

from commands.locale import sources
from commands.places import Places
from i18n.catalogue import open_po
from i18n.descriptor import FOLDER, codes, read
from i18n.tools.add import add
from i18n.tools.sync import sync

ROOT = Path(__file__).parents[2]
SHIPPED = [code for code in codes() if code != "en" and not read(code).is_pseudo]
# One catalogue of each locale, so that all have their turn and the whole takes a few seconds.
DOMAINS = ("ui", "phrases", "nutrients", "qt")
CATALOGUES = [FOLDER / code / f"{DOMAINS[n % len(DOMAINS)]}.po" for n, code in enumerate(SHIPPED)]
# What pofilter looks for that holds in every language; numbers, doses and spaces are ours to check.
FILTERS = ("xmltags", "urls", "emails", "escapes", "newlines", "tabs", "pythonbraceformat", "nplurals", "variables",
           "compendiumconflicts")  # fmt: skip


def tool(name, *arguments):
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed; requirements/system-test.txt names it")
    return subprocess.run([name, *map(str, arguments)], capture_output=True, text=True, check=False)


def texts(catalogue):
    return {(e.msgctxt, e.msgid): (e.msgstr, dict(e.msgstr_plural)) for e in catalogue if e.translated()}


def flags(catalogue):
    return {(e.msgctxt, e.msgid): sorted(e.flags) for e in catalogue if e.flags and not e.obsolete}


def keeps(found, wanted):
    """Tell whether every flag is still there; Babel adds what it thinks of percent signs and braces."""
    return all(set(names) <= set(found[key]) for key, names in wanted.items())


def test_msgfmt_finds_nothing_wrong():
    for file in sorted(FOLDER.glob("*/*.po")):
        done = tool("msgfmt", "-c", "-o", "/dev/null", file)
        assert done.returncode == 0, done.stderr


def test_i18nspector_finds_no_error():
    found = tool("i18nspector", *CATALOGUES).stdout.splitlines()
    assert [line for line in found if line.startswith("E:")] == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_pofilter_finds_nothing(file, tmp_path):
    wanted = [argument for name in FILTERS for argument in ("-t", name)]
    program = Path(sys.executable).with_name("pofilter")
    said = subprocess.run(
        [program, "--progress=none", "--nofuzzy", *wanted, f"--language={file.parent.name.partition('_')[0]}", file,
         tmp_path / "found.po"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    found = tmp_path / "found.po"
    assert [entry.tcomment for entry in (polib.pofile(str(found)) if found.exists() else ())] == []


@pytest.fixture(scope="module")
def english():
    return tuple(sources(Places(ROOT)))


@pytest.fixture(scope="module")
def templates(english, tmp_path_factory):
    """Catalogues with the English of today and nothing else. (Babel's would call "2% fat" a format of Python.)"""
    folder = tmp_path_factory.mktemp("templates")
    add("sw", folder)
    sync("sw", english, folder)
    return folder / "sw"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_msgmerge_keeps_every_translation_and_our_sync_gives_back_the_flags_it_drops(
    file, english, templates, tmp_path
):
    code = file.parent.name
    (tmp_path / code).mkdir()
    for one in (file, file.with_name("locale.toml")):
        shutil.copy(one, tmp_path / code)
    every = [one for one in english if one.domain == file.stem]
    sync(code, every, tmp_path)
    ours = tmp_path / code / file.name
    before = open_po(ours)
    done = tool("msgmerge", "-q", "--no-fuzzy-matching", "--update", "--backup=off", ours, templates / file.name)
    assert done.returncode == 0, done.stderr
    assert texts(open_po(ours)) == texts(before)
    sync(code, every, tmp_path)
    assert flags(open_po(ours)) == flags(before)
    assert texts(open_po(ours)) == texts(before)


@pytest.mark.parametrize("file", CATALOGUES[:4], ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_tools_that_keep_flags_keep_ours(file, tmp_path):
    wanted = open_po(file)
    written = tmp_path / "babel.po"
    with file.open("rb") as source, written.open("wb") as target:
        write_po(target, read_po(source))
    assert keeps(flags(polib.pofile(str(written))), flags(wanted))
    again = BytesIO()
    pofile.parsefile(str(file)).serialize(again)
    assert keeps(flags(polib.pofile(again.getvalue().decode("utf-8"))), flags(wanted))
    assert texts(polib.pofile(again.getvalue().decode("utf-8"))) == texts(wanted)

"""No sentence people read stands in the code of the screens outside gettext."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWS = {
    "setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setInformativeText", "addItem", "addTab", "addAction",
    "addButton", "setLabelText", "setHtml", "setPlainText", "setHeaderLabels", "setPrefix", "setSuffix",
    "say", "open_with", "setTabText", "setItemText", "setCurrentText", "showMessage",
}  # fmt: skip
MAKES = {"QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton"}
TEXTS = {"text", "title", "toolTip", "windowTitle", "placeholderText", "accessibleName", "statusTip", "whatsThis"}
SPEAKS = {"_", "gettext", "ngettext", "pgettext", "npgettext", "mark"}


def called(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def has_words(node):
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and sum(map(str.isalpha, node.value)) > 1
    if isinstance(node, ast.JoinedStr):
        return any(has_words(part) for part in node.values if isinstance(part, ast.Constant))
    if isinstance(node, ast.BinOp):
        return has_words(node.left) or has_words(node.right)
    return False


def is_signal(node):
    """Tell a word that programs say to each other: one, in small letters."""
    return isinstance(node, ast.Constant) and node.value.isidentifier() and node.value.islower()


def hard_coded(source):
    """Give the lines where a literal with letters is shown, or where gettext is given something that is no literal."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = called(node)
            given = (*node.args, *(keyword.value for keyword in node.keywords if keyword.arg in TEXTS))
            if name in SHOWS | MAKES and any(has_words(argument) and not is_signal(argument) for argument in given):
                yield node.lineno
            if name in SPEAKS and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args):
                yield node.lineno


def test_the_lint_finds_what_is_seeded():
    seeded = (
        "label.setText('Hello')\nQLabel('Hello')\nbox.addItem(f'Page {n}')\nb.setToolTip('an ' + name)\n"
        "_(f'Hello {name}')\nlanguage.gettext('a' + b)\nx.setAccessibleName('Close it')\n"
        "QPushButton(text='Go on')\nself._next.say('Go on')\nself.open_with(_('Hello'), 'Words')\n"
    )
    good = (
        "line.say('done', data)\nlabel.setText(_('Hello'))\nQLabel('1')\nlabel.setText('→')\n"
        "label.setObjectName('hello')\n"
    )
    assert sorted(hard_coded(seeded)) == list(range(1, 11))
    assert list(hard_coded(good)) == []


@pytest.mark.parametrize(
    "file", sorted((ROOT / "ui").rglob("*.py")), ids=lambda file: file.relative_to(ROOT).as_posix()
)
def test_no_screen_speaks_outside_the_catalogue(file):
    assert list(hard_coded(file.read_text("utf-8"))) == []

"""Write the Chinese characters of GB 2312 in the order of their sound: `python -m tests.alphabet`.

Qt carries ICU, which knows the order of Unicode's CLDR; the application itself need not.
"""

import textwrap
from pathlib import Path

from PySide6.QtCore import QCollator, QLocale

ROOT = Path(__file__).parents[1]
FILE = ROOT / "i18n/locales/zh_Hans/alphabet.txt"
_HEAD = "# The characters of GB 2312 by their sound (pinyin). Source: Unicode CLDR, by tests/alphabet.py.\n"


def characters() -> list[str]:
    """List the Chinese characters of the standard."""
    found = []
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            try:
                found.append(bytes((lead, trail)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def alphabet() -> str:
    """Give the text of the file."""
    ordered = sorted(characters(), key=QCollator(QLocale("zh_CN")).sortKey)
    return _HEAD + "\n".join(textwrap.wrap("".join(ordered), 60)) + "\n"


if __name__ == "__main__":
    FILE.write_text(alphabet(), encoding="utf-8", newline="\n")

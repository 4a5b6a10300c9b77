"""Follow every arrow on every screen, in two languages and sizes: `python -m tests.arrows [PLACE …]`; takes minutes."""

import sys
import tempfile
from pathlib import Path

from clinic.settings import Settings
from content.library import Library
from tests.ui.places import PLACES, STAFF_PLACES, told
from tests.ui.test_arrows import arrows_miss
from ui.app import Options, build, prepare
from ui.staff_room import StaffRoom

ROOT = Path(__file__).parents[1]


def main(wanted: list[str]) -> int:
    """Print what no arrow leads to. Exit status 1 where there is any."""
    missed = 0
    application, library = prepare(ROOT / "resources"), Library.open(ROOT / "resources/content.db")
    for locale, size in (("en", (1024, 600)), ("ar", (1080, 1920))):
        room = StaffRoom(folder=Path(tempfile.mkdtemp()), settings=Settings())
        options = Options(
            windowed=True, locale=locale, text_percent=100, theme="light", resources=ROOT / "resources",
            locales=ROOT / "i18n/locales", staff=room,
        )  # fmt: skip
        window = build(options, library, application)
        window.resize(*size)
        window.show()
        window.state.replace(told(window.state.visit))
        for name in wanted or (*PLACES, *STAFF_PLACES):
            found = arrows_miss(window, name)
            missed += len(found)
            print(f"{locale} {name}: {'every control' if not found else f'not {found}'}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

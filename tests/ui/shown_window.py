"""Show one screen and wait: `python shown_window.py STORE SCREEN`; for a reader in another process."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from content.library import Library  # noqa: E402  after the path is set
from tests.ui.places import PLACES  # noqa: E402
from ui.app import Options, build, prepare  # noqa: E402

application = prepare(ROOT / "resources")
options = Options(
    windowed=True, locale="en", text_percent=100, theme="light", resources=ROOT / "resources",
    locales=ROOT / "i18n/locales",
)  # fmt: skip
window = build(options, Library.open(Path(sys.argv[1])), application)
window.show()
window.fulfil(PLACES[sys.argv[2]])
print("shown", flush=True)
sys.exit(application.exec())

"""Draw the picture of the README anew: `python -m tests.readme_picture`."""

from typing import Final

from tests.gallery import HOUSE, Look, opened_window, shown

FILE: Final = HOUSE / "docs" / "pictures" / "home-es_US.png"

if __name__ == "__main__":
    shown(opened_window(Look("es_US", (1280, 800), "light", 100)), "home").save(str(FILE))

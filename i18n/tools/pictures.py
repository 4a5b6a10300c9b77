"""Where each sentence stands: the index beside the pictures of the screens that `locale pictures` makes.

`index.json` is an object. Its names are those of entries: the key, or the English where an entry has no key. Each holds
a list of places: `{"screen": "home", "picture": "home.png", "rectangle": [x, y, width, height]}`, in pixels of the
picture, which stands in the same folder.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from i18n.errors import BadCatalogue

INDEX: Final = "index.json"
_CURE: Final = "is not an index of pictures; `locale pictures` makes it anew"


@dataclass(frozen=True, slots=True)
class Stand:
    """One place where a sentence stands: the screen, the file of its picture, and where in it, in pixels."""

    screen: str
    picture: str
    rectangle: tuple[int, int, int, int]


Stands: TypeAlias = Mapping[str, tuple[Stand, ...]]


def read_index(folder: Path) -> Stands:
    """Read the index of a folder of pictures; empty where there is none. Raises: BadCatalogue."""
    file = folder / INDEX
    if not file.is_file():
        return {}
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {name: tuple(_stand(place) for place in places) for name, places in found.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadCatalogue(file, 0, _CURE) from error


def _stand(place: Mapping[str, Any]) -> Stand:
    """Take one place. Its picture is a plain file name: nothing outside the folder is shown. Raises: ValueError."""
    x, y, width, height = map(int, place["rectangle"])
    picture = str(place["picture"])
    if Path(picture).name != picture or "\\" in picture:
        raise ValueError(picture)
    return Stand(str(place["screen"]), picture, (x, y, width, height))

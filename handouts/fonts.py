"""The fonts we draw with: which face holds which sign, and how wide and tall it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from unicodedata import category

import uharfbuzz as hb

from handouts.errors import FontUnusable

SHIPPED = Path(__file__).resolve().parent.parent / "resources" / "fonts"
# Naskh letters stand small beside Latin ones of the same size.
_SCALES = {"NotoNaskhArabic": 1.16}
_FIRST = {"zh": "NotoSansSC", "ko": "NotoSansKR"}


@dataclass(frozen=True, eq=False)
class Face:
    """One TrueType file, opened; `is_faux_bold` thickens a face that has no bold of its own."""

    file: Path
    blob: hb.Face
    is_faux_bold: bool = False
    font: hb.Font = field(init=False)
    signs: frozenset[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare what every use needs."""
        object.__setattr__(self, "font", hb.Font(self.blob))
        object.__setattr__(self, "signs", frozenset(self.blob.unicodes))

    @property
    def name(self) -> str:
        """Give the PostScript name."""
        return self.file.stem

    @property
    def scale(self) -> float:
        """Tell how much larger than its neighbours this face is set."""
        return _SCALES.get(self.name.partition("-")[0], 1.0)

    @cached_property
    def per_mille(self) -> float:
        """Give the factor from font units to thousandths."""
        return 1000 / float(self.blob.upem)

    def draws(self, cluster: str) -> bool:
        """Tell whether every sign of a cluster is in this face; signs without form do not count."""
        return all(ord(sign) in self.signs or is_formless(sign) for sign in cluster)


class FontBook:
    """All faces of a folder, opened when first needed."""

    def __init__(self, folder: Path) -> None:
        """Look at the file names only."""
        self.folder = folder
        self.families = sorted({file.stem.partition("-")[0] for file in folder.glob("*.ttf")})
        if not self.families:
            raise FontUnusable(folder, "no fonts in this folder")
        self._faces: dict[tuple[str, bool], Face] = {}
        self._stacks: dict[tuple[tuple[str, ...], bool], tuple[Face, ...]] = {}

    def stack(self, preferred: Sequence[str], is_strong: bool) -> tuple[Face, ...]:
        """Give the faces to try, in order: those preferred, then every other."""
        key = tuple(preferred), is_strong
        if key not in self._stacks:
            order = [name for name in dict.fromkeys(preferred) if name in self.families]
            order += [name for name in self.families if name not in order]
            self._stacks[key] = tuple(self._face(name, is_strong) for name in order)
        return self._stacks[key]

    def _face(self, family: str, is_strong: bool) -> Face:
        key = family, is_strong
        if key not in self._faces:
            bold, regular = self.folder / f"{family}-Bold.ttf", self.folder / f"{family}-Regular.ttf"
            has_bold = bold.exists()
            self._faces[key] = _open(bold if is_strong and has_bold else regular, is_strong and not has_bold)
        return self._faces[key]


@lru_cache(maxsize=2)
def fonts_in(folder: Path = SHIPPED) -> FontBook:
    """Give the fonts of a folder; the shipped ones by default."""
    return FontBook(folder)


def families_of(tag: str, declared: Sequence[str] = ()) -> tuple[str, ...]:
    """Give the families a language is set in, from the font files it declares.

    Latin letters and digits come from one family on the whole sheet, except where a script brings signs of its width.
    """
    first = _FIRST.get(tag.partition("-")[0], "NotoSans")
    families = [name.replace(" ", "").partition("-")[0].removesuffix(".ttf") for name in declared]
    return (first, *(name for name in (*families, "NotoSans") if name != first))


def is_formless(sign: str) -> bool:
    """Tell whether a sign only steers its neighbours (joiners, isolates, variation selectors)."""
    return category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f"


def _open(file: Path, is_faux_bold: bool) -> Face:
    if not file.exists():
        raise FontUnusable(file, "not found")
    blob = hb.Face(hb.Blob.from_file_path(str(file)))
    if "glyf" not in blob.table_tags:
        raise FontUnusable(file, "not a TrueType font")
    return Face(file, hb.subset_preprocess(blob), is_faux_bold)

"""Every screen and every page to look through, as one HTML page: `make gallery`.

Run: python -m tests.gallery [--out gallery] [--locale CODE …] [--screen NAME …] [--no-paper]

Screens: each × locale (the pseudo ones too) × look (size of the window and of the words) × theme, drawn offscreen and
kept small. Paper: each sample visit × locale, one visit in every size of print, and each language with English beside.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from commands.making import Choices, make
from commands.places import Places
from commands.store import opened
from content.library import Library
from i18n.locales import available
from tests.ui.places import PLACES, told
from ui.app import Options, build, prepare
from visit.visit_json import read

HOUSE: Final = Path(__file__).parents[1]
DAY: Final = date(2026, 11, 22)
LOOKS: Final = {"1024x600": ((1024, 600), 100), "1280x800": ((1280, 800), 100), "portrait 200%": ((1080, 1920), 200)}
THEMES: Final = ("light", "dark", "high")
POINTS: Final = (12, 14, 18, 24)
WIDTH: Final = 480
HEAD: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Teachback: every screen and page</title>
<style>body{font:14px sans-serif;margin:1em}figure{display:inline-block;margin:4px;vertical-align:top}
img{border:1px solid #999;max-width:480px}figcaption{font-size:12px}nav a{margin-right:1em}</style>
<h1>Every screen and page</h1>
"""


@dataclass
class Gallery:
    """Pictures in the order of their chapters."""

    folder: Path
    chapters: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def place_for(self, chapter: str, caption: str) -> Path:
        """Give the file of a new picture."""
        pictures = self.chapters.setdefault(chapter, [])
        name = f"{chapter}-{len(pictures):04}.jpg".replace(" ", "-")
        pictures.append((name, caption))
        return self.folder / name

    def write(self) -> None:
        """Write the page that shows them all."""
        contents = "".join(f'<a href="#{escape(one)}">{escape(one)}</a> ' for one in self.chapters)
        parts = [HEAD, f"<nav>{contents}</nav>"]
        for chapter, pictures in self.chapters.items():
            parts.append(f'<h2 id="{escape(chapter)}">{escape(chapter)}</h2>')
            parts += [
                f'<figure><a href="{name}"><img loading="lazy" src="{name}" alt=""></a>'
                f"<figcaption>{escape(caption)}</figcaption></figure>"
                for name, caption in pictures
            ]
        (self.folder / "index.html").write_text("\n".join(parts), "utf-8")


def settle() -> None:
    """Let Qt finish what it began."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def screens(gallery: Gallery, library: Library, locales: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """Take a picture of every screen; give a word after each window."""
    places = Places(HOUSE)
    application = prepare(places.resources)
    for locale in locales:
        for theme in THEMES:
            for look in LOOKS:
                _window(gallery, library, application, (locale, theme, look), names)
        yield f"screens: {locale}"


def _window(
    gallery: Gallery, library: Library, application: QApplication, shown: tuple[str, str, str], names: Iterable[str]
) -> None:
    locale, theme, look = shown
    size, percent = LOOKS[look]
    options = Options(
        windowed=True, locale=locale, text_percent=percent, theme=theme,
        resources=HOUSE / "resources", locales=HOUSE / "i18n" / "locales",
    )  # fmt: skip
    window = build(options, library, application)
    window.resize(*size)
    window.show()
    window.state.replace(told(window.state.visit))
    for name in names:
        window.fulfil(PLACES[name])
        settle()
        picture = window.grab().scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        picture.save(str(gallery.place_for(name, f"{locale}, {theme}, {look}")), "JPG", 80)
    window.close()
    window.deleteLater()
    settle()


def paper(gallery: Gallery, library: Library, locales: Iterable[str]) -> Iterator[str]:
    """Take a picture of every page of every sample visit; give a word after each language."""
    visits = sorted((HOUSE / "tests" / "visits").glob("*.json"))
    for locale in locales:
        for path in visits:
            _pages(gallery, library, path, Choices(locale=locale))
        _pages(gallery, library, visits[-1], Choices(locale=locale, beside="en" if locale != "en" else "es_US"))
        yield f"paper: {locale}"
    for points in POINTS:
        _pages(gallery, library, visits[-1], Choices(locale="en", text_pt=points))
    yield "paper: sizes"


def _pages(gallery: Gallery, library: Library, path: Path, choices: Choices) -> None:
    made = make(read(path.read_text("utf-8")), choices, library, Places(HOUSE), DAY)
    how = ", ".join(str(part) for part in (path.stem, choices.locale, choices.beside, choices.text_pt) if part)
    document = pypdfium2.PdfDocument(made.pdf)
    for number in range(len(document)):
        page = document[number]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
        picture.save(gallery.place_for("paper", f"{how}, page {number + 1}"), "JPEG", quality=80)
    document.close()


def main(arguments: list[str]) -> int:
    """Make the gallery that was asked for."""
    options = argparse.ArgumentParser(prog="python -m tests.gallery", description="Draw every screen and every page.")
    options.add_argument("--out", type=Path, default=HOUSE / "gallery", metavar="DIR")
    options.add_argument("--locale", nargs="+", metavar="CODE")
    options.add_argument("--screen", nargs="+", metavar="NAME", choices=tuple(PLACES), default=list(PLACES))
    options.add_argument("--no-paper", action="store_true")
    asked = options.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    for old in asked.out.glob("*.jpg"):
        old.unlink()
    places = Places(HOUSE)
    library, gallery = opened(places), Gallery(asked.out)
    locales = asked.locale or [info.code for info in available(places.locales, with_pseudo=True)]
    for said in screens(gallery, library, locales, asked.screen):
        print(said, flush=True)
    for said in () if asked.no_paper else paper(gallery, library, locales):
        print(said, flush=True)
    gallery.write()
    print(f"{asked.out / 'index.html'}: {sum(map(len, gallery.chapters.values()))} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

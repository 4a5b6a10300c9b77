"""What stands around the story on every page: the title at its head; stamp, QR code and page number at its foot."""

from dataclasses import dataclass
from functools import cached_property

from handouts import watermark
from handouts.layout import Layout
from handouts.page import Decoration, Page
from handouts.setting import Align, SetText, Style, set_text
from handouts.signs import qr
from handouts.voice import Voice, voice_of
from i18n.runs import Line, Run
from visit.sheet import Sheet, Stamp

FOOT = Decoration("Footer")
HEAD = Decoration("Header")
QR_SIZE = 46.0
_FOOT_HEIGHT = 50.0
TOP = 44.0
BOTTOM = 30.0


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft says of itself on every page: a sentence at the head, a word across, and whose voice says it."""

    sentence: Line
    word: Line
    voice: Voice


def draft_of(*sheets: Sheet | None) -> Draft | None:
    """Give what the first draft among the languages of a sheet says of itself."""
    for sheet in sheets:
        if sheet and sheet.stamp.draft:
            word = (Run(sheet.language.gettext("Draft")),)
            return Draft(sheet.stamp.draft, word, voice_of(sheet.language))
    return None


@dataclass(frozen=True)
class Frame:
    """What is the same on every page of one sheet."""

    layout: Layout
    voice: Voice
    stamp: Stamp
    style: Style
    draft: Draft | None = None
    title: Line = ()

    @property
    def room(self) -> float:
        """Give the height of a page's text area, in points."""
        return self.layout.size[1] - TOP - BOTTOM - _FOOT_HEIGHT

    def draw_behind(self, page: Page) -> None:
        """Draw what lies behind the text: across a draft, the word of it."""
        if self.draft:
            watermark.draw(page, self.draft.word, self.draft.voice)

    def draw(self, page: Page, number: int, count: int) -> None:
        """Draw the foot of a page and its head: on later pages whose sheet it is, on a draft the sentence of it."""
        if number > 1:
            self._draw_title(page)
        left, width = self.layout.margin, self.layout.width
        y = BOTTOM + _FOOT_HEIGHT - 8
        page.draw(f"0.6 w {left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S", "", "hair", FOOT)
        is_rtl = self.voice.is_rtl
        corner = left if is_rtl else left + width - QR_SIZE
        qr(page, self.stamp.code, (corner, y - QR_SIZE - 1), QR_SIZE, FOOT)
        count_text = self._set(page_count(number, count), 60, Align.END)
        start = left + QR_SIZE + 8
        page.text(count_text, start if is_rtl else left + width - QR_SIZE - 68, y - 8, FOOT)
        words = self._set(self.stamp.words, width - QR_SIZE - 80, Align.START)
        page.text(words, left + QR_SIZE + 80 if is_rtl else left, y - 8, FOOT)
        if self.draft:
            style = Style(max(9.0, self.style.size), is_strong=True, ink="draft")
            text = set_text(self.draft.sentence, self.draft.voice, style, width)
            page.text(text, left, self.layout.size[1] - 11, HEAD)

    @cached_property
    def _running(self) -> SetText:
        """Set the title once for all pages: a person's name is remembered nowhere else."""
        return self._set(self.title, self.layout.width, Align.START, is_own=True)

    def _draw_title(self, page: Page) -> None:
        """Say at the head of a page which sheet it belongs to, should the sheets come apart."""
        text = self._running
        top = self.layout.size[1] - (25 if self.draft else 18)
        page.text_line(text, text.lines[0], self.layout.margin, top, HEAD)

    def _set(self, line: Line, width: float, align: Align, is_own: bool = False) -> SetText:
        return set_text(line, self.voice, Style(self.style.size, ink="quiet", air=0.92, align=align), width, is_own)


def page_count(number: int, count: int) -> Line:
    """Write which page of how many, kept in its order in any language."""
    return (Run(f"{number} / {count}", is_isolated=True),)

"""What stands around the story: letterhead, title, name and date above; stamp, QR code and page number below."""

from dataclasses import dataclass, replace

from handouts import watermark
from handouts.flow import Band, Draw, spaced, with_next
from handouts.layout import Layout
from handouts.page import Decoration, Page
from handouts.setting import Align, SetText, Style, natural_width, set_text
from handouts.signs import qr
from handouts.story import Both, Story, rows, speak, twins
from handouts.svg import picture
from handouts.tags import Tag
from handouts.voice import Voice, voice_of
from i18n.runs import Line, Run
from visit.sheet import Sheet, Stamp

FOOT = Decoration("Footer")
HEAD = Decoration("Header")
QR_SIZE = 46.0
_FOOT_HEIGHT = 50.0
_LOGO_HEIGHT = 30.0
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


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on every page of one sheet."""

    layout: Layout
    voice: Voice
    stamp: Stamp
    style: Style
    draft: Draft | None = None

    @property
    def room(self) -> float:
        """Give the height of a page's text area, in points."""
        return self.layout.size[1] - TOP - BOTTOM - _FOOT_HEIGHT

    def draw_behind(self, page: Page) -> None:
        """Draw what lies behind the text: across a draft, the word of it."""
        if self.draft:
            watermark.draw(page, self.draft.word, self.draft.voice)

    def draw(self, page: Page, number: int, count: int) -> None:
        """Draw the foot of a page, and on a draft the sentence of it at the head."""
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
            page.text(text, left, self.layout.size[1] - 20, HEAD)

    def _set(self, line: Line, width: float, align: Align) -> SetText:
        return set_text(line, self.voice, Style(self.style.size, ink="quiet", air=0.92, align=align), width)


def page_count(number: int, count: int) -> Line:
    """Write which page of how many, kept in its order in any language."""
    return (Run(f"{number} / {count}", is_isolated=True),)


def head(story: Story, tag: Tag, sheet: Sheet, other: Sheet | None, layout: Layout) -> list[Band]:
    """Set letterhead, title, and the line for name and date."""
    bands = letterhead(story, tag, layout) if layout.letterhead else []
    title: Both = sheet.title, other.title if other else None
    top = tag.add("H1")
    bands += spaced(with_next(rows(story, twins(story, top, title, "Span"), title, "title")), story.gap * 1.2)
    if layout.has_name_line:
        bands += name_line(story, tag, sheet)
    bands.append(Band(1.0, _rule(story.width), story.gap * 0.9))
    return bands


def _rule(width: float) -> Draw:
    def draw(page: Page, left: float, top: float) -> None:
        page.line(left, top, left + width, top, "accent", 1.6)

    return draw


def _own(words: str) -> Line:
    """Keep the clinic's own words in their own direction."""
    return (Run(words, is_isolated=True),)


def letterhead(story: Story, tag: Tag, layout: Layout) -> list[Band]:
    """Set the clinic's name and lines, and its logo at the other side."""
    given = layout.letterhead
    if given is None:
        return []
    voice = story.main.voice
    size = story.main.styles.small.size
    name = set_text(_own(given.name), voice, Style(size * 1.12, is_strong=True), story.width * 0.75)
    lines = [set_text(_own(line), voice, Style(size, ink="quiet"), story.width * 0.75) for line in given.lines]
    texts = [
        (text, speak(tag.add("P"), _own(words), voice, voice.tag))
        for text, words in zip([name, *lines], (given.name, *given.lines), strict=True)
    ]
    logo = picture(given.logo.parent, given.logo.name) if given.logo else None
    height = max(sum(text.height for text, _ in texts), _LOGO_HEIGHT if logo else 0.0)

    def draw(page: Page, left: float, top: float) -> None:
        y, x = top, left + story.width * 0.25 if story.is_rtl else left
        for text, owner in texts:
            page.text(text, x, y, owner)
            y -= text.height
        if logo:
            scale = min(height / logo.height, story.width * 0.22 / logo.width)
            x = left if story.is_rtl else left + story.width - logo.width * scale
            logo.draw(page, x, top - logo.height * scale, scale)

    return [Band(height, draw)]


def name_line(story: Story, tag: Tag, sheet: Sheet) -> list[Band]:
    """Set the person's name, or a line to write it on, and the day the sheet was made."""
    lane, style = story.main, story.main.styles.small
    label: Line = (Run(lane.language.gettext("Name:"), is_isolated=True), Run(" "), *(sheet.name or ()))
    day = sheet.stamp.made_on
    owner, day_owner = (speak(tag.add("P"), line, lane.voice, lane.voice.tag) for line in (label, day))
    label_width = natural_width(label, lane.voice, style)
    half = story.width * 0.5
    text = set_text(label, lane.voice, style, half - 10)
    made = set_text(day, lane.voice, replace(style, align=Align.END), half - 10)

    def draw(page: Page, left: float, top: float) -> None:
        is_rtl = story.is_rtl
        page.text(text, left + story.width - half + 10 if is_rtl else left, top, owner)
        if not sheet.name:
            y = top - text.line_height * 0.78
            start, end = left + label_width + 2, left + half
            if is_rtl:
                start, end = left + story.width - half, left + story.width - label_width - 2
            page.line(start, y, end, y, "rule", 0.8)
        page.text(made, left if is_rtl else left + story.width - half + 10, top, day_owner)

    height = max(text.height, made.height)
    return [Band(height, draw, story.gap * 0.9, is_kept=True)]

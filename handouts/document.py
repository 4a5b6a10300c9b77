"""A sheet on paper: the story is built, flowed over pages, drawn and tagged; the result is the bytes of a PDF.

PDF/UA-1 and PDF/A-3a at once. The same sheet and layout give the same bytes. Nothing about a person is in the metadata.
"""

from json import dumps
from unicodedata import east_asian_width

from handouts import opening
from handouts.errors import ShapesDiffer
from handouts.flow import Band, paginate
from handouts.frame import TOP, Frame, draft_of
from handouts.head import head
from handouts.layout import Layout
from handouts.story import share_of, story_of
from handouts.tags import Tag
from handouts.words import readable
from i18n.runs import Line, Run
from visit.page import BETWEEN
from visit.sheet import Section, Sheet


def pdf(sheet: Sheet, layout: Layout, beside: Sheet | None = None) -> bytes:
    """Draw a sheet; with `beside`, the same sheet in a second language, row by row.

    Raises: MissingGlyph, TextTooLong, LinkRefused, PictureUnusable, ShapesDiffer.
    """
    from handouts.book import About, Book  # noqa: PLC0415  ReportLab is loaded when the first PDF is wanted

    tags = (sheet.language.tag, *([beside.language.tag] if beside else []))
    about = About(readable(sheet.title), tags, sheet.stamp.made, facts(sheet, beside))
    book = Book(about, layout.size)
    frame = _frame(sheet, layout, beside)
    bands, openings = _bands(book.root, sheet, layout, beside)
    pages = paginate(bands, frame.room)
    for number, stands in enumerate(pages, 1):
        page = book.page()
        frame.draw_behind(page)
        for stand in stands:
            top = layout.size[1] - TOP - stand.down
            if id(stand.band) in openings:
                page.catch_up()
                book.bookmark(page, openings[id(stand.band)], top, 0)
            stand.band.draw(page, layout.margin, top)
        page.catch_up()
        frame.draw(page, number, len(pages))
    return book.bytes()


def pages_needed(sheet: Sheet, layout: Layout, beside: Sheet | None = None) -> int:
    """Count the pages a sheet takes, without drawing it."""
    room = _frame(sheet, layout).room
    bands, _ = _bands(Tag("Document"), sheet, layout, beside)
    return len(paginate(bands, room))


def facts(sheet: Sheet, beside: Sheet | None = None) -> bytes:
    """Write what the sheet was made from, for the attachment: stamp, languages, sections. No identity."""
    found = {
        "stamp": sheet.stamp.code,
        "languages": [each.language.tag for each in (sheet, beside) if each],
        "sections": [section.id for section in sheet.sections],
    }
    return dumps(found, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")


def _frame(sheet: Sheet, layout: Layout, beside: Sheet | None = None) -> Frame:
    story = story_of(layout, sheet.language)
    draft = draft_of(sheet, beside) if layout.is_draft_marked else None
    return Frame(layout, story.main.voice, sheet.stamp, story.main.styles.foot, draft, _running(sheet))


def _bands(root: Tag, sheet: Sheet, layout: Layout, beside: Sheet | None) -> tuple[list[Band], dict[int, str]]:
    """Build the whole story; tell which bands open a section, with its title."""
    if beside is None:
        story = story_of(layout, sheet.language)
    else:
        story = story_of(layout, sheet.language, beside.language, share_of(layout, (letters(sheet), letters(beside))))
    bands = head(story, root, sheet, beside, layout)
    openings: dict[int, str] = {}
    for section, other in _paired(sheet, beside):
        found = opening.section(story, root.add("Sect"), section, other)
        openings[id(found[0])] = readable(section.title)
        bands += found
    return bands, openings


def letters(sheet: Sheet) -> int:
    """Tell how much room the titles of a sheet take, in letters; a Chinese sign takes that of two."""
    titles = readable((*sheet.title, *(run for section in sheet.sections for run in section.title)))
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in titles)


def _paired(sheet: Sheet, beside: Sheet | None) -> list[tuple[Section, Section | None]]:
    if beside is None:
        return [(section, None) for section in sheet.sections]
    for section, other in zip(sheet.sections, beside.sections, strict=False):
        kinds = [type(element) for element in section.elements]
        if section.id != other.id or kinds != [type(element) for element in other.elements]:
            raise ShapesDiffer(section.id)
    if len(sheet.sections) != len(beside.sections):
        raise ShapesDiffer(sheet.sections[-1].id)
    return list(zip(sheet.sections, beside.sections, strict=True))


def _running(sheet: Sheet) -> Line:
    """Say whose sheet a later page belongs to: its title, and the name where one is given."""
    return (*sheet.title, *((Run(BETWEEN), *sheet.name) if sheet.name else ()))

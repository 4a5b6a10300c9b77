"""A guide in two depths."""

from collections.abc import Iterable
from typing import Final

from content.library import Library
from content.model import Action, Block, Depth, Evidence, Guide, Text
from i18n.language import Language
from i18n.runs import Line
from visit.elements import Bullets, Checks, Element, Heading, Notice, Paragraph, Steps, Tone
from visit.page import Page, Words
from visit.safety import Safety, rules_for
from visit.visit import Visit
from visit.wording import ENGLISH, emphasis, fill, say, sentences, strong

LEVEL: Final = 3


def guide_page(guide: str, depth: Depth, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write a guide for the screen, with its title. Raises: NotInStore."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    page.write(safety.title(Guide, guide), lambda text, words: (Heading(2, words(text)),))
    if safety.is_expired(Guide, guide):
        page.own(too_old(language))
        return page.elements
    write_guide(page, guide, depth, safety)
    write_when_to_call(page, guide, safety)
    if depth is Depth.MORE:
        write_summary(page, guide, safety)
    return page.elements


def too_old(language: Language) -> Notice:
    """Say that something is too old to be shown: the only words of it that are."""
    _ = language.gettext
    return Notice(Tone.CAUTION, say(_("This is too old to show.")), say(_("Ask your care team about it.")))


def write_when_to_call(page: Page, guide: str, safety: Safety) -> None:
    """Write when to call the clinic."""
    title = page.language.gettext("When to call your clinic")
    page.listed(title, safety.pieces(Guide, guide, lambda item: item.when_to_call))


def write_guide(page: Page, guide: str, depth: Depth, safety: Safety, first: tuple[str, ...] = ()) -> None:
    """Write a guide without title and signs to call for; the blocks named in `first` come before the others."""
    page.write(safety.piece(Guide, guide, lambda item: item.purpose), _lead)
    _ = page.language.gettext
    page.listed(_("The main points"), safety.pieces(Guide, guide, lambda item: item.main_message), _key_points)
    page.paragraph(safety.piece(Guide, guide, lambda item: item.why))
    for block in blocks(guide, depth, safety, first):
        write_block(page, guide, block, safety)
    _write_actions(page, guide, safety)
    if depth is Depth.MORE:
        page.listed(_("What can help you here"), safety.pieces(Guide, guide, lambda item: item.benefits))
        page.listed(_("What can harm you here"), safety.pieces(Guide, guide, lambda item: item.harms))
        page.listed(_("What else you can do"), safety.pieces(Guide, guide, lambda item: item.alternatives))
    page.listed(_("What experts know"), safety.pieces(Guide, guide, lambda item: item.know))
    page.listed(_("What experts do not know yet"), safety.pieces(Guide, guide, lambda item: item.not_know))
    _write_evidence(page, guide, safety)


def write_blocks(page: Page, guide: str, chosen: tuple[str, ...], safety: Safety) -> None:
    """Write some blocks of a guide."""
    for block in chosen:
        write_block(page, guide, block, safety)


def write_core(page: Page, guide: str, safety: Safety, first: tuple[str, ...] = ()) -> None:
    """Write what matters most of a guide: its main points and what to do; the blocks named in `first` between them."""
    page.listed(None, safety.pieces(Guide, guide, lambda item: item.main_message), _key_points)
    write_blocks(page, guide, first, safety)
    _write_actions(page, guide, safety, is_core=True)


def blocks(guide: str, depth: Depth, safety: Safety, first: tuple[str, ...] = ()) -> tuple[str, ...]:
    """List the blocks of a guide at a depth; those named in `first` are shown at any depth, before the others."""
    every = safety.library.get(Guide, guide).item.blocks
    shown = [block.id for block in every if block.id in first or depth is Depth.MORE or block.depth is Depth.SHORT]
    return tuple(sorted(shown, key=lambda block: block not in first))


def write_block(page: Page, guide: str, block: str, safety: Safety) -> None:
    """Write one block of a guide with its picture. Raises: LookupError for a block the guide does not have."""
    cleared = safety.piece(Guide, guide, lambda item: {one.id: one for one in item.blocks}[block])
    page.write(cleared, lambda one, words: _block(one, words, page))
    if cleared.piece is not None and cleared.piece.picture is not None:
        page.picture(cleared.piece.picture, safety)


def _block(block: Block, words: Words, page: Page) -> Iterable[Element]:
    yield Heading(LEVEL, words(block.heading))
    yield from (Paragraph(words(text)) for text in block.paragraphs)
    if block.bullets:
        yield Bullets(tuple(map(words, block.bullets)))
    if block.steps:
        yield Steps(tuple(map(words, block.steps)))
    if block.callout is not None:
        yield Notice(Tone.NOTE, say(page.language.gettext("Remember")), words(block.callout))


def _key_points(texts: tuple[Line, ...]) -> Element:
    return Bullets(texts, is_key=True)


def _lead(text: Text, words: Words) -> Iterable[Element]:
    yield Paragraph(words(text), is_lead=True)


def _write_actions(page: Page, guide: str, safety: Safety, is_core: bool = False) -> None:
    actions = safety.pieces(Guide, guide, lambda item: item.actions)
    title = None if is_core else page.language.gettext("What you can do")

    def one_by_one() -> None:
        page.each(actions, lambda action, words: (Checks((_action(action, words, page.language),)),))

    def together() -> None:
        page.gathered(actions, lambda action, words: _action(action, words, page.language), Checks)

    page.under(title, together if page.is_paper else one_by_one)


def _action(action: Action, words: Words, language: Language) -> Line:
    if action.how_often is None:
        return words(action.do)
    how_often = words(action.how_often)
    # What is not translated is put together the English way.
    speaks = ENGLISH if any(run.lang for run in how_often) else language
    pattern = speaks.pgettext("an action and how often", "{action} {how_often}")
    return fill(pattern, action=words(action.do), how_often=emphasis(how_often))


def evidence_words(evidence: Evidence, language: Language) -> str:
    """Say how sure the studies make us."""
    _ = language.gettext
    return {
        Evidence.HIGH: _("High: we are sure."),
        Evidence.MODERATE: _("Moderate: we are fairly sure."),
        Evidence.LOW: _("Low: we are not sure."),
        Evidence.VERY_LOW: _("Very low: we do not know."),
    }[evidence]


def _write_evidence(page: Page, guide: str, safety: Safety) -> None:
    evidence = safety.library.get(Guide, guide).item.evidence
    label = strong(page.language.gettext("How sure are the studies?"))
    page.own(Paragraph(sentences((label, say(evidence_words(evidence, page.language))))))


def write_summary(page: Page, guide: str, safety: Safety) -> None:
    """Say the main points again, in a box at the end."""
    title = say(page.language.gettext("In short"))
    message = safety.piece(Guide, guide, lambda item: item.main_message)

    def box(texts: tuple[Text, ...], words: Words) -> Iterable[Element]:
        yield Notice(Tone.NOTE, title, sentences(words(text) for text in texts))

    page.write(message, box)

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton

from tests.ui.places import told
from ui.leaflet import Arrangement, parts
from ui.routes import ToHandout, ToPreview
from ui.widgets.paper import PageView
from ui.widgets.part_card import PartCard
from visit.blocks import NEVER, BlockKind
from visit.plan import plan


def opened(window):
    window.state.replace(told(window.state.visit))
    window.fulfil(ToHandout())
    QCoreApplication.processEvents()
    return window.stage.front


def order(window):
    return [part.section.id for part in shown(window)]


def shown(window):
    return parts(window.state.visit, window.state.arrangement, window.desk.library, window.language)


def test_a_part_is_taken_out_and_stays_out(window):
    screen = opened(window)
    gone = next(part.section.id for part in shown(window) if part.may_go)
    screen._take_out(gone)
    assert gone not in order(window)


def test_a_warning_can_never_be_taken_out(window, library):
    opened(window)
    whole = plan(window.state.visit, library)
    must = {block.id for block in whole.blocks if block.drop_order == NEVER}
    kept = Arrangement(removed=tuple(block.id for block in whole.blocks)).of(whole)
    assert must
    assert {block.id for block in kept.blocks} == must


def test_a_part_is_moved_down_by_its_button(window):
    screen = opened(window)
    first, second, *_rest = order(window)
    card = screen.findChildren(PartCard)[0]
    card.buttons["down"].click()
    assert order(window)[:2] == [second, first]


def test_every_part_says_why_it_is_there_or_is_on_every_sheet(window):
    opened(window)
    assert all(part.section.title for part in shown(window))
    assert any(part.section.reason for part in shown(window))


def test_the_preview_is_the_pdf_that_is_printed(window, qtbot, tmp_path):
    window.state.replace(told(window.state.visit))
    window.fulfil(ToPreview())
    screen = window.stage.front
    qtbot.waitUntil(screen._print.isEnabled, timeout=60_000)
    assert screen.findChildren(PageView)
    screen._print.click()
    assert screen.is_busy
    qtbot.waitUntil(lambda: not screen.is_busy, timeout=60_000)
    files = list(tmp_path.glob("handout-*.pdf"))
    assert len(files) == 1
    assert files[0].read_bytes() == screen._pdf
    assert screen._pdf.startswith(b"%PDF")
    assert window.banner.isVisible()


def test_a_draft_language_never_goes_without_english(open_window):
    window = open_window("ar")
    window.fulfil(ToPreview())
    for beside in (None, "ar", "es_US"):
        window.state.replace(replace(window.state.visit, beside=beside))
        assert [one.code for one in window.stage.front._languages()] == ["ar", "en"]


def test_the_handout_screen_has_a_named_button_for_every_act(window):
    screen = opened(window)
    names = [one.accessibleName() for one in screen.findChildren(QAbstractButton) if one.isVisible()]
    assert all(names)
    assert len([name for name in names if name.startswith("Move up: ")]) == len(order(window))


def test_what_stands_around_a_guide_goes_with_it(window, library):
    opened(window)
    whole = plan(window.state.visit, library)
    gone = whole.guides[0]
    kept = Arrangement(removed=(gone,)).of(whole)
    assert gone not in kept.guides
    items = {item for block in kept.blocks for item in block.items if block.kind not in OWN}
    own = {item for block in kept.blocks if block.kind is BlockKind.GUIDE for item in block.items}
    assert gone not in items and items <= {*kept.guides, *own}


OWN = (BlockKind.GUIDE, BlockKind.MEDICINES, BlockKind.DAY_PLAN, BlockKind.MISTAKES)

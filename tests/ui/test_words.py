"""Words as they are drawn: two languages in one line, and bold letters where a font has none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from i18n.runs import Run
from tests.ui.places import ROOT
from ui.fonts import Fonts
from ui.widgets.directions import foreign_tag
from ui.widgets.words import Words
from visit.wording import say, strong


def test_a_foreign_record_behind_a_label_keeps_its_order_and_its_stop(application):
    label = Words()
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.show_line((*strong("كم استمرت:"), *say(" "), Run("2 years, or ", lang="en"), Run("24 months.", lang="en")))
    assert "\u20682 years, or 24 months.\u2069" in QLabel.text(label)
    label.show_line((Run("2 years.", lang="en"), *say(" "), *say("سنتان.")))
    assert QLabel.text(label).endswith("\u20682 years.\u2069 سنتان.")


def test_our_words_behind_a_foreign_title_stand_in_our_direction(application):
    title = Run("Binkley 2009.", lang="en", is_isolated=True)
    assert foreign_tag((title,)) == "en"
    assert foreign_tag((title, *say(" "), *say("سحبت المجلة هذا البحث."))) is None


def test_large_chinese_titles_are_bold(application):
    Fonts(ROOT / "resources" / "fonts").load(("NotoSansSC-Regular.ttf",))

    def ink(weight: int) -> int:
        label = Words("title", "研究怎么说", wraps=False)
        label.setStyleSheet(f"background: white; color: black; font: {weight} 80px 'Noto Sans SC'")
        image = label.grab().toImage()
        return sum(
            image.pixelColor(x, y).lightness() < 128 for x in range(image.width()) for y in range(image.height())
        )

    assert ink(700) > 1.1 * ink(400)


def test_other_words_leave_nothing_of_a_line_for_a_screen_reader(application):
    words = Words()
    words.show_line((Run("You take "), Run("warfarin", is_strong=True)))
    assert words.accessibleName() == "You take warfarin"
    words.setText("")
    assert words.accessibleName() == ""


def test_a_line_marked_while_it_is_read_aloud_keeps_its_name(application):
    words = Words()
    words.show_line((Run("Drink milk."),))
    words.mark_spoken((0, 5))
    words.mark_spoken(None)
    assert words.accessibleName() == "Drink milk."

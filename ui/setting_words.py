"""What each setting is called and means, in the language of the screen."""

from collections.abc import Mapping

from i18n.language import Language


def setting_words(language: Language) -> Mapping[str, str]:
    """Give the meaning of each setting by its name."""
    _ = language.gettext
    return {
        "locale": _("Language the screen greets in"),
        "clinic_locale": _("Language of the clinic, printed beside the patient's"),
        "offers_drafts": _("Offer languages that no qualified translator has signed off"),
        "clinic_name": _("Name of the clinic at the top of each handout"),
        "clinic_phone": _("Phone of the clinic on each handout"),
        "printer": _("Name of the printer; empty for the usual one of this machine"),
        "paper": _("Paper in the printer"),
        "prints_both_sides": _("Print on both sides of the paper"),
        "prints_grey": _("Print without color"),
        "print_points": _("Size of print, in points"),
        "text_percent": _("Size of the words on the screen, in percent"),
        "theme": _("Colors of the screen"),
        "idle_seconds": _("Seconds without a touch before the screen asks, then erases"),
        "warn_seconds": _("Seconds a person has to say they are still there"),
        "is_kiosk": _("Fill the screen; only staff can leave it"),
        "counts_use": _("Keep anonymous weekly counts"),
        "closing_time": _("When the codes of a day end, as HH:MM"),
    }


def value_words(language: Language) -> Mapping[object, str]:
    """Give words for the values that have any."""
    _ = language.gettext
    return {
        True: _("Yes"), False: _("No"), "light": _("Light"), "dark": _("Dark"), "high": _("High contrast"),
        "letter": _("Letter"), "a4": _("A4"), "a5": _("A5"),
    }  # fmt: skip

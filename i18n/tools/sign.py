"""Sign off an item: somebody qualified has checked its translation against the English."""

from datetime import date
from pathlib import Path

from i18n.catalogue import CONTENT_DOMAINS, read_domain
from i18n.descriptor import FOLDER
from i18n.errors import Refused
from i18n.reviews import Review, add_review, item_seals
from i18n.tools.status import Status


def sign(counted: Status, item: str, reviewer: str, day: date, folder: Path = FOLDER) -> Review:
    """Add a row to the ledger of the locale that was counted, for an item as it stands.

    Raises: BadCatalogue, OSError; Refused for an item that is not there, not finished or not safe, and for a reviewer
    without a name.
    """
    locale = counted.locale
    if not reviewer.strip() or len(reviewer) > 120 or not reviewer.isprintable():
        raise Refused(item, "say in one line who checked it, as in --reviewer “Ana Ruiz, RN”.")
    found = {one.id: one for one in counted.items}.get(item)
    if found is None:
        raise Refused(item, f"there is no such item; `locale status {locale} --items` lists them.")
    if not found.is_ready:
        raise Refused(item, f"it is not finished: {found.why}. Only what readers will see can be signed off.")
    seals = item_seals(entry for domain in CONTENT_DOMAINS for entry in read_domain(locale, domain, folder))
    review = Review(item, seals[item], reviewer.strip(), day)
    add_review(locale, review, folder)
    return review

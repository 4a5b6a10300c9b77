"""The day's hand-off tickets, kept where the next process finds them: a number, what it opens, when it ends.

What a ticket opens is written by its owner as one line of text; it names no person and no medicine.
"""

from clinic.staff_store import StaffStore


def keep(store: StaffStore, number: int, composition: str, closes: float) -> bool:
    """Keep a ticket unless its number is taken; `closes` in seconds since 1970. Raises: StaffStoreUnwritable."""
    with store.change() as rows:
        kept = rows.execute("INSERT OR IGNORE INTO ticket VALUES (?, ?, ?)", (number, composition, closes))
        return kept.rowcount == 1


def find(store: StaffStore, number: int) -> tuple[str, float] | None:
    """Give what a ticket opens and when it ends, or None where nobody handed it out."""
    found = store.rows("SELECT composition, closes FROM ticket WHERE number = ?", (number,))
    return found[0] if found else None


def close(store: StaffStore, now: float) -> None:
    """Erase every ticket that is over. Raises: StaffStoreUnwritable."""
    with store.change() as rows:
        rows.execute("DELETE FROM ticket WHERE closes <= ?", (now,))

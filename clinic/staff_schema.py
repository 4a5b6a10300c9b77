"""The tables of the staff's database, grown by migrations; loaded only when a database is new or older than we are."""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations


def grow(connection: sqlite3.Connection) -> None:
    """Bring a database to today's tables; each step is done whole or not at all."""
    steps = Migrations("teachback-staff")

    @steps()
    def weekly_counts_and_tickets(db: Database) -> None:
        # A counter and a week, nothing finer: no row can stand for one visit.
        db.table("weekly_count").create(
            {"week": str, "counter": str, "number": int},
            pk=("week", "counter"),
            not_null={"number"},
            strict=True,
        )
        db.table("ticket").create(
            {"number": int, "composition": str, "closes": float},
            pk="number",
            not_null={"composition", "closes"},
            strict=True,
        )
        db.execute("PRAGMA user_version = 1")

    steps.apply(Database(connection, execute_plugins=False))

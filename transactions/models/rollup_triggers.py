"""The triggers that put a month into StaleMonth whenever a row, a share or a transfer of it changes, whoever does it.

They are made after every `migrate`: SQLite loses a table's triggers whenever a migration makes the table anew. Where
one was missing, rows may have changed unseen, and every month counts as stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate

ROWS, SHARES, LINKS, STALE = (
    "transactions_transaction",
    "transactions_split",
    "transactions_transfer",
    "transactions_stalemonth",
)
COUNTED = {
    ROWS: ("account_id", "booking_date", "amount_minor", "category_id"),
    SHARES: ("transaction_id", "amount_minor", "category_id"),
    LINKS: ("outgoing_id", "incoming_id", "status"),
}
"""Columns that sums are made of; a change of any other leaves them as they are."""
FUNCTION = "spendwise_month_stale"
SQLITE_MONTH = "substr({day}, 1, 7) || '-01'"
POSTGRES_MONTH = "date_trunc('month', {day})::date"


def connect(sender: object) -> None:
    post_migrate.connect(install_after_migrate, sender=sender, dispatch_uid="transactions.rollup_triggers")


def install_after_migrate(using: str, **_: Any) -> None:
    install(connections[using])


def install(connection: BaseDatabaseWrapper) -> None:
    """Make what is missing; every month is stale where anything was."""
    if STALE not in connection.introspection.table_names():
        return  # migrated back to before there was such a table
    gone = missing(connection)
    if not gone:
        return
    statements = sqlite_triggers() if connection.vendor == "sqlite" else postgres_triggers()
    with connection.cursor() as cursor:
        for name, statement in statements:
            if name in gone or connection.vendor != "sqlite":
                cursor.execute(statement)
        cursor.execute(all_stale(connection.vendor))


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of the triggers that ought to be there and are not."""
    names = {name for name, _ in (sqlite_triggers() if connection.vendor == "sqlite" else postgres_triggers())}
    table = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor != "sqlite":
        table = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(table)
        return names - {name for (name,) in cursor.fetchall()} - {FUNCTION}


def all_stale(vendor: str) -> str:
    """Every month that has rows, or sums of rows that may be gone."""
    month = (SQLITE_MONTH if vendor == "sqlite" else POSTGRES_MONTH).format(day="booking_date")
    return (
        f"INSERT INTO {STALE} (account_id, month) "  # noqa: S608 (names of our own tables)
        f"SELECT account_id, {month} FROM {ROWS} UNION SELECT account_id, month FROM transactions_monthlyrollup "
        "WHERE 1 = 1 ON CONFLICT DO NOTHING"
    )


def sqlite_triggers() -> Iterator[tuple[str, str]]:
    """One by event. What is marked already is not marked again; `INSERT OR IGNORE` would not do, as the statement that
    fires a trigger decides what happens on a conflict."""
    for table, columns in COUNTED.items():
        differs = " OR ".join(f"OLD.{one} IS NOT NEW.{one}" for one in columns)
        events = {
            "insert": ("INSERT", "", ("NEW",)),
            "delete": ("DELETE", "", ("OLD",)),
            "update": (f"UPDATE OF {', '.join(columns)}", f"WHEN {differs} ", ("OLD", "NEW")),
        }
        for name, (event, condition, rows) in events.items():
            body = " ".join(_sqlite_mark(table, row) for row in rows)
            trigger = f"stale_{table}_{name}"
            yield trigger, f"CREATE TRIGGER {trigger} AFTER {event} ON {table} {condition}BEGIN {body} END"


def _sqlite_mark(table: str, row: str) -> str:
    if table == ROWS:
        month = SQLITE_MONTH.format(day=f"{row}.booking_date")
        source = f"SELECT {row}.account_id AS account, {month} AS month"
    else:
        sides = f"{row}.transaction_id" if table == SHARES else f"{row}.outgoing_id, {row}.incoming_id"
        month = SQLITE_MONTH.format(day="booking_date")
        source = f"SELECT DISTINCT account_id AS account, {month} AS month FROM {ROWS} WHERE id IN ({sides})"  # noqa: S608
        if table == LINKS:
            source += f" AND {row}.status = 'confirmed'"
    return (
        f"INSERT INTO {STALE} (account_id, month) SELECT seen.account, seen.month FROM ({source}) AS seen "  # noqa: S608
        f"WHERE NOT EXISTS (SELECT 1 FROM {STALE} AS there "
        "WHERE there.account_id = seen.account AND there.month = seen.month);"
    )


def postgres_triggers() -> Iterator[tuple[str, str]]:
    """One function, and one trigger by table and event that is fired once for all rows of a statement. A mark that is
    there is written once more: whoever makes sums anew holds the marks, and is to wait until this is committed."""
    yield FUNCTION, _POSTGRES_FUNCTION
    for table in COUNTED:
        for event, tables in {
            "insert": "NEW TABLE AS fresh",
            "delete": "OLD TABLE AS gone",
            "update": "OLD TABLE AS gone NEW TABLE AS fresh",
        }.items():
            name = f"stale_{table}_{event}"
            when = f"AFTER {event.upper()} ON {table} REFERENCING {tables} FOR EACH STATEMENT"
            yield name, f"CREATE OR REPLACE TRIGGER {name} {when} EXECUTE FUNCTION {FUNCTION}()"


def _postgres_source(table: str, rows: str, other: str | None) -> str:
    """Accounts and days of the rows of a transition table; of an update, only of those that differ."""
    changed = rows
    if other is not None:
        same = " AND ".join(f"theirs.{one} IS NOT DISTINCT FROM ours.{one}" for one in COUNTED[table])
        changed = (
            f"(SELECT ours.* FROM {rows} ours WHERE NOT EXISTS "  # noqa: S608 (names of our own)
            f"(SELECT 1 FROM {other} theirs WHERE theirs.id = ours.id AND {same}))"
        )
    if table == ROWS:
        return f"SELECT account_id, booking_date FROM {changed} AS seen"  # noqa: S608
    side = (
        "booked.id = seen.transaction_id"
        if table == SHARES
        else ("seen.status = 'confirmed' AND booked.id IN (seen.outgoing_id, seen.incoming_id)")
    )
    return f"SELECT booked.account_id, booked.booking_date FROM {changed} AS seen JOIN {ROWS} AS booked ON {side}"  # noqa: S608


def _postgres_function() -> str:
    cases = []
    for table in COUNTED:
        for event, parts in {
            "INSERT": (("fresh", None),),
            "DELETE": (("gone", None),),
            "UPDATE": (("gone", "fresh"), ("fresh", "gone")),
        }.items():
            source = " UNION ALL ".join(_postgres_source(table, *part) for part in parts)
            month = POSTGRES_MONTH.format(day="booking_date")
            cases.append(
                f"IF TG_TABLE_NAME = '{table}' AND TG_OP = '{event}' THEN "  # noqa: S608 (as above)
                f"INSERT INTO {STALE} (account_id, month) SELECT DISTINCT account_id, {month} FROM ({source}) AS found "
                "ORDER BY 1, 2 ON CONFLICT (account_id, month) DO UPDATE SET month = excluded.month; END IF;"
            )
    return (
        f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        + " ".join(cases)
        + " RETURN NULL; END $$"
    )


_POSTGRES_FUNCTION = _postgres_function()

"""Reading a whole ledger as it is at one moment, with nobody waiting for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read within belongs together, and writers go on meanwhile.

    A transaction of Django's own would take SQLite's write lock, and on PostgreSQL see what others commit on the way.
    Within a transaction that has begun already it is that one's moment. Nothing may be written within.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with _deferred(), transaction.atomic():
            yield
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


@contextmanager
def _deferred() -> Iterator[None]:
    """Transactions that begin here ask for SQLite's write lock only when they write."""
    sqlite: Any = connections[DEFAULT_DB_ALIAS]
    usual = sqlite.transaction_mode
    sqlite.transaction_mode = "DEFERRED"
    try:
        yield
    finally:
        sqlite.transaction_mode = usual

"""Many rows in one go, several times quicker than model instances: an import holds the write lock meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache
from itertools import count, islice
from typing import Any

from django.db import connection
from django.db.models import DateField, Field, Model

CHUNK = 5000
ROOMY_CACHE = -40_000  # as SQLite counts: kilobytes below zero


def insert_rows(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert plain values for the named fields (of a relation: its id). Every field without a database default must
    be named. The database's constraints hold as always; model defaults and signals do not take part."""
    fields = fields_of(model, names)
    insert_values(table_of(model), [str(field.column) for field in fields], fields, rows)


def insert_values(
    table: str, columns: Sequence[str], fields: Sequence[Field[Any, Any]], rows: Iterable[Sequence[Any]]
) -> None:
    """The same for any table, its name quoted already. `fields`: of which kind each column is. `rows` are taken one
    by one, never all in memory."""
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    days = [index for index, field in enumerate(fields) if isinstance(field, DateField)]
    values = (with_stored_days(row, days) for row in rows)
    first = next(values, None)
    if first is None:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # Names come from the models; every value travels as a parameter.
            insert = f"INSERT INTO {table} ({quoted}) VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608
            cursor.executemany(insert, [first])
            while chunk := list(islice(values, CHUNK)):
                cursor.executemany(insert, chunk)
            return
        # Django knows nothing of COPY: without this its errors would pass every `except IntegrityError`.
        with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
            copy.write_row(first)
            for row in values:
                copy.write_row(row)


def update_rows(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Put plain values into the named fields of rows that are known to be there: each of `rows` is those values and
    then the row's id. To be called where nobody else may change them meanwhile."""
    fields = fields_of(model, names)
    quoted = ", ".join(f"{connection.ops.quote_name(str(field.column))} = %s" for field in fields)
    days = [index for index, field in enumerate(fields) if isinstance(field, DateField)]
    update = f"UPDATE {table_of(model)} SET {quoted} WHERE id = %s"  # noqa: S608 (as above)
    values = (with_stored_days(row, days) for row in rows)
    with connection.cursor() as cursor:
        while chunk := list(islice(values, CHUNK)):
            cursor.executemany(update, chunk)


def fields_of(model: type[Model], names: Sequence[str]) -> list[Field[Any, Any]]:
    return [model._meta.get_field(name) for name in names]  # type: ignore[misc]  # noqa: SLF001


def table_of(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 (the documented model API)


def ids_ahead(model: type[Model]) -> Iterator[int]:
    """Ids for rows that are about to be inserted, one after the other.

    PostgreSQL gives them out for good at any time. SQLite has one writer: there they are numbers from 0, to which
    `ids_base` is added once the write lock is held.
    """
    if connection.vendor == "sqlite":
        yield from count()
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [model._meta.db_table, CHUNK],  # noqa: SLF001
            )
            yield from [pk for (pk,) in cursor.fetchall()]


def ids_base(model: type[Model]) -> int:
    """What to add to `ids_ahead`; ask within the transaction that inserts."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])  # noqa: SLF001
        row = cursor.fetchone()
    return (row[0] if row else 0) + 1


@contextmanager
def roomy_cache() -> Iterator[None]:
    """Let SQLite hold the pages of a dozen indexes while many rows go in: 40 MB instead of 8, given back after it."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA cache_size").fetchone()[0]
        cursor.execute(f"PRAGMA cache_size={ROOMY_CACHE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size={int(usual)}")
            cursor.execute("PRAGMA shrink_memory")


def with_stored_days(row: Sequence[Any], days: Sequence[int]) -> list[Any]:
    values = list(row)
    for index in days:
        values[index] = stored(values[index])
    return values


@lru_cache(maxsize=20_000)
def stored(value: date | None) -> Any:
    """A day or moment as this database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value)

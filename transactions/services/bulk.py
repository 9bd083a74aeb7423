"""Many rows in one go, several times quicker than model instances: an import holds the write lock meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import DateField, Field, Model

CHUNK = 1000


def insert_rows(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert plain values for the named fields (of a relation: its id). Every field without a database default must
    be named. The database's constraints hold as always; model defaults and signals do not take part."""
    fields: list[Field[Any, Any]] = [model._meta.get_field(name) for name in names]  # type: ignore[misc]  # noqa: SLF001
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 (the documented model API)
    place = f"({', '.join(['%s'] * len(fields))})"
    # Names come from the models; every value travels as a parameter.
    head = f"INSERT INTO {table} ({columns}) VALUES "  # noqa: S608
    days = [index for index, field in enumerate(fields) if isinstance(field, DateField)]
    values = [with_stored_days(row, days) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(head + place, values)
            return
        # Over a network each statement is a round trip: many rows in one.
        for start in range(0, len(values), CHUNK):
            chunk = values[start : start + CHUNK]
            cursor.execute(head + ", ".join([place] * len(chunk)), [value for row in chunk for value in row])


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

"""The tables can be read and checked by any program that knows their database, not by Django alone."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.mark.django_db
def test_no_table_leans_on_a_function_that_only_django_brings_along() -> None:
    """SQLite's own integrity check, of a backup for one, fails where a check calls what it does not know."""
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        tables = dict(cursor.fetchall())
    assert len(tables) > 100
    assert [
        name for name, sql in tables.items() if "django_" in sql.replace(f'"{name}"', "") and "django_date" in sql
    ] == []

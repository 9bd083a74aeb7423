"""Looking into a stack's database from outside, past Django: a SQLite file, or a PostgreSQL database of its own.

PostgreSQL where SPENDWISE_TEST_DATABASE_URL names a server (see tests/postgres.py). SQL in the tests is what both
understand; {now} stands for this moment as the tables hold it.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

SERVER = "SPENDWISE_TEST_DATABASE_URL"
Rows = list[tuple[Any, ...]]
Ask = Callable[[str], Rows]


def is_postgres() -> bool:
    return SERVER in os.environ


def make_database(like: str = "") -> str:
    """A new database on the server, empty or with the tables of the one at the address `like`; its address."""
    name, template = f"stack_{secrets.token_hex(6)}", name_in(like) if like else "template1"
    with psycopg.connect(os.environ[SERVER], autocommit=True) as server:
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(make.format(sql.Identifier(name), sql.Identifier(template)))
    return os.environ[SERVER].replace("/postgres?", f"/{name}?")


def drop_database(url: str) -> None:
    with psycopg.connect(os.environ[SERVER], autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name_in(url))))


def name_in(url: str) -> str:
    return url.rpartition("?")[0].rpartition("/")[2]


@contextmanager
def asking(where: Path | str) -> Iterator[Ask]:
    """A function that answers queries over one connection."""
    if isinstance(where, Path):
        with closing(sqlite3.connect(f"file:{where}?mode=ro", uri=True, timeout=20)) as file:
            now = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
            yield lambda query: file.execute(query.replace("{now}", now)).fetchall()
    else:
        with psycopg.connect(where, autocommit=True) as server:
            yield lambda query: server.execute(query.replace("{now}", "now()").encode()).fetchall()


def tables(ask: Ask) -> list[str]:
    if is_postgres():
        return [name for (name,) in ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    return [name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")]


def faults(ask: Ask) -> list[str]:
    """What the database finds wrong with itself. PostgreSQL is not stopped by these tests and is not asked."""
    if is_postgres():
        return []
    return [word for (word,) in ask("PRAGMA integrity_check") if word != "ok"]

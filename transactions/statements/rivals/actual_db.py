"""Actual Budget: the full export, a zip with the budget's SQLite database. Read in memory, nothing in it is run.

The database is somebody's file: only tables are read, views and triggers are refused by the authorizer, and the work
of every query is bounded.
"""

from __future__ import annotations

import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

from transactions.statements.parsed import ParsedLine, ParsedSplit, ParsedStatement, ReaderContext
from transactions.statements.rivals.building import Builder, refused, too_long
from transactions.statements.rivals.values import kind_of_name, path

DATABASE = "db.sqlite"
MAX_DATABASE = 200 * 1024 * 1024
MAX_RATIO = 200
STEPS = 10_000  # virtual machine steps between two looks at the budget of work
STEPS_PER_BYTE, LEAST_STEPS = 20, 20_000_000
COLUMNS = {
    "accounts": ("id", "name", "offbudget", "tombstone"),
    "payees": ("id", "name", "transfer_acct"),
    "payee_mapping": ("id", "targetId"),
    "categories": ("id", "name", "cat_group"),
    "category_groups": ("id", "name"),
    "category_mapping": ("id", "transferId"),
    "transactions": (
        "id", "acct", "date", "amount", "description", "category", "notes", "isParent", "isChild", "tombstone",
        "starting_balance_flag", "financial_id", "parent_id", "imported_description",
    ),
}  # fmt: skip
NEEDED = {"accounts": {"id", "name"}, "transactions": {"id", "acct", "date", "amount"}}
DAMAGED = "The database in this Actual export is damaged or no budget. Export the budget again."
Cells = dict[str, object]


class ActualZipReader:
    format = "actual"

    def recognise(self, data: bytes) -> float:
        if not data.startswith(b"PK\x03\x04"):
            return 0.0
        ends = data[:4096] + data[-65_536:]
        return 0.97 if DATABASE.encode() in ends and b"metadata.json" in ends else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        try:
            content = _database(data)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            return refused(self.format, "The zip file is damaged. Export the budget from Actual again.")
        if content is None:
            return refused(
                self.format, "The database in this export is missing or too large. Export it as CSV instead."
            )
        try:
            tables = _tables(content, context.max_lines)
        except (sqlite3.Error, ValueError, OverflowError, MemoryError):
            return refused(self.format, DAMAGED)
        if len(tables["transactions"]) > context.max_lines:
            return too_long(self.format, context)
        return _Budget(tables, context).statement()


def _database(data: bytes) -> bytes | None:
    """The database, or None where there is none or it is larger than it may be, declared or in truth."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        member = next((one for one in archive.infolist()[:1000] if one.filename.rpartition("/")[2] == DATABASE), None)
        limit = min(MAX_DATABASE, max(len(data) * MAX_RATIO, 1 << 20))
        if member is None or member.file_size > limit:
            return None
        with archive.open(member) as stream:
            content = stream.read(limit + 1)
    if len(content) > limit or not content.startswith(b"SQLite format 3\x00"):
        return None
    # A database in write-ahead mode cannot be opened in memory: bytes 18 and 19 say so, 1 is the plain mode.
    return content[:18] + b"\x01\x01" + content[20:]


def _tables(content: bytes, limit: int) -> dict[str, list[Cells]]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(content)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 1_000_000)
        budget = iter(range((LEAST_STEPS + STEPS_PER_BYTE * len(content)) // STEPS))
        connection.set_progress_handler(lambda: next(budget, None) is None, STEPS)
        connection.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
        real = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        connection.set_authorizer(_allow)
        return {name: _rows(connection, name, limit) if name in real else [] for name in COLUMNS}
    finally:
        connection.close()


def _allow(action: int, _first: str | None, _second: str | None, _where: str | None, inner: str | None) -> int:
    """Reading tables and asking for their columns; nothing through a view or a trigger."""
    allowed = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA) and inner is None
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _rows(connection: sqlite3.Connection, table: str, limit: int) -> list[Cells]:
    present = {str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")}
    if not present.issuperset(NEEDED.get(table, set())):
        raise ValueError(table)
    names = [name for name in COLUMNS[table] if name in present]
    chosen = ", ".join(f'"{name}"' for name in names)
    rows = connection.execute(f'SELECT {chosen} FROM "{table}"').fetchmany(limit + 1)  # noqa: S608 - names of ours
    return [dict(zip(names, row, strict=True)) for row in rows]


class _Budget:
    """The rows of the tables put together."""

    def __init__(self, tables: dict[str, list[Cells]], context: ReaderContext) -> None:
        self.tables = tables
        self.build = Builder("actual", "Actual Budget", context)
        self.accounts = {_str(row, "id"): row for row in tables["accounts"]}
        self.payees = {_str(row, "id"): row for row in tables["payees"]}
        self.payee_of = {_str(row, "id"): _str(row, "targetId") for row in tables["payee_mapping"]}
        self.category_of = {_str(row, "id"): _str(row, "transferId") for row in tables["category_mapping"]}
        groups = {_str(row, "id"): _str(row, "name") for row in tables["category_groups"]}
        self.categories = {
            _str(row, "id"): path(groups.get(_str(row, "cat_group"), ""), _str(row, "name"))
            for row in tables["categories"]
        }
        self.children: dict[str, list[Cells]] = {}

    def statement(self) -> ParsedStatement:
        rows = sorted(enumerate(self._kept(), start=1), key=lambda pair: (_int(pair[1], "date") or 0, pair[0]))
        for row in (row for _number, row in rows):
            if _int(row, "isChild"):
                self.children.setdefault(_parent(row), []).append(row)
        for number, row in rows:
            if not _int(row, "isChild"):
                self._book(number, row)
        self.build.understood["date order"] = "every date says it itself"
        return self.build.statement("utf-8")

    def _kept(self) -> Iterator[Cells]:
        for row in self.tables["transactions"]:
            account = self.accounts.get(_str(row, "acct"))
            if _int(row, "tombstone") or account is None or _int(account, "tombstone"):
                self.build.left_out["deleted row|deleted rows"] += 1
            elif _int(account, "offbudget"):
                self.build.left_out["row of an account off budget|rows of accounts off budget"] += 1
            else:
                yield row

    def _book(self, number: int, row: Cells) -> None:
        line = self._line(number, row)
        if line is None:
            return
        name = _str(self.accounts[_str(row, "acct")], "name") or "Actual account"
        account = self.build.account(name, line.currency, kind_of_name(name))
        if _int(row, "starting_balance_flag") and account.opening_balance is None:
            account.opening_balance = line.amount
            self.build.left_out["starting balance, kept as such|starting balances, kept as such"] += 1
        else:
            account.lines.append(line)

    def _line(self, number: int, row: Cells) -> ParsedLine | None:
        day, cents = _day(_int(row, "date")), _int(row, "amount")
        if day is None or cents is None:
            column = "booking_date" if day is None else "amount"
            self.build.reject(number, column, f"Row {number} of the budget has no readable date or amount.")
            return None
        payee, partner = self._payee(row)
        line = ParsedLine(
            line=number,
            booking_date=day,
            amount=Decimal(cents).scaleb(-2),
            currency=self.build.currency(""),
            counterparty=payee,
            description=_str(row, "imported_description"),
            external_id=_str(row, "financial_id") or f"actual-{_str(row, 'id')}",
            raw="|".join(str(value) for value in row.values() if value is not None)[:2000],
            category_hint="" if _int(row, "isParent") else self._category(row),
            note=_str(row, "notes"),
            transfer_to=partner,
        )
        return self._with_shares(line, self.children.get(_str(row, "id"), [])) if _int(row, "isParent") else line

    def _with_shares(self, line: ParsedLine, children: list[Cells]) -> ParsedLine:
        shares = tuple(
            ParsedSplit(
                Decimal(_int(child, "amount") or 0).scaleb(-2), self._category(child),
                _str(child, "notes") or self._payee(child)[1],
            )
            for child in children
        )  # fmt: skip
        if sum((share.amount for share in shares), Decimal(0)) != line.amount:
            self.build.notes.append("Some split movements do not sum to their shares; those came without their shares.")
            return line
        return replace(line, splits=shares)

    def _payee(self, row: Cells) -> tuple[str, str]:
        """(payee, own account on the other side)."""
        key = _str(row, "description")
        payee = self.payees.get(self.payee_of.get(key, key))
        if payee is None:
            return "", ""
        other = self.accounts.get(_str(payee, "transfer_acct"))
        name = _str(other, "name") if other is not None else ""
        return _str(payee, "name") or name, name

    def _category(self, row: Cells) -> str:
        key = _str(row, "category")
        return self.categories.get(self.category_of.get(key, key), "")


def _parent(row: Cells) -> str:
    """Older budgets name the parent only in the child's own id, `parent/child`."""
    return _str(row, "parent_id") or _str(row, "id").partition("/")[0]


def _str(row: Cells, name: str) -> str:
    value = row.get(name)
    return value.strip()[:2000] if isinstance(value, str) else ""


def _int(row: Cells, name: str) -> int | None:
    value = row.get(name)
    return value if isinstance(value, int) else None


def _day(number: int | None) -> date | None:
    """20240131 as a day."""
    try:
        return date(number // 10_000, number // 100 % 100, number % 100) if number else None
    except (ValueError, OverflowError):
        return None

"""Quicken Simplifi: the CSV of transactions. A split is a row of no amount; its shares follow with empty cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from transactions.statements.numbers import choose_decimal_mark, decimal_mark_votes
from transactions.statements.parsed import ParsedLine, ParsedSplit
from transactions.statements.rivals.building import Builder
from transactions.statements.rivals.layout_reader import no_amount, no_date
from transactions.statements.rivals.table_reader import TableReader, days_of
from transactions.statements.rivals.tables import Row, Table
from transactions.statements.rivals.values import comma_tags, kind_of_name, local_amount, path

REQUIRED = {"account", "state", "postedon", "payee", "usage", "category", "tags", "notes", "amount"}
SPLIT = "SPLIT"


class SimplifiReader(TableReader):
    format = "simplifi"
    program = "Quicken Simplifi"

    def knows(self, names: Sequence[str]) -> bool:
        return REQUIRED.issubset(names)

    def book(self, table: Table, build: Builder) -> None:
        _Reading(table, build).book()


class _Reading:
    def __init__(self, table: Table, build: Builder) -> None:
        self.table, self.build = table, build
        self.names = {name for name in table.column("account") if name}
        self.mark = choose_decimal_mark(decimal_mark_votes(table.column("amount")))
        self.days = days_of(table, build, "postedon", "MDY")

    def book(self) -> None:
        parent: tuple[Row, list[Row]] | None = None
        for row in self.table.rows:
            if parent is not None and not self.table.cell(row, "account"):
                parent[1].append(row)
                continue
            self._close(parent)
            parent = (row, [])
        self._close(parent)

    def _close(self, parent: tuple[Row, list[Row]] | None) -> None:
        """Books one movement: a row with the shares below it."""
        if parent is None:
            return
        row, below = parent
        line = self._line(row)
        if line is None:
            return
        shares = [share for one in below if (share := self._share(one)) is not None]
        if line.category_hint == SPLIT or shares:
            amount = sum((share.amount for share in shares), Decimal(0))
            raw = "\n".join([line.raw, *(one.raw for one in below)])
            line = replace(line, amount=amount, splits=tuple(shares), category_hint="", raw=raw)
        name = self.table.cell(row, "account") or "Simplifi account"
        self.build.account(name, line.currency, kind_of_name(name)).lines.append(line)

    def _line(self, row: Row) -> ParsedLine | None:
        cell = self.table.cell
        day, amount = self.days.read(cell(row, "postedon")), local_amount(cell(row, "amount"), self.mark)
        if day is None:
            self.build.reject(row.line, "booking_date", no_date(cell(row, "postedon")))
            return None
        if amount is None:
            self.build.reject(row.line, "amount", no_amount(cell(row, "amount")))
            return None
        category = cell(row, "category")
        is_transfer = category in self.names and category != cell(row, "account")
        return ParsedLine(
            line=row.line,
            booking_date=day,
            amount=amount,
            currency=self.build.currency(""),
            counterparty=cell(row, "payee"),
            raw=row.raw,
            is_pending=cell(row, "state").casefold() == "pending",
            category_hint="" if is_transfer else path(*category.split(":")),
            note=cell(row, "notes"),
            tags=comma_tags(cell(row, "tags")),
            transfer_to=category if is_transfer else "",
        )

    def _share(self, row: Row) -> ParsedSplit | None:
        written = self.table.cell(row, "amount")
        amount = local_amount(written, self.mark)
        if amount is None:
            self.build.reject(row.line, "amount", no_amount(written))
            return None
        return ParsedSplit(amount, path(*self.table.cell(row, "category").split(":")), self.table.cell(row, "notes"))

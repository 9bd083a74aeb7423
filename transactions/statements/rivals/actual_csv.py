"""Actual Budget: the CSV of one or of all accounts. Splits: a parent without amount, children below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from transactions.statements.parsed import ParsedLine, ParsedSplit
from transactions.statements.rivals.building import Builder
from transactions.statements.rivals.layout_reader import no_amount, no_date
from transactions.statements.rivals.table_reader import TableReader
from transactions.statements.rivals.tables import Row, Table
from transactions.statements.rivals.values import iso_day, kind_of_name, plain_amount

REQUIRED = ("account", "date", "payee", "notes", "category", "amount", "cleared")
FURTHER = {"split amount", "reconciled"}
PARENT = re.compile(r"\(SPLIT INTO (\d{1,4})\)\s*")
CHILD = re.compile(r"\(SPLIT (\d{1,4}) OF (\d{1,4})\)\s*")
STARTING = "starting balance"


class ActualCsvReader(TableReader):
    format = "actual"
    program = "Actual Budget"

    def knows(self, names: Sequence[str]) -> bool:
        present = set(names)
        return present.issuperset(REQUIRED) and bool(present & FURTHER) and present.issubset({*REQUIRED, *FURTHER})

    def book(self, table: Table, build: Builder) -> None:
        _Reading(table, build).book()


class _Reading:
    def __init__(self, table: Table, build: Builder) -> None:
        self.table, self.build = table, build
        self.names = {name for name in table.column("account") if name}
        self.parent: ParsedLine | None = None
        self.parent_account = ""
        self.missing = 0  # children still to come
        self.shares: list[ParsedLine] = []
        self.seen: Counter[str] = Counter()

    def book(self) -> None:
        for row in self.table.rows:
            self._row(row)
        self._close()
        self.build.understood["date order"] = "year, month, day"

    def _row(self, row: Row) -> None:
        notes, cell = self.table.cell(row, "notes"), self.table.cell
        parent, child = PARENT.match(notes), CHILD.match(notes)
        line = self._line(row, "split amount" if parent else "amount")
        if line is None:
            return
        line = replace(line, note=CHILD.sub("", PARENT.sub("", notes, count=1), count=1).strip())
        account = cell(row, "account")
        if child and self.parent and account == self.parent_account and self.missing:
            self.shares.append(line)
            self.missing -= 1
            if not self.missing:
                self._close()
            return
        self._close()
        if parent:
            self.parent, self.parent_account, self.missing = line, account, int(parent[1])
        else:
            self._keep(account, line)

    def _line(self, row: Row, amount_column: str) -> ParsedLine | None:
        cell = self.table.cell
        day, amount = iso_day(cell(row, "date")), plain_amount(cell(row, amount_column))
        if day is None:
            self.build.reject(row.line, "booking_date", no_date(cell(row, "date")))
            return None
        if amount is None:
            self.build.reject(row.line, "amount", no_amount(cell(row, amount_column)))
            return None
        payee, account = cell(row, "payee"), cell(row, "account")
        return ParsedLine(
            line=row.line,
            booking_date=day,
            amount=amount,
            currency=self.build.currency(""),
            counterparty=payee,
            raw=row.raw,
            category_hint=cell(row, "category"),
            # A transfer names the other account as its payee and has no category unless that one is off budget.
            transfer_to=payee if payee in self.names and payee != account else "",
        )

    def _close(self) -> None:
        """Books the split movement that is open. A parent whose children do not sum to it keeps no shares."""
        if self.parent is None:
            return
        shares = tuple(
            ParsedSplit(line.amount, line.category_hint, line.note or line.transfer_to) for line in self.shares
        )
        whole = not self.missing and sum((share.amount for share in shares), Decimal(0)) == self.parent.amount
        raw = "\n".join([self.parent.raw, *(line.raw for line in self.shares)])
        self._keep(self.parent_account, replace(self.parent, raw=raw, splits=shares if whole else ()))
        if not whole:
            self.build.notes.append("Some split movements do not sum to their shares; those came without their shares.")
        self.parent, self.shares, self.missing = None, [], 0

    def _keep(self, name: str, line: ParsedLine) -> None:
        account = self.build.account(name or "Actual account", line.currency, kind_of_name(name))
        if line.counterparty.casefold() == STARTING and account.opening_balance is None and not line.splits:
            account.opening_balance = line.amount
            self.build.left_out["starting balance, kept as such|starting balances, kept as such"] += 1
        else:
            account.lines.append(line)

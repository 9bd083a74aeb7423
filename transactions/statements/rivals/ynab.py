"""YNAB: the register as CSV, from the web (one row a split, `Split (1/2)` in the memo) and from YNAB 4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from transactions.statements.csv_money_signs import sign_in
from transactions.statements.numbers import choose_decimal_mark, decimal_mark_votes, parse_amount
from transactions.statements.parsed import ParsedLine, ParsedSplit
from transactions.statements.rivals.building import Builder
from transactions.statements.rivals.layout_reader import no_amount, no_date
from transactions.statements.rivals.table_reader import TableReader, days_of
from transactions.statements.rivals.tables import Row, Table
from transactions.statements.rivals.values import kind_of_name, local_amount, path, unique

REQUIRED = {"account", "flag", "date", "payee", "category", "memo", "outflow", "inflow", "cleared"}
SPLIT = re.compile(r"\(?Split \(?(\d{1,3})/(\d{1,3})\)\)?\s*", re.IGNORECASE)
TRANSFER = re.compile(r"Transfer ?: ?(.+)", re.IGNORECASE | re.DOTALL)
STARTING = "starting balance"
MONTH_FIRST = {"", "USD", "CAD", "PHP"}  # currencies in whose countries the month is usually written first


class YnabReader(TableReader):
    format = "ynab"
    program = "YNAB"

    def knows(self, names: Sequence[str]) -> bool:
        present = set(names)
        return REQUIRED.issubset(present) and bool(
            {"category group category", "category group", "master category", "check number"} & present
        )

    def book(self, table: Table, build: Builder) -> None:
        _Register(table, build).book()


class _Register:
    """One pass over one register."""

    def __init__(self, table: Table, build: Builder) -> None:
        self.table, self.build = table, build
        written = list(chain(table.column("outflow"), table.column("inflow")))
        self.mark = build.context.overrides.decimal_mark or choose_decimal_mark(decimal_mark_votes(written))
        self.currency = self.build.currency(_symbol(written))
        habit = "MDY" if self.currency in MONTH_FIRST else "DMY"
        self.days = days_of(table, build, "date", habit)

    def book(self) -> None:
        pending: list[tuple[Row, ParsedLine]] = []
        for row in self.table.rows:
            line = self._line(row)
            if line is None:
                continue
            if pending and not self._continues(pending, row):
                self._book(pending)
                pending = []
            pending.append((row, line))
        self._book(pending)

    def _line(self, row: Row) -> ParsedLine | None:
        cell = self.table.cell
        day = self.days.read(cell(row, "date"))
        if day is None:
            self.build.reject(row.line, "booking_date", no_date(cell(row, "date")))
            return None
        amount = self._amount(row)
        if amount is None:
            return None
        payee, memo = cell(row, "payee"), cell(row, "memo")
        transfer = TRANSFER.fullmatch(payee)
        flag = cell(row, "flag")
        return ParsedLine(
            line=row.line,
            booking_date=day,
            amount=amount,
            currency=self.currency,
            counterparty=payee,
            raw=row.raw,
            category_hint=self._category(row),
            note=SPLIT.sub("", memo, count=1).strip(),
            tags=(flag,) if flag else (),
            transfer_to=transfer[1].strip() if transfer else "",
        )

    def _category(self, row: Row) -> str:
        cell = self.table.cell
        # YNAB 4 writes the whole path under `category` and its levels in columns of their own.
        group = cell(row, "category group") or cell(row, "master category")
        return path(group, cell(row, "sub category") or cell(row, "category"))

    def _amount(self, row: Row) -> Decimal | None:
        written = (self.table.cell(row, "inflow"), self.table.cell(row, "outflow"))
        values = [local_amount(text, self.mark) if text else Decimal(0) for text in written]
        if not any(written) or values[0] is None or values[1] is None:
            self.build.reject(row.line, "amount", no_amount(" ".join(written).strip()))
            return None
        return values[0] - values[1]

    def _continues(self, pending: Sequence[tuple[Row, ParsedLine]], row: Row) -> bool:
        """Whether this row is a further share of the movement whose shares were just read."""
        cell = self.table.cell
        first, last = pending[0][0], pending[-1][0]
        ours, theirs = _share(cell(row, "memo")), _share(cell(last, "memo"))
        if ours is None or theirs is None or ours[1] != theirs[1] or len(pending) >= ours[1]:
            return False
        same = all(cell(row, name) == cell(first, name) for name in ("account", "date"))
        return same and abs(ours[0] - theirs[0]) == 1

    def _book(self, pending: list[tuple[Row, ParsedLine]]) -> None:
        if not pending:
            return
        row = pending[0][0]
        lines = [line for _row, line in pending]
        line = lines[0] if len(lines) == 1 else _joined(lines)
        name = self.table.cell(row, "account") or "YNAB account"
        account = self.build.account(name, self.currency, kind_of_name(name))
        if line.counterparty.casefold() == STARTING and account.opening_balance is None:
            account.opening_balance = line.amount
            self.build.left_out["starting balance, kept as such|starting balances, kept as such"] += 1
        else:
            account.lines.append(line)


def _share(memo: str) -> tuple[int, int] | None:
    match = SPLIT.match(memo)
    return (int(match[1]), int(match[2])) if match else None


def _joined(lines: Sequence[ParsedLine]) -> ParsedLine:
    """The movement whose shares the lines are."""
    payees = unique(line.counterparty for line in lines if not line.transfer_to) or (lines[0].counterparty,)
    return replace(
        lines[0],
        amount=sum((line.amount for line in lines), Decimal(0)),
        counterparty=payees[0],
        raw="\n".join(line.raw for line in lines),
        category_hint="",
        note="",
        tags=unique(tag for line in lines for tag in line.tags),
        splits=tuple(
            ParsedSplit(line.amount, line.category_hint, line.note or (line.counterparty if line.transfer_to else ""))
            for line in lines
        ),
        transfer_to="",
    )


def _symbol(cells: Iterable[str]) -> str:
    """The currency that the amounts name, or the sign they carry where they name none."""
    sign = ""
    for text in cells:
        if text and (amount := parse_amount(text)) is not None and amount.currency:
            return amount.currency
        sign = sign or sign_in(text)
    return sign

"""Reads exports in which every row is one movement of one account; a `Layout` says which column is what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from transactions.statements.numbers import choose_decimal_mark, decimal_mark_votes
from transactions.statements.parsed import ParsedLine
from transactions.statements.rivals.building import Builder
from transactions.statements.rivals.table_reader import TableReader, days_of
from transactions.statements.rivals.tables import Row, Table
from transactions.statements.rivals.values import comma_tags, kind_of_name, local_amount, path

SPENDING, INCOME, AS_WRITTEN, REVERSED = "spending", "income", "as written", "reversed"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a program writes what. Column names are folded (see folding.fold); '' means that it has no such column."""

    format: str
    program: str
    required: tuple[str, ...]  # the columns the program is known by, all of them
    optional: tuple[str, ...] | None = None  # when given, no further columns may stand in the header
    date: str = "date"
    amount: str = "amount"
    in_and_out: tuple[str, str] | None = None  # two columns in place of the amount: what came in, what went out
    account: str = "account"
    payee: str = "payee"
    description: str = ""
    category: tuple[str, ...] = ("category",)  # group first
    currency: str = ""
    note: str = ""
    tags: str = "tags"
    read_tags: Callable[[str], tuple[str, ...]] = comma_tags
    external_id: str = ""
    account_number: str = ""
    account_type: str = ""
    transfer_to: Callable[[Table, Row], str] | None = None
    date_order: str = "MDY"  # assumed where the dates leave it open
    sign: str = AS_WRITTEN  # or REVERSED: spending stands as a positive number
    direction: Callable[[Table, Row], str] | None = None  # SPENDING or INCOME by another column, '' when it is unknown
    skip: Callable[[Table, Row], str] | None = None  # why a row is no movement, as `one|many`, or ''
    is_pending: Callable[[Table, Row], bool] | None = None
    own_account: str = ""  # the name of the account where no column names one

    def knows(self, names: Sequence[str]) -> bool:
        present = set(names)
        if not present.issuperset(self.required):
            return False
        return self.optional is None or present.issubset({*self.required, *self.optional, ""})


class LayoutReader(TableReader):
    """A StatementReader for one layout."""

    sure = 0.94

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.format, self.program = layout.format, layout.program

    def knows(self, names: Sequence[str]) -> bool:
        return self.layout.knows(names)

    def book(self, table: Table, build: Builder) -> None:
        _Reading(self.layout, table, build).book()


class _Reading:
    """One pass over one table."""

    def __init__(self, layout: Layout, table: Table, build: Builder) -> None:
        self.layout, self.table, self.build = layout, table, build
        self.days = days_of(table, build, layout.date, layout.date_order)
        written = chain.from_iterable(table.column(name) for name in layout.in_and_out or (layout.amount,))
        self.mark = build.context.overrides.decimal_mark or choose_decimal_mark(decimal_mark_votes(written))
        self.is_reversed = layout.sign == REVERSED

    def book(self) -> None:
        for row in self.table.rows:
            self._row(row)
        if self.is_reversed:
            self.build.understood["sign convention"] = "spending is written as a positive number and was turned"

    def _row(self, row: Row) -> None:
        layout, cell = self.layout, self.table.cell
        if layout.skip and (why := layout.skip(self.table, row)):
            self.build.left_out[why] += 1
            return
        day = self.days.read(cell(row, layout.date))
        if day is None:
            self.build.reject(row.line, "booking_date", no_date(cell(row, layout.date)))
            return
        amount = self._amount(row)
        if amount is None:
            return
        name = cell(row, layout.account) or layout.own_account or f"{layout.program} account"
        stated = cell(row, layout.currency) if layout.currency else ""
        if not self.build.knows_currency(row.line, stated):
            return
        currency = self.build.currency(stated)
        account = self.build.account(name, currency, kind_of_name(cell(row, layout.account_type)) or kind_of_name(name))
        account.external_ref = account.external_ref or cell(row, layout.account_number)
        account.lines.append(
            ParsedLine(
                line=row.line,
                booking_date=day,
                amount=amount,
                currency=currency,
                counterparty=cell(row, layout.payee),
                description=cell(row, layout.description),
                external_id=cell(row, layout.external_id),
                raw=row.raw,
                is_pending=bool(layout.is_pending and layout.is_pending(self.table, row)),
                category_hint=path(*(cell(row, column) for column in layout.category)),
                note=cell(row, layout.note),
                tags=layout.read_tags(cell(row, layout.tags)),
                transfer_to=layout.transfer_to(self.table, row) if layout.transfer_to else "",
            )
        )

    def _amount(self, row: Row) -> Decimal | None:
        if self.layout.in_and_out:
            return self._difference(row, *self.layout.in_and_out)
        written = self.table.cell(row, self.layout.amount)
        value = local_amount(written, self.mark)
        if value is None:
            self.build.reject(row.line, "amount", no_amount(written))
            return None
        if self.layout.direction is None:
            return -value if self.is_reversed else value
        direction = self.layout.direction(self.table, row)
        if not direction:
            self.build.reject(row.line, "amount", "The row does not say whether money came in or went out.")
            return None
        if direction == AS_WRITTEN:
            return value
        return -value if direction == SPENDING else value

    def _difference(self, row: Row, came_in: str, went_out: str) -> Decimal | None:
        """What came in less what went out; one of the two cells may be empty."""
        written = (self.table.cell(row, came_in), self.table.cell(row, went_out))
        values = [local_amount(text, self.mark) if text else Decimal(0) for text in written]
        if not any(written) or values[0] is None or values[1] is None:
            self.build.reject(row.line, "amount", no_amount(" ".join(written).strip()))
            return None
        return values[0] - abs(values[1])


def no_date(written: str) -> str:
    if not written:
        return "This row has no date. Add it in the file and import again, or add the movement by hand."
    return f"{written[:40]!r} is not a date that exists. Correct it in the file and import again."


def no_amount(written: str) -> str:
    if not written:
        return "This row has no amount. Add it in the file and import again, or add the movement by hand."
    return f"{written[:40]!r} is not an amount. Write a plain number such as -12.30 and import again."

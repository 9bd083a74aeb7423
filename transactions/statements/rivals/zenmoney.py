"""ZenMoney: the CSV of transactions. A row takes from one account, gives to another, or does both: a transfer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from transactions.statements.numbers import choose_decimal_mark, decimal_mark_votes
from transactions.statements.parsed import ParsedLine
from transactions.statements.rivals.building import Builder
from transactions.statements.rivals.layout_reader import no_amount, no_date
from transactions.statements.rivals.table_reader import TableReader, days_of
from transactions.statements.rivals.tables import Row, Table
from transactions.statements.rivals.values import kind_of_name, local_amount, path

REQUIRED = {
    "date", "categoryname", "payee", "comment", "outcomeaccountname", "outcome", "outcomecurrencyshorttitle",
    "incomeaccountname", "income", "incomecurrencyshorttitle",
}  # fmt: skip


class ZenmoneyReader(TableReader):
    format = "zenmoney"
    program = "ZenMoney"

    def knows(self, names: Sequence[str]) -> bool:
        return REQUIRED.issubset(names)

    def book(self, table: Table, build: Builder) -> None:
        days = days_of(table, build, "date", "DMY")
        mark = choose_decimal_mark(decimal_mark_votes([*table.column("outcome"), *table.column("income")]))
        for row in table.rows:
            day = days.read(table.cell(row, "date"))
            if day is None:
                build.reject(row.line, "booking_date", no_date(table.cell(row, "date")))
                continue
            _book(build, table, row, day, _amounts(build, table, row, mark))


def _amounts(build: Builder, table: Table, row: Row, mark: str) -> dict[str, Decimal]:
    """What leaves by `outcome` and what comes by `income`; sides of no amount are left away."""
    amounts: dict[str, Decimal] = {}
    for side in ("outcome", "income"):
        written = table.cell(row, side)
        value = local_amount(written, mark) if written else Decimal(0)
        if value is None:
            build.reject(row.line, "amount", no_amount(written))
            return {}
        if value:
            amounts[side] = -abs(value) if side == "outcome" else abs(value)
    if not amounts:
        build.reject(row.line, "amount", no_amount(""))
    return amounts


def _book(build: Builder, table: Table, row: Row, day: date, amounts: dict[str, Decimal]) -> None:
    """A line on each account that the row touches; the two sides of a transfer name each other."""
    cell = table.cell
    names = {side: cell(row, f"{side}accountname") for side in ("outcome", "income")}
    if not all(build.knows_currency(row.line, cell(row, f"{side}currencyshorttitle")) for side in amounts):
        return
    is_transfer = len(amounts) == 2 and names["outcome"] != names["income"]
    for side, amount in amounts.items():
        currency = build.currency(cell(row, f"{side}currencyshorttitle"))
        name = names[side] or "ZenMoney account"
        build.account(name, currency, kind_of_name(name)).lines.append(
            ParsedLine(
                line=row.line,
                booking_date=day,
                amount=amount,
                currency=currency,
                counterparty=cell(row, "payee"),
                raw=row.raw,
                category_hint=path(*cell(row, "categoryname").split("/")),
                note=cell(row, "comment"),
                transfer_to=names["income" if side == "outcome" else "outcome"] if is_transfer else "",
            )
        )

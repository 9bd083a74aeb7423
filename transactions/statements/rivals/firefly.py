"""Firefly III: the CSV of transactions that its data export gives.

Every row goes from a source to a destination. The accounts of the holder are told by their type; a row between two
of them is a transfer and becomes a line on both. Rows of one group are the splits of one movement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from transactions.statements.parsed import ParsedLine, ParsedSplit
from transactions.statements.rivals.building import Builder
from transactions.statements.rivals.layout_reader import no_amount, no_date
from transactions.statements.rivals.table_reader import TableReader
from transactions.statements.rivals.tables import Row, Table
from transactions.statements.rivals.values import iso_day, kind_of_name, plain_amount, tags_of, unique

REQUIRED = {"journal id", "type", "amount", "description", "date", "source name", "source type", "destination name"}
OWN = {
    "asset account": "", "default account": "", "debt": "loan", "loan": "loan", "mortgage": "loan",
    "default asset account": "checking", "savings asset account": "savings", "credit card asset account": "credit_card",
    "cash wallet account": "cash",
}  # fmt: skip
OPENINGS = ("opening balance", "liability credit")
KNOWN_TYPES = ("withdrawal", "deposit", "transfer", "reconciliation", *OPENINGS)
AGAIN = "Export the data again."
CASH = "(cash)"  # stands for money spent without naming anybody


@dataclass(frozen=True, slots=True)
class _Leg:
    """What one row does to one own account."""

    account: str
    currency: str
    number: str
    kind: str
    line: ParsedLine


class FireflyReader(TableReader):
    format = "firefly"
    program = "Firefly III"

    def knows(self, names: Sequence[str]) -> bool:
        return REQUIRED.issubset(names)

    def book(self, table: Table, build: Builder) -> None:
        for _group, rows in groupby(table.rows, key=lambda row: _group_of(table, row)):
            _read_group(build, table, list(rows))
        build.understood["date order"] = "year, month, day"


def _group_of(table: Table, row: Row) -> str:
    return table.cell(row, "group id") or f"row {row.line}"


def _read_group(build: Builder, table: Table, rows: list[Row]) -> None:
    """The rows of one movement: their legs by account, rows that share an account as its splits."""
    legs: dict[tuple[str, str], list[_Leg]] = {}
    for row in rows:
        for leg in _legs(build, table, row):
            legs.setdefault((leg.account, leg.currency), []).append(leg)
    for same in legs.values():
        first = same[0]
        account = build.account(first.account, first.currency, first.kind or kind_of_name(first.account))
        account.external_ref = account.external_ref or first.number
        title = table.cell(rows[0], "group title")
        account.lines.append(first.line if len(same) == 1 else _joined([leg.line for leg in same], title))


def _joined(lines: list[ParsedLine], title: str) -> ParsedLine:
    names = unique(line.counterparty for line in lines)
    others = unique(line.transfer_to for line in lines)
    splits = tuple(ParsedSplit(line.amount, line.category_hint, line.description) for line in lines)
    return replace(
        lines[0],
        amount=sum((line.amount for line in lines), Decimal(0)),
        counterparty=names[0] if len(names) == 1 else title or ", ".join(names)[:200],
        description=title or lines[0].description,
        raw="\n".join(line.raw for line in lines),
        category_hint="",
        note="\n".join(unique(line.note for line in lines)),
        tags=unique(tag for line in lines for tag in line.tags),
        splits=splits,
        transfer_to=others[0] if len(others) == 1 and all(line.transfer_to for line in lines) else "",
    )


def _legs(build: Builder, table: Table, row: Row) -> list[_Leg]:
    """One leg for each own account of a row; none where it is an opening balance or cannot be read."""
    cell = table.cell
    kind = cell(row, "type").casefold()
    day, amount = iso_day(cell(row, "date")), plain_amount(cell(row, "amount"))
    sides = [side for side in ("source", "destination") if cell(row, f"{side} type").casefold() in OWN]
    for is_wrong, column, message in (
        (kind not in KNOWN_TYPES, "type", f"{cell(row, 'type')[:40]!r} is no kind of transaction. {AGAIN}"),
        (day is None, "booking_date", no_date(cell(row, "date"))),
        (amount is None, "amount", no_amount(cell(row, "amount"))),
        (not sides, "account", "The row names none of your own accounts. Add the movement by hand."),
    ):
        if is_wrong:
            build.reject(row.line, column, message)
            return []
    codes = ("currency code", "foreign currency code") if len(sides) == 2 else ("currency code",)
    if not all(build.knows_currency(row.line, cell(row, code)) for code in codes):
        return []
    assert day is not None  # looked at above
    assert amount is not None
    if kind in OPENINGS:
        _open(build, table, row, sides[0], abs(amount))
        return []
    return [_leg(build, table, row, side, (day, abs(amount), len(sides) == 2)) for side in sides]


def _open(build: Builder, table: Table, row: Row, side: str, amount: Decimal) -> None:
    name, kind = table.cell(row, f"{side} name"), OWN[table.cell(row, f"{side} type").casefold()]
    account = build.account(name, build.currency(table.cell(row, "currency code")), kind or kind_of_name(name))
    signed = -amount if side == "source" else amount
    account.opening_balance = (account.opening_balance or Decimal(0)) + signed
    account.external_ref = account.external_ref or table.cell(row, f"{side} iban")
    build.left_out["opening balance, kept as the balance the account starts with|opening balances, kept as the"
                   " balances the accounts start with"] += 1  # fmt: skip


def _leg(build: Builder, table: Table, row: Row, side: str, said: tuple[date, Decimal, bool]) -> _Leg:
    """`said`: the day, the amount without sign, and whether both sides are own accounts."""
    day, amount, is_between_own = said
    cell = table.cell
    other = "destination" if side == "source" else "source"
    name, other_name = cell(row, f"{side} name"), cell(row, f"{other} name")
    currency = build.currency(cell(row, "currency code"))
    foreign = plain_amount(cell(row, "foreign amount"))
    if side == "destination" and is_between_own and foreign:
        # Money that changes currency between two own accounts arrives as the foreign amount.
        amount, currency = abs(foreign), build.currency(cell(row, "foreign currency code"))
    line = ParsedLine(
        line=row.line,
        booking_date=day,
        amount=-amount if side == "source" else amount,
        currency=currency,
        counterparty="" if other_name == CASH else other_name,
        description=cell(row, "description"),
        external_id=f"firefly-{cell(row, 'journal id')}" if cell(row, "journal id") else "",
        raw=row.raw,
        category_hint=cell(row, "category"),
        note=cell(row, "notes"),
        tags=tags_of(cell(row, "tags"), ","),
        transfer_to=other_name if is_between_own else "",
    )
    return _Leg(name, currency, cell(row, f"{side} iban"), OWN[cell(row, f"{side} type").casefold()], line)

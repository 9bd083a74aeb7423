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

from transactions.statements.parsed import ParsedLine, ParsedSplit, ParsedStatement, ReaderContext
from transactions.statements.rivals.building import Builder, refused, too_long
from transactions.statements.rivals.layout_reader import no_amount, no_date
from transactions.statements.rivals.tables import Row, Table, find_header, read_table
from transactions.statements.rivals.values import iso_day, kind_of_name, plain_amount, tags_of, unique

REQUIRED = {"journal id", "type", "amount", "description", "date", "source name", "source type", "destination name"}
OWN = {
    "asset account": "", "default account": "", "debt": "loan", "loan": "loan", "mortgage": "loan",
    "default asset account": "checking", "savings asset account": "savings", "credit card asset account": "credit_card",
    "cash wallet account": "cash",
}  # fmt: skip
OPENINGS = ("opening balance", "liability credit")
KNOWN_TYPES = ("withdrawal", "deposit", "transfer", "reconciliation", *OPENINGS)
CASH = "(cash)"  # stands for money spent without naming anybody


@dataclass(frozen=True, slots=True)
class _Leg:
    """What one row does to one own account."""

    account: str
    currency: str
    number: str
    kind: str
    line: ParsedLine


class FireflyReader:
    format = "firefly"

    def recognise(self, data: bytes) -> float:
        return 0.95 if find_header(data, _knows) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        table = read_table(data, _knows, context.max_lines)
        if table is None:
            return refused(self.format, "The header of a Firefly III export is missing. Export the data again.")
        if table.is_too_long:
            return too_long(self.format, context)
        build = Builder(self.format, "Firefly III", context, errors=list(table.errors), rejected=len(table.errors))
        for _group, rows in groupby(table.rows, key=lambda row: _group_of(table, row)):
            _read_group(build, table, list(rows))
        build.understood["date order"] = "year, month, day"
        return build.statement(table.encoding)


def _knows(names: Sequence[str]) -> bool:
    return REQUIRED.issubset(names)


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
    if kind not in KNOWN_TYPES:
        build.reject(row.line, "type", f"{cell(row, 'type')[:40]!r} is no kind of transaction. Export the data again.")
        return []
    day = iso_day(cell(row, "date"))
    if day is None:
        build.reject(row.line, "booking_date", no_date(cell(row, "date")))
        return []
    amount = plain_amount(cell(row, "amount"))
    if amount is None:
        build.reject(row.line, "amount", no_amount(cell(row, "amount")))
        return []
    sides = [side for side in ("source", "destination") if cell(row, f"{side} type").casefold() in OWN]
    if not sides:
        build.reject(row.line, "account", "The row names none of your own accounts. Add the movement by hand.")
        return []
    if kind in OPENINGS:
        _open(build, table, row, sides[0], abs(amount))
        return []
    both = len(sides) == 2
    return [_leg(build, table, row, side, (day, abs(amount), both)) for side in sides]


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

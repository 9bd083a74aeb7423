"""Whose currency a column of codes is: that of the account's amount, or of another amount printed in the same row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transactions.ledger.money import is_currency
from transactions.statements.csv_columns import Column
from transactions.statements.csv_records import Record
from transactions.statements.csv_scheme import Scheme
from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.numbers import parse_amount

LOOKED_AT = 400  # rows
ACCOUNT = phrases(
    "account | konto | kontos | compte | cuenta | conta | conto | rekening | счета | счету | счёта | рахунку | картки"
    "| карты | számla | účtu | konta | računa | račun | hesap | card | karte | hesaptan | λογαριασμού | חשבון | 账户 | 口座"
)


def account_currency(columns: Sequence[Column], sample: Sequence[Record], scheme: Scheme, codes: int) -> str:
    """The account's own currency where the column `codes` belongs to another amount, '' where it is the account's.

    Either the money's own column is named by a currency, or another column of amounts equals the money in just the
    rows of one currency: then the others tell what was paid abroad.
    """
    named = {columns[i].name_currency for i in scheme.money_columns} - {""}
    if len(named) == 1:
        name = named.pop()
        return name if columns[codes].distinct > 1 or columns[codes].sole_value.upper() != name else ""
    if columns[codes].distinct < 2 or codes - 1 in scheme.money_columns:  # right behind the money it is the money's
        return ""
    known = {*scheme.money_columns, scheme.balance}
    others = (c for c in columns if c.index not in known and c.amounts >= 0.9 and c.filled >= 0.9)
    return next((code for other in others if (code := _code_of_equals(columns, sample, scheme, codes, other))), "")


def _code_of_equals(
    columns: Sequence[Column], sample: Sequence[Record], scheme: Scheme, codes: int, other: Column
) -> str:
    equal: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for row in sample[:LOOKED_AT]:
        money, beside = _money(row, columns, scheme), _size(row, other)
        code = row.cells[codes].strip().upper() if codes < len(row.cells) else ""
        if money is None or beside is None or not is_currency(code):
            continue
        (equal if money == beside else apart)[code] += 1
    is_told = len(equal) == 1 and bool(apart) and not set(equal) & set(apart)
    return next(iter(equal)) if is_told else ""


def _money(row: Record, columns: Sequence[Column], scheme: Scheme) -> object:
    sizes = [size for i in scheme.money_columns if (size := _size(row, columns[i]))]
    return sizes[0] if len(sizes) == 1 else None


def _size(row: Record, column: Column) -> object:
    amount = parse_amount(row.cells[column.index], column.decimal_mark) if column.index < len(row.cells) else None
    return abs(amount.value) if amount is not None else None


def of_the_account(columns: Sequence[Column], sample: Sequence[Record], schemes: Sequence[Scheme]) -> list[Scheme]:
    """The readings that equal an amount with a changing currency beside it in just the rows of one currency: these
    are in the account's money, the other amount is what was paid abroad.

    A difference may be a fee as well, so a single column has to be named as the account's.
    """
    foreign = [
        (column, codes)
        for column in columns
        if column.amounts >= 0.9 and column.filled >= 0.9 and (codes := _codes_beside(column, columns)) is not None
    ]
    return [
        scheme
        for scheme in schemes
        if (scheme.is_pair or _speaks_of_the_account(columns, scheme))
        and any(
            column.index not in (*scheme.money_columns, scheme.balance)
            and _code_of_equals(columns, sample, scheme, codes, column)
            for column, codes in foreign
        )
    ]


def _speaks_of_the_account(columns: Sequence[Column], scheme: Scheme) -> bool:
    names = [name for index in scheme.money_columns for name in columns[index].names]
    has_role = any(columns[index].role("account_amount") >= 0.6 for index in scheme.money_columns)
    return has_role or any(contains_phrase(fold(name), ACCOUNT) for name in names)


def _codes_beside(column: Column, columns: Sequence[Column]) -> int | None:
    """The column of several currencies right of an amount."""
    beside = columns[column.index + 1] if column.index + 1 < len(columns) else None
    return beside.index if beside is not None and beside.currencies >= 0.9 and beside.distinct > 1 else None

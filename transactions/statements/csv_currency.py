"""The currency column of a table: what is no currency there is rejected with its line, and never becomes an account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from transactions.ledger.errors import LineError
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_money import Money
from transactions.statements.csv_money_signs import LOOKED_AT, SignEvidence, decide_sign_currency, find_sign
from transactions.statements.csv_reading import ReadTable
from transactions.statements.csv_realign import cell_of
from transactions.statements.csv_records import Record
from transactions.statements.currencies import currency_code, named_currency, unknown_currency
from transactions.statements.numbers import SYMBOLS, VAGUE_SYMBOLS, Amount
from transactions.statements.parsed import ReaderContext

RUPEES = "rs"
INDIAN = re.compile(r"₹|\bINR\b")
UNIT_OF_A_SUM = re.compile(r"\d[.,]\d{2}\s?([^\W\d_]{1,3}|[€£₹₽₺₩₴₪])(?![^\W\d_])")
LIKE_A_CODE = re.compile("[A-Z]{3,5}")  # those of coins and points have up to five letters


def reject_unknown_currencies(one: ReadTable) -> None:
    """Takes rows whose currency is none out of the table. A blank cell stands for the only currency of the others."""
    index = one.layout.currency
    if index is None and (index := _column_of_unknown_codes(one)) is None:
        return
    codes: Counter[str] = Counter()
    unknown: set[int] = set()
    for place, draft in enumerate(one.rows.drafts):
        written = cell_of(draft.record, index)
        code = cell_currency(written)
        if code:
            codes[code] += 1
        if not code and written not in BLANK and written.lower() not in VAGUE_SYMBOLS:
            unknown.add(place)
            one.rows.errors.append(LineError(draft.record.line, "currency", unknown_currency(written)))
    one.rows.drafts = one.rows.drafts.without(unknown)
    if len(codes) == 1 and not one.around.currency:
        one.around.currency = next(iter(codes))


def cell_currency(written: str) -> str:
    """The ISO 4217 code that a cell names by its letters, its symbol or in words, '' for none."""
    return currency_code(SYMBOLS.get(written.strip().lower(), written)) or named_currency(written)


def with_money_sign(one: ReadTable, context: ReaderContext) -> ReadTable:
    """The table with what its `$`, kr or ¥ stands for, where nothing else in it names the currency.

    What the sign is taken for becomes the currency of its rows, also where that is a guess that is asked about.
    """
    layout, said = one.layout, context.overrides.currency
    drafts = one.rows.drafts[:LOOKED_AT]
    rows = [draft.record for draft in drafts]
    units = (unit for i in layout.scheme.money_columns if (unit := one.table.units.get(i, "")))
    sign = next(units, "") or find_sign(layout, rows, one.table.preamble[:40])
    if layout.own_currency:
        return one
    if not sign:
        return _as_summed_above(one) if not said else one
    if sign == RUPEES:
        return _rupees(one, rows, context)
    named = any(layout.columns[i].name_currency for i in layout.scheme.money_columns if i < len(layout.columns))
    if one.around.currency or named or said:
        return one
    is_month_first = any(
        draft.booking.in_order("MDY") is not None and draft.booking.in_order("DMY") is None for draft in drafts
    )
    evidence = SignEvidence(
        head=_head(one),
        texts=[record.raw for record in rows],
        codes={amount.currency for draft in drafts for amount in _amounts(draft.money) if amount.currency},
        is_month_first=is_month_first,
        has_decimals=any(layout.columns[i].decimals for i in layout.scheme.money_columns if i < len(layout.columns)),
    )
    told = decide_sign_currency(sign, evidence, context.default_currency)
    one.around.currency = told.code
    return replace(one, money_sign=told)


def _as_summed_above(one: ReadTable) -> ReadTable:
    """Amounts without any mark are in the currency of the sums that stand above them, where those have only one."""
    places = one.layout.scheme.money_columns
    named = any(one.layout.columns[i].name_currency for i in places if i < len(one.layout.columns))
    if one.around.currency or named:
        return one
    found = {
        code
        for record in one.table.preamble[:40]
        for mark in UNIT_OF_A_SUM.findall(record.raw)
        if mark.lower() != RUPEES and (code := SYMBOLS.get(mark.lower()))
    }
    if len(found) == 1:
        one.around.currency = found.pop()
    return one


def _rupees(one: ReadTable, rows: Sequence[Record], context: ReaderContext) -> ReadTable:
    """Rs is read as the rupee of India; the words of another country, or the caller's own rupee, speak against it."""
    head, texts = _head(one), [record.raw for record in rows]
    if one.around.currency not in ("", "INR") or any(INDIAN.search(text) for text in (*head, *texts)):
        return one
    said = context.overrides.currency.upper()
    told = decide_sign_currency(RUPEES, SignEvidence(head, texts), context.default_currency)
    code = said or told.code or (context.default_currency if told.reason else "")
    if not code:
        return one
    layout = replace(one.layout, own_currency=code)
    return replace(one, layout=layout, money_sign=one.money_sign if said else told)


def _head(one: ReadTable) -> list[str]:
    """The names of the columns and what stands above them."""
    cells = [cell for record in one.table.preamble[:40] for cell in record.cells if cell]
    return [name for names in one.table.names for name in names] + cells


def _amounts(money: Money) -> list[Amount]:
    return [amount for amount in (money.amount, money.debit, money.credit) if amount is not None]


def _column_of_unknown_codes(one: ReadTable) -> int | None:
    """A column that is named as the currency and holds codes of which not one is known: coins, points, shares."""
    for column in one.layout.columns:
        if column.role("currency") < 0.9 or column.currencies > 0 or not column.count:
            continue
        cells = [cell_of(draft.record, column.index) for draft in one.rows.drafts[:50]]
        if cells and all(LIKE_A_CODE.fullmatch(cell) and not cell_currency(cell) for cell in cells):
            return column.index
    return None

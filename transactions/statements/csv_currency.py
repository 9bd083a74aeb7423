"""The currency column of a table: what is no currency there is rejected with its line, and never becomes an account."""

from __future__ import annotations

import re
from collections import Counter

from transactions.ledger.errors import LineError
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_reading import ReadTable
from transactions.statements.csv_realign import cell_of
from transactions.statements.currencies import currency_code, unknown_currency
from transactions.statements.numbers import SYMBOLS, VAGUE_SYMBOLS

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
    """The ISO 4217 code that a cell names by its letters or its symbol, '' for none."""
    return currency_code(SYMBOLS.get(written.strip().lower(), written))


def _column_of_unknown_codes(one: ReadTable) -> int | None:
    """A column that is named as the currency and holds codes of which not one is known: coins, points, shares."""
    for column in one.layout.columns:
        if column.role("currency") < 0.9 or column.currencies > 0 or not column.count:
            continue
        cells = [cell_of(draft.record, column.index) for draft in one.rows.drafts[:50]]
        if cells and all(LIKE_A_CODE.fullmatch(cell) and not cell_currency(cell) for cell in cells):
            return column.index
    return None

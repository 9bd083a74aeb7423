"""One column of amounts for each currency: the filled one of a row is its amount, in the currency of that column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from transactions.ledger.packed import Mapped
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_header import currency_in_name, role_scores
from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table
from transactions.statements.folding import fold
from transactions.statements.numbers import parse_amount

MONEY = ("amount", "debit", "credit", "balance")
Group = Mapping[int, str]  # column to currency


def join_currencies(table: Table) -> None:
    """Change the table in place: such columns become one, and a column of currencies is added behind the last."""
    groups = [group for group in _groups(table) if len(set(group.values())) == len(group) > 1]
    if not groups:
        return
    width = len(table.names)
    found = {_currency_of(row, groups) for row in table.rows if _is_filled(row, groups)}
    if None in found or len(found) < 2:
        return
    kept = [min(group) for group in groups]
    names = tuple(
        (_bare(names[0], group[index]) or "Amount",)
        if (group := next((one for one in groups if index in one), None)) and index in kept
        else names
        for index, names in enumerate(table.names)
    )
    table.names = (*names, ("Currency",))
    table.rows = Mapped(partial(_joined, groups=groups, width=width), table.rows)


def _groups(table: Table) -> list[Group]:
    """The columns named by a currency, by what else their names say: nothing, or a word for money."""
    groups: dict[str, dict[int, str]] = {}
    for index in range(len(table.names)):
        names = table.names_of(index)
        code = currency_in_name(names[0]) if len(names) == 1 else ""
        if not code:
            continue
        rest = fold(_bare(names[0], code))
        if not rest or max(role_scores(rest).get(role, 0.0) for role in MONEY) >= 0.9:
            groups.setdefault(rest, {})[index] = code
    return list(groups.values())


def _bare(name: str, code: str) -> str:
    return re.sub(rf"[(\[]?\s*\b{code}\b\s*\$?\s*[)\]]?", " ", name, flags=re.IGNORECASE).strip(" $€£¥-_/:")


def _is_filled(row: Record, groups: Sequence[Group]) -> bool:
    return any(_filled(row, index) for group in groups for index in group)


def _filled(row: Record, index: int) -> bool:
    cell = row.cells[index] if index < len(row.cells) else ""
    if cell in BLANK:
        return False
    amount = parse_amount(cell)
    return amount is None or bool(amount.value)


def _currency_of(row: Record, groups: Sequence[Group]) -> str | None:
    """The one currency whose columns this row fills, None when it fills those of several."""
    found = {code for group in groups for index, code in group.items() if _filled(row, index)}
    return found.pop() if len(found) == 1 else None


def _joined(row: Record, groups: Sequence[Group], width: int) -> Record:
    code = _currency_of(row, groups)
    if code is None:
        return row
    cells = [*row.cells, *[""] * (width - len(row.cells))][: max(width, len(row.cells))]
    for group in groups:
        place = next((index for index, own in group.items() if own == code), None)
        amount = cells[place] if place is not None else ""
        for index in group:
            cells[index] = ""
        cells[min(group)] = amount
    return replace(row, cells=(*cells[:width], code, *cells[width:]))

"""Rows that look like movements and are balances or totals: told by where they stand and what they add up to.

A shop may be called Total and a bar Saldo, so the word alone decides nothing in a row with a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_drafts import Draft, Sorted
from transactions.statements.csv_header import ROLES, role_scores
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_preamble import balance_kind
from transactions.statements.csv_realign import cell_of
from transactions.statements.csv_records import Record
from transactions.statements.dates import read_date
from transactions.statements.folding import fold
from transactions.statements.numbers import Amount, decimal_mark_votes, is_amount, parse_amount


def label_of(cell: str) -> str:
    """'opening', 'closing', 'total', 'balance' for a label in a row with a date, '' for anything else.

    With a number behind it, a total is the name of a shop.
    """
    kind = balance_kind(cell)
    if kind == "total" and any(char.isdigit() for char in cell):
        return ""
    folded = fold(cell)
    return kind or ("balance" if folded in ROLES["balance"] or folded.split(" ", 1)[0] in ROLES["balance"] else "")


def heads_a_summary(record: Record) -> bool:
    """'Opening balance;Debits;Credits;Closing balance' below the rows: the next line holds the figures."""
    cells = [cell for cell in record.cells if cell]
    if len(cells) < 2 or any(is_amount(cell) or read_date(cell) is not None for cell in cells):
        return False
    kinds = [balance_kind(cell) for cell in cells]
    named = sum(bool(kind) or max(role_scores(cell).get(r, 0.0) for r in ("debit", "credit", "balance")) >= 0.6
                for kind, cell in zip(kinds, cells, strict=True))  # fmt: skip
    return named == len(cells) and bool({"opening", "closing"} & set(kinds))


def is_all_figures(record: Record) -> bool:
    cells = [cell for cell in record.cells if cell not in BLANK]
    return bool(cells) and all(is_amount(cell) for cell in cells)


def note_summary(result: Sorted, labels: Record, figures: Record) -> None:
    """The balances of a summary, where nothing gave them before."""
    result.left_out["balance and total rows"] += 1
    for label, cell in zip(labels.cells, figures.cells, strict=False):
        kind, amount = balance_kind(label), read_alone(cell)
        if kind == "opening" and result.opening is None and amount is not None:
            result.opening = amount.value
        if kind == "closing" and result.closing is None and amount is not None:
            result.closing = amount.value


def read_alone(cell: str) -> Amount | None:
    """An amount outside of the columns, whose decimal mark only the cell itself can tell."""
    votes = decimal_mark_votes([cell])
    return parse_amount(cell, "," if votes[","] or votes["?."] else ".")


def drop_labelled(result: Sorted, labels: dict[int, str], layout: Layout) -> None:
    """Take out the rows with a label (by identity of the draft) that position or sums show to be no movements."""
    plain = [draft for draft in result.drafts if id(draft) not in labels]
    if not plain or not labels:
        return
    always = [
        column.index
        for column in layout.columns
        if column.index not in layout.scheme.money_columns
        and all(cell_of(draft.record, column.index) not in BLANK for draft in plain)
    ]
    first, last = plain[0].record.line, plain[-1].record.line
    kept = []
    for draft in result.drafts:
        is_outside = not first < draft.record.line < last
        is_edge = is_outside and not _has_own_balance(draft) and any(cell_of(draft.record, i) in BLANK for i in always)
        label = labels.get(id(draft), "")
        rest = [one for one in result.drafts if one is not draft] if label == "total" else []
        if label and (is_edge or (rest and (_is_sum(draft, plain) or _is_sum(draft, rest)))):
            result.left_out["balance and total rows"] += 1
        else:
            kept.append(draft)
    result.drafts = kept


def _has_own_balance(draft: Draft) -> bool:
    """An amount and another balance after it: what the row says of itself is a movement."""
    amounts = [one for one in (draft.money.amount, draft.money.debit, draft.money.credit) if one is not None]
    balance = draft.money.balance
    return balance is not None and any(one.value and abs(one.value) != abs(balance) for one in amounts)


def _is_sum(draft: Draft, plain: Sequence[Draft]) -> bool:
    """Its amounts are the sums of the columns they stand in, or of what these hold of one sign or one flag."""
    columns = ("amount", "debit", "credit")
    found = [
        (getattr(draft.money, name), [(getattr(one.money, name), one.money.flag) for one in plain]) for name in columns
    ]
    filled = [(amount.value, _values(others)) for amount, others in found if amount is not None and amount.value]
    return bool(filled) and len(plain) > 1 and all(abs(value) in _sums(others) for value, others in filled)


def _values(amounts: Sequence[tuple[Amount | None, str]]) -> list[tuple[Decimal, str]]:
    return [(amount.value, flag) for amount, flag in amounts if amount is not None]


def _sums(values: Sequence[tuple[Decimal, str]]) -> set[Decimal]:
    parts = [[v for v, _ in values], [v for v, _ in values if v > 0], [v for v, _ in values if v < 0]]
    parts += [[abs(v) for v, flag in values if flag == way] for way in ("in", "out")]
    return {abs(sum(part, Decimal(0))) for part in parts}


def reject_both_sides(result: Sorted) -> list[Draft]:
    """The rows that fill money out and in at once, where the others fill one of them and no balance explains it."""
    both = [draft for draft in result.drafts if _has_both(draft.money.debit, draft.money.credit)]
    if not both or len(both) * 3 > len(result.drafts) or any(draft.money.balance is not None for draft in both):
        return []
    result.drafts = [draft for draft in result.drafts if not _has_both(draft.money.debit, draft.money.credit)]
    return both


def _has_both(debit: Amount | None, credit: Amount | None) -> bool:
    return bool(debit and credit and debit.value and credit.value)

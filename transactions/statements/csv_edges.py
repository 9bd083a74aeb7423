"""Rows that look like movements and are balances or totals: told by where they stand and what they add up to.

A shop may be called Total and a bar Saldo, so the word alone decides nothing in a row with a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from transactions.ledger.packed import Picked
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_drafts import Draft, Drafts, Sorted
from transactions.statements.csv_header import ROLES, role_scores
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_money import Money
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


def drop_labelled(result: Sorted, labels: Mapping[int, str], layout: Layout) -> None:
    """Take out the rows with a label (by place of the draft) that position or sums show to be no movements."""
    drafts = result.drafts
    plain = Picked(drafts, (place for place in range(len(drafts)) if place not in labels) if labels else ())
    if not plain:
        return
    always = _always_filled(plain, layout)
    first, last = plain[0].record.line, plain[-1].record.line
    totals = _Totals(plain, drafts) if "total" in labels.values() else None
    dropped: set[int] = set()
    for place, label in labels.items():
        if place >= len(drafts):
            continue
        draft = drafts[place]
        record, money = draft.record, draft.money
        is_outside = not first < record.line < last
        is_edge = is_outside and not _has_own_balance(money) and any(cell_of(record, i) in BLANK for i in always)
        if is_edge or (label == "total" and totals is not None and totals.are_in(money)):
            dropped.add(place)
    if dropped:
        result.left_out["balance and total rows"] += len(dropped)
        result.drafts = drafts.without(dropped)


def drop_summary_line(result: Sorted) -> None:
    """A first or last row whose figures are the opening and closing balance of all others is the account's summary.

    Asked only where no header names the columns: the amount of that row and the sum of the others make up its balance.
    """
    drafts = result.drafts
    if len(drafts) < 3 or any(money.amount is None for money in (drafts[0].money, drafts[-1].money)):
        return
    total = sum((money.value for money in drafts.money), Decimal(0))
    for place, next_to in ((0, 1), (len(drafts) - 1, len(drafts) - 2)):
        money, inner = drafts[place].money, [drafts.balances[i] for i in range(len(drafts)) if i != place]
        if money.balance is None or money.balance != total or money.balance not in (inner[0], inner[-1]):
            continue
        moved = abs(money.balance - (drafts.balances[next_to] or Decimal(0)))
        if moved not in (abs(money.value), abs(drafts[next_to].money.value)):
            result.left_out["balance and total rows"] += 1
            result.opening, result.closing = money.value, money.balance
            result.drafts = drafts.without({place})
            return


def _always_filled(drafts: Sequence[Draft], layout: Layout) -> list[int]:
    """The columns without money that every one of these rows fills."""
    found = [column.index for column in layout.columns if column.index not in layout.scheme.money_columns]
    for draft in drafts:
        record = draft.record
        found = [i for i in found if cell_of(record, i) not in BLANK]
        if not found:
            break
    return found


def _has_own_balance(money: Money) -> bool:
    """An amount and another balance after it: what the row says of itself is a movement."""
    amounts = [one for one in (money.amount, money.debit, money.credit) if one is not None]
    balance = money.balance
    return balance is not None and any(one.value and abs(one.value) != abs(balance) for one in amounts)


Parts = tuple[Decimal, ...]


class _Totals:
    """What the columns of money add up to over the rows without a label, and over all rows."""

    def __init__(self, plain: Sequence[Draft], drafts: Drafts) -> None:
        self.plain_count, self.count = len(plain), len(drafts)
        self.plain = _sums(draft.money for draft in plain)
        self.all = _sums(drafts.money)

    def are_in(self, money: Money) -> bool:
        """The amounts of a row are the sums of the columns they stand in, without the labelled rows or with all other
        rows, or of what these hold of one sign or one flag."""
        filled = [(name, one) for name, one in _amounts(money) if one.value]
        if not filled:
            return False
        rest = [
            (one, tuple(a - b for a, b in zip(self.all[name], _parts(one.value, money.flag), strict=True)))
            for name, one in filled
        ]
        return (self.plain_count > 1 and all(_is_among(one, self.plain[name]) for name, one in filled)) or (
            self.count - 1 > 1 and all(_is_among(one, parts) for one, parts in rest)
        )


def _is_among(amount: Amount, parts: Parts) -> bool:
    return abs(amount.value) in {abs(part) for part in parts}


def _amounts(money: Money) -> list[tuple[str, Amount]]:
    found = (("amount", money.amount), ("debit", money.debit), ("credit", money.credit))
    return [(name, one) for name, one in found if one is not None]


def _sums(rows: Iterable[Money]) -> dict[str, Parts]:
    zero = Decimal(0)
    found: dict[str, Parts] = dict.fromkeys(("amount", "debit", "credit"), (zero,) * 5)
    for money in rows:
        for name, one in _amounts(money):
            found[name] = tuple(a + b for a, b in zip(found[name], _parts(one.value, money.flag), strict=True))
    return found


def _parts(value: Decimal, flag: str) -> Parts:
    """What a row adds to the sums of all, of plus, of minus, and of the sizes that came in and went out."""
    zero = Decimal(0)
    size = abs(value)
    return value, max(value, zero), min(value, zero), size if flag == "in" else zero, size if flag == "out" else zero


def reject_both_sides(result: Sorted) -> list[Draft]:
    """The rows that fill money out and in at once, where the others fill one of them and no balance explains it."""
    drafts = result.drafts
    both = [place for place, money in enumerate(drafts.money) if _has_both(money.debit, money.credit)]
    if not both or len(both) * 3 > len(drafts) or any(drafts.balances[place] is not None for place in both):
        return []
    result.drafts = drafts.without(set(both))
    return [drafts[place] for place in both]


def _has_both(debit: Amount | None, credit: Amount | None) -> bool:
    return bool(debit and credit and debit.value and credit.value)

"""What a file states about its balances, held against the amounts as read: opening + movements = closing, row by row.

A reading that the file itself contradicts must not be taken with confidence while another one agrees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from operator import neg

from transactions.ledger.packed import Mapped, PackedDecimals
from transactions.statements.csv_columns import BLANK
from transactions.statements.csv_drafts import Draft, Sorted
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_money import SignRule
from transactions.statements.csv_preamble import Surroundings
from transactions.statements.currencies import currency_code
from transactions.statements.numbers import parse_amount

ENOUGH_PAIRS = 3  # neighbouring rows with balances; fewer agree by chance


@dataclass(frozen=True, slots=True)
class Proof:
    """How the amounts fit the balances. `is_owed`: the balances are a debt, positive when the holder owes."""

    hits: int = 0
    pairs: int = 0
    is_stated: bool = False  # opening and closing are both printed
    difference: Decimal = Decimal(0)  # opening + movements - closing, where they are
    is_owed: bool = False
    words: str = ""

    @property
    def is_contradicted(self) -> bool:
        return (self.pairs >= ENOUGH_PAIRS and self.hits * 2 < self.pairs) or bool(self.is_stated and self.difference)

    @property
    def is_proven(self) -> bool:
        if self.is_contradicted:
            return False
        return self.is_stated or (self.pairs >= ENOUGH_PAIRS and self.hits * 10 >= self.pairs * 9)


def prove(layout: Layout, rows: Sorted, sign: SignRule, around: Surroundings, *, is_card: bool) -> Proof:
    """Of a card the balance may be what is owed, so that its movements count the other way round."""
    amounts = _amounts(rows, sign)
    own = _proof(layout, rows, amounts, around)
    if not is_card or own.is_proven:
        return own
    owed = _proof(layout, rows, Mapped(neg, amounts), around)
    return Proof(owed.hits, owed.pairs, owed.is_stated, owed.difference, True, owed.words) if owed.is_proven else own


def _proof(layout: Layout, rows: Sorted, amounts: Sequence[Decimal], around: Surroundings) -> Proof:
    balances = balances_after(layout, rows, amounts)
    hits, pairs = running_hits(amounts, balances)
    opening = around.opening if around.opening is not None else rows.opening
    closing = around.closing if around.closing is not None else rows.closing
    if opening is None or closing is None or not _is_one_account(layout):
        return Proof(hits, pairs, words=_running_words(hits, pairs))
    total, booked = Decimal(0), 0
    for amount, is_pending in zip(amounts, rows.drafts.pending, strict=True):
        if not is_pending:
            total, booked = total + amount, booked + 1
    found = opening + total
    words = f"opening {opening} + {booked} movements = {found}"
    words = (
        words.replace(f"= {found}", f"= closing {closing}") if found == closing else f"{words}, but closing {closing}"
    )
    running = _running_words(hits, pairs)
    return Proof(hits, pairs, True, found - closing, words=f"{words}; {running}" if running else words)


def _amounts(rows: Sorted, sign: SignRule) -> Sequence[Decimal]:
    """The signed amount of each movement."""
    return Mapped(_not_none, PackedDecimals(map(sign.apply, rows.drafts.money)))


def _not_none(amount: Decimal | None) -> Decimal:
    return amount if amount is not None else Decimal(0)


def balances_after(layout: Layout, rows: Sorted, amounts: Sequence[Decimal]) -> Sequence[Decimal | None]:
    """The balance after each movement; where the file prints the one before it, the movement is added."""
    printed = rows.drafts.balances
    if not layout.scheme.is_before:
        return printed
    return PackedDecimals(b + a if b is not None else None for a, b in zip(amounts, printed, strict=True))


def _running_words(hits: int, pairs: int) -> str:
    return f"{hits} of {pairs} steps of the running balance agree with the amounts" if pairs else ""


def _is_one_account(layout: Layout) -> bool:
    several = (layout.columns[i].distinct > 1 for i in (layout.currency, layout.account) if i is not None)
    return not any(several)


def running_hits(amounts: Sequence[Decimal], balances: Sequence[Decimal | None]) -> tuple[int, int]:
    """How many neighbouring rows differ in balance by the amount, and how many there are; old or new rows first."""
    rows = ((amount, balance) for amount, balance in zip(amounts, balances, strict=True) if balance is not None)
    down = up = pairs = 0
    for (amount_0, balance_0), (amount_1, balance_1) in pairwise(rows):
        pairs += 1
        down += balance_1 - balance_0 == amount_1
        up += balance_0 - balance_1 == amount_0
    return max(down, up), pairs


def crosses_currencies(layout: Layout, rows: Sorted, proof: Proof) -> bool:
    """One balance that runs through rows of several currencies: the column tells of something else than the amount."""
    if layout.currency is None or layout.columns[layout.currency].told is not None or not proof.pairs:
        return False
    if proof.hits * 10 < proof.pairs * 9 or proof.pairs < ENOUGH_PAIRS:
        return False
    codes = (
        _text(draft, layout.currency)
        for draft, balance in zip(rows.drafts, rows.drafts.balances, strict=True)
        if balance is not None
    )
    return any(a != b for a, b in pairwise(codes))


def most_of(layout: Layout, rows: Sorted) -> str:
    """The code that more than half of the rows have in the column of currencies, '' for none."""
    codes = Counter(
        currency_code(_text(draft, layout.currency)) for draft in rows.drafts if layout.currency is not None
    )
    code, count = max(codes.items(), key=lambda item: item[1], default=("", 0))
    return code if count * 2 > len(rows.drafts) else ""


def _text(draft: Draft, index: int | None) -> str:
    return draft.record.cells[index] if index is not None and index < len(draft.record.cells) else ""


def fee_column(layout: Layout, rows: Sorted, sign: SignRule) -> int | None:
    """A fee column beside the amount where the running balance moves by the amount less the fee; else None."""
    if layout.scheme.balance is None or layout.fee is not None:
        return None
    amounts: Sequence[Decimal] | None = None
    for column in layout.columns:
        if column.role("fee") < 0.6 or column.amounts < 0.9 or column.index in layout.scheme.money_columns:
            continue
        fees = PackedDecimals(
            _fee(draft, column.index, column.decimal_mark, layout.scheme.money_columns) for draft in rows.drafts
        )
        amounts = amounts if amounts is not None else _amounts(rows, sign)
        if any(fees) and _moves_by_fee(amounts, fees, rows.drafts.balances):
            return column.index
    return None


def _fee(draft: Draft, index: int, mark: str, money: Sequence[int]) -> Decimal:
    """The fee beside an amount; a row without one is a fee itself."""
    cells = draft.record.cells
    if not any(index < len(cells) and cells[index] not in BLANK for index in money):
        return Decimal(0)
    amount = parse_amount(cells[index], mark) if index < len(cells) else None
    return abs(amount.value) if amount is not None else Decimal(0)


def _moves_by_fee(
    amounts: Sequence[Decimal], fees: Sequence[Decimal | None], balances: Sequence[Decimal | None]
) -> bool:
    """Whether the rows with a fee fit the balance with the fee taken off, and only then."""
    with_fee = without = charged = 0
    for i, fee in enumerate(fees):
        if not fee:
            continue
        charged += 1
        moves = [_difference(balances, i, j) for j in (i - 1, i + 1)]
        with_fee += amounts[i] - fee in moves
        without += amounts[i] in moves
    return with_fee * 2 > charged and with_fee > without


def _difference(balances: Sequence[Decimal | None], i: int, j: int) -> Decimal | None:
    if not 0 <= j < len(balances):
        return None
    here, there = balances[i], balances[j]
    return here - there if here is not None and there is not None else None

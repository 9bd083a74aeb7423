"""What names and texts say of the direction of money, asked where neither signs nor balances tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transactions.statements.csv_layout import Layout
from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.words_rows import CARD_ACCOUNT, CARD_WORDS, TEXT_IN, TEXT_OUT
from transactions.statements.words_shops import CARD_SCHEMES, SALES_WORDS, SHOP_WORDS, SPENT_WORDS

SPENT = phrases(SPENT_WORDS)
SHOPS, SALES, SCHEMES = phrases(SHOP_WORDS), phrases(SALES_WORDS), phrases(CARD_SCHEMES)
IN_WORDS, OUT_WORDS, CARD = phrases(TEXT_IN), phrases(TEXT_OUT), phrases(CARD_WORDS) | phrases(CARD_ACCOUNT)
SURE_IN = phrases(
    "payment received | thank you | payment thank you | payment received thank you | refund | cashback | gutschrift | "
    "remboursement | zahlung erhalten | pagamento recebido | pago recibido | paiement reçu | 还款"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Of some rows: how many there are, how many read like money received and how many like money spent."""

    rows: int
    received: int
    spent: int

    @classmethod
    def of(cls, texts: Sequence[str]) -> Wording:
        received = sum(says(text, IN_WORDS) for text in texts)
        return cls(len(texts), received, sum(is_spending(text) for text in texts))


def is_spending(text: str) -> bool:
    """Words of paying, or the name of a shop that people pay and that hardly pays anyone."""
    folded = fold(text[:200])
    return contains_phrase(folded, OUT_WORDS) or contains_phrase(folded, SHOPS)


def is_bank_account(layout: Layout) -> bool:
    """A balance or the other side's account number: such exports print a minus where money leaves."""
    if layout.scheme.balance is not None:
        return True
    return any(c.role("counter_account") >= 0.6 or c.ibans > 0.5 for c in layout.columns)


def is_named_for_spending(layout: Layout) -> bool:
    """The name of the amount column is that of an amount spent."""
    index = layout.scheme.amount
    names = layout.columns[index].names if index is not None else ()
    return any(contains_phrase(fold(name), SPENT) for name in names)


def is_sales(layout: Layout) -> bool:
    """Exports of payment services for sellers name the customer in several columns."""
    names = [fold(name) for column in layout.columns for name in column.names]
    return sum(contains_phrase(name, SALES) for name in names) >= 2


def says(text: str, words: frozenset[str]) -> bool:
    return contains_phrase(fold(text[:200]), words)


def speaks_of_cards(layout: Layout, preamble: str) -> bool:
    """By the text before the table, a name of a column, or a column that says the name of a card scheme everywhere."""
    if contains_phrase(fold(preamble), CARD):
        return True
    if any(contains_phrase(fold(name), CARD) for column in layout.columns for name in column.names):
        return True
    return any(fold(column.sole_value) in SCHEMES for column in layout.columns if 3 < len(column.sole_value) < 30)

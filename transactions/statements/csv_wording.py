"""What names and texts say of the direction of money, asked where neither signs nor balances tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from transactions.statements.csv_layout import Layout
from transactions.statements.folding import contains_phrase, fold, longest_phrase, phrases
from transactions.statements.words_rows import CARD_ACCOUNT, CARD_WORDS, TEXT_IN, TEXT_OUT
from transactions.statements.words_shops import CARD_SCHEMES, SALES_WORDS, SHOP_WORDS, SPENT_WORDS
from transactions.statements.words_wording import CARDS, INTEREST, MONEY_IN, MONEY_OUT, OWED, SURE_IN_WORDS

MASKED = re.compile(r"(?:\d{4,6})?[ -]?(?:[*xX•.]{2,4}[ -]?){1,4}\d{4}")
SPENT = phrases(SPENT_WORDS)
SHOPS, SALES, SCHEMES = phrases(SHOP_WORDS), phrases(SALES_WORDS), phrases(CARD_SCHEMES)
IN_WORDS = phrases(TEXT_IN) | phrases(MONEY_IN) | phrases(SURE_IN_WORDS)
OUT_WORDS = phrases(TEXT_OUT) | phrases(MONEY_OUT)
CARD = phrases(CARD_WORDS) | phrases(CARD_ACCOUNT) | phrases(CARDS)
CARD_OR_OWED = CARD | phrases(OWED)
INTEREST_WORDS = phrases(INTEREST)
SURE_IN = phrases(SURE_IN_WORDS)


@dataclass(frozen=True, slots=True)
class Wording:
    """Of some rows: how many there are, how many read like money received and how many like money spent."""

    rows: int
    received: int
    spent: int
    thanked: int = 0  # those that read like a payment to a card, or a refund on it

    @classmethod
    def of(cls, texts: Sequence[str], *, with_interest: bool = False) -> Wording:
        ways = [direction_of(text, with_interest=with_interest) for text in texts]
        return cls(len(texts), ways.count("in"), ways.count("out"), sum(says(text, SURE_IN) for text in texts))


def direction_of(text: str, *, with_interest: bool = False) -> str:
    """'in', 'out' or '': the longer phrase speaks where both do; the name of a shop says 'out' where no word does.

    `with_interest`: bare interest counts as money in, as it does where nothing speaks of a debt.
    """
    return _direction(fold(text[:200]), with_interest)


@lru_cache(maxsize=8192)
def _direction(folded: str, with_interest: bool) -> str:
    into, out = longest_phrase(folded, IN_WORDS), longest_phrase(folded, OUT_WORDS)
    if into and out and contains_phrase(folded, SURE_IN):
        return "in"
    if len(into) != len(out):
        return "in" if len(into) > len(out) else "out"
    if not into and contains_phrase(folded, SHOPS):
        return "out"
    return "in" if with_interest and not into and contains_phrase(folded, INTEREST_WORDS) else ""


def is_bank_account(layout: Layout) -> bool:
    """A balance or the other side's account number: such exports print a minus where money leaves."""
    if layout.scheme.balance is not None:
        return True
    return any(c.role("counter_account") >= 0.6 or c.ibans > 0.5 for c in layout.columns)


def is_account_of_its_own(layout: Layout) -> bool:
    """A bank account rather than a card: its own number, the other side's number, or a day of value stands beside."""
    own = (c for c in layout.columns if c.role("account") >= 0.9 or c.role("value_date") >= 0.9)
    return is_bank_account(layout) or any(not contains_phrase(fold(name), CARD) for c in own for name in c.names)


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
    """By the text before the table, a name of a column, or a column that says the name of a card scheme everywhere.

    The number of a debit card stands in the exports of accounts too; there the other side's account stands as well.
    """
    if contains_phrase(fold(preamble), CARD_OR_OWED):
        return True
    if any(c.role("counter_account") >= 0.9 or (c.ibans > 0.5 and c.role("account") > 0) for c in layout.columns):
        return False
    if any(contains_phrase(fold(name), CARD) for column in layout.columns for name in column.names):
        return True
    return any(_is_of_a_card(column.sole_value) for column in layout.columns)


def _is_of_a_card(value: str) -> bool:
    """The name of a card scheme, or a number with all but its last digits masked."""
    return (3 < len(value) < 30 and fold(value) in SCHEMES) or MASKED.fullmatch(value) is not None

"""What the words of a payee say before any date is looked at: contract or habit, cash, and a rhythm's role.

The odds are moderate on purpose: words shift what dates and amounts must prove, they never decide alone. Only cash
does: a fixed sum drawn every Friday is a habit by definition.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from advisory.analysis.series import vocabulary
from advisory.analysis.series.brands import SUBSCRIPTION_BRANDS
from advisory.analysis.series.keys import LENDERS
from transactions.ledger.lexicon import lexicon
from transactions.ledger.words import phrases_of, words_of

LONGEST_PHRASE = 4

# Log odds. A brand that sells nothing but subscriptions: 20 to 1. A contract's word: 5 to 1; a mandate or standing
# order 20 to 1. A kind of place that
# people walk into: 1 to 20; a shop in general 1 to 5.
KNOWN_BRAND = 3.0
CONTRACT_WORD = 1.6
DIRECT_DEBIT = 3.0
HABIT_WORD = -3.0
SHOP_WORD = -1.6
BY_CATEGORY = {
    "subscriptions": 2.0,
    "rent_mortgage": 2.0,
    "utilities": 2.0,
    "phone_internet": 2.0,
    "insurance": 2.0,
    "taxes": 1.6,
    "childcare": 1.0,
    "education": 0.5,
    "groceries": HABIT_WORD,
    "restaurants": HABIT_WORD,
    "coffee": HABIT_WORD,
    "fuel": HABIT_WORD,
    "transport": HABIT_WORD,
    "cash": HABIT_WORD,
    "shopping": SHOP_WORD,
    "clothing": SHOP_WORD,
    "health": SHOP_WORD,
    "travel": SHOP_WORD,
    "entertainment": SHOP_WORD,
    "pets": SHOP_WORD,
}
CATEGORY_ROLES = {
    "subscriptions": "subscription",
    "rent_mortgage": "bill",
    "utilities": "bill",
    "phone_internet": "bill",
    "insurance": "bill",
    "taxes": "bill",
    "fees": "bill",
    "childcare": "bill",
    "education": "bill",
}


@dataclass(frozen=True, slots=True)
class Signal:
    """`odds`: log odds that a rhythm at this payee is a contract. `role` is empty where the words name none.
    `is_from_account`: sent or drawn from the account, not charged to a card."""

    odds: float
    role: str
    is_known_brand: bool
    is_cash: bool
    is_habit: bool
    is_from_account: bool = False
    category: str = ""


def signal_of(name: str, *, is_incoming: bool, text: str = "", channel: str = "") -> Signal:
    """The signal of a payee: its cleaned `name`, the `text` of a row, the `channel` as `payees.normalise` has it."""
    phrases = frozenset(phrases_of(name, LONGEST_PHRASE))
    everything = phrases | frozenset(phrases_of(text, LONGEST_PHRASE))
    if is_incoming:
        return _incoming(everything)
    is_brand = not phrases.isdisjoint(_set(SUBSCRIPTION_BRANDS))
    is_cash = channel == "cash" or not everything.isdisjoint(_set(vocabulary.CASH))
    is_debit = channel in ("debit", "standing")
    is_contract = is_debit or not everything.isdisjoint(_set(vocabulary.CONTRACT))
    worth = DIRECT_DEBIT if is_debit else CONTRACT_WORD
    is_habit = not is_brand and not phrases.isdisjoint(_set(vocabulary.HABIT))
    category = _category(phrases)
    named = BY_CATEGORY.get(category, 0.0)
    if name.partition(" ")[0] in LENDERS:
        return Signal(CONTRACT_WORD, "instalment", is_known_brand=False, is_cash=False, is_habit=False)
    odds = KNOWN_BRAND if is_brand else named
    if is_contract and not is_brand:
        odds += worth
    if is_habit:
        odds = min(odds, HABIT_WORD + (worth if is_contract else 0.0))
    return Signal(
        odds,
        _role(everything, category, is_brand=is_brand),
        is_brand,
        is_cash,
        is_habit or named <= HABIT_WORD,
        is_from_account=is_debit or channel in ("transfer", "cheque", "upi"),
        category=category,
    )


def _incoming(phrases: frozenset[str]) -> Signal:
    is_income = not phrases.isdisjoint(_set(vocabulary.INCOME))
    return Signal(CONTRACT_WORD if is_income else 0.0, "income", is_known_brand=False, is_cash=False, is_habit=False)


def _role(phrases: frozenset[str], category: str, *, is_brand: bool) -> str:
    """Instalment before saving before bill: a loan's text may well name the fund or the house it pays."""
    if is_brand:
        return "subscription"
    for role, listed in (
        ("instalment", vocabulary.INSTALMENT),
        ("saving", vocabulary.SAVING),
        ("bill", vocabulary.BILL),
    ):
        if not phrases.isdisjoint(_set(listed)):
            return role
    return CATEGORY_ROLES.get(category, "")


def _category(phrases: Iterable[str]) -> str:
    """The category whose longest phrase the name holds; of equally long ones the one that says habit."""
    known = lexicon(is_incoming=False)
    found = [
        (-phrase.count(" "), BY_CATEGORY.get(known[phrase], 0.0), known[phrase])
        for phrase in phrases
        if phrase in known
    ]
    return min(found)[2] if found else ""


@lru_cache(maxsize=16)
def _set(listed: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for phrase in listed.split(",") if phrase.strip())

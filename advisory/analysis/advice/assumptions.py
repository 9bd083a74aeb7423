"""Which assumptions of advice a user may change, and what each may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from transactions.ledger.money import currency_exponent, is_currency


@dataclass(frozen=True, slots=True)
class Bounds:
    """Both ends included. `says`: what is wanted, in words."""

    low: Decimal
    high: Decimal
    says: str
    is_whole: bool = False


RATE = Bounds(Decimal(0), Decimal(1), "Write a rate between 0 and 1, for example 0.035 for 3.5 per cent.")
MONEY = Bounds(Decimal(0), Decimal(10) ** 12, "Write an amount that is not negative, for example 89.90.")

KNOWN: Mapping[str, Bounds] = {
    "payments_a_year": Bounds(Decimal(1), Decimal(52), "Write how often a year it is charged, from 1 to 52.", True),
    "yearly_price": MONEY,
    "avoidable_share": RATE,
    "payoff_months": Bounds(Decimal(1), Decimal(120), "Write a number of months from 1 to 120.", True),
    "apr": RATE,
    "market_rate": RATE,
    "change_costs": MONEY,
    "first_marker": MONEY,
    "target_months": Bounds(Decimal(1), Decimal(24), "Write a number of months from 1 to 24."),
    "savings_rate": RATE,
    "own_rate": RATE,
    "savings_target": Bounds(Decimal("0.01"), Decimal("0.9"), "Write a part of income between 0.01 and 0.9."),
}


def checked(key: str, value: str, unit: str) -> str:
    """The value as it is kept. Raises ValueError with a sentence for people."""
    bounds = KNOWN[key]
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        raise ValueError(bounds.says) from None
    if not number.is_finite() or not bounds.low <= number <= bounds.high or (bounds.is_whole and number % 1):
        raise ValueError(bounds.says)
    places = currency_exponent(unit) if is_currency(unit) else 6
    exponent = number.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > places:
        raise ValueError(f"Write at most {places} digits behind the point.")
    return f"{number.normalize():f}"

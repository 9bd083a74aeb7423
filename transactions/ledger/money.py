"""Exact money: integer minor units inside, decimal strings outside.

The number of decimals is the currency's own (ISO 4217: JPY 0, EUR 2, KWD 3), read from babel's CLDR data.
A minus sign means money leaving the account. Nothing here touches float.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from babel.core import get_global
from babel.numbers import get_currency_precision

MAX_MINOR = 10**14
"""The largest amount of one movement or balance. The database sums in 64 bits: with this bound it takes more than
ninety thousand rows of the largest size to overflow a sum, and no household or bank file comes near one of them."""

THOUSANDS = 3
"""Digits between two thousands marks."""


class MoneyError(ValueError):
    """An amount or currency that cannot be kept exactly; the text is a sentence for people."""


@lru_cache(maxsize=512)
def currency_exponent(currency: str) -> int:
    """Decimals of an ISO 4217 code; MoneyError for a code that does not exist."""
    if not is_currency(currency):
        raise MoneyError(f"{currency!r} is not an ISO 4217 currency code.")
    return int(get_currency_precision(currency))


@lru_cache(maxsize=1)
def known_currencies() -> frozenset[str]:
    return frozenset(get_global("all_currencies"))


def is_currency(code: str) -> bool:
    return code in known_currencies()


def to_minor(amount: Decimal | str | int, currency: str) -> int:
    """Minor units of a decimal amount. MoneyError when it is no number, too large, or finer than the currency."""
    try:
        value = Decimal(amount)
    except (InvalidOperation, ValueError):
        raise MoneyError(f"{amount!r} is not a number.") from None
    if not value.is_finite():
        raise MoneyError(f"{amount!r} is not a finite number.")
    exponent = currency_exponent(currency)
    if value.adjusted() > 20:
        raise MoneyError(f"{amount} is too large to be kept.")
    scaled = value.scaleb(exponent)
    if scaled != scaled.to_integral_value():
        raise MoneyError(f"{amount} has more decimals than {currency} allows ({exponent}).")
    minor = int(scaled)
    if abs(minor) > MAX_MINOR:
        raise MoneyError(f"{amount} is too large to be kept.")
    return minor


def to_nearest_minor(amount: Decimal, currency: str) -> int:
    """Minor units of an amount as a bank file states it, rounded half up where it is finer than the currency: brokers
    state hundredths of a cent, spreadsheets leave 45.949999999999996. Never from three written decimals: they may as
    well be thousands. MoneyError as in to_minor."""
    unit = Decimal(1).scaleb(-currency_exponent(currency))
    if not amount.is_finite() or amount.adjusted() > 20 or amount.as_tuple().exponent == -THOUSANDS:
        return to_minor(amount, currency)
    return to_minor(amount.quantize(unit, ROUND_HALF_UP), currency)


def from_minor(minor: int, currency: str) -> Decimal:
    """The decimal amount, with exactly the currency's decimals."""
    return Decimal(minor).scaleb(-currency_exponent(currency))


def to_text(minor: int, currency: str) -> str:
    """The amount as the API writes it: plain digits, a point, the currency's decimals, e.g. '-12.30'."""
    return f"{from_minor(minor, currency):f}"

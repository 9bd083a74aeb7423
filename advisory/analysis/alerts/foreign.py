"""Mark-ups hidden in the exchange rate: what a purchase abroad cost at home beside the rate that other rows had.

No rate is fetched. The household's own rows tell the rate of those days; as a mark-up only ever makes things dearer,
the half of them that was converted for least comes nearest to the true one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import exp, log
from statistics import median

from advisory.analysis.alerts.alert import FX_MARKUP
from advisory.analysis.alerts.amounts import tail_above
from advisory.analysis.alerts.ledger import Ledger, Purchase
from advisory.analysis.findings import Alert
from transactions.ledger.money import currency_exponent, is_currency, to_minor

# Rates of neighbouring days are one rate but for this spread (a day's move of large currencies, in logs).
NEAR_DAYS, SPREAD, WEIGHT, FREEDOM = 4, 0.005, 6, 8
# Less than this is the day's move, more is another purchase than the text says.
SMALLEST, LARGEST = 0.012, 0.15
FEWEST_OTHERS = 2
# However few purchases there are, what happens once in so many is no news.
RAREST = 0.005
# A card that marks up does so each time: one alert a currency in half a year.
AGAIN_DAYS = 180
# Codes that are words as well.
WORDS = frozenset({"ALL", "TOP", "TRY", "CUP", "GEL", "MOP", "BAM", "LAK", "PAB", "MAD", "COP", "RON", "SOS"})
SUM = r"(\d{1,3}(?:[ .,']\d{3})+[.,]\d{2}|\d+[.,]\d{2})(?!\d|[.,]\d)"
BEFORE = re.compile(rf"\b([A-Z]{{3}})[ :]?{SUM}")
AFTER = re.compile(rf"(?<![\d.,]){SUM}[ ]?([A-Z]{{3}})\b")


@dataclass(frozen=True, slots=True)
class Abroad:
    """A purchase in another currency; `rate` is the log of home units for one foreign unit."""

    purchase: Purchase
    pair: tuple[str, str]
    rate: float


def find_markups(ledger: Ledger, allowed: float) -> Iterator[Alert]:
    """`allowed`: false alarms a month of this kind."""
    pairs: defaultdict[tuple[str, str], list[Abroad]] = defaultdict(list)
    for purchase in ledger.purchases:
        one = None if purchase.is_transfer else _abroad(purchase)
        if one is not None:
            pairs[one.pair].append(one)
    tried = sum(map(len, pairs.values()))
    limit = min(RAREST, allowed / max(1.0, tried / ledger.months))
    for _, listed in sorted(pairs.items()):
        last = -AGAIN_DAYS
        for one in sorted(listed, key=lambda other: (other.purchase.day, other.purchase.row.id)):
            alert = _judged(one, listed, limit) if one.purchase.day - last >= AGAIN_DAYS else None
            if alert is not None:
                last = one.purchase.day
                yield alert


def _judged(one: Abroad, listed: Sequence[Abroad], limit: float) -> Alert | None:
    near = [other for other in listed if other is not one and abs(other.purchase.day - one.purchase.day) <= NEAR_DAYS]
    if len(near) < FEWEST_OTHERS:
        return None
    near.sort(key=lambda other: (other.rate, other.purchase.row.id))
    fair = near[: max(FEWEST_OTHERS, (len(near) + 1) // 2)]
    rates = [other.rate for other in fair]
    above = one.rate - median(rates)
    p_value = tail_above(one.rate, rates, SPREAD, WEIGHT, FREEDOM)
    if not SMALLEST <= above <= LARGEST or p_value > limit:
        return None
    dearer = round(one.purchase.size * (1 - exp(-above)))
    peers = tuple(other.purchase.row.id for other in fair[:5])
    return Alert(FX_MARKUP, (one.purchase.row.id,), peers, p_value, 1 - p_value, dearer, "dearer_than_the_rate")


def is_abroad(purchase: Purchase) -> bool:
    """Whether the bank says what it cost in another currency."""
    return _abroad(purchase) is not None


def _abroad(purchase: Purchase) -> Abroad | None:
    home = purchase.row.currency
    found = (purchase.row.original_currency, purchase.row.original_minor)
    currency, minor = found if found[1] else _printed(purchase.row.words, home)
    if not minor or not purchase.size or currency == home:
        return None
    units = purchase.size / 10 ** currency_exponent(home)
    return Abroad(purchase, (home, currency), log(units / (minor / 10 ** currency_exponent(currency))))


def _printed(text: str, home: str) -> tuple[str, int]:
    """(currency, minor units) of a sum in another currency that the bank printed; ("", 0) without one."""
    if not any(letter.isdigit() for letter in text):
        return "", 0
    before = ((match[1], match[2]) for match in BEFORE.finditer(text))
    after = ((match[2], match[1]) for match in AFTER.finditer(text))
    for code, digits in (*before, *after):
        if code == home or code in WORDS or not is_currency(code) or currency_exponent(code) != 2:
            continue
        minor = to_minor(_decimal(digits), code)
        if minor:
            return code, minor
    return "", 0


def _decimal(digits: str) -> Decimal:
    """The last separator is the decimal one."""
    return Decimal(re.sub(r"[ .,']", "", digits[:-3]) + "." + digits[-2:])

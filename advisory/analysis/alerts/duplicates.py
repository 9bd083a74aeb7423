"""Charges that look booked twice: the same amount at the same payee within two days, where that is not normal.

Normal is measured at the payee itself: how likely another purchase within so few days is, times how likely it has the
very same amount. A cafe with one price fails on the second, a ticket office on both; a contract's charge repeated off
its rhythm has no such excuse.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp

from advisory.analysis.alerts.alert import DUPLICATE
from advisory.analysis.alerts.ledger import Ledger, Purchase
from advisory.analysis.findings import Alert

# A terminal's or biller's mistake shows at once, a second booking of it within two days.
CLOSE_DAYS = 2
# Two small equal sums are two tickets: below this share of the household's usual payment nothing is said.
SMALLEST = 0.2
# Sums handed to people are round: whole fives of the currency's unit.
ROUND = 500
# A second charge of a contract off its rhythm by accident: contracts are charged twice in far less than one of 500.
OFF_RHYTHM = 0.002
# What is believed about equal amounts before a payee is known: one purchase in fifty repeats the last amount; where
# people walk in and prices are few, one in five.
REPEATS, REPEATS_AT_COUNTER, WEIGHT = 0.02, 0.2, 2.0


def find_duplicates(ledger: Ledger, allowed: float) -> Iterator[Alert]:
    """`allowed`: false alarms a month of this kind. Each row is in one alert at most."""
    judged = [purchase for purchase in ledger.purchases if purchase.key and not _is_repeatable(purchase, ledger)]
    limit = allowed / max(1.0, len(judged) / ledger.months)
    for first, second in _close_pairs(judged):
        if first.size < SMALLEST * ledger.usual[first.row.currency]:
            continue
        keys = sorted({first.key, second.key})
        purchases = [one for key in keys for one in ledger.by_payee[key, first.row.currency]]
        purchases.sort(key=lambda one: (one.day, one.row.id))
        p_value = _normal(first, second, purchases, ledger)
        if p_value <= limit:
            yield _alert(first, second, purchases, p_value)


def _is_repeatable(purchase: Purchase, ledger: Ledger) -> bool:
    """Cash and own transfers; money handed to people in round sums, unless a contract is charged twice."""
    if purchase.is_transfer or ledger.signal(purchase).is_cash:
        return True
    is_round = purchase.size % ROUND == 0
    return is_round and purchase.series is None and ledger.is_handed_on(purchase)


def _close_pairs(purchases: Sequence[Purchase]) -> Iterator[tuple[Purchase, Purchase]]:
    alike: defaultdict[tuple[int, str, str], list[Purchase]] = defaultdict(list)
    for purchase in purchases:
        alike[purchase.size, purchase.row.currency, purchase.row.account].append(purchase)
    for listed in alike.values():
        used: set[int] = set()
        for place, first in enumerate(listed):
            for second in listed[place + 1 :]:
                if second.day - first.day > CLOSE_DAYS:
                    break
                is_free = first.row.id not in used and second.row.id not in used
                if is_free and _same_payee(first.key, second.key) and not _both_due(first, second):
                    used.update((first.row.id, second.row.id))
                    yield first, second


def _same_payee(one: str, two: str) -> bool:
    """Equal, or one name with another branch or town behind it."""
    if one == two:
        return True
    words, others = one.split(), two.split()
    return words[0] == others[0] or set(words) <= set(others) or set(others) <= set(words)


def _both_due(first: Purchase, second: Purchase) -> bool:
    """Both belong to series: two contracts of one price, or one that is charged that often."""
    return first.series is not None and second.series is not None


def _normal(first: Purchase, second: Purchase, purchases: list[Purchase], ledger: Ledger) -> float:
    """How likely the second purchase is without a fault."""
    if (first.series is None) != (second.series is None):
        return OFF_RHYTHM * (1 + _other_pairs(first, purchases))
    others = [one for one in purchases if one not in (first, second)]
    span = max(60, ledger.as_of.toordinal() - ledger.purchases[0].day)
    soon = 1 - exp(-(len(others) + 1) / span * (CLOSE_DAYS + 1))
    prior = REPEATS_AT_COUNTER if ledger.signal(first).is_habit and _has_few_prices(purchases) else REPEATS
    amounts = Counter(one.size for one in others)
    same = (amounts[first.size] + WEIGHT * prior) / (len(others) + WEIGHT)
    pairs = _other_pairs(first, purchases)
    return min(1.0, soon * same * (1 + 5 * pairs))


def _has_few_prices(purchases: list[Purchase]) -> bool:
    return len({one.size for one in purchases}) <= max(2, len(purchases) // 3)


def _other_pairs(first: Purchase, purchases: list[Purchase]) -> int:
    """Further equal neighbours at this payee, of any amount: a habit of buying twice."""
    found = 0
    for one, two in pairwise(purchases):
        if one.size == two.size and two.day - one.day <= CLOSE_DAYS and one.size != first.size:
            found += 1
    return found


def _alert(first: Purchase, second: Purchase, purchases: list[Purchase], p_value: float) -> Alert:
    peers = tuple(one.row.id for one in purchases if one.size == first.size and one not in (first, second))
    return Alert(
        DUPLICATE, (first.row.id, second.row.id), peers[-5:], p_value, 1 - p_value, second.size, "same_amount_again"
    )

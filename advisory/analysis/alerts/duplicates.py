"""Charges that look booked twice: the same amount at the same payee within four days, where that is not normal.

Normal is measured at the payee itself: how likely another purchase so soon is, times how likely it has the very same
amount, plus how often people buy twice there. A cafe with one price fails on the second, a ticket office on both; a
contract's charge repeated off its rhythm has no such excuse, nor has whatever comes back in a steady rhythm.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import exp, fsum, log, sqrt

from advisory.analysis.alerts.alert import DUPLICATE
from advisory.analysis.alerts.ledger import Ledger, Purchase
from advisory.analysis.alerts.tails import student_tail
from advisory.analysis.findings import Alert
from advisory.analysis.series.rhythms import RHYTHMS
from transactions.ledger.matching import says_transfer

# A terminal's or biller's mistake shows at once, a second booking of it within two days; over a long weekend in four.
CLOSE_DAYS, FAR_DAYS, FAR_DOUBT = 2, 4, 15.0
# Where so many equal sums lie so close, one more is no accident; without an end the look at each would take for ever.
MOST_NEIGHBOURS = 200
# However few purchases there are, what happens once in so many is no news.
RAREST = 0.01
# Two small equal sums are two tickets: below this share of the household's usual payment nothing is said.
SMALLEST = 0.2
# Branches of one name in as many towns as a household goes to; a word before more payees is the bank's.
MOST_BRANCHES = 8
# Sums handed to people are round: whole fives of the currency's unit.
ROUND = 500
# A second charge of a contract off its rhythm by accident: contracts are charged twice in far less than one of 500.
OFF_RHYTHM = 0.002
# From so many payments of the same amount outside any contract on, it is a price and no contract's.
FEWEST_LOOSE = 2
# What is believed about equal amounts before a payee is known: one purchase in fifty repeats the last amount; where
# people walk in and prices are few, one in five; where they pay by the head, one in four.
REPEATS, REPEATS_AT_COUNTER, REPEATS_BY_HEAD, WEIGHT = 0.02, 0.2, 0.25, 2.0
BY_HEAD = frozenset({"transport", "coffee", "entertainment"})
# One other pair at a payee may be a second accident; from two on people buy twice there.
ACCIDENTS = 1
# Gaps that tell a rhythm, and what is believed of their spread (in logs) before: that of visits at random, 1.28.
FEWEST_GAPS, RANDOM_SPREAD, SPREAD_WEIGHT, MOST_FREEDOM = 4, 1.28, 1, 8


@dataclass(frozen=True)
class Payee:
    """All purchases at it: how often each amount was paid, how often of it outside any contract (`loose`), how often a
    rare amount twice in a row, the days between; how often two followed within 0, 1, ... days, whatever the amounts.
    """

    counts: Counter[int]
    loose: Counter[int]
    twins: Counter[int]
    gaps: tuple[int, ...]
    close: tuple[int, ...]
    members: dict[int, tuple[int, ...]]

    @cached_property
    def different_gaps(self) -> frozenset[int]:
        return frozenset(self.gaps)

    @cached_property
    def log_sum(self) -> float:
        return fsum(log(one) for one in self.gaps)

    @cached_property
    def log_squares(self) -> float:
        return fsum(log(one) ** 2 for one in self.gaps)

    @cached_property
    def has_few_prices(self) -> bool:
        return len(self.counts) <= max(2, self.counts.total() // 3)


def find_duplicates(ledger: Ledger, allowed: float) -> Iterator[Alert]:
    """`allowed`: false alarms a month of this kind. Each row is in one alert at most."""
    judged = [purchase for purchase in ledger.purchases if purchase.key and not _is_repeatable(purchase, ledger)]
    limit = min(RAREST, allowed / max(1.0, len(judged) / ledger.months))
    known: dict[tuple[str, ...], Payee] = {}
    for first, second in _close_pairs(judged, _first_words(ledger)):
        if first.size < SMALLEST * ledger.usual[first.row.currency]:
            continue
        keys = tuple(sorted({first.key, second.key}))
        payee = known.get((*keys, first.row.currency)) or _payee(keys, first.row.currency, ledger)
        known[(*keys, first.row.currency)] = payee
        p_value = _normal(first, second, payee, ledger)
        if p_value <= limit:
            yield _alert(first, second, payee, p_value)


def _is_repeatable(purchase: Purchase, ledger: Ledger) -> bool:
    """Cash and own transfers; money handed to people in round sums, unless a contract is charged twice."""
    if purchase.is_transfer or ledger.signal(purchase).is_cash:
        return True
    is_round = purchase.size % ROUND == 0 and purchase.series is None
    return is_round and (ledger.is_handed_on(purchase) or says_transfer(purchase.row.words))


def _first_words(ledger: Ledger) -> frozenset[str]:
    """First words of keys that are a name: those of the bank stand in front of many payees."""
    counts = Counter(key.split()[0] for key in {key for key, _ in ledger.by_payee})
    return frozenset(word for word, count in counts.items() if count <= MOST_BRANCHES)


def _close_pairs(purchases: Sequence[Purchase], names: frozenset[str]) -> Iterator[tuple[Purchase, Purchase]]:
    alike: defaultdict[tuple[int, str, str], list[Purchase]] = defaultdict(list)
    for purchase in purchases:
        alike[purchase.size, purchase.row.currency, purchase.row.account].append(purchase)
    for listed in alike.values():
        used: set[int] = set()
        for place, first in enumerate(listed):
            for at in range(place + 1, min(len(listed), place + 1 + MOST_NEIGHBOURS)):
                second = listed[at]
                if second.day - first.day > FAR_DAYS or first.row.id in used:
                    break
                is_same = _same_payee(first.key, second.key, names) and not _both_due(first, second)
                if second.row.id not in used and is_same:
                    used.update((first.row.id, second.row.id))
                    yield first, second


@lru_cache(maxsize=50_000)
def _same_payee(one: str, two: str, names: frozenset[str]) -> bool:
    """Equal, or one name with another branch or town behind it."""
    if one == two:
        return True
    words, others = one.split(), two.split()
    is_branch = words[0] == others[0] and words[0] in names
    return is_branch or set(words) <= set(others) or set(others) <= set(words)


def _both_due(first: Purchase, second: Purchase) -> bool:
    """Both belong to series: two contracts of one price, or one that is charged that often."""
    if first.series is None or second.series is None:
        return False
    return first.series is not second.series or RHYTHMS[first.series.cadence].length <= 3 * FAR_DAYS


def _payee(keys: Sequence[str], currency: str, ledger: Ledger) -> Payee:
    purchases = [one for key in keys for one in ledger.by_payee[key, currency]]
    purchases.sort(key=lambda one: (one.day, one.row.id))
    counts = Counter(one.size for one in purchases)
    twins = Counter(
        one.size
        for one, two in pairwise(purchases)
        if one.size == two.size and counts[one.size] == 2 and two.day - one.day <= CLOSE_DAYS
    )
    members: defaultdict[int, list[int]] = defaultdict(list)
    for one in purchases:
        members[one.size].append(one.row.id)
    days = sorted({one.day for one in purchases})
    gaps = tuple(two - one for one, two in pairwise(days))
    steps = [two.day - one.day for one, two in pairwise(purchases)]
    close = tuple(sum(step <= most for step in steps) for most in range(FAR_DAYS + 1))
    loose = Counter(one.size for one in purchases if one.series is None)
    return Payee(counts, loose, twins, gaps, close, {size: tuple(ids) for size, ids in members.items()})


def _normal(first: Purchase, second: Purchase, payee: Payee, ledger: Ledger) -> float:
    """How likely the second purchase is without a fault."""
    gap = second.day - first.day
    doubt = FAR_DOUBT if gap > CLOSE_DAYS else 1.0
    others = payee.counts.total() - 2
    twice = max(0, payee.twins.total() - (first.size in payee.twins) - ACCIDENTS) / (others + WEIGHT)
    is_contract = first.series is not None or second.series is not None
    if is_contract and payee.loose[first.size] - (first.series is None or second.series is None) < FEWEST_LOOSE:
        return doubt * (OFF_RHYTHM + twice)
    signal = ledger.signal(first)
    by_head = signal.category in BY_HEAD
    at_counter = REPEATS_AT_COUNTER if signal.is_habit and payee.has_few_prices else REPEATS
    prior = REPEATS_BY_HEAD if by_head else at_counter
    if by_head and gap == 0 and others < FEWEST_GAPS:
        return 1.0  # two seats, bought one by one
    same = (payee.counts[first.size] - 2 + WEIGHT * prior) / (others + WEIGHT)
    span = max(60, ledger.as_of.toordinal() - ledger.purchases[0].day)
    seen = max(0, payee.close[gap] - 1) / (others + WEIGHT)
    soon = max(seen, min(1 - exp(-(others + 1) / span * (gap + 1)), _sooner_than_usual(gap, payee)))
    return min(1.0, doubt * (soon * same + twice))


def _sooner_than_usual(gap: int, payee: Payee) -> float:
    """P(back within `gap` days) by the days between visits, in logs: next to nothing where they keep a rhythm."""
    count, total, squared = len(payee.gaps), payee.log_sum, payee.log_squares
    if gap in payee.different_gaps:
        count, total, squared = count - 1, total - log(gap), squared - log(gap) ** 2
    if count < FEWEST_GAPS:
        return 1.0
    middle = total / count
    freedom = SPREAD_WEIGHT + count - 1
    squares = max(0.0, squared - total * middle)
    scale = sqrt((SPREAD_WEIGHT * RANDOM_SPREAD**2 + squares) / freedom * (1 + 1 / count))
    return max(OFF_RHYTHM, student_tail((middle - log(gap + 1)) / scale, min(freedom, MOST_FREEDOM)))


def _alert(first: Purchase, second: Purchase, payee: Payee, p_value: float) -> Alert:
    ids = (first.row.id, second.row.id)
    peers = tuple(number for number in payee.members[first.size] if number not in ids)
    return Alert(DUPLICATE, ids, peers[-5:], p_value, 1 - p_value, second.size, "same_amount_again")

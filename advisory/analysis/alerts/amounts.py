"""Purchases far above anything else paid at a payee.

Judged in logs with Student's distribution of few degrees of freedom, against all other purchases there up to the last
day seen: what came later may show that a large one was ordinary. A rule of size stands beside the probability, because
nothing within a third of the next highest amount is odd to people. One payee may sell in several ways (tickets at the
gate and journeys by wire): a purchase is judged among those paid the same way, where there are enough. Where hardly any
price is new, a new one is rare in itself; where a shop sells many things, or is paid in a way never seen there, it says
nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt
from statistics import fmean, median

from advisory.analysis.alerts.alert import AMOUNT
from advisory.analysis.alerts.ledger import Ledger, Purchase
from advisory.analysis.alerts.tails import student_tail
from advisory.analysis.findings import Alert

# Purchases at a payee before one can be odd, and different amounts among them where many things are sold.
FEWEST, FEWEST_PRICES = 6, 5
ABOVE_MOST = 1.35
# However few purchases there are, what happens once in so many is no news.
RAREST = 0.004
# Before a payee is known its amounts spread by a factor of e^.5, where many things are sold e^.8; believed like six
# purchases.
SPREAD, WIDE_SPREAD, SPREAD_WEIGHT = 0.5, 0.8, 6
MANY_THINGS = frozenset({"shopping", "electronics", "clothing", "transport", "travel", "entertainment"})
MOST_FREEDOM = 15
# The upper amounts that tell how far apart the highest lie, and what is believed of it before: a third.
UPPER, GAP, GAP_WEIGHT = 12, 0.3, 3
# Of the purchases at one payee at most one in ten can be odd, or three.
MOST_ODD, ODD_SHARE = 3, 0.1
# Sums handed on are of few kinds: where each is paid this often, a larger one is a favour more.
HANDED_ON_AGAIN = 3

Group = Sequence[Purchase]


def find_amounts(ledger: Ledger, allowed: float) -> Iterator[Alert]:
    """`allowed`: false alarms a month of this kind."""
    groups = [[one for one in listed if _is_judged(one, ledger)] for _, listed in sorted(ledger.by_payee.items())]
    tried = sum(max(0, len(group) - FEWEST) for group in groups)
    limit = min(RAREST, allowed / max(1.0, tried / ledger.months))
    for group in groups:
        for purchase, others, is_other_way in _candidates(group):
            past = [one for one in others if one.day < purchase.day]
            is_small = purchase.size < ledger.usual[purchase.row.currency]
            if is_small or len(past) < FEWEST or _is_handed_on(purchase, others, ledger):
                continue
            is_wide = is_other_way or ledger.signal(purchase).category in MANY_THINGS
            p_value = _too_much(purchase, others, is_wide=is_wide)
            if p_value <= limit:
                yield _alert(purchase, others, past, p_value)


def _is_judged(purchase: Purchase, ledger: Ledger) -> bool:
    return purchase.series is None and not purchase.is_transfer and not ledger.signal(purchase).is_cash


def _candidates(group: Group) -> Iterator[tuple[Purchase, list[Purchase], bool]]:
    """(purchase that may be odd, what it is held against, whether most of that was paid another way)"""
    if len(group) <= FEWEST:
        return
    ways: defaultdict[str, list[Purchase]] = defaultdict(list)
    for one in group:
        ways[one.channel].append(one)
    odd, others = _parted(group)
    thin = {id(one) for listed in ways.values() if len(listed) <= FEWEST for one in listed}
    yield from ((one, others, len(ways) > 1) for one in odd if id(one) in thin)
    for listed in ways.values():
        if len(listed) > FEWEST:
            odd, others = _parted(listed)
            yield from ((one, others, False) for one in odd)


def _parted(group: Group) -> tuple[list[Purchase], list[Purchase]]:
    """The few purchases that a gap parts from all below them, and the others, each in order of days. An amount that
    was paid twice is a price.
    """
    ranked = sorted(group, key=lambda one: (-one.size, one.day, one.row.id))
    most = max(1, min(MOST_ODD, int(ODD_SHARE * len(ranked))))
    cut = 0
    for place in range(1, min(most, len(ranked) - 1) + 1):
        if ranked[place - 1].size == ranked[place].size:
            break
        if ranked[place - 1].size >= ABOVE_MOST * ranked[place].size:
            cut = place
    odd = set(map(id, ranked[:cut]))
    return [one for one in group if id(one) in odd], [one for one in group if id(one) not in odd]


def _is_handed_on(purchase: Purchase, others: Group, ledger: Ledger) -> bool:
    """Money for people, in sums of a few kinds."""
    return ledger.is_handed_on(purchase) and HANDED_ON_AGAIN * len({one.size for one in others}) <= len(others)


def _alert(purchase: Purchase, others: Group, past: Group, p_value: float) -> Alert:
    excess = purchase.size - round(median(one.size for one in others))
    peers = tuple(one.row.id for one in past[-5:])
    return Alert(AMOUNT, (purchase.row.id,), peers, p_value, 1 - p_value, excess, "far_above_usual")


def _too_much(purchase: Purchase, others: Group, *, is_wide: bool) -> float:
    """How likely a new price is there, times both views of its size as one probability (Fisher's method for two): far
    from the middle, and far above the next highest. A fixed price paid a hundred times is one price.
    """
    counts = Counter(one.size for one in others)
    if is_wide and len(counts) < FEWEST_PRICES:
        return 1.0
    value, prices = log(purchase.size), [log(size) for size in sorted(counts)]
    both = tail_above(value, prices, WIDE_SPREAD if is_wide else SPREAD) * gap_above(value, prices)
    fisher = min(1.0, both * (1 - log(both))) if both > 0 else 0.0
    return fisher * new_price(counts)


def new_price(counts: Counter[int]) -> float:
    """P(the next amount is one never paid there): the share of those paid once so far (Good and Turing)."""
    once = sum(count == 1 for count in counts.values())
    return (once + 1) / (counts.total() + 1)


def gap_above(value: float, others: Sequence[float]) -> float:
    """P(a gap this wide above the highest of `others`), all in logs.

    The highest amounts of a heavy tail lie exponential distances apart (Renyi); their mean is learned from the upper
    ones and from GAP_WEIGHT distances of GAP, so the gap follows a Pareto law.
    """
    highest = sorted(others, reverse=True)[: UPPER + 1]
    count = len(highest) - 1
    sum_of_gaps = sum(one - highest[-1] for one in highest[:-1]) + GAP_WEIGHT * GAP
    return float((1 + max(0.0, value - highest[0]) / sum_of_gaps) ** -(count + GAP_WEIGHT))


def tail_above(
    value: float, past: Sequence[float], spread: float, weight: int = SPREAD_WEIGHT, most: int = MOST_FREEDOM
) -> float:
    """P(as high as `value` | the past), all in logs; the spread is a mix of what was seen and the usual `spread`, which
    is worth `weight` purchases. `most` degrees of freedom.
    """
    middle = fmean(past)
    squares = sum((one - middle) ** 2 for one in past)
    freedom = weight + len(past) - 1
    scale = sqrt((weight * spread**2 + squares) / freedom * (1 + 1 / len(past)))
    return student_tail((value - middle) / scale, min(freedom, most))

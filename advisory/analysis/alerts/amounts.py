"""Purchases far above anything else paid at a payee.

Judged in logs with Student's distribution of few degrees of freedom, against all other purchases there up to the last
day seen: what came later may show that a large one was ordinary. A rule of size stands beside the probability, because
nothing within a third of the next highest amount is odd to people. Where a payee has a handful of prices (tickets,
cash machines, top-ups) a spread says nothing, so it is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log, sqrt
from statistics import fmean, median

from advisory.analysis.alerts.alert import AMOUNT
from advisory.analysis.alerts.ledger import Ledger, Purchase
from advisory.analysis.alerts.tails import student_tail
from advisory.analysis.findings import Alert

# Purchases at a payee before one can be odd, and different amounts among them.
FEWEST, FEWEST_PRICES = 6, 5
ABOVE_MOST = 1.35
# However few purchases there are, what happens once in two hundred is no news.
RAREST = 0.005
# Before a payee is known its amounts spread by a factor of e^.5; believed like three purchases.
SPREAD, SPREAD_WEIGHT = 0.5, 3
MOST_FREEDOM = 8
# The upper amounts that tell how far apart the highest lie, and what is believed of it before: a third.
UPPER, GAP, GAP_WEIGHT = 12, 0.3, 3
# Of the purchases at one payee at most one in ten can be odd, or two.
MOST_ODD, ODD_SHARE = 2, 0.1


def find_amounts(ledger: Ledger, allowed: float) -> Iterator[Alert]:
    """`allowed`: false alarms a month of this kind."""
    groups = [[one for one in listed if _is_judged(one, ledger)] for _, listed in sorted(ledger.by_payee.items())]
    tried = sum(max(0, len(group) - FEWEST) for group in groups)
    limit = min(RAREST, allowed / max(1.0, tried / ledger.months))
    for group in groups:
        odd, others = _parted(group)
        if len({one.size for one in others}) < FEWEST_PRICES:
            continue
        for purchase in odd:
            past = [one for one in others if one.day < purchase.day]
            p_value = _too_much(log(purchase.size), [log(one.size) for one in _prices(others)])
            if len(past) < FEWEST or p_value > limit or purchase.size < ledger.usual[purchase.row.currency]:
                continue
            excess = purchase.size - round(median(one.size for one in others))
            peers = tuple(one.row.id for one in past[-5:])
            yield Alert(AMOUNT, (purchase.row.id,), peers, p_value, 1 - p_value, excess, "far_above_usual")


def _is_judged(purchase: Purchase, ledger: Ledger) -> bool:
    return purchase.series is None and not ledger.is_handed_on(purchase)


def _parted(group: Sequence[Purchase]) -> tuple[list[Purchase], list[Purchase]]:
    """The few purchases that a gap parts from all below them, and the others, each in order of days."""
    ranked = sorted(group, key=lambda one: (-one.size, one.day, one.row.id))
    most = max(1, min(MOST_ODD, int(ODD_SHARE * len(ranked))))
    cut = 0
    for place in range(1, min(most, len(ranked) - 1) + 1):
        if ranked[place - 1].size >= ABOVE_MOST * ranked[place].size:
            cut = place
    odd = set(map(id, ranked[:cut]))
    return [one for one in group if id(one) in odd], [one for one in group if id(one) not in odd]


def _prices(purchases: Sequence[Purchase]) -> list[Purchase]:
    """One purchase an amount: a fixed price paid a hundred times is one price."""
    return list({one.size: one for one in purchases}.values())


def _too_much(value: float, others: Sequence[float]) -> float:
    """Both views as one probability (Fisher's method for two): far from the middle, and far above the next highest."""
    both = tail_above(value, others, SPREAD) * gap_above(value, others)
    return min(1.0, both * (1 - log(both))) if both > 0 else 0.0


def gap_above(value: float, others: Sequence[float]) -> float:
    """P(a gap this wide above the highest of `others`), all in logs.

    The highest amounts of a heavy tail lie exponential distances apart (Renyi); their mean is learned from the upper
    ones and from GAP_WEIGHT distances of GAP, so the gap follows a Pareto law.
    """
    highest = sorted(others, reverse=True)[: UPPER + 1]
    count = len(highest) - 1
    sum_of_gaps = sum(one - highest[-1] for one in highest[:-1]) + GAP_WEIGHT * GAP
    return float((1 + max(0.0, value - highest[0]) / sum_of_gaps) ** -(count + GAP_WEIGHT))


def tail_above(value: float, past: Sequence[float], spread: float) -> float:
    """P(as high as `value` | the past), all in logs; the spread is a mix of what was seen and the usual `spread`."""
    middle = fmean(past)
    squares = sum((one - middle) ** 2 for one in past)
    freedom = SPREAD_WEIGHT + len(past) - 1
    scale = sqrt((SPREAD_WEIGHT * spread**2 + squares) / freedom * (1 + 1 / len(past)))
    return student_tail((value - middle) / scale, min(freedom, MOST_FREEDOM))

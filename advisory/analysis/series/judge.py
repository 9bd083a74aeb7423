"""Whether a fit is believed. What dates and amounts must show depends on what the words already say."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from advisory.analysis.series.fit import Fit, Floats, middle
from advisory.analysis.series.grids import Ints
from advisory.analysis.series.levels import FIXED
from advisory.analysis.series.signals import Signal

# Log odds needed: 50 to 1 beyond the priors, because a household has twenty contracts among hundreds of payees.
BELIEVED = 4.0
# Two bookings of which no word says contract: among hundreds of places visited twice some lie a year apart.
PAIR_BELIEVED = 5.0
# What the amounts of all bookings together say: a contract has one price in six of ten cases, a visited payee
# in less than one of ten; a steady bill is told from a shop by little, and amounts all over the place are a shop's.
ONE_PRICE, STEADY, VARYING, WILD = 2.0, 1.0, -0.5, -1.5
STEADY_SPREAD, VARYING_SPREAD = 0.06, 0.3
# The share of due days (pauses apart) that must have a booking, and of bookings in between that must be due.
FEWEST_HITS = 0.78
FEWEST_USED = 0.75
# So few bookings are no rhythm when some in between are passed over.
FEW = 3
QUARTER, HALF_YEAR, YEAR = 3, 6, 12
# Neighbouring amounts this near (in logs) are equal up to a rate of exchange.
EQUAL = 0.03
# Weekly and fortnightly visits are the commonest habit there is, so their amounts must be fixed.
FIXED_SHARE = 0.8
# Amounts of bills vary with the season by a third or so; beyond that it is shopping.
WIDEST_BILL = 0.55
WIDEST_INCOME = 0.9
SHORT_RHYTHMS = frozenset({"weekly", "biweekly"})
# No price triples (in logs).
ANOTHER = 1.1
# From this many bookings on, one weekday for all of a month's rhythm says "every fourth Saturday", not "every month".
WEEKDAY_FROM = 5


@dataclass(frozen=True, slots=True)
class Case:
    """What a fit is judged with. `rivals`: how many other ways of picking rows of this payee were tried;
    `is_whole`: the rows are all this payee has; `share`: the part of its rows that they are."""

    signal: Signal
    is_incoming: bool
    is_whole: bool
    rivals: int
    share: float = 1.0


def believed(fit: Fit, days: Ints, logs: Floats, case: Case) -> float | None:
    """The log odds of a fit that is believed, None of any other. `days`, `logs`: of the fit's candidate."""
    if case.signal.is_cash or len(fit.hits) < _fewest(fit, case) or not _is_steady(fit, days, logs, case):
        return None
    equal = EQUAL if case.is_whole else FIXED
    amounts = of_amounts(logs[fit.hits], equal)
    if amounts == VARYING and fit.rhythm.months >= HALF_YEAR:
        amounts = 0.0  # what is paid once a year has another price each time
    odds = min(fit.score, fit.against_habit) + fit.rhythm.prior + case.signal.odds
    if case.is_whole:
        odds += amounts
    else:
        odds -= log(case.rivals)
        # A range was chosen for its near amounts, so that they are near tells nothing; few out of many fit by chance.
        odds += amounts if amounts == ONE_PRICE else min(amounts, 0.0) + log(case.share)
    is_wordless_pair = len(fit.hits) == 2 and case.signal.odds <= 0
    return odds if odds >= (PAIR_BELIEVED if is_wordless_pair else BELIEVED) else None


def of_amounts(logs: Floats, equal: float = EQUAL) -> float:
    if fixed_share(logs, equal) >= FIXED_SHARE:
        return ONE_PRICE
    strayed = spread(logs)
    return STEADY if strayed <= STEADY_SPREAD else VARYING if strayed <= VARYING_SPREAD else WILD


def _fewest(fit: Fit, case: Case) -> int:
    if case.signal.is_known_brand and case.is_whole and fit.rhythm.length >= 28:
        return 2
    # Two equal sums half a year apart are met by chance; a year apart, or with a contract's words, they are one.
    is_pair_enough = fit.rhythm.months >= YEAR or (case.is_whole and case.signal.odds > 0)
    return fit.rhythm.fewest if is_pair_enough else max(fit.rhythm.fewest, FEW)


def _is_steady(fit: Fit, days: Ints, logs: Floats, case: Case) -> bool:
    hits = len(fit.hits)
    if hits + 1 < FEWEST_HITS * (hits + 1 + fit.misses) or (hits <= FEW and fit.unused):
        return False
    fixed = fixed_share(logs[fit.hits])
    if fixed >= FIXED_SHARE and _is_two(logs[fit.hits]):
        return False
    if hits < FEWEST_USED * (hits + fit.unused) and fixed < FIXED_SHARE:
        return False
    if _contradicted(fit, logs) > (1 - FEWEST_USED) * hits:
        return False
    if case.is_incoming:
        return spread(logs[fit.hits]) <= WIDEST_INCOME
    is_shopping = (fit.rhythm.key in SHORT_RHYTHMS and fixed < FIXED_SHARE) or spread(logs[fit.hits]) > WIDEST_BILL
    return not is_shopping and not (
        0 < fit.rhythm.months < QUARTER and hits >= WEEKDAY_FROM and len(np.unique(days[fit.hits] % 7)) == 1
    )


def _is_two(logs: Floats) -> bool:
    """One price for a while and then another that no price becomes: two contracts, one after the other."""
    places = np.flatnonzero(np.abs(np.diff(logs)) > ANOTHER) + 1
    return any(
        abs(middle(logs[:place]) - middle(logs[place:])) > ANOTHER for place in places if 1 < place < len(logs) - 1
    )


def _contradicted(fit: Fit, logs: Floats) -> int:
    """Bookings of the very same amounts on days when nothing is due."""
    usual = logs[fit.hits]
    inside = fit.off[(fit.off > fit.hits[0]) & (fit.off < fit.hits[-1])]
    return int((np.abs(logs[inside][:, None] - usual[None, :]).min(axis=1) <= EQUAL).sum()) if len(inside) else 0


def fixed_share(logs: Floats, equal: float = EQUAL) -> float:
    """The share of neighbouring amounts that are equal, up to a rate of exchange if nothing else is said."""
    return np.count_nonzero(np.abs(logs[1:] - logs[:-1]) <= equal) / (len(logs) - 1) if len(logs) > 1 else 0.0


def spread(logs: Floats) -> float:
    """Robust: 1.48 times the median distance from one amount to the next, in logs, over the root of two."""
    return middle(np.abs(logs[1:] - logs[:-1])) * 1.4826 / 1.414 if len(logs) > 1 else 0.0

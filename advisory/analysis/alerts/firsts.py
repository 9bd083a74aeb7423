"""A large first payment to a payee never seen before, beside the household's other first payments.

Bills and insurances start large, and so does whatever comes back later; words and series excuse them. What is left is
compared with all first payments of the household: someone who books a flight a month is not asked about the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from advisory.analysis.alerts.alert import NEW_PAYEE
from advisory.analysis.alerts.amounts import tail_above
from advisory.analysis.alerts.ledger import Ledger, Purchase
from advisory.analysis.findings import Alert

# First payments that must be known before one is large for this household, and days of rows before any is a first one.
FEWEST_FIRST, WARM_UP = 8, 60
FIRST_SPREAD, FIRST_WEIGHT, FIRST_FREEDOM = 0.8, 3, 8
# A first payment is worth a look above this many usual payments of the household.
LARGE = 8.0
# Places whose payments are large by nature, and chosen with care by whoever pays.
EXPECTED = frozenset({"travel", "taxes", "rent_mortgage", "education", "insurance", "utilities", "phone_internet"})


def find_new_payees(ledger: Ledger, allowed: float) -> Iterator[Alert]:
    """`allowed`: false alarms a month of this kind."""
    firsts = sorted(
        (listed[0] for listed in ledger.by_payee.values() if _is_judged(listed[0], ledger)),
        key=lambda one: (one.day, one.row.id),
    )
    limit = allowed / max(1.0, len(firsts) / ledger.months)
    start = ledger.purchases[0].day if ledger.purchases else 0
    for first in firsts:
        if first.day - start < WARM_UP or _is_expected(first, ledger):
            continue
        others = [one for one in firsts if one is not first and one.row.currency == first.row.currency]
        if sum(one.day <= first.day for one in others) < FEWEST_FIRST:
            continue
        p_value = tail_above(
            log(first.size), [log(one.size) for one in others], FIRST_SPREAD, FIRST_WEIGHT, FIRST_FREEDOM
        )
        if p_value <= limit:
            largest = sorted(others, key=lambda one: (-one.size, one.row.id))[:5]
            yield _alert(first, largest, p_value)


def _alert(first: Purchase, largest: Sequence[Purchase], p_value: float) -> Alert:
    peers = tuple(one.row.id for one in largest)
    return Alert(NEW_PAYEE, (first.row.id,), peers, p_value, 1 - p_value, first.size, "large_first_payment")


def _is_judged(first: Purchase, ledger: Ledger) -> bool:
    return not first.is_transfer and not ledger.signal(first).is_cash


def _is_expected(first: Purchase, ledger: Ledger) -> bool:
    signal = ledger.signal(first)
    if first.series is not None or signal.role or signal.category in EXPECTED:
        return True
    return first.size < LARGE * ledger.usual[first.row.currency]

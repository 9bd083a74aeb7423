"""All alerts of a household, with the allowed false alarms shared out and no week flooded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from advisory.analysis.alerts.alert import AMOUNT, DUPLICATE, FX_MARKUP, NEW_PAYEE, Feedback
from advisory.analysis.alerts.amounts import find_amounts
from advisory.analysis.alerts.dues import find_fees, find_missing_income
from advisory.analysis.alerts.duplicates import find_duplicates
from advisory.analysis.alerts.firsts import find_new_payees
from advisory.analysis.alerts.foreign import find_markups
from advisory.analysis.alerts.ledger import Ledger
from advisory.analysis.alerts.refunds import find_late_refunds
from advisory.analysis.findings import Alert
from advisory.analysis.rows import Rows
from advisory.analysis.series import Series

# More than three a week are not read.
MOST_A_WEEK = 3


def find_alerts(
    rows: Rows,
    series: Sequence[Series],
    as_of: date,
    *,
    budget_per_month: float = 1.0,
    feedback: Feedback | None = None,
) -> tuple[Alert, ...]:
    """Alerts up to `as_of` (inclusive), by day and row. `budget_per_month`: false alarms the household accepts."""
    answers = feedback or Feedback()
    ledger = Ledger(rows, series, as_of)
    if not ledger.rows:
        return ()
    wanted = (alert for alert in _all(ledger, budget_per_month, answers) if _is_open(alert, ledger, answers))
    return _capped(wanted, ledger)


def _all(ledger: Ledger, budget: float, answers: Feedback) -> Iterator[Alert]:
    """One row gives one alert: what is charged twice is not also odd."""
    doubled: set[int] = set()
    for alert in find_duplicates(ledger, budget * answers.share(DUPLICATE)):
        doubled.update(alert.ids)
        yield alert
    fees = list(find_fees(ledger, answers))
    doubled.update(pk for alert in fees for pk in alert.ids)
    yield from fees
    yield from find_missing_income(ledger, answers)
    yield from find_late_refunds(ledger, answers)
    yield from (one for one in find_markups(ledger, budget * answers.share(FX_MARKUP)) if one.ids[0] not in doubled)
    for alert in (
        *find_amounts(ledger, budget * answers.share(AMOUNT)),
        *find_new_payees(ledger, budget * answers.share(NEW_PAYEE)),
    ):
        if alert.ids[0] not in doubled:
            yield alert


def _is_open(alert: Alert, ledger: Ledger, answers: Feedback) -> bool:
    if not answers.fine and not answers.seen:
        return True
    keys = {purchase.row.id: purchase.key for purchase in ledger.purchases}
    is_fine = (alert.type, keys.get(alert.ids[-1], "")) in answers.fine
    return not is_fine and answers.seen.isdisjoint(alert.ids)


def _capped(alerts: Iterable[Alert], ledger: Ledger) -> tuple[Alert, ...]:
    days = {row.id: row.booking_date for row in ledger.rows}
    weeks: Counter[int] = Counter()
    kept = []
    for alert in sorted(alerts, key=lambda one: (one.p_value, -one.score, one.type, one.ids)):
        week = days[alert.ids[-1]].toordinal() // 7
        if weeks[week] < MOST_A_WEEK:
            weeks[week] += 1
            kept.append(alert)
    return tuple(sorted(kept, key=lambda one: (days[one.ids[-1]], one.ids, one.type)))

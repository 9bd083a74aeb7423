"""What if: the forecast with changes to it. The same forecast underneath, so that a difference is exact to the cent and
a scenario without changes is the forecast itself.

Changes work on the payments that series will bring and on the everyday part by category; bands move with the line,
since a change that is planned makes the rest no more and no less certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import accumulate, takewhile
from typing import assert_never

from advisory.analysis.cadence import due_day
from advisory.analysis.findings import CashDay, CashForecast, MonthsAhead, Payment, Series
from advisory.analysis.health.dues import run_of
from advisory.analysis.planning.changes import (
    AddPayment,
    CancelSeries,
    Change,
    ChangeAmount,
    ChangeCategory,
    LoseIncome,
    MoveDueDay,
    PayDebtFaster,
    Scenario,
)
from advisory.analysis.planning.debts import Debt, DebtPlan, plan_debts
from advisory.analysis.planning.paths import Paths
from transactions.ledger.period import add_months, month_of

PLANNED = 0
"""`Payment.evidence_id` of what is only planned: no row stands behind it."""
RISK_DAYS = 30
Moves = dict[date, int]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is changed: the forecast of one account or of all, the series in it, and months by category.

    `paths`: how the own past strayed from its line; without them no chance of running short is told.
    """

    forecast: CashForecast
    series: tuple[Series, ...] = ()
    months: tuple[MonthsAhead, ...] = ()
    paths: Paths | None = None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`difference`: by how much the balance differs at the end of each day. `risk_before` and `risk_after`: the chance
    to fall below the floor within a month, from the same paths."""

    before: CashForecast
    after: CashForecast
    difference: tuple[int, ...]
    risk_before: float | None = None
    risk_after: float | None = None

    @property
    def at_end(self) -> int:
        return self.difference[-1] if self.difference else 0


def simulate(outlook: Outlook, scenario: Scenario, *, floor_minor: int = 0) -> WhatIf:
    """The forecast and what becomes of it. Changes to a series that has no payment in the forecast change nothing."""
    before = outlook.forecast
    payments, moves = before.payments, Moves()
    for change in scenario.changes:
        payments = _changed(outlook, payments, change)
        for day, minor in _moved(outlook, change).items():
            moves[day] = moves.get(day, 0) + minor
    daily = _difference(before, payments, moves)
    difference = tuple(accumulate(daily))
    after = _after(before, payments, difference)
    paths = outlook.paths
    if paths is None or before.is_change:
        return WhatIf(before, after, difference)
    risks = (paths.risk([day.mid_minor for day in one.days[:RISK_DAYS]], floor_minor) for one in (before, after))
    return WhatIf(before, after, difference, *risks)


def purchase_days(outlook: Outlook, minor: int, days: Sequence[date], *, floor_minor: int = 0) -> dict[date, WhatIf]:
    """Buy now or later: the same purchase (negative) on each of these days."""
    return {
        day: simulate(outlook, Scenario((AddPayment(minor, day),)), floor_minor=floor_minor)
        for day in sorted(set(days))
    }


def _after(before: CashForecast, payments: tuple[Payment, ...], difference: Sequence[int]) -> CashForecast:
    """The forecast itself where nothing moved. The chance it came with is of another line then and is left out."""
    if not any(difference) and payments == before.payments:
        return before
    days = tuple(_shifted(day, by) for day, by in zip(before.days, difference, strict=True))
    return replace(before, days=days, payments=payments, shortfall=None, is_short=False)


def _shifted(day: CashDay, by: int) -> CashDay:
    low = None if day.low_minor is None else day.low_minor + by
    high = None if day.high_minor is None else day.high_minor + by
    return CashDay(day.day, day.mid_minor + by, low, high)


def _difference(before: CashForecast, payments: Sequence[Payment], moves: Moves) -> list[int]:
    daily: defaultdict[date, int] = defaultdict(int, moves)
    for one in payments:
        daily[one.day] += one.amount_minor
    for one in before.payments:
        daily[one.day] -= one.amount_minor
    return [daily[day.day] for day in before.days]


def _changed(outlook: Outlook, payments: tuple[Payment, ...], change: Change) -> tuple[Payment, ...]:
    """The payments after a change to those of series; others work on the days alone or add what is new."""
    match change:
        case CancelSeries():
            return tuple(one for one in payments if not _is_of(one, (change.series,), change.from_day))
        case ChangeAmount():
            return tuple(
                replace(one, amount_minor=change.to_minor) if _is_of(one, (change.series,), change.from_day) else one
                for one in payments
            )
        case LoseIncome():
            lost = change.series or tuple(one for one in outlook.series if one.role == "income")
            end = _months_on(change.from_day, change.months)
            return tuple(one for one in payments if not (_is_of(one, lost, change.from_day) and one.day < end))
        case MoveDueDay():
            return _moved_due(outlook, payments, change)
        case AddPayment():
            return _in_order([*payments, *_added(outlook.forecast, change)])
        case ChangeCategory() | PayDebtFaster():
            return payments
        case _:
            assert_never(change)


def _is_of(payment: Payment, series: Sequence[Series], from_day: date | None) -> bool:
    is_meant = any(payment.evidence_id in one.ids for one in series)
    return is_meant and (from_day is None or payment.day >= from_day)


def _moved_due(outlook: Outlook, payments: tuple[Payment, ...], change: MoveDueDay) -> tuple[Payment, ...]:
    """A day that is over by now, or beyond the forecast, is the first or the last one there is."""
    days = outlook.forecast.days
    if not days:
        return payments
    first, last = days[0].day, days[-1].day

    def moved(day: date) -> date:
        return min(max(due_day(day.year * 12 + day.month - 1, change.day), first), last)

    found = [
        replace(one, day=moved(one.day)) if _is_of(one, (change.series,), change.from_day) else one for one in payments
    ]
    return _in_order(found)


def _in_order(payments: Sequence[Payment]) -> tuple[Payment, ...]:
    return tuple(sorted(payments, key=lambda one: (one.day, one.account, one.amount_minor, one.evidence_id)))


def _added(forecast: CashForecast, change: AddPayment) -> list[Payment]:
    days = [change.first_day]
    end = min([forecast.days[-1].day if forecast.days else change.first_day, *([change.until] if change.until else [])])
    if change.cadence:
        run = run_of(change.cadence, change.first_day.day, days)
        if run is None:
            raise ValueError(f"{change.cadence!r} is no rhythm.")
        days += takewhile(lambda day: day <= end, run.dues())
    return [Payment(day, change.minor, forecast.account, PLANNED) for day in days if forecast.as_of < day <= end]


def _moved(outlook: Outlook, change: Change) -> Moves:
    """What changes besides payments of series, by day."""
    match change:
        case ChangeCategory():
            return _by_category(outlook, change)
        case PayDebtFaster():
            return _by_debt(outlook.forecast, change)
        case _:
            return {}


def _by_category(outlook: Outlook, change: ChangeCategory) -> Moves:
    """A part of what each month is expected to bring; days before the first month told are of a month like that."""
    lines = [
        one
        for one in outlook.months
        if one.category == change.category and one.currency == outlook.forecast.currency and one.months
    ]
    if not lines or not change.category:
        return {}
    (line, *_) = lines
    expected = dict(zip(line.months, line.mid, strict=True))
    moves: Moves = {}
    for day in outlook.forecast.days:
        if change.from_day is not None and day.day < change.from_day:
            continue
        start = day.day.replace(day=1)
        minor = expected.get(start, line.mid[0] if start < line.months[0] else line.mid[-1])
        moves[day.day] = _part_of_day(_per_cent(minor, change.per_cent), day.day)
    return moves


def _per_cent(minor: int, per_cent: Decimal) -> int:
    return int((Decimal(minor) * per_cent / 100).quantize(Decimal(1), ROUND_HALF_EVEN))


def _part_of_day(total: int, day: date) -> int:
    """The day's part of a month's sum: parts of all days add up to it."""
    month = month_of(day)
    days = (month.end - month.start).days
    return total * day.day // days - total * (day.day - 1) // days


def _by_debt(forecast: CashForecast, change: PayDebtFaster) -> Moves:
    """What leaves by the faster plan instead of the other, month by month."""
    if change.extra_minor < 0:
        raise ValueError("What is paid on top is not negative.")
    slow, fast = (_plan(change.debt, extra) for extra in (0, change.extra_minor))
    moves: Moves = {}
    first = forecast.as_of.replace(day=1)
    dues = [due_day(_slot(first) + ahead, change.day) for ahead in range(len(forecast.days) // 28 + 2)]
    coming = [day for day in dues if day > forecast.as_of]
    for number, day in enumerate(coming):
        if day <= forecast.days[-1].day:
            moves[day] = _paid(slow, number) - _paid(fast, number)
    return moves


def _plan(debt: Debt, extra: int) -> DebtPlan:
    return plan_debts([debt], extra, "avalanche" if extra else "minimum")


def _paid(plan: DebtPlan, number: int) -> int:
    if number < len(plan.months):
        return sum(plan.months[number].paid)
    return sum(plan.months[-1].paid) if plan.is_endless and plan.months else 0


def _slot(first: date) -> int:
    return first.year * 12 + first.month - 1


def _months_on(day: date, months: int) -> date:
    return due_day(_slot(add_months(day.replace(day=1), months)), day.day)


def lowest_of(forecast: CashForecast, until: timedelta | None = None) -> CashDay | None:
    """The day on which least is expected, within so many days."""
    days = forecast.days if until is None else tuple(one for one in forecast.days if one.day <= forecast.as_of + until)
    return min(days, key=lambda day: (day.mid_minor, day.day), default=None)

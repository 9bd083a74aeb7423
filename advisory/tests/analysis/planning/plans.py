"""A small forecast to try things out on: rent, a subscription and pay for a year from 31 March 2026."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate

from advisory.analysis.findings import Backtest, CashDay, CashForecast, MonthsAhead, Payment, Series
from advisory.analysis.health.dues import run_of
from advisory.analysis.planning import Outlook

AS_OF = date(2026, 3, 31)
DAYS = 365
EVERYDAY = -3000
START = 150_000


def series(ids: tuple[int, ...], label: str, role: str, minor: int, day: int) -> Series:
    following = AS_OF.replace(month=4, day=day)
    return Series(
        ids=ids,
        payee_key=label.casefold(),
        label=label,
        currency="EUR",
        account="1",
        cadence="monthly",
        role=role,
        status="active",
        day=day,
        first_date=date(2025, 1, day),
        last_date=date(2026, 3, day),
        next_date=following,
        next_from=following,
        next_until=following,
        amount_minor=minor,
        amount_low=minor,
        amount_high=minor,
    )


RENT = series((11, 12, 13), "Rent", "bill", -90_000, 1)
STREAM = series((21, 22, 23), "Streamly", "subscription", -1299, 12)
PAY = series((31, 32, 33), "Harbour", "income", 250_000, 25)
ALL = (RENT, STREAM, PAY)


def payments(every: tuple[Series, ...] = ALL, days: int = DAYS) -> tuple[Payment, ...]:
    end = AS_OF + timedelta(days=days)
    found = []
    for one in every:
        run = run_of(one.cadence, one.day, [one.last_date])
        assert run
        found += [Payment(day, one.amount_minor, one.account, one.ids[-1]) for day in run.due_before(end)]
    return tuple(sorted(found, key=lambda one: (one.day, one.account, one.amount_minor, one.evidence_id)))


def forecast(start: int = START, days: int = DAYS, every: tuple[Series, ...] = ALL) -> CashForecast:
    due = payments(every, days)
    daily = [EVERYDAY] * days
    for one in due:
        daily[(one.day - AS_OF).days - 1] += one.amount_minor
    ends = [start + moved for moved in accumulate(daily)]
    line = tuple(
        CashDay(AS_OF + timedelta(days=ahead), mid, mid - 500 * ahead, mid + 500 * ahead)
        for ahead, mid in enumerate(ends, start=1)
    )
    return CashForecast("EUR", "", AS_OF, False, start, line, (Backtest(30),), (41, 42), due, "f@1", "m", 0.1, False)


def groceries() -> MonthsAhead:
    months = tuple(date(2026 + (3 + ahead) // 12, (3 + ahead) % 12 + 1, 1) for ahead in range(12))
    none = (None,) * 12
    return MonthsAhead("EUR", "Groceries", months, (-40_000,) * 12, none, none, "mix", Backtest(3), (51,))


def outlook(**changes: object) -> Outlook:
    return Outlook(forecast(), ALL, (groceries(),), **changes)  # type: ignore[arg-type]

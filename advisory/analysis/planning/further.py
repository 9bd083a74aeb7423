"""A forecast of a year drawn out: the same payments a year later, the same everyday part, a band that goes on growing.

What comes after the engine's own year is no new knowledge. So nothing new is claimed of it: rhythms in weeks go on in
weeks, all others fall on the same days of the next year, and the band widens by the engine's own rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate, pairwise

from advisory.analysis.cadence import due_day
from advisory.analysis.findings import CashDay, CashForecast, Payment

CYCLE = 364
"""Whole weeks of a year: the everyday part knows weekdays."""
WEEK = 7
GROWTH = 0.8
"""As in `forecasts.fans`, which this module cannot name: it brings numpy along."""
FEWEST_IN_WEEKS = 4
MONTHS = 12


def drawn_out(total: CashForecast, parts: Sequence[CashForecast], until: date) -> tuple[CashForecast, ...]:
    """The total and then its parts, each up to and with `until`: cut where it is longer, unchanged where it has less
    than a year to go by. Beyond its own days the total moves by what its parts move by."""
    lines = [_longer(one, until) for one in parts]
    whole = _longer(total, until) if not parts else _sum_of(total, lines, until)
    return tuple(_cut(one, until) for one in (whole, *lines))


def _cut(forecast: CashForecast, until: date) -> CashForecast:
    if not forecast.days or forecast.days[-1].day <= until:
        return forecast
    return replace(
        forecast,
        days=tuple(one for one in forecast.days if one.day <= until),
        payments=tuple(one for one in forecast.payments if one.day <= until),
    )


def _longer(forecast: CashForecast, until: date) -> CashForecast:
    days = forecast.days
    missing = (until - days[-1].day).days if days else 0
    if len(days) < CYCLE or missing <= 0:
        return forecast
    coming = _payments_after(forecast.payments, days[-1].day, until)
    steps = _steps(forecast, coming, missing)
    return replace(forecast, days=(*days, *_days_after(days, steps)), payments=_in_order([*forecast.payments, *coming]))


def _sum_of(total: CashForecast, parts: Sequence[CashForecast], until: date) -> CashForecast:
    days = total.days
    missing = (until - days[-1].day).days if days else 0
    if missing <= 0 or any(len(part.days) < len(days) + missing for part in parts):
        return total
    known = len(days)
    steps = [
        sum(part.days[place].mid_minor - part.days[place - 1].mid_minor for part in parts)
        for place in range(known, known + missing)
    ]
    last = days[-1].day
    coming = [one for part in parts for one in part.payments if one.day > last]
    return replace(total, days=(*days, *_days_after(days, steps)), payments=_in_order([*total.payments, *coming]))


def _steps(forecast: CashForecast, coming: Sequence[Payment], missing: int) -> list[int]:
    """By how much the balance moves on each of the days after the last one."""
    mids = [forecast.start_minor, *(day.mid_minor for day in forecast.days)]
    moves = [after - before for before, after in pairwise(mids)]
    known = len(moves)
    if max(moves) - min(moves) <= 1:
        # The naive line is straight, and what is known of payments is not in it.
        ends = [(mids[-1] - mids[0]) * ahead // known for ahead in range(known, known + missing + 1)]
        return [after - before for before, after in pairwise(ends)]
    first = forecast.as_of.toordinal() + 1
    paid: defaultdict[int, int] = defaultdict(int)
    for one in (*forecast.payments, *coming):
        paid[one.day.toordinal() - first] += one.amount_minor
    everyday = [move - paid[place] for place, move in enumerate(moves)]
    for place in range(known, known + missing):
        everyday.append(everyday[place - CYCLE])
    return [everyday[place] + paid[place] for place in range(known, known + missing)]


def _days_after(days: Sequence[CashDay], steps: Sequence[int]) -> list[CashDay]:
    last, known = days[-1], len(days)
    found = []
    for ahead, mid in enumerate(accumulate(steps, initial=last.mid_minor)):
        if ahead:
            wider = ((known + ahead) / known) ** GROWTH
            low, high = (
                None if end is None else mid + round((end - last.mid_minor) * wider)
                for end in (last.low_minor, last.high_minor)
            )
            found.append(CashDay(last.day + timedelta(days=ahead), mid, low, high))
    return found


def _payments_after(payments: Sequence[Payment], last: date, until: date) -> list[Payment]:
    streams: defaultdict[tuple[str, int], list[Payment]] = defaultdict(list)
    for one in payments:
        streams[one.account, one.evidence_id].append(one)
    return [one for members in streams.values() for one in _following(members, last, until)]


def _following(members: Sequence[Payment], last: date, until: date) -> list[Payment]:
    step = _weeks_between(members)
    found = []
    if step:
        day = members[-1].day + step
        while day <= until:
            found.append(replace(members[-1], day=day))
            day += step
        return found
    years = 1
    while (shifted := [replace(one, day=_later(one.day, years)) for one in members])[0].day <= until:
        found += [one for one in shifted if last < one.day <= until]
        years += 1
    return found


def _weeks_between(members: Sequence[Payment]) -> timedelta | None:
    """The step of a rhythm in weeks. The first payment may be an overdue one, off the rhythm."""
    gaps = {(after.day - before.day).days for before, after in pairwise(members[1:])}
    if len(members) < FEWEST_IN_WEEKS or len(gaps) != 1:
        return None
    (gap,) = gaps
    return timedelta(days=gap) if gap and gap % WEEK == 0 else None


def _later(day: date, years: int) -> date:
    return due_day(day.year * MONTHS + day.month - 1 + MONTHS * years, day.day)


def _in_order(payments: Sequence[Payment]) -> tuple[Payment, ...]:
    return tuple(sorted(payments, key=lambda one: (one.day, one.account, one.amount_minor, one.evidence_id)))

"""What a look at the rows shows of a series: due days that nothing came on, and charges that came twice.

Needs the rows of the household, and numpy with them: only the engine may import this module.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise, takewhile

from advisory.analysis.bills.dues import LENGTH_DAYS, PATIENCE, PERIOD_MONTHS, dues_until
from advisory.analysis.cadence import due_day, month_slot
from advisory.analysis.findings import Series
from advisory.analysis.forecasts.known import usual_day
from advisory.analysis.rows import Row

LOOKED_BACK = 365
"""Days: what is older than a year is no longer worth a word."""
LONGEST_GAP = 1
"""So many due days in a row without a charge were missed; more of them are a pause, which is told as one."""
LATEST = 2
"""Of a series that has stopped, this many due days are told as missed; then it has ended."""
NEWEST = 24
SAME_PRICE = 50
REFUND_DAYS = 45


@dataclass(frozen=True, slots=True)
class Double:
    """Two charges within one period: the one that was due, and the one beside it."""

    day: date
    ids: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Watched:
    """Oldest first. `missed`: due days; `doubled`: what was charged twice and not given back."""

    missed: tuple[date, ...] = ()
    doubled: tuple[Double, ...] = ()


def watch_series(
    series: Sequence[Series], rows: Sequence[Row], keys: Mapping[int, str], as_of: date
) -> tuple[Watched, ...]:
    """One for each series, in their order. `keys`: payee key by row; `rows` in order of days."""
    by_id = {row.id: row for row in rows}
    taken = {pk for one in series for pk in one.ids}
    by_key: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if keys.get(row.id) and not row.is_transfer and row.booking_date > as_of - timedelta(days=LOOKED_BACK):
            by_key[keys[row.id]].append(row)
    return tuple(_watched(one, by_id, taken, by_key, keys, as_of) for one in series)


def _watched(  # noqa: PLR0917 (one series against all there is)
    series: Series,
    by_id: Mapping[int, Row],
    taken: Collection[int],
    by_key: Mapping[str, Sequence[Row]],
    keys: Mapping[int, str],
    as_of: date,
) -> Watched:
    booked = [by_id[pk] for pk in series.ids if pk in by_id]
    since = as_of - timedelta(days=LOOKED_BACK)
    missed = tuple(day for day in missed_days(series, [row.booking_date for row in booked], as_of) if day > since)
    names = dict.fromkeys(keys.get(row.id, "") for row in booked)
    others = [row for name in names for row in by_key.get(name, ()) if row.id not in taken]
    return Watched(missed, tuple(_doubles(series, [row for row in booked if row.booking_date > since], others)))


def missed_days(series: Series, booked: Sequence[date], as_of: date) -> list[date]:
    """Due days between its rows and after the last one that nothing came on. `booked` in order."""
    if series.anchor is not None and not series.is_booked:
        return _overdue(dues_until(series.anchor, series.cadence, series.ends_on or as_of), series, as_of)
    if not booked:
        return []
    day = usual_day([one.toordinal() for one in booked[-NEWEST:]])
    found = [due for before, after in pairwise(booked) for due in _between(series.cadence, day, before, after)]
    later = takewhile(lambda due: due <= as_of, _after(series.cadence, day, booked[-1]))
    return found + _overdue(list(later), series, as_of)[:LATEST]


def _overdue(dues: Iterable[date], series: Series, as_of: date) -> list[date]:
    patience, ends = timedelta(days=PATIENCE[series.cadence]), series.ends_on or date.max
    return [due for due in dues if due <= ends and due + patience < as_of]


def _between(cadence: str, day: int, before: date, after: date) -> list[date]:
    """Due days that two bookings in a row leave out, unless so many that it was a pause."""
    periods = _periods(cadence, day, before, after)
    if not 1 <= periods - 1 <= LONGEST_GAP:
        return []
    dues = _after(cadence, day, before)
    return [next(dues) for _ in range(periods - 1)]


def _periods(cadence: str, day: int, before: date, after: date) -> int:
    if cadence in PERIOD_MONTHS:
        return round((month_slot(after, day) - month_slot(before, day)) / PERIOD_MONTHS[cadence])
    return round((after - before).days / LENGTH_DAYS[cadence])


def _after(cadence: str, day: int, last: date) -> Iterator[date]:
    """Due days after a booking, endlessly."""
    if cadence in PERIOD_MONTHS:
        slot = month_slot(last, day)
        return (due_day(slot + PERIOD_MONTHS[cadence] * place, day) for place in count(1))
    return (last + timedelta(days=LENGTH_DAYS[cadence] * place) for place in count(1))


def _doubles(series: Series, booked: Sequence[Row], others: Sequence[Row]) -> Iterable[Double]:
    """Rows of the same payee and price nearer to a charge than half a period, and not given back."""
    if series.amount_minor > 0:
        return
    reach = LENGTH_DAYS[series.cadence] // 2
    free = [row for row in others if row.currency == series.currency and row.account == series.account]
    for charge in booked:
        near = [row for row in free if _is_again(charge, row, reach) and not _is_given_back(row, free)]
        for row in near:
            free.remove(row)
            yield Double(max(charge.booking_date, row.booking_date), (charge.id, row.id))


def _is_again(charge: Row, row: Row, reach: int) -> bool:
    apart = abs((row.booking_date - charge.booking_date).days)
    by = abs(row.amount_minor - charge.amount_minor)
    return row.amount_minor < 0 and apart < reach and by * SAME_PRICE <= abs(charge.amount_minor)


def _is_given_back(row: Row, others: Iterable[Row]) -> bool:
    return any(
        one.amount_minor == -row.amount_minor and 0 <= (one.booking_date - row.booking_date).days <= REFUND_DAYS
        for one in others
    )

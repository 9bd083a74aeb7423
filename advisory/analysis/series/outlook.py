"""From a stream of rows to a `Series`: status, next date and amount with their bands, price changes, role, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

import numpy as np

from advisory.analysis.findings import PriceChange, Series
from advisory.analysis.payees import normalise
from advisory.analysis.rows import Ints, Row, Rows
from advisory.analysis.series.columns import Group
from advisory.analysis.series.fit import PAUSE_FROM, Fit, Floats
from advisory.analysis.series.levels import FIXED, TRIAL, is_trial, level_steps, noise_of, yearly_steps
from advisory.analysis.series.series import ACTIVE, BILL, EARLY, ENDED, INCOME, PAUSED, SAVING, SUBSCRIPTION, Known
from advisory.analysis.series.streams import Stream

# Price changes are shown from this many days of the household's history on: below eight months most are first charges,
# part months and trials.
HISTORY_FOR_PRICES = 243
# Due days missed in a row that are a pause; a period of three months or more has one.
LONGEST_PAUSE, LONG_RHYTHM = 2, 80
# The last amounts that tell the next one, and the reach of an 80 % band in spreads.
RECENT = 6
BAND = 1.28
BEFORE_WEEKENDS = 2
# The first price must have been charged twice, or it may have been part of a month.
FIRST_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """What all series of a household share. `rows` up to `as_of`; `leaving`: ids of rows that go to an own account."""

    rows: Rows
    first_day: int
    as_of: date
    known: Known
    leaving: frozenset[int]
    groups: Mapping[tuple[str, str, bool], Group]

    @property
    def has_prices(self) -> bool:
        return self.as_of.toordinal() - int(self.rows.days[0]) >= HISTORY_FOR_PRICES


def outlook(stream: Stream, late: int, scene: Scene) -> Series:
    """The series of a stream; `late`: how many of its rows lie outside the tolerance of their due day."""
    rows, as_of = scene.rows, scene.as_of
    group, fit = stream.group, stream.fit
    places = group.places.tolist()
    trial = is_trial(group.logs)
    if trial:
        places = places[1:]
    logs, minors = group.logs[1:] if trial else group.logs, group.minors[1:] if trial else group.minors
    last = rows.rows[places[-1]]
    dues = _dues_after(fit, int(group.days[-1]), scene.first_day)
    missed = _missed_since(dues, fit, as_of)
    status = _status(len(places), missed, fit)
    next_date = None if status == ENDED else _next(dues, missed)
    reach = max(BEFORE_WEEKENDS, int(np.ceil(np.quantile(fit.strays, 0.9))))
    amount, low, high = _amount(logs, minors)
    empty = np.diff(fit.slots) - 1
    return Series(
        ids=tuple(rows.rows[place].id for place in places),
        payee_key=group.key,
        label=normalise(last.text, last.counterparty).brand or last.words,
        currency=group.currency,
        account=last.account,
        cadence=fit.rhythm.key,
        role=_role(stream, is_saving=_is_saving(stream, scene)),
        status=status,
        day=_day(last, fit, next_date),
        first_date=rows.rows[places[0]].booking_date,
        last_date=last.booking_date,
        next_date=next_date,
        next_from=_moved(next_date, -reach),
        next_until=_moved(next_date, reach),
        amount_minor=amount,
        amount_low=low,
        amount_high=high,
        price_changes=_changes([rows.rows[place] for place in places], logs, fit) if scene.has_prices else (),
        missed=max(int(empty[empty < PAUSE_FROM].sum()) - late, 0) + missed,
        late=late,
        notes=_notes(
            stream,
            last,
            scene.known,
            is_trial=trial or _had_trial(stream, scene),
            has_paused=bool((empty >= PAUSE_FROM).any()),
        ),
        confidence=round(1 / (1 + exp(-min(stream.odds, 30.0))), 4),
    )


def _dues_after(fit: Fit, last: int, first_day: int) -> Sequence[int]:
    """Ordinals of the due days after the booking's own, as far as the table goes."""
    way = fit.way
    own = int(fit.grid.slots[last - first_day, way])
    lines = np.flatnonzero((fit.grid.strays[:, way] == 0) & (fit.grid.slots[:, way] > own))
    return (lines + first_day).tolist()


def _missed_since(dues: Sequence[int], fit: Fit, as_of: date) -> int:
    return sum(1 for due in dues if due + fit.rhythm.patience < as_of.toordinal())


def _status(hits: int, missed: int, fit: Fit) -> str:
    if missed:
        return PAUSED if missed <= (LONGEST_PAUSE if fit.rhythm.length < LONG_RHYTHM else 1) else ENDED
    return EARLY if hits < 3 else ACTIVE


def _next(dues: Sequence[int], missed: int) -> date | None:
    return date.fromordinal(dues[missed]) if missed < len(dues) else None


def _moved(day: date | None, by: int) -> date | None:
    return date.fromordinal(day.toordinal() + by) if day else None


def _day(last: Row, fit: Fit, due: date | None) -> int:
    if fit.rhythm.days:
        return (due or last.booking_date).isoweekday()
    return fit.way % 31 + 1 if fit.rhythm.per_slot == 1 and not fit.grid.is_drifting else last.booking_date.day


def _amount(logs: Floats, minors: Ints) -> tuple[int, int, int]:
    """The next amount with its band, smaller number first: the last price, or the middle of the recent ones."""
    if noise_of(logs) <= FIXED:
        steps = level_steps(logs)
        level = minors[steps[-1] :] if steps else minors
        price = int(np.sort(level)[len(level) // 2]) if len(level) > 1 else int(minors[-1])
        return price, price, price
    recent = minors[-RECENT:].astype(np.float64)
    middle = float(np.median(recent[-3:]))
    reach = BAND * max(float(recent.std()), abs(middle) * noise_of(logs))
    low, high = sorted((middle - reach, middle + reach))
    return round(middle), round(low), round(high)


def _changes(rows: Sequence[Row], logs: Floats, fit: Fit) -> tuple[PriceChange, ...]:
    is_yearly = fit.rhythm.months >= 12
    first, found = (1, yearly_steps(logs)) if is_yearly else (FIRST_LEVEL, level_steps(logs))
    return tuple(
        PriceChange(rows[place].booking_date, rows[place - 1].amount_minor, rows[place].amount_minor)
        for place in found
        if place >= first
    )


def _is_saving(stream: Stream, scene: Scene) -> bool:
    ids = [scene.rows.rows[place].id for place in stream.group.places.tolist()]
    return 2 * sum(number in scene.leaving for number in ids) > len(ids)


def _role(stream: Stream, *, is_saving: bool) -> str:
    """What the words say; else money to an own account is saved, what is sent or drawn from the account pays a bill,
    and what is charged to a card is a subscription."""
    if stream.group.is_incoming:
        return INCOME
    if is_saving:
        return SAVING
    return stream.signal.role or (BILL if stream.signal.is_from_account else SUBSCRIPTION)


def _had_trial(stream: Stream, scene: Scene) -> bool:
    """A token charge of the same payee within the period before the first full one."""
    own = stream.group
    group = scene.groups.get((own.key, own.currency, own.is_incoming))
    if group is None:
        return False
    before = int(own.days[0]) - group.days
    is_near = (before > 0) & (before <= stream.fit.rhythm.length * 1.25)
    return bool((group.logs[is_near] < own.logs[0] + np.log(TRIAL)).any())


def _notes(stream: Stream, last: Row, known: Known, *, is_trial: bool, has_paused: bool) -> tuple[str, ...]:
    cancelled = known.cancelled.get(stream.group.key)
    said = {
        "trial_to_paid": is_trial,
        "paused_before": has_paused,
        "moved_day": len(stream.fit.segments) > 1,
        "charged_after_cancelling": cancelled is not None and last.booking_date > cancelled,
    }
    return tuple(note for note, holds in said.items() if holds)

"""A contract becomes charges and the truth about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from math import cos, exp, pi
from random import Random

from benchmarks.scores.households.calendar import DAYS, PERIOD_DAYS, TOLERANCE, banking_day, due_dates
from benchmarks.scores.households.contract import Contract
from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import DAY, Entry, Window
from benchmarks.scores.households.truth import Cadence, Role, Status, TruePriceChange, TrueSeries

SMALLEST_CHANGE = 0.03
"""A price that moves by less is not called changed."""


@dataclass(frozen=True, slots=True)
class Charge:
    """One due date and what came of it; `booked` is None where the charge was left out."""

    due: date
    booked: date | None
    minor: int


@dataclass(frozen=True, slots=True)
class Stream:
    """The entries of a contract in the window (regular ones carry its name) and what is true of it but for the ids.

    `last_due`: the newest charge that is too old to be merely late. `stopped`: the day its pay went missing.
    """

    contract: Contract
    entries: tuple[Entry, ...]
    last_due: date | None
    stopped: date | None
    price_changes: tuple[TruePriceChange, ...]
    status: Status
    next_date: date | None

    def truth(self, ids: Sequence[int]) -> TrueSeries:
        contract = self.contract
        return TrueSeries(
            name=contract.name,
            payee=contract.payee,
            account=contract.account,
            ids=tuple(ids),
            cadence=contract.cadence,
            role=contract.role,
            status=self.status,
            next_date=self.next_date,
            price_changes=self.price_changes,
            troubles=contract.troubles,
            is_known_brand=contract.is_known_brand,
            cancelled_on=contract.cancelled_on,
        )


def stream(contract: Contract, country: Country, window: Window, dice: Random, *, stops: date | None = None) -> Stream:
    """`stops`: from that day nothing is booked any more, without the contract having ended (missing pay)."""
    charges = [_with_stop(charge, stops) for charge in _charges(contract, country, window, dice)]
    booked = [charge for charge in charges if charge.booked and window.holds(charge.booked)]
    entries = [_entry(contract, charge) for charge in booked]
    if contract.has_trial and booked:
        entries.insert(0, _trial(contract, country, booked[0], dice))
    status, next_date = standing(
        contract.cadence, len(booked), [c.due for c in charges if not booked or c.due > booked[-1].due], window.last
    )
    slack = timedelta(days=TOLERANCE[contract.cadence] + 1)
    return Stream(
        contract=contract,
        entries=tuple(entry for entry in entries if window.holds(entry.day)),
        last_due=next((charge.booked for charge in reversed(booked) if charge.due + slack < window.last), None),
        stopped=stops,
        price_changes=_changes(contract, booked),
        status=status,
        next_date=next_date,
    )


def thirteenth(pay: Stream, month: int, dice: Random) -> Iterator[Entry]:
    """Once a year another salary some days before or after the usual one; it belongs to no rhythm."""
    for entry in pay.entries:
        if entry.day.month == month and entry.minor > 0:
            day = banking_day(entry.day + timedelta(days=dice.randint(-6, 6)), -1)
            yield replace(entry, day=day, stream="", is_neutral=True)


def standing(cadence: Cadence, count: int, dues: Sequence[date], as_of: date) -> tuple[Status, date | None]:
    """Status and next date from the due dates that follow the last charge; see `Status` for the definition."""
    slack = timedelta(days=TOLERANCE[cadence])
    missed = sum(due + slack < as_of for due in dues)
    next_date = next((due for due in dues if due + slack >= as_of), None)
    if missed > (1 if PERIOD_DAYS[cadence] > 80 else 2):
        return Status.ENDED, None
    if missed:
        return Status.PAUSED, next_date
    return (Status.EARLY if count < 3 else Status.ACTIVE), next_date


def _charges(contract: Contract, country: Country, window: Window, dice: Random) -> Iterator[Charge]:
    horizon = window.last + timedelta(days=4 * PERIOD_DAYS[contract.cadence] + 40)
    slip = timedelta(0)
    is_late_open = contract.late_on is not None
    season = Random(contract.name).uniform(-0.3, 0.3)
    for planned in due_dates(contract.cadence, contract.first, horizon, day=contract.day):
        slip += _slip(contract, dice)
        due = planned + slip + _moved(contract, planned)
        is_left_out = _is_past(contract, due) or any(first <= due <= last for first, last in contract.pauses)
        late = timedelta(0)
        if is_late_open and contract.late_on and due >= contract.late_on and not is_left_out:
            late, is_late_open = _lateness(contract.cadence, dice), False
        minor = contract.direction * _amount(contract, country, due, dice, season)
        booked = banking_day(due + late + _delay(contract, dice), contract.weekend)
        yield Charge(banking_day(due, contract.weekend), None if is_left_out else booked, minor)


def _is_past(contract: Contract, due: date) -> bool:
    return contract.until is not None and due > contract.until


def _slip(contract: Contract, dice: Random) -> timedelta:
    """A drifting day moves by one now and then and stays there."""
    if not contract.is_drifting:
        return timedelta(0)
    return DAY * (dice.random() < (0.06 if contract.cadence in DAYS else 0.15))


def _moved(contract: Contract, planned: date) -> timedelta:
    if contract.moved and planned >= contract.moved[0]:
        return timedelta(days=contract.moved[1])
    return timedelta(0)


def _lateness(cadence: Cadence, dice: Random) -> timedelta:
    return timedelta(days=dice.randint(1, 2) if PERIOD_DAYS[cadence] <= 15 else dice.randint(4, 8))


def _delay(contract: Contract, dice: Random) -> timedelta:
    return timedelta(days=dice.choice((1, 1, 1, 2)) if dice.random() < contract.delays else 0)


def _amount(contract: Contract, country: Country, due: date, dice: Random, season: float) -> int:
    """Unsigned minor units of the charge due that day."""
    noise = dice.gauss(0, 1)
    factor = next((factor for day, factor in reversed(contract.raises) if due >= day), 1.0)
    if contract.is_foreign:
        return country.minor(contract.cents * factor * rate(due) * exp(0.004 * noise))
    if contract.spread or contract.season:
        winter = 1 + contract.season * cos(2 * pi * (due.timetuple().tm_yday / 365 + season * 0.1))
        return country.minor(contract.cents * factor * winter * exp(contract.spread * noise))
    if contract.role in (Role.INCOME, Role.SAVING):
        return country.minor(contract.cents * factor)
    return country.price(contract.cents * factor)


@lru_cache(maxsize=4000)
def rate(day: date) -> float:
    """A made-up exchange rate around one: slow waves and daily noise."""
    number = day.toordinal()
    return 1 + 0.03 * cos(number / 97) + 0.015 * cos(number / 31) + Random(number).gauss(0, 0.003)


def _with_stop(charge: Charge, stops: date | None) -> Charge:
    if stops is None or charge.booked is None or charge.booked < stops:
        return charge
    return Charge(charge.due, None, charge.minor)


def _entry(contract: Contract, charge: Charge) -> Entry:
    day = charge.booked or charge.due
    payee, subject = contract.payee, contract.subject
    if contract.renamed and day >= contract.renamed[0]:
        payee = contract.renamed[1]
    return Entry(
        day, charge.minor, contract.account, payee, contract.channel, contract.category, contract.name, subject
    )


def _trial(contract: Contract, country: Country, first: Charge, dice: Random) -> Entry:
    """One unit of money, or nothing, before the first full charge."""
    day = (first.booked or first.due) - timedelta(days=dice.choice((7, 14, 30)))
    minor = contract.direction * dice.choice((0, country.minor(100)))
    return Entry(day, minor, contract.account, contract.payee, contract.channel, contract.category, is_neutral=True)


def _changes(contract: Contract, booked: Sequence[Charge]) -> tuple[TruePriceChange, ...]:
    """Steps between fixed prices with two charges at the old one, one where the charge is a whole year's; what is
    metered or converted has no price."""
    if contract.spread or contract.season or contract.is_foreign:
        return ()
    needed = 1 if contract.cadence is Cadence.YEARLY else 2
    found, at_level = [], 1
    for before, after in pairwise(booked):
        if abs(after.minor - before.minor) < SMALLEST_CHANGE * abs(before.minor):
            at_level += 1
            continue
        if at_level >= needed and after.booked:
            found.append(TruePriceChange(after.booked, before.minor, after.minor))
        at_level = 1
    return tuple(found)

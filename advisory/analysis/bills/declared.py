"""A series that the user declares: what is booked of it, what has not come, and what is expected next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low
from typing import Protocol

from advisory.analysis.bills.dues import LENGTH_DAYS, PATIENCE, dues_until
from advisory.analysis.findings import Series

LONGEST_PAUSE, LONG_RHYTHM = 2, 80
"""So many due days in a row may stay empty until nothing more is expected; one of a rhythm this long (days)."""
RECENT = 3
"""The last bookings that tell the next amount."""
WIDEST = 200
"""A booking is of the series where it is no more than so many per cent of what is declared, nor the other way round."""
CLOSE = 115
"""The same where only the category tells: many contracts of a household are in one."""


class Booked(Protocol):
    """What is read of a row."""

    @property
    def id(self) -> int: ...
    @property
    def booking_date(self) -> date: ...
    @property
    def amount_minor(self) -> int: ...
    @property
    def currency(self) -> str: ...
    @property
    def account(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Declared:
    """The user's words. `next_date`: a due day that all others are counted from; `ends_on`: nothing is due after it.

    `rows`: ids of the rows with its payee or, without one, its category. `category`: its name, may be empty. `widest`:
    per cent, see WIDEST.
    """

    label: str
    payee_key: str
    currency: str
    account: str
    cadence: str
    role: str
    amount_minor: int
    next_date: date
    ends_on: date | None = None
    category: str = ""
    rows: frozenset[int] = frozenset()
    widest: int = WIDEST


@dataclass(frozen=True, slots=True)
class Kept:
    """How far a declared series has come. `booked` in order of their due days; `missed`: due days that nothing came
    on within their patience; `next_date` None: nothing more is due."""

    booked: tuple[Booked, ...]
    missed: tuple[date, ...]
    next_date: date | None
    missed_since: int


def mark_of(pk: int) -> int:
    """Stands for the rows of a declared series where it has none: no row has a number below zero."""
    return -pk


def kept_of(said: Declared, rows: Iterable[Booked], taken: Collection[int], as_of: date) -> Kept:
    """`taken`: rows that other series hold. Each due day gets the nearest booking, each booking one due day."""
    patience = timedelta(days=PATIENCE[said.cadence])
    last = max(as_of + timedelta(days=LENGTH_DAYS[said.cadence] * 2) + patience, said.next_date)
    dues = dues_until(said.next_date, said.cadence, min(last, said.ends_on or last))
    free = [one for one in rows if one.id not in taken and one.booking_date <= as_of and _is_like(said, one)]
    came = {due: one for due in dues if (one := _take(free, due, patience)) is not None}
    last_came = max(came, default=date.min)
    open_dues = [due for due in dues if due not in came]
    missed = tuple(due for due in open_dues if due < last_came or due + patience < as_of)
    coming = [due for due in open_dues if due > last_came and due + patience >= as_of]
    since = sum(1 for due in missed if due > last_came)
    return Kept(tuple(came.values()), missed, coming[0] if coming else None, since)


def _is_like(said: Declared, one: Booked) -> bool:
    is_place = one.id in said.rows and one.currency == said.currency and said.account in ("", one.account)
    is_same_way = (one.amount_minor > 0) == (said.amount_minor > 0)
    return is_place and is_same_way and is_near(one.amount_minor, said.amount_minor, said.widest)


def is_near(one: int, other: int, widest: int = WIDEST) -> bool:
    """Of about the same size, whatever the sign."""
    small, large = sorted((abs(one), abs(other)))
    return large * 100 <= small * widest


def _take(free: list[Booked], due: date, patience: timedelta) -> Booked | None:
    near = [one for one in free if abs(one.booking_date - due) <= patience]
    if not near:
        return None
    found = min(near, key=lambda one: (abs(one.booking_date - due), one.booking_date, one.id))
    free.remove(found)
    return found


def declared_series(pk: int, said: Declared, rows: Iterable[Booked], taken: Collection[int], as_of: date) -> Series:
    """The series as it counts. Without a booking its only id is `mark_of(pk)`, and its days are that of the first."""
    kept = kept_of(said, rows, taken, as_of)
    booked = sorted(kept.booked, key=lambda one: (one.booking_date, one.id))
    amounts = [one.amount_minor for one in booked[-RECENT:]] or [said.amount_minor]
    amount = median_low(amounts)
    low, high = (min(amounts), max(amounts)) if len(amounts) > 1 else (amount, amount)
    first = booked[0].booking_date if booked else said.next_date
    is_paused = kept.missed_since > (LONGEST_PAUSE if LENGTH_DAYS[said.cadence] < LONG_RHYTHM else 1)
    return Series(
        ids=tuple(one.id for one in booked) or (mark_of(pk),),
        payee_key=said.payee_key,
        label=said.label,
        currency=said.currency,
        account=booked[-1].account if booked else said.account,
        cadence=said.cadence,
        role=said.role,
        status="ended" if kept.next_date is None else "paused" if is_paused else "active",
        day=said.next_date.day,
        first_date=first,
        last_date=booked[-1].booking_date if booked else first,
        next_date=kept.next_date,
        next_from=kept.next_date,
        next_until=kept.next_date,
        amount_minor=amount,
        amount_low=low,
        amount_high=high,
        missed=len(kept.missed),
        ends_on=said.ends_on,
        category=said.category,
        anchor=said.next_date,
    )


def likeness(said: Declared, known: Sequence[Series]) -> Series | None:
    """A running series that already is what is about to be declared: of the same payee, in the same rhythm, and of a
    like amount."""
    for one in known:
        is_same = (one.payee_key, one.currency, one.cadence) == (said.payee_key, said.currency, said.cadence)
        is_same_way = (one.amount_minor > 0) == (said.amount_minor > 0)
        if said.payee_key and is_same and is_same_way and is_near(one.amount_minor, said.amount_minor):
            return one
    return None

"""What can be spent today and still leave enough for the bills until the next income."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.analysis.findings import CashForecast, Payment, Series

LONGEST_WAIT = 30
"""Days to look ahead where no income is expected sooner."""

SAME_MOVE_DAYS = 3


@dataclass(frozen=True, slots=True)
class SafeToSpend:
    """`safe_minor` = `balance_minor` - `bills_minor` - `floor_minor` - `goals_minor`, none below zero; `short_minor` is
    what is missing where it would be.

    `until`: the day before the next income (`has_income`), else thirty days ahead. `per_day_minor`: evenly over these
    days. `careful_minor`: what is left at the low end of the forecast on its worst day, usual everyday spending taken
    off too; None without a band. `bills`: the payments taken off, each with its evidence.
    """

    until: date
    has_income: bool
    balance_minor: int
    bills_minor: int
    floor_minor: int
    goals_minor: int
    safe_minor: int
    short_minor: int
    per_day_minor: int
    careful_minor: int | None
    bills: tuple[Payment, ...]


def safe_to_spend(
    forecast: CashForecast, series: Sequence[Series], *, floor_minor: int = 0, goals_minor: int = 0
) -> SafeToSpend | None:
    """`goals_minor`: what is to be put aside until the next income. None where no balance is known.

    Raises ValueError for a negative share of goals.
    """
    if goals_minor < 0:
        raise ValueError("What is put aside for goals is not negative.")
    if forecast.is_change:
        return None
    income = {pk for one in series if one.role == "income" for pk in one.ids}
    coming = [one.day for one in forecast.payments if one.amount_minor > 0 and one.evidence_id in income]
    horizon = forecast.as_of + timedelta(days=LONGEST_WAIT)
    next_income = min((day for day in coming if day <= horizon), default=None)
    until = horizon if next_income is None else next_income - timedelta(days=1)
    bills = tuple(one for one in _leaving(forecast) if one.day <= until)
    owed = -sum(one.amount_minor for one in bills)
    left = forecast.start_minor - owed - floor_minor - goals_minor
    days = max((until - forecast.as_of).days, 1)
    return SafeToSpend(
        until=until,
        has_income=next_income is not None,
        balance_minor=forecast.start_minor,
        bills_minor=owed,
        floor_minor=floor_minor,
        goals_minor=goals_minor,
        safe_minor=max(left, 0),
        short_minor=max(-left, 0),
        per_day_minor=max(left, 0) // days,
        careful_minor=_careful(forecast, until, floor_minor + goals_minor),
        bills=bills,
    )


def _leaving(forecast: CashForecast) -> list[Payment]:
    """What leaves. For all accounts together a payment that comes in again elsewhere within days only moves."""
    leaving = [one for one in forecast.payments if one.amount_minor < 0]
    if forecast.account:
        return leaving
    for other in (one for one in forecast.payments if one.amount_minor > 0):
        for one in leaving:
            is_near = abs((one.day - other.day).days) <= SAME_MOVE_DAYS
            if one.amount_minor == -other.amount_minor and one.account != other.account and is_near:
                leaving.remove(one)
                break
    return leaving


def _careful(forecast: CashForecast, until: date, kept: int) -> int | None:
    lows = [one.low_minor for one in forecast.days if one.day <= until]
    known = [low for low in lows if low is not None]
    return max(min(known) - kept, 0) if known and len(known) == len(lows) else None

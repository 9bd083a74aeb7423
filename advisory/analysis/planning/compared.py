"""Scenarios side by side on one forecast, each with what every change in it does by itself and at month ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.analysis.cadence import due_day
from advisory.analysis.findings import CashDay, CashForecast
from advisory.analysis.planning.changes import Change, Scenario
from advisory.analysis.planning.scenario import Outlook, WhatIf, lowest_of, simulate

MONTHS_A_YEAR = 12
MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Effect:
    """What one change does on top of those before it. `at_end`: to the balance on the last day; `deepest`: the most
    it lowers the balance of any day (0 or less)."""

    at_end: int
    deepest: int


@dataclass(frozen=True, slots=True)
class Compared:
    """`effects`: one a change, in order; None where what it is about is gone. Their `at_end` sum to that of `found`."""

    found: WhatIf
    effects: tuple[Effect | None, ...]

    @property
    def ends(self) -> tuple[CashDay, ...]:
        return month_ends(self.found.after)

    @property
    def lowest(self) -> CashDay | None:
        return lowest_of(self.found.after)


def compare(outlook: Outlook, changes: Sequence[Change | None]) -> Compared:
    """One scenario, change by change."""
    made: list[Change] = []
    effects: list[Effect | None] = []
    found = simulate(outlook, Scenario())
    for change in changes:
        if change is None:
            effects.append(None)
            continue
        made.append(change)
        after = simulate(outlook, Scenario(tuple(made)))
        steps = [new - old for new, old in zip(after.difference, found.difference, strict=True)]
        effects.append(Effect(after.at_end - found.at_end, min([0, *steps])))
        found = after
    return Compared(found, tuple(effects))


def month_ends(forecast: CashForecast) -> tuple[CashDay, ...]:
    """The last day of each month, and the last day of all."""
    return tuple(
        day for day in forecast.days if (day.day + timedelta(days=1)).day == 1 or day.day == forecast.days[-1].day
    )


def months_on(as_of: date, months: int) -> date:
    """The same day so many months later, held to the length of the month."""
    return due_day(as_of.year * MONTHS_A_YEAR + as_of.month - 1 + months, as_of.day)

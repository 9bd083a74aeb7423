"""What the engines found up to a report's last day, as far as a report tells of it. Frozen, and free of numpy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from advisory.analysis.advice.inputs import Said
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Alert, CashForecast, Series
from advisory.analysis.outcomes.accepted import State
from advisory.analysis.planning.payoff import PayoffSaid
from advisory.analysis.planning.standing import GoalPlan

Named = Mapping[str, FactDraft]
SHORTFALL = "shortfall"
"""The kind of what is worth a look that lies ahead."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing worth a look, with the figures that its words use."""

    kind: str
    day: date
    facts: Named


@dataclass(frozen=True, slots=True)
class Taken:
    """An advice that was taken up, as it was called then, and what had come of it by the report's last day."""

    advice: str
    title: str
    since: date
    state: State
    facts: Named


@dataclass(frozen=True, slots=True)
class Findings:
    """`series`: those that count, and `forecasts`, each with its figures; `told` the newest first; `taken`
    the latest first; `facts`: every
    figure of the engines; `keys`: payee key by transaction id; `goals`, `payoffs` and `said`: the user's word about
    goals, debts and advice."""

    series: tuple[tuple[Series, Named], ...] = ()
    told: tuple[Told, ...] = ()
    alerts: tuple[Alert, ...] = ()
    forecasts: tuple[tuple[CashForecast, Named], ...] = ()
    taken: tuple[Taken, ...] = ()
    facts: tuple[FactDraft, ...] = ()
    keys: Mapping[int, str] = field(default_factory=dict)
    goals: tuple[GoalPlan, ...] = ()
    payoffs: PayoffSaid = field(default_factory=PayoffSaid)
    said: Said = field(default_factory=Said)

    def cash(self, currency: str) -> tuple[CashForecast, Named] | None:
        """That of all accounts of this currency together."""
        return next((one for one in self.forecasts if one[0].currency == currency and not one[0].account), None)

    def running_costs(self, currency: str) -> Iterator[tuple[Series, Named]]:
        """Running contracts that cost money of this currency, with the figures that a list of them needs."""
        for series, named in self.series:
            is_cost = series.is_running and series.amount_minor < 0 and series.role != "saving"
            if is_cost and series.currency == currency and {"last", "count", "year", "next"} <= named.keys():
                yield series, named

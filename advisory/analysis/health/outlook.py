"""What health needs beside the rows of the months: series, the forecast, and what only the user can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisory.analysis.findings import CashForecast, Series


@dataclass(frozen=True, slots=True)
class GoalChance:
    """`odds`: the share (0 to 1) of own cash paths that reach the goal in time."""

    name: str
    odds: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """`series`: those that count. `forecast`: of all accounts in the base currency, from the last day seen, if any.

    `limits`: minor units a card may be drawn to, by account id. `floor_minor`: what should always stay on the accounts.
    """

    series: tuple[Series, ...] = ()
    forecast: CashForecast | None = None
    limits: Mapping[int, int] = field(default_factory=dict)
    goals: tuple[GoalChance, ...] = ()
    floor_minor: int = 0

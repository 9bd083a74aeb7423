"""What advice has brought, added up: claimed, proven, likely, failed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisory.analysis.outcomes.accepted import State


@dataclass(frozen=True, slots=True)
class Told:
    """An accepted advice with its newest outcome. `claimed_minor`: the middle saving that was promised for a year."""

    currency: str
    claimed_minor: int
    saved_minor: int
    state: State


@dataclass(frozen=True, slots=True)
class Totals:
    """Minor units of one currency. `claimed`: promised a year by all that was accepted; `failed`: the part of it whose
    advice failed or came back; `proven` and `likely`: saved so far. `counts`: pieces by state."""

    currency: str
    claimed: int
    proven: int
    likely: int
    failed: int
    counts: dict[str, int]


def totals_of(told: Iterable[Told]) -> tuple[Totals, ...]:
    """One for each currency, by its code."""
    every = list(told)
    return tuple(
        _of(code, [one for one in every if one.currency == code]) for code in sorted({o.currency for o in every})
    )


def _of(currency: str, told: list[Told]) -> Totals:
    def saved(state: str) -> int:
        return sum(one.saved_minor for one in told if one.state == state)

    states = ("pending", "likely", "proven", "failed", "reversed")
    return Totals(
        currency,
        sum(one.claimed_minor for one in told),
        saved("proven"),
        saved("likely"),
        sum(one.claimed_minor for one in told if one.state in ("failed", "reversed")),
        {state: sum(one.state == state for one in told) for state in states},
    )

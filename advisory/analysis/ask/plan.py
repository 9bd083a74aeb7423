"""The plan of an answer: what is computed, over which rows and when. Nothing else is ever computed.

A plan says everything that an answer depends on beside the rows themselves. It travels as JSON: it is shown, pinned,
and whoever makes one (the grammar here, or another planner) is checked by the same `checked.read_plan`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from advisory.analysis.ask.spans import Span

LEDGER_OPS = ("sum", "count", "average", "max", "min", "list", "share", "compare", "trend", "balance")
STORED_OPS = ("series", "forecast", "advice", "what_if")
OPS = (*LEDGER_OPS, *STORED_OPS)
DIRECTIONS = ("spending", "income", "net", "any")
GROUPS = ("", "category", "payee", "month", "account")
PERS = ("", "payment", "day", "week", "month", "year")
ASKS = ("", "list", "cost", "next", "month_end", "year_end", "days")
AMOUNT = r"[0-9]{1,15}(\.[0-9]{1,4})?"
MOST_TOP = 50
MOST_AHEAD = 365
MOST_NAMED = 2000


@dataclass(frozen=True, slots=True)
class Plan:
    """`categories`, `payees`, `accounts`: ids, empty for all; category 0: without one. `minimum` and `maximum`: the
    size of a whole payment, both included, as decimal text in `currency`; empty for none. `currency` empty: each for
    itself. `by`: a line for each; `top`: the largest so many. `per`: what an average is over. `against`: the time (or
    nothing) that a comparison is held against. `ask`, `series`, `days`: what of which series, how far ahead."""

    op: str
    direction: str = "spending"
    categories: tuple[int, ...] = ()
    payees: tuple[int, ...] = ()
    accounts: tuple[int, ...] = ()
    minimum: str = ""
    maximum: str = ""
    currency: str = ""
    period: Span = field(default_factory=Span)
    against: Span | None = None
    by: str = ""
    top: int = 0
    per: str = ""
    ask: str = ""
    series: tuple[int, ...] = ()
    days: int = 0

    @property
    def is_stored(self) -> bool:
        """Answered by what the engines found, not by adding up rows."""
        return self.op in STORED_OPS

    def as_json(self) -> dict[str, Any]:
        """Only what is said; `read_plan` gives the rest its plain value."""
        plain = Plan(self.op)
        told: dict[str, Any] = {"op": self.op}
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name == "direction" or value != getattr(plain, one.name):
                told[one.name] = _json(value)
        return told


def _json(value: object) -> object:
    if isinstance(value, Span):
        return value.as_json()
    return list(value) if isinstance(value, tuple) else value

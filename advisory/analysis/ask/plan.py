"""The plan of an answer: what is computed, over which rows and when. Nothing else is ever computed.

A plan says everything that an answer depends on beside the rows themselves. It travels as JSON: it is shown, pinned,
and whoever makes one (the grammar here, or another planner) is checked by the same `read_plan`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from advisory.analysis.ask.spans import Span, read_span
from advisory.analysis.ask.vocabulary import Vocabulary
from transactions.ledger.money import MoneyError, to_minor

LEDGER_OPS = ("sum", "count", "average", "max", "min", "list", "share", "compare", "trend", "balance")
STORED_OPS = ("series", "forecast", "advice", "what_if")
OPS = (*LEDGER_OPS, *STORED_OPS)
DIRECTIONS = ("spending", "income", "net", "any")
GROUPS = ("", "category", "payee", "month", "account")
PERS = ("", "payment", "day", "week", "month", "year")
ASKS = ("", "list", "cost", "next", "month_end", "year_end", "days")
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


class Planner(Protocol):
    """Makes a plan of a question in the words of one user; whoever stands behind it, `read_plan` has the last word."""

    def __call__(self, question: str, vocabulary: Vocabulary, language: str = "") -> object: ...


def _json(value: object) -> object:
    if isinstance(value, Span):
        return value.as_json()
    return list(value) if isinstance(value, tuple) else value


def read_plan(content: object, vocabulary: Vocabulary) -> Plan:
    """A plan from its JSON, every part of it known here and every name the user's own. ValueError otherwise."""
    if not isinstance(content, Mapping):
        raise ValueError("A plan is an object.")  # noqa: TRY004 (one error for whatever is no plan)
    unknown = set(content) - {one.name for one in fields(Plan)}
    if unknown:
        raise ValueError(f"A plan has no {min(map(str, unknown))}.")
    plan = Plan(
        op=_one_of(content, "op", OPS),
        direction=_one_of(content, "direction", DIRECTIONS, "spending"),
        categories=_ids(content, "categories", {0, *vocabulary.categories}),
        payees=_ids(content, "payees", vocabulary.payees),
        accounts=_ids(content, "accounts", vocabulary.accounts),
        minimum=_amount(content, "minimum", vocabulary),
        maximum=_amount(content, "maximum", vocabulary),
        currency=_one_of(content, "currency", ("", *vocabulary.currencies), ""),
        period=read_span(content["period"]) if "period" in content else Span(),
        against=read_span(content["against"]) if content.get("against") is not None else None,
        by=_one_of(content, "by", GROUPS, ""),
        top=_whole(content, "top", MOST_TOP),
        per=_one_of(content, "per", PERS, ""),
        ask=_one_of(content, "ask", ASKS, ""),
        series=_ids(content, "series", vocabulary.series),
        days=_whole(content, "days", MOST_AHEAD),
    )
    return _consistent(plan)


def _consistent(plan: Plan) -> Plan:
    if plan.op == "average" and not plan.per:
        raise ValueError("An average needs what it is over.")
    if plan.op == "compare" and plan.against is None:
        raise ValueError("A comparison needs a second time.")
    if plan.op == "what_if" and not plan.series:
        raise ValueError("What if needs a series.")
    if plan.op == "series" and plan.ask not in ("list", "cost", "next"):
        raise ValueError("A question about series needs what is asked.")
    if plan.op == "forecast" and plan.ask not in ("month_end", "year_end", "days"):
        raise ValueError("A forecast needs a day.")
    return plan


def _one_of(content: Mapping[Any, Any], name: str, allowed: Iterable[str], plain: str | None = None) -> str:
    value = content.get(name, plain)
    if not isinstance(value, str) or value not in set(allowed):
        raise ValueError(f"{name} is none of those there are.")
    return value


def _ids(content: Mapping[Any, Any], name: str, known: Iterable[int]) -> tuple[int, ...]:
    value = content.get(name, [])
    if not isinstance(value, list | tuple) or len(value) > MOST_NAMED or any(type(one) is not int for one in value):
        raise ValueError(f"{name} is a list of ids.")
    if not set(value) <= set(known):
        raise ValueError(f"{name} names something that is not there.")
    return tuple(sorted(set(value)))


def _whole(content: Mapping[Any, Any], name: str, most: int) -> int:
    value = content.get(name, 0)
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError(f"{name} is a whole number up to {most}.")
    return value


def _amount(content: Mapping[Any, Any], name: str, vocabulary: Vocabulary) -> str:
    value = content.get(name, "")
    if value == "":
        return ""
    if not isinstance(value, str) or len(value) > 30:
        raise ValueError(f"{name} is a decimal text.")
    try:
        minor = to_minor(Decimal(value), vocabulary.base_currency)
    except (InvalidOperation, MoneyError):
        raise ValueError(f"{name} is no amount.") from None
    if minor < 0:
        raise ValueError(f"{name} is a size and has no sign.")
    return value

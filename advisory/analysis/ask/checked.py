"""The one gate for plans: every part known, every name the user's own, and nothing said that the answer would not heed.

A part that an operation ignores would stand in the words of the plan and not in its figure, so it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from advisory.analysis.ask.plan import (
    AMOUNT,
    ASKS,
    DIRECTIONS,
    GROUPS,
    MOST_AHEAD,
    MOST_NAMED,
    MOST_TOP,
    OPS,
    PERS,
    Plan,
)
from advisory.analysis.ask.spans import Span, read_span
from advisory.analysis.ask.vocabulary import Vocabulary
from transactions.ledger.money import MoneyError, to_minor

FILTERS = frozenset(
    ("direction", "categories", "payees", "accounts", "series", "minimum", "maximum", "currency", "period")
)
HEEDS: Mapping[str, frozenset[str]] = {
    "sum": FILTERS | {"by", "top"},
    "count": FILTERS,
    "list": FILTERS,
    "average": FILTERS | {"per"},
    "max": FILTERS | {"top"},
    "min": FILTERS | {"top"},
    "share": FILTERS,
    "compare": FILTERS | {"against"},
    "trend": FILTERS | {"by"},
    "balance": frozenset(("direction", "accounts")),
    "series": frozenset(("direction", "ask", "series")),
    "forecast": frozenset(("direction", "ask", "days")),
    "advice": frozenset(("direction",)),
    "what_if": frozenset(("direction", "series")),
}
"""The parts that each operation makes its figure of."""
SERIES_ASKS = ("list", "cost", "next")
FORECAST_ASKS = ("month_end", "year_end", "days")


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
    check_parts(plan, vocabulary)
    return plan


def check_parts(plan: Plan, vocabulary: Vocabulary) -> None:
    """ValueError where the parts of a plan do not make one answerable whole."""
    plain = Plan(plan.op)
    for one in fields(Plan):
        if one.name not in HEEDS[plan.op] | {"op"} and getattr(plan, one.name) != getattr(plain, one.name):
            raise ValueError(f"{plan.op} does not heed {one.name}.")
    for is_wrong, words in (*_of_the_operation(plan), *_of_the_filters(plan, vocabulary)):
        if is_wrong:
            raise ValueError(words)


def _of_the_operation(plan: Plan) -> Iterable[tuple[bool, str]]:
    op, named = plan.op, [bool(plan.categories), bool(plan.payees), bool(plan.series), bool(plan.accounts)]
    yield op == "average" and not plan.per, "An average needs what it is over."
    yield op == "compare" and plan.against is None, "A comparison needs a second time."
    yield op == "trend" and plan.by not in ("", "month"), "A trend is by month."
    yield op == "what_if" and not plan.series, "What if needs a series."
    yield op == "series" and plan.ask not in SERIES_ASKS, "A question about series needs what is asked."
    yield op == "series" and plan.ask != "list" and not plan.series, "Which series?"
    yield op == "forecast" and plan.ask not in FORECAST_ASKS, "A forecast needs a day."
    yield op == "forecast" and (plan.ask == "days") != (plan.days > 0), "A forecast by days needs how many."
    yield op == "sum" and plan.top > 0 and plan.by in ("", "month"), "The largest of what?"
    yield op == "share" and plan.direction not in ("spending", "income"), "A share is of spending or of income."
    yield op == "share" and (sum(named) != 1 or plan.accounts != ()), "A share is of categories, payees or series."


def _of_the_filters(plan: Plan, vocabulary: Vocabulary) -> Iterable[tuple[bool, str]]:
    kinds = {vocabulary.categories[pk].kind for pk in plan.categories if pk in vocabulary.categories}
    bounds = [Decimal(one) for one in (plan.minimum, plan.maximum) if one]
    yield "transfer" in kinds, "Transfers are neither spending nor income."
    yield len(bounds) == 2 and bounds[0] > bounds[1], "The smallest size is above the largest."
    is_other = plan.currency not in ("", vocabulary.base_currency)
    yield bool(bounds) and is_other, f"Sizes are in {vocabulary.base_currency}."


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
    if not isinstance(value, str) or not re.fullmatch(AMOUNT, value):
        raise ValueError(f"{name} is a decimal text without a sign.")
    try:
        to_minor(Decimal(value), vocabulary.base_currency)
    except MoneyError:
        raise ValueError(f"{name} is no amount.") from None
    return value

"""The columns of insights, series, advice, goals, debts, budgets, scenarios and pins that hold ids, or JSON that others
trust, as they are where an export is restored. By name of the column; each reader is given the whole exported row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from advisory.analysis.advice.assumptions import KNOWN, checked
from advisory.analysis.carried.keys import advice_key, insight_key
from advisory.analysis.carried.questions import plan
from advisory.analysis.carried.shapes import (
    LARGEST,
    Read,
    currency,
    day,
    first_of_month,
    flag,
    listed,
    one_of,
    record,
    rows,
    text,
    whole,
)
from advisory.analysis.carried.trials import changes
from advisory.analysis.carried.watches import LONGEST_DAYS, WATCHES
from advisory.analysis.per_year import PER_YEAR
from transactions.ledger.references import Mapper

Column = Callable[[Mapping[str, Any], Mapper], Any]
LANGUAGES = frozenset({"en", "de"})
MAIL_CONTENTS = frozenset({"link", "summary", "pdf"})
ROLES = frozenset({"subscription", "bill", "income", "instalment", "saving"})
amount = whole(-LARGEST)
some_days = whole(0, LONGEST_DAYS)

corrections = record(
    {}, {"label": text, "cadence": one_of(frozenset(PER_YEAR)), "role": one_of(ROLES), "amount_minor": amount,
         "next_date": day}
)  # fmt: skip
_declared = record(
    {"label": text, "cadence": one_of(frozenset(PER_YEAR)), "role": one_of(ROLES), "amount_minor": amount,
     "next_date": day}
)  # fmt: skip
price_changes = listed(record({"date": day, "from": amount, "to": amount}))
_assumption = record({"key": text, "value": text}, {"unit": text, "source": text, "is_editable": flag})
_followed = record(
    {}, {"kind": text, "metric": text, "window_days": some_days, "cool_down_days": some_days, "due": day}
)  # fmt: skip


def assumption(value: Any, new: Mapper) -> Any:
    """What the user is said to have said must be what could have been said."""
    found = _assumption(value, new)
    if found.get("source") == "user":
        if found["key"] not in KNOWN:
            raise ValueError("no such assumption")
        checked(found["key"], found["value"], found.get("unit", ""))
    return found


def follow_up(value: Any, new: Mapper) -> Any:
    """With what its judge remembers. A judge that is not known here measures nothing. The fact it was frozen with has
    stayed behind."""
    found = _followed(value, new)
    if "kind" not in found:
        return found
    if "window_days" not in found:
        raise ValueError("no time to judge it in")
    watch = WATCHES.get(found["kind"])
    return {**found, "baseline_fact": "", "watch": watch(value.get("watch"), new) if watch else {}}


def declared(row: Mapping[str, Any], new: Mapper) -> Any:
    """What is declared has words, and nothing else has."""
    value = row.get("declared", {})
    if (row.get("source") == "declared") != bool(value):
        raise ValueError("declared without words, or words of nothing")
    return _declared(value, new) if value else {}


def _columns(**reads: Read) -> dict[str, Column]:
    return {name: partial(_read, name, read) for name, read in reads.items()}


def _read(name: str, read: Read, row: Mapping[str, Any], new: Mapper) -> Any:
    return read(row.get(name), new)


INSIGHT: Mapping[str, Column] = {
    "dedup_key": insight_key,
    **_columns(transactions=rows, peers=rows, currency=currency),
}
SERIES: Mapping[str, Column] = {
    "declared": declared,
    **_columns(
        transactions=rows, corrections=corrections, currency=currency, price_changes=price_changes, notes=listed(text)
    ),
}
ADVICE: Mapping[str, Column] = _columns(
    dedup_key=advice_key,
    transactions=rows,
    currency=currency,
    assumptions=listed(assumption),
    action=record({}, {"kind": text}),
    follow_up=follow_up,
)
OUTCOME: Mapping[str, Column] = _columns(transactions=rows, currency=currency)
GOAL: Mapping[str, Column] = _columns(currency=currency)
PAYOFF: Mapping[str, Column] = _columns(currency=currency)
BUDGET_CHOICE: Mapping[str, Column] = _columns(currency=currency)
BUDGET_LINE: Mapping[str, Column] = _columns(currency=currency, month=first_of_month)
BUDGET_MOVE: Mapping[str, Column] = _columns(currency=currency, month=first_of_month)
SCENARIO: Mapping[str, Column] = _columns(currency=currency, changes=changes)
PIN: Mapping[str, Column] = _columns(plan=plan, language=one_of(LANGUAGES), position=whole(0, 10_000))
SCHEDULE: Mapping[str, Column] = _columns(mail_contents=one_of(MAIL_CONTENTS))

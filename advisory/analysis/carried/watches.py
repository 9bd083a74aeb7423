"""What each judge of accepted advice remembers of the time before. As strict as the judges are trusting: a number that
would break one must not get in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from advisory.analysis.carried.keys import value_name
from advisory.analysis.carried.shapes import (
    Read,
    account,
    by_name,
    category,
    currency,
    day,
    decimal,
    flag,
    listed,
    number,
    record,
    row_id,
    rows,
    text,
    whole,
)
from advisory.analysis.outcomes.habit import FEWEST_WEEKS
from transactions.ledger.references import Mapper

LONGEST_DAYS = 3660
days = whole(0, LONGEST_DAYS)
times = whole(1, 120)

_due = record(
    {
        "key": text, "currency": currency, "account": account, "ids": rows, "days": listed(day, 1),
        "expected": listed(whole(), 1), "enough": whole(), "half": days, "patience": days,
    },
    {"ignore_above": whole(), "needed": times, "worth": whole()},
)  # fmt: skip
_habit = record(
    {
        "select": record({"currency": currency}, {"categories": listed(category), "fees": text, "below": whole()}),
        "cap": whole(), "is_long_enough": flag, "sums": listed(whole()), "logs": listed(number()),
        "counts": listed(whole()),
    },
    {"usual": by_name(number())},
)  # fmt: skip
_moved = record(
    {"currency": currency, "usual": whole()}, {"total": whole(), "each": whole(), "times": times, "rate": decimal}
)


def due(value: Any, new: Mapper) -> Any:
    found = _due(value, new)
    if len(found["expected"]) < len(found["days"]):
        raise ValueError("a day without an amount")
    return found


def habit(value: Any, new: Mapper) -> Any:
    found = _habit(value, new)
    weeks = len(found["sums"])
    is_odd = not len(found["logs"]) == len(found["counts"]) == weeks
    if is_odd or (found["is_long_enough"] and weeks < FEWEST_WEEKS):
        raise ValueError("weeks are missing")
    return found


def moved(value: Any, new: Mapper) -> Any:
    found = _moved(value, new)
    if "total" not in found and not {"each", "times"} <= found.keys():
        raise ValueError("nothing is expected")
    return found


WATCHES: Mapping[str, Read] = {
    "due": due,
    "any_due": record({"each": listed(due, 1)}),
    "due_day": record({"key": text, "currency": currency, "amount": whole(), "days": listed(day), "later": days}),
    "refund": record({"key": text, "currency": currency, "owed": whole()}, {"since": day}),
    "quiet": record(
        {"currency": currency, "fees": text, "count": whole(), "days": whole(1, LONGEST_DAYS), "sum": whole()}
    ),
    "monthly": record({"currency": currency, "fees": text, "past": listed(whole(), 1)}),
    "habit": habit,
    "moved": moved,
    "payday": record(
        {
            "currency": currency, "pay_key": text, "pay_least": whole(), "within": days, "times": times,
            "each": whole(), "usual": whole(),
        }
    ),
    "level": record({"target": whole(), "start": number(), "accounts": listed(account)}),
    "floor": record({"accounts": listed(account), "days": whole(1, LONGEST_DAYS), "chance": number(0, 1)}),
    "value": record({"value": value_name}, {"at_least": decimal, "at_most": decimal, "below": decimal}),
    "sorted": record({"rows": listed(row_id("Transaction"))}),
    "heard": record({"account": account, "after": day}),
}  # fmt: skip
"""By kind, as `outcomes.measure.JUDGES`."""

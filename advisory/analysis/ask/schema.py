"""The form of a plan as a JSON schema, for planners that are not ours.

It says what can be asked. Whether the names are the user's own and the parts fit together, `read_plan` decides.
"""

from __future__ import annotations

from typing import Any

from advisory.analysis.ask.plan import AMOUNT, ASKS, DIRECTIONS, GROUPS, MOST_AHEAD, MOST_NAMED, MOST_TOP, OPS, PERS
from advisory.analysis.ask.spans import FURTHEST

STEPS = ("days", "weeks", "months", "quarters", "years")
Schema = dict[str, Any]


def plan_schema() -> Schema:
    """Every part of a plan with what it may hold and, where the name does not say it, what it means."""
    return _object(
        {
            "op": _word(OPS, "What is computed."),
            "direction": _word(DIRECTIONS, "spending if left out; income, both together (net), or every movement."),
            "categories": _ids("Ids of the user's categories, each with all below it; 0: without one."),
            "payees": _ids("Ids of the user's payees."),
            "accounts": _ids("Ids of the user's accounts."),
            "minimum": _amount("The smallest size of a whole payment, included, in the base currency."),
            "maximum": _amount("The largest size of a whole payment, included, in the base currency."),
            "currency": {"type": "string", "pattern": "^([A-Z]{3})?$", "description": "One currency alone."},
            "period": span_schema("Which days; all that is booked if left out."),
            "against": {"anyOf": [span_schema("The days that `compare` holds the period against."), {"type": "null"}]},
            "by": _word(GROUPS, "A line for each; `trend` is by month or year."),
            "top": _whole(MOST_TOP, "Only the largest so many lines or rows."),
            "per": _word(PERS, "What `average` is over; it needs one."),
            "ask": _word(ASKS, "Of `series`: list, cost or next. Of `forecast`: month_end, year_end or days."),
            "series": _ids("Ids of the user's recurring series."),
            "days": _whole(MOST_AHEAD, "How many days ahead `forecast` looks when it asks for days."),
        },
        "op",
    )


def span_schema(description: str) -> Schema:
    """Steps count from the newest booked day: months from -1 to -1 is the calendar month before its own."""
    day = {"type": "string", "format": "date"}
    step = {"type": "integer", "minimum": -FURTHEST, "maximum": FURTHEST}
    kinds = [
        _object({"kind": {"const": "all"}}, "kind"),
        _object({"kind": {"enum": list(STEPS)}, "first": step, "last": step}, "kind", "first", "last"),
        _object({"kind": {"const": "between"}, "start": day, "end": day}, "kind", "start", "end"),
        _object({"kind": {"const": "since"}, "start": day}, "kind", "start"),
    ]
    return {"anyOf": kinds, "description": f"{description} Steps count from the newest booked day (0), both included."}


def _object(properties: Schema, *required: str) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _word(words: tuple[str, ...], description: str) -> Schema:
    return {"type": "string", "enum": list(words), "description": description}


def _whole(most: int, description: str) -> Schema:
    return {"type": "integer", "minimum": 0, "maximum": most, "description": description}


def _ids(description: str) -> Schema:
    return {"type": "array", "items": {"type": "integer"}, "maxItems": MOST_NAMED, "description": description}


def _amount(description: str) -> Schema:
    return {"type": "string", "pattern": f"^({AMOUNT})?$", "description": description}

"""What a draft may speak of, and what is answered about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

Direction = Literal["up", "down", "same", "none"]

DIRECTIONS: Mapping[str, Direction] = {
    "up": "up",
    "1": "up",
    "+1": "up",
    "1.0": "up",
    "rise": "up",
    "increase": "up",
    "down": "down",
    "-1": "down",
    "-1.0": "down",
    "fall": "down",
    "decrease": "down",
    "same": "same",
    "0": "same",
    "0.0": "same",
    "-0.0": "same",
    "unchanged": "same",
    "flat": "same",
}


@dataclass(frozen=True, slots=True)
class GateFact:
    """A figure or name a draft may point at.

    `value` is a plain decimal text, an ISO date or the name itself; money leaving is negative. `unit` is an ISO 4217
    code, `count`, `ratio`, `days`, `months` or empty. `direction` tells what happened to the figure.
    """

    label: str
    kind: str
    value: str
    unit: str = ""
    direction: Direction = "none"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reasons` is empty exactly when the draft is accepted."""

    accepted: bool
    reasons: tuple[str, ...] = ()


def refused(*reasons: str) -> Verdict:
    return Verdict(accepted=False, reasons=reasons)


def fact_of(raw: object) -> GateFact:
    """A fact of decoded JSON, read liberally: fields that are unknown, absent or of another type do no harm."""
    fields: Mapping[object, object] = raw if isinstance(raw, dict) else {}
    return GateFact(
        label=_text(fields.get("label")),
        kind=_text(fields.get("kind")).strip().casefold(),
        value=_text(fields.get("value")),
        unit=_text(fields.get("unit")),
        direction=direction_of(fields.get("direction")),
    )


def direction_of(raw: object) -> Direction:
    if isinstance(raw, bool):
        return "none"
    return DIRECTIONS.get(_text(raw).strip().casefold(), "none")


def _text(raw: object) -> str:
    if isinstance(raw, str):
        return raw
    return str(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) else ""


def decimal_of(value: str) -> Decimal | None:
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None

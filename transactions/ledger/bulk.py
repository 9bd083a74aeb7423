"""One edit for many rows: what it makes of each, for the preview and for the deed alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from transactions.ledger.history import FieldChange, Snapshot, State, difference, essence, field_changes, links_of

RECONCILED = "reconciled"
MOVEMENT = ("amount_minor", "booking_date", "account")


@dataclass(frozen=True, slots=True)
class Edit:
    """What every row gets. `values`: names of a snapshot with their new values; `tags_add` and `tags_remove`: tag
    number -> name. `is_removal`: the rows go."""

    values: Mapping[str, Any] = field(default_factory=dict)
    tags_add: Mapping[int, str] = field(default_factory=dict)
    tags_remove: Mapping[int, str] = field(default_factory=dict)
    is_removal: bool = False


def edited(state: Snapshot, edit: Edit) -> State:
    """The row after the edit. A category that is given, even none, is the user's own word."""
    if edit.is_removal:
        return None
    changed = dict(state)
    for name, value in edit.values.items():
        if essence(value) != essence(state[name]):
            changed[name] = value
        if name == "category":
            changed |= {"category_source": "user", "category_reason": ""}
    for tag, name in edit.tags_add.items():
        changed.setdefault(f"tag:{tag}", name)
    for tag in edit.tags_remove:
        changed.pop(f"tag:{tag}", None)
    return changed


def is_locked(before: State, after: State) -> bool:
    """The row is reconciled, and it would move, go, or no longer be reconciled."""
    if before is None or before["status"] != RECONCILED:
        return False
    if after is None or after["status"] != RECONCILED:
        return True
    return any(essence(before[name]) != essence(after[name]) for name in MOVEMENT)


def row_changes(before: Snapshot, after: State) -> list[FieldChange]:
    """What a preview shows of one row; a row that goes shows itself by its amount."""
    if after is None:
        return [FieldChange("amount_minor", before["amount_minor"], None)]
    found = difference(before, after)
    return field_changes(found) if found else []


def links_fallen(states: Mapping[int, State]) -> set[tuple[int, int]]:
    """Links in these states whose two sides, both among them, are no transfer."""
    pairs = {pair for state in states.values() for pair in links_of(state)}
    return {pair for pair in pairs if set(pair) <= states.keys() and not is_transfer(states[pair[0]], states[pair[1]])}


def is_transfer(out: State, into: State) -> bool:
    """Money that left one account and came into another: the same amount within one currency."""
    return (
        out is not None
        and into is not None
        and out["account"]["id"] != into["account"]["id"]
        and out["amount_minor"] < 0 < into["amount_minor"]
        and (out["currency"] != into["currency"] or out["amount_minor"] == -into["amount_minor"])
    )


def without_links(state: Snapshot, pairs: Iterable[tuple[int, int]]) -> Snapshot:
    gone = {f"transfer:{out}:{into}" for out, into in pairs}
    return {name: value for name, value in state.items() if name not in gone}

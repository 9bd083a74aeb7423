"""What a row was and became: snapshots as flat names and values, what differs, and what undoing leaves.

A snapshot is {name: plain JSON value}. Plain columns have their own name, the user's other rows stand as
{"id", "name"} (two are the same when their ids are), shares as one list under "splits", and what a row may have many
of under a name each: "tag:7", "transfer:12:14" (outgoing and incoming transaction), "attachment:3". So two changes of
one row only stand in each other's way when they touch the same of these. Names that begin with an underscore are kept
for putting a row back and never compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Snapshot = dict[str, Any]
State = Snapshot | None
"""A row's snapshot, or None while there is no such row."""

MANY = ("tag", "transfer", "attachment")
SUGGESTED = "suggested"
TICKS = "ticks"
"""Of a reconciliation: [transaction, amount, revision, status before] each."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one row: the names that changed with their values before and after; None where there was no row."""

    before: State
    after: State


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One line of a row's history, `before` and `after` as they are shown; None for nothing."""

    field: str
    before: Any
    after: Any


def essence(value: Any) -> Any:
    """The value as it is compared: of the user's other rows the id alone."""
    if isinstance(value, dict):
        return value["id"] if "id" in value else {name: essence(inner) for name, inner in value.items()}
    return [essence(inner) for inner in value] if isinstance(value, list) else value


def is_same(name: str, one: Any, other: Any) -> bool:
    """Tags and attachments are there or not; what they are called does not matter. A tick of a reconciliation is the
    same whatever its row's revision, which counts on when the reconciliation is closed again."""
    if one == other:
        return True
    if name == TICKS and isinstance(one, list) and isinstance(other, list):
        return _without_revisions(one) == _without_revisions(other)
    if name.startswith(("tag:", "attachment:")):
        return (one is None) == (other is None)
    return bool(isinstance(one, dict | list) and essence(one) == essence(other))


def _without_revisions(ticks: Iterable[Any]) -> list[Any]:
    return [[*tick[:2], *tick[3:]] if isinstance(tick, list) else tick for tick in ticks]


def difference(before: State, after: State) -> Difference | None:
    """What to keep of a change: the differing names, or all of a row that came or left. None: nothing changed."""
    if before is None and after is None:
        return None
    if before is None or after is None:
        return Difference(before, after)
    names = [name for name in before.keys() | after.keys() if not name.startswith("_")]
    changed = sorted(name for name in names if not is_same(name, before.get(name), after.get(name)))
    if not changed:
        return None
    return Difference({name: before.get(name) for name in changed}, {name: after.get(name) for name in changed})


def join(parts: Iterable[Difference]) -> Difference | None:
    """Several differences of one row, in their order, as one."""
    found: Difference | None = None
    for part in parts:
        found = part if found is None else _then(found, part)
    return found


def _then(first: Difference, second: Difference) -> Difference | None:
    if first.after is None or second.before is None:
        return difference(first.before, second.after)
    if second.after is None:
        return difference(None if first.before is None else _with(second.before, first.before), None)
    if first.before is None:
        return Difference(None, _with(first.after, second.after))
    return difference({**second.before, **first.before}, {**first.after, **second.after})


def _with(state: Snapshot, changes: Snapshot) -> Snapshot:
    """A whole row with these values in place of its own."""
    joined = {**state, **changes}
    return {name: value for name, value in joined.items() if value is not None or not is_many(name)}


def in_the_way(current: State, done: Difference) -> list[str]:
    """The names that were changed again since, so that taking `done` back would take that too; empty: go ahead.

    A transfer that is only proposed is nobody's change and never stands in the way of a row that goes again.
    """
    if done.after is None:
        return [] if current is None else ["row"]
    if current is None:
        return ["row"]
    names = set(done.after)
    if done.before is None:
        names |= {name for name, value in current.items() if not _is_proposed(value)}
    return sorted(
        name
        for name in names
        if not name.startswith("_") and not is_same(name, current.get(name), done.after.get(name))
    )


def _is_proposed(value: Any) -> bool:
    return isinstance(value, dict) and value.get("status") == SUGGESTED


def taken_back(current: State, done: Difference) -> State:
    """The row without `done`: its own values before where it changed them, and everything else as it is."""
    if done.before is None:
        return None
    if done.after is None or current is None:
        return dict(done.before)
    return _with(current, done.before)


def is_many(name: str) -> bool:
    return name.partition(":")[0] in MANY


def links_of(state: Mapping[str, Any] | None) -> dict[tuple[int, int], dict[str, Any]]:
    """The links in a snapshot, by outgoing and incoming transaction."""
    found = {}
    for name, value in (state or {}).items():
        if ":" in name and name.startswith("transfer:") and value is not None:
            _, out, into = name.split(":")
            found[int(out), int(into)] = value
    return found


def ids_of(state: Mapping[str, Any] | None, kind: str) -> dict[int, Any]:
    """The tags or attachments in a snapshot, id -> name."""
    start = f"{kind}:"
    return {
        int(name.partition(":")[2]): value
        for name, value in (state or {}).items()
        if ":" in name and name.startswith(start) and value is not None
    }


def field_changes(done: Difference) -> list[FieldChange]:
    """A change of one row, field by field, as it is told to people: names instead of numbers, amounts in minor units
    (signed), tags and attachments by name, transfers by the other transaction's number."""
    before, after = done.before or {}, done.after or {}
    names = [name for name in before.keys() | after.keys() if not name.startswith("_") and not is_many(name)]
    plain = [FieldChange(name, told(before.get(name)), told(after.get(name))) for name in sorted(names)]
    found = [
        one
        for one in plain
        if one.before != one.after and not (one.field == "splits" and not one.before and not one.after)
    ]
    for kind, field in (("tag", "tags"), ("attachment", "attachments")):
        was, now = sorted(ids_of(before, kind).values()), sorted(ids_of(after, kind).values())
        if was != now:
            found.append(FieldChange(field, was, now))
    was_linked, is_linked = links_of(before), links_of(after)
    for pair in sorted(was_linked.keys() | is_linked.keys()):
        one, other = was_linked.get(pair), is_linked.get(pair)
        if one != other:
            found.append(
                FieldChange("transfer", one and {**one, "pair": list(pair)}, other and {**other, "pair": list(pair)})
            )
    return found


def told(value: Any) -> Any:
    """A name for one of the user's other rows, everything else as it is."""
    if isinstance(value, dict):
        return value["name"] if "id" in value else {name: told(inner) for name, inner in value.items()}
    return [told(inner) for inner in value] if isinstance(value, list) else value

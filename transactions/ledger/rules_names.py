"""The numbers in a rule's condition and actions, turned into something else: names for a hash that knows no numbers, or
the numbers of another ledger for a restore."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KINDS = ("category", "payee", "account", "tag")


def with_names(given: Any, names: Mapping[str, Mapping[int, Any]]) -> Any:
    """A condition or actions (plain JSON) with every number of a category, payee, account or tag replaced by what
    `names` has for it; None where it has nothing. Numbers in the text of a query stay."""
    if isinstance(given, list):
        return [with_names(one, names) for one in given]
    if not isinstance(given, dict):
        return given
    kind = given.get("field")
    if kind in KINDS and "op" in given:
        return {**given, "value": _named(given.get("value"), names.get(kind, {}))}
    return {
        name: _named(value, names.get(name, {})) if name in KINDS else with_names(value, names)
        for name, value in given.items()
    }


def _named(value: Any, names: Mapping[int, Any]) -> Any:
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    return names.get(value) if isinstance(value, int) and not isinstance(value, bool) else value

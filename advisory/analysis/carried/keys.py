"""Keys by which the next run finds an answer again. Those that are made from ids are made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from advisory.analysis.carried.shapes import category, id_text, rows, text
from transactions.ledger.references import Mapper

MONTHLY = "shortfall"
"""The one kind of insight whose key names a month instead of rows."""
GOAL_VALUE, BUDGET_VALUE = "goal:", "budget:"
account = id_text("LedgerAccount")
goal = id_text("Goal")
budget = id_text("Budget")
SUBJECTS = {
    "A11": ("account=", account),
    "A15": ("category=", category),
    "A25": ("goal=", goal),
    "A27": ("budget=", budget),
    "A28": ("account=", account),
}
"""The rules whose advice is about a row of a table: how its subject begins, and what follows. Subjects of this kind are
short and thus never hashed; all others are made of words."""


def key_of(kind: str, ids: Sequence[int]) -> str:
    """Of something noticed: the same from run to run as long as it is about the same rows."""
    joined = ",".join(map(str, sorted(ids)))
    return f"{kind}:{hashlib.sha256(joined.encode()).hexdigest()[:20]}"


def insight_key(row: Mapping[str, Any], new: Mapper) -> str:
    kind = text(row.get("kind"), new)
    return text(row.get("dedup_key"), new) if kind == MONTHLY else key_of(kind, rows(row.get("transactions"), new))


def advice_key(value: Any, new: Mapper) -> str:
    """rule:subject."""
    key = text(value, new)
    rule, _, subject = key.partition(":")
    start, read = SUBJECTS.get(rule, ("", text))
    return f"{rule}:{start}{read(subject.removeprefix(start), new)}" if start and subject.startswith(start) else key


def value_name(value: Any, new: Mapper) -> str:
    """advice key:assumption, goal:its id:odds or budget:its id:kept, as the judge of values asks for it."""
    key, between, name = text(value, new).rpartition(":")
    if key.startswith(GOAL_VALUE):
        return f"{GOAL_VALUE}{goal(key.removeprefix(GOAL_VALUE), new)}{between}{name}"
    if key.startswith(BUDGET_VALUE):
        return f"{BUDGET_VALUE}{budget(key.removeprefix(BUDGET_VALUE), new)}{between}{name}"
    return f"{advice_key(key, new)}{between}{name}"

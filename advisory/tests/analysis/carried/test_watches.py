"""What judges remember is carried over whole; what would break one is not."""

from __future__ import annotations

from typing import Any

import pytest

from advisory.analysis.carried.answers import ROLES, assumption, corrections, follow_up
from advisory.analysis.carried.keys import advice_key, value_name
from advisory.analysis.carried.watches import WATCHES
from advisory.analysis.outcomes.measure import JUDGES
from advisory.models import RecurringSeries
from advisory.tests.analysis.outcomes.makers import contract


def moved_on(table: str, old: int) -> int:
    """Every table's ids are others in the new ledger, and by another distance."""
    assert isinstance(old, int)
    return old + {"Transaction": 100, "LedgerAccount": 200, "Category": 300, "Goal": 400}[table]


DUE, DUE_MOVED = contract(ids=[1, 2]), contract(ids=[101, 102], account="201")
WEEKS = {"sums": [1] * 26, "logs": [0.5] * 26, "counts": [2] * 26, "cap": 5, "is_long_enough": True}
SELECT = {"currency": "EUR", "categories": ["7", "none", "groceries"], "below": 9}
CARRIED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("due", DUE, DUE_MOVED),
    ("any_due", {"each": [DUE, DUE]}, {"each": [DUE_MOVED, DUE_MOVED]}),
    ("habit", {"select": SELECT, "usual": {"": 1.5}, **WEEKS}, {
        "select": {**SELECT, "categories": ["307", "none", "groceries"]}, "usual": {"": 1.5}, **WEEKS
    }),
    ("level", {"target": 5, "start": -5, "accounts": ["1", "2"]},
     {"target": 5, "start": -5, "accounts": ["201", "202"]}),
    ("floor", {"accounts": ["3"], "days": 30, "chance": 0.25}, {"accounts": ["203"], "days": 30, "chance": 0.25}),
    ("value", {"value": "A11:account=4:apr", "below": "0.07"}, {"value": "A11:account=204:apr", "below": "0.07"}),
    ("value", {"value": "goal:4:odds", "at_least": "0.7"}, {"value": "goal:404:odds", "at_least": "0.7"}),
    ("sorted", {"rows": [5]}, {"rows": [105]}),
    ("heard", {"account": "6", "after": "2026-01-01"}, {"account": "206", "after": "2026-01-01"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "watch", "expected"), CARRIED)
def test_every_id_in_a_watch_is_carried_over(kind: str, watch: dict[str, Any], expected: dict[str, Any]) -> None:
    follow = {
        "kind": kind,
        "metric": "m",
        "baseline_fact": "f1",
        "window_days": 90,
        "watch": watch,
        "due": "2026-04-10",
    }
    found = follow_up({**follow, "cool_down_days": 90, "of a later version": [1]}, moved_on)
    assert found == {**follow, "cool_down_days": 90, "baseline_fact": "", "watch": expected}


def test_every_judge_has_its_watch() -> None:
    assert WATCHES.keys() == JUDGES.keys()
    assert set(RecurringSeries.Role.values) == ROLES


def test_a_judge_of_another_version_measures_nothing_and_a_question_has_none() -> None:
    unknown = follow_up({"kind": "later", "window_days": 5, "watch": {"ids": [1]}}, moved_on)
    assert unknown == {"kind": "later", "window_days": 5, "watch": {}, "baseline_fact": ""}
    assert follow_up({"cool_down_days": 90}, moved_on) == {"cool_down_days": 90}


BROKEN: list[tuple[str, Any]] = [
    ("due", contract(days=[])),
    ("due", contract(days=["2026-02-05", "9999-12-31"])),
    ("due", contract() | {"expected": [1]}),
    ("due", contract(account="giro")),
    ("due", contract(currency="???")),
    ("due", contract(enough=True)),
    ("due", contract(enough=2**70)),
    ("due", contract(key="\ud800")),
    ("any_due", {"each": []}),
    ("quiet", {"currency": "EUR", "fees": "fee", "count": 1, "days": 0, "sum": 1}),
    ("monthly", {"currency": "EUR", "fees": "interest", "past": []}),
    ("habit", {"select": {"currency": "EUR"}, **WEEKS, "sums": [1] * 25}),
    ("habit", {"select": {"currency": "EUR"}, **WEEKS, "logs": [float("nan")] * 26}),
    ("habit", {"select": {"currency": "EUR"}, **{name: WEEKS[name] for name in ("cap", "is_long_enough")},
               "sums": [1], "logs": [1], "counts": [1]}),
    ("habit", {"select": {"currency": "EUR"}, "usual": [1], **WEEKS}),
    ("moved", {"currency": "EUR", "usual": 0}),
    ("moved", {"currency": "EUR", "usual": 0, "each": 1, "times": 0}),
    ("moved", {"currency": "EUR", "usual": 0, "total": 1, "rate": "much"}),
    ("floor", {"accounts": [3], "days": 30, "chance": 0.25}),
    ("value", {"value": "goal:4:odds", "below": "NaN"}),
    ("sorted", {"rows": [[5]]}),
    ("heard", {"account": "6", "after": "soon"}),
    ("heard", None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "watch"), BROKEN)
def test_what_would_break_a_judge_does_not_get_in(kind: str, watch: Any) -> None:
    with pytest.raises((ValueError, TypeError, AssertionError)):
        follow_up({"kind": kind, "window_days": 90, "watch": watch}, moved_on)


def test_only_what_could_have_been_said_was_said() -> None:
    said = {"key": "apr", "value": "0.05", "unit": "ratio", "source": "user", "is_editable": True}
    assert assumption(said, moved_on) == said
    assert assumption({**said, "value": "", "source": "default"}, moved_on)["value"] == ""
    for odd in ({**said, "value": "5"}, {**said, "key": "luck"}, {**said, "is_editable": 1}, {"key": "apr"}):
        with pytest.raises((ValueError, TypeError)):
            assumption(odd, moved_on)
    assert corrections({"amount_minor": -5, "role": "bill", "payee_key": "x"}, moved_on) == {
        "amount_minor": -5, "role": "bill"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("A11:account=5", "A11:account=205"),
        ("A28:account=5", "A28:account=205"),
        ("A28:categories", "A28:categories"),
        ("A15:category=5", "A15:category=305"),
        ("A15:category=none", "A15:category=none"),
        ("A25:goal=5", "A25:goal=405"),
        ("A05:account=5", "A05:account=5"),
        ("A03:streamly:monthly:EUR", "A03:streamly:monthly:EUR"),
        ("A06:5:2026-01-01:500", "A06:5:2026-01-01:500"),
    ],
)
def test_of_a_key_only_what_is_an_id_is_carried_over(key: str, expected: str) -> None:
    """A payee may be called like an account: only some rules are about one."""
    assert advice_key(key, moved_on) == expected
    assert value_name(f"{key}:apr", moved_on) == f"{expected}:apr"

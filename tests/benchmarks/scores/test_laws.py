"""The laws hold for a household, and whoever breaks one is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisory.analysis.engine import Analysis, analyse
from benchmarks.scores import laws
from benchmarks.scores.households.build import household
from benchmarks.scores.laws import FACTOR, LAWS, Kept, Money, hold, split, twins_of, with_transfer
from benchmarks.scores.stale import dependence_of

HOME = household(1002, months=8)


def test_a_household_keeps_all_laws_and_its_figures_go_stale_rightly() -> None:
    kept = {law: Kept() for law in LAWS}
    found = hold(HOME, kept)
    assert {law: one.lost for law, one in kept.items()} == {law: [] for law in LAWS}
    assert min(one.all[0] for one in kept.values()) > 300
    stale = dependence_of(HOME, found)
    assert (stale.wrong, stale.touched > 0, stale.judged > stale.touched) == (0, True, True)


def test_an_engine_that_heeds_what_it_must_not_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here one that drops a series whenever an amount is large."""

    def worse(*args: object) -> Analysis:
        found = analyse(*args)  # type: ignore[arg-type]
        few = tuple(one for one in found.settled if abs(one.series.amount_minor) < 20_000)
        return replace(found, settled=few)

    monkeypatch.setattr(laws, "analyse", worse)
    kept = {law: Kept() for law in LAWS}
    hold(HOME, kept)
    assert kept["order"].lost == []
    assert any("'series'" in line for line in kept["scale"].lost)


def test_amounts_are_held_against_each_other_in_the_units_of_the_household() -> None:
    kept = Kept()
    kept.add(
        1, {("a",): Money(1234, 1), ("b",): Money(5, 1)}, {("a",): Money(12_341, FACTOR), ("b",): Money(500, FACTOR)}
    )
    assert (kept.stayed, kept.all) == ([1], [2])
    kept.add(2, {("a",): Money(1234, 1)}, {("a",): Money(1235, 1), ("c",): None})
    assert (kept.stayed[1], kept.all[1]) == (1, 2)


def test_the_changes_are_what_they_are_called() -> None:
    assert {row.account for row in split(HOME).rows.rows} >= {"second", "current"}
    assert sum(split(HOME).balances.values()) == sum(laws.balances_of(HOME).values())
    added = with_transfer(HOME)
    assert len(added.rows) == len(HOME.rows) + 2
    assert sum(added.balances.values()) == sum(laws.balances_of(HOME).values())
    assert set(twins_of(HOME.rows)) == {row.id for row in HOME.rows.rows}

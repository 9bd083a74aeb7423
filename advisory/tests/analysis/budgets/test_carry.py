"""What goes over from month to month adds up, whatever was planned, moved and spent; no cent is made or lost."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.budgets import ROLLOVERS, BudgetPlan, Standing, given_out, kept, standing
from transactions.ledger.period import add_months

FIRST = date(2024, 1, 1)
YEARS = [add_months(FIRST, at) for at in range(36)]
AFTER = add_months(FIRST, 36)
cents = st.integers(-(10**9), 10**9)
plans = st.dictionaries(st.sampled_from(YEARS), st.integers(0, 10**9))
spendings = st.dictionaries(st.sampled_from(YEARS), cents)
moves = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(YEARS), st.integers(1, 10**8)))


def budget(key: int = 1, **given: object) -> BudgetPlan:
    return BudgetPlan(key, category_id=key, **given)  # type: ignore[arg-type]  # what a test says of it


@given(plans, spendings)
def test_three_years_of_both_ways_add_up_to_all_that_was_planned_less_all_that_was_spent(
    planned: dict[date, int], spent: dict[date, int]
) -> None:
    plan = budget(rollover="both", planned=planned)
    used = sum(spent.get(month, 0) for month in planned)
    assert standing(plan, spent, AFTER).carried == sum(planned.values()) - used


@given(plans, spendings, st.sampled_from(ROLLOVERS))
def test_what_is_carried_is_what_the_choice_lets_through_of_the_month_before(
    planned: dict[date, int], spent: dict[date, int], rollover: str
) -> None:
    plan = budget(rollover=rollover, planned=planned)
    for before, month in pairwise(YEARS):
        left = standing(plan, spent, before).left
        assert standing(plan, spent, month).carried == kept(plan.rollover, left, plan.counts(before))


@given(plans, spendings)
def test_surplus_and_overspending_are_kept_apart(planned: dict[date, int], spent: dict[date, int]) -> None:
    assert standing(budget(rollover="surplus", planned=planned), spent, AFTER).carried >= 0
    assert standing(budget(rollover="overspend", planned=planned), spent, AFTER).carried <= 0
    assert standing(budget(rollover="none", planned=dict.fromkeys(YEARS, 1)), spent, AFTER).carried == 0


def moved(pairs: list[tuple[int, int, date, int]], key: int) -> dict[date, int]:
    found: dict[date, int] = {}
    for source, target, month, minor in pairs:
        found[month] = found.get(month, 0) + minor * ((target == key) - (source == key))
    return found


@given(moves, st.lists(plans, min_size=4, max_size=4), st.lists(spendings, min_size=4, max_size=4))
def test_moving_money_makes_none(
    pairs: list[tuple[int, int, date, int]], planned: list[dict[date, int]], spent: list[dict[date, int]]
) -> None:
    """Every budget is planned in every month here: a move into a pause begins a month of its own."""
    full = [{month: one.get(month, 0) for month in YEARS} for one in planned]
    before = [standing(budget(at, rollover="both", planned=one), spent[at], AFTER) for at, one in enumerate(full)]
    after = [
        standing(budget(at, rollover="both", planned=one, moved=moved(pairs, at)), spent[at], AFTER)
        for at, one in enumerate(full)
    ]
    assert sum(one.left for one in before) == sum(one.left for one in after)


def test_a_pause_keeps_what_was_carried_and_holds_nothing_against_it() -> None:
    plan = budget(rollover="both", planned={FIRST: 100, add_months(FIRST, 2): 50})
    spent = {FIRST: 30, add_months(FIRST, 1): 999, add_months(FIRST, 2): 10}
    pause = standing(plan, spent, add_months(FIRST, 1))
    assert (pause.planned, pause.carried, pause.left) == (None, 70, 70)
    assert standing(plan, spent, add_months(FIRST, 2)).left == 110


def test_nothing_is_carried_out_of_months_before_the_envelopes_began() -> None:
    plan = budget(rollover="both", planned=dict.fromkeys(YEARS, 100))
    assert standing(plan, {}, YEARS[5], since=YEARS[5]).carried == 0
    assert standing(plan, {}, YEARS[5], since=YEARS[3]).carried == 200


lefts = st.lists(st.builds(Standing, st.integers(0, 10**9), cents, cents, cents), max_size=6)


@given(cents, cents, lefts)
def test_every_cent_is_in_an_envelope_or_still_to_be_assigned(opening: int, net: int, held: list[Standing]) -> None:
    found = given_out(opening, net, held)
    assert found.to_assign + sum(one.left for one in held) == opening + net


@given(cents, st.integers(0, 10**9), cents)
def test_spending_from_an_envelope_leaves_what_is_to_be_assigned_as_it_was(net: int, planned: int, spent: int) -> None:
    before = given_out(0, net, [Standing(planned, 0, 0, 0)])
    after = given_out(0, net - spent, [Standing(planned, 0, 0, spent)])
    assert before.to_assign == after.to_assign
    assert given_out(0, net - spent, []).to_assign == net - spent

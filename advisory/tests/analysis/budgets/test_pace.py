"""The pace of a month against the own past, what is free a day, and which budget holds a category."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.budgets import BudgetPlan, CategoryNode, free_a_day, holders, keeping, pace
from transactions.ledger.period import month_of, months_before

NOVEMBER = month_of(date(2026, 11, 1))


def test_the_pace_is_the_middle_of_the_months_up_to_the_same_day() -> None:
    months = months_before(NOVEMBER, 3)
    days = {date(2026, 8, 3): 100, date(2026, 9, 3): 300, date(2026, 9, 30): 50, date(2026, 10, 12): 700}
    found = pace(days, months, 10)
    assert found is not None
    assert (found.by_now, found.whole) == (100, 350)
    assert found.months == (date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1))


def test_a_shorter_month_counts_to_its_end_and_two_months_are_too_few() -> None:
    months = [month_of(date(2026, 2, 1)), month_of(date(2026, 4, 1)), month_of(date(2026, 6, 1))]
    days = {month.last_day: 10 for month in months}
    found = pace(days, months, 31)
    assert found is not None
    assert found.by_now == found.whole == 10
    assert pace(days, months[:2], 31) is None


@given(st.dictionaries(st.dates(date(2026, 5, 1), date(2026, 10, 31)), st.integers(0, 10**8)), st.integers(1, 31))
def test_the_pace_never_runs_ahead_of_the_whole_month(days: dict[date, int], day: int) -> None:
    found = pace(days, months_before(NOVEMBER, 6), day)
    assert found is not None
    assert 0 <= found.by_now <= found.whole


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9), st.integers(1, 31))
def test_spending_what_is_free_each_day_never_spends_more_than_is_left(left: int, due: int, days: int) -> None:
    assert 0 <= free_a_day(left, due, days) * days <= max(left - due, 0)


NODES = {
    node.id: node
    for node in (
        CategoryNode(1, group="Home"),
        CategoryNode(2, parent_id=1, group="Home"),
        CategoryNode(3, parent_id=2),
        CategoryNode(4, group="Home"),
        CategoryNode(5, group="Home", is_income=True),
        CategoryNode(6, group="Home", is_transfer=True),
        CategoryNode(7, parent_id=8),
        CategoryNode(8, parent_id=7),
    )
}


def test_the_nearest_budget_holds_a_category() -> None:
    plans = [BudgetPlan(10, category_id=1), BudgetPlan(20, category_id=3), BudgetPlan(30, group="Home")]
    assert holders(plans, NODES) == {1: 10, 2: 10, 3: 20, 4: 30}


def test_income_and_spending_of_one_group_have_budgets_of_their_own() -> None:
    plans = [BudgetPlan(30, group="Home"), BudgetPlan(40, group="Home", is_income=True)]
    assert holders(plans, NODES) == {1: 30, 2: 30, 4: 30, 5: 40}


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3, 4, 5, 7, 8, None]), st.booleans()), unique=True))
def test_no_category_is_held_twice_and_none_by_a_budget_of_the_other_direction(
    given_: list[tuple[int | None, bool]],
) -> None:
    plans = {
        at: BudgetPlan(at, category_id=pk, group="" if pk else "Home", is_income=is_income)
        for at, (pk, is_income) in enumerate(given_)
    }
    for category, key in holders(plans.values(), NODES).items():
        assert plans[key].is_income == NODES[category].is_income


def test_a_budget_is_kept_where_what_there_was_sufficed() -> None:
    months = months_before(NOVEMBER, 4)
    plan = BudgetPlan(
        1, category_id=1, rollover="both", planned=dict.fromkeys([month.start for month in months[:3]], 100)
    )
    found = keeping(plan, {months[0].start: 60, months[1].start: 140, months[2].start: 101, months[3].start: 9}, months)
    assert found is not None
    assert (found.kept, found.months, found.planned, found.proposed) == (2, 3, 100, 140)
    assert keeping(BudgetPlan(1, category_id=1), {}, months) is None

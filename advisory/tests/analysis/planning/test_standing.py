"""How goals stand: accounts that are shared out, and why there are odds or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.facts import FactBook
from advisory.analysis.history import History
from advisory.analysis.planning.standing import GoalPlan, GoalStanding, share_out, standings
from advisory.analysis.planning.surpluses import month_surpluses
from advisory.analysis.study import Study
from advisory.tests.ledgers import Ledger, ledgers
from transactions.ledger.money import to_minor
from transactions.ledger.period import Period

TODAY = date(2026, 3, 10)
PAST = {"EUR": (20_000, -5000, 35_000, 10_000, 15_000, 25_000)}
bounded = settings(max_examples=60, deadline=None)


def plan(key: str, target: int, *accounts: int, currency: str = "EUR") -> GoalPlan:
    return GoalPlan(key, f"Goal {key}", currency, target, date(2027, 3, 31), accounts)


def one(goal: GoalPlan, balance: int = 0, past: dict[str, tuple[int, ...]] | None = None) -> GoalStanding:
    (found,) = standings([goal], {1: ("EUR", balance)}, PAST if past is None else past, TODAY)
    return found


def test_an_account_is_shared_out_in_the_order_of_the_goals() -> None:
    first, second, third = plan("a", 300, 1), plan("b", 1000, 1, 2), plan("c", 50, 2)
    found = share_out([first, second, third], {1: ("EUR", 500), 2: ("EUR", 900)})
    assert found == {"a": ((1, 300),), "b": ((1, 200), (2, 800)), "c": ((2, 100),)}
    assert share_out([second, first], {1: ("EUR", 500)}) == {"b": ((1, 500),), "a": ((1, 0),)}


def test_what_is_overdrawn_or_of_another_currency_holds_nothing() -> None:
    assert share_out([plan("a", 300, 1, 2, 9)], {1: ("EUR", -5), 2: ("JPY", 900)}) == {"a": ((1, 0),)}


def test_what_is_said_counts_only_without_accounts() -> None:
    assert one(replace(plan("a", 300), saved_minor=40)).saved_minor == 40
    assert one(replace(plan("a", 300, 1), saved_minor=40), 100).saved_minor == 100
    assert one(replace(plan("a", 300, 1), saved_minor=40), 100).missing_minor == 200


@pytest.mark.parametrize(
    ("goal", "past", "reason"),
    [
        (plan("a", 100, 1), None, "reached"),
        (replace(plan("a", 10_000, 1), is_reached=True), None, "reached"),
        (replace(plan("a", 10_000, 1), target_date=None), None, "no_date"),
        (replace(plan("a", 10_000, 1), target_date=date(2026, 4, 9)), None, "date_passed"),
        (replace(plan("a", 10_000, 1), target_date=date(2077, 4, 9)), None, "too_far"),
        (plan("a", 10_000, 1), {"EUR": (1, 2, 3, 4, 5)}, "history"),
        (plan("a", 10_000, 1), {}, "history"),
        (plan("a", 10_000, 1), None, ""),
    ],
)
def test_without_odds_there_is_a_reason(goal: GoalPlan, past: dict[str, tuple[int, ...]] | None, reason: str) -> None:
    found = one(goal, 100, past)
    assert (found.reason, found.odds is None) == (reason, reason != "")


def test_money_put_aside_besides_helps() -> None:
    poor, helped = (one(replace(plan("a", 400_000), monthly_minor=each)) for each in (0, 20_000))
    assert poor.odds
    assert helped.odds
    assert poor.odds.odds < helped.odds.odds


KEYS = st.lists(st.sampled_from("abcdef"), unique=True, min_size=1, max_size=6)
BALANCES = st.dictionaries(st.integers(1, 4), st.tuples(st.sampled_from(["EUR", "JPY"]), st.integers(-500, 2000)))


@st.composite
def plans(draw: st.DrawFn) -> list[GoalPlan]:
    linked = st.lists(st.integers(1, 5), max_size=5)
    return [
        plan(key, draw(st.integers(1, 900)), *draw(linked), currency=draw(st.sampled_from(["EUR", "JPY"])))
        for key in draw(KEYS)
    ]


@bounded
@given(plans(), BALANCES)
def test_no_cent_counts_twice_and_none_is_lost(goals: list[GoalPlan], balances: dict[int, tuple[str, int]]) -> None:
    found = share_out(goals, balances)
    for pk, (currency, minor) in balances.items():
        counted = sum(part for parts in found.values() for account, part in parts if account == pk)
        is_linked = any(pk in goal.accounts and goal.currency == currency for goal in goals)
        assert counted == (max(minor, 0) if is_linked else 0)
    assert all(part >= 0 for parts in found.values() for _, part in parts)


@bounded
@given(plans(), BALANCES, st.integers(1, 4), st.integers(0, 500))
def test_more_on_an_account_never_sets_a_goal_back(
    goals: list[GoalPlan], balances: dict[int, tuple[str, int]], account: int, more: int
) -> None:
    currency, minor = balances.get(account, ("EUR", 0))
    before = standings(goals, {**balances, account: (currency, minor)}, {}, TODAY)
    after = standings(goals, {**balances, account: (currency, minor + more)}, {}, TODAY)
    assert all(then.saved_minor <= now.saved_minor for then, now in zip(before, after, strict=True))


@bounded
@given(ledgers(), st.integers(1, 12), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_surpluses_are_the_nets_of_the_judged_months(ledger: Ledger, number: int, currency: str) -> None:
    """By sums of days the web finds what a study finds among the shares."""
    start = date(2026, number, 1)
    month = Period(start, date(2026 + number // 12, number % 12 + 1, 1))
    study = Study(
        History.of(ledger.columns, ledger.accounts, month, currency, is_partial=False),
        FactBook.over(ledger.columns, "x"),
    )
    days: dict[date, int] = {}
    wholes: dict[int, int] = {}
    for share in ledger.columns.shares:
        if share.currency == currency and not share.is_transfer:
            days[share.booking_date] = days.get(share.booking_date, 0) + share.amount_minor
            wholes[share.transaction_id] = wholes.get(share.transaction_id, 0) + share.amount_minor
    moved = frozenset(share.booking_date for share in ledger.columns.shares if wholes.get(share.transaction_id))
    expected = [to_minor(study.net(one).value, currency) for one in study.history.judged_months]
    assert list(month_surpluses(days, moved, month)) == expected

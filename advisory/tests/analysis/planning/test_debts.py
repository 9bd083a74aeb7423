"""Debt plans to the cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.planning import Debt, DebtPlan, debt_choice, plan_debts

CARD = Debt("Card", 300_000, Decimal("19.9"), 6000)
CAR = Debt("Car", 800_000, Decimal("5.5"), 20_000)
SHOP = Debt("Shop", 40_000, Decimal(0), 5000)
bounded = settings(max_examples=60, deadline=None)


def test_one_debt_by_hand() -> None:
    """1,000.00 at 12 %: ten is added, and so on until the last payment is what is left."""
    plan = plan_debts([Debt("One", 100_000, Decimal(12), 40_000)], 0, "minimum")
    assert [(m.interest, m.paid, m.owed) for m in plan.months] == [
        ((1000,), (40_000,), (61_000,)),
        ((610,), (40_000,), (21_610,)),
        ((216,), (21_826,), (0,)),
    ]
    assert (plan.interest, plan.paid, plan.length, plan.is_endless) == (1826, 101_826, 3, False)


def test_half_a_cent_of_interest_is_rounded_up() -> None:
    assert Debt("One", 50, Decimal(12), 1).interest(50) == 1
    assert Debt("One", 49, Decimal(12), 1).interest(49) == 0


def test_dearest_first_costs_least_and_smallest_first_frees_one_soonest() -> None:
    found = debt_choice([CARD, CAR, SHOP], 30_000)
    assert found.avalanche.interest < found.snowball.interest < found.least.interest
    assert found.snowball.freed["Shop"] < found.avalanche.freed["Shop"]
    assert list(found.avalanche.freed.values()) == [found.avalanche.freed[name] for name in ("Card", "Car", "Shop")]
    saved = found.saved(found.avalanche)
    assert saved == found.least.interest - found.avalanche.interest > 0
    assert found.advised == "avalanche"


def test_where_the_gap_is_small_the_plan_that_is_finished_is_advised() -> None:
    alike = [Debt("A", 100_000, Decimal("9.9"), 5000), Debt("B", 90_000, Decimal("9.8"), 5000)]
    assert debt_choice(alike, 20_000).advised == "snowball"


def test_the_own_order_is_followed() -> None:
    found = debt_choice([CARD, CAR, SHOP], 30_000, own=("Car", "Shop", "Card"))
    assert found.own
    assert found.own.freed["Car"] < found.avalanche.freed["Car"]
    with pytest.raises(ValueError, match="every debt once"):
        plan_debts([CARD, CAR], 0, "own", ("Card",))


def test_freed_payments_go_on_to_the_next_debt() -> None:
    plan = plan_debts([SHOP, CAR], 0, "snowball")
    gone = plan.freed["Shop"]
    assert plan.months[gone].paid == (0, 25_000)
    least = plan_debts([SHOP, CAR], 0, "minimum")
    assert least.months[gone].paid == (0, 20_000)


def test_a_debt_that_outgrows_its_payment_never_ends() -> None:
    plan = plan_debts([Debt("Card", 100_000, Decimal(24), 1000)], 0, "minimum")
    assert (plan.is_endless, plan.length, plan.freed) == (True, None, {})
    choice = debt_choice([Debt("Card", 100_000, Decimal(24), 1000)], 5000)
    assert choice.saved(choice.avalanche) is None
    assert choice.avalanche.length


def test_nothing_owed_is_a_plan_of_no_months() -> None:
    assert plan_debts([], 0, "avalanche").length == 0
    assert plan_debts([Debt("Gone", 0, Decimal(5), 100)], 0, "snowball").freed == {"Gone": 0}


@pytest.mark.parametrize("debt", [("A", -1, "1", 1), ("A", 1, "-1", 1), ("A", 1, "1", -1)])
def test_a_debt_has_no_negative_parts(debt: tuple[str, int, str, int]) -> None:
    name, owed, rate, least = debt
    with pytest.raises(ValueError, match="not negative"):
        Debt(name, owed, Decimal(rate), least)


def test_nothing_negative_is_paid_on_top() -> None:
    with pytest.raises(ValueError, match="not negative"):
        plan_debts([CARD], -1, "avalanche")


rates = st.decimals(0, 30, places=2)
debts = st.lists(st.tuples(st.integers(0, 10**6), rates, st.integers(0, 5 * 10**4)), min_size=1, max_size=4).map(
    lambda parts: [Debt(f"D{place}", *part) for place, part in enumerate(parts)]
)


@bounded
@given(debts, st.integers(0, 10**5))
def test_what_is_paid_is_what_was_owed_and_its_interest(owed: list[Debt], extra: int) -> None:
    for order in ("minimum", "avalanche", "snowball"):
        plan = plan_debts(owed, extra if order != "minimum" else 0, order)
        left = sum(plan.months[-1].owed) if plan.months else 0
        assert plan.paid + left == sum(debt.owed_minor for debt in owed) + plan.interest
        assert plan.is_endless == (left > 0)
        before = [debt.owed_minor for debt in owed]
        for month in plan.months:
            assert all(gone >= 0 and now >= 0 for gone, now in zip(month.paid, month.owed, strict=True))
            expected = [a + b - c for a, b, c in zip(before, month.interest, month.paid, strict=True)]
            assert list(month.owed) == expected
            before = list(month.owed)


@bounded
@given(debts, st.integers(0, 10**5), st.integers(0, 10**5))
def test_more_on_top_never_costs_more_nor_takes_longer(owed: list[Debt], extra: int, more: int) -> None:
    slow, fast = (plan_debts(owed, paid, "avalanche") for paid in (extra, extra + more))
    if slow.is_endless:
        return
    assert not fast.is_endless
    assert fast.interest <= slow.interest + rounding(slow)
    assert len(fast.months) <= len(slow.months)


@bounded
@given(debts, st.integers(0, 10**5))
def test_dearest_first_is_never_dearer_than_any_other_order(owed: list[Debt], extra: int) -> None:
    dearest, smallest = (plan_debts(owed, extra, order) for order in ("avalanche", "snowball"))
    if dearest.is_endless or smallest.is_endless:
        return
    assert dearest.interest <= smallest.interest + rounding(smallest)
    least = plan_debts(owed, 0, "minimum")
    assert least.is_endless or dearest.interest <= least.interest + rounding(least)


def rounding(plan: DebtPlan) -> int:
    """Half a minor unit for each debt and month."""
    return len(plan.months) * len(plan.debts)

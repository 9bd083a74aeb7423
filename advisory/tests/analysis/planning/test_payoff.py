"""Debts as their owner says they are: which are planned, in which order, and what they pay in all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.planning.payoff import DebtTermsSaid, PayoffSaid, currencies_owed, month_of_plan, payoff_of
from transactions.ledger.columns import AccountState

bounded = settings(max_examples=60, deadline=None)


def owing(pk: int, minor: int, kind: str = "loan", currency: str = "EUR") -> AccountState:
    return AccountState(pk, f"Loan {pk}", kind, currency, -minor, True)


def terms(pk: int, rate: str = "10", least: int = 10_000) -> DebtTermsSaid:
    return DebtTermsSaid(pk, Decimal(rate), least)


def test_only_what_owes_and_has_terms_is_planned() -> None:
    accounts = [
        owing(1, 100_000), owing(2, 50_000, "credit_card"), owing(3, 0), owing(4, 9, currency="JPY"),
        owing(5, 70_000), owing(6, 70_000, "checking"),
    ]  # fmt: skip
    said = PayoffSaid((terms(2, "20"), terms(1), terms(3), terms(4), terms(6)), {"EUR": 500})
    found = payoff_of(accounts, said, "EUR")
    assert [account.account_id for account, _ in found.debts] == [2, 1]
    assert [account.account_id for account in found.unknown] == [5]
    assert found.extra_minor == 500
    assert [plan.order for plan in found.plans] == ["minimum", "avalanche", "snowball", "own"]
    assert payoff_of(accounts, said, "EUR", 0).extra_minor == 0
    assert currencies_owed(accounts) == ["EUR", "JPY"]


def test_without_debts_there_is_no_plan() -> None:
    found = payoff_of([owing(1, 5)], PayoffSaid(), "EUR")
    assert (found.choice, found.plans, found.advised, found.why) == (None, (), None, "one_debt")


def test_why_one_way_is_advised() -> None:
    cheap_and_small = PayoffSaid((terms(1, "25", 20_000), terms(2, "1", 5_000)), {"EUR": 30_000})
    dear = payoff_of([owing(1, 900_000), owing(2, 200_000)], cheap_and_small, "EUR")
    assert (dear.why, dear.advised and dear.advised.order) == ("saves_interest", "avalanche")
    alike = payoff_of([owing(1, 900_000), owing(2, 200_000)], PayoffSaid((terms(1), terms(2)), {"EUR": 9}), "EUR")
    assert (alike.why, alike.advised and alike.advised.order) == ("easier_to_keep", "snowball")
    endless = payoff_of([owing(1, 900_000), owing(2, 5)], PayoffSaid((terms(1, "90", 1), terms(2, "1", 1))), "EUR")
    assert endless.why == "never_ends"
    assert payoff_of([owing(1, 900_000)], PayoffSaid((terms(1),)), "EUR").why == "one_debt"


def test_the_first_month_of_a_plan_is_the_next_one() -> None:
    assert month_of_plan(date(2026, 11, 28), 1) == date(2026, 12, 1)
    assert month_of_plan(date(2026, 11, 28), 14) == date(2028, 1, 1)


DEBTS = st.lists(
    st.tuples(st.integers(1, 10**7), st.integers(0, 30_000), st.integers(1, 10**6)), min_size=1, max_size=4
)


@bounded
@given(DEBTS, st.integers(0, 10**6))
def test_plans_pay_exactly_what_is_owed_and_its_interest(debts: list[tuple[int, int, int]], extra: int) -> None:
    accounts = [owing(pk, minor) for pk, (minor, _, _) in enumerate(debts, start=1)]
    said = tuple(
        DebtTermsSaid(pk, Decimal(rate).scaleb(-3), least) for pk, (_, rate, least) in enumerate(debts, start=1)
    )
    found = payoff_of(accounts, PayoffSaid(said, {"EUR": extra}), "EUR")
    owed = sum(minor for minor, _, _ in debts)
    for plan in found.plans:
        left = sum(plan.months[-1].owed)
        assert plan.paid + left == owed + plan.interest
        assert plan.is_endless == (left > 0)
    if found.choice and not found.choice.avalanche.is_endless:
        assert found.choice.avalanche.interest <= found.choice.least.interest or found.choice.least.is_endless

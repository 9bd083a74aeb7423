from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from advisory.analysis.facts import FactBook
from advisory.analysis.health import Indicator, assess_health
from advisory.analysis.history import History
from advisory.analysis.study import Study
from advisory.tests.households import NAMESPACE, Household, household, month
from transactions.ledger.columns import AccountState


def assess(
    home: Household, accounts: list[AccountState] | None = None, *, is_partial: bool = False
) -> dict[str, Indicator]:
    states = home.accounts() if accounts is None else accounts
    history = History.of(home.columns(), states, month(), "EUR", is_partial=is_partial)
    return {found.key: found for found in assess_health(Study(history, FactBook.over(home.columns(), NAMESPACE)))}


def value(indicator: Indicator) -> str:
    return indicator.fact.value if indicator.fact else indicator.missing


def test_a_household_with_history_is_judged_by_its_months_alone() -> None:
    found = assess(household())
    assert {key: (value(one), one.verdict) for key, one in found.items() if one.fact} == {
        "savings_rate": ("0.3871", "good"),
        "savings_rate_year": ("0.4810", "good"),
        "buffer_months": ("17.52", "good"),
        "essential_share": ("0.4447", "good"),
        "housing_ratio": ("0.3265", "fair"),
        "spend_volatility": ("0.0155", "good"),
        "income_volatility": ("0.0000", "good"),
        "cost_of_money": ("0.0027", "fair"),
        "net_worth_trend": ("1.0470", "good"),
        "low_cash_days": ("0", "good"),
    }


def test_a_running_month_does_not_enter() -> None:
    rate = assess(household(), is_partial=True)["savings_rate"].fact
    assert rate
    assert rate.period.last_day == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("key", "missing"),
    [
        ("savings_rate", "a full month"),
        ("buffer_months", "the opening balance of every current, savings and cash account"),
        ("essential_share", "a full month"),
        ("spend_volatility", "six full months"),
        ("cost_of_money", "a full month"),
        ("savings_rate_year", "six full months"),
        ("income_volatility", "six full months"),
        ("net_worth_trend", "six full months"),
        ("housing_ratio", "a full month"),
        ("low_cash_days", "the opening balance of every current, savings and cash account"),
        ("bill_cover", "the opening balance of every current, savings and cash account"),
        ("bills_on_time", "a bill that has come back three times"),
        ("subscription_load", "a subscription that comes back"),
        ("debt_service", "a full month"),
        ("utilisation", "a card with a known balance and limit"),
        ("goal_pace", "a goal with a date"),
    ],
)
def test_nothing_is_made_up_from_nothing(key: str, missing: str) -> None:
    found = assess(Household(), [])[key]
    assert (found.verdict, found.fact, found.missing) == ("none", None, missing)


def test_an_unknown_opening_balance_gives_no_buffer() -> None:
    home = household()
    found = assess(home, home.accounts(is_known=False))["buffer_months"]
    assert found.verdict == "none"


def test_accounts_in_other_currencies_and_loans_are_no_buffer() -> None:
    home = household()
    others = [
        AccountState(8, "Yen", "savings", "JPY", 10**9, True),
        AccountState(9, "Loan", "loan", "EUR", -(10**9), True),
    ]
    alone, with_others = assess(home), assess(home, [*home.accounts(), *others])
    assert value(alone["buffer_months"]) == value(with_others["buffer_months"])


def test_the_balance_is_the_stated_opening_and_all_rows() -> None:
    home = household()
    standing = assess(home)["buffer_months"].support[0]
    assert standing.value == "24754.36"


def test_without_income_there_is_no_rate() -> None:
    home = household()
    home.shares = [share for share in home.shares if share.amount_minor < 0]
    found = assess(home)
    assert (found["savings_rate"].verdict, found["essential_share"].verdict) == ("none", "none")


def test_an_overdraft_is_weak_and_overspending_too() -> None:
    home = household()
    broke = [replace(account, balance_minor=-500_000) for account in home.accounts()]
    home.book(date(2026, 10, 30), -2_000_000, "Motorhaus", "travel")
    found = assess(home, broke)
    assert (found["buffer_months"].verdict, found["savings_rate"].verdict) == ("weak", "weak")


def test_the_cost_of_money_needs_categories() -> None:
    home = household()
    home.shares = [replace(share, category_id=None, category_key="") for share in home.shares]
    assert assess(home)["cost_of_money"].missing == "categorised spending"


def test_a_bonus_month_is_told_by_the_middle_rate_and_the_whole_one() -> None:
    home = household()
    home.book(date(2026, 9, 15), 900_000, "Nordwind GmbH", "income_salary")
    found = assess(home)["savings_rate"]
    assert found.fact
    assert (found.fact.metric, value(found)) == ("savings_rate_usual", "0.5033")
    pooled = found.support[-1]
    assert (pooled.metric, pooled.value > "0.68") == ("savings_rate_recent", True)


def test_housing_without_rent_or_mortgage_is_told_and_not_judged() -> None:
    home = household()
    home.shares = [one for one in home.shares if one.category_key != "rent_mortgage"]
    found = assess(home)["housing_ratio"]
    assert found.fact
    assert (found.verdict, found.points, found.missing) == ("none", None, "")


def test_swings_of_income_are_counted() -> None:
    home = household()
    for month_number in (3, 6, 8):
        home.book(date(2026, month_number, 9), 90_000, "Side work", "income_salary")
    found = assess(home)["income_volatility"]
    assert (value(found), found.verdict) == ("0.2500", "fair")


def test_days_below_zero_are_counted_on_each_account() -> None:
    home = household()
    home.book(date(2026, 8, 10), -5_000_000, "Motorhaus", "travel")
    home.book(date(2026, 8, 20), 5_000_000, "Motorhaus", "travel")
    states = [replace(one, balance_minor=2_000_000) if one.account_id == 1 else one for one in home.accounts()]
    found = assess(home, states)["low_cash_days"]
    assert (value(found), found.verdict) == ("10", "weak")


def test_a_month_that_the_balance_would_not_have_survived_is_a_worry() -> None:
    home = household()
    poor = [replace(one, balance_minor=20_000 if one.account_id == 1 else 0) for one in home.accounts()]
    found = assess(home, poor)["low_cash_days"]
    chances = [one for one in found.support if one.metric == "shortfall_chance"]
    assert found.verdict == "weak" or Decimal(chances[0].value) > Decimal("0.5")
    rich = assess(home)["low_cash_days"]
    assert [one.value for one in rich.support if one.metric == "shortfall_chance"] == ["0.0000"]


def test_net_worth_counts_what_is_paid_off_and_not_what_only_moves() -> None:
    home = household()
    before = assess(home)["net_worth_trend"]
    for month_number in range(1, 11):
        home.move(date(2026, month_number, 20), 40_000)
    assert value(assess(home)["net_worth_trend"]) == value(before)

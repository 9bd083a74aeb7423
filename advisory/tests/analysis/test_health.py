from __future__ import annotations

from dataclasses import replace
from datetime import date

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


def test_a_household_with_history_is_judged_on_all_five() -> None:
    found = assess(household())
    assert {key: (value(one), one.verdict) for key, one in found.items()} == {
        "savings_rate": ("0.3871", "good"),
        "buffer_months": ("17.52", "good"),
        "essential_share": ("0.4447", "good"),
        "spend_volatility": ("0.0155", "good"),
        "cost_of_money": ("0.0027", "fair"),
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

"""Indicators that rest on series, debts, limits and goals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from advisory.analysis.facts import FactBook
from advisory.analysis.findings import CashForecast
from advisory.analysis.health import GoalChance, Indicator, Outlook, assess_health
from advisory.analysis.health.dues import run_of
from advisory.analysis.history import History
from advisory.analysis.study import Study
from advisory.tests.analysis.outlooks import monthly, outlook_of, series_of
from advisory.tests.households import NAMESPACE, Household, household, month
from transactions.ledger.columns import AccountState


def assess(home: Household, outlook: Outlook, accounts: list[AccountState] | None = None) -> dict[str, Indicator]:
    history = History.of(home.columns(), accounts or home.accounts(), month(), "EUR", is_partial=False)
    return {one.key: one for one in assess_health(Study(history, FactBook.over(home.columns(), NAMESPACE)), outlook)}


def told(indicator: Indicator) -> tuple[str, str]:
    return (indicator.fact.value if indicator.fact else indicator.missing, indicator.verdict)


def test_bills_paid_on_their_day_are_in_time() -> None:
    home = household()
    found = assess(home, outlook_of(home))["bills_on_time"]
    assert told(found) == ("1.0000", "good")
    assert [one.value for one in found.support] == ["24", "24"]


def test_a_bill_paid_late_and_one_not_paid_count_against_it() -> None:
    home = household()
    monthly(home, "Gymnasium", -5000, 3)
    late = next(one for one in home.shares if one.payee_name == "Gymnasium" and one.booking_date.month == 9)
    gone = next(one for one in home.shares if one.payee_name == "Gymnasium" and one.booking_date.month == 7)
    home.shares = [
        replace(one, booking_date=date(2026, 9, 14)) if one is late else one for one in home.shares if one is not gone
    ]
    found = assess(home, Outlook(series=(series_of(home, "Gymnasium", day=3),)))["bills_on_time"]
    assert [one.value for one in found.support] == ["4", "6"]


def test_a_paused_subscription_is_no_missed_bill() -> None:
    home = household()
    monthly(home, "Gymnasium", -5000, 3)
    home.shares = [one for one in home.shares if (one.payee_name, one.booking_date.month) != ("Gymnasium", 7)]
    series = series_of(home, "Gymnasium", "subscription", day=3)
    assert told(assess(home, Outlook(series=(series,)))["bills_on_time"]) == ("1.0000", "good")


def test_a_billing_day_that_was_moved_is_late_once() -> None:
    booked = [date(2026, 1, 3), date(2026, 2, 3), date(2026, 3, 14), date(2026, 4, 14), date(2026, 5, 14)]
    run = run_of("monthly", 14, booked)
    assert run
    assert [late > 5 for late in run.lateness()] == [False, False, False, False]
    before = run_of("monthly", 3, booked)
    assert before
    assert [late > 5 for late in before.lateness()] == [False, True, False, False]


@pytest.mark.parametrize(
    ("cadence", "last", "due"),
    [
        ("weekly", date(2026, 2, 27), date(2026, 3, 6)),
        ("monthly", date(2026, 1, 31), date(2026, 2, 28)),
        ("quarterly", date(2026, 11, 30), date(2027, 2, 28)),
        ("yearly", date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_the_next_due_day_is_held_to_the_length_of_the_month(cadence: str, last: date, due: date) -> None:
    run = run_of(cadence, last.day, [last])
    assert run
    assert next(run.dues()) == due


def test_what_is_booked_after_the_month_does_not_enter() -> None:
    home = household()
    before = assess(home, outlook_of(home))
    home.book(date(2026, 11, 1), -98_000, "Hausverwaltung Linde", "rent_mortgage")
    after = assess(home, outlook_of(home), before_accounts(home))
    assert {key: told(one) for key, one in before.items()} == {key: told(one) for key, one in after.items()}


def before_accounts(home: Household) -> list[AccountState]:
    return [replace(one, balance_minor=one.balance_minor + 98_000 * (one.account_id == 1)) for one in home.accounts()]


def test_subscriptions_are_told_and_do_not_enter_the_score() -> None:
    home = household()
    found = assess(home, outlook_of(home))["subscription_load"]
    assert found.fact
    assert (found.fact.value, found.points) == ("0.0047", None)
    cost, _, usual = found.support
    assert (cost.value, usual.value) == ("-179.88", "-12.99")
    assert found.verdict == "fair", "the price rise is more than the own middle month"


def test_bills_of_the_next_thirty_days_against_cash_and_income() -> None:
    home = household()
    found = assess(home, outlook_of(home))["bill_cover"]
    standing, expected, due = found.support
    assert (expected.value, due.value) == ("3200.00", "-1089.79")
    assert found.fact
    assert found.fact.value == f"{(float(standing.value) + 3200) / 1089.79:.4f}"
    broke = [replace(one, balance_minor=-250_000 if one.account_id == 1 else 0) for one in home.accounts()]
    assert told(assess(home, outlook_of(home), broke)["bill_cover"]) == ("0.6423", "weak")


def test_debts_are_what_was_paid_on_loans_and_instalments() -> None:
    home = household()
    monthly(home, "Autobank", -20_000, 15)
    outlook = Outlook(series=(series_of(home, "Autobank", "instalment"),))
    assert told(assess(home, outlook)["debt_service"]) == ("0.0625", "good")
    loan = AccountState(9, "Loan", "loan", "EUR", -(10**7), True)
    for month_number in (8, 9, 10):
        for account, minor in ((1, -130_000), (9, 130_000)):
            share = home.book(date(2026, month_number, 16), minor, "Hausbank", account=account)
            home.shares[-1] = replace(share, is_transfer=True)
    found = assess(home, outlook, [*home.accounts(), loan])["debt_service"]
    assert told(found) == ("0.4688", "weak")


def test_without_any_debt_among_known_series_nothing_is_paid() -> None:
    home = household()
    assert told(assess(home, outlook_of(home))["debt_service"]) == ("0.0000", "good")


def test_cards_against_their_limits() -> None:
    home = household()
    card = AccountState(7, "Card", "credit_card", "EUR", -60_000, True)
    accounts = [*home.accounts(), card, AccountState(8, "In credit", "credit_card", "EUR", 5000, True)]
    assert told(assess(home, Outlook(limits={7: 150_000, 8: 50_000}), accounts)["utilisation"]) == ("0.3000", "fair")
    assert assess(home, Outlook(), accounts)["utilisation"].verdict == "none"


def test_goals_stand_as_the_least_likely_one() -> None:
    home = household()
    outlook = Outlook(goals=(GoalChance("Boat", 0.55), GoalChance("Trip", 0.9)))
    found = assess(home, outlook)["goal_pace"]
    assert told(found) == ("0.5500", "fair")


def test_a_forecast_of_running_short_is_a_worry_and_moves_no_points() -> None:
    home = household()
    day = month().last_day
    forecast = CashForecast("EUR", "", day, False, 0, (), (), (), (), "f@1", shortfall=0.4)
    calm, worried = assess(home, Outlook()), assess(home, Outlook(forecast=forecast))
    assert (calm["low_cash_days"].verdict, worried["low_cash_days"].verdict) == ("good", "fair")
    assert calm["low_cash_days"].points == worried["low_cash_days"].points


def test_a_series_in_another_currency_is_left_out() -> None:
    home = household()
    foreign = replace(series_of(home, "Streamly", "subscription"), currency="USD")
    assert assess(home, Outlook(series=(foreign,)))["subscription_load"].verdict == "none"


def test_a_series_that_stopped_is_not_expected() -> None:
    home = household()
    stopped = date(2026, 7, 1)
    home.shares = [one for one in home.shares if one.payee_name != "Streamly" or one.booking_date < stopped]
    series = series_of(home, "Streamly", "subscription", next_date=stopped + timedelta(days=30))
    outlook = Outlook(series=(series,))
    found = assess(home, outlook)
    assert found["bill_cover"].missing == "a bill that comes back"
    assert told(found["subscription_load"])[0] == "0.0000"

"""Refunds, fees that stay away, interest, transfers, balances, and what is no matter of money."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from advisory.tests.analysis.outcomes.makers import ACCEPTED, After
from transactions.ledger.columns import AccountState

OWED = {"key": "garden world", "currency": "EUR", "owed": 8990, "since": "2026-01-02"}


@pytest.mark.parametrize(
    ("back", "as_of", "state", "saved"),
    [
        ((8990,), date(2026, 2, 1), "proven", 8990),
        ((4000, 4990), date(2026, 2, 1), "proven", 8990),
        ((3000,), date(2026, 2, 1), "likely", 3000),
        ((), date(2026, 2, 1), "pending", 0),
        ((), date(2026, 4, 20), "failed", 0),
        ((20_000,), date(2026, 2, 1), "pending", 0),
    ],
)
def test_money_that_comes_back(back: tuple[int, ...], as_of: date, state: str, saved: int) -> None:
    after = After("refund", OWED)
    for minor in back:
        after.book(date(2026, 1, 20), minor, "garden world")
    after.book(date(2026, 1, 21), 8990, "employer")
    measured = after.judged(as_of)
    assert (measured.state, measured.saved_minor) == (state, saved)


def test_money_that_came_before_the_acceptance_is_no_answer() -> None:
    after = After("refund", OWED)
    after.book(ACCEPTED, 8990, "garden world")
    assert after.state(date(2026, 4, 20)) == "failed"


def fined(*days: int, count: int = 4) -> After:
    after = After("quiet", {"currency": "EUR", "fees": "penalty", "count": count, "days": 183, "sum": 6000}, 365)
    for day in days:
        after.book(ACCEPTED + timedelta(days=day), -1500, "overdraft fee", category_key="fees")
    return after


@pytest.mark.parametrize(
    ("days", "waited", "state"),
    [
        ((), 20, "pending"),
        ((), 60, "likely"),
        ((), 91, "likely"),
        ((), 120, "proven"),
        ((30,), 60, "failed"),
        ((200,), 210, "reversed"),
    ],
)
def test_quiet_must_be_longer_than_luck(days: tuple[int, ...], waited: int, state: str) -> None:
    assert fined(*days).state(ACCEPTED + timedelta(days=waited)) == state


def test_seldom_fees_need_a_longer_quiet() -> None:
    assert fined(count=2).state(ACCEPTED + timedelta(days=150)) == "likely"
    assert fined(count=2).state(ACCEPTED + timedelta(days=220)) == "proven"


@pytest.mark.parametrize(
    ("minors", "state"),
    [
        ((3800, 3810), "pending"),
        ((3500, 3200, 2900), "proven"),
        ((3800, 3790, 3810), "failed"),
        ((3500, 3200, 2900, 3900), "reversed"),
        ((3800, 3500), "likely"),
    ],
)
def test_interest_that_falls_month_by_month(minors: tuple[int, ...], state: str) -> None:
    watch = {"currency": "EUR", "fees": "interest", "past": [3800, 3750, 3820, 3790, 3805, 3780]}
    after = After("monthly", watch, 183)
    for place, minor in enumerate(minors):
        after.book(date(2026, 2 + place, 20), -minor, "interest charged", category_key="fees")
    assert after.state(date(2026, 2 + len(minors), 1)) == state


def account(kind: str = "checking", balance: int = 0) -> tuple[AccountState, ...]:
    return (AccountState(1, "Giro", kind, "EUR", balance, has_known_opening=True),)


def moving(watch: dict[str, object], *minors: int, days: int = 30) -> After:
    after = After("moved", {"currency": "EUR", "usual": 10_000, **watch}, 100, accounts=account())
    for place, minor in enumerate(minors):
        after.book(ACCEPTED + timedelta(days=5 + days * place), -minor, "own", is_transfer=True)
    return after


def test_money_put_aside_counts_beyond_what_was_usual() -> None:
    end = ACCEPTED + timedelta(days=101)
    assert moving({"total": 50_000}, 60_000).state(end) == "proven"
    assert moving({"total": 50_000}, 10_000, 10_000, 10_000).state(end) == "failed"
    assert moving({"each": 8_000, "times": 3}, 18_000, 18_000, 18_000).state(end) == "proven"
    assert moving({"each": 8_000, "times": 3}, 18_000).state(end) == "failed"


def paid(*gaps: int | None) -> After:
    watch = {"currency": "EUR", "usual": 0, "each": 5_000, "within": 3, "times": 3, "pay_key": "employer",
             "pay_least": 100_000}  # fmt: skip
    after = After("payday", watch, 110, accounts=account())
    for month, gap in enumerate(gaps, start=1):
        after.book(date(2026, month, 25), 250_000, "employer")
        if gap is not None:
            after.book(date(2026, month, 25) + timedelta(days=gap), -10_000, "own", is_transfer=True)
    return after


def test_a_transfer_after_each_of_three_paydays() -> None:
    assert paid(1, 1, 2).state(date(2026, 4, 1)) == "proven"
    assert paid(1).state(date(2026, 2, 1)) == "likely"
    assert paid(None, None, None, None).state(date(2026, 5, 2)) == "failed"
    assert paid(20, 20, 20, 20).state(date(2026, 5, 20)) == "failed"
    assert paid(1, 1, 1, None).state(date(2026, 5, 1)) == "reversed"


def level(balance: int, *moves: tuple[int, int]) -> After:
    after = After(
        "level", {"target": 200_000, "start": 50_000, "accounts": ["1"]}, 365, accounts=account("checking", balance)
    )
    for day, minor in moves:
        after.book(ACCEPTED + timedelta(days=day), minor, "own")
    return after


def test_a_buffer_is_one_when_it_stays_for_a_month() -> None:
    end = ACCEPTED + timedelta(days=60)
    assert level(210_000, (10, 160_000)).state(end) == "proven"
    assert level(210_000, (50, 160_000)).state(end) == "pending"
    assert level(140_000, (10, 90_000)).state(end) == "likely"
    assert level(60_000, (10, 160_000), (55, -150_000)).state(end) == "reversed"
    assert level(60_000).state(ACCEPTED + timedelta(days=370)) == "failed"


@pytest.mark.parametrize(
    ("chance", "low", "state"), [(0.95, 100, "proven"), (0.4, 100, "likely"), (0.95, -100, "failed")]
)
def test_staying_above_zero_proves_only_what_was_unlikely(chance: float, low: int, state: str) -> None:
    watch = {"accounts": ["1"], "days": 30, "chance": chance}
    after = After("floor", watch, 30, accounts=account("checking", 5_000))
    after.book(ACCEPTED + timedelta(days=10), 5_000 - low, "own")
    assert after.state(ACCEPTED + timedelta(days=31)) == state


def test_values_rows_and_accounts() -> None:
    end, late = ACCEPTED + timedelta(days=30), ACCEPTED + timedelta(days=100)
    odds = After("value", {"value": "goal:1:odds", "at_least": "0.7"})
    assert odds.state(end) == "pending"
    odds.values["goal:1:odds"] = "0.8"
    assert odds.state(end) == "proven"
    odds.values["goal:1:odds"] = "0.5"
    assert odds.state(late) == "failed"
    rows = After("sorted", {"rows": [1, 2]})
    rows.book(date(2026, 1, 2), -100)
    rows.book(date(2026, 1, 3), -100, category_id=3)
    assert rows.state(end) == "likely"
    silent = After("heard", {"account": "7", "after": "2025-11-01"})
    assert (silent.state(end), silent.state(late)) == ("pending", "failed")
    silent.book(date(2026, 1, 20), -100, account=7)
    assert silent.state(end) == "proven"


def test_an_unknown_kind_and_a_day_too_early_say_nothing() -> None:
    assert After("soothing", {}).state(date(2026, 3, 1)) == "pending"
    assert After("refund", OWED).state(ACCEPTED) == "pending"

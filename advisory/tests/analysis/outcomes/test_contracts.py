"""Contracts: exact by the due days after acceptance, and by nothing before it."""

from __future__ import annotations

from datetime import date

import pytest

from advisory.tests.analysis.outcomes.makers import ACCEPTED, DUES, After, contract


def charged(*months: int, minor: int = -1299, **watch: object) -> After:
    after = After("due", contract(**watch)).alive(date(2026, 8, 1))  # type: ignore[arg-type]
    for month in months:
        after.book(date(2026, month, 5), minor)
    return after


@pytest.mark.parametrize(
    ("months", "as_of", "state"),
    [
        ((), date(2026, 2, 10), "pending"),
        ((), date(2026, 2, 16), "likely"),
        ((), date(2026, 3, 16), "proven"),
        ((2,), date(2026, 2, 16), "pending"),
        ((2,), date(2026, 4, 16), "proven"),
        ((2, 3), date(2026, 3, 16), "failed"),
        ((2, 3, 4), date(2026, 4, 16), "failed"),
        ((4,), date(2026, 4, 6), "reversed"),
        ((4,), date(2026, 5, 16), "likely"),
    ],
)
def test_two_due_days_without_a_charge_prove_it(months: tuple[int, ...], as_of: date, state: str) -> None:
    assert charged(*months).state(as_of) == state


def test_what_was_saved_is_what_would_have_come() -> None:
    assert charged().judged(date(2026, 4, 16)).saved_minor == 3 * 1299
    assert charged(2, 3).judged(date(2026, 3, 16)).saved_minor == 0
    assert charged(4).judged(date(2026, 4, 16)).saved_minor == 0


def test_rows_before_the_acceptance_count_for_nothing() -> None:
    after = charged()
    after.book(ACCEPTED, -1299)
    assert after.state(date(2026, 3, 16)) == "proven"


def test_a_silent_account_proves_nothing() -> None:
    after = After("due", contract()).alive(date(2026, 2, 1))
    after.book(date(2026, 4, 1), -500, "kiosk", account=2)
    assert after.state(date(2026, 4, 1)) == "pending"


def test_another_contract_of_the_same_payee_is_no_charge_of_this_one() -> None:
    after = charged()
    after.book(date(2026, 2, 5), -4999)
    after.book(date(2026, 2, 22), -1299)
    assert after.state(date(2026, 3, 16)) == "proven"


def test_a_price_that_falls_by_half_the_step_counts() -> None:
    dear = {"enough": 150, "expected": 1599}
    assert charged(2, 3, minor=-1299, **dear).state(date(2026, 3, 16)) == "proven"
    assert charged(2, 3, minor=-1299, **dear).judged(date(2026, 3, 16)).saved_minor == 600
    assert charged(2, 3, minor=-1599, **dear).state(date(2026, 3, 16)) == "failed"
    assert charged(2, 3, minor=-1549, **dear).state(date(2026, 3, 16)) == "failed"


def test_a_yearly_payment_instead_of_monthly_ones() -> None:
    after = charged(ignore_above=3900, worth=274)
    after.book(date(2026, 2, 5), -9900)
    measured = after.judged(date(2026, 3, 16))
    assert (measured.state, measured.saved_minor) == ("proven", 548)


def test_one_of_several_is_enough() -> None:
    other = contract() | {"key": "hulu"}
    after = After("any_due", {"each": [contract(), other]}).alive(date(2026, 8, 1))
    for day in DUES[:3]:
        after.book(day, -1299, "hulu")
    assert after.state(date(2026, 4, 16)) == "proven"
    for day in DUES[:3]:
        after.book(day, -1299)
    assert after.state(date(2026, 4, 16)) == "failed"


@pytest.mark.parametrize(("day", "state"), [(22, "failed"), (28, "proven")])
def test_a_due_day_that_moved_behind_payday(day: int, state: str) -> None:
    days = [date(2026, month, 22).isoformat() for month in range(1, 8)]
    after = After("due_day", {"key": "netflix", "currency": "EUR", "amount": 1299, "days": days, "later": 3})
    for month in (1, 2, 3):
        after.book(date(2026, month, day), -1299)
    assert after.state(date(2026, 3, 31)) == state

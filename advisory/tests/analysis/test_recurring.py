"""What is a bill, and what is only a habit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from advisory.analysis.history import Booking, whole_bookings
from advisory.analysis.recurring import detect_recurring
from transactions.ledger.columns import Share


def bookings(days: list[date], amounts: list[int], payee: str = "Streamly") -> list[Booking]:
    return list(
        whole_bookings(
            Share(at + 1, day, amount, "EUR", 1, payee_name=payee)
            for at, (day, amount) in enumerate(zip(days, amounts, strict=True))
        )
    )


def monthly(count: int, day: int = 5) -> list[date]:
    return [date(2025 + at // 12, at % 12 + 1, day) for at in range(count)]


def weekly(count: int, gap: int = 7) -> list[date]:
    return [date(2026, 1, 5) + timedelta(days=gap * at) for at in range(count)]


def test_three_monthly_charges_are_a_series_with_a_next_date() -> None:
    (series,) = detect_recurring(bookings(monthly(3), [-1299] * 3))
    assert (series.cadence.key, series.next_date, len(series.bookings)) == ("monthly", date(2025, 4, 5), 3)
    assert series.is_active(date(2025, 4, 1))
    assert not series.is_active(date(2025, 6, 1))


def test_two_monthly_charges_are_not() -> None:
    assert detect_recurring(bookings(monthly(2), [-1299] * 2)) == ()


def test_a_price_rise_does_not_end_a_series() -> None:
    (series,) = detect_recurring(bookings(monthly(6), [-1299] * 4 + [-1499] * 2))
    assert len(series.bookings) == 6


def test_weekends_month_ends_and_one_missed_month_are_forgiven() -> None:
    days = [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 5, 1),
        date(2026, 5, 29),
        date(2026, 7, 31),
    ]
    (series,) = detect_recurring(bookings(days, [-5000] * 6))
    assert (series.cadence.key, series.next_date) == ("monthly", date(2026, 8, 31))


def test_weekly_groceries_stay_out() -> None:
    amounts = [-7120 - (at * 37) % 23 * 130 for at in range(30)]
    assert detect_recurring(bookings(weekly(30), amounts, "Markt am Eck")) == ()


def test_four_shops_in_four_months_with_differing_amounts_stay_out() -> None:
    assert detect_recurring(bookings(monthly(6), [-2100, -5400, -3300, -8800, -1200, -4100])) == ()


def test_a_weekly_fixed_sum_is_believed_after_six() -> None:
    assert [s.cadence.key for s in detect_recurring(bookings(weekly(6), [-2500] * 6))] == ["weekly"]
    assert detect_recurring(bookings(weekly(5), [-2500] * 5)) == ()


@pytest.mark.parametrize(("gap", "key"), [(14, "fortnightly"), (91, "quarterly"), (365, "yearly")])
def test_other_rhythms(gap: int, key: str) -> None:
    (series,) = detect_recurring(bookings(weekly(5, gap), [-9900] * 5))
    assert series.cadence.key == key


def test_a_yearly_charge_is_seen_at_its_second_booking_if_the_price_is_near() -> None:
    twice = [date(2025, 3, 10), date(2026, 3, 12)]
    assert [s.cadence.key for s in detect_recurring(bookings(twice, [-8000, -8400]))] == ["yearly"]
    assert detect_recurring(bookings(twice, [-8000, -12_000])) == ()


def test_a_fixed_subscription_is_found_among_other_purchases_of_the_payee() -> None:
    steady = monthly(6, day=9)
    odd = [day + timedelta(days=gap) for day, gap in zip(steady, (2, 11, 5, 17, 8, 3), strict=True)]
    mixed = bookings([*steady, *odd], [-899] * 6 + [-2310, -15_499, -780, -4210, -990, -6630], "Versandhaus")
    (series,) = detect_recurring(mixed)
    assert [booking.amount_minor for booking in series.bookings] == [-899] * 6


def test_income_and_unnamed_payees_are_no_charges() -> None:
    assert detect_recurring(bookings(monthly(6), [250_000] * 6)) == ()
    assert detect_recurring(bookings(monthly(6), [-999] * 6, payee="")) == ()


def test_daily_coffees_at_one_price_are_no_bill() -> None:
    assert detect_recurring(bookings(weekly(40, 1), [-320] * 40, "Kaffeebar")) == ()


def test_two_yearly_contracts_of_one_insurer_are_told_apart() -> None:
    days = [date(2025, 2, 3), date(2025, 7, 2), date(2026, 2, 2), date(2026, 7, 2)]
    found = detect_recurring(bookings(days, [-6214, -11_860, -6400, -11_860], "Versicherung"))
    assert [(series.cadence.key, series.last.amount_minor) for series in found] == [
        ("yearly", -6400),
        ("yearly", -11_860),
    ]


def test_one_row_that_fits_nowhere_leaves_a_payee_of_few_rows_unexplained() -> None:
    days = [date(2025, 2, 3), date(2025, 7, 2), date(2026, 2, 2), date(2026, 7, 2), date(2026, 8, 1)]
    assert detect_recurring(bookings(days, [-6214, -11_860, -6400, -11_860, -40_000], "Versicherung")) == ()

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisory.analysis.duplicates import find_double_charges
from advisory.analysis.history import Booking, whole_bookings
from transactions.ledger.columns import Share

FIRST = Share(1, date(2026, 10, 15), -21_999, "EUR", 1, payee_name="Kabelhaus", category_key="electronics")
SECOND = replace(FIRST, transaction_id=2, booking_date=date(2026, 10, 16))
SMALL = [
    Share(100 + at, date(2026, 10, 1 + at), -1500 - at, "EUR", 1, payee_name="Markt", category_key="groceries")
    for at in range(9)
]


def pairs(*shares: Share) -> list[tuple[int, int]]:
    bookings: tuple[Booking, ...] = whole_bookings([*shares, *SMALL])
    return [(pair.first.transaction_id, pair.second.transaction_id) for pair in find_double_charges(bookings, bookings)]


def test_the_same_charge_on_the_next_day_is_a_pair() -> None:
    assert pairs(FIRST, SECOND) == [(1, 2)]


def test_distance_account_amount_and_payee_must_agree() -> None:
    assert pairs(FIRST, replace(SECOND, booking_date=date(2026, 10, 18))) == []
    assert pairs(FIRST, replace(SECOND, account_id=2)) == []
    assert pairs(FIRST, replace(SECOND, amount_minor=-21_998)) == []
    assert pairs(FIRST, replace(SECOND, payee_name="Another")) == []


def test_a_payee_where_buying_twice_is_normal_is_left_alone() -> None:
    earlier = [replace(FIRST, transaction_id=at, booking_date=date(2026, 9, 3)) for at in (11, 12)]
    assert pairs(FIRST, SECOND, *earlier) == []


def test_small_sums_cash_and_tickets_are_left_alone() -> None:
    assert pairs(replace(FIRST, amount_minor=-280), replace(SECOND, amount_minor=-280)) == []
    assert pairs(replace(FIRST, category_key="cash"), replace(SECOND, category_key="cash")) == []


def test_only_pairs_of_the_month_are_told() -> None:
    bookings = whole_bookings([FIRST, SECOND, *SMALL])
    november = [booking for booking in bookings if booking.booking_date.month == 11]
    assert find_double_charges(bookings, november) == ()

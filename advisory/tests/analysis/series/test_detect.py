from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import Known, Series, detect_series
from advisory.tests.analysis.series.makers import AS_OF, START, charges, every, month_day, monthly


def found(rows: Sequence[Row], as_of: date = AS_OF, known: Known | None = None) -> tuple[Series, ...]:
    return detect_series(Rows.of(rows), as_of, known=known)


def only(rows: Sequence[Row], as_of: date = AS_OF) -> Series:
    series = found(rows, as_of)
    assert len(series) == 1
    return series[0]


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        ("weekly", every(7, 100)),
        ("biweekly", every(14, 50)),
        ("four_weekly", every(28, 26)),
        ("semi_monthly", sorted([*monthly(15), *monthly(31)])),
        ("monthly", monthly(5)),
        ("bimonthly", monthly(5, range(0, 24, 2))),
        ("quarterly", monthly(5, range(0, 24, 3))),
        ("half_yearly", monthly(5, range(0, 24, 6))),
        ("yearly", monthly(5, (0, 12))),
    ],
)
def test_every_rhythm_is_found_whole(cadence: str, days: list[date]) -> None:
    series = only(charges(days, -4599, "SEPA Lastschrift Fernwick Versicherung"))
    assert series.cadence == cadence
    assert series.ids == tuple(range(1, len(days) + 1))
    assert series.amount_minor == series.amount_low == series.amount_high == -4599
    assert series.role == "bill"


def test_a_billing_day_may_move() -> None:
    series = only(charges([*monthly(5, range(12)), *monthly(14, range(12, 24))], -999))
    assert (series.cadence, len(series.ids), series.day) == ("monthly", 24, 14)
    assert "moved_day" in series.notes


def test_a_pause_is_no_end_and_no_miss() -> None:
    series = only(charges(monthly(5, [*range(9), *range(13, 24)]), -999))
    assert (series.status, len(series.ids), series.missed) == ("active", 20, 0)
    assert "paused_before" in series.notes


def test_two_contracts_of_one_biller_stay_two() -> None:
    rows = [*charges(monthly(5), -999), *charges(monthly(19), [-1499] * 12 + [-1699] * 12, first_id=100)]
    first, second = found(rows)
    assert (len(first.ids), len(second.ids)) == (24, 24)
    assert first.price_changes == ()
    assert [(change.from_minor, change.to_minor) for change in second.price_changes] == [(-1499, -1699)]


def test_equal_contracts_on_the_same_day_stay_two() -> None:
    rows = [*charges(monthly(5), -1500), *charges(monthly(5), -1500, first_id=100)]
    assert [len(series.ids) for series in found(rows)] == [24, 24]


def test_a_renamed_payee_goes_on() -> None:
    before = charges(monthly(5, range(14)), -1299, "Fernwick Media")
    after = charges(monthly(5, range(14, 24)), -1299, "Novaris Pay", first_id=100)
    series = only([*before, *after])
    assert len(series.ids) == 24


def test_a_short_piece_under_a_new_name_is_added() -> None:
    before = charges(monthly(5, range(22)), -1299, "Fernwick Media")
    after = charges(monthly(5, range(22, 24)), -1299, "Novaris Pay", first_id=100)
    assert len(only([*before, *after]).ids) == 24


def test_a_price_in_another_currency_follows_the_rate() -> None:
    random_rate = random.Random(3)
    amounts, rate = [], 1.0
    for _ in range(24):
        rate *= 1 + random_rate.gauss(0, 0.012)
        amounts.append(round(-2000 * rate))
    series = only(charges(monthly(5), amounts))
    assert len(series.ids) == 24
    assert series.price_changes == ()
    assert series.amount_low < series.amount_minor < series.amount_high


def test_a_trial_is_left_out_of_the_price() -> None:
    series = only(charges(monthly(5, range(13)), [-1, *[-1299] * 12]), as_of=date(2025, 1, 20))
    assert (len(series.ids), series.price_changes) == (12, ())
    assert "trial_to_paid" in series.notes


def test_price_changes_wait_for_eight_months_of_rows() -> None:
    rows = charges(monthly(5, range(7)), [-999] * 3 + [-1199] * 4)
    assert only(rows, as_of=date(2024, 7, 20)).price_changes == ()
    older = Row(900, START - timedelta(days=60), -4321, "EUR", text="Corner shop")
    series = next(one for one in found([*rows, older], as_of=date(2024, 7, 20)) if len(one.ids) == 7)
    assert [(change.date, change.to_minor) for change in series.price_changes] == [(date(2024, 4, 5), -1199)]


def test_a_known_brand_is_believed_at_its_second_charge_and_others_at_the_third() -> None:
    days = [month_day(month, 7) for month in range(3)]
    brand = only(charges(days[:2], -1299, "NETFLIX.COM"), as_of=date(2024, 2, 20))
    assert (brand.status, brand.role) == ("early", "subscription")
    assert found(charges(days[:2], -1299), as_of=date(2024, 2, 20)) == ()
    assert only(charges(days, -1299), as_of=date(2024, 3, 20)).status == "active"


def test_a_second_charge_by_mistake_hides_no_young_series() -> None:
    days = [date(2024, 1, 8), date(2024, 1, 10), date(2024, 2, 8), date(2024, 3, 8)]
    series = only(charges(days, -1299), as_of=date(2024, 3, 8))
    assert (series.ids, series.cadence) == ((1, 3, 4), "monthly")


def test_a_token_before_it_hides_no_known_brand() -> None:
    days = [date(2024, 1, 1), date(2024, 1, 15), date(2024, 2, 15)]
    assert only(charges(days, [-100, -1299, -1299], "NETFLIX.COM"), as_of=date(2024, 2, 20)).ids == (2, 3)


def test_a_day_that_moved_is_followed_in_a_short_history() -> None:
    days = [
        date(2024, 1, 8),
        date(2024, 2, 8),
        date(2024, 3, 8),
        date(2024, 4, 19),
        date(2024, 5, 20),
        date(2024, 6, 19),
    ]
    series = only(charges(days, -1299, "SEPA Lastschrift Fernwick"), as_of=date(2024, 6, 25))
    assert (series.ids, series.cadence) == ((1, 2, 3, 4, 5, 6), "monthly")
    assert series.next_date is not None
    assert abs((series.next_date - date(2024, 7, 19)).days) <= 2


def test_a_half_yearly_day_may_move_once() -> None:
    days = [date(2024, 1, 8), date(2024, 7, 8), date(2025, 1, 20), date(2025, 7, 21)]
    series = only(charges(days, -15699, "SEPA Lastschrift Fernwick Versicherung"), as_of=date(2025, 8, 1))
    assert (len(series.ids), series.cadence) == (4, "half_yearly")


def test_a_price_that_becomes_twelve_times_smaller_is_another_contract() -> None:
    rows = [*charges(monthly(5, range(10)), -1150), *charges(monthly(8, range(10, 24)), -94, first_id=100)]
    assert [len(series.ids) for series in found(rows)] == [10, 14]


def test_a_biller_that_counts_days_is_no_visitor() -> None:
    days = [START + timedelta(days=round(30.6 * place)) for place in range(20)]
    assert len(only(charges(days, -1290)).ids) == 20


@pytest.mark.parametrize(
    ("days", "text", "count"),
    [
        ([date(2024, 1, 8), date(2025, 1, 8)], "Fernwick Versicherung", 1),
        ([date(2024, 1, 8), date(2025, 1, 12)], "Lunch at Hana", 0),
        ([date(2024, 1, 8), date(2024, 7, 9)], "Outdoor World", 0),
    ],
)
def test_two_bookings_need_a_word_or_the_same_day_of_the_year(days: list[date], text: str, count: int) -> None:
    assert len(found(charges(days, -6849, text), as_of=days[-1])) == count


def test_few_near_amounts_out_of_many_visits_are_no_contract() -> None:
    dice = random.Random(5)
    days = [START + timedelta(days=dice.randrange(700)) for _ in range(160)]
    rows = charges(sorted(days), [-dice.randrange(1500, 9000) for _ in days], "Moya Opole")
    assert found(rows) == ()


@pytest.mark.parametrize(
    ("as_of", "status", "missed"),
    [
        (date(2024, 6, 10), "active", 0),
        (date(2024, 7, 10), "active", 0),
        (date(2024, 7, 20), "paused", 1),
        (date(2024, 8, 20), "paused", 2),
        (date(2024, 9, 20), "ended", 3),
    ],
)
def test_status_counts_the_due_days_missed(as_of: date, status: str, missed: int) -> None:
    series = only(charges(monthly(5, range(6)), -999), as_of=as_of)
    assert (series.status, series.missed) == (status, missed)
    assert (series.next_date is None) == (status == "ended")


def test_the_next_date_is_the_next_due_day_with_a_band() -> None:
    series = only(charges(monthly(5, range(6)), -999), as_of=date(2024, 6, 10))
    assert series.next_date == date(2024, 7, 5)
    assert series.next_from is not None
    assert series.next_until is not None
    assert series.next_from < series.next_date < series.next_until


def test_income_by_the_last_banking_day() -> None:
    days = [month_day(month, 31) for month in range(24)]
    early = [day - timedelta(days=max(0, day.weekday() - 4)) for day in days]
    series = only(charges(early, [250000 + 1000 * (place % 5) for place in range(24)], "ACME GMBH GEHALT"))
    assert (series.cadence, series.role, len(series.ids)) == ("monthly", "income", 24)


def test_a_loan_and_a_standing_order_into_savings_have_their_roles() -> None:
    loan = only(charges(monthly(3), -21000, "Darlehen Rate 123456"))
    assert loan.role == "instalment"
    out = charges(monthly(2), -20000, "Transfer to savings", account="A")
    into = charges(monthly(2), 20000, "Transfer from checking", account="B", first_id=100)
    saving = only([*out, *into])
    assert (saving.role, saving.ids) == ("saving", tuple(range(1, 25)))


def test_the_users_word_counts() -> None:
    rows = charges(monthly(5), -999, "Fernwick Media")
    key = only(rows).payee_key
    assert found(rows, known=Known(refused=frozenset({key}))) == ()
    cancelled = found(rows, known=Known(cancelled={key: date(2025, 6, 1)}))
    assert "charged_after_cancelling" in cancelled[0].notes


def _habit(seed: int, text: str, amounts: Sequence[int], gaps: Sequence[int]) -> list[Row]:
    dice = random.Random(seed)
    day, days = START + timedelta(days=dice.randrange(20)), []
    while day <= AS_OF:
        days.append(day)
        day += timedelta(days=dice.choice(gaps))
    return charges(days, [dice.choice(amounts) for _ in days], text)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(
    ("text", "amounts", "gaps"),
    [
        ("Green Valley Supermarket", [-5023, -6211, -4480, -7155, -3891, -9120], [6, 7, 7, 7, 8]),
        ("Barber Joe", [-2500], [28, 28, 35, 35, 31]),
        ("Salon Vera", [-4000, -4000, -4500], [28, 35, 33, 30, 29]),
        ("Espresso Corner", [-320, -320, -380], [1, 1, 2, 3, 5]),
        ("City Bus ticket", [-290], [1, 2, 4, 6]),
        ("ATM Main Street", [-10000], [7]),
        ("Restaurant Adler", [-4500, -5210, -3890, -6120, -4780], [21, 28, 30, 35, 40]),
        ("Shell petrol", [-5000, -6000, -5500, -4231], [9, 12, 14, 15, 18]),
    ],
)
def test_habits_stay_out(seed: int, text: str, amounts: Sequence[int], gaps: Sequence[int]) -> None:
    assert found(_habit(seed, text, amounts, gaps)) == ()


def _household() -> list[Row]:
    rows = [
        *charges(monthly(5), -999, "Fernwick Media"),
        *charges(every(7, 90), -1250, "Veg box Orchard", first_id=100),
        *charges(monthly(1, range(0, 24, 3)), [-8000 - 37 * place for place in range(8)], "Stadtwerke", first_id=300),
        *charges(monthly(28), 240000, "ACME PAYROLL", first_id=400),
    ]
    dice = random.Random(7)
    shops = [
        Row(1000 + place, START + timedelta(days=dice.randrange(720)), -dice.randrange(300, 9000), "EUR", text=text)
        for place, text in enumerate(["Corner Grocer", "Book Nook", "Cafe Luna"] * 40)
    ]
    return [*rows, *shops]


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(dice: random.Random) -> None:
    rows = _household()
    shuffled = dice.sample(rows, len(rows))
    assert found(shuffled) == found(rows)
    assert len(found(rows)) == 4


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 700), st.integers(1, 900000))
def test_a_transfer_between_own_accounts_changes_nothing(day: int, minor: int) -> None:
    booked = START + timedelta(days=day)
    pair = [
        Row(5001, booked, -minor, "EUR", account="A", text="Transfer to own account"),
        Row(5002, booked, minor, "EUR", account="B", text="Transfer from own account"),
    ]
    rows = _household()
    assert found([*rows, *pair]) == found(rows)


@settings(max_examples=6, deadline=None)
@given(st.sampled_from([3, 10, 1000]))
def test_the_scale_of_the_currency_changes_no_row_of_a_series(factor: int) -> None:
    rows = _household()
    scaled = [replace(row, amount_minor=row.amount_minor * factor) for row in rows]
    assert [series.ids for series in found(scaled)] == [series.ids for series in found(rows)]
    assert [series.amount_minor for series in found(scaled)] == [series.amount_minor * factor for series in found(rows)]


def test_an_account_split_in_two_changes_no_row_of_a_series() -> None:
    rows = _household()
    parted = [replace(row, account="B" if row.booking_date > date(2025, 1, 1) else "A") for row in rows]
    assert [series.ids for series in found(parted)] == [series.ids for series in found(rows)]


def test_no_rows_no_series() -> None:
    assert found([]) == ()


def test_a_yearly_contract_shows_its_new_price_with_the_second_charge() -> None:
    days = [month_day(0, 9), month_day(12, 9)]
    series = only(charges(days, [-24000, -25680], "Shield Insurance policy"))
    assert [(change.date, change.from_minor, change.to_minor) for change in series.price_changes] == [
        (days[1], -24000, -25680)
    ]


def test_what_a_year_of_metering_costs_is_no_price() -> None:
    days = [month_day(0, 9), month_day(12, 9)]
    series = only(charges(days, [-24000, -34000], "Shield Insurance policy"))
    assert series.price_changes == ()

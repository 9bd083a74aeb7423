from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.ledger.period import add_months
from transactions.sampledata import category_keys
from transactions.sampledata.banking_days import easter_sunday, is_banking_day
from transactions.sampledata.household import Household, generate_household
from transactions.sampledata.rows import ANOMALIES, CARD, CHECKING, SAVINGS, SampleRow

START, END = date(2024, 3, 1), date(2026, 3, 1)
KEYS = {value for name, value in vars(category_keys).items() if name.isupper()}


@pytest.fixture(scope="module")
def household() -> Household:
    return generate_household(7, START, END)


def series_of(household: Household) -> dict[str, list[SampleRow]]:
    found: dict[str, list[SampleRow]] = defaultdict(list)
    for row in household.rows:
        if row.series and not (row.transfer and row.account != CHECKING):
            found[row.series].append(row)
    return found


def test_the_same_seed_gives_the_same_household() -> None:
    assert generate_household(7, START, END) == generate_household(7, START, END)


def test_another_seed_gives_other_accounts_and_rows(household: Household) -> None:
    other = generate_household(8, START, END)
    assert {a.external_ref for a in other.accounts}.isdisjoint(a.external_ref for a in household.accounts)
    assert other.rows != household.rows


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), month=st.integers(0, 400), days=st.integers(0, 800), more=st.integers(0, 400))
def test_a_later_end_only_adds_rows(seed: int, month: int, days: int, more: int) -> None:
    start = add_months(date(2000, 1, 1), month)
    end = start + timedelta(days=days)
    short, long = generate_household(seed, start, end), generate_household(seed, start, end + timedelta(days=more))
    assert short.accounts == long.accounts
    assert short.rows == tuple(row for row in long.rows if row.booking_date < end)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), days=st.integers(1, 1000))
def test_every_row_is_whole_whatever_the_seed(seed: int, days: int) -> None:
    household = generate_household(seed, START, START + timedelta(days=days))
    for row in household.rows:
        assert START <= row.booking_date < household.end
        assert is_banking_day(row.booking_date)
        assert row.value_date <= row.booking_date
        assert row.amount_minor != 0
        assert row.category in KEYS
        assert row.counterparty
        assert row.description


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_household_lives_within_its_means(seed: int) -> None:
    household = generate_household(seed, START, END)
    assert household.closing_minor(CHECKING) > household.account(CHECKING).opening_minor
    assert household.closing_minor(SAVINGS) > household.account(SAVINGS).opening_minor
    assert -400_000 < household.closing_minor(CARD) <= 0


def test_external_ids_tell_rows_of_an_account_apart(household: Household) -> None:
    ids = Counter((row.account, row.external_id) for row in household.rows)
    assert max(ids.values()) == 1


def test_a_month_has_a_believable_number_of_rows(household: Household) -> None:
    a_month = Counter(f"{row.booking_date:%Y-%m}" for row in household.rows)
    assert len(a_month) == 24
    assert 60 <= len(household.rows) / 24 <= 90


def test_the_truth_names_every_kind_of_anomaly(household: Household) -> None:
    assert {row.anomaly for row in household.rows} == {"", *ANOMALIES}


def test_the_categories_are_default_ones() -> None:
    assert {category.key for category in DEFAULT_CATEGORIES} >= KEYS


def test_every_category_of_the_household_occurs(household: Household) -> None:
    assert {row.category for row in household.rows} == KEYS


def test_transfer_pairs_cancel_out_between_two_accounts(household: Household) -> None:
    pairs: dict[str, list[SampleRow]] = defaultdict(list)
    for row in household.rows:
        if row.transfer:
            pairs[row.transfer].append(row)
    assert len(pairs) > 48
    for rows in pairs.values():
        assert len({row.account for row in rows}) == 2
        assert sum(row.amount_minor for row in rows) == 0
    assert {row.transfer != "" for row in household.rows if row.category == "transfer"} == {True}


def test_the_card_is_settled_in_full_every_month(household: Household) -> None:
    card = household.rows_of(CARD)
    paid = [row for row in card if row.transfer]
    for row in paid:
        month = row.booking_date.replace(day=1)
        assert row.amount_minor == -sum(r.amount_minor for r in card if r.booking_date < month)
    assert len(paid) == 23


def test_monthly_series_come_every_month(household: Household) -> None:
    found = series_of(household)
    for name in ("salary", "electricity", "gas", "internet", "mobile", "music", "streaming", "saving"):
        months = {row.value_date.replace(day=1) for row in found[name]}
        assert len(found[name]) in {23, 24}, name
        assert len(months) >= 23, name


def test_salary_is_raised_and_a_thirteenth_comes(household: Household) -> None:
    pays = [row.amount_minor for row in series_of(household)["salary"]]
    assert pays == sorted(pays)
    assert len(set(pays)) == 3
    extra = [row for row in household.rows if row.category == "income_salary" and not row.series]
    assert [row.booking_date.month for row in extra] == [11, 11]


def test_rises_and_the_end_of_a_trial_stand_where_the_price_changes(household: Household) -> None:
    for name, rows in series_of(household).items():
        if name not in {"rent", "streaming", "newspaper"}:
            continue
        for earlier, later in pairwise(rows):
            assert (later.amount_minor != earlier.amount_minor) == bool(later.anomaly), (name, later)


def test_equal_coffees_on_one_day_happen(household: Household) -> None:
    coffees = Counter(
        (row.booking_date, row.amount_minor, row.counterparty, row.description)
        for row in household.rows
        if row.category == "coffee"
    )
    assert max(coffees.values()) == 2


def test_the_duplicate_charge_and_the_refund_have_their_originals(household: Household) -> None:
    for row in household.rows:
        if row.anomaly == "duplicate_charge":
            twins = [
                r for r in household.rows if r.description == row.description and r.amount_minor == row.amount_minor
            ]
            assert len(twins) == 2
        if row.anomaly == "refund":
            assert any(
                r.amount_minor == -row.amount_minor and r.payee == row.payee and r.booking_date < row.booking_date
                for r in household.rows
            )


def test_journeys_take_place_elsewhere(household: Household) -> None:
    summer = [row for row in household.rows if row.category == "travel" and row.value_date.month == 7]
    assert len(summer) == 4
    away = {row.value_date for row in household.rows if row.category == "groceries" and row.value_date.month == 7}
    assert not {date(2025, 7, day) for day in range(12, 15)} & away


def test_the_iban_has_right_check_digits(household: Household) -> None:
    iban = household.account(CHECKING).external_ref
    digits = "".join(str(int(letter, 36)) for letter in iban[4:] + iban[:4])
    assert len(iban) == 22
    assert int(digits) % 97 == 1


@pytest.mark.parametrize(
    ("year", "day"),
    [(2000, (4, 23)), (2008, (3, 23)), (2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2038, (4, 25))],
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter_sunday(year) == date(year, *day)


@pytest.mark.parametrize(
    ("start", "end", "country"),
    [(date(2024, 1, 2), END, "DE"), (END, START, "DE"), (START, END, "XX")],
    ids=["not the first of a month", "ends before it starts", "no such country"],
)
def test_what_cannot_be_generated_is_refused(start: date, end: date, country: str) -> None:
    with pytest.raises(ValueError, match="household"):
        generate_household(7, start, end, country)


def test_an_empty_period_has_accounts_and_no_rows() -> None:
    household = generate_household(7, START, START)
    assert household.rows == ()
    assert len(household.accounts) == 3

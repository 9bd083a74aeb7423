"""Fingerprints, balances, splits, money and rules: the small pure pieces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.balances import implied_opening
from transactions.ledger.fingerprint import fingerprints
from transactions.ledger.money import MAX_MINOR, MoneyError, from_minor, to_minor, to_nearest_minor, to_text
from transactions.ledger.splits import split_difference


@dataclass(frozen=True)
class Row:
    booking_date: date
    amount_minor: int
    counterparty: str = ""
    description: str = ""
    external_id: str = ""
    currency: str = "EUR"


ROWS = st.lists(
    st.builds(
        Row,
        booking_date=st.integers(0, 3).map(lambda day: date(2026, 3, 1) + timedelta(days=day)),
        amount_minor=st.sampled_from([-280, -100, 100]),
        counterparty=st.sampled_from(["Cafe", "CAFÉ", "Shop"]),
        external_id=st.sampled_from(["", "1"]),
    ),
    max_size=20,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_fingerprints_are_unique_in_a_file_and_the_same_set_in_any_order(rows: list[Row], random: Random) -> None:
    keys = fingerprints(rows)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert len(set(keys)) == len(rows)
    assert set(fingerprints(shuffled)) == set(keys)


@given(ROWS, st.data())
def test_a_part_of_a_file_has_a_part_of_its_fingerprints(rows: list[Row], data: st.DataObject) -> None:
    part = [row for row in rows if data.draw(st.booleans())]
    assert set(fingerprints(part)) <= set(fingerprints(rows))


AMOUNTS = st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=20)


@given(AMOUNTS, st.integers(-10_000, 10_000), st.booleans())
def test_running_balances_lead_back_to_the_opening(amounts: list[int], opening: int, newest_first: bool) -> None:
    balances = [opening + sum(amounts[: index + 1]) for index in range(len(amounts))]
    rows = list(zip(amounts, balances, strict=True))
    if newest_first:
        rows.reverse()
    found = implied_opening([row[0] for row in rows], [row[1] for row in rows], None, None)
    is_ambiguous = len(rows) == 1 or any(amount == 0 for amount in amounts) or len(set(amounts)) == 1
    assert found == opening or is_ambiguous or _also_adds_up(rows, found)


def _also_adds_up(rows: list[tuple[int, int]], found: int | None) -> bool:
    """Short files may add up both ways; then either answer explains every row."""
    forwards = sum(before[1] + after[0] == after[1] for before, after in pairwise(rows))
    backwards = sum(after[1] + before[0] == before[1] for before, after in pairwise(rows))
    return found is not None and forwards == backwards


def test_the_closing_balance_beats_the_opening_one() -> None:
    assert implied_opening([-30], [None], 100, 90) == 120
    assert implied_opening([-30], [None], 100, None) == 100
    assert implied_opening([-30], [None], None, None) is None
    assert implied_opening([], [], None, None) is None


@given(AMOUNTS)
def test_shares_leave_nothing_over_only_when_they_are_the_whole(shares: list[int]) -> None:
    assert split_difference(sum(shares), shares) == 0
    assert split_difference(sum(shares) + 1, shares) == 1


@given(st.integers(-MAX_MINOR, MAX_MINOR), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_amounts_survive_the_way_to_text_and_back(minor: int, currency: str) -> None:
    assert to_minor(to_text(minor, currency), currency) == minor
    assert to_minor(from_minor(minor, currency), currency) == minor


@pytest.mark.parametrize("amount", ["0.001", "1e30", "NaN", "inf", "abc", str(MAX_MINOR)])
def test_what_cannot_be_kept_exactly_is_refused(amount: str) -> None:
    with pytest.raises(MoneyError):
        to_minor(amount, "EUR")


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("45.949999999999996", "EUR", 4595),
        ("-197.1063", "USD", -19711),
        ("-0.0051", "EUR", -1),
        ("-197.1220", "USD", -19712),
        ("1.230", "EUR", 123),
        ("1500.0000", "USD", 150000),
        ("12.5", "JPY", 13),
        ("1E-400", "EUR", 0),
        ("1.2345", "KWD", 1235),
    ],
)
def test_amounts_finer_than_the_currency_are_rounded_as_banks_round(amount: str, currency: str, minor: int) -> None:
    assert to_nearest_minor(Decimal(amount), currency) == minor


@pytest.mark.parametrize(
    ("amount", "currency"),
    [("1.234", "EUR"), ("1.234", "JPY"), ("NaN", "EUR"), ("1e30", "EUR"), (f"{MAX_MINOR}.0001", "EUR")],
)
def test_three_decimals_may_be_thousands_and_are_not_rounded(amount: str, currency: str) -> None:
    with pytest.raises(MoneyError):
        to_nearest_minor(Decimal(amount), currency)

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.rows import Row, Rows
from advisory.analysis.transfers import pair_transfers

DAY = date(2025, 3, 4)


def row(number: int, minor: int, account: str, text: str = "", *, day: int = 0, currency: str = "EUR") -> Row:
    return Row(number, DAY + timedelta(days=day), minor, currency, account=account, text=text)


def test_opposite_amounts_on_two_accounts_are_one_movement() -> None:
    rows = [row(1, -20000, "A"), row(2, 20000, "B", day=2), row(3, -20000, "A", currency="USD")]
    assert pair_transfers(Rows.of(rows)) == ((1, 2),)


@pytest.mark.parametrize(
    "text", ["Transfer to savings", "TRASPASO A CUENTA AHORRO", "Eigen rekening naar spaarrekening"]
)
def test_words_decide_between_a_cash_machine_and_a_transfer(text: str) -> None:
    rows = [
        row(1, -10000, "A", "ATM withdrawal Main Street"),
        row(2, -10000, "A", text, day=1),
        row(3, 10000, "B", "Transfer from own account", day=1),
    ]
    assert pair_transfers(Rows.of(rows)) == ((2, 3),)


def test_two_pairs_of_one_amount_are_parted_by_their_days() -> None:
    rows = [
        row(1, -10000, "A", "Transfer"),
        row(2, 10000, "B", "Transfer"),
        row(3, -10000, "A", "Transfer", day=3),
        row(4, 10000, "B", "Transfer", day=3),
    ]
    assert pair_transfers(Rows.of(rows)) == ((1, 2), (3, 4))


def test_what_is_even_is_left_alone() -> None:
    rows = [row(1, -10000, "A", "Transfer"), row(2, -10000, "A", "Transfer"), row(3, 10000, "B", "Transfer")]
    assert pair_transfers(Rows.of(rows)) == ()


@pytest.mark.parametrize("account", ["A", "B"])
def test_no_pair_on_one_account_or_too_far_apart(account: str) -> None:
    rows = [
        row(1, -10000, account, "Transfer"),
        row(2, 10000, account, "Transfer"),
        row(3, -5000, "A"),
        row(4, 5000, "B", day=9),
    ]
    assert pair_transfers(Rows.of(rows)) == ()


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_each_row_is_in_one_pair_whatever_the_order(dice: random.Random) -> None:
    made = random.Random(3)
    rows = [
        row(
            number,
            made.choice([-1, 1]) * made.choice([1000, 5000]),
            made.choice("ABC"),
            made.choice(["Transfer", "Shop"]),
            day=made.randrange(60),
        )
        for number in range(1, 60)
    ]
    pairs = pair_transfers(Rows.of(dice.sample(rows, len(rows))))
    assert pairs == pair_transfers(Rows.of(rows))
    used = [number for pair in pairs for number in pair]
    assert len(used) == len(set(used)) > 0

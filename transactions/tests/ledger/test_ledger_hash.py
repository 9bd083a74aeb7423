"""The sum over a ledger: the same for the same rows in any order, another for any other, and carried on exactly."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.ledger_hash import SIZE, LedgerSum, row_hash

VALUES = st.one_of(st.none(), st.integers(), st.text(max_size=8), st.lists(st.text(max_size=3), max_size=3))
ROWS = st.lists(st.tuples(st.sampled_from(["transaction", "account"]), VALUES, VALUES), max_size=12)
NOTHING = LedgerSum()


def test_the_hash_of_a_ledger_stays_what_it_is() -> None:
    """It stands on certificates and in exports: of the same rows it may never become another."""
    rows = [("account", "Giro", "EUR", 0, ["1"], None)]
    assert NOTHING.digest == "6aa39a220e539cb84a9ac95ad171bf7bb39213d7e2dc2c576e1cf76edcd8672a"
    assert NOTHING.plus(rows).digest == "13d7c1b60b5d608ec6cd5035eda2a20badaede2c14add2391bdd1c775ceb424c"


@given(ROWS, st.randoms())
def test_the_order_of_rows_does_not_matter(rows: list[tuple[object, ...]], chance: random.Random) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)
    assert NOTHING.plus(rows) == NOTHING.plus(mixed)


@given(ROWS, ROWS)
def test_parts_add_up_and_can_be_taken_away(rows: list[tuple[object, ...]], others: list[tuple[object, ...]]) -> None:
    whole = NOTHING.plus([*rows, *others])
    assert NOTHING.plus(rows) + NOTHING.plus(others) == whole == NOTHING.plus(rows).plus(others)
    assert whole.without(NOTHING.plus(others)) == NOTHING.plus(rows)
    assert whole.without(whole) == NOTHING
    assert 0 <= whole.total < SIZE


def test_equal_rows_count_as_often_as_they_are_there() -> None:
    row = ("transaction", "Giro", -100)
    once, twice, thrice = (NOTHING.plus([row] * count) for count in (1, 2, 3))
    assert len({NOTHING.digest, once.digest, twice.digest, thrice.digest}) == 4
    assert thrice.without(twice) == once


def test_values_that_look_alike_are_told_apart() -> None:
    rows: list[tuple[object, ...]] = [
        ("a", 1), ("a", "1"), ("a", True), ("a", None), ("a", "None"), ("a", []), ("a", ""), ("a", "", ""), ("a1",),
        ("a", ["1"]), ("a", [1]), ("a", "é"), ("a", "e\u0301"),
    ]  # fmt: skip
    assert len({row_hash(row) for row in rows}) == len(rows)
    swapped = NOTHING.plus([("a", "x", "y")]), NOTHING.plus([("a", "y", "x")])
    assert swapped[0] != swapped[1]

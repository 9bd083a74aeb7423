from __future__ import annotations

import random
from datetime import date

import pytest

from advisory.analysis.rows import Row, Rows

MAY = date(2026, 5, 1)


def row(number: int, day: int = 1, minor: int = -100, text: str = "", counterparty: str = "") -> Row:
    return Row(number, MAY.replace(day=day), minor, "EUR", text=text, counterparty=counterparty)


def test_the_order_of_the_input_does_not_matter() -> None:
    rows = [row(number, day=1 + number % 5, minor=-number) for number in range(1, 40)]
    shuffled = random.Random(1).sample(rows, len(rows))
    assert Rows.of(shuffled).rows == Rows.of(rows).rows


def test_arrays_stand_beside_their_rows() -> None:
    rows = Rows.of([row(2, day=3, minor=500), row(1, day=2)])
    assert rows.ids.tolist() == [1, 2]
    assert rows.minors.tolist() == [-100, 500]
    assert rows.days.tolist() == [one.booking_date.toordinal() for one in rows.rows]


def test_rows_before_a_day_leave_that_day_out() -> None:
    rows = Rows.of([row(1, day=1), row(2, day=2), row(3, day=3)])
    assert rows.before(MAY.replace(day=3)).ids.tolist() == [1, 2]


def test_one_id_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="same id"):
        Rows.of([row(1), row(1, day=2)])


def test_words_hold_the_other_side_once() -> None:
    assert row(1, text="ACME SHOP 12", counterparty="Acme Shop").words == "ACME SHOP 12"
    assert row(1, text="Invoice 12", counterparty="Acme Shop").words == "Acme Shop Invoice 12"

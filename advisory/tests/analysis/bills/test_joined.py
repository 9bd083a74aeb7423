"""Series that the user says are one."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from advisory.analysis.bills.joined import joined
from advisory.analysis.findings import PriceChange
from advisory.tests.analysis.bills.makers import series

OLD = series(1, 2, first_date=date(2025, 1, 1), last_date=date(2025, 2, 1), status="ended", next_date=None, missed=1)
NEW = series(
    8, 9, payee_key="home", label="Home", first_date=date(2025, 3, 1), last_date=date(2025, 4, 1), amount_minor=-950_00
)  # fmt: skip
DAYS = {1: date(2025, 1, 1), 2: date(2025, 2, 1), 8: date(2025, 3, 1), 9: date(2025, 4, 1)}


def test_it_has_all_rows_and_goes_on_as_the_newest_does() -> None:
    whole = joined([OLD, NEW], DAYS)
    assert whole.ids == (1, 2, 8, 9)
    assert (whole.label, whole.status, whole.next_date, whole.amount_minor) == ("Home", "active", NEW.next_date, -95000)
    assert (whole.first_date, whole.last_date, whole.missed) == (OLD.first_date, NEW.last_date, 1)


def test_another_price_where_one_follows_the_other_is_a_step() -> None:
    assert joined([OLD, NEW], DAYS).price_changes == (PriceChange(NEW.first_date, -900_00, -950_00),)
    beside = series(8, 9, first_date=date(2025, 1, 15), last_date=date(2025, 4, 1), amount_minor=-950_00)
    assert joined([OLD, beside], DAYS).price_changes == ()


def test_the_order_decides_nothing_and_joining_again_changes_nothing() -> None:
    third = series(5, first_date=date(2024, 1, 1), last_date=date(2024, 1, 1), status="ended", next_date=None)
    made = {joined(order, DAYS) for order in permutations([OLD, NEW, third])}
    assert len(made) == 1
    (whole,) = made
    assert joined([whole], DAYS) == whole


def test_a_declared_part_without_rows_adds_none() -> None:
    word = series(-7, first_date=date(2025, 5, 1), last_date=date(2025, 5, 1), anchor=date(2025, 5, 1))
    assert joined([OLD, word], DAYS).ids == (1, 2)
    assert joined([word], DAYS).ids == (-7,)
    with pytest.raises(ValueError, match="No series"):
        joined([], DAYS)

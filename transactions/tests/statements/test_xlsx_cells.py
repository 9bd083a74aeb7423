"""Cells as text: exact, without the noise of binary fractions."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.statements.xlsx_cells import Cell, cell_text, columns_with_cents, number_text, row_texts


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  as it is ", "  as it is "),
        (None, ""),
        (True, "TRUE"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (1234.5600000000001, "1234.56"),
        (10000.1 - 9900.1, "100"),
        (1.234, "1.2340"),  # 1.234 may be thousands where people write it
        (0.00000012, "0.00000012"),
        (1e20, "100000000000000000000"),
        (float("nan"), ""),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2), "2026-01-02"),  # noqa: DTZ001 -- workbooks know no time zones
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02 03:04:05"),  # noqa: DTZ001
        (date(1900, 9, 6), "250"),  # an amount that was formatted as a day
        (time(3, 4), "03:04:00"),
    ],
)
def test_a_cell_as_text(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False))
def test_every_amount_survives_the_float(amount: Decimal) -> None:
    assert Decimal(number_text(float(amount))) == amount


def test_whole_numbers_beside_cents_have_cents_within_a_table_only() -> None:
    rows: list[list[Cell]] = [["Account", 1234567.0], ["a", "b", 500.0], ["a", "b", 12.5]]
    has_cents = columns_with_cents(rows)

    assert has_cents == [False, False, True]
    assert [row_texts(row, has_cents)[-1] for row in rows] == ["1234567", "500.00", "12.50"]

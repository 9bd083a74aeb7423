"""Amounts as banks print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.statements.numbers import choose_decimal_mark, decimal_mark_votes, parse_amount


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("-$7,971.39", ".", "-7971.39"),
        ("($85.00)", ".", "-85.00"),
        ("+ $73.01", ".", "73.01"),
        ("+ GBP 1,100.00 CR", ".", "1100.00"),
        ("- 12,34", ",", "-12.34"),
        ("2 500,00 kr", ",", "2500.00"),
        ("0.01USD", ".", "0.01"),
        ("CNY13.50", ".", "13.50"),
        ("11'373.94", ".", "11373.94"),
        ("11’373.94", ".", "11373.94"),
        ("-,01", ",", "-0.01"),
        ("$.23", ".", "0.23"),
        ("12,84,000.53", ".", "1284000.53"),
        ("1.234.567,89", ".", "1234567.89"),
        ("12,50", ".", "12.50"),
        ("45,50-", ",", "-45.50"),
        ("−4,20 €", ",", "-4.20"),
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
        ("45.50 Dr", ".", "-45.50"),
        ("Rs.120", ".", "120"),
        ("-00000000001500.0000", ".", "-1500.0000"),
        ("R$ 1.234,50", ",", "1234.50"),
        ("\u00a01\u202f234,50\u00a0€", ",", "1234.50"),
    ],
)
def test_reads(text: str, mark: str, value: str) -> None:
    amount = parse_amount(text, mark)

    assert amount is not None
    assert amount.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ".",
        "abc",
        "12..5",
        "1,2,3",
        "2026-01-14",
        "12:30",
        "--5",
        "5 apples",
        "$",
        "1.2.3.4",
        "4111 1111 x",
        "+-3",
    ],
)
def test_refuses_what_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


def test_says_which_currency_and_mark_stand_in_the_cell() -> None:
    amount = parse_amount("1.234,56 EUR", ",")
    marked = parse_amount("10.00 CR")

    assert amount is not None
    assert amount.currency == "EUR"
    assert marked is not None
    assert (marked.mark, marked.is_signed) == ("CR", True)


def test_the_decimal_mark_is_that_of_the_column() -> None:
    assert choose_decimal_mark(decimal_mark_votes(["1.234", "5,60", "7,10"])) == ","
    assert choose_decimal_mark(decimal_mark_votes(["1,234", "5.60"])) == "."
    assert choose_decimal_mark(decimal_mark_votes(["1.500", "-2.045"])) == ","


@given(
    minor=st.integers(min_value=-(10**12), max_value=10**12),
    mark=st.sampled_from([".", ","]),
    thousands=st.sampled_from(["", "other", " ", "'"]),
)
def test_any_amount_survives_any_way_of_printing_it(minor: int, mark: str, thousands: str) -> None:
    value = Decimal(minor).scaleb(-2)
    separator = {"other": "," if mark == "." else "."}.get(thousands, thousands)
    printed = f"{value:,.2f}".replace(",", "T").replace(".", mark).replace("T", separator)

    amount = parse_amount(printed, mark)

    assert amount is not None
    assert amount.value == value


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    amount = parse_amount(text)

    assert amount is None or amount.value.is_finite()


@pytest.mark.parametrize(
    ("printed", "value", "currency"),
    [("12,300원", "12300", "KRW"), ("￦1,900", "1900", "KRW"), ("۱۲۳٬۴۵۶", "123456", ""), ("１２３", "123", "")],
)
def test_digits_and_marks_of_other_scripts(printed: str, value: str, currency: str) -> None:
    amount = parse_amount(printed)

    assert amount is not None
    assert (str(amount.value), amount.currency) == (value, currency)

"""Which rate holds, by which way, exactly; and files of rates in every published form."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.rate_files import read_rate_file
from transactions.ledger.rates import NoRate, Rate, RateBook, RateRow, converted, rounded, shown

DAY = date(2026, 3, 10)


def row(base: str, quote: str, rate: str, back: int = 0, *, own: bool = False) -> RateRow:
    return RateRow(base, quote, DAY - timedelta(days=back), Decimal(rate), own)


def test_the_latest_rate_before_the_day_holds_in_both_directions() -> None:
    book = RateBook([row("EUR", "USD", "1.1", 5), row("EUR", "USD", "1.25", 2), row("EUR", "USD", "9", -1)], 10)
    assert book.rate("EUR", "USD", DAY) == Rate(Fraction(5, 4), DAY - timedelta(days=2), "EUR/USD of 2026-03-08")
    assert book.convert(100_00, "USD", "EUR", DAY) == 80_00
    assert book.convert(100_00, "USD", "EUR", DAY - timedelta(days=3)) == 90_91


def test_an_own_rate_of_the_same_day_goes_first_and_an_older_one_does_not() -> None:
    rows = [row("EUR", "USD", "2", own=True), row("EUR", "USD", "1.1"), row("EUR", "USD", "3", 1, own=True)]
    assert RateBook(rows, 10).convert(100, "EUR", "USD", DAY) == 200
    assert RateBook(rows[1:], 10).convert(100, "EUR", "USD", DAY) == 110
    inverse = [row("USD", "EUR", "0.5", own=True), row("EUR", "USD", "1.1")]
    assert RateBook(inverse, 10).convert(100, "EUR", "USD", DAY) == 200


def test_two_foreign_currencies_meet_over_the_euro_and_say_so() -> None:
    book = RateBook([row("EUR", "USD", "1.25", 1), row("EUR", "CHF", "0.95")], 10)
    rate = book.rate("USD", "CHF", DAY)
    assert rate == Rate(
        Fraction(95, 125), DAY - timedelta(days=1), "EUR/USD of 2026-03-09, EUR/CHF of 2026-03-10"
    )  # fmt: skip


def test_a_rate_that_is_too_old_or_absent_is_told_with_the_reason() -> None:
    book = RateBook([row("EUR", "USD", "1.1", 11)], 10)
    old, none = book.rate("USD", "EUR", DAY), book.rate("EUR", "GBP", DAY)
    assert isinstance(old, NoRate)
    assert "2026-02-27, more than 10 days" in old.reason
    assert isinstance(none, NoRate)
    assert none.reason == "There is no rate EUR/GBP within 10 days before 2026-03-10."
    assert book.convert(0, "EUR", "GBP", DAY) == 0


def test_exponents_of_both_currencies_count() -> None:
    assert converted(10_00, "EUR", "JPY", Fraction(160)) == 1600
    assert converted(1600, "JPY", "KWD", Fraction(1, 500)) == 3200


@given(st.integers(-(10**14), 10**14), st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_conversion_is_exact_to_half_a_unit_and_keeps_opposites(minor: int, rate: Fraction) -> None:
    found = converted(minor, "EUR", "USD", rate)
    assert abs(found - minor * rate) <= Fraction(1, 2)
    assert converted(-minor, "EUR", "USD", rate) == -found


def test_halves_go_away_from_zero_and_rates_are_shown_plainly() -> None:
    assert [rounded(Fraction(*pair)) for pair in ((1, 2), (-1, 2), (3, 2), (5, 3))] == [1, -1, 2, 2]
    assert (shown(Fraction(1, 3)), shown(Fraction(5, 4)), shown(Fraction(100))) == ("0.3333333333", "1.25", "100")


HISTORY = b"Date,USD,JPY,CYP,\n2026-03-10,1.0837,160.25,N/A,\n2026-03-09,1.08,,0.5,\n"
DAILY = b"Date, USD, JPY, \n10 March 2026, 1.0837, 160.25, \n"
XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><Cube><Cube time="2026-03-10">
<Cube currency="USD" rate="1.0837"/><Cube currency="JPY" rate="160.25"/></Cube></Cube></gesmes:Envelope>"""


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("data", [HISTORY, DAILY, XML, zipped("eurofxref.csv", HISTORY), zipped("a.xml", XML)])
def test_every_published_form_is_read(data: bytes) -> None:
    found = read_rate_file(data)
    assert (found.format, found.errors) == ("ecb", [])
    assert [(one.base, one.quote, one.day, one.rate) for one in found.rows[:2]] == [
        ("EUR", "USD", DAY, Decimal("1.0837")), ("EUR", "JPY", DAY, Decimal("160.25")),
    ]  # fmt: skip


def test_a_table_of_ones_own_names_the_lines_that_are_wrong() -> None:
    found = read_rate_file(b"date;from;to;rate\n2026-03-10;usd;chf;0.88\n2026-13-01;USD;CHF;1\n2026-03-10;USD;XXQ;1\n\n"
                           b"2026-03-10;USD;EUR;-1\n2026-03-10;USD;USD;1\n2026-03-10;USD;EUR;1e5\n")  # fmt: skip
    assert (found.format, [(one.base, one.quote, one.rate) for one in found.rows]) == (
        "table", [("USD", "CHF", Decimal("0.88")), ("USD", "EUR", Decimal(100000))],
    )  # fmt: skip
    assert [(one.line, one.field) for one in found.errors] == [(3, "date"), (4, "quote"), (6, "rate"), (7, "rate")]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xfe\x00", b"hello", b"<a/>", b"<a", b"PK\x03\x04broken", zipped("a.txt", b"x"),
        zipped("a.csv", zipped("a.csv", HISTORY)), b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"date,base\n",
        b'"' + b"x" * 200_000,
    ],
)  # fmt: skip
def test_what_is_no_file_of_rates_is_refused_in_words(data: bytes) -> None:
    found = read_rate_file(data)
    assert (found.format, found.rows) == ("", [])
    assert found.errors[0].message.endswith(".")

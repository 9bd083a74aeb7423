"""The files by eyes other than our readers': the csv module, and tags found by pattern."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from transactions.sampledata.household import Household, generate_household
from transactions.sampledata.rows import CARD, CHECKING, SAVINGS
from transactions.sampledata.writers import Extract, extract, write_card_ofx, write_checking_csv, write_savings_ofx
from transactions.sampledata.writers.checking_csv import german

START, END, LATER = date(2024, 5, 1), date(2026, 2, 12), date(2025, 12, 1)


@pytest.fixture(scope="module")
def household() -> Household:
    return generate_household(7, START, END)


def from_german(text: str) -> Decimal:
    return Decimal(text.removesuffix(" EUR").replace(".", "").replace(",", "."))


def cents(part: Extract) -> list[Decimal]:
    return [part.money(row.amount_minor) for row in part.rows]


@pytest.mark.parametrize("start", [None, LATER])
def test_checking_csv_adds_up(household: Household, start: date | None) -> None:
    part = extract(household, CHECKING, start)
    table = list(csv.reader(io.StringIO(write_checking_csv(part).decode("cp1252"), newline=""), delimiter=";"))
    head, rows = dict(row for row in table if len(row) == 2), [row for row in table if len(row) == 7][1:]
    assert [from_german(row[4]) for row in reversed(rows)] == cents(part)
    opening, closing = from_german(head["Anfangssaldo"]), from_german(head["Kontostand vom 11.02.2026"])
    assert opening + sum(cents(part)) == closing == from_german(rows[0][6])
    assert from_german(rows[-1][6]) == opening + cents(part)[0]
    assert head["IBAN"] == part.account.external_ref


def test_savings_ofx_adds_up(household: Household) -> None:
    part = extract(household, SAVINGS)
    text = write_savings_ofx(part).decode("cp1252")
    assert [Decimal(amount) for amount in re.findall(r"<TRNAMT>(\S+)", text)] == cents(part)
    closing = re.search(r"<BALAMT>(\S+)", text)
    assert closing is not None
    assert Decimal(closing[1]) == part.money(part.opening_minor) + sum(cents(part))


def test_card_ofx_is_xml_and_adds_up(household: Household) -> None:
    part = extract(household, CARD)
    document = ET.fromstring(write_card_ofx(part))  # noqa: S314  our own bytes, not a user's
    assert [Decimal(str(node.text)) for node in document.iter("TRNAMT")] == cents(part)
    assert [Decimal(str(node.text)) for node in document.iter("BALAMT")] == [part.money(part.closing_minor)]
    assert len({node.text for node in document.iter("FITID")}) == len(part.rows)
    assert max(len(str(node.text)) for node in document.iter("NAME")) <= 32


def test_a_later_extract_opens_where_the_earlier_rows_end(household: Household) -> None:
    for kind in (CHECKING, SAVINGS, CARD):
        whole, tail = extract(household, kind), extract(household, kind, LATER)
        assert tail.rows == tuple(row for row in whole.rows if row.booking_date >= LATER)
        assert tail.closing_minor == whole.closing_minor == household.closing_minor(kind)


def test_an_extract_without_rows_is_still_a_file() -> None:
    part = extract(generate_household(7, START, START), CHECKING)
    assert "Buchungstag" in write_checking_csv(part).decode("cp1252")


@pytest.mark.parametrize(
    ("amount", "text"), [("-1234567.5", "-1.234.567,50"), ("0", "0,00"), ("-0.05", "-0,05"), ("999", "999,00")]
)
def test_german_numbers(amount: str, text: str) -> None:
    assert german(Decimal(amount)) == text

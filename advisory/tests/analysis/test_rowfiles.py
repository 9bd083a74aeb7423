"""Rows from JSON lines: exact, and every wrong field named with its line and what to write instead."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from advisory.analysis.rowfiles import RowFile, read_rows

GOOD = {"id": 7, "date": "2026-03-01", "amount": "-12.30", "currency": "EUR", "text": "KIOSK", "account": "A"}


def lines(*records: Any) -> list[bytes]:
    return [json.dumps(record).encode() for record in records]


def problems(found: RowFile) -> list[tuple[int, str]]:
    return [(problem.line, problem.field) for problem in found.problems]


def test_a_row_is_read_exactly() -> None:
    found = read_rows(lines({**GOOD, "counterparty": "Kiosk Ltd", "category": " Coffee "}))
    (row,) = found.rows
    assert (row.id, row.booking_date, row.amount_minor) == (7, date(2026, 3, 1), -1230)
    assert (row.currency, row.account, row.text, row.counterparty, row.category) == (
        "EUR",
        "A",
        "KIOSK",
        "Kiosk Ltd",
        "Coffee",
    )
    assert found.names == {7: 7}
    assert not found.problems


def test_what_was_charged_abroad_and_a_note_may_stand_beside_a_row() -> None:
    abroad = {"original_amount": "-1500", "original_currency": "JPY", "note": "sent back"}
    (row,) = read_rows(lines({**GOOD, **abroad})).rows
    assert (row.original_currency, row.original_minor, row.note) == ("JPY", 1500, "sent back")
    (half,) = read_rows(lines({**GOOD, "original_amount": "5.00"})).rows
    assert (half.original_currency, half.original_minor) == ("", 0)


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("original_amount", "1,5", "original_amount"),
        ("original_currency", "yen", "original_currency"),
        ("original_amount", "1.005", "original_amount"),
        ("note", 5, "note"),
    ],
)
def test_a_wrong_optional_field_is_named(field: str, value: Any, named: str) -> None:
    found = read_rows(lines({**GOOD, "original_amount": "1.00", "original_currency": "USD", field: value}))
    assert problems(found) == [(1, named)]


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("-1234", "JPY", -1234),
        ("5.125", "KWD", 5125),
        ("0.1", "EUR", 10),
        ("+3.00", "EUR", 300),
        ("999999999999.99", "EUR", 99999999999999),
    ],
)
def test_the_currency_says_what_a_unit_is(amount: str, currency: str, minor: int) -> None:
    (row,) = read_rows(lines({**GOOD, "amount": amount, "currency": currency})).rows
    assert row.amount_minor == minor


def test_a_number_is_taken_as_it_is_written() -> None:
    line = b'{"id": 1, "date": "2026-03-01", "amount": -0.10, "currency": "EUR", "text": "", "account": ""}'
    assert read_rows([line]).rows[0].amount_minor == -10


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", None),
        ("id", True),
        ("id", 1.5),
        ("id", ""),
        ("id", 10**30),
        ("date", "2026-02-30"),
        ("date", "01.03.2026"),
        ("date", "20260301"),
        ("date", "0001-01-01"),
        ("date", 5),
        ("amount", "1e3"),
        ("amount", "1,50"),
        ("amount", "NaN"),
        ("amount", "١٢"),
        ("amount", True),
        ("amount", "1.005"),
        ("amount", "999999999999999"),
        ("currency", "EURO"),
        ("currency", "eur"),
        ("currency", 978),
        ("text", 5),
        ("text", None),
        ("account", None),
        ("category", 5),
        ("counterparty", []),
    ],
)
def test_a_wrong_field_is_named_with_its_line(field: str, value: Any) -> None:
    found = read_rows(lines(GOOD, {**GOOD, "id": 8, field: value}))
    assert problems(found) == [(2, field)]
    assert str(found.problems[0]).startswith(f"Line 2, {field}: ")
    assert [row.id for row in found.rows] == [7]


@pytest.mark.parametrize("line", [b"{", b"[]", b"5", b"\xff\xfe", b'{"amount": NaN}', b"[" * 100_000])
def test_a_line_that_is_no_object_is_named(line: bytes) -> None:
    assert problems(read_rows([line])) == [(1, "")]


def test_empty_lines_and_a_mark_at_the_start_mean_nothing() -> None:
    found = read_rows([b"\xef\xbb\xbf" + lines(GOOD)[0], b"", b"  \n"])
    assert len(found.rows) == 1
    assert not found.problems


def test_an_id_may_be_given_once() -> None:
    assert problems(read_rows(lines(GOOD, {**GOOD, "id": "7"}))) == [(2, "id")]


def test_names_stand_for_the_same_rows_in_any_order() -> None:
    records = [{**GOOD, "id": name} for name in ("b", "a", "c")]
    one, other = read_rows(lines(*records)), read_rows(lines(*reversed(records)))
    assert one.names == other.names == {1: "a", 2: "b", 3: "c"}


def test_a_field_that_is_not_known_is_left_out_with_a_word() -> None:
    found = read_rows(lines({**GOOD, "catgory": "Coffee"}))
    assert len(found.rows) == 1
    assert [(note.line, note.field) for note in found.notes] == [(1, "catgory")]

"""Cells are typed, amounts exact, and no text becomes a formula; XLSX files open in another reader."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from transactions.ledger.sheets import write_xlsx
from transactions.ledger.tables import Cell, Money, csv_cell, csv_chunks, guarded

HEADER = ["day", "text", "amount", "count"]


def read_csv(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    data = b"".join(csv_chunks(HEADER, rows, at_once=2))
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(rows: Sequence[Sequence[Cell]]) -> list[list[object]]:
    stream = io.BytesIO()
    write_xlsx(stream, 'A & "B"', HEADER, rows)
    stream.seek(0)
    found: list[list[object]] = CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).to_python()  # type: ignore[assignment]
    return found


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "-1-1", "+"])
def test_text_that_looks_like_a_formula_is_text(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-12.30", "+5", "12", "plain", "", "a=b", "1-2"])
def test_numbers_and_plain_text_stay(text: str) -> None:
    assert guarded(text) == text


def test_csv_writes_each_kind_plainly() -> None:
    rows: list[list[Cell]] = [
        [date(2026, 3, 1), 'say "hi"\nthere', Money(-1230, "EUR"), 7],
        [None, "ü;,", Money(-5, "JPY"), None],
    ] * 3
    assert read_csv(rows)[:3] == [
        HEADER, ["2026-03-01", 'say "hi"\nthere', "-12.30", "7"], ["", "ü;,", "-5", ""],
    ]  # fmt: skip
    assert len(read_csv(rows)) == 7
    assert csv_cell(Decimal("1E+2")) == "100"


def test_xlsx_types_days_amounts_and_text() -> None:
    rows: list[list[Cell]] = [
        [date(2026, 3, 1), "=1+1", Money(-1230, "EUR"), 7], [date(1899, 1, 1), "<b>&", Money(1, "KWD"), 0],
        [date(1900, 3, 1), "-5", Decimal("99999999999999.99"), None],
    ]  # fmt: skip
    found = read_xlsx(rows)
    assert found[0] == HEADER
    assert found[1] == [date(2026, 3, 1), "=1+1", -12.3, 7]
    assert found[2] == ["1899-01-01", "<b>&", 0.001, 0]
    assert found[3] == [date(1900, 3, 1), "-5", 99999999999999.99, ""]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_any_text_comes_back_as_text(texts: list[str]) -> None:
    rows: list[list[Cell]] = [[None, f"x{text}", None, 1] for text in texts]
    kept = [
        "x" + "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text) for text in texts
    ]
    assert [row[1] for row in read_xlsx(rows)[1:]] == kept


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_csv_text_is_never_a_formula(texts: list[str]) -> None:
    for row in read_csv([[None, text, None, 1] for text in texts])[1:]:
        assert not row[1].startswith(("=", "@", "\t", "\r"))

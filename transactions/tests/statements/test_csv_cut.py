"""A table that ends inside a row says so; a short footer, ragged rows or a missing line end are no cut."""

from __future__ import annotations

import time

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

HEAD = "Date,Description,Amount,Balance\n"
ROWS = "2026-01-13,Shop,-1.00,99.00\n2026-01-14,Work,2.00,101.00\n2026-01-15,Shop,-3.00,98.00\n"


def read(text: str) -> ParsedStatement:
    return read_statement(text.encode(), ReaderContext())


def count(statement: ParsedStatement) -> int:
    return sum(len(account.lines) for account in statement.accounts)


@pytest.mark.parametrize("end", ["2026-01-16,Shop,-4.00", "2026-01-16,Shop,-4", '2026-01-16,"Sho', "2026-01-16,Shop"])
def test_the_row_in_which_a_file_ends_is_left_out_and_named(end: str) -> None:
    statement = read(HEAD + ROWS + end)

    assert (count(statement), statement.lines_rejected) == (3, 1)
    assert [(error.line, "cut off" in error.message) for error in statement.errors] == [(5, True)]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ROWS,
        HEAD + ROWS.rstrip("\n"),
        HEAD + ROWS + "Total,-2.00",
        HEAD + ROWS + "2026-01-16,Shop,-4.00\n",
        HEAD + ROWS.replace(",99.00", "") + "2026-01-16,Shop,-4.00",
    ],
)
def test_no_cut(text: str) -> None:
    assert all("cut off" not in error.message for error in read(text).errors)
    assert count(read(text)) >= 3


@pytest.mark.parametrize("cell", [",", '"a",'])
def test_a_line_of_a_million_cells_costs_no_more_than_its_length(cell: str) -> None:
    began = time.process_time()
    statement = read(HEAD + ROWS + (cell * 70_000 + "\n") * 8)

    assert count(statement) == 3
    assert time.process_time() - began < 4

"""What is asked and what is not: only what nothing in the file decides, and never what the user has said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import Overrides, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.conftest import Read


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


def days(statement: ParsedStatement) -> list[date]:
    return [line.booking_date for account in statement.accounts for line in account.lines]


def codes(statement: ParsedStatement) -> list[str]:
    return [question.code for question in statement.questions]


OPEN_DATES = "Date,Description,Amount\n05/03/2024,Mill,-5.00\n"
OPEN_SIGN = "Date,Text,Amount\n2026-01-14,A,5.00\n2026-01-15,B,7.00\n"
OPEN_MARK = "Date,Text,Debit,Credit\n2026-01-14,A,1.234,\n2026-01-15,B,,2.500\n"
OPEN_COLUMNS = "2026-01-14;Mill;5,00;9,10\n2026-01-15;Forge;7,00;8,20\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [(OPEN_DATES, "date_order"), (OPEN_SIGN, "sign"), (OPEN_MARK, "decimal_mark"), (OPEN_COLUMNS, "columns")],
)
def test_asks_what_is_open_and_shows_the_row(text: str, code: str) -> None:
    statement = read_statement(text.encode(), ReaderContext())
    question = next(question for question in statement.questions if question.code == code)

    assert len(question.options) >= 2
    assert question.assumed in {option.value for option in question.options}
    assert "line" in question.message
    assert all(option.label for option in question.options)


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        (OPEN_DATES, "date_order", "date_order"),
        (OPEN_SIGN, "sign", "sign"),
        (OPEN_MARK, "decimal_mark", "decimal_mark"),
    ],
)
def test_every_answer_ends_the_question_and_the_assumed_one_changes_nothing(text: str, code: str, field: str) -> None:
    asked = read_statement(text.encode(), ReaderContext())
    question = next(question for question in asked.questions if question.code == code)
    readings = {}
    for option in question.options:
        answer = Overrides(**{field: option.value})  # type: ignore[arg-type]
        answered = read_statement(text.encode(), ReaderContext(overrides=answer))
        assert code not in codes(answered)
        readings[option.value] = list(zip(days(answered), amounts(answered), strict=True))

    assert readings[question.assumed] == list(zip(days(asked), amounts(asked), strict=True))
    assert len({str(reading) for reading in readings.values()}) == len(readings)


def test_the_answer_about_columns_is_an_index_and_a_role() -> None:
    question = next(q for q in read_statement(OPEN_COLUMNS.encode(), ReaderContext()).questions if q.code == "columns")
    index, role = question.options[1].value.split(":")
    context = ReaderContext(overrides=Overrides(columns={int(index): role}, sign="signed"))
    answered = read_statement(OPEN_COLUMNS.encode(), context)

    assert codes(answered) == []
    assert amounts(answered) == [Decimal("9.10"), Decimal("8.20")]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Description,Card Member,Amount\n2026-01-14,A,X,5.00\n2026-01-15,B,X,7.00\n",  # a card's charges
        "Date,Text,Amount\n2026-01-14,NETFLIX.COM,5.00\n2026-01-15,SUPERMARKET,7.00\n",  # read like charges
        "Date,Text,Amount,Balance\n2026-01-14,A,5.00,105.00\n2026-01-15,B,7.00,112.00\n",  # the balance proves it
        "Datum;Text;Betrag\n05.03.2024;A;-5,00\n",  # dates with points
        "Fecha,Concepto,Importe\n05/03/2024,A,-5.00\n",  # no month-first country speaks Spanish in its headers
        "Date,Text,Amount,Currency\n05/03/2024,A,-5.00,GBP\n",
        "Date,Text,Amount\n03/03/2024,A,-5.00\n",  # the same day either way
        "Date,Text,Amount,Currency\n2026-01-14,A,-1.234,JPY\n",
        "Fecha;Detalle;Cargo;Abono\n14/01/2026;A;1.234;\n15/01/2026;B;;2.500\n",  # thousands: pesos
        "2026-01-14,SUBWAY,8.19,,1000.00\n2026-01-15,GYM,9.00,,1000.00\n",  # the column for money in is unused
    ],
)
def test_asks_nothing_that_the_file_answers(text: str) -> None:
    statement = read_statement(text.encode(), ReaderContext())

    assert codes(statement) == []
    assert amounts(statement)


def test_a_name_of_the_file_with_a_day_answers_for_the_dates() -> None:
    context = ReaderContext(file_name="export_20240310.csv")

    assert codes(read_statement(OPEN_DATES.encode(), context)) == []
    assert days(read_statement(OPEN_DATES.encode(), context)) == [date(2024, 3, 5)]


def test_signed_amounts_that_the_balance_contradicts_are_asked_about(read: Read) -> None:
    statement = read(
        "Date,Text,Amount,Balance\n2026-01-11,A,5.00,100.00\n2026-01-12,B,7.00,31.00\n"
        "2026-01-13,C,9.00,77.00\n2026-01-14,D,4.00,12.00\n"
    )

    assert codes(statement) == ["sign"]


def test_two_nameless_columns_are_told_apart_by_their_wording(read: Read) -> None:
    out_first = read("14/01/2026,NETFLIX.COM,5.00,\n15/01/2026,SALARY,,7.00\n")
    in_first = read("14/01/2026,SALARY,5.00,\n15/01/2026,NETFLIX.COM,,7.00\n")
    open_either_way = read("14/01/2026,A,5.00,\n15/01/2026,B,,7.00\n")

    assert amounts(out_first) == [Decimal("-5.00"), Decimal("7.00")]
    assert amounts(in_first) == [Decimal("5.00"), Decimal("-7.00")]
    assert codes(open_either_way) == ["sign"]

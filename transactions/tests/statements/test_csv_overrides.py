"""What the user says is obeyed, against the evidence too; what makes no sense ends in a sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transactions.statements.csv_reader import CsvReader
from transactions.statements.parsed import COLUMN_ROLES, Overrides, ParsedLine, ParsedStatement, ReaderContext

TABLE = "Date,Payee,Amount,Fee,Balance\n2026-01-14,A,-5.00,1.00,95.00\n2026-01-15,B,7.00,0.00,102.00\n"


def read(text: str | bytes, overrides: Overrides) -> ParsedStatement:
    data = text.encode() if isinstance(text, str) else text
    return CsvReader().read(data, ReaderContext(overrides=overrides, today=date(2026, 3, 15)))


def lines(statement: ParsedStatement) -> list[ParsedLine]:
    return [line for account in statement.accounts for line in account.lines]


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for line in lines(statement)]


def test_columns_are_what_the_user_says() -> None:
    statement = read(TABLE, Overrides(columns={4: "amount", 1: "description"}, sign="signed"))

    assert amounts(statement) == [Decimal("95.00"), Decimal("102.00")]
    assert [line.description for line in lines(statement)] == ["A", "B"]
    assert {role.index: (role.role, role.reason) for role in statement.columns}[4] == ("amount", "you said so")


def test_a_column_may_be_left_out() -> None:
    statement = read(TABLE, Overrides(columns={4: "", 1: ""}))

    assert {line.balance for line in lines(statement)} == {None}
    assert {line.counterparty for line in lines(statement)} == {""}


def test_a_fee_that_the_user_names_is_taken_off() -> None:
    assert amounts(read(TABLE, Overrides(columns={3: "fee"}))) == [Decimal("-6.00"), Decimal("7.00")]


def test_two_columns_for_out_and_in() -> None:
    text = "Date,Text,One,Two\n2026-01-14,A,5.00,\n2026-01-15,B,,7.00\n"

    assert amounts(read(text, Overrides(columns={2: "credit", 3: "debit"}))) == [Decimal("5.00"), Decimal("-7.00")]
    assert amounts(read(text, Overrides(columns={2: "debit", 3: ""})))[0] == Decimal("-5.00")


def test_the_sign_is_turned_for_every_kind_of_layout() -> None:
    assert amounts(read(TABLE, Overrides(sign="reversed"))) == [Decimal("5.00"), Decimal("-7.00")]
    pair = "Date,Text,Debit,Credit\n2026-01-14,A,5.00,\n2026-01-15,B,,7.00\n"
    assert amounts(read(pair, Overrides(sign="reversed"))) == [Decimal("5.00"), Decimal("-7.00")]
    assert amounts(read(pair, Overrides(sign="signed"))) == [Decimal("-5.00"), Decimal("7.00")]
    flags = "Date,Text,Amount,D/C\n2026-01-14,A,5.00,D\n2026-01-15,B,7.00,C\n"
    assert amounts(read(flags, Overrides(sign="reversed"))) == [Decimal("5.00"), Decimal("-7.00")]
    assert amounts(read(flags, Overrides(sign="signed"))) == [Decimal("-5.00"), Decimal("7.00")]
    card = "Date,Card Member,Text,Amount\n2026-01-14,X,A,5.00\n2026-01-15,X,PAYMENT RECEIVED,7.00\n"
    assert amounts(read(card, Overrides(sign="reversed"))) == [Decimal("-5.00"), Decimal("7.00")]
    assert amounts(read(card, Overrides(sign="signed"))) == [Decimal("5.00"), Decimal("7.00")]


def test_the_order_of_dates_is_obeyed_and_what_does_not_fit_is_reported() -> None:
    text = "Date,Text,Amount\n05/03/2026,A,-5.00\n13/03/2026,B,-7.00\n"
    statement = read(text, Overrides(date_order="MDY"))

    assert [line.booking_date for line in lines(statement)] == [date(2026, 5, 3)]
    assert [error.line for error in statement.errors] == [3]


def test_the_decimal_mark_decides_what_a_cell_leaves_open() -> None:
    text = "Date;Text;Amount\n2026-01-14;A;-1.234\n2026-01-15;B;-12,50\n"

    assert amounts(read(text, Overrides(decimal_mark=".")))[0] == Decimal("-1.234")
    assert amounts(read(text, Overrides(decimal_mark=",")))[0] == Decimal(-1234)


def test_header_line_delimiter_and_encoding() -> None:
    text = "Date;Text;Amount\nWann;Was;Wieviel\n14.01.2026;Käse;-5,00\n"

    assert [column.name for column in read(text, Overrides(header_line=2)).columns] == ["Wann", "Was", "Wieviel"]
    assert read("2026-01-14;A;-5,00\n", Overrides(header_line=0)).columns[0].name == ""
    assert amounts(read("2026-01-14|A|-5.00\n2026-01-15|B|-5.00\n", Overrides(delimiter="bar")))
    assert not amounts(read("2026-01-14|A|-5.00\n", Overrides(delimiter=";")))
    assert lines(read(text.encode("cp1252"), Overrides(encoding="cp1252")))[0].description == "Käse"
    assert read(text.encode("cp1252"), Overrides(encoding="cp1251")).encoding == "cp1251"


def test_the_currency_is_for_lines_that_name_none() -> None:
    assert lines(read(TABLE, Overrides(currency="chf")))[0].currency == "CHF"
    named = "Date,Text,Amount,Currency\n2026-01-14,A,-5.00,EUR\n2026-01-15,A,-5.00,EUR\n"
    assert lines(read(named, Overrides(currency="CHF")))[0].currency == "EUR"


@pytest.mark.parametrize(
    ("overrides", "field"),
    [
        (Overrides(encoding="no such codec"), "encoding"),
        (Overrides(encoding="zlib"), "encoding"),
        (Overrides(delimiter="ab"), "delimiter"),
        (Overrides(delimiter="5"), "delimiter"),
        (Overrides(header_line=-1), "header_line"),
        (Overrides(header_line=99), "header_line"),
        (Overrides(date_order="XYZ"), "date_order"),
        (Overrides(decimal_mark="x"), "decimal_mark"),
        (Overrides(sign="sideways"), "sign"),
        (Overrides(currency="EURO"), "currency"),
        (Overrides(columns={9: "amount"}), "columns"),
        (Overrides(columns={-1: "amount"}), "columns"),
        (Overrides(columns={2: "colour"}), "columns"),
        (Overrides(columns={2: "", 3: "", 4: ""}), "file"),
        (Overrides(columns={0: ""}), "file"),
    ],
)
def test_nonsense_is_answered_in_words(overrides: Overrides, field: str) -> None:
    statement = read(TABLE, overrides)

    assert [error.field for error in statement.errors] == [field]
    assert statement.errors[0].message.endswith(".")
    assert not lines(statement)


@settings(deadline=None)  # a busy machine is no failure
@given(
    st.builds(
        Overrides,
        encoding=st.sampled_from(["", "utf-8", "cp1252", "utf-16", "utf-7", "idna", "punycode", "undefined", "hex"]),
        delimiter=st.sampled_from(["", ",", ";", "\t", " ", '"', "'", "\n", "tab", "comma", "  ", "."]),
        header_line=st.one_of(st.none(), st.integers(-2, 9)),
        date_order=st.sampled_from(["", "DMY", "MDY", "YMD"]),
        decimal_mark=st.sampled_from(["", ".", ","]),
        sign=st.sampled_from(["", "signed", "reversed"]),
        currency=st.sampled_from(["", "EUR", "XXQ"]),
        columns=st.dictionaries(st.integers(-1, 6), st.sampled_from(COLUMN_ROLES), max_size=5),
    )
)
def test_no_answer_makes_the_reader_stumble(overrides: Overrides) -> None:
    statement = read(TABLE, overrides)

    assert statement.format == "csv"
    assert lines(statement) or statement.errors or statement.understood

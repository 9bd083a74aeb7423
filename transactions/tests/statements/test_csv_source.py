"""The key of a source and the roles of its columns."""

from __future__ import annotations

from transactions.statements.csv_reader import CsvReader
from transactions.statements.csv_records import Record
from transactions.statements.csv_statement import read_records
from transactions.statements.parsed import Overrides, ReaderContext
from transactions.statements.words_vocabulary import BY_LANGUAGE
from transactions.tests.statements.conftest import Read

JANUARY = "Konto;123\nSaldo am 31.01.2026;5,00\n\nDatum;Text;Betrag (EUR)\n14.01.2026;A;-5,00\n"
FEBRUARY = "Konto;123\nSaldo am 28.02.2026;7,00\n\nDatum;Text;Betrag (EUR)\n13.02.2026;B;2,00\n14.02.2026;C;-4,00\n"


def key(text: str, overrides: Overrides = Overrides()) -> str:  # noqa: B008 -- frozen
    return CsvReader().read(text.encode(), ReaderContext(overrides=overrides)).source_key


def test_one_source_has_one_key_whatever_its_rows() -> None:
    assert key(JANUARY) == key(FEBRUARY)
    assert len(key(JANUARY)) == 32
    assert key("14.01.2026;A;-5,00\n15.01.2026;B;-6,00\n") == key("13.02.2026;Z;2,00\n")


def test_other_names_delimiters_or_shapes_give_another_key() -> None:
    assert key(JANUARY) != key(JANUARY.replace("Text", "Zweck"))
    assert key(JANUARY) != key(JANUARY.replace(";", "|"))
    assert key("14.01.2026;A;-5,00\n") != key("14.01.2026;A;B;-5,00\n")


def test_what_the_user_says_does_not_change_the_key() -> None:
    for overrides in (
        Overrides(columns={1: "counterparty"}),
        Overrides(delimiter="|"),
        Overrides(encoding="cp1252"),
        Overrides(header_line=1),
        Overrides(sign="reversed", date_order="MDY", currency="CHF"),
    ):
        assert key(JANUARY, overrides) == key(JANUARY)


def test_every_column_has_a_role_a_reason_and_samples(read: Read) -> None:
    statement = read(
        "Datum;Empfänger;Betrag;Saldo;Leer;Zusatz\n14.01.2026;A;-5,00;95,00;;x1\n15.01.2026;B;7,00;102,00;;x2\n"
    )
    roles = {role.name: role for role in statement.columns}

    assert [roles[name].role for name in roles] == ["booking_date", "counterparty", "amount", "balance", "", ""]
    assert roles["Betrag"].samples == ("-5,00", "7,00")
    assert all(0 <= role.confidence <= 1 and role.reason for role in statement.columns)


def test_columns_are_listed_for_the_user_where_none_was_understood(read: Read) -> None:
    statement = CsvReader().read(b"one;two\nalpha;beta\ngamma;delta\n", ReaderContext())

    assert statement.errors
    assert [(role.index, role.role) for role in statement.columns] == [(0, ""), (1, "")]


def test_rows_of_a_workbook_enter_without_a_delimiter() -> None:
    rows = [("Date", "Text", "Amount"), ("2026-01-14", "A", "-5.00"), ("2026-01-15", "B", "7.00")]
    records = [Record(number, cells, "\t".join(cells)) for number, cells in enumerate(rows, start=1)]
    statement = read_records(records, None, ReaderContext(), format_name="xlsx")

    assert (statement.format, len(statement.accounts[0].lines), statement.encoding) == ("xlsx", 2, "")
    assert "delimiter" not in statement.understood


def test_the_vocabulary_spans_the_languages() -> None:
    assert len(BY_LANGUAGE) >= 30
    assert all({"amount", "date"} <= set(words) for words in BY_LANGUAGE.values())

"""How the CSV reader decides: what the evidence is, and that nothing but the evidence matters."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from transactions.statements.csv_header import known_words_in, role_scores
from transactions.statements.decoding import decode
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.conftest import Read


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


def test_the_balance_tells_debit_from_credit_where_no_name_does(read: Read) -> None:
    statement = read("14/01/2026,A,,5.00,105.00\n15/01/2026,B,25.00,,80.00\n16/01/2026,C,,1.00,81.00\n")

    assert amounts(statement) == [Decimal("5.00"), Decimal("-25.00"), Decimal("1.00")]


def test_the_account_amount_is_taken_and_not_the_foreign_one(read: Read) -> None:
    statement = read(
        "Date;Text;Original amount;Original currency;Amount;Currency\n"
        "14.01.2026;Shop;-50,00;USD;-45,50;EUR\n15.01.2026;Pay;;;100,00;EUR\n"
    )

    assert amounts(statement) == [Decimal("-45.50"), Decimal("100.00")]
    assert statement.accounts[0].currency == "EUR"


def test_a_banks_number_that_reads_like_a_day_is_no_date(read: Read) -> None:
    statement = read(
        "Transaction Date,Sort Code,Account Number,Description,Debit Amount,Credit Amount\n"
        "30/11/2025,'11-22-33,12345678,Shop,12.34,\n29/11/2025,'11-22-33,12345678,Pay,,1000.00\n"
    )

    lines = [line for account in statement.accounts for line in account.lines]
    assert [line.booking_date for line in lines] == [date(2025, 11, 30), date(2025, 11, 29)]
    assert {line.value_date for line in lines} == {None}


def test_decimal_marks_are_found_per_column(read: Read) -> None:
    statement = read("Date;Label;Amount;Balance\n14/01/2026;A;-12,50;1200.50\n15/01/2026;B;2 000,00;3200.50\n")
    lines = statement.accounts[0].lines

    assert [(line.amount, line.balance) for line in lines] == [
        (Decimal("-12.50"), Decimal("1200.50")),
        (Decimal("2000.00"), Decimal("3200.50")),
    ]


def test_a_reversal_in_a_debit_column_comes_back_in(read: Read) -> None:
    statement = read("Date,Text,Debit,Credit\n2026-01-01,A,5.00,\n2026-01-02,B,7.00,\n2026-01-03,A back,-5.00,\n")

    assert amounts(statement) == [Decimal("-5.00"), Decimal("-7.00"), Decimal("5.00")]


def test_two_equal_movements_stay_two(read: Read) -> None:
    row = "2026-01-14,Coffee,-2.50\n"

    assert amounts(read("Date,Text,Amount\n" + row + row)) == [Decimal("-2.50")] * 2


def test_a_decoding_is_chosen_by_the_words_it_gives() -> None:
    for encoding, header in (
        ("cp1252", "Buchungstag;Empfänger;Währung;Betrag"),
        ("cp1250", "Datum zaúčtování;Částka;Měna;Poznámka"),
        ("cp1251", "Дата операции;Сумма;Валюта;Описание"),
        ("gb18030", "交易时间,交易对方,金额,收/支"),
        ("cp932", "ご利用日,ご利用店名,ご利用金額"),
        ("mac_roman", "Date;Libellé;Débit;Crédit"),
    ):
        assert decode(header.encode(encoding), known_words_in).text == header


def test_a_name_may_carry_more_than_its_words() -> None:
    assert role_scores("Betrag (EUR)")["amount"] == 1.0
    assert role_scores("D\ufffdbit")["debit"] >= 0.9
    assert role_scores("Original Amount")["foreign_amount"] > role_scores("Original Amount")["amount"]
    assert role_scores("-45.50") == {}


MOVEMENTS = st.lists(
    st.tuples(
        st.dates(min_value=date(2001, 1, 1), max_value=date(2030, 12, 31)),
        st.integers(-(10**7), 10**7).filter(bool),
    ),
    min_size=4,
    max_size=25,
)


@given(MOVEMENTS, st.sampled_from([",", ";", "\t"]), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %b %Y"]))
def test_what_is_written_is_what_is_read(movements: list[tuple[date, int]], delimiter: str, pattern: str) -> None:
    mark = "," if delimiter == ";" else "."
    rows = [(day.strftime(pattern), Decimal(minor).scaleb(-2)) for day, minor in movements]
    text = f"Date{delimiter}Description{delimiter}Amount\n" + "".join(
        f"{day}{delimiter}Shop {number}{delimiter}{str(amount).replace('.', mark)}\n"
        for number, (day, amount) in enumerate([*rows, (rows[0][0], Decimal("-1.25"))])
    )

    statement = read_statement(text.encode(), ReaderContext())
    found = Counter(amounts(statement))

    assert sum(found.values()) == len(rows) + 1
    assert found == Counter([*(amount for _, amount in rows), Decimal("-1.25")])


def test_a_column_of_booking_kinds_beside_signed_amounts_is_no_flag() -> None:
    """Sale, Payment and Refund are not all directions: the amounts' own signs decide, and no row is lost."""
    rows = ("14,CORNER COFFEE,Sale,4.75", "18,NORTHERN RAIL,Sale,39.90", "21,PAYMENT - THANK YOU,Payment,-250.00")
    text = "Transaction Date,Description,Type,Amount\n" + "".join(
        f"03/{row}\n".replace(",", "/2025,", 1) for row in rows
    )
    statement = read_statement(text.encode(), ReaderContext())
    amounts = [str(line.amount) for account in statement.accounts for line in account.lines]
    assert (amounts, statement.errors) == (["-4.75", "-39.90", "250.00"], ())

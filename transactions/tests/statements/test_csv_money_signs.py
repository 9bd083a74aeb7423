"""`$`, kr and ¥ never become the caller's own currency unless that is one of those they stand for."""

from __future__ import annotations

import pytest

from transactions.statements.csv_money_signs import sign_in
from transactions.statements.parsed import Overrides, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.conftest import TODAY

DOLLARS = 'Date,Description,Amount\n2026-01-13,Shop,-$12.50\n2026-01-14,Pay,"$1,200.00"\n2026-01-15,Rent,-$800.00\n'


def read(text: str, own: str = "EUR", said: str = "") -> ParsedStatement:
    context = ReaderContext(default_currency=said or own, today=TODAY, overrides=Overrides(currency=said))
    return read_statement(text.encode(), context)


def codes(statement: ParsedStatement) -> set[str]:
    return {account.currency for account in statement.accounts}


def asked(statement: ParsedStatement) -> list[str]:
    return [
        option.value for question in statement.questions if question.code == "currency" for option in question.options
    ]


def test_dollars_in_a_file_that_says_nothing_else_are_asked_about() -> None:
    statement = read(DOLLARS)

    assert asked(statement)[:3] == ["USD", "CAD", "AUD"]
    assert codes(statement) == {"USD"}
    assert "'-$12.50' in line 2" in statement.questions[0].message


@pytest.mark.parametrize("own", ["USD", "AUD", "CAD", "MXN"])
def test_dollars_are_those_of_the_caller_where_these_bear_the_sign(own: str) -> None:
    statement = read(DOLLARS, own)

    assert (asked(statement), codes(statement)) == ([], {""})
    assert statement.understood["currency"] == f"$ was taken for {own}, your own"


def test_nothing_is_asked_of_a_caller_without_a_currency() -> None:
    assert (asked(read(DOLLARS, "")), codes(read(DOLLARS, ""))) == ([], {""})


def test_the_answer_ends_the_question() -> None:
    statement = read(DOLLARS, said="CAD")

    assert (asked(statement), codes(statement)) == ([], {"CAD"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (DOLLARS.replace("Shop", "INTERAC e-Transfer"), "CAD"),
        (DOLLARS.replace("Date,", "BSB,Date,").replace("2026", "062-000,2026"), "AUD"),
        (DOLLARS.replace("2026-01-13", "01/13/2026").replace("2026-01-", "01/"), "USD"),
        ("Account currency: NZD\n" + DOLLARS, "NZD"),
        (DOLLARS.replace("Amount", "Amount (HKD)"), "HKD"),
        (
            "Fecha;Descripción;Monto;Saldo\n13/01/2026;SPEI OXXO;-$12,50;$87,50\n14/01/2026;SPEI;$100,00;$187,50\n",
            "MXN",
        ),
        (
            "Date;Libellé;Montant;Solde\n13/01/2026;Épicerie;-12,50 $;87,50 $\n14/01/2026;Paie;100,00 $;187,50 $\n",
            "CAD",
        ),
        ("Datum;Text;Belopp\n2026-01-13;ICA;-154,90 kr\n2026-01-14;LÖN;2 000,00 kr\n", "SEK"),
        ("Dato;Forklaring;Beløp\n13.01.2026;REMA;kr -154,90\n14.01.2026;Lønn;kr 2 000,00\n", "NOK"),
        ("Dato;Tekst;Beløb\n13.01.2026;NETTO;-154,90 kr.\n14.01.2026;LØN;2.000,00 kr.\n", "DKK"),
        ('日付,お支払金額,お預り金額,残高\n2026/1/13,"¥1,200",,"¥8,800"\n2026/1/14,,"¥2,000","¥10,800"\n', "JPY"),
        ("交易时间,说明,收入,支出,余额\n2026-01-13,午餐,,¥25.50,¥74.50\n2026-01-14,工资,¥100.00,,¥174.50\n", "CNY"),
    ],
)
def test_other_words_of_the_file_tell_which_country(text: str, code: str) -> None:
    statement = read(text)

    assert (asked(statement), codes(statement)) == ([], {code})


def test_the_own_currency_does_not_hold_against_the_words_of_another_country() -> None:
    rows = DOLLARS.replace("Shop", "INTERAC e-Transfer").replace("Rent", "INTERAC purchase")

    assert asked(read(rows, "USD"))[0] == "CAD"
    assert codes(read("Fecha,Monto,Descripción\n13/01/2026,$50.00,SPEI\n14/01/2026,$9.50,SPEI\n", "USD")) == {"MXN"}


def test_a_unit_that_stands_for_one_currency_is_that_currency() -> None:
    statement = read("Fecha,Descripción,Monto\n05/01/2026,Super,-Q54.90\n13/01/2026,Sueldo,Q2500.00\n")

    assert codes(statement) == {"GTQ"}
    assert [str(line.amount) for line in statement.accounts[0].lines] == ["-54.90", "2500.00"]


def test_an_unknown_unit_is_asked_about_and_the_amounts_are_read() -> None:
    statement = read("Date,Description,Amount\n05/01/2026,Shop,-Zz 54.90\n13/01/2026,Pay,Zz 2500.00\n")

    assert asked(statement) == ["EUR", "USD"]
    assert [str(line.amount) for line in statement.accounts[0].lines] == ["-54.90", "2500.00"]


def test_letters_of_a_reference_are_no_unit() -> None:
    statement = read("Date,Details,Ref,Amount\n05/01/2026,Shop,CHQ1,-54.90\n13/01/2026,Pay,CHQ2,2500.00\n")

    assert (asked(statement), codes(statement)) == ([], {""})


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("$5.00", "$"),
        ("R$ 5,00", ""),
        ("US$5", ""),
        ("5 kr", "kr"),
        ("Kč 5", ""),
        ("￥500", "¥"),
        ("krone", ""),
        ("5 CFA", "fcfa"),
    ],
)
def test_signs_in_cells(text: str, sign: str) -> None:
    assert sign_in(text) == sign


RUPEES = 'Date,Description,Debit (Rs.),Credit (Rs.)\n13/01/2026,{},"1,000.00",\n14/01/2026,Salary,,"50,000.00"\n'


@pytest.mark.parametrize(
    ("text", "own", "code", "is_asked"),
    [
        ("UPI/SWIGGY", "EUR", "INR", False),
        ("ATM KARACHI RAAST", "EUR", "PKR", False),
        ("ATM KARACHI RAAST", "", "PKR", False),
        ("Shop", "", "INR", False),
        ("Shop", "LKR", "LKR", False),
        ("Shop", "EUR", "INR", True),
        ("Shop INR", "EUR", "INR", False),
    ],
)
def test_rupees_of_several_countries(text: str, own: str, code: str, is_asked: bool) -> None:
    statement = read(RUPEES.format(text), own)

    assert (codes(statement), bool(asked(statement))) == ({code}, is_asked)


def test_the_answer_about_rupees_holds() -> None:
    assert codes(read(RUPEES.format("Shop"), said="NPR")) == {"NPR"}

"""What a file states about its balances decides between readings."""

from __future__ import annotations

from decimal import Decimal

from transactions.statements.csv_proof import running_hits
from transactions.statements.parsed import ParsedLine, ParsedStatement
from transactions.tests.statements.conftest import Read


def lines(statement: ParsedStatement) -> list[ParsedLine]:
    return [line for account in statement.accounts for line in account.lines]


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for line in lines(statement)]


def test_steps_of_a_balance_are_counted_in_both_directions() -> None:
    forward = [Decimal(1), Decimal(-2), Decimal(3)]
    balances = [Decimal(11), Decimal(9), Decimal(12)]

    assert running_hits(forward, list(balances)) == (2, 2)
    assert running_hits(forward[::-1], balances[::-1]) == (2, 2)
    assert running_hits(forward, [None, Decimal(9), None]) == (0, 0)


def test_opening_and_closing_are_held_against_the_movements(read: Read) -> None:
    text = "Opening balance;100,00\nClosing balance;{}\n\nDatum;Text;Betrag\n01.02.2026;A;-20,00\n14.02.2026;B;7,30\n"
    right, wrong = read(text.format("87,30")), read(text.format("99,99"))

    assert right.understood["balances"] == "opening 100.00 + 2 movements = closing 87.30"
    assert "99.99" in wrong.understood["balances"]
    assert "please check" in wrong.understood["balances"]


def test_shops_without_a_sign_under_a_growing_balance_are_no_income(read: Read) -> None:
    statement = read(
        "Opening balance;100,00\nClosing balance;107,00\n\nDate;Text;Amount\n"
        "01.02.2026;SUPERMARKET;5,00\n14.02.2026;NETFLIX;2,00\n"
    )

    assert amounts(statement) == [Decimal("-5.00"), Decimal("-2.00")]
    assert statement.understood["sign convention"].endswith("the balance is what is owed")


def test_signs_that_read_like_a_card_and_balances_of_an_account_are_asked_about(read: Read) -> None:
    statement = read(
        "Opening balance;100,00\nClosing balance;106,00\n\nDate;Text;Amount\n"
        "01.02.2026;SUPERMARKET;5,00\n14.02.2026;NETFLIX;2,00\n15.02.2026;PAYMENT THANK YOU;-1,00\n"
    )

    assert [question.code for question in statement.questions] == ["sign"]


def test_a_fee_is_taken_off_only_where_the_balance_says_so(read: Read) -> None:
    rows = (
        "Date,Text,Amount,Fee,Balance\n2026-01-01,A,-10.00,0.00,90.00\n2026-01-02,B,-20.00,1.50,{}\n"
        "2026-01-03,C,5.00,0.00,{}\n"
    )
    inside, outside = read(rows.format("68.50", "73.50")), read(rows.format("70.00", "75.00"))

    assert amounts(inside) == [Decimal("-10.00"), Decimal("-21.50"), Decimal("5.00")]
    assert amounts(outside) == [Decimal("-10.00"), Decimal("-20.00"), Decimal("5.00")]
    assert {role.name: role.role for role in inside.columns}["Fee"] == "fee"


def test_a_balance_from_before_the_movement_is_carried_over_it(read: Read) -> None:
    statement = read(
        "17-06-2026,NL11,A,EUR,130.44,EUR,223.77\n18-06-2026,NL11,B,EUR,354.21,EUR,-200.00\n"
        "25-06-2026,NL11,C,EUR,154.21,EUR,-2.20\n"
    )

    assert amounts(statement) == [Decimal("223.77"), Decimal("-200.00"), Decimal("-2.20")]
    assert [line.balance for line in lines(statement)] == [Decimal("354.21"), Decimal("154.21"), Decimal("152.01")]


def test_one_balance_through_two_currencies_is_in_one_of_them(read: Read) -> None:
    statement = read(
        "Date;Text;Asset Currency code;Currency;Cash;Balance\n2026-01-01;A;X;CHF;1000.00;1000.00\n"
        "2026-01-15;B;X;USD;-500.00;500.00\n2026-02-01;C;X;CHF;-460.00;40.00\n2026-02-09;D;X;CHF;10.00;50.00\n"
    )

    assert len(statement.accounts) == 1


def test_the_amount_in_the_currency_that_never_changes_is_the_accounts(read: Read) -> None:
    statement = read(
        "Date;Text;Amount;Currency;Amount converted;Currency\n2026-01-01;A;-4,50;EUR;-336,15;RUB\n"
        "2026-01-02;B;-300,00;RUB;-300,00;RUB\n"
    )

    assert amounts(statement) == [Decimal("-336.15"), Decimal("-300.00")]
    assert {line.currency for line in lines(statement)} == {"RUB"}


def test_a_word_that_is_no_direction_is_not_booked(read: Read) -> None:
    statement = read(
        "Date,Text,Amount,Debit/Credit\n2026-01-01,A,5.00,Debit\n2026-01-02,B,6.00,Credit\n2026-01-03,C,7.00,Sideways\n"
    )

    assert amounts(statement) == [Decimal("-5.00"), Decimal("6.00")]
    assert [error.line for error in statement.errors] == [4]


def test_the_name_of_a_flag_column_says_what_its_letters_mean(read: Read) -> None:
    statement = read("FECHA;DETALLE;MONTO;CARGO/ABONO\n01/02/2026;A;500;C\n14/02/2026;B;700;A\n")

    assert amounts(statement) == [Decimal(-500), Decimal(700)]


def test_balance_rows_with_their_label_in_any_column_are_left_out(read: Read) -> None:
    statement = read(
        "Buchungstag;Empfänger;Verwendungszweck;Kundenreferenz;Währung;Umsatz\n"
        "02.01.2026;Laden;Einkauf;;EUR;-5,00\n03.01.2026;Firma;Lohn;;EUR;50,00\n"
        "01.01.2026;;;Anfangssaldo;EUR;100,00\n03.01.2026;;;Endsaldo;EUR;145,00\n"
    )

    assert amounts(statement) == [Decimal("-5.00"), Decimal("50.00")]
    assert (statement.accounts[0].opening_balance, statement.accounts[0].closing_balance) == (
        Decimal("100.00"),
        Decimal("145.00"),
    )

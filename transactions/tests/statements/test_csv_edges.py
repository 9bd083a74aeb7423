"""Balances and totals in and under the table are no movements; a shop of that name is one."""

from __future__ import annotations

from decimal import Decimal

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read

ROWS = "01.02.2026;05.02.2026;A;-10,00\n02.02.2026;05.02.2026;Total;-20,00\n03.02.2026;05.02.2026;C;-30,00\n"
HEADER = "Datum;Valuta;Text;Betrag\n"


def amounts(statement: ParsedStatement) -> list[str]:
    return [str(line.amount) for account in statement.accounts for line in account.lines]


def test_a_shop_called_total_is_a_movement_wherever_it_stands(read: Read) -> None:
    assert amounts(read(HEADER + ROWS)) == ["-10.00", "-20.00", "-30.00"]
    last = "04.02.2026;05.02.2026;Saldo;-7,00\n05.02.2026;05.02.2026;Summe;-8,00\n"

    assert amounts(read(HEADER + ROWS + last)) == ["-10.00", "-20.00", "-30.00", "-7.00", "-8.00"]


def test_a_dated_total_is_left_out_when_it_is_the_sum(read: Read) -> None:
    statement = read(HEADER + ROWS + "05.02.2026;05.02.2026;Summe;-60,00\n")

    assert amounts(statement) == ["-10.00", "-20.00", "-30.00"]
    assert statement.errors == ()


def test_a_dated_balance_at_the_edge_without_the_cells_of_a_movement_is_left_out(read: Read) -> None:
    statement = read(HEADER + "01.02.2026;;Saldo;977,00\n" + ROWS + "05.02.2026;;Saldo;917,00\n")

    assert amounts(statement) == ["-10.00", "-20.00", "-30.00"]


def test_a_summary_under_the_rows_gives_the_balances_and_no_error(read: Read) -> None:
    statement = read(
        HEADER + ROWS + "\nSTATEMENT SUMMARY\nOpening balance;Debits;Credits;Closing balance\n100,00;60,00;0,00;40,00\n"
    )

    assert amounts(statement) == ["-10.00", "-20.00", "-30.00"]
    assert statement.errors == ()
    assert statement.accounts[0].opening_balance == Decimal("100.00")
    assert statement.accounts[0].closing_balance == Decimal("40.00")


def test_balances_in_a_footer_are_held_against_the_movements(read: Read) -> None:
    statement = read(HEADER + ROWS + "\nAnfangssaldo;100,00\nEndsaldo;40,00\n")

    assert amounts(statement) == ["-10.00", "-20.00", "-30.00"]
    assert statement.understood["balances"].startswith("opening 100.00 + 3 movements = closing 40.00")


def test_a_summary_is_not_taken_for_the_header_of_rows_without_one(read: Read) -> None:
    statement = read(
        "02/12/2025;A;Uttag;17.60\n03/12/2025;B;Insättning;30.93\n15/12/2025;C;Uttag;6.93\n\n"
        "Ingående balans;Uttag;Insättning;Utgående saldo\n100.00;24.53;30.93;106.40\n"
    )

    assert amounts(statement) == ["-17.60", "30.93", "-6.93"]


def test_a_row_with_money_out_and_money_in_is_rejected(read: Read) -> None:
    statement = read(
        "Date;Text;Debit;Credit\n2026-01-01;A;1,00;\n2026-01-02;B;;2,00\n2026-01-03;C;5,00;5,00\n2026-01-04;D;3,00;\n"
    )

    assert amounts(statement) == ["-1.00", "2.00", "-3.00"]
    assert [error.line for error in statement.errors] == [4]


def test_a_zero_beside_a_cell_that_cannot_be_read_is_no_amount(read: Read) -> None:
    statement = read("Date,Text,Debit,Credit\n2026-01-01,A,1.00,0\n2026-01-02,B,0,2.00\n2026-01-03,C,about 5,0\n")

    assert amounts(statement) == ["-1.00", "2.00"]
    assert [error.line for error in statement.errors] == [4]


def test_a_row_that_fills_only_the_fee_is_a_fee(read: Read) -> None:
    statement = read(
        "Date,Text,Money In,Money Out,Fee,Balance\n2026-07-01,Salary,40000.00,,,40000.00\n"
        "2026-07-02,Grocer,,-515.00,,39485.00\n2026-07-03,SMS,,,-0.35,39484.65\n2026-07-04,Rent,,-84.65,,39400.00\n"
    )

    assert amounts(statement) == ["40000.00", "-515.00", "-0.35", "-84.65"]


def test_a_first_line_of_opening_and_closing_balance_without_a_header_is_no_movement(read: Read) -> None:
    statement = read(
        '31-03-2026,01-03-2026,\'11 1090 2345,NOWAK,PLN,"1000,00","4250,00",3\n'
        '13-03-2026,13-03-2026,Czynsz,Dom,\'22 1140,"-250,00","4250,00",3\n'
        '12-03-2026,12-03-2026,Pensja,ACME,\'33 1020,"3800,00","4500,00",2\n'
        '11-03-2026,10-03-2026,Zakup,,,"-300,00","700,00",1\n'
    )

    assert amounts(statement) == ["-250.00", "3800.00", "-300.00"]
    assert statement.understood["left out"] == "1 balance and total rows"


def test_a_first_movement_into_an_empty_account_stays(read: Read) -> None:
    statement = read("02.01.2026;Einlage;100,00;100,00\n03.01.2026;Kauf;-30,00;70,00\n04.01.2026;Kauf;-20,00;50,00\n")

    assert amounts(statement) == ["100.00", "-30.00", "-20.00"]

"""Which column is which: dates by their order, pairs by taking turns, currencies by what they stand with."""

from __future__ import annotations

from datetime import date

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read


def amounts(statement: ParsedStatement) -> list[str]:
    return [str(line.amount) for account in statement.accounts for line in account.lines]


def test_without_names_the_date_that_runs_in_order_is_the_booking_date(read: Read) -> None:
    statement = read(
        "03.02.2026;A;-1,00;02.02.2026\n05.02.2026;B;-2,00;03.02.2026\n04.02.2026;C;-3,00;04.02.2026\n"
        "09.02.2026;D;-4,00;06.02.2026\n08.02.2026;E;-5,00;07.02.2026\n"
    )

    assert statement.accounts[0].lines[1].booking_date == date(2026, 2, 3)


def test_a_named_partner_is_one_of_a_pair_however_rarely_it_is_filled(read: Read) -> None:
    statement = read(
        "Date,Text,Debit(₦),Credit(₦),Balance\n2026-03-05,A,25000.00,--,120000.00\n"
        "2026-03-05,B,30000.00,--,90000.00\n2026-03-06,C,--,15000.00,105000.00\n"
    )

    assert amounts(statement) == ["-25000.00", "-30000.00", "15000.00"]


def test_one_known_name_is_enough_for_two_columns_that_take_turns(read: Read) -> None:
    statement = read(
        "Date,Zorble,Text,Credit,No.\n2026-03-05,12.50,A,,1\n2026-03-06,,B,99.10,2\n2026-03-07,8.75,C,,3\n"
    )

    assert amounts(statement) == ["-12.50", "99.10", "-8.75"]


def test_a_currency_that_comes_with_another_amount_is_not_the_accounts(read: Read) -> None:
    statement = read(
        "Date,Text,Gross Zorble,Zorble Code,Amount (CHF)\n2026-03-05,A,,,-12.50\n2026-03-06,B,20.00,USD,-18.10\n"
        "2026-03-07,C,,,-8.75\n"
    )

    assert {account.currency for account in statement.accounts} == {"CHF"}


def test_flags_are_held_against_the_balance_on_one_day(read: Read) -> None:
    rows = ["14.14,D,86.00", "67.31,D,100.14", "43.00,C,167.45", "42.89,D,124.45"]
    statement = read("Date,Text,Amount,Dr/Cr,Balance\n" + "".join(f"13/01/2026,X,{row}\n" for row in rows))

    assert amounts(statement) == ["-14.14", "-67.31", "43.00", "-42.89"]

"""In whose currency a row is: the account's, not that of what was paid abroad; one column of amounts per currency."""

from __future__ import annotations

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read


def by_currency(statement: ParsedStatement) -> dict[str, list[str]]:
    return {account.currency: [str(line.amount) for line in account.lines] for account in statement.accounts}


def test_the_currency_in_the_name_of_the_amount_holds_against_a_column_of_others(read: Read) -> None:
    statement = read(
        "Date,Text,Total (AUD),Currency,Subtotal (Transaction Currency)\n2026-01-13,Fuel,-46.00,AUD,-46.00\n"
        "2026-01-14,Games,-15.20,USD,-9.99\n2026-01-15,Pay,1900.00,AUD,1900.00\n"
    )

    assert by_currency(statement) == {"AUD": ["-46.00", "-15.20", "1900.00"]}


def test_an_amount_that_equals_the_money_in_rows_of_one_currency_owns_the_column_of_codes(read: Read) -> None:
    statement = read(
        "Дата;Описание;Сумма операции;Валюта операции;Приход;Расход\n13.03.2026;A;-5400,00;KZT;0,00;-5400,00\n"
        "12.03.2026;B;350000,00;KZT;350000,00;0,00\n11.03.2026;C;-10,00;USD;0,00;-4512,30\n"
    )

    assert by_currency(statement) == {"KZT": ["-5400.00", "350000.00", "-4512.30"]}


def test_rows_of_several_currencies_with_one_amount_stay_apart(read: Read) -> None:
    statement = read("Date,Text,Amount,Currency\n2026-01-13,A,-46.00,AUD\n2026-01-14,B,-15.20,USD\n")

    assert by_currency(statement) == {"AUD": ["-46.00"], "USD": ["-15.20"]}


def test_one_column_of_amounts_for_each_currency(read: Read) -> None:
    statement = read(
        "Date,Text,CAD$,USD$\n2026-01-02,Pay,1850.00,\n2026-01-13,Transfer,-75.00,\n2026-01-16,Abroad,,-20.00\n"
    )

    assert by_currency(statement) == {"CAD": ["1850.00", "-75.00"], "USD": ["-20.00"]}
    assert not statement.errors


def test_a_pair_of_columns_for_each_currency_with_balances(read: Read) -> None:
    statement = read(
        "Date;Text;Debit EUR;Credit EUR;Debit USD;Credit USD\n02.01.2026;A;10,00;;;\n03.01.2026;B;;250,00;;\n"
        "04.01.2026;C;;;7,50;\n05.01.2026;D;;;;99,00\n"
    )

    assert by_currency(statement) == {"EUR": ["-10.00", "250.00"], "USD": ["-7.50", "99.00"]}


def test_two_currencies_in_one_row_are_an_amount_and_what_it_was_abroad(read: Read) -> None:
    statement = read(
        "Date,Text,Amount EUR,Amount USD\n2026-01-02,A,-9.30,-10.00\n2026-01-03,B,-18.60,-20.00\n"
        "2026-01-04,C,93.00,100.00\n"
    )

    assert by_currency(statement) == {"EUR": ["-9.30", "-18.60", "93.00"]}


def test_the_turnover_of_the_account_beside_an_amount_with_its_own_currency(read: Read) -> None:
    statement = read(
        "Валюта контракта:;BYN\nДата транзакции;Операция;Сумма;Валюта;Обороты по счету\n"
        "13.03.2026;A;-45,90;BYN;-45,90\n"
        "12.03.2026;B;-10,00;EUR;-35,40\n11.03.2026;C;1850,00;BYN;1850,00\n"
    )

    assert by_currency(statement) == {"BYN": ["-45.90", "-35.40", "1850.00"]}


def test_codes_right_behind_the_amount_are_its_own_whatever_else_equals_it(read: Read) -> None:
    statement = read(
        "Date,Text,Amount,Currency,Gross\n2026-01-13,A,-46.00,AUD,-46.00\n2026-01-14,B,-15.20,USD,-16.00\n"
        "2026-01-15,C,19.00,AUD,19.00\n"
    )

    assert by_currency(statement) == {"AUD": ["-46.00", "19.00"], "USD": ["-15.20"]}

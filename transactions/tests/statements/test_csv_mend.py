"""Numbers torn at unquoted marks are joined, cents become money, and other repairs to what programs write."""

from __future__ import annotations

from datetime import date

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read


def amounts(statement: ParsedStatement) -> list[str]:
    return [str(line.amount) for account in statement.accounts for line in account.lines]


def test_decimal_commas_without_quotes_are_joined(read: Read) -> None:
    statement = read(
        "Fecha,Concepto,Importe,Saldo\n02/06/2026,COMPRA,-45,30,2.954,70\n03/06/2026,NOMINA,1.850,00,4.804,70\n"
        "24/06/2026,RECIBO,-63,18,4.741,52\n"
    )

    assert amounts(statement) == ["-45.30", "1850.00", "-63.18"]


def test_groups_without_quotes_are_joined(read: Read) -> None:
    statement = read(
        "Txn Date,Value Date,Description,Ref,Debit (INR),Credit (INR),Balance (INR)\n"
        "2/12/2025,2/12/2025,NEFT DR,N1,20,000.00,,49,80,000.00\n"
        "13/12/2025,13/12/2025,NEFT CR,N2,,1,50,000.00,51,30,000.00\n"
    )

    assert amounts(statement) == ["-20000.00", "150000.00"]


def test_cents_by_the_name_of_the_column(read: Read) -> None:
    statement = read("date,text,amount_cents\n2026-01-05,A,-5490\n2026-01-14,B,250000\n2026-01-15,C,-1\n")

    assert amounts(statement) == ["-54.90", "2500.00", "-0.01"]


def test_scientific_and_trailing_marks(read: Read) -> None:
    statement = read("date;text;amount\n2026-01-05;A;-5.49E+01\n2026-01-14;B;2.5E+03\n2026-01-15;C;-7.00\n")
    crowns = read("Dato;Tekst;Beløp\n05.01.2026;A;kr -9 850,-\n14.01.2026;B;kr 32 500,-\n15.01.2026;C;kr -154,90\n")

    assert amounts(statement) == ["-54.90", "2500.00", "-7.00"]
    assert amounts(crowns) == ["-9850", "32500", "-154.90"]


def test_the_net_amount_is_what_the_account_moves_by(read: Read) -> None:
    statement = read(
        "date,text,Amount,Fee,Net\n2026-01-05,A,100.00,3.20,96.80\n2026-01-14,B,-40.00,0.00,-40.00\n"
        "2026-01-15,C,-56.80,0.00,-56.80\n"
    )

    assert amounts(statement) == ["96.80", "-40.00", "-56.80"]


def test_a_period_above_the_table_decides_day_or_month_first(read: Read) -> None:
    statement = read(
        "Période : 01/01/2026 - 30/06/2026\n\nDate;Libellé;Débit;Crédit\n05/01/2026;A;12,00;\n05/02/2026;A;12,00;\n"
        "05/03/2026;A;12,00;\n10/01/2026;B;1,00;\n"
    )

    assert statement.accounts[0].lines[1].booking_date == date(2026, 2, 5)


def test_of_two_flags_the_one_beside_the_amount_is_meant(read: Read) -> None:
    statement = read(
        "Date,Description,Amount,Dr / Cr,Balance,Dr / Cr\n2026-09-01,SALARY,120000.00,CR,200000.00,CR\n"
        "2026-09-25,RENT,32000.00,DR,168000.00,CR\n2026-09-26,EMI,170000.00,DR,2000.00,DR\n"
    )

    assert amounts(statement) == ["120000.00", "-32000.00", "-170000.00"]


def test_one_known_letter_tells_the_other(read: Read) -> None:
    statement = read("Data;Tytuł;Kwota;Strona\n05.01.2026;A;12,00;O\n14.01.2026;B;99,00;U\n15.01.2026;C;5,00;O\n")

    assert amounts(statement) == ["-12.00", "99.00", "-5.00"]


def test_a_plus_and_a_minus_in_the_names_are_money_in_and_out(read: Read) -> None:
    statement = read("Time,Type,[-] EUR,[+] EUR\n2026-01-05,A,12.00,\n2026-01-14,B,,99.00\n2026-01-15,C,5.00,\n")

    assert amounts(statement) == ["-12.00", "99.00", "-5.00"]


def test_a_single_step_of_the_balance_beats_the_wording(read: Read) -> None:
    statement = read("Tarih;Açıklama;Tutar;Bakiye\n01.09.2026;FATURA;1.500,00;2.000,50\n14.09.2026;X;250,75;2.251,25\n")

    assert amounts(statement) == ["1500.00", "250.75"]


def test_decimals_torn_in_a_file_without_a_header_are_joined(read: Read) -> None:
    statement = read(
        "02/06/2026,COMPRA,-45,30,2954,70\n03/06/2026,NOMINA,1850,00,4804,70\n24/06/2026,RECIBO,-63,18,4741,52\n"
    )

    assert amounts(statement) == ["-45.30", "1850.00", "-63.18"]


def test_whole_amounts_beside_a_count_of_two_digits_stay_where_points_are_decimal(read: Read) -> None:
    statement = read("02/06/2026,A,-45,30,54.70\n03/06/2026,B,1850,12,1904.70\n24/06/2026,C,-63,18,1841.70\n")

    assert amounts(statement) == ["-45", "1850", "-63"]

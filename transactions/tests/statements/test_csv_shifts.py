"""Rows that stand beside their header are put in place; halves of an amount are never joined to a text."""

from __future__ import annotations

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read


def lines(statement: ParsedStatement) -> list[tuple[str, str]]:
    return [(str(line.amount), line.description) for account in statement.accounts for line in account.lines]


def test_unquoted_delimiters_in_the_text_however_many(read: Read) -> None:
    statement = read(
        "Datum;Text;Betrag;Saldo\n05.01.2026;REWE; Filiale 12;-54,90;945,10\n12.01.2026;Gehalt;2500,00;3445,10\n"
        "15.01.2026;Miete; Januar; Whg 3;-850,00;2595,10\n"
    )

    assert lines(statement) == [
        ("-54.90", "REWE; Filiale 12"),
        ("2500.00", "Gehalt"),
        ("-850.00", "Miete; Januar; Whg 3"),
    ]


def test_a_few_torn_decimals_are_not_read_as_another_amount(read: Read) -> None:
    statement = read(
        "Fecha,Concepto,Importe,Saldo\n02/06/2026,COMPRA,-45,2954\n03/06/2026,NOMINA,1850,4804\n"
        "14/06/2026,CUOTA,-4,4800\n24/06/2026,RECIBO,-63,18,4736,82\n"
    )

    assert [amount for amount, _ in lines(statement)] == ["-45", "1850", "-4", "-63.18"]


def test_a_torn_amount_that_cannot_be_joined_is_rejected(read: Read) -> None:
    statement = read(
        "Fecha,Concepto,Importe,Saldo\n02/06/2026,COMPRA,-45,2954\n03/06/2026,NOMINA,1850,4804\n"
        "14/06/2026,CUOTA,-4,4800\n24/06/2026,RECIBO,-63,18,4736,82,x\n"
    )

    assert [amount for amount, _ in lines(statement)] == ["-45", "1850", "-4"]
    assert "torn" in statement.errors[0].message


def test_names_one_column_right_of_their_cells(read: Read) -> None:
    statement = read(
        ',Data,,Detalii tranzactie,,Debit,,Credit\n01.09.2026,,POS,,"114,17",,,\n'
        '02.09.2026,,Salariu,,,,"2.500,00",\n03.09.2026,,Chirie,,"1.820,88",,,\n'
    )

    assert [amount for amount, _ in lines(statement)] == ["-114.17", "2500.00", "-1820.88"]


def test_a_second_line_of_names_under_a_wide_one(read: Read) -> None:
    statement = read(
        "Date,Description,Amount,,Balance\n,,Debit,Credit,\n05/01/2026,Coffee,4.50,,95.50\n"
        "20/01/2026,Salary,,2500.00,2595.50\n25/01/2026,Rent,850.00,,1745.50\n"
    )

    assert [amount for amount, _ in lines(statement)] == ["-4.50", "2500.00", "-850.00"]


def test_two_columns_with_the_same_figures_are_no_question(read: Read) -> None:
    statement = read('2026/04/01,A,580,x,580\n2026/04/05,B,"3,280",x,"3,280"\n2026/04/12,C,1450,x,1450\n')

    assert all(question.code != "columns" for question in statement.questions)

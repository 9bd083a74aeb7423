"""Cards print charges as positive; what is owed grows with them. Without a sign the kinds and words of rows decide."""

from __future__ import annotations

from decimal import Decimal

import pytest

from transactions.statements.parsed import ParsedStatement
from transactions.tests.statements.conftest import Read


def amounts(statement: ParsedStatement) -> list[str]:
    return [str(line.amount) for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize(
    ("header", "charge", "payment"),
    [
        ("Datum;Broj kartice;Opis;Iznos", "XXXX-1111;KONZUM", "XXXX-1111;PRIMLJENA UPLATA HVALA"),
        ("Dato;Kortnummer;Tekst;Beløb", "XXXX-1111;NETTO", "XXXX-1111;INDBETALING TAK"),
        ("日付;カード番号;内容;金額", "XXXX-1111;家賃", "XXXX-1111;お支払い ありがとうございました"),
        ("Tarih;Kart No;Açıklama;Tutar", "XXXX-1111;MİGROS", "XXXX-1111;ÖDEMENİZ İÇİN TEŞEKKÜRLER"),
        ("Datum;;Text;Betrag", ";Apotheke", ";Ihre Zahlung"),
    ],
)
def test_charges_printed_positive_leave_the_account(read: Read, header: str, charge: str, payment: str) -> None:
    rows = [f"0{day}.02.2026;{charge};{day}1,50" for day in range(1, 5)] + [f"06.02.2026;{payment};-126,00"]
    statement = read("\n".join([header, *rows]) + "\n")

    assert amounts(statement) == ["-11.50", "-21.50", "-31.50", "-41.50", "126.00"]
    assert statement.questions == ()


def test_a_credit_limit_above_the_table_tells_a_card(read: Read) -> None:
    statement = read(
        "Credit limit,5000.00\nMinimum payment due,25.00\n\nDate,Description,Amount\n"
        "2026-01-02,ALPHA 1,12.00\n2026-01-03,BETA 2,13.00\n2026-01-04,GAMMA 3,14.00\n2026-01-09,DELTA 4,-5.00\n"
    )

    assert amounts(statement) == ["-12.00", "-13.00", "-14.00", "5.00"]


def test_a_balance_that_grows_with_charges_is_owed(read: Read) -> None:
    statement = read(
        "Date,Description,Amount,Balance\n2026-01-02,SUPERMARKET,12.00,112.00\n2026-01-03,RESTAURANT,20.00,132.00\n"
        "2026-01-04,PHARMACY,8.00,140.00\n2026-01-09,PAYMENT RECEIVED THANK YOU,-100.00,40.00\n"
    )

    assert amounts(statement) == ["-12.00", "-20.00", "-8.00", "100.00"]
    assert [line.balance for line in statement.accounts[0].lines][-1] == Decimal("-40.00")


def test_charges_that_only_add_to_the_balance_are_asked_about(read: Read) -> None:
    statement = read(
        "Date,Description,Amount,Balance\n2026-01-02,SUPERMARKET,12.00,112.00\n2026-01-03,RESTAURANT,20.00,132.00\n"
        "2026-01-04,PHARMACY,8.00,140.00\n2026-01-09,TAXI,10.00,150.00\n"
    )

    assert [question.code for question in statement.questions] == ["sign"]


def test_mostly_positive_amounts_that_nothing_explains_are_asked_about(read: Read) -> None:
    statement = read(
        "Date,Description,Amount\n2026-01-02,ALPHA 1,12.00\n2026-01-03,BETA 2,13.00\n2026-01-04,GAMMA 3,-5.00\n"
    )

    assert [question.code for question in statement.questions] == ["sign"]


def test_kinds_of_booking_tell_in_from_out(read: Read) -> None:
    statement = read(
        "Date,Type,Description,Amount\n2026-01-02,Purchase,ALPHA,12.00\n2026-01-03,Deposit,BETA,13.00\n"
        "2026-01-04,ATM Withdrawal,GAMMA,40.00\n2026-01-05,Interest,,0.12\n"
    )

    assert amounts(statement) == ["-12.00", "13.00", "-40.00", "0.12"]
    assert statement.questions == ()


def test_an_unknown_kind_of_booking_decides_nothing(read: Read) -> None:
    statement = read(
        "Date,Type,Description,Amount\n2026-01-02,Purchase,ALPHA,12.00\n2026-01-03,Zorble,BETA,13.00\n"
        "2026-01-04,ATM Withdrawal,GAMMA,40.00\n2026-01-05,Interest,,0.12\n"
    )

    assert [question.code for question in statement.questions] == ["sign"]


def test_a_flag_that_goes_with_the_signs_leaves_them_alone(read: Read) -> None:
    statement = read(
        "Datum;Be/Ki;Text;Betrag\n01.02.2026;K;A;-4990,00\n02.02.2026;J;B;450000,00\n03.02.2026;K;C;-12,00\n"
    )

    assert amounts(statement) == ["-4990.00", "450000.00", "-12.00"]


def test_letters_that_mean_the_same_elsewhere_are_told_by_the_wording(read: Read) -> None:
    told = read(
        "Datum;Opis;Znesek;Vrsta\n12.1.2025;VRAČILO;342,52;D\n13.1.2025;NAJEMNINA;36,07;B\n14.1.2025;PLAČA;76,54;D\n"
    )
    untold = read("Datum;Opis;Znesek;Vrsta\n12.1.2025;X;342,52;D\n13.1.2025;Y;36,07;B\n14.1.2025;Z;76,54;D\n")

    assert amounts(told) == ["342.52", "-36.07", "76.54"]
    assert [question.code for question in untold.questions] == ["sign"]


def test_unsigned_amounts_take_their_sign_from_each_step_of_the_balance(read: Read) -> None:
    statement = read(
        "Date;Text;Amount;Balance\n01.02.2026;A;10,00;90,00\n01.02.2026;B;5,00;85,00\n01.02.2026;C;40,00;125,00\n"
        "01.02.2026;D;25,00;100,00\n"
    )

    assert amounts(statement) == ["-10.00", "-5.00", "40.00", "-25.00"]


def test_a_debit_that_says_thank_you_is_a_payment_to_the_card(read: Read) -> None:
    statement = read(
        'Date,Description,Titulaire de la carte,Montant\n13/03/2026,MONOPRIX PARIS,P,"45,90"\n'
        '10/03/2026,PRELEVEMENT AUTOMATIQUE ENREGISTRE-MERCI,P,"-300,00"\n'
    )

    assert [str(line.amount) for line in statement.accounts[0].lines] == ["-45.90", "300.00"]

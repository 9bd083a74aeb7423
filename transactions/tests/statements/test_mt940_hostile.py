"""MT940 and MT942 that are cut, noisy, or say two things at once; envelopes, marks and texts of many dialects."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

OPEN = ":20:REF\n:25:DE89370400440532013000\n:28C:1/1\n:60F:C251231EUR100,00\n"
CLOSED = ":62F:C260131EUR90,00\n"
ENTRY = ":61:2601050105D10,00NTRFNONREF\n:86:RENT\n"


def read(text: str | bytes) -> ParsedStatement:
    return read_statement(text if isinstance(text, bytes) else text.encode(), ReaderContext())


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize("text", [OPEN + ENTRY + CLOSED, OPEN + ENTRY + CLOSED + "-\n", f"{OPEN}{ENTRY}{CLOSED}-}}"])
def test_a_whole_statement_has_nothing_to_report(text: str) -> None:
    statement = read(text)

    assert (amounts(statement), statement.errors) == ([Decimal(-10)], ())


@pytest.mark.parametrize(
    ("text", "line"),
    [(OPEN + ENTRY, 6), (OPEN + ENTRY + "-\n", 7), (OPEN, 4), (OPEN + ENTRY[:-3], 6), (OPEN.replace("60F", "60M"), 4)],
)
def test_a_statement_without_its_closing_balance_was_cut_off(text: str, line: int) -> None:
    statement = read(text)

    assert [(error.line, error.field) for error in statement.errors] == [(line, "file")]
    assert "cut off" in statement.errors[0].message
    assert statement.lines_rejected == 0


@pytest.mark.parametrize("kept", [":61:2601050105D1", ":61:2601050105D10,0", ":61:2601050105", ":61:26010501"])
def test_an_entry_in_which_the_file_ends_is_not_booked(kept: str) -> None:
    statement = read(OPEN + ENTRY + kept)

    assert amounts(statement) == [Decimal(-10)]
    assert statement.lines_rejected == 1
    assert {error.field for error in statement.errors} == {"file"}


def test_a_cut_inside_the_second_statement_leaves_the_first_alone() -> None:
    second = OPEN.replace(":28C:1", ":28C:2").replace("100,00", "90,00")
    statement = read(OPEN + ENTRY + CLOSED + "-\n" + second + ENTRY)

    assert amounts(statement) == [Decimal(-10), Decimal(-10)]
    assert [error.line for error in statement.errors] == [14]


@pytest.mark.parametrize("closing", ["EWR", "ZZ9"])
def test_a_currency_that_is_none_is_taken_from_the_other_balance(closing: str) -> None:
    statement = read(OPEN + ENTRY + CLOSED.replace("EUR", closing))

    assert [account.currency for account in statement.accounts] == ["EUR"]


def test_a_currency_that_is_none_anywhere_is_said_and_not_booked() -> None:
    statement = read((OPEN + ENTRY + CLOSED).replace("EUR", "EWR"))

    assert [(error.line, error.field) for error in statement.errors] == [(4, "currency")]
    assert "'EWR'" in statement.errors[0].message
    assert {line.currency for account in statement.accounts for line in account.lines} == {""}


def test_two_currencies_in_one_statement_are_said() -> None:
    statement = read(OPEN + ENTRY + CLOSED.replace("EUR", "USD"))

    assert [error.field for error in statement.errors] == ["currency"]
    assert "EUR" in statement.errors[0].message


def test_noise_behind_a_head_says_that_nothing_was_read() -> None:
    noise = random.Random(1).randbytes(3000).replace(b":", b"")
    statement = read(b":20:X\n:25:1\n:28C:1\n:60F:" + noise + b"\n:62F:" + noise)

    assert amounts(statement) == []
    assert any(error.message for error in statement.errors)


@pytest.mark.parametrize(
    "text",
    [
        OPEN + CLOSED.replace("90,00", "100,00"),
        ":20:X\n:25:1\n:28C:1\n:34F:EUR0,\n:13D:2601051200+0100\n:90D:0EUR0,\n:90C:0EUR0,\n-\n",
    ],
)
def test_a_statement_of_a_quiet_month_is_empty_and_right(text: str) -> None:
    statement = read(text)

    assert (amounts(statement), statement.errors) == ([], ())
    assert "no movements" in statement.understood["notes"]


def test_balances_that_moved_without_a_movement_are_an_error() -> None:
    assert "No movement" in read(OPEN + CLOSED).errors[0].message


def test_an_interim_report_has_no_balances_and_is_whole() -> None:
    text = (
        ":20:X\n:25:DE89370400440532013000\n:28C:1\n:34F:EUR0,\n:13D:2601051200+0100\n"
        ":61:2601050105C7,50NTRFNONREF\n:86:IN\n:61:260105ED3,NTRFNONREF\n:86:EXPECTED\n:90D:1EUR3,\n:90C:1EUR7,5\n-\n"
    )
    statement = read(text)

    assert (amounts(statement), statement.errors) == ([Decimal("7.50"), Decimal(-3)], ())
    assert [line.is_pending for line in statement.accounts[0].lines] == [False, True]
    assert statement.accounts[0].currency == "EUR"


@pytest.mark.parametrize(
    ("entry", "amount"),
    [
        ("2601050105C5,NTRF", "5"),
        ("260105C5,NTRF", "5"),  # no entry date
        ("260105CR5,NTRF", "5"),  # a funds code: the third letter of EUR
        ("260105DR5,NTRF", "-5"),
        ("260105RC5,NTRF", "-5"),  # a credit taken back
        ("260105RD5,NTRF", "5"),
        ("260105RCR5,NTRF", "-5"),
        ("2601050105D5NTRF", "-5"),  # no mark in the amount
        ("2601050105D0,01NTRF", "-0.01"),
        ("2601050105C1234567,8NTRF", "1234567.8"),
        ("260105c5,ntrf", "5"),
    ],
)
def test_marks_and_amounts(entry: str, amount: str) -> None:
    assert amounts(read(OPEN + f":61:{entry}X\n" + CLOSED.replace("90", "0"))) == [Decimal(amount)]


@pytest.mark.parametrize(
    ("entry", "booked", "valued"),
    [
        ("2512310102", date(2026, 1, 2), date(2025, 12, 31)),
        ("2601021231", date(2025, 12, 31), date(2026, 1, 2)),
        ("2402290229", date(2024, 2, 29), date(2024, 2, 29)),
        ("2403010229", date(2024, 2, 29), date(2024, 3, 1)),
    ],
)
def test_entry_days_over_the_end_of_a_year(entry: str, booked: date, valued: date) -> None:
    line = read(OPEN + f":61:{entry}D10,NTRFX\n" + CLOSED).accounts[0].lines[0]

    assert (line.booking_date, line.value_date) == (booked, valued)


@pytest.mark.parametrize("entry", ["261301D1,NTRF", "260105D1..2NTRF", "260105Z1,NTRF", "260105DNTRF", "XXXXXXD1,N"])
def test_an_entry_that_cannot_be_read_is_reported_with_its_line(entry: str) -> None:
    statement = read(OPEN + ENTRY + f":61:{entry}\n:86:BAD\n" + CLOSED)

    assert [error.line for error in statement.errors] == [7]
    assert (amounts(statement), statement.lines_rejected) == ([Decimal(-10)], 1)


@pytest.mark.parametrize(
    ("details", "counterparty", "description"),
    [
        ("177?00ONLINE?109310?20EREF+A1?21SVWZ+INVOICE 7?30COBADEFF?31DE02?32MAX MUSTER?33MANN", "MAX MUSTER MANN",
         "INVOICE 7"),
        ("166?00GUTSCHRIFT?20INVOICE?21 7", "", "INVOICE 7"),
        ("105?00LASTSCHRIFT?20SVWZ+ABO?60 MAERZ?32TELCO", "TELCO", "ABO MAERZ"),
        ("/EREF/E1/REMI/USTD//INVOICE 7/CNTP/NL02/INGB/SHOP B.V./AMSTERDAM", "SHOP B.V.", "INVOICE 7"),
        ("/TRTP/iDEAL/IBAN/NL02/BIC/INGBNL2A/NAME/Shop/EREF/1", "Shop", "iDEAL"),
        ("EREF+A1\nSVWZ+RENT", "", "EREF+A1 SVWZ+RENT"),
        ("PLAIN TEXT", "", "PLAIN TEXT"),
        ("?", "", "?"),
        ("999?", "", "999?"),
        ("/NAME/", "", "/NAME/"),
    ],
)  # fmt: skip
def test_texts(details: str, counterparty: str, description: str) -> None:
    line = read(OPEN + f":61:2601050105D10,NTRFNONREF\n:86:{details}\n" + CLOSED).accounts[0].lines[0]

    assert (line.counterparty, line.description) == (counterparty, description)


@pytest.mark.parametrize(
    "text",
    [
        "{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\n" + OPEN + ENTRY + CLOSED + "-}",
        "ABNANL2A\n940\nABNANL2A\n" + OPEN + ENTRY + CLOSED + "-\n",
        "\ufeff" + OPEN + ENTRY + CLOSED,
        (OPEN + ENTRY + CLOSED).replace("\n", "\r\n"),
        (OPEN + ENTRY + CLOSED).replace("\n", "\r"),
        (OPEN + ENTRY + CLOSED).replace("\n", "\n\n"),
        OPEN.replace(":28C:1/1", ":28C:00001/001\n:21:NONREF") + ENTRY + CLOSED + ":64:C260131EUR90,\n:86:BYE\n",
        (OPEN + ENTRY + CLOSED).replace(":25:", ":25P:"),
        (OPEN + ENTRY + CLOSED).replace(":86:RENT", ":86:RENT\n-\n"),
    ],
)
def test_one_movement_however_it_is_wrapped(text: str) -> None:
    statement = read(text)

    assert (statement.format, amounts(statement), statement.errors) == ("mt940", [Decimal(-10)], ())
    assert [line.description for line in statement.accounts[0].lines] == ["RENT"]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig", "cp437"])
def test_encodings(encoding: str) -> None:
    statement = read((OPEN + ENTRY.replace("RENT", "MÜLLER") + CLOSED).encode(encoding))

    assert amounts(statement) == [Decimal(-10)]


def test_several_accounts_and_currencies_stay_apart() -> None:
    dollars = (OPEN + ENTRY + CLOSED).replace("EUR", "USD")
    other = (OPEN + ENTRY + CLOSED).replace("DE89370400440532013000", "DE02120300000000202051")
    statement = read(OPEN + ENTRY + CLOSED + "-\n" + dollars + "-\n" + other + "-\n")

    assert [(account.external_ref[:4], account.currency) for account in statement.accounts] == [
        ("DE89", "EUR"), ("DE89", "USD"), ("DE02", "EUR"),
    ]  # fmt: skip
    assert all(account.closing_balance == Decimal(90) for account in statement.accounts)

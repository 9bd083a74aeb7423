"""MT940 and MT942 as banks bend them: what is read, what is reported, and that nothing raises."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transactions.statements.mt940_reader import Mt940Reader
from transactions.statements.parsed import ParsedLine, ParsedStatement, ReaderContext

HEAD = ":20:REF\n:25:10020030/1234567\n:28C:1/1\n:60F:C251230EUR100,00\n"


def read(text: str | bytes) -> ParsedStatement:
    return Mt940Reader().read(text if isinstance(text, bytes) else text.encode(), ReaderContext())


def line_of(entry: str, details: str = "") -> ParsedLine:
    statement = read(f"{HEAD}:61:{entry}\n" + (f":86:{details}\n" if details else "") + ":62F:C260131EUR1,\n-\n")
    assert [error.message for error in statement.errors] == []
    return statement.accounts[0].lines[0]


@pytest.mark.parametrize(
    ("entry", "amount"),
    [
        ("2601020102D10,00NTRFNONREF", "-10.00"),
        ("260102C9,N192NONREF", "9"),
        ("2601020102DR800,NSTONONREF//55555", "-800"),
        ("2601020102CN0,01NTRFNONREF", "0.01"),
        ("2601020102DF2402,00S   X", "-2402.00"),
        ("2601020102RCR204,88NRTINONREF", "-204.88"),
        ("260102RD5,NTRFNONREF", "5"),
        ("2601020102D000000001213,28N0440121470966      W.P. Jansen", "-1213.28"),
        ("2601020102C123456789012,34NTRF", "123456789012.34"),
        ("2601020102D1.234,56NTRFX", "-1234.56"),
        ("2601020102D1,234.56NTRFX", "-1234.56"),
        ("2601020102D12.50NTRFX", "-12.50"),
        ("2601020102D1.234NTRFX", "-1234"),
        ("2601020102D,50NTRFX", "-0.50"),
        ("202601020102D7,NTRFX", "-7"),
        ("2601020102CN220000,00//19239782213", "220000.00"),
        ("260102 D 3,10 NTRF", "-3.10"),
    ],
)
def test_amounts_and_marks(entry: str, amount: str) -> None:
    assert line_of(entry).amount == Decimal(amount)


@pytest.mark.parametrize(
    ("entry", "booked", "valued"),
    [
        ("2512310102D1,NTRF", date(2026, 1, 2), date(2025, 12, 31)),
        ("2601011231D1,NTRF", date(2025, 12, 31), date(2026, 1, 1)),
        ("260105D1,NTRF", date(2026, 1, 5), date(2026, 1, 5)),
        ("2601050000D1,NTRF", date(2026, 1, 5), date(2026, 1, 5)),
    ],
)
def test_the_entry_date_lies_in_the_year_nearest_to_the_value_date(entry: str, booked: date, valued: date) -> None:
    line = line_of(entry)

    assert (line.booking_date, line.value_date) == (booked, valued)


def test_one_kind_of_date_is_the_booking_date_of_the_whole_file() -> None:
    text = f"{HEAD}:61:2601050107D1,NTRF\n:61:260108D1,NTRF\n:62F:C260131EUR98,\n"
    statement = read(text)

    assert [line.booking_date.day for line in statement.accounts[0].lines] == [5, 8]
    assert statement.understood["booking date"].startswith("value date")


def test_a_value_date_that_does_not_exist_is_reported_and_the_movement_kept_under_its_entry_date() -> None:
    statement = read(f"{HEAD}:61:2602300301D6,00N024NONREF\n:62F:C260301EUR94,\n")

    assert [line.booking_date for line in statement.accounts[0].lines] == [date(2026, 3, 1)]
    assert [(error.line, error.field) for error in statement.errors] == [(5, "value_date")]
    assert statement.lines_rejected == 0


@pytest.mark.parametrize(
    "entry", ["260230D6,00N024NONREF", "260101X5,NTRF", "260101D,NTRF", "2613D5,", "260101D1.2.3,4,5NX"]
)
def test_what_cannot_be_read_is_one_error_and_the_rest_is_kept(entry: str) -> None:
    statement = read(f"{HEAD}:61:{entry}\n:86:LOST\n:61:260105D1,NTRF\n:86:KEPT\n:62F:C260131EUR99,\n")

    assert statement.lines_rejected == len(statement.errors) == 1
    assert [(line.amount, line.description) for line in statement.accounts[0].lines] == [(Decimal(-1), "KEPT")]


@pytest.mark.parametrize(
    ("details", "counterparty", "description"),
    [
        ("166?00GUTSCHRIFT?20EREF+1?21SVWZ+LOHN MAERZ?32ARBEIT AG", "ARBEIT AG", "LOHN MAERZ"),
        ("020~00VE02~20Faktura 12~32JAN KOWALSKI~33UL. X", "JAN KOWALSKI UL. X", "Faktura 12"),
        ("000>100987654321\n>20HUUR>21 KANTOOR>32JANSEN", "JANSEN", "HUUR KANTOOR"),
        ("/TRTP/SEPA OVERBOEKING/IBAN/NL1/BIC/X/NAME/Bakker/REMI/Brood/EREF/1", "Bakker", "Brood"),
        ("/BENM//NAME/JOHN DOE/REMI/Ref 1/ISDT/2026-01-02", "JOHN DOE", "Ref 1"),
        ("/EREF/E1//CNTP/NL32INGB0000012345/INGBNL2A/SHOP///REMI/USTD//ORDER 7/", "SHOP", "ORDER 7"),
        ("/BENM/300000000000133\n/BANK AD\n/Fee", "BANK AD", "/BENM/300000000000133 /BANK AD /Fee"),
        ("FACTUUR 7\nREK: NL65/NAAM: PICQER", "PICQER", "FACTUUR 7 REK: NL65/NAAM: PICQER"),
        ("A44?Librairie du Port\nVirement", "", "Librairie du Port Virement"),
        ("CARD 12:30\n:45 SHOP", "", "CARD 12:30 :45 SHOP"),
    ],
)
def test_texts(details: str, counterparty: str, description: str) -> None:
    line = line_of("260102D1,NTRF", details)

    assert (line.counterparty, line.description) == (counterparty, description)


def test_without_a_text_the_bank_s_line_under_the_entry_and_then_the_reference_say_what_it_is() -> None:
    assert line_of("260102D1,NCHGNONREF//1\nCHARGES").description == "CHARGES"
    assert line_of("260102D1,NCHGINVOICE 7").description == "INVOICE 7"
    assert (
        line_of("260102D1,NOVBNL47INGB9999999999\nj doe", "NL47INGB9999999999 j doe\nfor you").counterparty == "j doe"
    )


def test_numbered_texts_of_home_banking_programs() -> None:
    text = HEAD + ":61:260102D1,S051\n:NS:01Rent\n02January\n15Landlord\n16Ltd\n:62F:C260131EUR99,\n"
    line = read(text).accounts[0].lines[0]

    assert (line.counterparty, line.description) == ("Landlord Ltd", "Rent January")


def test_only_a_bank_reference_that_no_other_line_has_is_an_id() -> None:
    entries = ["NTRFX//A1", "NTRFX//B", "NTRFX//B", "NTRFX//NONREF", "NCOMNONREF          //CIOB22/IACC/D3/"]
    statement = read(HEAD + "".join(f":61:260102D1,{entry}\n" for entry in entries))

    assert [line.external_id for line in statement.accounts[0].lines] == ["A1", "", "", "", "CIOB22"]


def test_statements_of_one_account_become_one_with_the_first_opening_and_the_last_closing_balance() -> None:
    days = [(2, 100, 90), (3, 90, 80)]
    messages = [
        f":20:X\n:25:NL20INGB0001234567EUR\n:28C:{day}\n:60F:C26010{day - 1}EUR{start},\n:61:26010{day}D10,NTRF\n"
        f":62F:C26010{day}EUR{end},\n-\n"
        for day, start, end in reversed(days)
    ]
    statement = read("".join(messages))
    account = statement.accounts[0]

    assert [(account.external_ref, account.currency, len(account.lines))] == [("NL20INGB0001234567", "EUR", 2)]
    assert (account.opening_balance, account.closing_balance) == (Decimal(100), Decimal(80))
    assert statement.understood["balances"].startswith("2 of 2")


def test_reversal_marks_follow_the_balances_where_they_only_agree_the_other_way_round() -> None:
    statement = read(HEAD + ":61:260102RC10,NTRF\n:61:260103D5,NTRF\n:62F:C260131EUR105,\n")

    assert [line.amount for line in statement.accounts[0].lines] == [Decimal(10), Decimal(-5)]
    assert "balances say so" in statement.understood["notes"]


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("\n", "@@") + ":61:260102D1,NTRF@@:62F:C260131EUR99,@@-@@",
        HEAD.replace("\n", "") + ":61:260102D1,NTRF:86:HELLO:62F:C260131EUR99,",
        "{1:F01X}{2:I940X}{3:{108:B1}}{4:\r\n" + HEAD.replace("\n", "\r\n") + ":61:260102D1,NTRF\r\n-}{5:}\r\n",
        "\x01\r" + HEAD.replace("\n", "\r") + ":61:260102D1,NTRF\r-\x03",
        "  " + HEAD.replace("\n", "\n  ") + ":61:260102D1,NTRF\n",
    ],
    ids=["at signs", "one line", "envelope", "old mac and control characters", "indented"],
)
def test_line_ends_and_envelopes(text: str) -> None:
    assert Mt940Reader().recognise(text.encode()) > 0.8
    assert [line.amount for line in read(text).accounts[0].lines] == [Decimal(-1)]


def test_a_misnamed_text_and_a_time_are_no_new_fields() -> None:
    statement = read(
        HEAD + ":61:260102D1,NTRF\n:25:166?00X?20SVWZ+RENT?32JOE\n:61:260103D1,NTRF\n:86:AT 12\n:25:59 SHOP\n"
    )

    assert [line.description for line in statement.accounts[0].lines] == ["RENT", "AT 12 :25:59 SHOP"]
    assert len(statement.accounts) == 1


def test_too_many_lines_are_refused_in_words() -> None:
    text = HEAD + ":61:260102D1,NTRF\n" * 5
    statement = Mt940Reader().read(text.encode(), ReaderContext(max_lines=4))

    assert statement.accounts == ()
    assert "more than 4" in statement.errors[0].message


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([":20:", ":25:", ":60F:", ":61:", ":86:", ":62F:", ":NS:", "260102", "0230", "D", "RC", "1,",
                         "?20", "//", "\n", "-", "-}", "{1:", "{4:", "/NAME/", "EUR", "X", "@@:", "\x00",
                         "9" * 30, "Ä"]),
        max_size=120,
    )
)  # fmt: skip
def test_any_heap_of_words_gives_a_whole_answer(words: list[str]) -> None:
    statement = read("".join(words))

    assert statement.lines_found == sum(len(account.lines) for account in statement.accounts) + statement.lines_rejected


@pytest.mark.parametrize("text", [":61:" * 50_000, HEAD + ":86:" + "/NAME/" * 50_000, "?20" * 50_000, "{" * 50_000])
def test_hostile_repetition_ends(text: str) -> None:
    assert read(HEAD + ":61:260102D1,NTRF\n:86:" + text).format == "mt940"

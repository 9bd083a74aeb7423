"""OFX as banks and home-made exporters bend it: what each amount and day has to be, and what is reported instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.ofx_reader import OfxReader
from transactions.statements.parsed import Overrides, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

SGML = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n"
FROM = "<BANKACCTFROM><BANKID>10<ACCTID>42<ACCTTYPE>CHECKING</BANKACCTFROM>"
ONE = "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260105<TRNAMT>-12.30<FITID>1<NAME>Shop</STMTTRN>"


def ofx(movements: str, *, currency: str = "EUR", after: str = "", head: str = SGML) -> str:
    return (
        f"{head}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>{currency}{FROM}<BANKTRANLIST>{movements}"
        f"</BANKTRANLIST>{after}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    )


def card(movements: str, balance: str = "") -> str:
    ledger = f"<LEDGERBAL><BALAMT>{balance}<DTASOF>20260131</LEDGERBAL>" if balance else ""
    return (
        f"{SGML}<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>BRL<CCACCTFROM><ACCTID>9</CCACCTFROM>"
        f"<BANKTRANLIST>{movements}</BANKTRANLIST>{ledger}</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>"
    )


def movement(amount: str, *, kind: str = "OTHER", day: str = "20260105", more: str = "<NAME>Shop") -> str:
    return f"<STMTTRN><TRNTYPE>{kind}<DTPOSTED>{day}<TRNAMT>{amount}{more}</STMTTRN>\n"


def read(text: str | bytes, sign: str = "") -> ParsedStatement:
    data = text if isinstance(text, bytes) else text.encode()
    return read_statement(data, ReaderContext(overrides=Overrides(sign=sign)))


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("-12.30", "-12.30"),
        ("+5", "5"),
        ("1,5", "1.5"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("-1.234.567,89", "-1234567.89"),
        ("-,50", "-0.50"),
        ("12.30-", "-12.30"),
        ("-1,234", "-1.234"),  # the standard knows no thousands mark
        ("-1.234", "-1.234"),
        ("+00000000000000.2400", "0.24"),
        (" -7.00 ", "-7.00"),
        ("&#45;3.10", "-3.10"),
        ("\u22123.10", "-3.10"),
    ],
)
def test_amounts(written: str, amount: str) -> None:
    assert amounts(read(ofx(movement(written)))) == [Decimal(amount)]


def test_a_thousands_mark_is_told_by_the_other_amounts() -> None:
    assert amounts(read(ofx(movement("-1.234") + movement("-12,50")))) == [Decimal(-1234), Decimal("-12.50")]
    assert amounts(read(ofx(movement("-1,234") + movement("-12.50")))) == [Decimal(-1234), Decimal("-12.50")]


@pytest.mark.parametrize("written", ["", "abc", "1.2.3,4", "NaN", "1e9", "--5", "=1+1", "12 30 EUR x"])
def test_an_amount_that_is_none_is_reported_with_its_line_and_the_rest_is_read(written: str) -> None:
    statement = read(ofx(ONE + "\n" + movement(written)))

    assert [(error.line, error.field) for error in statement.errors] == [(7, "amount")]
    assert (len(amounts(statement)), statement.lines_rejected) == (1, 1)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("20260105", date(2026, 1, 5)),
        ("20260105235959", date(2026, 1, 5)),
        ("20260105235959.123[-11:XXX]", date(2026, 1, 5)),
        ("20260105000000[+13:NZDT]", date(2026, 1, 5)),
        ("20260105000000[+05.30:IST]", date(2026, 1, 5)),
        ("20260105000000[0:GMT]", date(2026, 1, 5)),
        ("20260105120000[EST]", date(2026, 1, 5)),
        ("20260105120000[-3]", date(2026, 1, 5)),
        ("20260105 12:00", date(2026, 1, 5)),
        ("2026-01-05", date(2026, 1, 5)),
        ("2026-01-05T10:00:00Z", date(2026, 1, 5)),
        ("2026/01/05", date(2026, 1, 5)),
        ("20240229", date(2024, 2, 29)),
    ],
)
def test_days(written: str, day: date) -> None:
    assert [line.booking_date for line in read(ofx(movement("-1", day=written))).accounts[0].lines] == [day]


@pytest.mark.parametrize("written", ["", "20260230", "00000000", "2026010", "20261301", "soon", "99999999"])
def test_a_day_that_does_not_exist_is_reported(written: str) -> None:
    statement = read(ofx(movement("-1", day=written)))

    assert [(error.line, error.field) for error in statement.errors] == [(6, "booking_date")]
    assert amounts(statement) == []


@pytest.mark.parametrize(
    "text",
    [
        ofx(ONE).lower().replace("ofxheader", "OFXHEADER"),
        ofx(ONE.replace("<", "\n<")),
        ofx(ONE.replace("<NAME>Shop", "<NAME>Shop<MEMO><CHECKNUM>")),
        ofx(f"<!-- {movement('-99')} -->{ONE}"),
        ofx(ONE.replace("Shop", "<![CDATA[A < B & <STMTTRN>]]>")),
        ofx(ONE, head='<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n'),
        ofx(ONE, head="\ufeff"),
        ofx(ONE).replace("<BANKTRANLIST>", "<BANKTRANLIST><DTSTART>20260101<DTEND>20260131"),
        ofx(ONE).replace("</STMTTRN>", ""),
        ofx(ONE.replace("<TRNAMT>-12.30", "<TRNAMT>-12.30</TRNAMT>").replace("<FITID>1", "<FITID>1</FITID>")),
        ofx(ONE.replace("<NAME>", "<PAYEE><NAME>").replace("</STMTTRN>", "</PAYEE></STMTTRN>")),
        ofx(ONE).replace("<STMTTRN>", "<STMTTRN >").replace("<OFX>", '<OFX xmlns="urn:x">'),
        ofx(ONE).replace("\n", "\r\n"),
        ofx(ONE).replace("\n", "\r"),
        f"{SGML}{FROM}<BANKTRANLIST>{ONE}</BANKTRANLIST>",
    ],
)
def test_one_movement_however_it_is_marked_up(text: str) -> None:
    statement = read(text)

    assert (statement.format, [error.message for error in statement.errors]) == ("ofx", [])
    assert amounts(statement) == [Decimal("-12.30")]
    assert [line.booking_date for line in statement.accounts[0].lines] == [date(2026, 1, 5)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "utf-8"])
def test_encodings(encoding: str) -> None:
    statement = read(ofx(ONE.replace("Shop", "Käse & Brot")).encode(encoding))

    assert [line.counterparty for line in statement.accounts[0].lines] == ["Käse & Brot"]


def test_the_text_of_cdata_is_no_markup_and_raw_is_verbatim() -> None:
    written = ONE.replace("Shop", "<![CDATA[A < B & <STMTTRN> &amp;]]>")
    line = read(ofx(movement("-1") + written + movement("-2"))).accounts[0].lines[1]

    assert line.counterparty == "A < B & <STMTTRN> &amp;"
    assert line.raw == written


def test_several_statements_are_accounts_with_their_own_currency_and_balance() -> None:
    first = ofx(ONE, after="<LEDGERBAL><BALAMT>10,00<DTASOF>20260131</LEDGERBAL>").removesuffix("</OFX>\n")
    second = ofx(movement("1000"), currency="JPY").partition("<OFX>")[2].replace("<ACCTID>42", "<ACCTID>43")
    accounts = read(first + second).accounts

    assert [(one.external_ref, one.currency, one.closing_balance, len(one.lines)) for one in accounts] == [
        ("10/42", "EUR", Decimal("10.00"), 1),
        ("10/43", "JPY", None, 1),
    ]


def test_movements_outside_of_any_statement_are_kept_and_said() -> None:
    statement = read(ofx(ONE).replace("</STMTTRNRS>", f"</STMTTRNRS>{movement('-7')}"))

    assert amounts(statement) == [Decimal("-12.30"), Decimal(-7)]
    assert [(error.field, statement.lines_rejected) for error in statement.errors] == [("account", 0)]


def test_a_foreign_original_amount_does_not_change_the_currency() -> None:
    original = movement("-5", more="<ORIGCURRENCY><CURRATE>1.1<CURSYM>USD</ORIGCURRENCY>")
    statement = read(ofx(original))

    assert [(account.currency, account.lines[0].currency) for account in statement.accounts] == [("EUR", "EUR")]
    assert statement.errors == ()


def test_movements_in_another_currency_than_the_account_are_said() -> None:
    statement = read(ofx(ONE + movement("-5", more="<CURRENCY><CURRATE>1.1<CURSYM>USD</CURRENCY>")))

    assert [(error.field, "USD" in error.message) for error in statement.errors] == [("currency", True)]
    assert (amounts(statement), statement.lines_rejected) == ([Decimal("-12.30"), Decimal(-5)], 0)


def test_an_account_currency_that_is_none_is_said_and_not_booked() -> None:
    statement = read(ofx(ONE, currency="EWR"))

    assert [error.field for error in statement.errors] == ["currency"]
    assert "'EWR'" in statement.errors[0].message
    assert {account.currency for account in statement.accounts} == {""}


def test_a_movement_currency_that_is_none_is_rejected_where_the_account_names_none() -> None:
    text = ofx(ONE + movement("-5", more="<CURRENCY><CURSYM>UZD</CURRENCY>")).replace("<CURDEF>EUR", "")
    statement = read(text)

    assert [error.field for error in statement.errors] == ["currency"]
    assert (amounts(statement), statement.lines_rejected) == ([Decimal("-12.30")], 1)


@pytest.mark.parametrize("lost", ["</OFX>\n", "</BANKMSGSRSV1></OFX>\n", "</BANKTRANLIST>"])
def test_a_file_without_its_end_says_that_it_was_cut_off(lost: str) -> None:
    text = ofx(ONE + movement("-2"))
    statement = read(text[: text.index(lost)])

    assert "cut off" in statement.errors[-1].message
    assert (len(amounts(statement)), statement.lines_rejected) == (2, 0)


@pytest.mark.parametrize("at", ["<TRNAMT>-2.0", "<TRNAMT>-2.00<FI", "<DTPOSTED>202601", "<STMTTRN><TRNT"])
def test_the_movement_in_which_the_file_ends_is_not_booked(at: str) -> None:
    text = ofx(ONE + movement("-2.00", more="<FITID>2<NAME>Shop"))
    statement = read(text[: text.rindex(at) + len(at)])

    assert amounts(statement) == [Decimal("-12.30")]
    assert any("cut off" in error.message for error in statement.errors)


def test_a_document_type_with_entities_is_refused_and_named() -> None:
    text = ofx(ONE, head='<?xml version="1.0"?>\n<!DOCTYPE OFX [<!ENTITY x "9"><!ENTITY z "&x;&x;">]>\n')
    statement = read(text)

    assert (statement.accounts, [error.line for error in statement.errors]) == ((), [2])
    assert "DOCTYPE" in statement.errors[0].message


def test_a_bare_document_type_is_named_and_the_file_read() -> None:
    text = ofx(ONE, head='<?xml version="1.0"?><!DOCTYPE OFX SYSTEM "http://127.0.0.1:9/ofx.dtd">')
    statement = read(text)

    assert ["DOCTYPE" in error.message for error in statement.errors] == [True]
    assert (len(amounts(statement)), statement.lines_rejected) == (1, 0)


def test_a_document_type_in_a_comment_or_text_is_none() -> None:
    text = ofx(ONE.replace("Shop", "<![CDATA[<!DOCTYPE a [<!ENTITY b 'c'>]>]]>"), head="<!-- <!DOCTYPE a> -->")

    assert read(text).errors == ()


CHARGES = movement("10", kind="DEBIT") + movement("20", kind="DEBIT") + movement("30", kind="DEBIT")


@pytest.mark.parametrize(
    ("movements", "balance", "expected"),
    [
        (CHARGES, "", "-10 -20 -30"),
        (movement("10", kind="DEBIT") + movement("-4", kind="CREDIT"), "", "-10 4"),
        (movement("10", kind="DEBIT"), "-10", "-10"),  # the balance owes what was charged
        (CHARGES + movement("-60", kind="PAYMENT"), "", "-10 -20 -30 60"),
        (CHARGES + movement("5", kind="CREDIT"), "", "-10 -20 -30 5"),  # no sign anywhere: the type tells
        (movement("-10", kind="DEBIT") * 3 + movement("-7", kind="CREDIT"), "", "-10 -10 -10 -7"),
        (movement("-10", kind="DEBIT") + movement("4", kind="CREDIT"), "", "-10 4"),
        (movement("-10", kind="DEBIT") + movement("4", kind="DEBIT"), "", "-10 4"),  # a refund under the only type
        (movement("0", kind="DEBIT") + movement("0.00", kind="CREDIT"), "", "0 0.00"),
    ],
)
def test_signs_that_contradict_their_types(movements: str, balance: str, expected: str) -> None:
    statement = read(card(movements, balance))

    assert amounts(statement) == [Decimal(part) for part in expected.split()]
    assert statement.questions == ()


def test_one_charge_printed_as_positive_is_asked_about_and_taken_as_money_that_left() -> None:
    text = card(movement("10", kind="DEBIT"))
    asked = read(text)

    assert [(question.code, question.assumed) for question in asked.questions] == [("sign", "reversed")]
    assert amounts(asked) == [Decimal(-10)]
    assert amounts(read(text, sign="signed")) == [Decimal(10)]
    assert read(text, sign="reversed").questions == ()


def test_contradictions_that_are_no_exception_are_asked_about() -> None:
    statement = read(card(CHARGES + movement("-5", kind="DEBIT") + movement("7", kind="CREDIT")))

    assert [question.code for question in statement.questions] == ["sign"]


def test_the_balance_of_a_turned_card_is_what_is_owed_or_left_out() -> None:
    assert read(card(CHARGES, "60")).accounts[0].closing_balance == Decimal(-60)
    assert read(card(CHARGES, "-60")).accounts[0].closing_balance == Decimal(-60)
    assert read(card(CHARGES, "500")).accounts[0].closing_balance is None


def test_the_sign_can_be_told_where_nothing_contradicts() -> None:
    assert amounts(read(ofx(ONE), sign="reversed")) == [Decimal("12.30")]


def test_a_million_open_tags_take_no_longer_than_their_number() -> None:
    statement = read(SGML + "<OFX>" + "<NAME>" * 50_000 + ONE)

    assert any("cut off" in error.message for error in statement.errors)


def test_more_movements_than_the_limit_are_refused() -> None:
    statement = OfxReader().read(ofx(ONE * 3).encode(), ReaderContext(max_lines=2))

    assert (statement.accounts, statement.errors[0].field) == ((), "file")

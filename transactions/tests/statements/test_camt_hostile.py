"""CAMT as banks bend it: wrong namespaces, odd amounts and days, currencies that are none, batches, hostile markup."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.camt_samples import balance, details, entry, message, party, statement

NAMES = {"camt.052": ("BkToCstmrAcctRpt", "Rpt"), "camt.053": ("BkToCstmrStmt", "Stmt"),
         "camt.054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn")}  # fmt: skip


def read(data: bytes) -> ParsedStatement:
    return read_statement(data, ReaderContext())


def amounts(found: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in found.accounts for line in account.lines]


def one(content: str) -> bytes:
    return message(statement(content))


@pytest.mark.parametrize("number", range(1, 14))
@pytest.mark.parametrize("kind", sorted(NAMES))
def test_every_version_is_read(kind: str, number: int) -> None:
    name, element = NAMES[kind]
    found = read(message(statement(entry(), kind=element), name=name, version=f"{kind}.001.{number:02}"))

    assert (found.format, amounts(found), found.errors) == ("camt", [Decimal("-10.00")], ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"', ""),
        ("camt.053.001.08", "camt.053.999"),
        ("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", "http://bank.example/camt"),
        ("<?xml", "\ufeff<?xml"),
        ("<?xml", "\n  <?xml"),
        ('encoding="UTF-8"', 'encoding="utf8"'),
        ('encoding="UTF-8"', 'encoding="X-UNKNOWN"'),
        ('<?xml version="1.0" encoding="UTF-8"?>', ""),
        ("<Ntry>", "<!-- a --><Ntry><!-- b -->"),
        ("<Ntry>", "<?bank x?><Ntry>"),
        ("</Ntry>", "\x0b</Ntry>"),
        ("Ada Holder", "Ada & Holder"),
        ("Ada Holder", "Ada &nbsp; Holder"),
        ("Ada Holder", "<![CDATA[Ada <Holder> & Co]]>"),
    ],
)
def test_one_entry_however_it_is_marked_up(old: str, new: str) -> None:
    found = read(one(entry()).decode().replace(old, new).encode())

    assert (amounts(found), found.errors) == ([Decimal("-10.00")], ())


@pytest.mark.parametrize("prefix", ["ns2", "camt", "a"])
def test_prefixes_declared_or_not(prefix: str) -> None:
    text = one(entry()).decode().replace("</", f"</{prefix}:")
    for name in ("Document", "BkToCstmrStmt", "GrpHdr", "MsgId", "CreDtTm", "Stmt", "Id", "Acct", "IBAN", "Ccy", "Ownr",
                 "Nm", "Ntry", "Amt", "CdtDbtInd", "Sts", "BookgDt", "Dt"):  # fmt: skip
        text = text.replace(f"<{name}>", f"<{prefix}:{name}>").replace(f"<{name} ", f"<{prefix}:{name} ")
    declared = text.replace("xmlns=", f"xmlns:{prefix}=")

    assert amounts(read(declared.encode())) == amounts(read(text.encode())) == [Decimal("-10.00")]


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("10", "-10"),
        ("10.5", "-10.5"),
        ("+10.00", "-10.00"),
        ("10,50", "-10.50"),
        (".5", "-0.5"),
        ("0", "0"),
        ("1.234", "-1.234"),
        ("-10.00", "-10.00"),  # a minus beside DBIT says the same twice
        ("1234567890123.45", "-1234567890123.45"),
        (" 10.00\n", "-10.00"),
    ],
)
def test_amounts(written: str, amount: str) -> None:
    assert amounts(read(one(entry(written)))) == [Decimal(amount)]


@pytest.mark.parametrize("written", ["", "ten", "NaN", "1e9", "1.2.3,4", "Infinity", "--1"])
def test_an_amount_that_is_none_is_reported_with_its_line(written: str) -> None:
    found = read(one("\n" + entry() + "\n" + entry(written)))

    assert [(error.line, error.field) for error in found.errors] == [(4, "amount")]
    assert (len(amounts(found)), found.lines_rejected) == (1, 1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("<BookgDt><Dt>2026-01-02</Dt></BookgDt>", date(2026, 1, 2)),
        ("<BookgDt><Dt>2026-01-02Z</Dt></BookgDt>", date(2026, 1, 2)),
        ("<BookgDt><Dt>2026-01-02+14:00</Dt></BookgDt>", date(2026, 1, 2)),
        ("<BookgDt><DtTm>2026-01-02T23:59:59.999-11:00</DtTm></BookgDt>", date(2026, 1, 2)),
        ("<BookgDt>2026-01-02</BookgDt>", date(2026, 1, 2)),
        ("<BookgDt><Dt/></BookgDt><ValDt><Dt>2026-01-05</Dt></ValDt>", date(2026, 1, 5)),
        ("<ValDt><Dt>2026-01-05</Dt></ValDt>", date(2026, 1, 5)),
        ("", date(2026, 1, 3)),  # the day on which the statement was made
    ],
)
def test_days(day: str, expected: date) -> None:
    found = read(one(entry(day=day)))

    assert [line.booking_date for line in found.accounts[0].lines] == [expected]


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-01", "31.31.2026"])
def test_a_day_that_does_not_exist_is_reported(written: str) -> None:
    found = read(one(entry(day=f"<BookgDt><Dt>{written}</Dt></BookgDt>")))

    assert [error.field for error in found.errors] == ["booking_date"]
    assert found.lines_rejected == 1


@pytest.mark.parametrize("code", ["EWR", "GUR", "EURO", "E1R", "???"])
def test_an_entry_in_a_currency_that_is_none_is_rejected(code: str) -> None:
    found = read(one("\n" + entry() + "\n" + entry(currency=code)))

    assert [(error.line, error.field) for error in found.errors] == [(4, "currency")]
    assert {account.currency for account in found.accounts} == {"EUR"}
    assert (amounts(found), found.lines_rejected) == ([Decimal("-10.00")], 1)


def test_an_account_currency_that_is_none_is_said_and_the_entries_tell() -> None:
    found = read(one(entry()).replace(b"<Ccy>EUR</Ccy>", b"<Ccy>EWR</Ccy>"))

    assert [error.field for error in found.errors] == ["currency"]
    assert [account.currency for account in found.accounts] == ["EUR"]
    assert found.lines_rejected == 0


def test_entries_of_several_currencies_are_accounts_with_the_balances_of_their_own() -> None:
    content = balance("OPBD", "100.00") + balance("CLBD", "90.00") + entry() + entry("5", "CRDT", currency="USD")
    accounts = read(one(content)).accounts

    assert [(account.currency, account.closing_balance) for account in accounts] == [
        ("EUR", Decimal("90.00")),
        ("USD", None),
    ]


def test_a_batch_is_one_line_and_names_who_is_in_it() -> None:
    payments = details(*(party("Cdtr", f"Payee {number}") for number in range(3)))
    line = read(one(entry("30.00", more=payments))).accounts[0].lines[0]

    assert line.amount == Decimal("-30.00")
    assert all(f"Payee {number}" in line.description for number in range(3))


@pytest.mark.parametrize(("mark", "amount"), [("DBIT", "-10.00"), ("CRDT", "10.00")])
def test_a_reversal_has_the_sign_of_its_own_mark(mark: str, amount: str) -> None:
    assert amounts(read(one(entry(mark=mark, more="<RvslInd>true</RvslInd>")))) == [Decimal(amount)]


def test_an_entry_without_a_direction_is_reported() -> None:
    assert [error.field for error in read(one(entry(mark=""))).errors] == ["amount"]


DOCTYPE = '<!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        one(entry()).replace(b"<Document", DOCTYPE.encode() + b"<Document"),
        one(entry()).replace(b"<Document", b'<!DOCTYPE Document SYSTEM "http://127.0.0.1:9/x.dtd"><Document'),
        one(entry())[:-60],
        one(entry() + "<a>" * 300 + "</a>" * 300),
        one("<Ntry>" + "<x/>" * 160_000 + "</Ntry>"),
        one(entry()).replace(b"</Ntry>", b"</Stmt>"),
        one(entry())[: one(entry()).index(b"<Ntry>") + 20],
    ],
    ids=["entities", "external", "cut", "deep", "wide", "crossed", "cut early"],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes) -> None:
    found = read(data)

    assert amounts(found) == []
    assert [error.field for error in found.errors] == ["file"]


def test_null_bytes_are_passed_over_or_refused_but_never_booked_twice() -> None:
    found = read(one(entry()).replace(b"<Ntry>", b"\0<Ntry>\0"))

    assert amounts(found) in ([Decimal("-10.00")], [])
    assert amounts(found) or found.errors


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    text = one(entry(more=details(party("Cdtr", "Käse")))).decode().replace("UTF-8", encoding.removesuffix("-sig"))

    assert read(text.encode(encoding)).accounts[0].lines[0].counterparty == "Käse"

"""CAMT by the standard, and what banks make of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import ParsedLine, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.camt_samples import balance, details, entry, message, party, statement


def read(data: bytes, context: ReaderContext | None = None) -> ParsedStatement:
    return read_statement(data, context or ReaderContext())


def lines(*content: str) -> list[ParsedLine]:
    return [line for account in read(message(statement("".join(content)))).accounts for line in account.lines]


@pytest.mark.parametrize(
    ("version", "name", "kind"),
    [
        ("camt.052.001.01", "BkToCstmrAcctRptV01", "Rpt"),
        ("camt.052.001.13", "BkToCstmrAcctRpt", "Rpt"),
        ("camt.053.001.02", "BkToCstmrStmt", "Stmt"),
        ("camt.053.001.13", "BkToCstmrStmt", "Stmt"),
        ("camt.054.001.04", "BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    ],
)
def test_every_message_and_version_is_read(version: str, name: str, kind: str) -> None:
    got = read(message(statement(entry(), kind=kind), name=name, version=version))

    assert got.format == "camt"
    assert [line.amount for line in got.accounts[0].lines] == [Decimal("-10.00")]
    assert (got.accounts[0].external_ref, got.accounts[0].name) == ("AT611904300234573201", "Ada Holder")


def test_prefixes_and_envelopes_do_not_matter() -> None:
    inner = message(statement(entry())).decode().partition("\n")[2]
    prefixed = inner.replace("</", "</n:").replace("<", "<n:").replace("<n:/n:", "</n:").replace("xmlns=", "xmlns:n=")
    wrapped = f"<s:Envelope xmlns:s='urn:e'><s:Body>{prefixed}</s:Body></s:Envelope>"

    assert len(read(wrapped.encode()).accounts[0].lines) == 1


@pytest.mark.parametrize("how", ["cdata", "escaped", "undeclared", "twice", "ampersand", "utf-16", "latin"])
def test_almost_well_formed_files_are_read(how: str) -> None:
    text = message(statement(entry(more="<AddtlNtryInf>Cafe Zoe</AddtlNtryInf>"))).decode()
    other = message(statement(entry(), identity="S2")).decode()
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    made = {
        "cdata": f"<e><d><![CDATA[{text}]]></d></e>".encode(),
        "escaped": f"<e><d>{escaped}</d></e>".encode(),
        "undeclared": text.replace("<Ntry>", "<x:Ntry>").replace("</Ntry>", "</x:Ntry>").encode(),
        "twice": (text + other).encode(),
        "ampersand": text.replace("Cafe Zoe", "Cafe & Zoe").encode(),
        "utf-16": text.replace("UTF-8", "UTF-16").encode("utf-16"),
        "latin": text.replace("Cafe Zoe", "Café Zoé").encode("cp1252"),  # although it says UTF-8
    }
    got = read(made[how])

    assert got.errors == ()
    assert sum(len(account.lines) for account in got.accounts) == (2 if how == "twice" else 1)
    assert {"ampersand": "Cafe & Zoe", "latin": "Café Zoé"}.get(how, "Cafe Zoe") in got.accounts[0].lines[0].description


def test_the_mark_gives_the_sign_and_a_reversal_has_its_own() -> None:
    got = lines(entry("10.00", "CRDT", more="<RvslInd>true</RvslInd>"), entry("7", "DBIT", more="<RvslInd>1</RvslInd>"))

    assert [line.amount for line in got] == [Decimal("10.00"), Decimal(-7)]


def test_reversals_are_turned_only_when_the_balances_say_so() -> None:
    around = balance("OPBD", "100.00") + balance("CLBD", "90.00")
    turned = lines(around, entry("10.00", "CRDT", more="<RvslInd>true</RvslInd>"))
    kept = lines(
        balance("OPBD", "100.00") + balance("CLBD", "110.00"), entry("10.00", "CRDT", more="<RvslInd>true</RvslInd>")
    )

    assert ([line.amount for line in turned], [line.amount for line in kept]) == (
        [Decimal("-10.00")],
        [Decimal("10.00")],
    )


def test_balances_are_checked_and_a_difference_is_said() -> None:
    agrees = read(message(statement(balance("PRCD", "5.00", "DBIT") + balance("CLBD", "15.00", "DBIT") + entry())))
    differs = read(message(statement(balance("OPBD", "5.00") + balance("CLBD", "15.00") + entry())))

    assert (agrees.accounts[0].opening_balance, agrees.accounts[0].closing_balance) == (
        Decimal("-5.00"),
        Decimal("-15.00"),
    )
    assert agrees.accounts[0].closing_balance_date == date(2026, 1, 2)
    assert "= closing in 1 of 1" in agrees.understood["balances"]
    assert "differs from closing by 20.00 EUR" in differs.understood["balances"]


def test_interim_balances_stand_in_for_missing_ones() -> None:
    got = read(message(statement(balance("ITBD", "50.00") + balance("ITBD", "40.00") + entry(), kind="Rpt")))

    assert (got.accounts[0].opening_balance, got.accounts[0].closing_balance) == (Decimal("50.00"), Decimal("40.00"))


def test_a_day_is_found_where_the_booking_date_is_missing() -> None:
    value = "<ValDt><DtTm>2026-01-05T23:30:00Z</DtTm></ValDt>"
    payment = details("<RltdDts><AccptncDtTm>2026-01-04T10:00:00</AccptncDtTm></RltdDts>")
    got = lines(entry(day=value), entry(day="", more=payment), entry(day=""))

    assert [line.booking_date for line in got] == [date(2026, 1, 5), date(2026, 1, 4), date(2026, 1, 3)]


def test_status_pending_future_and_information() -> None:
    got = read(
        message(
            statement(
                entry(status="<Sts><Cd>PDNG</Cd></Sts>")
                + entry(status="<Sts>FUTR</Sts>")
                + entry(status="<Sts>INFO</Sts>")
                + entry(status="")
            )
        )
    )

    assert [line.is_pending for line in got.accounts[0].lines] == [True, True, False]
    assert "1 entries that are only information" in got.understood["entries"]


def test_a_batch_is_one_line_that_names_its_payments() -> None:
    payments = [f"<RltdPties>{party('Dbtr', name)}</RltdPties>" for name in ("Ann", "Ben", "Ann")]
    (line,) = lines(entry("30.00", "CRDT", more=details(*payments) + "<AddtlNtryInf>Batch</AddtlNtryInf>"))

    assert (line.amount, line.counterparty, line.description) == (Decimal("30.00"), "", "Batch 3 payments: Ann, Ben")


@pytest.mark.parametrize(
    ("mark", "parties", "expected"),
    [
        ("DBIT", party("Dbtr", "Ada Holder") + party("Cdtr", "Shop"), "Shop"),
        ("CRDT", party("Dbtr", "Payer") + party("Cdtr", "Ada Holder"), "Payer"),
        ("CRDT", party("Dbtr", "Mine", "AT611904300234573201") + party("Cdtr", "Shop"), "Shop"),
        ("DBIT", "<UltmtCdtr><Nm>Last</Nm></UltmtCdtr>", "Last"),
        ("DBIT", "<Cdtr><Pty><Nm>Wrapped</Nm></Pty></Cdtr>", "Wrapped"),
        ("DBIT", "<Cdtr><PstlAdr><AdrLine>Line Name</AdrLine></PstlAdr></Cdtr>", "Line Name"),
    ],
)
def test_the_counterparty_is_the_other_side(mark: str, parties: str, expected: str) -> None:
    (line,) = lines(entry("1.00", mark, more=details(f"<RltdPties>{parties}</RltdPties>")))

    assert line.counterparty == expected


def test_a_returned_payment_names_the_one_it_was_for() -> None:
    parties = f"<RltdPties>{party('Dbtr', 'Someone')}{party('Cdtr', 'Shop')}</RltdPties>"
    (line,) = lines(entry("1.00", "CRDT", more="<RvslInd>true</RvslInd>" + details(parties)))

    assert line.counterparty == "Shop"


def test_description_and_reference() -> None:
    payment = (
        "<Refs><AcctSvcrRef>NOTPROVIDED</AcctSvcrRef></Refs><RmtInf><Ustrd>Invoice 7</Ustrd><Strd><CdtrRefInf>"
        "<Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf><AddtlTxInf>Invoice 7</AddtlTxInf>"
    )
    (line,) = lines(entry(more="<AcctSvcrRef>B-1</AcctSvcrRef>" + details(payment)))

    assert (line.description, line.external_id) == ("Invoice 7 RF18539007547034", "B-1")


def test_a_reference_that_repeats_identifies_nothing() -> None:
    same = "<AcctSvcrRef>B-1</AcctSvcrRef>"

    assert [line.external_id for line in lines(entry(more=same), entry("2", more=same))] == ["", ""]


def test_accounts_and_currencies_are_kept_apart() -> None:
    got = read(
        message(
            statement(entry() + entry("3.00", currency="USD")),
            statement(entry("4.00"), account="DE02120300000000202051", identity="S2"),
        )
    )

    assert [(a.external_ref[:2], a.currency, len(a.lines)) for a in got.accounts] == [
        ("AT", "EUR", 1), ("AT", "USD", 1), ("DE", "EUR", 1),
    ]  # fmt: skip


def test_a_statement_that_stands_twice_counts_once() -> None:
    got = read(message(statement(entry()), statement(entry())))

    assert sum(len(account.lines) for account in got.accounts) == 1
    assert "twice: 1" in got.understood["left out"]


def test_a_statement_without_entries_has_its_balances() -> None:
    got = read(message(statement(balance("CLBD", "12.00"))))

    assert (got.errors, got.accounts[0].lines, got.accounts[0].closing_balance) == ((), (), Decimal("12.00"))


def test_entries_that_cannot_be_read_are_reported_with_their_line() -> None:
    got = read(
        message(
            statement(
                "\n" + entry("x") + "\n" + entry(mark="") + "\n" + entry(day="<BookgDt><Dt>2026-02-30</Dt></BookgDt>")
            )
        )
    )

    assert [(error.line, error.field) for error in got.errors] == [(3, "amount"), (4, "amount"), (5, "booking_date")]
    assert got.lines_rejected == 3


def test_a_cut_file_is_refused_with_its_line() -> None:
    got = read(message(statement(entry() * 3))[:-150])

    assert (got.accounts, got.errors[0].line) == ((), 2)
    assert "ends in the middle" in got.errors[0].message


def test_hostile_files_end_in_one_sentence() -> None:
    body = "<Document><BkToCstmrStmt>{}</BkToCstmrStmt></Document>"
    bomb = "<!DOCTYPE d [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>" + body.format("&b;")
    deep = body.format("<a>" * 5000 + "</a>" * 5000)
    wide = body.format("<Stmt>" + "<a/>" * 200_000 + "</Stmt>")

    messages = [read(text.encode()).errors[0].message for text in (bomb, deep, wide)]

    assert ["entities" in messages[0], "too deeply" in messages[1], "too many parts" in messages[2]] == [True] * 3


def test_too_many_entries_are_refused_in_words() -> None:
    got = read(message(statement(entry() * 5)), ReaderContext(max_lines=4))

    assert "more than 4 entries" in got.errors[0].message

"""Null bytes in a text: named with their line; a value with one in it is not read as if it were whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from transactions.statements.decoding import decode, null_bytes
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.camt_samples import entry, message, statement

TEXTS = {
    "csv": b"Date,Description,Amount\n2026-01-31,Shop,-12.30\n2026-02-13,Work,20.00\n2026-02-14,Rent,-3.00\n",
    "qif": b"!Type:Bank\nD01/31/2006\nT-12.30\nPShop\n^\nD02/13/2006\nT20.00\nPWork\n^\n",
    "mt940": b":20:X\n:25:1\n:28C:1\n:60F:C251231EUR1,\n:61:260131D12,30NTRFX\n:86:Shop\n:61:260213C20,00NTRFX\n"
    b":86:Work\n:62F:C260131EUR8,70\n-\n",
    "ofx": b"OFXHEADER:100\n\n<OFX><STMTRS><STMTTRN><DTPOSTED>20260131<TRNAMT>-12.30<NAME>Shop</STMTTRN>\n"
    b"<STMTTRN><DTPOSTED>20260213<TRNAMT>20.00<NAME>Work</STMTTRN></STMTRS></OFX>",
    "camt": message(
        statement(entry("12.30", more="<AddtlNtryInf>Shop</AddtlNtryInf>") + "\n" + entry("20.00", "CRDT"))
    ),
}


def read(data: bytes) -> ParsedStatement:
    return read_statement(data, ReaderContext())


def amounts(found: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in found.accounts for line in account.lines]


@pytest.mark.parametrize("form", TEXTS)
def test_in_a_text_it_is_said_and_the_movement_kept(form: str) -> None:
    data = TEXTS[form].replace(b"Shop", b"Sh\0p")
    found = read(data)

    assert (found.format, amounts(found)[:2]) == (form, [Decimal("-12.30"), Decimal(20)])
    line = data[: data.index(b"\0")].count(b"\n") + 1
    assert [(error.line, "Null bytes" in error.message) for error in found.errors] == [(line, True)]


@pytest.mark.parametrize("form", TEXTS)
def test_in_an_amount_the_movement_is_rejected(form: str) -> None:
    found = read(
        TEXTS[form].replace(b"12", b"1\0002", 1) if form != "mt940" else TEXTS[form].replace(b"D12", b"D1\0002")
    )

    assert amounts(found)[0] == Decimal(20)
    assert found.lines_rejected == 1


@pytest.mark.parametrize("form", ["csv", "qif", "mt940", "ofx"])
def test_a_file_filled_up_with_them_at_its_end_is_whole(form: str) -> None:
    found = read(TEXTS[form] + b"\x1a" + bytes(500))

    assert (len(amounts(found)), found.errors) == (3 if form == "csv" else 2, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_made_of_them(encoding: str) -> None:
    data = TEXTS["csv"].decode().encode(encoding)

    assert null_bytes(data) is None
    assert decode(data).damaged == 0
    assert len(amounts(read(data))) == 3


def test_a_thousand_in_a_row_do_not_make_a_wide_encoding() -> None:
    assert decode(TEXTS["qif"][:40] + bytes(1000) + TEXTS["qif"][40:]).encoding == "utf-8"

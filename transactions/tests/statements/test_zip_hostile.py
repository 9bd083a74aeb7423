"""Zips and PDFs that are nested, lying, cut, or hold what no reader knows: one sentence for each, the rest is read."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.camt_samples import entry, message, statement
from transactions.tests.statements.pdf_samples import Text, pdf
from transactions.tests.statements.xlsx_samples import workbook

CSV = b"Date,Description,Amount\n2026-01-31,Shop,-12.30\n2026-02-13,Work,2000.00\n"
OFX = b"OFXHEADER:100\n<OFX><STMTRS><BANKTRANLIST><STMTTRN><DTPOSTED>20260105<TRNAMT>-1</STMTTRN></STMTRS></OFX>"
QIF = b"!Type:Bank\nD01/31/2026\nT-5.00\nPShop\n^\n"
MT940 = b":20:X\n:25:1\n:28C:1\n:60F:C251231EUR1,\n:61:260102D1,NTRFX\n:62F:C260131EUR0,\n-\n"
BOOK = workbook({"S": [["Date", "Amount", "Text"], [date(2026, 1, 15), -1.5, "Shop"], [date(2026, 1, 16), 2.0, "B"]]})


def packed(members: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(data: bytes) -> ParsedStatement:
    return read_statement(data, ReaderContext(today=date(2026, 3, 15)))


def count(found: ParsedStatement) -> int:
    return sum(len(account.lines) for account in found.accounts)


@pytest.mark.parametrize(
    ("member", "lines"),
    [(CSV, 2), (OFX, 1), (QIF, 1), (MT940, 1), (BOOK, 2), (message(statement(entry())), 1)],
    ids=["csv", "ofx", "qif", "mt940", "xlsx", "camt"],
)
def test_every_format_is_read_inside_a_zip(member: bytes, lines: int) -> None:
    found = read(packed({"folder/a.bin": member}))

    assert (count(found), found.errors) == (lines, ())


def test_all_formats_at_once_stand_side_by_side() -> None:
    found = read(packed({"a": CSV, "b": OFX, "c": QIF, "d": MT940, "e": BOOK}))

    assert (found.format, count(found)) == ("zip", 7)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("read me.txt", b"Dear customer, here is your statement.", "neither a table"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        ("empty.csv", b"", "empty"),
        ("inner.zip", packed({"a.csv": CSV}), "zip file inside"),
        ("evil.ofx", b"<!DOCTYPE OFX [<!ENTITY a 'b'>]>" + OFX, "DOCTYPE"),
        ("noise.940", b":20:X\n:25:1\n:28C:1\n" + bytes(range(128, 256)) * 20, "statement"),
        ("cut.ofx", OFX[:-7], "cut off"),
        ("cut.qif", QIF[:-2], "cut off"),
        ("../../etc/passwd", b"root:x:0:0:root:/root:/bin/sh\n", ""),
    ],
)
def test_a_member_that_cannot_be_read_is_named_and_the_others_are_read(name: str, content: bytes, words: str) -> None:
    found = read(packed({"good.csv": CSV, name: content}))

    assert count(found) >= 2
    told = [error.message for error in found.errors]
    assert any(message.startswith(f"{name}: ") and words in message for message in told)


@pytest.mark.parametrize(
    "data",
    [
        packed({}),
        packed({"a.csv": b"Date,Amount\n" + bytes(30_000_000)}),
        packed({f"{n}.csv": bytes(6_000_000) for n in range(30)}),
        packed({f"{n}.csv": b"Date,Amount\n" + b"2026-01-31,1.00\n" * 250_000 for n in range(6)}),
        packed({f"{n}.csv": CSV for n in range(600)}),
        packed({"a.csv": CSV})[:-30],
        packed({"a.csv": CSV})[:40],
        packed({"a.csv": CSV}).replace(b"PK\x05\x06", b"PK\x05\x07"),
        b"PK\x03\x04" + bytes(1000),
        b"PK\x05\x06" + bytes(18),
    ],
    ids=["none", "bomb", "many bombs", "small bombs", "many", "no end", "head", "no directory", "zeros", "only an end"],
)
def test_archives_that_cannot_be_read_end_in_a_sentence_and_soon(data: bytes) -> None:
    began = time.process_time()
    found = read(data)

    assert count(found) == 0
    assert all(error.message for error in found.errors)
    assert found.errors
    assert time.process_time() - began < 2


def test_an_archive_whose_directory_lies_about_a_size_is_found_out() -> None:
    lying = bytearray(packed({"a.csv": b"Date,Amount\n" + bytes(30_000_000)}))
    at = lying.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 100)

    assert count(read(bytes(lying))) == 0


HEAD: list[Text] = [(50, 700, "Date"), (120, 700, "Description"), (330, 700, "Amount"), (430, 700, "Balance")]
ROWS: list[Text] = [
    (50, 680, "14.01.2026"), (120, 680, "Bakery"), (330, 680, "-3.30"), (430, 680, "96.70"),
    (50, 660, "15.01.2026"), (120, 660, "Salary"), (330, 660, "500.00"), (430, 660, "596.70"),
    (50, 640, "20.01.2026"), (120, 640, "Rent"), (330, 640, "-400.50"), (430, 640, "196.20"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("Bakery", "B\\(a\\)k"), ("Date", "Datum"), ("20.01.2026", "20.01.26"), ("-3.30", "3.30-")],
)
def test_pages_of_pdf(old: str, new: str) -> None:
    texts = [(left, height, words.replace(old, new) if old else words) for left, height, words in [*HEAD, *ROWS]]
    found = read(pdf(texts))

    amounts = [line.amount for account in found.accounts for line in account.lines]
    assert (amounts, found.questions) == ([Decimal("-3.30"), Decimal("500.00"), Decimal("-400.50")], ())


def test_a_page_whose_printed_balance_jumps_is_asked_about() -> None:
    jumping = [(left, height, words.replace("196.20", "195.20")) for left, height, words in [*HEAD, *ROWS]]

    assert [question.code for question in read(pdf(jumping)).questions] == ["sign"]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(range(256)) * 100,
        pdf([*HEAD, *ROWS])[:700],
        pdf([*HEAD, *ROWS]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        pdf([*HEAD, *ROWS]).replace(b"/Count 1", b"/Count 99999999"),
        pdf(*[[(50, 700, "x" * 2000)]] * 30),
        pdf([(50, 700, "(" * 200)]),
    ],
    ids=["head", "noise", "cut", "loop", "count", "pages", "brackets"],
)
def test_hostile_pages_end_in_an_answer_and_soon(data: bytes) -> None:
    began = time.process_time()
    found = read(data)

    assert found.errors or found.questions or count(found) == 3
    assert time.process_time() - began < 2

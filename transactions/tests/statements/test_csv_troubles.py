"""What real exports do to a reader, one made-up file for each class of trouble, and what hostile ones may not do."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from transactions.statements.csv_reader import CsvReader
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

PAIR = ["-5.00", "70.00"]
ROWS = "14/01/2026,A,-5.00\n15/01/2026,B,70.00\n"
BALANCES = "Date,Text,Amount\n13/01/2026,Saldo anterior,9\n" + ROWS + "15/01/2026,Saldo final,74\n"
TURNOVER = (
    "Data;Paaiškinimai;Suma;D/K\n2026-01-01;Likutis pradžiai;9;K\n2026-01-14;A;5.00;D\n2026-01-15;B;70.00;K\n"
    "2026-01-31;Apyvarta;5.00;D\n2026-01-31;Likutis pabaigai;74;K\n"
)


def amounts(statement: ParsedStatement) -> list[str]:
    return [str(line.amount) for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize(
    ("trouble", "text"),
    [
        ("sep line", "sep=;\nDate;Text;Amount\n14.01.2026;A;-5,00\n15.01.2026;B;70,00\n"),
        ("old Mac line ends", "Date,Text,Amount\r2026-01-14,A,-5.00\r2026-01-15,B,70.00\r"),
        ("inner quotes", 'Date,Text,Amount\n2026-01-14,"UAB "Mill"",-5.00\n2026-01-15,"B",70.00\n'),
        ("apostrophes as marks", "Date,Card,Text,Amount\n2026-01-14,'11**22,'A,-5.00\n2026-01-15,'11**22,'B,70.00\n"),
        ("decimal comma saved by quotes", 'Date,Text,Amount\n14/01/2026,A,"-5,00"\n15/01/2026,B,"70,00"\n'),
        ("trailing empty columns", "Date,Text,Amount,,\n2026-01-14,A,-5.00,,\n2026-01-15,B,70.00,,\n"),
        ("ragged rows", "Date,Text,Amount,Note\n2026-01-14,A,-5.00\n2026-01-15,B,70.00,x\n"),
        ("tabs in cells", 'Date,Text,Amount\n2026-01-14,"A\tB",-5.00\n2026-01-15,C,70.00\n'),
        ("cells over lines", 'Date,Text,Amount\n2026-01-14,"A\nB\nC",-5.00\n2026-01-15,D,70.00\n'),
        ("one movement over two rows", "Date,Text,Out,In\n2026-01-14,A,5.00,\n,more,,\n2026-01-15,B,,70.00\n"),
        ("preamble with commas", "Kept for, you, and you\nAccount,1234567\n\nDate,Text,Amount\n" + ROWS),
        ("balance rows inside", BALANCES),
        ("turnover rows", TURNOVER),
        ("repeated header at the end", "Date,Text,Amount\n2026-01-14,A,-5.00\n2026-01-15,B,70.00\nDate,Text,Amount\n"),
        ("debit negative", "Date,Text,Debit,Credit\n2026-01-14,A,-5.00,\n2026-01-15,B,,70.00\n"),
        ("credit before debit", "Date,Text,Credit,Debit\n2026-01-14,A,0.00,5.00\n2026-01-15,B,70.00,0.00\n"),
        ("dash for nothing", "Date,Text,Debit,Credit\n2026-01-14,A,5.00,-\n2026-01-15,B,-,70.00\n"),
        ("names in brackets", "Date,Text,Amount (credit),Amount (debit)\n2026-01-14,A,,5.00\n2026-01-15,B,70.00,\n"),
        ("flags Af and Bij", 'Datum,Naam,"Af Bij",Bedrag\n20260114,A,Af,"5,00"\n20260115,B,Bij,"70,00"\n'),
        ("flags S and H", "Datum;Text;Umsatz; \n14.01.2026;A;5,00;S\n15.01.2026;B;70,00;H\n"),
        ("flags in Chinese", "交易时间,交易对方,收/支,金额\n2026-01-14,A,支出,5.00\n2026-01-15,B,收入,70.00\n"),
        ("minus and dollar", "Date,Text,Amount\n2026-01-14,A,-$5.00\n2026-01-15,B,$70.00\n"),
        ("brackets", "Date,Text,Amount\n2026-01-14,A,($5.00)\n2026-01-15,B,$70.00\n"),
        ("plus with a gap", "Date,Text,Amount\n2026-01-14,A,- $5.00\n2026-01-15,B,+ $70.00\n"),
        ("spaces and kr", "Dato;Tekst;Beløb\n14.01.2026;A;- 5,00 kr\n15.01.2026;B;70,00 kr\n"),
        ("triangle for minus", "日付,内容,金額\n2026/1/14,A,△5.00\n2026/1/15,B,70.00\n"),
        ("currency behind", "Date,Text,Amount\n2026-01-14,A,-5.00USD\n2026-01-15,B,70.00USD\n"),
        ("comma and point", "Date;Text;Amount;Balance\n2026-01-14;A;-5,00;95.00\n2026-01-15;B;70,00;165.00\n"),
        ("same name twice", "Day;Text;Unit;Amount;Unit\n14.01.2026;A;EUR;-5,00;EUR\n15.01.2026;B;EUR;70,00;EUR\n"),
        ("colon dates", "Date,Text,Amount\n2026:01:14,A,-5.00\n2026:01:15,B,70.00\n"),
        ("time behind a bar", "ID,Date,Text,Amount\n1,14-01-2026 / 12:30,A,-5.00\n2,15-01-2026 / 09:10,B,70.00\n"),
        ("two formats of time", "Date,Text,Amount\n14/01/2026 12:30:11,A,-5.00\n15/01/2026 9:10 AM,B,70.00\n"),
        ("letters lost", "Date;Libell\ufffd;D\ufffdbit;Cr\ufffddit\n14/01/2026;A;5,00;\n15/01/2026;B;;70,00\n"),
        ("two header rows", "თარიღი,აღწერა,თანხა\nDate,Description,Amount\n14/01/2026,A,-5.00\n15/01/2026,B,70.00\n"),
    ],
    ids=lambda value: value if "\n" not in value and "\r" not in value else "",
)  # fmt: skip
def test_survives(trouble: str, text: str) -> None:
    statement = read_statement(text.encode(), ReaderContext())

    assert [f"{Decimal(amount):.2f}" for amount in amounts(statement)] == PAIR, trouble
    assert statement.questions == (), trouble
    assert statement.errors == (), trouble


def test_pending_in_place_of_a_date_is_left_out_and_counted() -> None:
    text = "Date,Text,Amount\nPending,A,-9.00\n14-Jan-2026,B,-5.00\n15-Jan-2026,C,70.00\n"
    statement = read_statement(text.encode(), ReaderContext())

    assert amounts(statement) == PAIR
    assert "pending" in statement.understood["left out"]


def test_a_movement_whose_text_sounds_like_a_total_is_booked() -> None:
    text = (
        "Date,Text,Amount,Balance\n2026-01-14,A,-5.00,95.00\n2026-01-15,TOTAL 4521,-7.00,88.00\n"
        "2026-01-16,Total,-8.00,80.00\n"
    )

    assert amounts(read_statement(text.encode(), ReaderContext())) == ["-5.00", "-7.00", "-8.00"]


def test_formulas_are_text() -> None:
    text = "Date,Text,Amount\n2026-01-14,=1+1,-5.00\n2026-01-15,+cmd|' /C calc'!A0,70.00\n2026-01-16,@SUM(A1),1.00\n"
    statement = read_statement(text.encode(), ReaderContext())

    assert [line.description for line in statement.accounts[0].lines] == ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)"]


def test_too_many_rows_are_refused_in_words() -> None:
    text = "Date,Text,Amount\n" + "2026-01-14,A,-5.00\n" * 50
    refused = CsvReader().read(text.encode(), ReaderContext(max_lines=20))

    assert refused.accounts == ()
    assert "20" in refused.errors[0].message
    assert CsvReader().read(text.encode(), ReaderContext(max_lines=60)).errors == ()


@pytest.mark.parametrize(
    "data",
    [
        b'Date,Text,Amount\n2026-01-14,"' + b"x" * 1_000_000,
        b"Date,Text,Amount\n2026-01-14,a\x00b,-5.00\n",
        b",".join(b"Amount" for _ in range(5000)) + b"\n" + b",".join(b"1.10" for _ in range(5000)) + b"\n",
        (b"2026-01-14," + b",".join(b"%d.10" % i for i in range(60)) + b"\n") * 100,
        b"Date,Text,Amount\n" + b'",' * 100_000,
        b"Date,Text,Amount\n" + b'2026-01-14,"x,-5.00\n' * 3000,
        b";" * 300_000,
        b"\n" * 300_000,
        b"Date: 2026-01-14\nAmount: 5.00\n" * 3000,
        b"2026-01-14,Opening balance,5.00\n" * 3000,
    ],
)  # fmt: skip
def test_hostile_files_are_read_or_refused_in_good_time(data: bytes) -> None:
    started = time.process_time()
    statement = CsvReader().read(data, ReaderContext())

    assert statement.format == "csv"
    assert time.process_time() - started < 4  # far above what it takes, far below what a loop over all pairs would


@pytest.mark.parametrize("data", [b"<?xml version='1.0'?><a/>", b"%PDF-1.4 x", b"PK\x03\x04x", b"\x00\x01\x02" * 500])
def test_what_is_no_text_table_is_not_claimed(data: bytes) -> None:
    assert CsvReader().recognise(data) == 0.0

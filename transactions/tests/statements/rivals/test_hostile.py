"""Damaged and hostile exports end in a result or a message, within bounds."""

from __future__ import annotations

import gzip
import sqlite3
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.rivals import RIVAL_READERS
from transactions.statements.rivals.actual_db import ActualZipReader
from transactions.statements.rivals.beancount import BeancountReader
from transactions.statements.rivals.gnucash_xml import GnucashXmlReader
from transactions.statements.rivals.hledger import HledgerReader
from transactions.tests.statements.rivals import samples

EVERY = [(reader, data) for many in samples.SAMPLES.values() for data in many for reader in RIVAL_READERS]
CLAIMED = [(reader, data) for reader, data in EVERY if reader.recognise(data)]
ODD = [
    b'"',
    b"\n",
    b"\x00",
    b",",
    b"-",
    b"9" * 400,
    b"\xff\xfe",
    b"{" * 60,
    b"(" * 80,
    b"@@",
    b"=",
    b"1e9",
    b"\t",
    b";",
]


def is_sound(statement: ParsedStatement) -> bool:
    for account in statement.accounts:
        for line in account.lines:
            if line.splits and sum(share.amount for share in line.splits) != line.amount:
                return False
    return bool(statement.accounts or statement.errors)


@given(
    which=st.integers(0, len(CLAIMED) - 1),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(ODD) | st.binary(max_size=8)), max_size=4
    ),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_exports_never_raise_and_take_little_time(which: int, edits: list[tuple[float, int, bytes]]) -> None:
    reader, data = CLAIMED[which]
    for share, cut, put in edits:
        at = int(share * len(data))
        data = data[:at] + put + data[at + cut :]
    started = time.process_time()
    for other in RIVAL_READERS:
        assert 0 <= other.recognise(data) <= 1
    assert is_sound(reader.read(data, ReaderContext()))
    assert time.process_time() - started < 2


@pytest.mark.parametrize("reader", RIVAL_READERS, ids=lambda one: type(one).__name__ + one.format)
def test_anything_else_ends_in_a_message(reader: object) -> None:
    for data in (b"", b"\x00" * 50, b"PK\x03\x04", b"\x1f\x8b", b"a,b,c,d\n" * 10, b'"' * 5000, samples.zipped(x=b"y")):
        statement = reader.read(data, ReaderContext())  # type: ignore[attr-defined]
        assert statement.errors
        assert statement.accounts == ()


def test_a_view_in_place_of_a_table_is_not_run() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript("""
        CREATE TABLE accounts (id TEXT, name TEXT);
        CREATE VIEW transactions AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
            SELECT id, id AS acct, id AS date, id AS amount FROM n;
    """)
    data = samples.zipped(**{"db.sqlite": bytes(connection.serialize()), "metadata.json": b"{}"})
    connection.close()
    started = time.process_time()
    statement = ActualZipReader().read(data, ReaderContext())
    assert time.process_time() - started < 2
    assert (statement.accounts, len(statement.errors)) == ((), 1)


def test_a_generated_column_cannot_spin() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript("""
        CREATE TABLE accounts (id TEXT, name TEXT);
        CREATE TABLE transactions (id TEXT, acct TEXT, date INT,
            amount INT GENERATED ALWAYS AS (length(hex(zeroblob(4000000)))) VIRTUAL);
        INSERT INTO accounts VALUES ('a', 'A');
        INSERT INTO transactions (id, acct, date) VALUES ('t', 'a', 20240101);
    """)
    data = samples.zipped(**{"db.sqlite": bytes(connection.serialize()), "metadata.json": b"{}"})
    connection.close()
    started = time.process_time()
    statement = ActualZipReader().read(data, ReaderContext())
    assert time.process_time() - started < 2
    assert statement.errors


def test_text_made_to_be_slow_is_read_in_time() -> None:
    quotes = b"2024-01-01 * " + b'\\"' * 20_000 + b"\n  Assets:A  1 EUR\n  Expenses:B\n"
    spaces = b'2024-01-01 * "x"\n  Assets:A  ' + b"1 2 " * 20_000 + b"\n  Expenses:" + b"B:" * 20_000 + b"\n"
    checks = b"".join(
        b'2024-01-02 * "x"\n  Assets:A%d  -1 EUR\n  Expenses:F\n2024-01-03 balance Assets:A%d -1 EUR\n' % (at, at)
        for at in range(2_000)
    )
    started = time.process_time()
    for data in (quotes, spaces, samples.BEANCOUNT + quotes * 3):
        assert is_sound(BeancountReader().read(data, ReaderContext()))
        assert is_sound(HledgerReader().read(data, ReaderContext()))
    checked = BeancountReader().read(checks, ReaderContext())
    assert checked.understood["balances"] == "2000 of 2000 stated balances agree"
    assert time.process_time() - started < 4


def test_zip_and_gzip_bombs_are_refused() -> None:
    bomb = samples.zipped(**{"db.sqlite": b"SQLite format 3\x00" + b"\x00" * 60_000_000, "metadata.json": b"{}"})
    assert "too large" in ActualZipReader().read(bomb, ReaderContext()).errors[0].message
    packed = gzip.compress(samples.GNUCASH_XML.replace(b"Market", b"x" * 60_000_000))
    assert "too large" in GnucashXmlReader().read(packed, ReaderContext()).errors[0].message


def test_entities_and_doctypes_are_refused() -> None:
    evil = samples.GNUCASH_XML.replace(b"<gnc-v2", b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><gnc-v2", 1)
    statement = GnucashXmlReader().read(evil.replace(b"Market", b"&b;"), ReaderContext())
    assert statement.accounts == ()
    assert "document type" in statement.errors[0].message


@pytest.mark.parametrize(
    ("data", "old", "new", "kept"),
    [
        (samples.FIREFLY, b"Withdrawal,EUR,-20.50", b"Withdrawal,EWR,-20.50", 6),
        (samples.FIREFLY, b"100.00,USD,110.00", b"100.00,BTC,110.00", 5),
        (samples.ZENMONEY, b"9000,RUB", b"9000,RWB", 2),
    ],
)
def test_a_currency_that_is_none_rejects_its_movement(data: bytes, old: bytes, new: bytes, kept: int) -> None:
    reader = max(RIVAL_READERS, key=lambda one: one.recognise(data))
    statement = reader.read(data.replace(old, new), ReaderContext())

    assert [error.field for error in statement.errors] == ["currency"]
    assert sum(len(account.lines) for account in statement.accounts) == kept
    assert statement.lines_rejected == 1

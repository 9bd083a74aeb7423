"""Damaged CAMT messages, pages and workbooks: every one ends in a statement or in words, and soon."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transactions.statements.camt_reader import CamtReader
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.xlsx_reader import XlsxReader
from transactions.tests.statements.camt_samples import balance, details, entry, message, party, statement
from transactions.tests.statements.xlsx_samples import workbook

PARTIES = f"<RltdPties>{party('Cdtr', 'Shop', 'DE02120300000000202051')}</RltdPties><RmtInf><Ustrd>x</Ustrd></RmtInf>"
CAMT = message(
    statement(balance("OPBD", "10.00") + entry(more=details(PARTIES)) + entry("2", "CRDT") + balance("CLBD", "2.00"))
)
PAGE = b"<html><table><tr><td>Date<td>Text<td>Amount</tr><tr><td>02/01/2026<td>Tea<td>-3.30</tr></table></html>"
BOOK = workbook(
    {"Sheet": [["Date", "Text", "Amount"], [date(2026, 1, 2), "Tea", -3.3], [date(2026, 1, 3), "Bun", -1.5]]}
)
Edit = tuple[int, int, bytes]
EDITS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=30)), min_size=1, max_size=6)


def damaged(data: bytes, edits: list[Edit]) -> bytes:
    for place, length, put in edits:
        at = place % (len(data) + 1)
        data = data[:at] + put + data[at + length :]
    return data


def is_whole(got: ParsedStatement) -> bool:
    told = bool(got.accounts or got.errors or got.understood)
    return told and all(error.message.endswith(".") for error in got.errors)


@given(EDITS)
@settings(max_examples=300, deadline=2000)
def test_a_damaged_message_is_answered(edits: list[Edit]) -> None:
    assert is_whole(CamtReader().read(damaged(CAMT, edits), ReaderContext()))


@given(EDITS)
@settings(max_examples=150, deadline=2000)
def test_a_damaged_page_is_answered(edits: list[Edit]) -> None:
    data = damaged(PAGE, edits)

    assert 0.0 <= XlsxReader().recognise(data) <= 1.0
    if not data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        assert is_whole(XlsxReader().read(data, ReaderContext()))


@given(EDITS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_workbook_is_answered(edits: list[Edit]) -> None:
    data = b"PK\x03\x04" + damaged(BOOK[4:], edits)

    assert is_whole(XlsxReader().read(data, ReaderContext()))

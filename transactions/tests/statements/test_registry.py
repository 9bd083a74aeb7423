"""Any bytes give an answer: a statement, or one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import READERS, read_statement

GOLDEN = [p.read_bytes() for p in sorted((Path(__file__).parent / "golden").iterdir()) if p.suffix != ".json"]
WORDS = st.sampled_from(
    ["Date", "Amount", "Saldo", "Debit", "01/02/2026", "2026-01-14", "31/02/2026", "-45.50", "1.234,56", "(3)",
     '"', '""', ",", ";", "\t", "\n", "\r", " ", "EUR", "Total", "Pending", "<OFX>", "<STMTTRN>",
     "</STMTTRN>", "<TRNAMT>",
     "<!--", "-->", "&amp;", "\ufffd", "Ä", "日期", "sep=;", "'", "CR", "\x00", "<![CDATA[", "]]>", "=",
     "!Type:Bank", "!Account", "^", "^^", "D1/2'26", "T-5.00", "S[A]", "$-5.00", ":20:", ":25:1", ":60F:C260101EUR1,",
     ":61:2601010101D5,NTRF", ":86:166?00X?20Y?32Z", ":62F:C260101EUR1,", "-}", "{1:F01X}{4:"]
)  # fmt: skip


def read(data: bytes) -> ParsedStatement:
    return read_statement(data, ReaderContext())


def assert_whole_answer(statement: ParsedStatement) -> None:
    lines = sum(len(account.lines) for account in statement.accounts)
    assert statement.lines_found == lines + statement.lines_rejected
    assert statement.format in {"", *(reader.format for reader in READERS)}
    assert statement.format or statement.errors


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=2000))
def test_any_bytes(data: bytes) -> None:
    assert_whole_answer(read(data))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=80), st.sampled_from(["utf-8", "cp1252", "utf-16", "gb18030"]))
def test_any_heap_of_statement_words(words: list[str], encoding: str) -> None:
    assert_whole_answer(read("".join(words).encode(encoding, "replace")))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(GOLDEN), st.data())
def test_any_damage_to_a_real_file(original: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, min(len(original), start + 60)))

    assert_whole_answer(read(original[:start] + data.draw(st.binary(max_size=20)) + original[end:]))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04aaaa", "damaged"),
        (b"<?xml version='1.0'?><Document/>", "XML"),
        (b"Dear customer,\nthank you for your letter.\n", "neither"),
    ],
)
def test_an_unknown_file_is_one_clear_error(data: bytes, word: str) -> None:
    statement = read(data)

    assert statement.format == ""
    assert len(statement.errors) == 1
    assert word in statement.errors[0].message
    assert statement.lines_found == 0


def test_the_name_of_the_file_is_never_asked() -> None:
    csv = b"Date,Description,Amount\n2026-01-14,Shop,-5.00\n"

    assert read_statement(csv, ReaderContext(file_name="statement.ofx")).format == "csv"
    assert read_statement(b"<OFX><STMTRS></STMTRS></OFX>", ReaderContext(file_name="x.csv")).format == "ofx"


@pytest.mark.parametrize(
    "data",
    [
        b'"' * 100_000,
        b'a,"b\n' * 30_000,
        b"--><!--" * 30_000 + b"<OFX>",
        b"<OFX>" + b"<STMTTRN>" * 20_000,
        b"<OFX>]]>" + b"<![CDATA[" * 20_000,
        b"2026-01-01,x,1.00," * 10_000,
        b"1" * 100_000,
        b"Date,Amount\n" * 10_000,
    ],
    ids=["quotes", "open quotes", "comments", "open movements", "cdata", "one long line", "digits", "headers"],
)
def test_hostile_repetition_ends(data: bytes) -> None:
    """Ends within the suite's time limit; work per character is bounded, so a repetition costs what it weighs."""
    assert_whole_answer(read(data))

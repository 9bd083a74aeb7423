"""Comma, semicolon, tab and otherwise separated text: detected from its content, read as a whole, explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transactions.ledger.errors import LineError
from transactions.ledger.packed import Picked
from transactions.statements.csv_blocks import unfold_blocks
from transactions.statements.csv_cut import cut_row
from transactions.statements.csv_header import known_words_in
from transactions.statements.csv_overrides import delimiter_of, problem_with
from transactions.statements.csv_records import find_dialect, split_lines, split_records
from transactions.statements.csv_source import LOOKED_AT, source_key
from transactions.statements.csv_statement import read_records
from transactions.statements.decoding import decode
from transactions.statements.parsed import ParsedStatement, ReaderContext


class CsvReader:
    format = "csv"

    def recognise(self, data: bytes) -> float:
        """Text whose first part holds a movement or a header of one."""
        head = data[:60_000]
        if head.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")):
            return 0.0
        decoded = decode(head, known_words_in)
        if _is_binary(decoded.text):
            return 0.0
        lines = unfold_blocks(split_lines(decoded.text))
        if _is_other_format(lines):
            return 0.0
        score = find_dialect(lines).score
        return 0.8 if score >= 2.5 else 0.5 if score > 0.4 else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        overrides = context.overrides
        if (problem := problem_with(overrides) or _too_long(data, context)) is not None:
            return ParsedStatement(self.format, errors=(problem,))
        decoded = decode(data, known_words_in, overrides.encoding)
        lines = unfold_blocks(split_lines(decoded.text))
        dialect = find_dialect(lines, delimiter_of(overrides))
        records = split_records(lines, dialect)
        cut = cut_row(decoded.text, records)
        whole = Picked(records, range(len(records) - 1)) if cut is not None else records
        statement = read_records(whole, dialect, context, format_name=self.format, encoding=decoded.encoding)
        if cut is not None:
            statement = replace(statement, errors=(*statement.errors, cut), lines_rejected=statement.lines_rejected + 1)
        if overrides.encoding or overrides.delimiter:
            statement = replace(statement, source_key=_untold_key(data))
        if not decoded.damaged:
            return statement
        lost = f"{decoded.encoding}, {decoded.damaged} characters lost"
        return replace(statement, understood=statement.understood | {"encoding": lost})


def _too_long(data: bytes, context: ReaderContext) -> LineError | None:
    """Told from the bytes, before their text fills the memory."""
    most = context.max_lines
    if data.count(b"\n") <= 2 * most and data.count(b"\r") <= 2 * most:  # half of the lines may be blank
        return None
    return LineError(None, "file", f"This file has more than {most:,} lines. Export a shorter period and import that.")


def _untold_key(data: bytes) -> str:
    """The key as it is without the user's help, so that what was answered is found again with the next file."""
    lines = unfold_blocks(split_lines(decode(data[:200_000], known_words_in).text))
    dialect = find_dialect(lines)
    records = split_records(lines[: 2 * LOOKED_AT], dialect)
    return source_key(records, dialect.delimiter, CsvReader.format) if records else ""


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    odd = sum((char < " " and char not in "\t\r\n\x1f\x0c") or char == "\ufffd" for char in sample)
    return odd * 20 > len(sample)


def _is_other_format(lines: Sequence[str]) -> bool:
    first = next((line.strip() for line in lines if line.strip()), "")
    return first.startswith(("<?xml", "<", "!Type:", "!Account", "!Option", ":20:", "{1:", "{\\rtf"))

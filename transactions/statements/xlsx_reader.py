"""Spreadsheets: the cells of each sheet as records for the same reading of tables that text files get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transactions.ledger.errors import LineError
from transactions.statements.csv_header import known_words_in
from transactions.statements.csv_preamble import read_surroundings
from transactions.statements.csv_records import Record, clean_cell, find_dialect, split_records
from transactions.statements.csv_statement import read_records
from transactions.statements.decoding import decode, stated_charset
from transactions.statements.parsed import ParsedLine, ParsedStatement, ReaderContext
from transactions.statements.xlsx_book import MOST_SHEETS, TOO_LARGE, TOO_MANY_SHEETS, Sheet, kind_of, open_book
from transactions.statements.xlsx_columns import join_drawn_apart
from transactions.statements.xlsx_days import turn_days_back
from transactions.statements.xlsx_html import html_sheet, web_page, xml_sheets
from transactions.statements.xlsx_text import lines_of

MAX_ERRORS = 1000
MOST_ABOUT = 60  # rows of a sheet without movements that are searched for the account
SURE = {"book": 0.95, "sheet xml": 0.95, "html": 0.7}
NO_TABLE = (
    "No column of dates with a column of amounts was found in this workbook. Check that it is the bank's list of "
    "movements and that its dates have a year, or rename its columns to Date, Amount and Description."
)


@dataclass(slots=True)
class _Read:
    """One sheet and what was read in it."""

    sheet: Sheet
    records: list[Record]
    statement: ParsedStatement

    @property
    def lines(self) -> list[ParsedLine]:
        return [line for account in self.statement.accounts for line in account.lines]


class XlsxReader:
    format = "xlsx"

    def recognise(self, data: bytes) -> float:
        """A workbook by its first bytes and parts, or a page of tables."""
        return SURE.get(kind_of(data), 0.0)

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        sheets = _sheets(data, context.max_lines)
        if isinstance(sheets, str):
            return _refused(sheets)
        if len(sheets) > MOST_SHEETS:
            return _refused(TOO_MANY_SHEETS)
        if sum(len(sheet.rows) for sheet in sheets) > context.max_lines + 1000:
            return _refused(TOO_LARGE)
        notes: list[str] = []
        read = [_read_sheet(sheet, context, notes) for sheet in sheets if sheet.rows]
        if not read:
            return _refused("This workbook is empty. Download the statement again.")
        taken, left_out = _choose(read)
        if not taken:
            return _nothing_read(read)
        statement = _joined(taken)
        statement = _with_account(statement, [one for one in read if one not in taken])
        understood = statement.understood | {"sheets": _sheets_in_words(taken, left_out)}
        if notes:
            understood["days"] = " ".join(notes)
        return replace(statement, understood=understood)


def _sheets(data: bytes, max_lines: int) -> list[Sheet] | str:
    kind = kind_of(data)
    if kind == "book":
        return open_book(data, max_lines)
    if kind == "sheet xml":
        return xml_sheets(data, max_lines)
    written = web_page(data)
    page = html_sheet(decode(written, known_words_in, stated_charset(written)).text, max_lines)
    return [page] if page is not None else TOO_LARGE


def _refused(message: str) -> ParsedStatement:
    return ParsedStatement("xlsx", errors=(LineError(None, "file", message),))


def _read_sheet(sheet: Sheet, context: ReaderContext, notes: list[str]) -> _Read:
    rows = [cells for _, cells in sheet.rows]
    if lines := lines_of(rows):
        dialect = find_dialect(lines)
        written = list(split_records(lines, dialect))
        return _Read(sheet, written, read_records(written, dialect, context, format_name="xlsx"))
    if turned := turn_days_back(rows):
        notes.append(f"In {turned} cells day and month had changed places; they were put back.")
    join_drawn_apart(rows)
    used = [any(row[i] for row in rows if i < len(row)) for i in range(max(map(len, rows), default=0))]
    records = []
    for number, row in sheet.rows:
        cells = tuple(" ".join(clean_cell(cell).split()) for cell, is_used in zip(row, used, strict=False) if is_used)
        if any(cells):
            records.append(Record(number, cells, "\t".join(cells)))
    return _Read(sheet, records, read_records(records, None, context, format_name="xlsx"))


def _choose(read: Sequence[_Read]) -> tuple[list[_Read], list[str]]:
    """The sheets whose movements count, and in words the others that seemed to have some.

    A sheet that only repeats movements of the main one, is hidden, or whose rows say nothing (sums by month) is none.
    """
    found = [one for one in read if one.lines]
    visible = [one for one in found if one.sheet.is_visible] or found
    if not visible:
        return [], []
    main = max(visible, key=lambda one: len(one.lines))
    known = Counter(_content(line) for line in main.lines)
    taken, left_out = [main], [f"{one.sheet.name!r} (hidden)" for one in found if one not in visible]
    for one in visible:
        if one is main:
            continue
        own = Counter(_content(line) for line in one.lines)
        if own <= known:
            left_out.append(f"{one.sheet.name!r} (the same movements again)")
        elif sum(bool(line.description or line.counterparty) for line in one.lines) * 5 < len(one.lines) * 4:
            left_out.append(f"{one.sheet.name!r} (rows without a text)")
        else:
            known += own
            taken.append(one)
    return sorted(taken, key=read.index), left_out


def _content(line: ParsedLine) -> tuple[object, ...]:
    return line.booking_date, line.amount, line.currency


def _nothing_read(read: Sequence[_Read]) -> ParsedStatement:
    """An empty statement when a sheet has a header without rows, else a refusal."""
    empty = next((one.statement for one in read if not one.statement.errors), None)
    if empty is not None:
        return replace(empty, format="xlsx", encoding="", understood=_plain(empty.understood))
    rejected = [one for one in read if one.statement.lines_rejected]
    if rejected and any(error.field != "file" for error in rejected[0].statement.errors):
        return _joined(rejected)
    return _refused(NO_TABLE)


def _joined(taken: Sequence[_Read]) -> ParsedStatement:
    """The sheets as one statement. Rows of a further sheet are counted on, so that no two lines have one number."""
    offset, statements = 0, []
    for one in taken:
        statements.append(_moved(one, offset))
        offset += max((record.line for record in one.records), default=0)
    first = statements[0]
    tables, columns = 0, []
    for statement in statements:
        columns += [replace(column, table=column.table + tables) for column in statement.columns]
        tables = max((column.table + 1 for column in columns), default=0)
    errors = [error for statement in statements for error in statement.errors]
    return replace(
        first,
        format="xlsx",
        accounts=tuple(account for statement in statements for account in statement.accounts),
        errors=tuple(errors[:MAX_ERRORS]),
        lines_rejected=sum(statement.lines_rejected for statement in statements),
        understood=_plain(first.understood),
        questions=tuple({q.code: q for statement in reversed(statements) for q in statement.questions}.values()),
        columns=tuple(columns),
        encoding="",
        source_key=f"xlsx:{first.source_key}" if first.source_key else "",
    )


def _moved(one: _Read, offset: int) -> ParsedStatement:
    """A sheet's statement with its lines counted on, and errors that name sheet and row."""
    accounts = tuple(
        replace(account, lines=tuple(replace(line, line=line.line + offset) for line in account.lines))
        for account in one.statement.accounts
    )
    errors = tuple(
        LineError(error.line + offset, error.field, f"Sheet {one.sheet.name!r}, row {error.line}: {error.message}")
        if error.line is not None
        else error
        for error in one.statement.errors
    )
    return replace(one.statement, accounts=accounts, errors=errors)


def _plain(understood: dict[str, str]) -> dict[str, str]:
    """Without what only text files have."""
    kept = {key: value for key, value in understood.items() if key not in ("encoding", "delimiter")}
    if kept.get("header", "").startswith("line "):
        kept["header"] = "row " + kept["header"][5:]
    return kept


def _with_account(statement: ParsedStatement, others: Sequence[_Read]) -> ParsedStatement:
    """The account's number and currency may stand on a sheet of its own."""
    if len(statement.accounts) != 1 or statement.accounts[0].external_ref:
        return statement
    account = statement.accounts[0]
    found = read_surroundings([record for one in others for record in one.records[:MOST_ABOUT]])
    currency = account.currency or found.currency
    lines = tuple(replace(line, currency=line.currency or currency) for line in account.lines)
    filled = replace(account, external_ref=found.account, currency=currency, lines=lines)
    understood = statement.understood | ({"currency": currency} if currency else {})
    return replace(statement, accounts=(filled,), understood=understood)


def _sheets_in_words(taken: Sequence[_Read], left_out: Sequence[str]) -> str:
    words = "read: " + ", ".join(repr(one.sheet.name) for one in taken)
    return words + (f"; left out: {', '.join(left_out)}" if left_out else "")

"""Records with cells to a statement: tables, columns, dates, signs, accounts. Where the cells come from is not asked.

Text cut at delimiters and the sheets of a workbook enter here alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transactions.ledger.errors import LineError
from transactions.ledger.packed import Mapped
from transactions.statements.csv_accounts import group_accounts
from transactions.statements.csv_currency import reject_unknown_currencies, with_money_sign
from transactions.statements.csv_date_repair import FULL_DATE
from transactions.statements.csv_dates import DateHabit, DateOrder, FileDates, decide_order
from transactions.statements.csv_explain import explain_columns
from transactions.statements.csv_habits import date_habit, day_in_name
from transactions.statements.csv_overrides import problem_with, problem_with_columns, problem_with_header
from transactions.statements.csv_questions import ask
from transactions.statements.csv_reading import ReadTable, read_table
from transactions.statements.csv_records import Dialect, Record
from transactions.statements.csv_report import text_in_words, understood_in_words
from transactions.statements.csv_source import source_key
from transactions.statements.csv_tables import Table, find_tables
from transactions.statements.dates import DateParts, read_date
from transactions.statements.parsed import Overrides, ParsedStatement, ReaderContext

MAX_ERRORS = 1000


def read_records(
    records: Sequence[Record], dialect: Dialect | None, context: ReaderContext, *, format_name: str, encoding: str = ""
) -> ParsedStatement:
    """The statement that these records are. `dialect` is None where no delimiter was involved (a workbook).

    Records carry their 1-based line (or row) and cleaned cells; dates and amounts are text, as people write them.
    """
    refusal = _refusal(records, context)
    if refusal is not None:
        return ParsedStatement(format_name, errors=(refusal,), encoding=encoding)
    overrides = context.overrides
    key = source_key(records, dialect.delimiter if dialect is not None else "", format_name) if records else ""
    tables = find_tables(records, overrides.header_line)
    if (problem := problem_with_columns(overrides, tables)) is not None:
        return ParsedStatement(format_name, errors=(problem,), encoding=encoding, source_key=key)
    found = (read_table(number, table, dialect, context) for number, table in enumerate(tables))
    read = [one for one in found if one is not None]
    for one in read:
        reject_unknown_currencies(one)
    read = [with_money_sign(one, context) for one in read]
    if not read:
        nothing = _nothing_read(tables, dialect, overrides, format_name, encoding)
        return replace(nothing, columns=explain_columns([], tables), source_key=key)
    return replace(_assembled(read, dialect, context, format_name, encoding), source_key=key)


def _refusal(records: Sequence[Record], context: ReaderContext) -> LineError | None:
    """What keeps the file from being read at all: too many rows, or an answer that makes no sense."""
    if len(records) > context.max_lines:
        message = f"This file has more than {context.max_lines:,} rows. Export a shorter period and import that."
        return LineError(None, "file", message)
    last = records[-1].line + records[-1].raw.count("\n") if records else 0
    return problem_with(context.overrides) or problem_with_header(
        context.overrides, records[0].line if records else 0, last
    )


def _assembled(
    read: list[ReadTable], dialect: Dialect | None, context: ReaderContext, format_name: str, encoding: str
) -> ParsedStatement:
    order = _date_order(read, context)
    accounts, errors = group_accounts(read, order, context)
    errors = sorted([*errors, *(error for one in read for error in one.rows.errors)], key=lambda e: e.line or 0)
    currencies = {account.currency or context.overrides.currency or context.default_currency for account in accounts}
    return ParsedStatement(
        format_name,
        accounts,
        tuple(errors[:MAX_ERRORS]),
        len(errors),
        understood_in_words(read, order, encoding, dialect, accounts),
        ask(read, order, context.overrides, currencies),
        explain_columns(read, []),
        encoding,
    )


def _date_order(read: list[ReadTable], context: ReaderContext) -> DateOrder:
    if context.overrides.date_order:
        return DateOrder(context.overrides.date_order, "as you said")
    booking = [parts for one in read for parts in one.rows.drafts.bookings]
    value = [parts for one in read for parts in one.rows.drafts.values]
    dated = [place for place, parts in enumerate(value) if parts is not None]
    around = _dates_around(read)
    dates = FileDates(
        booking=booking,
        others=[*(parts for parts in value if parts is not None), *around],
        around=around,
        pairs=Mapped(lambda place: (booking[place], value[place] or booking[place]), dated),
    )
    return decide_order(dates, _habit(read), today=context.today, downloaded=day_in_name(context.file_name))


def _dates_around(read: list[ReadTable]) -> list[DateParts]:
    cells = [
        cell for one in read for record in one.table.preamble[:40] for cell in record.cells if 6 <= len(cell) <= 80
    ]
    dates = [found for cell in cells for found in (cell, *FULL_DATE.findall(cell))]
    return [parts for cell in dates if (parts := read_date(cell)) is not None]


def _habit(read: list[ReadTable]) -> DateHabit:
    """What the first table shows of its origin."""
    one = read[0]
    layout = one.layout
    money = layout.columns[layout.scheme.money_columns[0]]
    cells = [draft.record.cells for draft in one.rows.drafts[:20]]
    return date_habit(
        (row[layout.booking] for row in cells if layout.booking < len(row)),
        [name for names in one.table.names for name in names],
        _named_currency(one, cells),
        has_dollars=any("$" in cell and "r$" not in cell.lower() for row in cells for cell in row),
        has_decimal_comma=money.decimal_mark == ",",
    )


def _named_currency(one: ReadTable, cells: list[tuple[str, ...]]) -> str:
    """The currency the file itself names, in its first rows, its header or around it."""
    layout = one.layout
    index = layout.currency
    written = next((row[index].upper() for row in cells if index is not None and index < len(row) and row[index]), "")
    named = next((code for i in layout.scheme.money_columns if (code := layout.columns[i].name_currency)), "")
    return written or named or one.around.currency


def _nothing_read(
    tables: list[Table], dialect: Dialect | None, overrides: Overrides, format_name: str, encoding: str
) -> ParsedStatement:
    """A header without rows is an empty statement; anything else is a file whose columns were not understood."""
    understood = text_in_words(encoding, dialect)
    header = tables[0].header_line if tables else None
    if header is not None and not any(_is_filled(row) for table in tables for row in table.rows):
        understood["notes"] = "The table has a header and no rows."
        return ParsedStatement(format_name, understood=understood, encoding=encoding)
    message = (
        "With the columns as you set them, no date or no amount is left. Choose a column for each."
        if overrides.columns
        else "No column of dates with a column of amounts was found. Check that this is the bank's list of movements "
        "and that its dates have a year, or rename its columns to Date, Amount and Description."
    )
    errors = (LineError(header, "file", message),)
    return ParsedStatement(format_name, errors=errors, understood=understood, encoding=encoding)


def _is_filled(row: Record) -> bool:
    return sum(1 for cell in row.cells if cell) >= 2

"""Comma, semicolon, tab and otherwise separated text: detected from its content, read as a whole, explained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transactions.ledger.errors import LineError
from transactions.statements.csv_accounts import Placed, group_accounts
from transactions.statements.csv_blocks import unfold_blocks
from transactions.statements.csv_date_repair import repair_dates
from transactions.statements.csv_dates import NAMES, DateOrder, decide_order
from transactions.statements.csv_header import known_words_in
from transactions.statements.csv_layout import Layout, find_layout
from transactions.statements.csv_preamble import Surroundings, read_surroundings
from transactions.statements.csv_records import SPACE_RUN, Dialect, Record, find_dialect, split_lines, split_records
from transactions.statements.csv_rows import Draft, Sorted, sort_rows
from transactions.statements.csv_signs import SignRule, decide_sign
from transactions.statements.csv_tables import Table, find_tables
from transactions.statements.dates import DateParts, read_date
from transactions.statements.decoding import Decoded, decode
from transactions.statements.parsed import ParsedAccount, ParsedStatement, ReaderContext

MAX_ERRORS = 1000
DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", SPACE_RUN: "runs of spaces"}


@dataclass(slots=True)
class _Read:
    """One table, read."""

    table: Table
    layout: Layout
    rows: Sorted
    sign: SignRule
    around: Surroundings
    date_note: str


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
        decoded = decode(data, known_words_in)
        lines = unfold_blocks(split_lines(decoded.text))
        dialect = find_dialect(lines)
        return read_records(split_records(lines, dialect), dialect, decoded, context)


def read_records(records: list[Record], dialect: Dialect, decoded: Decoded, context: ReaderContext) -> ParsedStatement:
    """The statement in records, wherever their cells come from: text, or the sheets of a workbook."""
    tables = find_tables(records)
    read = [one for table in tables if (one := _read_table(table, dialect, context)) is not None]
    if not read:
        return _nothing_read(tables, decoded, dialect)
    order = _date_order(read, context.today)
    placed, errors = _place(read, order)
    errors = sorted([*errors, *(error for one in read for error in one.rows.errors)], key=lambda e: e.line or 0)
    accounts = group_accounts(placed, [one.around for one in read], [one.rows for one in read], context)
    understood = _understood(read, order, decoded, dialect, accounts)
    return ParsedStatement("csv", accounts, tuple(errors[:MAX_ERRORS]), len(errors), understood)


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    odd = sum((char < " " and char not in "\t\r\n\x1f\x0c") or char == "\ufffd" for char in sample)
    return odd * 20 > len(sample)


def _is_other_format(lines: list[str]) -> bool:
    first = next((line.strip() for line in lines if line.strip()), "")
    return first.startswith(("<?xml", "<", "!Type:", "!Account", "!Option", ":20:", "{1:", "{\\rtf"))


def _read_table(table: Table, dialect: Dialect, context: ReaderContext) -> _Read | None:
    date_note = repair_dates(table, context)
    layout = find_layout(table, "," if dialect.delimiter == ";" else ".")
    if layout is None:
        return None
    rows = sort_rows(table.rows, layout)
    text = " ".join(record.raw[:200] for record in table.preamble[:30])
    sign = decide_sign(layout, [draft.money for draft in rows.drafts], text)
    return _Read(table, layout, rows, sign, read_surroundings(table.preamble[:40]), date_note)


def _date_order(read: list[_Read], today: date | None) -> DateOrder:
    drafts = [draft for one in read for draft in one.rows.drafts]
    booking = [draft.booking for draft in drafts]
    others = [draft.value for draft in drafts if draft.value is not None]
    pairs = [(draft.booking, draft.value) for draft in drafts if draft.value is not None]
    return decide_order(
        booking, others + _other_dates(read), pairs, today=today, prefers_month_first=_is_american(read)
    )


def _other_dates(read: list[_Read]) -> list[DateParts]:
    cells = (
        cell for one in read for record in one.table.preamble[:40] for cell in record.cells if 6 <= len(cell) <= 24
    )
    return [parts for cell in cells if (parts := read_date(cell)) is not None]


def _is_american(read: list[_Read]) -> bool:
    """Dollars with a decimal point: the month-first habit. A currency that is named and is no US dollar says no."""
    layout = read[0].layout
    money = layout.columns[layout.scheme.money_columns[0]]
    draft: Draft | None = next(iter(read[0].rows.drafts), None)
    if money.decimal_mark == "," or draft is None:
        return False
    cell = (
        draft.record.cells[layout.currency]
        if layout.currency is not None and layout.currency < len(draft.record.cells)
        else ""
    )
    code = cell.upper() or money.name_currency or read[0].around.currency
    if code:
        return code == "USD"
    return any("$" in cell and "r$" not in cell.lower() for cell in draft.record.cells)


def _place(read: list[_Read], order: DateOrder) -> tuple[list[Placed], list[LineError]]:
    placed: list[Placed] = []
    errors: list[LineError] = []
    for number, one in enumerate(read):
        for draft in one.rows.drafts:
            day = draft.booking.in_order(order.order)
            if day is None:
                read_as = NAMES[order.order]
                message = (
                    f"This date cannot be read as {read_as} like the others. Correct it in the file and import again."
                )
                errors.append(LineError(draft.record.line, "booking_date", message))
                continue
            value = draft.value.in_order(order.order) if draft.value is not None else None
            placed.append(Placed(number, one.layout, draft, day, value, one.sign.apply(draft.money)))
    return placed, errors


def _nothing_read(tables: list[Table], decoded: Decoded, dialect: Dialect) -> ParsedStatement:
    """A header without rows is an empty statement; anything else is a file whose columns were not understood."""
    understood = {"encoding": decoded.encoding, "delimiter": DELIMITER_NAMES.get(dialect.delimiter, dialect.delimiter)}
    header = tables[0].header_line if tables else None
    if header is not None and not any(_is_filled(row) for table in tables for row in table.rows):
        return ParsedStatement("csv", understood=understood | {"notes": "The table has a header and no rows."})
    message = (
        "No column of dates with a column of amounts was found. Check that this is the bank's list of movements "
        "and that its dates have a year, or rename its columns to Date, Amount and Description."
    )
    return ParsedStatement("csv", errors=(LineError(header, "file", message),), understood=understood)


def _is_filled(row: Record) -> bool:
    return sum(1 for cell in row.cells if cell) >= 2


def _understood(
    read: list[_Read], order: DateOrder, decoded: Decoded, dialect: Dialect, accounts: tuple[ParsedAccount, ...]
) -> dict[str, str]:
    first = read[0]
    layout = first.layout
    money = layout.columns[layout.scheme.money_columns[0]]
    header = f"line {first.table.header_line}" if first.table.header_line else "none; columns recognised by content"
    understood = {
        "encoding": decoded.encoding + (f", {decoded.damaged} characters lost" if decoded.damaged else ""),
        "delimiter": DELIMITER_NAMES.get(dialect.delimiter, dialect.delimiter),
        "header": header,
        "date order": order.in_words,
        "decimal mark": "comma" if money.decimal_mark == "," else "point",
        "sign convention": first.sign.in_words,
        "columns": _columns_in_words(layout),
        "currency": ", ".join(sorted({a.currency for a in accounts if a.currency})) or "not named in the file",
    }
    if first.date_note:
        understood["dates"] = first.date_note
    left_out = {what: sum(one.rows.left_out[what] for one in read) for one in read for what in one.rows.left_out}
    if left_out:
        understood["left out"] = ", ".join(f"{count} {what}" for what, count in sorted(left_out.items()))
    if layout.scheme.balance_share >= 0.75:
        understood["running balance"] = "agrees with the amounts"
    return understood


def _columns_in_words(layout: Layout) -> str:
    scheme = layout.scheme
    named = {
        "booking date": layout.booking, "value date": layout.value, "amount": scheme.amount, "money out": scheme.debit,
        "money in": scheme.credit, "in or out": scheme.flag, "balance": scheme.balance, "currency": layout.currency,
        "counterparty": layout.counterparty, "account": layout.account, "bank's id": layout.external_id,
        "status": layout.status, "category": layout.category, "description": layout.texts[0] if layout.texts else None,
    }  # fmt: skip
    return "; ".join(f"{what}: {_column_name(layout, index)}" for what, index in named.items() if index is not None)


def _column_name(layout: Layout, index: int) -> str:
    names = layout.columns[index].names if index < len(layout.columns) else ()
    return names[0][:60] if names else f"column {index + 1}"

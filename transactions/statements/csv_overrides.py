"""What the user says about a file: checked before it is obeyed: nonsense ends in a sentence, not in a guess."""

from __future__ import annotations

from transactions.ledger.errors import LineError
from transactions.ledger.money import is_currency
from transactions.statements.csv_records import SPACE_RUN
from transactions.statements.csv_tables import Table
from transactions.statements.parsed import COLUMN_ROLES, Overrides

SIGNS = ("", "signed", "reversed")
ORDERS = ("", "DMY", "MDY", "YMD")
SPELLED = {
    "comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "bar": "|", "pipe": "|", "runs of spaces": SPACE_RUN,
}  # fmt: skip


def delimiter_of(overrides: Overrides) -> str:
    """The delimiter itself, also where it is spelled out; '' when nothing was said."""
    return SPELLED.get(overrides.delimiter, overrides.delimiter)


def problem_with(overrides: Overrides) -> LineError | None:
    """What cannot be obeyed whatever the file is; None when all of it can."""
    delimiter = delimiter_of(overrides)
    checks = (
        ("encoding", not _is_codec(overrides.encoding), f"The encoding {overrides.encoding[:40]!r} is not known."),
        (
            "delimiter",
            bool(delimiter) and delimiter != SPACE_RUN and (len(delimiter) != 1 or delimiter.isalnum()),
            "A delimiter is one character that is no letter and no digit.",
        ),
        ("header_line", (overrides.header_line or 0) < 0, "Lines are counted from 1; 0 says that there is no header."),
        ("date_order", overrides.date_order not in ORDERS, "The order of dates is DMY, MDY or YMD."),
        ("decimal_mark", overrides.decimal_mark not in {"", ".", ","}, "The decimal mark is a point or a comma."),
        ("sign", overrides.sign not in SIGNS, "The sign is 'signed' or 'reversed'."),
        ("currency", not _is_code(overrides.currency), f"{overrides.currency[:10]!r} is not a currency."),
        *(("columns", role not in COLUMN_ROLES, f"{role[:30]!r} is nothing that a column can be.")
          for role in overrides.columns.values()),
    )  # fmt: skip
    wrong = next(((field, words) for field, is_wrong, words in checks if is_wrong), None)
    return LineError(None, wrong[0], f"{wrong[1]} Choose another one.") if wrong is not None else None


def problem_with_columns(overrides: Overrides, tables: list[Table]) -> LineError | None:
    """A column that no table has."""
    width = max(
        (max([len(table.names), *(len(row.cells) for row in table.rows[:2000])]) for table in tables), default=0
    )
    for index in overrides.columns:
        if not 0 <= index < width:
            message = f"There is no column {index + 1}: the table has {width} columns. Choose another one."
            return LineError(None, "columns", message)
    return None


def problem_with_header(overrides: Overrides, first_line: int, last_line: int) -> LineError | None:
    """A header line before the first record or after the last."""
    line = overrides.header_line
    if not line or first_line <= line <= last_line:
        return None
    message = f"There is no header in line {line}: the table stands in lines {first_line} to {last_line}."
    return LineError(None, "header_line", message)


def _is_codec(name: str) -> bool:
    """Whether Python can read any bytes with it, broken ones too."""
    try:
        b"a\x80\xff".decode(name or "ascii", "replace")
    except (LookupError, ValueError):
        return False
    return True


def _is_code(currency: str) -> bool:
    return not currency or is_currency(currency.upper())

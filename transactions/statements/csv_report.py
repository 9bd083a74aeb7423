"""What was understood of a file, in words for the preview."""

from __future__ import annotations

from transactions.statements.csv_dates import DateOrder
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_reading import ReadTable
from transactions.statements.csv_records import SPACE_RUN, Dialect
from transactions.statements.parsed import ParsedAccount

DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", SPACE_RUN: "runs of spaces"}


def understood_in_words(
    read: list[ReadTable], order: DateOrder, encoding: str, dialect: Dialect | None, accounts: tuple[ParsedAccount, ...]
) -> dict[str, str]:
    first = read[0]
    layout = first.layout
    money = layout.columns[layout.scheme.money_columns[0]]
    header = f"line {first.table.header_line}" if first.table.header_line else "none; columns recognised by content"
    understood = {
        **text_in_words(encoding, dialect),
        "header": header,
        "date order": order.in_words,
        "decimal mark": "comma" if money.decimal_mark == "," else "point",
        "sign convention": first.sign.in_words,
        "columns": _columns_in_words(layout),
        "currency": _currencies_in_words(first, accounts),
    }
    if first.date_note:
        understood["dates"] = first.date_note
    left_out = {what: sum(one.rows.left_out[what] for one in read) for one in read for what in one.rows.left_out}
    if left_out:
        understood["left out"] = ", ".join(f"{count} {what}" for what, count in sorted(left_out.items()))
    proofs = [one.proof.words + (", please check" if one.proof.difference else "") for one in read if one.proof.words]
    if proofs:
        understood["balances"] = " | ".join(dict.fromkeys(proofs))
    return understood


def _currencies_in_words(first: ReadTable, accounts: tuple[ParsedAccount, ...]) -> str:
    codes = ", ".join(sorted({account.currency for account in accounts if account.currency}))
    told = first.money_sign.reason
    return f"{codes} ({told})" if codes and told else codes or told or "not named in the file"


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


def text_in_words(encoding: str, dialect: Dialect | None) -> dict[str, str]:
    """How the bytes became cells; nothing where no text was cut."""
    understood = {"encoding": encoding} if encoding else {}
    if dialect is not None:
        understood["delimiter"] = DELIMITER_NAMES.get(dialect.delimiter, dialect.delimiter)
    return understood

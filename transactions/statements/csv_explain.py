"""What every column of a table was taken for, how surely and by what evidence."""

from __future__ import annotations

from collections.abc import Sequence

from transactions.statements.csv_columns import Column
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_reading import ReadTable
from transactions.statements.csv_records import Record
from transactions.statements.csv_tables import Table
from transactions.statements.parsed import ColumnRole

MOST_COLUMNS = 200
MOST_SAMPLES = 3
SAMPLE_LENGTH = 80
LOOKS = {
    "booking_date": "its cells are dates", "value_date": "its cells are dates", "amount": "its cells are amounts",
    "debit": "its cells are amounts", "credit": "its cells are amounts", "balance": "its cells are amounts",
    "flag": "its cells say in or out", "currency": "its cells are currencies", "description": "its cells are the texts",
}  # fmt: skip
KINDS = {"booking_date": ("booking_date", "date"), "counterparty": ("counterparty", "payee")}


def explain_columns(read: Sequence[ReadTable], tables: Sequence[Table]) -> tuple[ColumnRole, ...]:
    """Every column of every table; where no table was understood, the columns of the first, for the user to name."""
    if not read:
        return tuple(_unread(tables[0])) if tables else ()
    return tuple(role for one in read for role in _table(one))


def _unread(table: Table) -> list[ColumnRole]:
    width = max((len(row.cells) for row in table.rows[:200]), default=len(table.names))
    return [
        ColumnRole(0, index, _name(table, index), "", 0.0, "not understood", _samples(table.rows, index))
        for index in range(min(width, MOST_COLUMNS))
    ]


def _table(one: ReadTable) -> list[ColumnRole]:
    roles = _roles_of(one.layout)
    rows = [draft.record for draft in one.rows.drafts[:50]]
    found = []
    for column in one.layout.columns:
        role = roles.get(column.index, "")
        confidence, reason = _evidence(column, role, one)
        samples = _samples(rows, column.index)
        found.append(
            ColumnRole(one.number, column.index, _name(one.table, column.index), role, confidence, reason, samples)
        )
    beyond = range(len(one.layout.columns), min(len(one.table.names), MOST_COLUMNS))
    unused = [ColumnRole(one.number, i, _name(one.table, i), "", 1.0, "it is empty") for i in beyond]
    return found + unused


def _roles_of(layout: Layout) -> dict[int, str]:
    """The role of each column in use; of a column with two, the first in this order."""
    scheme = layout.scheme
    placed = [
        (layout.booking, "booking_date"), (layout.value, "value_date"), (scheme.amount, "amount"),
        (scheme.debit, "debit"), (scheme.credit, "credit"), (scheme.flag, "flag"), (scheme.balance, "balance"),
        (layout.fee, "fee"), (layout.currency, "currency"), (layout.account, "account"), (layout.status, "status"),
        (layout.external_id, "external_id"), (layout.category, "category"), (layout.counterparty, "counterparty"),
        *((i, "counterparty") for i in layout.other_parties), *((i, "description") for i in layout.texts),
    ]  # fmt: skip
    roles: dict[int, str] = {}
    for index, role in placed:
        if index is not None:
            roles.setdefault(index, role)
    return roles


def _evidence(column: Column, role: str, one: ReadTable) -> tuple[float, str]:
    scheme = one.layout.scheme
    if column.told is not None:
        return 1.0, "you said so"
    if not role:
        return (1.0, "it is empty") if not column.count else (0.5, "not needed")
    if one.proof.is_proven and column.index in (*scheme.money_columns, scheme.balance, one.layout.fee):
        return 0.99, "the balances check"
    name = column.role(*KINDS.get(role, (role,)))
    if name >= 0.9:
        return 0.95, "it is named so"
    if name >= 0.45:
        return 0.8, "its name suggests it"
    return 0.6, LOOKS.get(role, "its cells look like it")


def _name(table: Table, index: int) -> str:
    return " / ".join(table.names_of(index))[:90]


def _samples(rows: Sequence[Record], index: int) -> tuple[str, ...]:
    filled = (row.cells[index] for row in rows if index < len(row.cells) and row.cells[index])
    found: list[str] = []
    for cell in filled:
        found.append(cell[:SAMPLE_LENGTH])
        if len(found) == MOST_SAMPLES:
            break
    return tuple(found)

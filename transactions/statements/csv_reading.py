"""One table read: layout, rows and sign rule. What the file states about its balances is held against the reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from transactions.statements.csv_by_currency import join_currencies
from transactions.statements.csv_date_repair import repair_dates
from transactions.statements.csv_drafts import Sorted
from transactions.statements.csv_flags import is_kind_of_booking, reject_unknown_flags
from transactions.statements.csv_layout import Layout, find_layout, with_scheme
from transactions.statements.csv_mend import mend_cells
from transactions.statements.csv_money import JUDGED, SignRule, less_fees, reversed_rule
from transactions.statements.csv_money_signs import NO_SIGN, MoneySign
from transactions.statements.csv_preamble import Surroundings, read_surroundings
from transactions.statements.csv_proof import Proof, crosses_currencies, fee_column, most_of, prove
from transactions.statements.csv_records import Dialect
from transactions.statements.csv_rows import sort_rows
from transactions.statements.csv_shifts import put_in_place
from transactions.statements.csv_signs import decide_sign
from transactions.statements.csv_tables import Table
from transactions.statements.csv_units import take_units_off
from transactions.statements.csv_wording import Wording, speaks_of_cards
from transactions.statements.parsed import ReaderContext

MOST_ROWS = 20_000  # of a longer table no other reading is tried: the sample has spoken already


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table, read. `number` counts the tables of the file from 0."""

    number: int
    table: Table
    layout: Layout
    rows: Sorted
    sign: SignRule
    around: Surroundings
    date_note: str
    proof: Proof
    money_sign: MoneySign = NO_SIGN


def read_table(number: int, table: Table, dialect: Dialect | None, context: ReaderContext) -> ReadTable | None:
    """None when no column can be the date or none the amount."""
    mend_cells(table, dialect.delimiter if dialect is not None else "")
    put_in_place(table, dialect.delimiter if dialect is not None else ",")
    take_units_off(table)
    if not context.overrides.columns:
        join_currencies(table)
    date_note = repair_dates(table, context)
    fallback = "," if dialect is not None and dialect.delimiter == ";" else "."
    layout = find_layout(table, fallback, context.overrides)
    if layout is None:
        return None
    reader = _Reader(number, table, read_surroundings(table.preamble[:40]), date_note, context)
    first = reader.read(layout)
    if crosses_currencies(layout, first.rows, first.proof):
        layout = replace(layout, currency=None, own_currency=most_of(layout, first.rows), foreign_codes=layout.currency)
        first = reader.read(layout)
    fee = fee_column(layout, first.rows, first.sign)
    if fee is not None and not context.overrides.columns:
        first = reader.read(replace(layout, fee=fee))
    first = _with_steps(reader, first) if not context.overrides.sign else first
    is_settled = bool(context.overrides.columns or context.overrides.sign) or len(table.rows) > MOST_ROWS
    if is_settled or not first.proof.is_contradicted:
        return first if is_settled else _settled(first)
    if (debt := _as_debt(first, reader)) is not None:
        return debt
    return next((other for other in reader.alternatives(first) if other.proof.is_proven), _doubted(first))


def _with_steps(reader: _Reader, one: ReadTable) -> ReadTable:
    """A sign that words gave and no step of the running balance agrees with is turned, or asked about; flags without a
    name that no step agrees with are none."""
    if one.layout.scheme.flag is not None and one.proof.pairs and not one.proof.hits and not _is_named_flag(one):
        unflagged = replace(one.layout.scheme, flag=None, is_inverted=False, is_before=False)
        plain = reader.read(with_scheme(one.layout, unflagged))
        one = plain if plain.proof.hits == plain.proof.pairs else one
    if not one.sign.is_by_words or not one.proof.pairs or one.proof.hits:
        return one
    other = reader.read(one.layout, is_turned=True)
    if other.proof.hits < other.proof.pairs:
        words = f"{one.sign.in_words}, but the balances do not agree, please check"
        return replace(one, sign=replace(one.sign, in_words=words, is_open=True))
    return other if not one.sign.is_open else replace(other, sign=replace(other.sign, is_open=False))


def _is_named_flag(one: ReadTable) -> bool:
    column = one.layout.columns[one.layout.scheme.flag or 0]
    return column.told is not None or column.role("flag", "debit", "credit") >= 0.6


def _settled(one: ReadTable) -> ReadTable:
    """An open sign is closed where the movements make up the whole way from the opening to the closing balance."""
    total = one.around.closing, one.around.opening
    if not one.sign.is_open or not one.proof.is_stated or not one.proof.is_proven or total[0] == total[1]:
        return one
    words = one.sign.in_words.removesuffix(", please check")
    return replace(one, sign=replace(one.sign, in_words=f"{words}; the balances agree", is_open=False))


def _as_debt(one: ReadTable, reader: _Reader) -> ReadTable | None:
    """Charges printed positive under balances that grow by them: what is spent on a debt, or money that came in.

    None where this is not the case. The wording of the rows decides; where it says nothing, it is asked.
    """
    if one.sign.convention != "reversed":
        return None
    proof = prove(one.layout, one.rows, one.sign, reader.around, is_card=True)
    if not proof.is_owed:
        return None
    wording = Wording.of([money.text for money in one.rows.drafts.money[:JUDGED]])
    has_signs = any(money.value < 0 for money in one.rows.drafts.money)
    is_told = not has_signs and wording.spent * 2 >= wording.rows and not wording.received
    words = f"{one.sign.in_words.removesuffix(', please check')}; the balance is what is owed"
    words = words if is_told else f"{words}, please check"
    return replace(one, proof=proof, sign=replace(one.sign, in_words=words, is_open=not is_told, is_owed=True))


def _doubted(one: ReadTable) -> ReadTable:
    """A rule for the signs that was taken on trust is a question when the balances speak against it."""
    if not one.sign.is_weak:
        return one
    words = f"{one.sign.in_words}, but the balances do not agree, please check"
    return replace(one, sign=replace(one.sign, in_words=words, is_open=True))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What stays the same while one table is read in several ways."""

    number: int
    table: Table
    around: Surroundings
    date_note: str
    context: ReaderContext

    def read(self, layout: Layout, *, is_turned: bool = False) -> ReadTable:
        rows = sort_rows(self.table.rows, layout)
        text = " ".join(record.raw[:200] for record in self.table.preamble[:30])
        sign = decide_sign(layout, rows.drafts.money, text, self.context.overrides.sign)
        if is_turned:
            sign = reversed_rule(sign, "turned, because the balances agree only that way")
        if sign.needs_flag:
            if not self.context.overrides.columns and is_kind_of_booking(rows, layout):
                return self.read(with_scheme(layout, replace(layout.scheme, flag=None)), is_turned=is_turned)
            reject_unknown_flags(rows, layout)
        if layout.fee is not None:
            sign = less_fees(sign)
        proof = prove(layout, rows, sign, self.around, is_card=sign.is_owed or speaks_of_cards(layout, text))
        return ReadTable(self.number, self.table, layout, rows, sign, self.around, self.date_note, proof)

    def alternatives(self, first: ReadTable) -> Iterator[ReadTable]:
        """The other readings of a table whose balances contradict the first one."""
        yield self.read(first.layout, is_turned=True)
        if first.layout.scheme.flag is not None:
            yield self.read(with_scheme(first.layout, replace(first.layout.scheme, flag=None)))
        for scheme in first.layout.rivals:
            yield self.read(with_scheme(first.layout, scheme))

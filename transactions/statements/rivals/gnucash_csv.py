"""GnuCash: the CSV of transactions, one row a split. Known by its shape: the header is in the user's language.

The first row of a transaction carries its date, GUID and description; the rows of its other splits leave them empty.
Account types are not in it: they are told by the names of the roots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from transactions.ledger.money import is_currency
from transactions.statements.numbers import choose_decimal_mark, decimal_mark_votes, parse_amount
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.rivals.building import Builder, refused
from transactions.statements.rivals.chart import Chart
from transactions.statements.rivals.days import decide_days
from transactions.statements.rivals.journal import Book, Entry, Posting, book_in_order
from transactions.statements.rivals.layout_reader import no_amount, no_date
from transactions.statements.rivals.table_reader import TableReader
from transactions.statements.rivals.tables import HEAD, Row, Table, find_header
from transactions.statements.rivals.values import local_amount

WIDTH = 18
MAX_ACCOUNT = 300
(DATE, GUID, _NUMBER, TEXT, NOTES, CURRENCY, VOID, _ACTION, MEMO, ACCOUNT, _SHORT, WITH_SYMBOL, AMOUNT, _VALUE_SYMBOL,
 VALUE) = range(15)  # fmt: skip
SIMPLE = {"date", "account name", "full category path", "amount with sym", "amount num", "value num"}
USE_FULL = "This is GnuCash's simple layout, which leaves out splits. Export again without 'Use Simple Layout'."
_CURRENCY = re.compile(rb"[0-9a-f]{32}[^\n]{0,4000}?CURRENCY::[A-Z]{3}")
_SYMBOL_CODE = re.compile(r"[A-Z]{3}")


class GnucashCsvReader(TableReader):
    format = "gnucash"
    program = "GnuCash"

    def knows(self, names: Sequence[str]) -> bool:
        return len(names) == WIDTH and len(set(names)) >= WIDTH - 1

    def recognise(self, data: bytes) -> float:
        if find_header(data, _is_simple):
            return 0.9
        return 0.95 if _CURRENCY.search(data[: HEAD * 2]) and find_header(data, self.knows) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        if find_header(data, _is_simple):
            return refused(self.format, USE_FULL)
        return super().read(data, context)

    def book(self, table: Table, build: Builder) -> None:
        book_in_order(Book(build, Chart()), _Reading(build, table).entries())


def _is_simple(names: Sequence[str]) -> bool:
    return SIMPLE.issubset(names)


@dataclass(slots=True)
class _Open:
    """The transaction whose rows are being gathered."""

    row: Row
    day: date | None
    postings: list[Posting]
    raws: list[str]
    is_void: bool = False
    is_broken: bool = False


class _Reading:
    def __init__(self, build: Builder, table: Table) -> None:
        self.build, self.table = build, table
        self.mark = choose_decimal_mark(decimal_mark_votes(_cell(row, AMOUNT) for row in table.rows))
        self.days = decide_days((_cell(row, DATE) for row in table.rows), build.context, "DMY")
        if self.days.question:
            build.questions.append(self.days.question)
        build.understood["date order"] = self.days.in_words

    def entries(self) -> list[Entry]:
        done: list[Entry] = []
        now: _Open | None = None
        for row in self.table.rows:
            if now is None or (_cell(row, GUID) and _cell(row, GUID) != _cell(now.row, GUID)):
                self._close(now, done)
                now = self._opened(row)
            now.raws.append(row.raw)
            self._posting(now, row)
        self._close(now, done)
        return done

    def _opened(self, row: Row) -> _Open:
        day = self.days.read(_cell(row, DATE))
        if day is None:
            self.build.reject(row.line, "booking_date", no_date(_cell(row, DATE)))
        return _Open(row, day, [], [], is_void=bool(_cell(row, VOID)), is_broken=day is None)

    def _posting(self, now: _Open, row: Row) -> None:
        amount, value = (local_amount(_cell(row, at), self.mark) for at in (AMOUNT, VALUE))
        account = _cell(row, ACCOUNT)[:MAX_ACCOUNT]
        if amount is None or value is None or not account:
            if not now.is_broken:
                self.build.reject(row.line, "amount", no_amount(_cell(row, AMOUNT)))
            now.is_broken = True
            return
        currency = _currency(_cell(now.row, CURRENCY))
        commodity = currency if amount == value else self._commodity(_cell(row, WITH_SYMBOL))
        now.postings.append(Posting(account, amount, commodity, value, currency, _cell(row, MEMO)))

    def _commodity(self, with_symbol: str) -> str:
        """The commodity of an amount that differs from its value: a currency where the cell names one."""
        code = _SYMBOL_CODE.search(with_symbol[:60])
        if code and is_currency(code[0]):
            return code[0]
        read = parse_amount(with_symbol, self.mark)
        return read.currency if read and read.currency else "?"

    def _close(self, now: _Open | None, done: list[Entry]) -> None:
        if now is None or now.is_broken or now.day is None:
            return
        if now.is_void:
            self.build.left_out["voided transaction|voided transactions"] += 1
            return
        if sum((posting.weight for posting in now.postings), Decimal(0)):
            self.build.notes.append(
                "Some transactions lack splits in this file. Export all accounts to have them whole."
            )
        row = now.row
        done.append(
            Entry(row.line, now.day, _cell(row, TEXT), "", tuple(now.postings), "\n".join(now.raws),
                  _cell(row, NOTES), external_id=_cell(row, GUID))
        )  # fmt: skip


def _cell(row: Row, at: int) -> str:
    return row.cells[at].strip() if at < len(row.cells) else ""


def _currency(text: str) -> str:
    """`CURRENCY::EUR` as EUR."""
    space, _, code = text.partition("::")
    return code if space == "CURRENCY" else text

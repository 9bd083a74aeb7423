"""Movements to accounts: one for each account and currency the file names, with balances where it prints them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.csv_currency import cell_currency
from transactions.statements.csv_dates import NAMES, DateOrder
from transactions.statements.csv_drafts import Draft
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_reading import ReadTable
from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.parsed import LinesOfAccount, ParsedAccount, ParsedLine, ReaderContext
from transactions.statements.words_rows import CARD_ACCOUNT

CARD = phrases(CARD_ACCOUNT)


@dataclass(frozen=True, slots=True)
class Placed:
    """A movement with its day and signed amount, and the table it stands in."""

    source: ReadTable
    draft: Draft
    booking_date: date
    value_date: date | None
    amount: Decimal
    balance: Decimal | None  # as printed

    @property
    def layout(self) -> Layout:
        return self.source.layout


Key = tuple[str, str, str]  # number, name and currency of an account


class AccountLines(LinesOfAccount):
    """The movements of one account. Of each is kept where it stands; the line is read again when it is asked for."""

    def __init__(self, read: Sequence[ReadTable], order: str, currency: str) -> None:
        self._read, self._order, self._currency = read, order, currency
        self._tables, self._places = array("I"), array("I")

    def __len__(self) -> int:
        return len(self._places)

    def add(self, table: int, place: int) -> None:
        self._tables.append(table)
        self._places.append(place)

    def at(self, index: int) -> ParsedLine:
        source = self._read[self._tables[index]]
        placed = _placed(source, source.rows.drafts[self._places[index]], self._order)
        assert placed is not None  # those without a day were not added
        return _line(placed, self._currency)

    @property
    def tables(self) -> set[int]:
        return set(self._tables)

    def last_balance(self) -> ParsedLine | None:
        """The latest line with a running balance: files run forward or backward in time."""
        first = next((index for index in range(len(self)) if self._has_balance(index)), None)
        if first is None:
            return None
        last = next(index for index in range(len(self) - 1, -1, -1) if self._has_balance(index))
        one, other = self.at(first), self.at(last)
        return one if one.booking_date > other.booking_date else other

    def _has_balance(self, index: int) -> bool:
        return self._read[self._tables[index]].rows.drafts.balances[self._places[index]] is not None


def group_accounts(
    read: Sequence[ReadTable], order: DateOrder, context: ReaderContext
) -> tuple[tuple[ParsedAccount, ...], list[LineError]]:
    """Accounts in the order they first appear, and an error for each movement whose day does not exist in that order.
    Balances are given only where the whole table is one account."""
    groups: dict[Key, AccountLines] = {}
    errors: list[LineError] = []
    for number, one in enumerate(read):
        for place, draft in enumerate(one.rows.drafts):
            if draft.booking.in_order(order.order) is None:
                errors.append(_no_such_day(draft, order))
                continue
            key = (*_account_of(one, draft), _currency_of(one, draft, context))
            if key not in groups:
                groups[key] = AccountLines(read, order.order, key[2])
            groups[key].add(number, place)
    tables = {key: lines.tables for key, lines in groups.items()}
    accounts = []
    for key, lines in groups.items():
        only = next(iter(tables[key])) if len(tables[key]) == 1 and _is_alone(key, tables) else None
        opening, closing = _table_balances(read[only]) if only is not None else (None, None)
        kind = "credit_card" if _is_card(read[min(tables[key])].layout) else ""
        accounts.append(_account(key, lines, kind, opening, closing))
    return tuple(accounts), errors


def _placed(source: ReadTable, draft: Draft, order: str) -> Placed | None:
    day = draft.booking.in_order(order)
    if day is None:
        return None
    value = draft.value.in_order(order) if draft.value is not None else None
    money = draft.money
    amount = source.sign.apply(money) + 0  # no minus before a zero
    return Placed(source, draft, day, value, amount, money.balance)


def _no_such_day(draft: Draft, order: DateOrder) -> LineError:
    message = (
        f"This date cannot be read as {NAMES[order.order]} like the others. Correct it in the file and import again."
    )
    return LineError(draft.record.line, "booking_date", message)


def _is_alone(key: Key, tables: dict[Key, set[int]]) -> bool:
    return not any(other != key and tables[other] & tables[key] for other in tables)


def _is_card(layout: Layout) -> bool:
    return (
        any(contains_phrase(fold(name), CARD) for column in layout.columns for name in column.names)
        and layout.scheme.balance is None
        and not any(c.ibans > 0.5 for c in layout.columns)
    )


def _table_balances(one: ReadTable) -> tuple[Decimal | None, Decimal | None]:
    """Opening and closing as the text around the table gives them, else as rows of the table do."""
    opening = one.around.opening if one.around.opening is not None else one.rows.opening
    closing = one.around.closing if one.around.closing is not None else one.rows.closing
    return _own(opening, one), _own(closing, one)


def _own(balance: Decimal | None, one: ReadTable) -> Decimal | None:
    """A balance as the holder has it: what is owed is negative."""
    return -balance if balance is not None and one.proof.is_owed else balance


def _account(
    key: Key, lines: AccountLines, kind: str, opening: Decimal | None, closing: Decimal | None
) -> ParsedAccount:
    last = lines.last_balance()
    if last is not None:
        closing = last.balance
    return ParsedAccount(
        external_ref=key[0], name=key[1], kind=kind, currency=key[2], lines=lines, opening_balance=opening,
        closing_balance=closing, closing_balance_date=last.booking_date if last is not None else None,
    )  # fmt: skip


def _account_of(one: ReadTable, draft: Draft) -> tuple[str, str]:
    layout = one.layout
    cells = draft.record.cells if layout.account is not None or layout.account_name is not None else ()
    reference, name = _cell(cells, layout.account), _cell(cells, layout.account_name)
    reference = reference or layout.only_account
    if reference and not any(char.isdigit() for char in reference):
        return "", name or reference  # "Savings" names an account, it is no number
    return reference or one.around.account, name


def _currency_of(one: ReadTable, draft: Draft, context: ReaderContext) -> str:
    """A column, the cell itself, the column's name, the text around; '' when none of them names one."""
    if one.layout.own_currency:
        return one.layout.own_currency
    index = one.layout.currency
    if index is not None and (code := cell_currency(_cell(draft.record.cells, index))):
        return code
    money = draft.money
    amounts = [amount for amount in (money.amount, money.debit, money.credit) if amount is not None]
    found = next((amount.currency for amount in amounts if amount.currency), "")
    if found:
        return found
    scheme = one.layout.scheme
    places = [*scheme.money_columns, *([scheme.balance] if scheme.balance is not None else [])]
    columns = [one.layout.columns[i] for i in places if i < len(one.layout.columns)]
    named = next((column.name_currency for column in columns if column.name_currency), "")
    return named or one.around.currency or context.overrides.currency.upper()


def _cell(cells: tuple[str, ...], index: int | None) -> str:
    return cells[index] if index is not None and index < len(cells) else ""


def _counterparty(cells: tuple[str, ...], layout: Layout) -> str:
    names = (_cell(cells, index) for index in (layout.counterparty, *layout.other_parties))
    return " ".join(next((name for name in names if name), "").split())


def _line(one: Placed, currency: str) -> ParsedLine:
    layout, record = one.layout, one.draft.record
    cells = record.cells
    texts = [*(_cell(cells, index) for index in layout.texts), *one.draft.more_text]
    description = " ".join(dict.fromkeys(" ".join(text.split()) for text in texts if text))
    before = one.amount if layout.scheme.is_before else Decimal(0)
    return ParsedLine(
        line=record.line,
        booking_date=one.booking_date,
        amount=one.amount,
        currency=currency,
        counterparty=_counterparty(cells, layout),
        description=description,
        value_date=one.value_date,
        external_id=_cell(cells, layout.external_id),
        balance=_own(one.balance + before, one.source) if one.balance is not None else None,
        raw=record.raw,
        is_pending=one.draft.is_pending,
        category_hint=_cell(cells, layout.category),
    )

"""Movements to accounts: one for each account and currency the file names, with balances where it prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from transactions.statements.csv_currency import cell_currency
from transactions.statements.csv_drafts import Draft
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_preamble import Surroundings
from transactions.statements.csv_reading import ReadTable
from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.parsed import ParsedAccount, ParsedLine, ReaderContext
from transactions.statements.words_rows import CARD_ACCOUNT

CARD = phrases(CARD_ACCOUNT)


@dataclass(frozen=True, slots=True)
class Placed:
    """A movement with its day and signed amount, and the table it stands in."""

    table: int
    source: ReadTable
    draft: Draft
    booking_date: date
    value_date: date | None
    amount: Decimal

    @property
    def layout(self) -> Layout:
        return self.source.layout


def group_accounts(
    placed: Sequence[Placed], read: Sequence[ReadTable], context: ReaderContext
) -> tuple[ParsedAccount, ...]:
    """Accounts in the order they first appear. Balances are given only where the whole table is one account."""
    groups: dict[tuple[str, str, str], list[ParsedLine]] = {}
    tables: dict[tuple[str, str, str], set[int]] = {}
    for one in placed:
        around = one.source.around
        key = (*_account_of(one, around), _currency_of(one, around, context))
        groups.setdefault(key, []).append(_line(one, key[2]))
        tables.setdefault(key, set()).add(one.table)
    kinds = {key: "credit_card" if _is_card(placed, tables[key]) else "" for key in groups}
    accounts = []
    for key, lines in groups.items():
        only = next(iter(tables[key])) if len(tables[key]) == 1 and _is_alone(key, tables) else None
        opening, closing = _table_balances(read[only]) if only is not None else (None, None)
        accounts.append(_account(key, lines, kinds[key], opening, closing))
    return tuple(accounts)


def _is_alone(key: tuple[str, str, str], tables: dict[tuple[str, str, str], set[int]]) -> bool:
    return not any(other != key and tables[other] & tables[key] for other in tables)


def _is_card(placed: Sequence[Placed], numbers: set[int]) -> bool:
    layout = next(one.layout for one in placed if one.table in numbers)
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
    key: tuple[str, str, str], lines: list[ParsedLine], kind: str, opening: Decimal | None, closing: Decimal | None
) -> ParsedAccount:
    last = _last_balance(lines)
    if last is not None:
        closing = last.balance
    return ParsedAccount(
        external_ref=key[0], name=key[1], kind=kind, currency=key[2], lines=tuple(lines), opening_balance=opening,
        closing_balance=closing, closing_balance_date=last.booking_date if last is not None else None,
    )  # fmt: skip


def _last_balance(lines: list[ParsedLine]) -> ParsedLine | None:
    """The latest line with a running balance: files run forward or backward in time."""
    with_balance = [line for line in lines if line.balance is not None]
    if not with_balance:
        return None
    first, last = with_balance[0], with_balance[-1]
    return first if first.booking_date > last.booking_date else last


def _account_of(one: Placed, around: Surroundings) -> tuple[str, str]:
    reference, name = _cell(one, one.layout.account), _cell(one, one.layout.account_name)
    reference = reference or one.layout.only_account
    if reference and not any(char.isdigit() for char in reference):
        return "", name or reference  # "Savings" names an account, it is no number
    return reference or around.account, name


def _currency_of(one: Placed, around: Surroundings, context: ReaderContext) -> str:
    """A column, the cell itself, the column's name, the text around; '' when none of them names one."""
    if code := cell_currency(_cell(one, one.layout.currency)):
        return code
    money = one.draft.money
    amounts = [amount for amount in (money.amount, money.debit, money.credit) if amount is not None]
    found = next((amount.currency for amount in amounts if amount.currency), "")
    if found:
        return found
    columns = [one.layout.columns[i] for i in one.layout.scheme.money_columns if i < len(one.layout.columns)]
    named = next((column.name_currency for column in columns if column.name_currency), "")
    return named or around.currency or context.overrides.currency.upper()


def _cell(one: Placed, index: int | None) -> str:
    cells = one.draft.record.cells
    return cells[index] if index is not None and index < len(cells) else ""


def _counterparty(one: Placed) -> str:
    names = (_cell(one, index) for index in (one.layout.counterparty, *one.layout.other_parties))
    return " ".join(next((name for name in names if name), "").split())


def _line(one: Placed, currency: str) -> ParsedLine:
    layout = one.layout
    texts = [_cell(one, index) for index in layout.texts] + one.draft.more_text
    description = " ".join(dict.fromkeys(" ".join(text.split()) for text in texts if text))
    balance = one.draft.money.balance
    before = one.amount if layout.scheme.is_before else Decimal(0)
    return ParsedLine(
        line=one.draft.record.line,
        booking_date=one.booking_date,
        amount=one.amount,
        currency=currency,
        counterparty=_counterparty(one),
        description=description,
        value_date=one.value_date,
        external_id=_cell(one, layout.external_id),
        balance=_own(balance + before, one.source) if balance is not None else None,
        raw=one.draft.record.raw,
        is_pending=one.draft.is_pending,
        category_hint=_cell(one, layout.category),
    )

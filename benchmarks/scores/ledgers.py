"""A generated household as a ledger: the shares and balances that the figures of a month are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from advisory.analysis.rows import Row, Rows
from benchmarks.scores.households.build import Household
from benchmarks.scores.households.entries import CARD, CURRENT, SAVINGS
from benchmarks.scores.rivals import letters
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.default_categories import DEFAULT_CATEGORIES

KINDS = {CURRENT: "checking", CARD: "credit_card", SAVINGS: "savings"}
PLACES = {category.key: place for place, category in enumerate(DEFAULT_CATEGORIES, start=1)}
ABROAD = 5
"""Every fifth household has its card in another currency, so that figures meet rows they must not add."""
SPLIT = 23
"""Every 23rd row is split in two, so that figures count parts of rows."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """`balances`: account name to minor units at the end of `as_of`."""

    rows: Rows
    as_of: date
    currency: str
    balances: dict[str, int]
    columns: Columns
    accounts: tuple[AccountState, ...]


def ledger_of(home: Household) -> Ledger:
    """With confirmed categories and the true transfers, as a user keeps it who sorts everything."""
    rows = _abroad(home.rows) if home.seed % ABROAD == 0 else home.rows
    numbers = {name: place for place, name in enumerate(sorted({row.account for row in rows.rows}), start=1)}
    balances = {name: home.opening.get(name, 0) + _sum(rows, name) for name in numbers}
    moved = {number for pair in home.truth.transfers for number in pair}
    payees: dict[str, int] = {}
    shares = []
    for row in rows.rows:
        who = letters(row)
        known = payees.setdefault(who, len(payees) + 1)
        whole = Share(
            row.id, row.booking_date, row.amount_minor, row.currency, numbers[row.account], known, who[:60],
            is_transfer=row.id in moved, text=row.words,
        )  # fmt: skip
        shares += list(_shares(whole, home.truth.categories.get(row.id, "")))
    states = tuple(
        AccountState(place, name, KINDS.get(name, "checking"), _currency(rows, name), balances[name], True)
        for name, place in numbers.items()
    )
    return Ledger(rows, home.as_of, home.currency, balances, Columns.of(shares), states)


def _abroad(rows: Rows) -> Rows:
    return Rows.of(_in_dollars(row) if row.account == CARD and row.currency == "EUR" else row for row in rows.rows)


def _in_dollars(row: Row) -> Row:
    return replace(row, currency="USD")


def _sum(rows: Rows, account: str) -> int:
    return sum(row.amount_minor for row in rows.rows if row.account == account)


def _currency(rows: Rows, account: str) -> str:
    return next(row.currency for row in rows.rows if row.account == account)


def _shares(whole: Share, key: str) -> Iterator[Share]:
    if whole.transaction_id % SPLIT or abs(whole.amount_minor) < 3:
        yield _named(whole, key)
        return
    part = whole.amount_minor // 3
    yield _named(replace(whole, amount_minor=part, is_whole=False), key)
    yield _named(replace(whole, amount_minor=whole.amount_minor - part, is_whole=False), "shopping")


def _named(share: Share, key: str) -> Share:
    place = PLACES.get(key)
    if place is None:
        return share
    category = DEFAULT_CATEGORIES[place - 1]
    return replace(
        share, category_id=place, category_key=key, category_name=category.name, is_essential=category.is_essential
    )

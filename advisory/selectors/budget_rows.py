"""The rows behind what was used of a budget in a month: each share in the base currency, running to exactly its sum."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from accounts.models import User
from advisory.analysis.budgets import BudgetPlan, holders
from advisory.models import Budget
from advisory.selectors.budget_sums import counted_rows
from advisory.selectors.budgets import budget_list, category_nodes
from transactions.ledger.period import Period
from transactions.ledger.rates import NoRate, RateBook
from transactions.models import Transaction
from transactions.selectors.rates import rate_book
from transactions.selectors.summary import base_currency


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One share of a row, in signed minor units of the base currency. `rate`: how it was converted, empty if it was
    not."""

    txn: Transaction
    category_name: str
    counted_minor: int
    running_minor: int
    rate: str = ""


@dataclass(frozen=True, slots=True)
class BudgetProof:
    """`total_minor`: signed as in the ledger. `missing`: rows that are not in it for want of a rate."""

    budget: Budget
    month: Period
    currency: str
    rows: tuple[BudgetRow, ...]
    missing: tuple[NoRate, ...] = ()

    @property
    def total_minor(self) -> int:
        return self.rows[-1].running_minor if self.rows else 0


def budget_proof(*, owner: User, budget: Budget, month: Period) -> BudgetProof:
    """In order of booking date and id."""
    currency = base_currency(owner=owner)
    mine = dict(_held(owner, budget))
    rows = list(_rows(owner, month, mine))
    codes = {currency, *(txn.currency for txn in rows)}
    book = rate_book(owner=owner, currencies=codes, start=month.start, end=month.end)
    found: list[BudgetRow] = []
    missing: dict[str, NoRate] = {}
    running = 0
    for txn in rows:
        for category, minor in _parts(txn, mine):
            counted = book.convert(minor, txn.currency, currency, txn.booking_date)
            if isinstance(counted, NoRate):
                missing.setdefault(txn.currency, counted)
                continue
            running += counted
            found.append(BudgetRow(txn, mine[category], counted, running, _path(book, txn, currency)))
    return BudgetProof(budget, month, currency, tuple(found), tuple(missing.values()))


def _held(owner: User, budget: Budget) -> Iterator[tuple[int, str]]:
    """Ids and names of the categories it holds."""
    rows = budget_list(owner=owner)
    plans = [BudgetPlan(row.pk, row.category_id, row.group, row.is_income) for row in rows]
    nodes = category_nodes(owner=owner)
    return ((pk, nodes[pk].name) for pk, key in holders(plans, nodes).items() if key == budget.pk)


def _rows(owner: User, month: Period, categories: Collection[int]) -> Iterator[Transaction]:
    rows = counted_rows(owner=owner, start=month.start, end=month.end)
    rows = rows.filter(category__in=categories) | rows.filter(splits__category__in=categories)
    loaded = rows.distinct().select_related("account", "payee", "category").prefetch_related("splits")
    yield from loaded.order_by("booking_date", "id")


def _parts(txn: Transaction, categories: Collection[int]) -> list[tuple[int, int]]:
    """(category, minor units) of what of it belongs here."""
    splits = [(one.category_id, one.amount_minor) for one in txn.splits.all()]
    parts = splits or [(txn.category_id, txn.amount_minor)]
    return [(category, minor) for category, minor in parts if category is not None and category in categories]


def _path(book: RateBook, txn: Transaction, currency: str) -> str:
    if txn.currency == currency:
        return ""
    rate = book.rate(txn.currency, currency, txn.booking_date)
    return "" if isinstance(rate, NoRate) else rate.path

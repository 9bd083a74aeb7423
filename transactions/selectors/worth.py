"""What an owner's accounts are worth together in one currency, day by day, and what could not be converted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.balance_series import sample_days
from transactions.ledger.rates import NoRate, Rate, RateBook, shown
from transactions.models import LedgerAccount, Transaction
from transactions.selectors.balances import balance_series
from transactions.selectors.rates import rate_book

GROUPS = {
    LedgerAccount.Kind.CHECKING.value: "cash",
    LedgerAccount.Kind.SAVINGS.value: "cash",
    LedgerAccount.Kind.CASH.value: "cash",
    LedgerAccount.Kind.CREDIT_CARD.value: "debt",
    LedgerAccount.Kind.LOAN.value: "debt",
    LedgerAccount.Kind.INVESTMENT.value: "investments",
    LedgerAccount.Kind.ASSET.value: "assets",
}


@dataclass(frozen=True, slots=True)
class WorthPoint:
    """One day's end. All in minor units of the asked currency; `missing`: currencies that are not in it. `assets` and
    `owed` (0 or less): accounts that hold something, and those that are below zero."""

    day: date
    total: int
    assets: int
    owed: int
    groups: dict[str, int]
    missing: list[str]


@dataclass(frozen=True, slots=True)
class AccountWorth:
    """One account on the last day. `in_base` None: no rate. `cost_in_base`: every row at the rate of its own day;
    `unrealised` = in_base - cost_in_base, what the currency alone gained or lost since."""

    account: LedgerAccount
    balance: int
    in_base: int | None
    cost_in_base: int | None
    rate: Rate | None
    reason: str

    @property
    def unrealised(self) -> int | None:
        return None if self.in_base is None or self.cost_in_base is None else self.in_base - self.cost_in_base


@dataclass(frozen=True, slots=True)
class NetWorth:
    currency: str
    points: list[WorthPoint]
    accounts: list[AccountWorth]
    by_currency: list[tuple[str, int]]
    missing_rates: list[NoRate]


def net_worth(*, owner: User, start: date, end: date, step: str, currency: str) -> NetWorth:
    """From `start` to `end`, both included. ValueError with a sentence for too many points."""
    days = sample_days(start, end, step)
    accounts = list(visible_to(LedgerAccount.objects.order_by("position", "id"), owner))
    series = balance_series(owner=owner, accounts=accounts, days=days)
    first = min((one.opens_on for one in series.values() if one.opens_on), default=start)
    codes = {account.currency for account in accounts} | {currency}
    book = rate_book(owner=owner, currencies=codes, start=min(first, start), end=end)
    missing: dict[tuple[str, str], NoRate] = {}
    points = []
    for day in days:
        groups: dict[str, int] = defaultdict(int)
        assets = owed = 0
        lacking: set[str] = set()
        for account in accounts:
            worth = book.convert(series[account.pk].at(day), account.currency, currency, day)
            if isinstance(worth, NoRate):
                missing.setdefault((worth.base, worth.quote), worth)
                lacking.add(account.currency)
            else:
                groups[GROUPS[account.kind]] += worth
                assets, owed = assets + max(worth, 0), owed + min(worth, 0)
        points.append(WorthPoint(day, assets + owed, assets, owed, dict(sorted(groups.items())), sorted(lacking)))
    by_currency: dict[str, int] = defaultdict(int)
    for account in accounts:
        by_currency[account.currency] += series[account.pk].at(end)
    ends = account_worths(
        owner=owner, accounts=accounts, balances={pk: one.at(end) for pk, one in series.items()},
        currency=currency, day=end, book=book,
    )  # fmt: skip
    return NetWorth(currency, points, ends, sorted(by_currency.items()), list(missing.values()))


def account_worths(
    *,
    owner: User,
    accounts: Sequence[LedgerAccount],
    balances: dict[int, int],
    currency: str,
    day: date,
    book: RateBook,
) -> list[AccountWorth]:
    """Each account on a day, valued in `currency`; the cost of foreign ones from every row's own day."""
    costs = _costs(owner, [account for account in accounts if account.currency != currency], currency, day, book)
    found = []
    for account in accounts:
        balance = balances[account.pk]
        rate = book.rate(account.currency, currency, day)
        rate = book.rate(account.currency, currency, day)
        worth = book.convert(balance, account.currency, currency, day)
        is_known = not isinstance(worth, NoRate)
        found.append(
            AccountWorth(
                account=account,
                balance=balance,
                in_base=worth if not isinstance(worth, NoRate) else None,
                cost_in_base=costs.get(account.pk) if account.currency != currency else balance,
                rate=rate if isinstance(rate, Rate) else None,
                reason="" if is_known or not isinstance(rate, NoRate) else rate.reason,
            )
        )
    return found


def _costs(
    owner: User, foreign: Sequence[LedgerAccount], currency: str, day: date, book: RateBook
) -> dict[int, int | None]:
    """What came in and went out, each at the rate of its day; None where a day has no rate."""
    costs: dict[int, int | None] = {}
    if not foreign:
        return costs
    rows = visible_to(Transaction.objects.filter(account__in=[one.pk for one in foreign], booking_date__lte=day), owner)
    grouped = rows.order_by().values_list("account_id", "booking_date").annotate(total=Sum("amount_minor"))
    moved: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for account_id, booked, total in grouped.iterator(chunk_size=5000):
        moved[account_id].append((booked, total))
    for account in foreign:
        opened = account.opening_date or min((booked for booked, _ in moved[account.pk]), default=day)
        parts = moved[account.pk] + ([(opened, account.opening_balance_minor)] if opened <= day else [])
        costs[account.pk] = 0
        for booked, amount in parts:
            worth = book.convert(amount, account.currency, currency, booked)
            before = costs[account.pk]
            costs[account.pk] = None if isinstance(worth, NoRate) or before is None else before + worth
    return costs


def rate_words(rate: Rate | None) -> str | None:
    return None if rate is None else shown(rate.value)

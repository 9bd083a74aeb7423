"""Income, expense and net over a period, exact in minor units. Confirmed transfers are neither income nor expense.

Only the base currency adds up into the headline figures; every currency has its own row in `by_currency`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.rates import NoRate
from transactions.models import Category, CategoryRollup, LedgerAccount, MonthlyRollup, Split, Transaction, Transfer
from transactions.selectors.rates import rate_book
from transactions.selectors.rollups import Cover, cover_of, rows_of, stale_months

KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums in minor units: `expense` is negative, `net` = income + expense. `count` counts transfers too."""

    count: int = 0
    income: int = 0
    expense: int = 0

    @property
    def net(self) -> int:
        return self.income + self.expense

    def __add__(self, other: Totals) -> Totals:
        return Totals(self.count + other.count, self.income + other.income, self.expense + other.expense)


@dataclass(frozen=True, slots=True)
class AccountTotals:
    account: int
    name: str
    currency: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class CategoryTotals:
    """`category` None: rows without a category."""

    category: int | None
    name: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class Summary:
    """`count` is over all currencies; `totals` and everything by category and month are in `currency`. `in_base` adds
    the other currencies, every row at the rate of its day; what has no rate is left out and is in `missing_rates`."""

    count: int
    currency: str
    totals: Totals
    by_account: list[AccountTotals] = field(default_factory=list)
    by_category: list[CategoryTotals] = field(default_factory=list)
    by_currency: list[tuple[str, Totals]] = field(default_factory=list)
    in_base: Totals = field(default_factory=Totals)
    missing_rates: list[NoRate] = field(default_factory=list)
    by_month: list[tuple[date, Totals]] = field(default_factory=list)


def base_currency(*, owner: User) -> str:
    """The owner's choice, else the first account's, else the server's default."""
    if owner.base_currency:
        return owner.base_currency
    first = visible_to(LedgerAccount.objects.order_by("id"), owner).values_list("currency", flat=True).first()
    return first or str(settings.DEFAULT_CURRENCY)


def summary_for(*, owner: User, start: date | None = None, end: date | None = None) -> Summary:
    """The summary of all transactions booked from `start` to `end`, both included; None leaves a side open."""
    currency = base_currency(owner=owner)
    accounts = {account.pk: account for account in visible_to(LedgerAccount.objects.order_by("id"), owner)}
    own = [pk for pk, account in accounts.items() if account.currency == currency]
    cover = cover_of(own, start, end, stale_months(owner=owner))
    days = [*_of_own(owner, cover), *_of_others(owner, accounts.keys() - set(own), start, end)]
    by_account = _folded((key[0], totals) for key, totals in days)
    by_currency = _folded((accounts[key[0]].currency, totals) for key, totals in days)
    everything, missing = _converted(owner, currency, [(accounts[key[0]].currency, key[1], part) for key, part in days])
    in_base = [(key, totals) for key, totals in days if accounts[key[0]].currency == currency]
    return Summary(
        count=sum(totals.count for totals in by_currency.values()),
        currency=currency,
        totals=by_currency.get(currency, Totals()),
        by_account=[
            AccountTotals(pk, accounts[pk].name, accounts[pk].currency, by_account[pk]) for pk in sorted(by_account)
        ],
        by_category=_by_category(owner, cover),
        by_currency=sorted(by_currency.items()),
        in_base=everything,
        missing_rates=missing,
        by_month=sorted(_folded((key[1].replace(day=1), totals) for key, totals in in_base).items()),
    )


def _converted(owner: User, currency: str, parts: Sequence[tuple[str, date, Totals]]) -> tuple[Totals, list[NoRate]]:
    """The sum of all parts in one currency, each day's part at that day's rate; and what had none."""
    foreign = [day for code, day, _ in parts if code != currency]
    if not foreign:
        return sum((part for _, _, part in parts), Totals()), []
    codes = {currency, *(code for code, _, _ in parts)}
    book = rate_book(owner=owner, currencies=codes, start=min(foreign), end=max(foreign))
    found = Totals()
    missing: dict[str, NoRate] = {}
    for code, day, part in parts:
        income = book.convert(part.income, code, currency, day)
        expense = book.convert(part.expense, code, currency, day)
        lacking = next((one for one in (income, expense) if isinstance(one, NoRate)), None)
        if lacking is not None:
            missing.setdefault(code, lacking)
        elif isinstance(income, int) and isinstance(expense, int):
            found += Totals(part.count, income, expense)
    return found, list(missing.values())


def _folded(rows: Iterable[tuple[KeyT, Totals]]) -> dict[KeyT, Totals]:
    sums: dict[KeyT, Totals] = defaultdict(Totals)
    for key, totals in rows:
        sums[key] += totals
    return dict(sums)


def transfer_legs(owner: User) -> Q:
    """The rows that are a side of a confirmed transfer. Asked row by row: a month must not cost more for the transfers
    of all the years behind it."""
    links = visible_to(Transfer.objects.filter(status=Transfer.Status.CONFIRMED), owner).order_by()
    return Q(Exists(links.filter(outgoing=OuterRef("pk")))) | Q(Exists(links.filter(incoming=OuterRef("pk"))))


def _sums(owner: User, amount: str = "amount_minor", prefix: str = "") -> dict[str, Any]:
    counted = ~transfer_legs(owner) if not prefix else Q()
    return {
        "count": Count("pk"),
        "income": Coalesce(Sum(amount, filter=Q(**{f"{amount}__gt": 0}) & counted), 0),
        "expense": Coalesce(Sum(amount, filter=Q(**{f"{amount}__lt": 0}) & counted), 0),
    }


Part = tuple[tuple[int, date], Totals]
"""(account, a day of the month or the first one), and the sums."""


def _of_own(owner: User, cover: Cover) -> list[Part]:
    """In the base currency whole months will do, as nothing is converted."""
    found: list[Part] = []
    if cover.stored is not None:
        fields = (
            "account_id", "month", "count", "inflow_minor", "outflow_minor", "transfers_in_minor",
            "transfers_out_minor",
        )  # fmt: skip
        for account, month, count, inflow, outflow, came, went in (
            MonthlyRollup.objects.filter(cover.stored).order_by().values_list(*fields)
        ):
            found.append(((account, month), Totals(count, inflow - came, outflow - went)))
    rows = rows_of(cover, owner)
    return found if rows is None else [*found, *_by_account_and_day(owner, rows)]


def _of_others(owner: User, accounts: Collection[int], start: date | None, end: date | None) -> list[Part]:
    """Day by day, as each day has its rate."""
    if not accounts:
        return []
    rows = visible_to(Transaction.objects.filter(account__in=accounts), owner)
    rows = rows if start is None else rows.filter(booking_date__gte=start)
    return _by_account_and_day(owner, rows if end is None else rows.filter(booking_date__lte=end))


def _by_account_and_day(owner: User, rows: QuerySet[Transaction]) -> list[Part]:
    """One pass over the rows; months are folded from days here, exact and quicker than truncating in SQLite."""
    grouped = rows.order_by().values_list("account_id", "booking_date").annotate(**_sums(owner))
    return [((account, day), Totals(*sums)) for account, day, *sums in grouped]


def _by_category(owner: User, cover: Cover) -> list[CategoryTotals]:
    """Whole rows by their category, split rows by the category of each share. Transfers are left out."""
    parts: list[Iterable[tuple[Any, ...]]] = []
    if cover.stored is not None:
        stored = CategoryRollup.objects.filter(cover.stored).order_by().values_list("category_id")
        parts.append(stored.annotate(Sum("count"), Sum("income_minor"), Sum("expense_minor")))
    if (rows := rows_of(cover, owner)) is not None:
        counted = rows.exclude(transfer_legs(owner))
        parts.append(counted.filter(splits=None).order_by().values_list("category_id").annotate(**_sums(owner)))
        shares = Split.objects.filter(transaction__in=counted).order_by().values_list("category_id")
        parts.append(shares.annotate(**_sums(owner, prefix="share")))
    sums = _folded((category, Totals(*values)) for part in parts for category, *values in part)
    names = dict(visible_to(Category.objects.all(), owner).values_list("pk", "name"))
    found = [CategoryTotals(pk, names.get(pk, ""), totals) for pk, totals in sums.items()]
    return sorted(found, key=lambda row: (row.totals.net, row.name))

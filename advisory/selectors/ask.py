"""What questions are read with and answered from: the user's own words, and the shares that a plan may need."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from accounts.access import get_visible, visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.vocabulary import NamedAccount, NamedCategory, Vocabulary
from advisory.models import Pin, RecurringSeries
from transactions.ledger.columns import Columns, Share
from transactions.ledger.period import Period
from transactions.models import Category, LedgerAccount, Payee, PayeeAlias, Split, Transaction
from transactions.selectors.columns import shares_of
from transactions.selectors.summary import base_currency

MOST_ROWS = 100_000
MOST_SECONDS = 8.0
CHECKED_EVERY = 1000
WHOLE_OPS = ("share",)
"""Operations that hold a part against everything, whatever names the plan has."""


def vocabulary_of(*, owner: User) -> Vocabulary | None:
    """The names a question may hold; None where nothing is booked yet. Rows after today are not known yet."""
    rows = visible_to(Transaction.objects.filter(booking_date__lte=timezone.now().date()), owner).order_by()
    newest = rows.order_by("-booking_date").values_list("booking_date", flat=True).first()
    oldest = rows.order_by("booking_date").values_list("booking_date", flat=True).first()
    if newest is None or oldest is None:
        return None
    accounts = visible_to(LedgerAccount.objects.order_by("id"), owner)
    series = running_series(owner=owner)
    lowest = rows.exclude(payee=None).values_list("payee_id").annotate(lowest=Min("amount_minor"))
    return Vocabulary(
        as_of=newest,
        first_day=oldest,
        base_currency=base_currency(owner=owner),
        categories=_categories(owner),
        accounts={one.pk: _account(one) for one in accounts},
        payees=dict(visible_to(Payee.objects.order_by("name", "id"), owner).values_list("pk", "name")),
        aliases=dict(visible_to(PayeeAlias.objects.order_by("key"), owner).values_list("key", "payee_id")),
        series={row.pk: str(row.effective("label")) for row in series},
        series_rows={row.pk: row.transactions for row in series},
        series_earning=frozenset(row.pk for row in series if row.amount_minor > 0),
        currencies=tuple(sorted({one.currency for one in accounts})),
        earning=frozenset(pk for pk, minor in lowest if minor > 0),
    )


def _categories(owner: User) -> dict[int, NamedCategory]:
    rows = visible_to(Category.objects.order_by("position", "id"), owner)
    return {row.pk: NamedCategory(row.pk, row.name, row.key, row.kind, row.group, row.parent_id) for row in rows}


def _account(row: LedgerAccount) -> NamedAccount:
    return NamedAccount(
        row.pk,
        row.name,
        row.kind,
        row.currency,
        row.opening_balance_minor,
        has_known_opening=row.has_known_opening,
        is_archived=row.is_archived,
    )


def running_series(*, owner: User) -> list[RecurringSeries]:
    """Series that go on, those the user ignores or has cancelled left out; the dearest first."""
    rows = visible_to(RecurringSeries.objects.exclude(status=RecurringSeries.Status.ENDED), owner)
    rows = rows.exclude(decision=RecurringSeries.Decision.IGNORED).filter(cancelled_on=None, merged_into=None)
    return sorted(rows, key=lambda row: (row.effective("amount_minor"), row.pk))


def ask_columns(*, owner: User, plan: Plan, vocabulary: Vocabulary, periods: Iterable[Period]) -> Columns:
    """The shares a plan may need. DomainError where they are too many, or take too long to read."""
    rows = _narrowed(owner, plan, vocabulary, list(periods))
    if rows.count() > MOST_ROWS:
        raise DomainError("too_many_rows", "These are too many rows to add up at once.")
    return Columns.of(_in_time(shares_of(owner=owner, rows=rows)))


def _narrowed(owner: User, plan: Plan, vocabulary: Vocabulary, periods: list[Period]) -> QuerySet[Transaction]:
    rows = visible_to(Transaction.objects.filter(booking_date__lte=vocabulary.as_of), owner)
    if plan.accounts:
        rows = rows.filter(account_id__in=plan.accounts)
    if plan.op == "balance":
        return rows
    times = Q(pk__in=[])
    for period in periods:
        times |= Q(booking_date__gte=period.start, booking_date__lt=period.end)
    rows = rows.filter(times)
    if plan.op in WHOLE_OPS:
        return rows
    if plan.series:
        rows = rows.filter(pk__in=vocabulary.rows_of(plan.series))
    if plan.payees:
        rows = rows.filter(payee_id__in=plan.payees)
    if plan.categories and 0 not in plan.categories:
        meant = [below for one in plan.categories for below in vocabulary.below(one)]
        shares = Split.objects.filter(category_id__in=meant).order_by().values("transaction_id")
        rows = rows.filter(Q(category_id__in=meant) | Q(pk__in=shares))
    return rows


def _in_time(shares: Iterator[Share]) -> Iterator[Share]:
    end = time.monotonic() + MOST_SECONDS
    for count, share in enumerate(shares):
        if count % CHECKED_EVERY == 0 and time.monotonic() > end:
            raise DomainError("too_many_rows", "These are too many rows to add up at once.")
        yield share


def pin_list(*, owner: User) -> QuerySet[Pin]:
    return visible_to(Pin.objects.all(), owner)


def pin_get(*, owner: User, pin_id: object) -> Pin:
    return get_visible(Pin.objects.all(), owner, pin_id)


def month_end(day: date) -> date:
    """The last day of its month."""
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return following - timedelta(days=1)

"""What an owner may see, ready for the lists of the API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Sum,
    When,
)
from django.db.models.functions import Coalesce

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.models import (
    Attachment,
    Category,
    LedgerAccount,
    MonthlyRollup,
    SavedSearch,
    Split,
    StaleMonth,
    StatementImport,
    Tag,
    Transaction,
    Transfer,
)
from transactions.selectors.search import Conditions, query_read


def account_list(*, owner: User) -> QuerySet[LedgerAccount]:
    """Accounts with `moved_minor` (sum of all their transactions), `waiting_minor` (the pending ones among them) and
    `transaction_count`."""
    rows = Transaction.objects.filter(account=OuterRef("pk")).order_by().values("account")
    months = MonthlyRollup.objects.filter(account=OuterRef("pk")).order_by().values("account")
    waiting = rows.filter(status=Transaction.Status.PENDING)
    is_stale = Exists(StaleMonth.objects.filter(account=OuterRef("pk")))
    return visible_to(LedgerAccount.objects.all(), owner).annotate(
        moved_minor=Case(
            When(is_stale, then=_total(rows, Sum("amount_minor"))),
            default=_total(months, Sum(F("inflow_minor") + F("outflow_minor"))),
        ),
        waiting_minor=_total(waiting, Sum("amount_minor")),
        transaction_count=Case(
            When(is_stale, then=_total(rows, Count("id"))), default=_total(months, Sum("count"))
        ),
    )  # fmt: skip


def _total(rows: QuerySet[Any, Any], found: Sum | Count) -> Coalesce:
    return Coalesce(Subquery(rows.annotate(total=found).values("total"), output_field=BigIntegerField()), 0)


def account_get(*, owner: User, account_id: object) -> LedgerAccount:
    return get_visible(account_list(owner=owner), owner, account_id)


def category_list(*, owner: User) -> QuerySet[Category]:
    return visible_to(Category.objects.all(), owner)


def category_get(*, owner: User, category_id: object) -> Category:
    return get_visible(Category.objects.all(), owner, category_id)


def tag_list(*, owner: User) -> QuerySet[Tag]:
    """Tags with `transaction_count`."""
    return visible_to(Tag.objects.annotate(transaction_count=Count("links")), owner)


def tag_get(*, owner: User, tag_id: object) -> Tag:
    return get_visible(tag_list(owner=owner), owner, tag_id)


def search_list(*, owner: User) -> QuerySet[SavedSearch]:
    return visible_to(SavedSearch.objects.all(), owner)


def attachment_get(*, owner: User, attachment_id: object) -> Attachment:
    """A file that hangs on a transaction."""
    return get_visible(Attachment.objects.exclude(transaction=None), owner, attachment_id)


def search_get(*, owner: User, search_id: object) -> SavedSearch:
    return get_visible(SavedSearch.objects.all(), owner, search_id)


def import_list(*, owner: User) -> QuerySet[StatementImport]:
    return visible_to(StatementImport.objects.all(), owner)


def import_get(*, owner: User, import_id: object) -> StatementImport:
    return get_visible(StatementImport.objects.all(), owner, import_id)


def transfer_list(*, owner: User, status: str = "") -> QuerySet[Transfer]:
    rows = visible_to(Transfer.objects.select_related("outgoing__account", "incoming__account"), owner)
    return rows.filter(status=status) if status else rows


def transfer_get(*, owner: User, transfer_id: object) -> Transfer:
    return get_visible(transfer_list(owner=owner), owner, transfer_id)


def _with_relations(rows: QuerySet[Transaction]) -> QuerySet[Transaction]:
    links = Transfer.objects.exclude(status=Transfer.Status.REFUSED).order_by("id")
    return rows.select_related("account", "payee", "category").prefetch_related(
        "splits",
        Prefetch("attachments", Attachment.objects.order_by("id")),
        Prefetch("tags", Tag.objects.order_by("name", "id")),
        Prefetch("transfers_out", links, to_attr="links_out"),
        Prefetch("transfers_in", links, to_attr="links_in"),
    )


def transaction_get(*, owner: User, transaction_id: object) -> Transaction:
    return get_visible(_with_relations(Transaction.objects.all()), owner, transaction_id)


def transaction_list(
    *,
    owner: User,
    account: int | None = None,
    category: int | str | None = None,
    payee: int | None = None,
    start: date | None = None,
    end: date | None = None,
    text: str = "",
    ids: Sequence[int] | None = None,
) -> QuerySet[Transaction]:
    """Rows that match everything given. `start` and `end` are both included. `category` is an id or 'none'; a split
    row matches by any of its shares. `text` is a query (see `ledger.search`); DomainError says where it makes no
    sense."""
    rows = _with_relations(visible_to(Transaction.objects.all(), owner))
    has_splits = Exists(Split.objects.filter(transaction=OuterRef("pk")))
    if account is not None:
        rows = rows.filter(account_id=account)
    if category == "none":
        rows = rows.filter(Q(category=None) & ~has_splits | Q(pk__in=_split_ids(None)))
    elif category is not None:
        rows = rows.filter(Q(category_id=category) | Q(pk__in=_split_ids(int(category))))
    if payee is not None:
        rows = rows.filter(payee_id=payee)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    rows = _in_time(rows, start, end)
    condition = Conditions(owner).of(query_read(text).node) if text.strip() else None
    return rows if condition is None else rows.filter(condition)


def _split_ids(category: int | None) -> QuerySet[Split, int]:
    of_category = Q(category=None) if category is None else Q(category_id=category)
    return Split.objects.filter(of_category).order_by().values_list("transaction_id", flat=True)


def _in_time(rows: QuerySet[Transaction], start: date | None, end: date | None) -> QuerySet[Transaction]:
    if start is not None:
        rows = rows.filter(booking_date__gte=start)
    return rows if end is None else rows.filter(booking_date__lte=end)

"""Payees as an owner may see them."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.models import Payee, PayeeAlias, Transaction

MOST_COUNTERPARTIES = 500


def payee_list(*, owner: User) -> QuerySet[Payee]:
    """Payees with `transaction_count` and `spellings`, their aliases."""
    rows = Transaction.objects.filter(payee=OuterRef("pk")).order_by().values("payee")
    count = Coalesce(Subquery(rows.annotate(count=Count("pk")).values("count")), 0)
    spellings = Prefetch("aliases", PayeeAlias.objects.order_by("key"), to_attr="spellings")
    return visible_to(Payee.objects.annotate(transaction_count=count).prefetch_related(spellings), owner)


def payee_get(*, owner: User, payee_id: object) -> Payee:
    return get_visible(payee_list(owner=owner), owner, payee_id)


def payee_counterparties(*, owner: User, payee: Payee) -> list[dict[str, Any]]:
    """[{counterparty, count, last_date}] of the payee's transactions, the most frequent first."""
    rows = visible_to(Transaction.objects.filter(payee=payee), owner).order_by().values("counterparty")
    found = rows.annotate(count=Count("pk"), last_date=Max("booking_date")).order_by("-count", "counterparty")
    return [dict(row) for row in found[:MOST_COUNTERPARTIES]]

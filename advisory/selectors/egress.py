"""Reading what has left: a user's ledger, and how much of a budget it has used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet, Sum

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.models import EgressEntry, Report


@dataclass(frozen=True, slots=True)
class Spent:
    """Calls and bytes that left; a call that was cut off half way counts whole."""

    calls: int
    bytes: int


def egress_list(owner: User) -> QuerySet[EgressEntry]:
    return visible_to(EgressEntry.objects.all(), owner).order_by("-id")


def egress_get(owner: User, entry_id: object) -> EgressEntry:
    return get_visible(EgressEntry.objects.all(), owner, entry_id)


def spent_in_month(owner: User, now: datetime) -> Spent:
    """In the calendar month of `now`, in UTC."""
    begin = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return _spent(visible_to(EgressEntry.objects.filter(created_at__gte=begin), owner))


def spent_for_report(report: Report) -> Spent:
    return _spent(EgressEntry.objects.filter(report=report, owner_id=report.owner_id))


def _spent(rows: QuerySet[EgressEntry]) -> Spent:
    found = rows.order_by().aggregate(calls=Count("pk"), sent=Sum("bytes_out"))
    return Spent(found["calls"], found["sent"] or 0)

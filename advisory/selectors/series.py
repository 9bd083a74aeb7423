"""Stored series in the engines' own words."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.bills.declared import CLOSE, WIDEST, Declared, mark_of
from advisory.analysis.bills.dues import LENGTH_DAYS
from advisory.analysis.findings import PriceChange, Series
from advisory.models import RecurringSeries
from transactions.models import Transaction


def series_list(*, owner: User) -> QuerySet[RecurringSeries]:
    """Those that are shown: what was made a part of another stands in it."""
    rows = RecurringSeries.objects.filter(merged_into=None).select_related("account", "category", "payee")
    return visible_to(rows, owner).order_by("-id")


def series_get(*, owner: User, series_id: object) -> RecurringSeries:
    return get_visible(series_list(owner=owner), owner, series_id)


def is_declared(row: RecurringSeries) -> bool:
    return bool(row.source == RecurringSeries.Source.DECLARED)


def ids_of(row: RecurringSeries) -> tuple[int, ...]:
    """Its rows; of a declared series without any the mark that stands for them."""
    return tuple(row.transactions) or ((mark_of(row.pk),) if is_declared(row) else ())


def declared_of(row: RecurringSeries, owner: User) -> Declared | None:
    """The user's words, and the rows that may be of it; None of a series that is not declared."""
    if not is_declared(row):
        return None
    said = row.declared
    first = date.fromisoformat(said["next_date"])
    return Declared(
        label=said["label"],
        payee_key=row.payee_key,
        currency=row.currency,
        account=str(row.account_id or ""),
        cadence=said["cadence"],
        role=said["role"],
        amount_minor=said["amount_minor"],
        next_date=first,
        ends_on=row.ends_on,
        category=row.category.name if row.category else "",
        rows=frozenset(_rows_meant(row, owner, first)),
        widest=CLOSE if row.payee_id is None and row.category_id is not None else WIDEST,
    )


def _rows_meant(row: RecurringSeries, owner: User, first: date) -> list[int]:
    """Ids of rows with its payee; without one with its category, else with its name."""
    since = first - timedelta(days=LENGTH_DAYS[row.declared["cadence"]])
    rows = visible_to(Transaction.objects.filter(booking_date__gte=since, currency=row.currency), owner)
    if row.payee_id is not None:
        rows = rows.filter(payee_id=row.payee_id)
    elif row.category_id is not None:
        rows = rows.filter(category_id=row.category_id)
    else:
        name = row.declared["label"]
        rows = rows.filter(Q(payee__name__iexact=name) | Q(counterparty__iexact=name))
    return list(rows.order_by().values_list("pk", flat=True))


def series_of(row: RecurringSeries) -> Series:
    """What was found last, as the engine had it."""
    return Series(
        ids=ids_of(row),
        payee_key=row.payee_key,
        label=row.label,
        currency=row.currency,
        account=str(row.account_id or ""),
        cadence=row.cadence,
        role=row.role,
        status=row.status,
        day=row.day,
        first_date=row.first_date,
        last_date=row.last_date,
        next_date=row.next_date,
        next_from=row.next_from,
        next_until=row.next_until,
        amount_minor=row.amount_minor,
        amount_low=row.amount_low_minor,
        amount_high=row.amount_high_minor,
        price_changes=tuple(
            PriceChange(date.fromisoformat(step["date"]), step["from"], step["to"]) for step in row.price_changes
        ),
        missed=row.missed,
        late=row.late,
        notes=tuple(row.notes),
        confidence=row.confidence,
        ends_on=row.ends_on,
        anchor=date.fromisoformat(row.declared["next_date"]) if is_declared(row) else None,
    )

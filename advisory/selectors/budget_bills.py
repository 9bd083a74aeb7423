"""Payments that are still expected in a month, by the category of the row each was seen in last, or was declared in."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.bills.declared import mark_of
from advisory.models import RecurringSeries
from advisory.selectors.findings import forecast_newest
from transactions.ledger.money import to_minor
from transactions.ledger.period import Period
from transactions.models import Transaction


def bills_due(*, owner: User, month: Period, currency: str) -> dict[int, int]:
    """{category id: what will leave, positive}. By the newest forecast: what was booked since its day is not expected
    any more as soon as the next analysis has seen it."""
    run = forecast_newest(owner=owner, currency=currency)
    payments = run.cash.get("payments", []) if run else []
    coming = [
        (one["evidence"], -to_minor(Decimal(one["amount"]), currency))
        for one in payments
        if month.start.isoformat() <= one["date"] < month.end.isoformat() and one["amount"].startswith("-")
    ]
    seen = visible_to(Transaction.objects.filter(pk__in=[pk for pk, _ in coming]), owner)
    promised = RecurringSeries.objects.filter(pk__in=[-pk for pk, _ in coming if pk < 0])
    categories = dict(seen.values_list("pk", "category_id"))
    categories |= {mark_of(pk): name for pk, name in visible_to(promised, owner).values_list("pk", "category_id")}
    found: defaultdict[int, int] = defaultdict(int)
    for pk, minor in coming:
        category = categories.get(pk)
        if category is not None:
            found[category] += minor
    return dict(found)

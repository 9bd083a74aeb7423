"""Findings leave with the rows they stood on, where rows go that never were the owner's."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.db.models import Model

from accounts.access import visible_to
from accounts.models import User
from advisory import storage
from advisory.models import (
    Advice,
    AnalysisRun,
    Fact,
    ForecastRun,
    HealthScore,
    Insight,
    MonthDrivers,
    RecurringSeries,
    Report,
    ReportRows,
    ScheduledReport,
    Suggestion,
)
from advisory.services.facts import facts_sweep
from advisory.services.reports import report_base
from transactions.models import Transaction

OF_ALL_ROWS: tuple[type[Model], ...] = (Suggestion, ForecastRun, HealthScore, MonthDrivers, AnalysisRun)
"""Made of everything together, and made anew by the next analysis."""
OF_SOME_ROWS: tuple[type[Model], ...] = (Insight, Advice, RecurringSeries)


@transaction.atomic
def found_forget(*, owner: User, gone: frozenset[int]) -> None:
    """Everything found that stands on a row among `gone`, answers to it included; without any row left, everything
    found. Budgets, goals and other plans are the owner's word and stay."""
    is_bare = not visible_to(Transaction.objects.all(), owner).exists()
    for model in OF_ALL_ROWS:
        model._default_manager.filter(owner=owner).delete()  # noqa: SLF001 (the documented model API)
    for model in OF_SOME_ROWS:
        rows = model._default_manager.filter(owner=owner)  # noqa: SLF001
        going = [pk for pk, ids in rows.values_list("pk", "transactions") if is_bare or not gone.isdisjoint(ids)]
        rows.filter(pk__in=going).delete()
    _forget_reports(owner, gone, is_bare=is_bare)
    if is_bare:
        Fact.objects.filter(owner=owner).delete()
    facts_sweep(owner=owner)


def _forget_reports(owner: User, gone: frozenset[int], *, is_bare: bool) -> None:
    seen = dict(ReportRows.objects.filter(report__owner=owner).values_list("report", "states"))
    numbers = {str(pk) for pk in gone}
    reports = visible_to(Report.objects.all(), owner)
    going = [one for one in reports if is_bare or not numbers.isdisjoint(seen.get(one.pk) or ())]
    for report in going:
        transaction.on_commit(partial(storage.remove_attempts, report_base(report)), robust=True)
    ScheduledReport.objects.filter(owner=owner, report__in=going).delete()
    Report.objects.filter(pk__in=[report.pk for report in going]).delete()

"""What was found in the demo household leaves with it; what was found in own rows stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from accounts.models import User
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
    ScheduledReport,
    Suggestion,
)
from advisory.services.analysis import analysis_refresh
from advisory.services.forgetting import found_forget
from advisory.services.reports import report_request
from advisory.services.series import series_decide
from advisory.tests.living import household
from transactions.models import Job, Transaction
from transactions.services.jobs import job_run
from transactions.services.sample_household import household_seed
from transactions.services.sample_removal import household_remove

pytestmark = pytest.mark.django_db(transaction=True)
FOUND = (
    Suggestion, Insight, Advice, RecurringSeries, ForecastRun, HealthScore, MonthDrivers, AnalysisRun, Fact, Report,
    ScheduledReport,
)  # fmt: skip


def counted(owner: User) -> dict[str, int]:
    return {model.__name__: model._default_manager.filter(owner=owner).count() for model in FOUND}


def test_everything_found_in_the_demo_household_leaves_with_it(alice: User, bob: User) -> None:
    household(bob)
    analysis_refresh(owner=bob)
    theirs = counted(bob)
    household_seed(owner=alice, seed=7, months=7, today=date(2026, 2, 17))
    analysis_refresh(owner=alice)
    report, _ = report_request(owner=alice, month="2026-01")
    assert report.job is not None
    job_run(job_id=report.job.pk)
    report.refresh_from_db()
    assert report.status == Report.Status.SUCCEEDED
    ScheduledReport.objects.create(
        owner=alice, kind=report.kind, month=report.month, due_at=timezone.now(), report=report
    )
    series = RecurringSeries.objects.filter(owner=alice).first()
    assert series is not None
    series_decide(owner=alice, series_id=series.pk, decision=RecurringSeries.Decision.CONFIRMED)
    assert all(counted(alice).values()), counted(alice)
    household_remove(owner=alice)
    assert not any(counted(alice).values()), counted(alice)
    assert not list((Path(settings.MEDIA_ROOT) / report.folder).parent.glob("*"))
    assert counted(bob) == theirs
    waiting = Job.objects.filter(owner=alice, status="queued")
    assert {job.args["unit"] for job in waiting} >= {"analyse"}


def test_findings_on_rows_that_stay_are_kept(alice: User) -> None:
    household(alice)
    analysis_refresh(owner=alice)
    rent = RecurringSeries.objects.get(owner=alice, label__icontains="linden")
    others = RecurringSeries.objects.filter(owner=alice).exclude(pk=rent.pk).count()
    before = counted(alice)
    found_forget(owner=alice, gone=frozenset(rent.transactions))
    assert RecurringSeries.objects.filter(owner=alice).count() == others > 0
    assert 0 < Insight.objects.filter(owner=alice).count() <= before["Insight"]
    assert not AnalysisRun.objects.filter(owner=alice).exists()
    assert Transaction.objects.filter(owner=alice).count() > 0

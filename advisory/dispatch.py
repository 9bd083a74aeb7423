"""Makes job rows for the advisory worker and rings for them. Everything that wants work done comes through here."""

from __future__ import annotations

from collections.abc import Sequence

from accounts.models import User
from advisory.models import Report
from advisory.services.refresh import POOL, analysis_later, refresh_request
from advisory.services.reports import report_request
from transactions import dispatch
from transactions.models import Job


def report_ask(*, owner: User, month: str | None, trigger: Job.Trigger = Job.Trigger.USER) -> tuple[Report, bool]:
    """The month's report; when this call made a new one, its job is rung for after the commit."""
    report, is_new = report_request(owner=owner, month=month, trigger=trigger)
    if is_new and report.job is not None:
        dispatch.enqueue(report.job)
    return report, is_new


def analysis_ask_later(*, owner: User) -> None:
    """An analysis a little after an edit by hand; the sweep rings for it when its time has come."""
    analysis_later(owner=owner)


def refresh_ask(
    *, owner: User | None, scope: str, units: Sequence[str] = (), trigger: Job.Trigger = Job.Trigger.USER
) -> list[Job]:
    """One job per unit of recomputation, over one owner's data or (owner None) everybody's."""
    jobs = refresh_request(owner=owner, scope=scope, units=units, trigger=trigger)
    dispatch.enqueue_pool(POOL)
    return jobs

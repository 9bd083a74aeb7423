"""Makes job rows for the advisory worker and rings for them. Everything that wants work done comes through here."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Report, ReportDelivery
from advisory.services.refresh import POOL, analysis_later, refresh_request
from advisory.services.report_mail import delivery_request
from advisory.services.report_schedule import schedule_key, schedule_take, schedule_taken, schedules_due
from advisory.services.reports import report_request
from transactions import dispatch
from transactions.ledger.period import Period, period_key
from transactions.models import Job

log = logging.getLogger("spendwise.reports")


def report_ask(
    *, owner: User, month: str | None = None, period: str | None = None, trigger: Job.Trigger = Job.Trigger.USER
) -> tuple[Report, bool]:
    """The report of the month or other period; when this call made a new one, its job is rung for after the commit."""
    report, is_new = report_request(owner=owner, month=month, period=period, trigger=trigger)
    if is_new and report.job is not None:
        dispatch.enqueue(report.job)
    return report, is_new


def reports_ask_scheduled(now: datetime | None = None) -> int:
    """Ask for every report that is due by its owner's schedule; returns how many. Safe to call at any time and twice at
    once: what goes wrong with one owner's is tried again at the next call."""
    asked, moment = 0, now or timezone.now()
    for owner, period in schedules_due(moment):
        try:
            asked += scheduled_ask(owner, period, moment)
        except DomainError as error:
            log.warning("scheduled report not asked for %s: %s", schedule_key(owner, period), error.code)
    return asked


def scheduled_ask(owner: User, period: Period, now: datetime) -> bool:
    """Take the period and ask for its report, both or neither."""
    with transaction.atomic():
        if not schedule_take(owner=owner, period=period, now=now):
            return False
        report, _ = report_ask(owner=owner, period=period_key(period), trigger=Job.Trigger.SCHEDULE)
        schedule_taken(owner=owner, period=period, report=report)
    return True


def mail_ask(*, owner: User, report_id: object) -> tuple[ReportDelivery, bool]:
    """The mail of a report, and whether it is to be sent because of this call."""
    delivery, job = delivery_request(owner=owner, report_id=report_id)
    if job is not None:
        dispatch.enqueue(job)
    return delivery, job is not None


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

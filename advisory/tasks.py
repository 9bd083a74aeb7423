"""One line each: ids in, the service does the rest. Safe to run twice."""

from __future__ import annotations

from celery import shared_task

from advisory import dispatch
from advisory.services.reports import report_generate
from transactions.models import Job


@shared_task(name="advisory.tasks.generate_monthly_report")
def generate_monthly_report(user_id: int, month: str | None = None, job_id: int | None = None) -> None:
    """Write one user's report for 'YYYY-MM' (None: the last full month). With `job_id`, do exactly that job, whatever
    its period."""
    report_generate(user_id=user_id, month=month, job_id=job_id)


@shared_task(name="advisory.tasks.ask_scheduled_reports")
def ask_scheduled_reports() -> None:
    """Ask for the reports that people want without asking."""
    dispatch.reports_ask_scheduled()


@shared_task(name="advisory.tasks.refresh_all")
def refresh_all() -> None:
    """The nightly recomputation of everything for everybody."""
    dispatch.refresh_ask(owner=None, scope="", trigger=Job.Trigger.SCHEDULE)

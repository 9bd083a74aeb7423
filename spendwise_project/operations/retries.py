"""Asking once more for what a failed job was to do, through the same door by which it was asked for at first."""

from __future__ import annotations

from collections.abc import Callable

from accounts.errors import DomainError
from advisory.dispatch import refresh_ask, report_ask
from transactions import dispatch
from transactions.models import Job
from transactions.services.export_job import export_request
from transactions.services.sample_jobs import removal_request

NOT_AGAIN = "This kind of job cannot be asked for again from here: its owner has to, who knows what it was about."


def _refresh(job: Job) -> Job:
    jobs = refresh_ask(owner=job.owner, scope="", units=[job.args["unit"]])
    return next((one for one in jobs if one.key == job.key), jobs[0])


def _report(job: Job) -> Job:
    report, _ = report_ask(owner=job.owner, period=job.args["month"])
    return report.job or job


def _export(job: Job) -> Job:
    return _rung(*export_request(owner=job.owner, file_format=job.args["format"]))


def _removal(job: Job) -> Job:
    return _rung(*removal_request(owner=job.owner))


def _rung(job: Job, is_new: bool) -> Job:
    if is_new:
        dispatch.enqueue(job)
    return job


AGAIN: dict[str, Callable[[Job], Job]] = {
    "refresh_unit": _refresh,
    "monthly_report": _report,
    "export": _export,
    "demo_removal": _removal,
}
"""By kind. An import, a restore or a large edit is not among them: its owner says whether it is still meant."""


def can_retry(job: Job) -> bool:
    return job.status == Job.Status.FAILED and job.kind in AGAIN


def job_again(job_id: int) -> Job:
    """The job that does it, new or under way. DomainError 404 for none of this number, 409 where it cannot be."""
    job = Job.objects.select_related("owner").filter(pk=job_id).first()
    if job is None:
        raise DomainError("not_found", "There is no such job.", status=404)
    if not can_retry(job):
        raise DomainError("not_again", NOT_AGAIN, status=409)
    try:
        return AGAIN[job.kind](job)
    except (KeyError, IndexError):
        raise DomainError("not_again", NOT_AGAIN, status=409) from None

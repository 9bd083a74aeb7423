"""One line each: ids in, claim with a lease, call the service."""

from __future__ import annotations

from celery import shared_task

from transactions import dispatch
from transactions.services.attachments import attachments_sweep
from transactions.services.idempotency import keys_forget
from transactions.services.job_files import job_files_sweep
from transactions.services.jobs import job_run, jobs_sweep


@shared_task(name="transactions.tasks.run_job")
def run_job(job_id: int) -> None:
    """Do one job of any kind; returns quietly when somebody else has it."""
    job_run(job_id=job_id)


@shared_task(name="transactions.tasks.run_pool_job")
def run_pool_job(job_id: int, pool: str) -> None:
    """Do one job of a bounded pool, then ring for the next ones waiting for its seat."""
    if job_run(job_id=job_id):
        dispatch.enqueue_pool(pool)


@shared_task(name="transactions.tasks.forget_old")
def forget_old() -> None:
    """Delete kept answers, exports and removed attachments that are past their time."""
    keys_forget()
    job_files_sweep()
    attachments_sweep()


@shared_task(name="transactions.tasks.sweep_jobs")
def sweep_jobs() -> None:
    """Give lost and abandoned jobs out again."""
    dispatch.ring(jobs_sweep())

"""A large import as a job. Interrupted anywhere and run again it ends the same: the ledger is written at the end,
in the transaction that marks the job succeeded."""

from __future__ import annotations

from typing import Any

from transactions.ledger.errors import LineError
from transactions.models import Job, StatementImport
from transactions.services.import_book import import_prepare, import_ready
from transactions.services.import_read import ReadFile
from transactions.services.import_record import describe_failure, error_rows
from transactions.services.imports import JOB_KIND, book_once, may_book, preview, read_for, stored_bytes
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import LONG, Effects, JobKind, no_effects, register_kind
from transactions.services.progress import in_steps

Status = StatementImport.Status
OPEN = (Status.QUEUED, Status.RUNNING)


def run(claim: JobClaim) -> Effects:
    """Read the stored file, then book or preview it."""
    record = _record(claim.job)
    if record is None or record.status not in OPEN:
        return no_effects
    record.owner.acting = claim.job.asked_by
    StatementImport.objects.filter(pk=record.pk, status__in=OPEN).update(status=Status.RUNNING)
    claim.stage("reading the file", 5)
    read = read_for(record.owner, record, stored_bytes(record), claim.breakable)
    if read.is_refused:
        return lambda: _refuse(record, read)
    claim.stage("looking for duplicates", 40)
    prepared = import_prepare(owner=record.owner, record=record, read=read)
    if not may_book(record, prepared):
        claim.stage("writing the preview", 90)
        return lambda: preview(record, prepared)
    tick = in_steps(claim.stage, "naming payees and categories", 50, 90)
    ready = import_ready(owner=record.owner, record=record, prepared=prepared, tick=tick)
    claim.stage("booking the lines", 95)
    return lambda: book_once(record.owner, record, ready)


def _refuse(record: StatementImport, read: ReadFile) -> None:
    """The job did its work; it is the file that cannot be imported."""
    describe_failure(record, read)
    record.save()


def ended_badly(job: Job) -> None:
    """The import fails with its job, and says why."""
    rows = StatementImport.objects.filter(job=job, status__in=OPEN)
    message = job.error_message or "The import was stopped before it was done. Nothing was booked."
    rows.update(
        status=Status.FAILED,
        finished_at=job.finished_at,
        errors=error_rows([LineError(None, "file", message)]),
    )


def _record(job: Job) -> StatementImport | None:
    pk = job.args.get("statement_import_id")
    return StatementImport.objects.select_related("owner", "chosen_account").filter(pk=pk).first()


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    register_kind(
        JobKind(
            name=JOB_KIND,
            task="transactions.tasks.run_job",
            task_args=task_args,
            run=run,
            ended_badly=ended_badly,
            seconds=LONG,
        )
    )

"""A large import as a job. Interrupted anywhere and run again it ends the same: the ledger is written at the end,
in the transaction that marks the job succeeded."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from transactions.ledger.errors import LineError
from transactions.models import Job, StatementImport
from transactions.services.import_book import drafts_for, import_book
from transactions.services.import_read import ReadFile
from transactions.services.import_record import describe_failure, error_rows
from transactions.services.imports import JOB_KIND, preview, read_for, stored_bytes
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import Effects, JobKind, no_effects, register_kind

Status = StatementImport.Status
OPEN = (Status.QUEUED, Status.RUNNING)


def run(claim: JobClaim) -> Effects:
    """Read the stored file, then book or preview it."""
    record = _record(claim.job)
    if record is None or record.status not in OPEN:
        return no_effects
    StatementImport.objects.filter(pk=record.pk, status__in=OPEN).update(status=Status.RUNNING)
    claim.stage("reading the file", 5)
    read = read_for(record.owner, record, stored_bytes(record))
    if read.is_refused:
        return lambda: _refuse(record, read)
    claim.stage("naming payees and categories", 40)
    effects = _effects(record.owner, record, read)
    claim.stage("booking the lines" if record.wants_commit else "looking for duplicates", 70)
    return effects


def _effects(owner: User, record: StatementImport, read: ReadFile) -> Effects:
    if not record.wants_commit:
        return lambda: preview(owner, record, read)
    drafts = drafts_for(owner=owner, read=read)
    return lambda: import_book(owner=owner, record=record, read=read, drafts=drafts)


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
        JobKind(name=JOB_KIND, task="transactions.tasks.run_job", task_args=task_args, run=run, ended_badly=ended_badly)
    )

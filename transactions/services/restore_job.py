"""A large export put back by a job.

SQLite has one writer: there the rows go in in short steps, and what was there before is kept aside until all is well.
PostgreSQL does it in one database transaction, which keeps nobody waiting. While it is at work nothing else may be
written to this ledger (see history.hold_ledger).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import IO, Any

from django.db import connection, transaction

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Job
from transactions.selectors.jobs import RESTORE, is_job_sized, restore_key
from transactions.services.erase import ledger_erase
from transactions.services.export import export_write
from transactions.services.job_claim import JobCancelledError, JobClaim
from transactions.services.job_files import job_file_forget
from transactions.services.job_kinds import LONG, Effects, JobKind, register_kind
from transactions.services.jobs import job_request
from transactions.services.news import announce_change
from transactions.services.progress import in_steps
from transactions.services.restore import Restored, archive_of, export_restore, require_empty, take_person
from transactions.services.restore_steps import restore_steps, rows_leave
from transactions.storage import RESTORES, remove_ledger_files_of, remove_upload, store_made, store_upload, stored_path

log = logging.getLogger("spendwise.jobs")
BEFORE = "before"


def restore_do(*, owner: User, stream: IO[bytes], chunks: Iterable[bytes]) -> Restored | Job:
    """Put a small archive back now, or have a large one put back by a job, which the caller hands to dispatch.enqueue.
    `chunks`: the same bytes as `stream` once more. DomainError at once where it cannot work."""
    with archive_of(stream) as archive:
        rows = archive.rows_told
    if not is_job_sized(rows):
        return export_restore(owner=owner, stream=stream)
    require_empty(owner)
    stored_as = store_upload(owner.pk, chunks, RESTORES)
    job, is_new = job_request(owner=owner, kind=RESTORE, key=restore_key(owner), stored_as=stored_as)
    if not is_new:
        remove_upload(stored_as)
        raise DomainError("restoring", "An export is being put back already. Wait until that is done.", status=409)
    return job


def run(claim: JobClaim) -> Effects:
    if claim.job.result is not None:  # all was written when the worker died
        return lambda: _end(claim.job)
    claim.stage("reading the archive", 1)
    try:
        with stored_path(claim.job.stored_as).open("rb") as stream:
            return _in_steps(claim, stream) if connection.vendor == "sqlite" else _at_once(claim, stream)
    except FileNotFoundError:
        raise DomainError("file_gone", "The archive is no longer on the server. Upload it again.") from None


def _at_once(claim: JobClaim, stream: IO[bytes]) -> Effects:
    def fence(done: Restored) -> None:
        claim.reached("putting rows back", 99, done.result, is_told=False)

    tick = in_steps(claim.stage_aside, "putting rows back", 5, 95)
    export_restore(owner=claim.job.owner, stream=stream, tick=tick, fence=fence)
    return lambda: _end(claim.job)


def _in_steps(claim: JobClaim, stream: IO[bytes]) -> Effects:
    owner = claim.job.owner
    if BEFORE not in claim.job.args:
        require_empty(owner)
        before, _ = store_made(owner.pk, lambda made: export_write(owner=owner, stream=made), RESTORES)
        claim.job.args[BEFORE] = before
        claim.rows().update(args=claim.job.args)
    with archive_of(stream) as archive:
        try:
            done = restore_steps(claim, archive)
        except (DomainError, JobCancelledError):
            rows_leave(claim)
            raise

    def effects() -> None:
        claim.keep(done.result)
        take_person(owner, archive)
        _end(claim.job)

    return effects


def _end(job: Job) -> None:
    announce_change(job.owner)
    _forget(job)


def ended_badly(job: Job) -> None:
    """The ledger is as it was before."""
    if BEFORE in job.args:
        ledger_erase(owner=job.owner)
        remove_ledger_files_of(job.owner_id)
        try:
            with transaction.atomic(), stored_path(job.args[BEFORE]).open("rb") as stream:
                export_restore(owner=job.owner, stream=stream, fence=_unfenced)
        except (DomainError, OSError):
            log.exception("what was there before a restore stays aside in %s: %s", job.args[BEFORE], job.key)
            job_file_forget(job)
            return
    _forget(job)


def _unfenced(_done: Restored) -> None:
    """Part of the transaction in which the job ends."""


def _forget(job: Job) -> None:
    job_file_forget(job)
    before = job.args.get(BEFORE)
    if before:
        transaction.on_commit(lambda: remove_upload(before), robust=True)


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    register_kind(JobKind(RESTORE, "transactions.tasks.run_job", task_args, run, ended_badly=ended_badly, seconds=LONG))

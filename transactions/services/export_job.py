"""An export made by a job: a private file that is offered for a day."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO, Any

from django.utils import timezone

from accounts.access import get_visible
from accounts.errors import DomainError
from accounts.models import AuditEvent, User
from accounts.services.audit import audit_record
from transactions.models import Job
from transactions.selectors.jobs import LIVE
from transactions.services.export import JOURNALS, export_write, journal_write
from transactions.services.job_claim import JobClaim
from transactions.services.job_files import KEPT
from transactions.services.job_kinds import LONG, Effects, JobKind, register_kind
from transactions.services.jobs import job_request
from transactions.services.progress import Tick, in_steps
from transactions.storage import EXPORTS, remove_upload, store_made, stored_path

JOB_KIND = "export"
ZIP = "zip"
FORMATS = (ZIP, *JOURNALS)
CHUNK = 1024 * 1024


def export_request(*, owner: User, file_format: str) -> tuple[Job, bool]:
    """The job that makes the file, and whether it is a new one; the caller hands it to dispatch.enqueue."""
    key = f"{JOB_KIND}_{owner.pk}_{file_format}"
    job, is_new = job_request(owner=owner, kind=JOB_KIND, key=key, args={"format": file_format})
    if is_new:
        export_noted(owner=owner, file_format=file_format)
    return job, is_new


def export_noted(*, owner: User, file_format: str) -> None:
    """A copy of everything leaves: that is part of what its person may want to know afterwards."""
    audit_record(user=owner, action=AuditEvent.Action.DATA_EXPORTED, format=file_format)


def run(claim: JobClaim) -> Effects:
    """The file is on the disk before the job says so. An attempt that ends otherwise leaves none."""
    owner, file_format = claim.job.acting_owner(), claim.job.args["format"]
    claim.stage("reading the ledger", 5)
    tick = in_steps(claim.stage_aside, "writing the file", 5, 90)

    def write(stream: IO[bytes]) -> dict[str, Any]:
        return _write(owner, file_format, stream, tick)

    stored_as, told = store_made(owner.pk, write, EXPORTS)
    try:
        claim.stage("putting the file down", 95)
    except BaseException:
        remove_upload(stored_as)
        raise
    claim.made.append(stored_as)
    now = timezone.now()
    file_name = f"spendwise-{now.date().isoformat()}.{ending_of(file_format)}"
    told |= {"format": file_format, "file_name": file_name, "expires_at": (now + KEPT).isoformat()}
    return lambda: claim.keep(told, stored_as)


def _write(owner: User, file_format: str, stream: IO[bytes], tick: Tick) -> dict[str, Any]:
    """What is told of the file: size, hash, and of an archive its rows and the ledger's hash."""
    found: dict[str, Any] = {"ledger_hash": "", "rows": None}
    if file_format == ZIP:
        manifest = export_write(owner=owner, stream=stream, tick=tick)
        found = {
            "ledger_hash": manifest["ledger_hash"],
            "rows": sum(one.get("rows", 0) for one in manifest["files"]),
        }
    else:
        journal_write(owner=owner, program=file_format, stream=stream)
    stream.flush()
    stream.seek(0)
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return {**found, "bytes": size, "sha256": digest.hexdigest()}


def ending_of(file_format: str) -> str:
    return ZIP if file_format == ZIP else JOURNALS[file_format][1]


def export_file(*, owner: User, job_id: object) -> tuple[Path, str]:
    """Where the file of a job lies, and what it is called. NotFoundError when there is no such job of the owner's;
    DomainError while it is at work, when it has failed, and when its day is over."""
    job = get_visible(Job.objects.filter(kind=JOB_KIND), owner, job_id)
    if job.status in LIVE:
        raise DomainError("not_ready", "The file is still being made. Ask again in a moment.", status=409)
    path = stored_path(job.stored_as) if job.stored_as else None
    if path is None or job.result is None or not path.is_file():
        raise DomainError("gone", "This file is not kept any more. Export again.", status=410)
    return path, job.result["file_name"]


def lost(claim: JobClaim) -> None:
    """Somebody else makes the file now, or nobody wants it any more."""
    for stored_as in claim.made:
        remove_upload(stored_as)


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    register_kind(JobKind(JOB_KIND, "transactions.tasks.run_job", task_args, run, lost=lost, seconds=LONG))

"""Files of jobs under MEDIA: what they offer, what was handed to them, and which rows they work on."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.db import transaction

from accounts.errors import DomainError
from transactions.models import Job
from transactions.selectors.jobs import LIVE
from transactions.storage import (
    CHOSEN,
    EXPORTS,
    RESTORES,
    read_upload,
    remove_upload,
    store_upload,
    uploads_older_than,
)

KEPT = timedelta(hours=24)
NUMBERS = "q"


def numbers_keep(owner_id: int, numbers: Iterable[int]) -> str:
    """Write the numbers down in their order; returns the path under MEDIA. A job's own row is written again at every
    step, and a hundred thousand numbers in it would be too."""
    return store_upload(owner_id, array(NUMBERS, numbers).tobytes(), CHOSEN)


def numbers_kept(job: Job) -> array[int]:
    """The numbers that were written down for this job."""
    try:
        found = array(NUMBERS)
        found.frombytes(read_upload(job.stored_as))
    except OSError:
        raise DomainError("file_gone", "What you had chosen is no longer on the server. Choose again.") from None
    return found


def job_file_forget(job: Job) -> None:
    """The file goes when the surrounding database transaction is committed."""
    if job.stored_as:
        transaction.on_commit(partial(remove_upload, job.stored_as), robust=True)


def job_files_sweep() -> int:
    """Delete files whose day is over, and what attempts that died left lying; returns how many. A job that still
    waits or works keeps its own."""
    live = set(Job.objects.filter(status__in=LIVE).values_list("stored_as", flat=True))
    old = [path for folder in (EXPORTS, RESTORES, CHOSEN) for path in uploads_older_than(folder, KEPT)]
    gone = [path for path in old if path not in live]
    for path in gone:
        remove_upload(path)
    return len(gone)

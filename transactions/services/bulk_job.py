"""An edit of more rows than a request may wait for: a job in short steps that together are one change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from accounts.models import User
from transactions.models import Job
from transactions.selectors.jobs import is_job_sized
from transactions.services.bulk_edit import (
    Selection,
    bulk_choose,
    bulk_edit,
    count_locked,
    edit_of,
    edit_write,
    kind_of,
    locked_among,
    refuse_locked,
    selection_size,
    summary_of,
)
from transactions.services.history import hold_ledger, ledger_change
from transactions.services.job_claim import JobClaim
from transactions.services.job_files import job_file_forget, numbers_keep, numbers_kept
from transactions.services.job_kinds import LONG, Effects, JobKind, register_kind
from transactions.services.jobs import job_request
from transactions.services.news import announce_change
from transactions.services.steps import Reached, step_through, whole
from transactions.storage import remove_upload

JOB_KIND = "ledger_edit"


@dataclass(frozen=True, slots=True)
class BulkDone:
    """How many rows were chosen, and either the change that was made (None: nothing was different) or the job."""

    count: int
    change_set: int | None
    job: Job | None = None


def bulk_do(
    *,
    owner: User,
    selection: Selection,
    changes: Mapping[str, Any],
    is_removal: bool = False,
    unlock: bool = False,
    expected_count: int | None = None,
) -> BulkDone:
    """Do it now, all rows or none; or, where there are many, as a job, which the caller hands to dispatch.enqueue.
    DomainError as for `bulk_edit`, in both cases at once."""
    what: dict[str, Any] = {"selection": selection, "changes": changes, "is_removal": is_removal}
    what["expected_count"] = expected_count
    if is_job_sized(selection_size(owner=owner, selection=selection)):
        return _request(owner, what, unlock=unlock)
    count, change_set = bulk_edit(owner=owner, **what, unlock=unlock)
    return BulkDone(count, change_set)


def _request(owner: User, what: Mapping[str, Any], *, unlock: bool) -> BulkDone:
    """Without one database transaction around it: on SQLite that would keep every writer waiting while very many rows
    are looked at. A refused request may leave a tag that it would have put on; the job itself looks at each row again.
    """
    with transaction.atomic():
        hold_ledger(owner)  # two requests at a time make a new tag once
        edit_of(owner, what["changes"], is_removal=what["is_removal"])
    ids, edit = bulk_choose(owner=owner, **what)
    if not unlock:
        refuse_locked(count_locked(owner, ids, edit))
    args = {
        "changes": json.loads(json.dumps(what["changes"], default=str)),
        "is_removal": edit.is_removal,
        "unlock": unlock,
        "summary": summary_of(len(ids), edit),
    }
    digest = hashlib.sha256(json.dumps([args, sorted(ids)], sort_keys=True).encode()).hexdigest()[:16]
    stored_as = numbers_keep(owner.pk, sorted(ids))
    key = f"{JOB_KIND}_{owner.pk}_{digest}"
    job, is_new = job_request(owner=owner, kind=JOB_KIND, key=key, args=args, stored_as=stored_as)
    if not is_new:
        remove_upload(stored_as)
    return BulkDone(len(ids), None, job)


def run(claim: JobClaim) -> Effects:
    """Rows that are gone meanwhile are left out, and so are those that were reconciled meanwhile, unless the user had
    said that those may change too."""
    owner, args = claim.job.acting_owner(), claim.job.args

    def step(numbers: list[int], before: Reached) -> Reached:
        edit = edit_of(owner, args["changes"], is_removal=args["is_removal"])
        with ledger_change(
            owner=owner, kind=kind_of(edit), summary=args["summary"], further=before.change_set
        ) as change:
            change.watch(numbers, are_leaving=edit.is_removal)
            states = change.there(numbers)
            for pk in [] if args["unlock"] else locked_among(states, edit):
                del states[pk]
            edit_write(owner, change, states, edit)
        skipped = len(numbers) - len(states)
        return before.with_step(changed=change.row_count, skipped=skipped, change_set=change.id)

    numbers = numbers_kept(claim.job)
    reached = step_through(claim, numbers, step, whole(claim, numbers, "changing rows"))

    def effects() -> None:
        claim.keep(reached.result)
        job_file_forget(claim.job)
        announce_change(owner)

    return effects


def ended_badly(job: Job) -> None:
    """What was done stays, as a change that can be undone."""
    job_file_forget(job)
    announce_change(job.owner)


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    register_kind(
        JobKind(JOB_KIND, "transactions.tasks.run_job", task_args, run, ended_badly=ended_badly, seconds=LONG)
    )

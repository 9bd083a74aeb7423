"""Taking back a change of more rows than a request may wait for: looked at as a whole first, then done in short steps
that together are one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.history import Difference, Snapshot, State, in_the_way, links_of, taken_back
from transactions.ledger.together import in_groups
from transactions.models import ChangeSet, Job
from transactions.selectors.jobs import is_job_sized
from transactions.selectors.snapshots import chunks, snapshots_of
from transactions.services.changes import (
    LATER,
    change_last,
    change_undo,
    differences_of,
    require_undoable,
    undo_summary,
)
from transactions.services.history import ledger_change
from transactions.services.history_checks import LOCKED, locked_rows
from transactions.services.history_settle import Obstacle, refuse, settle
from transactions.services.job_claim import JobClaim
from transactions.services.job_files import job_file_forget, numbers_keep, numbers_kept
from transactions.services.job_kinds import LONG, Effects, JobKind, register_kind
from transactions.services.jobs import job_request
from transactions.services.news import announce_change
from transactions.services.progress import in_steps
from transactions.services.steps import Reached, step_through, whole

JOB_KIND = "ledger_undo"
Kind = ChangeSet.Kind
BESIDE = "_bookkeeping"
PLAIN = (Kind.BULK, Kind.DELETE, Kind.RULE, Kind.UNDO)
"""Changes of rows and nothing beside them, which may be taken back a few rows at a time."""


def undo_do(*, owner: User, change_set_id: object = None, unlock: bool = False) -> tuple[ChangeSet, Job | None]:
    """Take a change back, the latest that still stands if none is named: now, and the answer is the change that did
    so; or, where it is large, as a job, which the caller hands to dispatch.enqueue: then it is the change itself."""
    sets = ChangeSet.objects.all()
    done = change_last(owner=owner) if change_set_id is None else get_editable(sets, owner, change_set_id)
    if not (is_job_sized(done.row_count) and done.kind in PLAIN and not done.things):
        return change_undo(owner=owner, change_set_id=done.pk, unlock=unlock), None
    if ChangeSet.objects.filter(kind=Kind.MERGE, undone_by=done).exists():
        return change_undo(owner=owner, change_set_id=done.pk, unlock=unlock), None
    require_undoable(owner, done)
    args = {"change_set": done.pk, "unlock": unlock}
    job, _ = job_request(owner=owner, kind=JOB_KIND, key=f"{JOB_KIND}_{owner.pk}_{done.pk}", args=args)
    return done, job


def run(claim: JobClaim) -> Effects:
    owner, unlock = claim.job.acting_owner(), bool(claim.job.args["unlock"])
    done = editable_by(ChangeSet.objects.filter(pk=claim.job.args["change_set"]), owner).first()
    if done is None:
        raise DomainError("undone_already", "This change is not there any more.", status=409)
    if not claim.job.stored_as:
        _look(claim, done, unlock=unlock)

    def step(numbers: list[int], before: Reached) -> Reached:
        summary = undo_summary(done)
        with ledger_change(owner=owner, kind=Kind.UNDO, summary=summary, further=before.change_set) as change:
            change.watch(numbers, are_leaving=True)
            current = _plain(change.there(numbers))
            taken = _take_back(owner, current, differences_of(done, numbers), unlock=unlock)
        if change.id is not None and before.change_set is None:
            ChangeSet.objects.filter(pk=done.pk).update(undone_by=change.id)
            ChangeSet.objects.filter(undone_by=done.pk).update(undone_by=None)
        return before.with_step(changed=taken, skipped=len(numbers) - taken, change_set=change.id)

    numbers = numbers_kept(claim.job)
    reached = step_through(claim, numbers, step, whole(claim, numbers, "taking rows back"))
    if reached.change_set is None:
        raise DomainError("undone_already", "Nothing of this change is left to undo.", status=409)

    def effects() -> None:
        claim.keep(reached.result)
        job_file_forget(claim.job)
        announce_change(owner)

    return effects


def _look(claim: JobClaim, done: ChangeSet, *, unlock: bool) -> None:
    """Make sure that all of it can be taken back, and write down in which order. Nobody is kept waiting meanwhile; a
    row that is changed between this look and its step is left as it is."""
    owner = claim.job.acting_owner()
    require_undoable(owner, done, but=claim.job)
    ids = list(done.changes.order_by().values_list("transaction_id", flat=True).distinct())
    tick, looked_at = in_steps(claim.stage, "looking at rows", 0, 5), 0
    obstacles: list[Obstacle] = []
    pairs: set[tuple[int, int]] = set()
    for chunk in chunks(ids):
        differences = differences_of(done, chunk)
        current = _now(owner, differences)
        wanted = {pk: taken_back(current[pk], one) for pk, one in differences.items()}
        obstacles += [Obstacle(pk, LATER) for pk, one in differences.items() if in_the_way(current[pk], one)]
        if not unlock:
            refuse([Obstacle(pk, LOCKED) for pk in locked_rows(current, wanted)], code="reconciled")
        pairs.update(pair for state in (*current.values(), *wanted.values()) for pair in links_of(state))
        looked_at += len(chunk)
        tick(looked_at, len(ids))
    refuse(obstacles)
    claim.job.stored_as = numbers_keep(owner.pk, in_groups(ids, pairs))
    claim.rows().update(stored_as=claim.job.stored_as)


def _now(owner: User, differences: Mapping[int, Difference]) -> dict[int, State]:
    current: dict[int, State] = dict.fromkeys(differences)
    return current | snapshots_of(owner=owner, ids=differences)


def _plain(states: Mapping[int, Snapshot]) -> dict[int, Snapshot]:
    """The rows as they would be read now, without what is kept beside one that may leave."""
    return {pk: {name: value for name, value in state.items() if name != BESIDE} for pk, state in states.items()}


def _take_back(
    owner: User, current: Mapping[int, Snapshot], differences: Mapping[int, Difference], *, unlock: bool
) -> int:
    """How many rows went back, `current` being those that are there. Those that cannot any more stay as they are."""
    ready = {pk: one for pk, one in differences.items() if not in_the_way(current.get(pk), one)}
    while ready:
        now: dict[int, State] = {pk: current.get(pk) for pk in ready}
        try:
            with transaction.atomic():
                settle(owner, now, {pk: taken_back(now[pk], one) for pk, one in ready.items()}, unlock=unlock)
        except DomainError as error:
            named = {int(name) for name in error.fields if name.isdigit()} & ready.keys()
            ready = {pk: one for pk, one in ready.items() if named and pk not in named}
        else:
            break
    return len(ready)


def ended_badly(job: Job) -> None:
    """What was taken back stays so, as a change that can be undone itself."""
    job_file_forget(job)
    announce_change(job.owner)


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    register_kind(
        JobKind(JOB_KIND, "transactions.tasks.run_job", task_args, run, ended_badly=ended_badly, seconds=LONG)
    )

"""Bulk recomputation: units of work in one registry, one job per unit and subject, bounded over all workers.

A refresh asked for while one is under way joins it instead of doing the work twice: jobs of one run share a batch,
and a unit that the run has already done is not done again. Unless an import asks: it brought new rows, which what is
done has not seen, and what is being done may have passed.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import islice

from django.db import transaction
from django.utils import timezone

from accounts.access import visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.services.stale_reports import reports_check
from transactions import live
from transactions.models import Job, LedgerAccount
from transactions.selectors.jobs import LIVE, is_being_restored
from transactions.services.categorise import rules_apply
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import Effects, JobKind, no_effects, register_kind
from transactions.services.jobs import job_request
from transactions.services.rollups import rollup_refresh

KIND = "refresh_unit"
POOL = "refresh"
ACCOUNTS, USERS = "accounts", "users"
LOCK_MILLISECONDS = 30_000
CHUNK = 100
ONCE_MORE = "once_more"
ANALYSE = "analyse"
# Edits come in bursts: the first one starts the clock, and the analysis sees all that came until it rings.
EDIT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class RefreshUnit:
    """One kind of recomputation over one kind of subject. `run` takes the subject's id and is idempotent."""

    name: str
    scope: str
    run: Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Subject:
    unit: RefreshUnit
    subject_id: int
    owner: User

    @property
    def key(self) -> str:
        return f"refresh_{self.unit.name}_{self.subject_id}"


def refresh_rules(owner_id: int) -> None:
    rules_apply(owner=User.objects.get(pk=owner_id))


def refresh_report_facts(owner_id: int) -> None:
    reports_check(owner=User.objects.get(pk=owner_id))


def refresh_analysis(owner_id: int) -> None:
    """Nothing while a job puts an export back: half a ledger would judge advice wrongly, and its end asks anew."""
    # Loaded where a worker needs it: the engines bring numpy along, and the web process reads this module too.
    from advisory.services.analysis import analysis_refresh

    owner = User.objects.get(pk=owner_id)
    if not is_being_restored(owner=owner):
        analysis_refresh(owner=owner)


UNITS: dict[str, RefreshUnit] = {}


def register_unit(unit: RefreshUnit) -> None:
    UNITS[unit.name] = unit


register_unit(RefreshUnit("rollups", ACCOUNTS, lambda account_id: rollup_refresh(account_id=account_id)))
register_unit(RefreshUnit("rules", USERS, refresh_rules))
register_unit(RefreshUnit("report_facts", USERS, refresh_report_facts))
register_unit(RefreshUnit(ANALYSE, USERS, refresh_analysis))


def refresh_request(
    *, owner: User | None, scope: str, units: Sequence[str] = (), trigger: Job.Trigger = Job.Trigger.USER
) -> list[Job]:
    """The jobs of this refresh: those of a run under way, and new ones for what it lacks.

    `owner` None means everybody; `scope` is "accounts", "users" or "" for both; `units` narrows by name.
    """
    chosen = chosen_units(scope, units)
    whose = str(owner.pk) if owner else "all"
    with live.lock(f"refresh:{whose}", LOCK_MILLISECONDS, wait_seconds=LOCK_MILLISECONDS / 1000):
        batch = current_batch(whose) or f"{whose}:{uuid.uuid4().hex[:16]}"
        done = {} if trigger == Job.Trigger.IMPORT else {job.key: job for job in Job.objects.filter(batch=batch)}
        subjects = iter([subject for unit in chosen for subject in subjects_of(unit, owner)])
        jobs: list[Job] = []
        while chunk := list(islice(subjects, CHUNK)):
            with transaction.atomic():
                jobs += [done.get(subject.key) or make(subject, batch, trigger) for subject in chunk]
    return jobs


def chosen_units(scope: str, names: Sequence[str]) -> list[RefreshUnit]:
    unknown = [name for name in names if name not in UNITS]
    if unknown or scope not in ("", ACCOUNTS, USERS):
        message = f"Choose units from {', '.join(sorted(UNITS))} and scope from accounts, users."
        raise DomainError("invalid", message, fields={"units" if unknown else "scope": [message]})
    return [unit for unit in UNITS.values() if (not names or unit.name in names) and scope in ("", unit.scope)]


def current_batch(whose: str) -> str | None:
    """The batch of a run for the same people that still has work to do."""
    running = Job.objects.filter(kind=KIND, status__in=LIVE, batch__startswith=f"{whose}:")
    return running.values_list("batch", flat=True).first()


def subjects_of(unit: RefreshUnit, owner: User | None) -> Iterable[Subject]:
    if unit.scope == ACCOUNTS:
        accounts = LedgerAccount.objects.select_related("owner").order_by("pk")
        for account in visible_to(accounts, owner) if owner else accounts:
            yield Subject(unit, account.pk, account.owner)
    else:
        for user in [owner] if owner else User.objects.kept().order_by("pk"):
            yield Subject(unit, user.pk, user)


def make(subject: Subject, batch: str, trigger: Job.Trigger) -> Job:
    """The subject's live job, made if there is none. One that runs already is to run once more after an import."""
    for _ in range(3):
        job, is_new = job_request(
            owner=subject.owner,
            kind=KIND,
            key=subject.key,
            args={"unit": subject.unit.name, "subject": subject.subject_id},
            trigger=trigger,
            pool=POOL,
            batch=batch,
        )
        if is_new or trigger != Job.Trigger.IMPORT or will_see_new_rows(job):
            break
    if not is_new:
        # What waits for the end of a burst of edits is wanted now.
        Job.objects.filter(pk=job.pk, status=Job.Status.QUEUED, attempt=0).update(not_before=None)
    return job


def analysis_later(*, owner: User) -> None:
    """An analysis soon after an edit by hand: one for a whole burst of them, and none where one waits already. One that
    runs just now is to run once more. The sweep rings for it."""
    subject = Subject(UNITS[ANALYSE], owner.pk, owner)
    for _ in range(3):
        with transaction.atomic():
            job, is_new = job_request(
                owner=owner,
                kind=KIND,
                key=subject.key,
                args={"unit": ANALYSE, "subject": owner.pk},
                trigger=Job.Trigger.USER,
                pool=POOL,
            )
            if is_new:
                due = timezone.now() + timedelta(seconds=EDIT_SECONDS)
                Job.objects.filter(pk=job.pk).update(not_before=due)
        if is_new or will_see_new_rows(job):
            return


def will_see_new_rows(job: Job) -> bool:
    """A queued job will; a running one runs once more when it is told so before its end. False: it has just ended."""
    live_job = Job.objects.filter(pk=job.pk)
    is_queued = live_job.filter(status=Job.Status.QUEUED).exists()
    return is_queued or bool(live_job.filter(status=Job.Status.RUNNING).update(args={**job.args, ONCE_MORE: True}))


def run_once_more(claim: JobClaim) -> None:
    """Part of a unit's end: what was told to run once more is queued again, in the same database transaction."""
    job = Job.objects.select_related("owner").get(pk=claim.job.pk)
    args = dict(job.args)
    if args.pop(ONCE_MORE, False):
        job_request(
            owner=job.owner, kind=KIND, key=job.key, args=args, trigger=Job.Trigger.IMPORT, pool=POOL, batch=job.batch
        )


def refresh_run(claim: JobClaim) -> Effects:
    """Do one unit. A subject that was deleted meanwhile is quietly nothing to do."""
    args = claim.job.args
    unit = UNITS[args["unit"]]
    claim.stage(unit.name, 10)
    try:
        unit.run(args["subject"])
    except (User.DoesNotExist, LedgerAccount.DoesNotExist):
        return no_effects
    return partial(run_once_more, claim)


register_kind(
    JobKind(
        name=KIND,
        task="transactions.tasks.run_pool_job",
        task_args=lambda job: [job.pk, job.pool],
        run=refresh_run,
    )
)

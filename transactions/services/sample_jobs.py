"""The demo household comes into an empty ledger and leaves it again, both by a job."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Job
from transactions.selectors.sample import is_untouched, sample_key, sample_state
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import Effects, JobKind, register_kind
from transactions.services.jobs import job_request
from transactions.services.sample_household import household_seed
from transactions.services.sample_removal import household_remove

FILL, REMOVE = "demo_household", "demo_removal"
SEED, MONTHS = 7, 24
NOT_EMPTY = "The demo household only comes into an empty ledger, and this one has accounts or transactions of your own."
NOT_THERE = "The demo household is not in this ledger."
BUSY = "The demo household is just coming or leaving. Wait until that is done."


def fill_request(*, owner: User) -> tuple[Job, bool]:
    """The job that brings the household in, and whether it is a new one, to be handed to dispatch.enqueue. DomainError
    409 where the ledger is not empty."""
    state = sample_state(owner=owner)
    if state.job is None and not state.is_empty:
        raise DomainError("not_empty", NOT_EMPTY, status=409)
    return _request(owner, FILL)


def removal_request(*, owner: User) -> tuple[Job, bool]:
    """The job that takes it away, as `fill_request`. DomainError 409 where there is none."""
    state = sample_state(owner=owner)
    if state.job is None and not state.is_there:
        raise DomainError("no_demo", NOT_THERE, status=409)
    return _request(owner, REMOVE)


def _request(owner: User, kind: str) -> tuple[Job, bool]:
    job, is_new = job_request(owner=owner, kind=kind, key=sample_key(owner))
    if job.kind != kind:
        raise DomainError("busy", BUSY, status=409)
    return job, is_new


def fill(claim: JobClaim) -> Effects:
    """An attempt after a lost one finds accounts of its own and goes on; those of the owner end it."""
    owner = claim.job.owner
    if not is_untouched(owner=owner) and not _is_ours_alone(owner):
        raise DomainError("not_empty", NOT_EMPTY, status=409)
    steps = iter((5, 35, 60))

    def tell(account: str) -> None:
        claim.stage(f"booking the {account.lower()}", next(steps, 80))

    done = household_seed(
        owner=owner,
        seed=SEED,
        months=MONTHS,
        today=timezone.now().date(),
        currency=owner.base_currency or settings.DEFAULT_CURRENCY,
        tell=tell,
    )
    return lambda: claim.keep({"rows": done.lines_new, "accounts": [one.account_id for one in done.accounts]})


def _is_ours_alone(owner: User) -> bool:
    state = sample_state(owner=owner)
    return state.own_rows == 0 and state.rows > 0


def fill_ended_badly(job: Job) -> None:
    """Half a household is no demo: what has come leaves again."""
    household_remove(owner=job.owner)


def remove(claim: JobClaim) -> Effects:
    claim.stage("taking the demo household away", 10)
    return lambda: claim.keep({"rows": household_remove(owner=claim.job.owner)})


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    task = "transactions.tasks.run_job"
    register_kind(JobKind(FILL, task, task_args, fill, ended_badly=fill_ended_badly))
    register_kind(JobKind(REMOVE, task, task_args, remove))

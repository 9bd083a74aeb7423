"""What kinds of job exist, and what each does. Apps above register theirs when they are loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from transactions.models import Job
from transactions.services.job_claim import JobClaim

Effects = Callable[[], None]
"""What a job writes at its end, run inside the one transaction that also marks it succeeded."""


def no_effects() -> None:
    """For jobs whose work is idempotent and already stored."""


def nothing_to_undo(_job: Job) -> None:
    """For jobs that leave nothing behind when they fail."""


def nothing_left_behind(_claim: JobClaim) -> None:
    """For jobs whose lost attempts leave nothing outside the database."""


@dataclass(frozen=True, slots=True)
class JobKind:
    """One kind of job. `task` and `task_args` say which Celery task rings for it; `run` does the work.

    `run` may be interrupted anywhere and run again. `ended_badly` runs in the transaction that marks the job
    failed or cancelled. `lost` clears away what an attempt made whose claim was taken over meanwhile. `seconds` it may
    take; None: what the settings say of every task.
    """

    name: str
    task: str
    task_args: Callable[[Job], list[Any]]
    run: Callable[[JobClaim], Effects]
    ended_badly: Callable[[Job], None] = nothing_to_undo
    lost: Callable[[JobClaim], None] = nothing_left_behind
    seconds: int | None = None


LONG = 4 * 60 * 60
"""Seconds for work on a whole ledger, however large and slow: each of its steps is short."""

_kinds: dict[str, JobKind] = {}


def register_kind(kind: JobKind) -> None:
    _kinds[kind.name] = kind


def kind_named(name: str) -> JobKind:
    """KeyError for a kind that no loaded app knows: a programming fault, not a user's."""
    return _kinds[name]

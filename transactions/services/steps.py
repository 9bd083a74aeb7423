"""Work on very many rows in short database transactions, so that nobody else has to wait for it.

Every step stores with its deed how far the work is. Whoever takes the job over after a kill -9 goes on exactly there,
and a step whose claim was lost meanwhile is not done at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from django.db import connection, transaction

from transactions.services.history import hold_ledger
from transactions.services.job_claim import JobCancelledError, JobClaim
from transactions.services.progress import TIMES
from transactions.services.rollups import rollups_settle

AIM = 0.2
"""Seconds that a step may take. Twice as much is still no wait that anybody notices."""
LEAST, FIRST, MOST = 100, 200, 2000
BREATH = 0.11
"""Seconds between steps on SQLite, where those who wait for the write lock look for it every tenth of a second."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a job is. `done`: numbers behind it, of `count`. `changed` and `skipped`: rows."""

    count: int = 0
    done: int = 0
    changed: int = 0
    skipped: int = 0
    change_set: int | None = None

    @classmethod
    def of(cls, result: dict[str, Any] | None, count: int) -> Reached:
        known = {one.name for one in fields(cls)}
        found = {name: value for name, value in (result or {}).items() if name in known}
        return cls(**{**found, "count": count})

    def with_step(self, *, changed: int, skipped: int, change_set: int | None) -> Reached:
        return replace(
            self,
            changed=self.changed + changed,
            skipped=self.skipped + skipped,
            change_set=self.change_set or change_set,
        )

    @property
    def result(self) -> dict[str, Any]:
        return asdict(self)


Step = Callable[[list[int], Reached], Reached]


def told_alone(reached: Reached) -> dict[str, Any]:
    """The job's result where it has no other work than this."""
    return reached.result


@dataclass(frozen=True, slots=True)
class Part:
    """Work of a job, or a part of it. `words`: what it does; `reached`: how far it was before; `result` makes the whole
    job's result of how far it is; `first` and `last`: the per cent of the job from which and to which it brings it."""

    words: str
    reached: Reached
    result: Callable[[Reached], Mapping[str, Any]] = told_alone
    first: int = 5
    last: int = 95


def whole(claim: JobClaim, numbers: Sequence[int], words: str) -> Part:
    """All that the job has to do."""
    return Part(words, Reached.of(claim.job.result, len(numbers)))


def step_through(claim: JobClaim, numbers: Sequence[int], step: Step, part: Part) -> Reached:
    """Let `step` do all the numbers, a few at a time, each time holding the owner's ledger. A negative number goes
    with the one before it. JobCancelledError between two steps when the job is to stop."""
    reached, size = part.reached, FIRST
    while reached.done < len(numbers):
        chosen = next_part(numbers, reached.done, size)
        reached, took = _step(claim, chosen, step, reached, part)
        size = max(LEAST, min(MOST, int(size * min(2.0, AIM / max(took, 0.001)))))
        if claim.job.is_cancel_requested:
            raise JobCancelledError(claim.job.key)
        if connection.vendor == "sqlite" and reached.done < len(numbers):
            time.sleep(BREATH)
    rollups_settle(owner=claim.job.owner)
    return reached


def next_part(numbers: Sequence[int], start: int, size: int) -> list[int]:
    """About so many numbers from there on, without parting those that go together."""
    end = min(start + size, len(numbers))
    while end < len(numbers) and numbers[end] < 0:
        end += 1
    return list(numbers[start:end])


@transaction.atomic
def _step(claim: JobClaim, numbers: list[int], step: Step, before: Reached, part: Part) -> tuple[Reached, float]:
    """How far it is afterwards, and the seconds for which the ledger was held."""
    hold_ledger(claim.job.owner)
    began = time.monotonic()
    found = step([abs(number) for number in numbers], before)
    reached = replace(found, done=before.done + len(numbers))
    share = TIMES * reached.done // reached.count
    claim.reached(
        f"{part.words}, {reached.done:,} of {reached.count:,} rows",
        part.first + (part.last - part.first) * share // TIMES,
        part.result(reached),
        is_told=share > TIMES * before.done // reached.count,
    )
    return reached, time.monotonic() - began

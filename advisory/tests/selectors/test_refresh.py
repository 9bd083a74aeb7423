"""How many jobs ran at once, read from events that are made up here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import User
from advisory.selectors.refresh import CHUNK, batch_counts, peak_concurrency
from transactions.models import Job, JobEvent

pytestmark = pytest.mark.django_db
Kind = JobEvent.Kind
BEGAN = datetime(2025, 3, 1, tzinfo=UTC)


@pytest.fixture
def jobs(alice: User) -> list[Job]:
    return [Job.objects.create(owner=alice, kind="x", key=f"job {number}") for number in range(4)]


def told(jobs: list[Job], *story: tuple[int, int, JobEvent.Kind]) -> int:
    """(second, job, what happened), in any order; the peak."""
    for second, number, kind in story:
        event = JobEvent.objects.create(job=jobs[number], owner=jobs[number].owner, kind=kind)
        JobEvent.objects.filter(pk=event.pk).update(created_at=BEGAN + timedelta(seconds=second))
    return peak_concurrency([job.pk for job in jobs])


def test_one_after_the_other_is_one(jobs: list[Job]) -> None:
    assert told(jobs, (1, 0, Kind.CLAIMED), (2, 0, Kind.FINISHED), (3, 1, Kind.CLAIMED), (4, 1, Kind.FINISHED)) == 1


def test_overlaps_are_counted_at_their_highest(jobs: list[Job]) -> None:
    story = [(1, 0, Kind.CLAIMED), (2, 1, Kind.CLAIMED), (3, 2, Kind.CLAIMED), (4, 0, Kind.FINISHED)]
    assert told(jobs, *story, (5, 3, Kind.CLAIMED), (6, 3, Kind.FAILED), (7, 1, Kind.CANCELLED)) == 3


@pytest.mark.parametrize("end", [Kind.FINISHED, Kind.FAILED, Kind.CANCELLED, Kind.RETRIED])
def test_every_kind_of_end_makes_room(jobs: list[Job], end: JobEvent.Kind) -> None:
    assert told(jobs, (1, 0, Kind.CLAIMED), (2, 0, end), (3, 1, Kind.CLAIMED)) == 1


def test_a_killed_attempt_counts_until_its_job_is_claimed_again(jobs: list[Job]) -> None:
    assert told(jobs, (1, 0, Kind.CLAIMED), (2, 1, Kind.CLAIMED), (3, 0, Kind.CLAIMED), (4, 0, Kind.FINISHED)) == 2


def test_stages_and_other_jobs_do_not_count(jobs: list[Job], bob: User) -> None:
    other = Job.objects.create(owner=bob, kind="x", key="other")
    JobEvent.objects.create(job=other, owner=bob, kind=Kind.CLAIMED)
    assert told(jobs, (1, 0, Kind.ENQUEUED), (2, 0, Kind.STAGE), (3, 0, Kind.CLAIMED)) == 1


def test_nothing_is_nothing() -> None:
    assert (peak_concurrency([]), batch_counts([])) == (0, {})


def test_counts_go_over_more_jobs_than_one_query_takes(alice: User) -> None:
    made = Job.objects.bulk_create(
        Job(owner=alice, kind="x", key=str(number), status="failed" if number % 2 else "succeeded")
        for number in range(CHUNK + 3)
    )
    assert batch_counts([job.pk for job in made]) == {"succeeded": CHUNK // 2 + 2, "failed": CHUNK // 2 + 1}

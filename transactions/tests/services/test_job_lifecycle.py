"""A job runs once whatever is delivered twice, and a lost worker's late result never counts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from pytest_django import Settings

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Job, JobEvent, PoolSeat
from transactions.services import job_kinds
from transactions.services.job_claim import JobClaim, JobLostError, job_claim
from transactions.services.job_kinds import Effects, JobKind, no_effects, register_kind
from transactions.services.jobs import (
    job_cancel,
    job_request,
    job_run,
    job_succeed,
    jobs_sweep,
    pool_next,
)

pytestmark = pytest.mark.django_db
KIND = "test_kind"


@pytest.fixture
def alice() -> User:
    return User.objects.create(email="alice@example.org")


@pytest.fixture
def bob() -> User:
    return User.objects.create(email="bob@example.org")


class Recorder:
    """A job kind whose work and whose bad ends are counted."""

    def __init__(self) -> None:
        self.runs = 0
        self.effects = 0
        self.bad_ends: list[str] = []
        self.lost = 0
        self.work: Callable[[JobClaim], None] = lambda _claim: None

    def run(self, claim: JobClaim) -> Effects:
        self.runs += 1
        self.work(claim)
        return self.count_effect

    def count_effect(self) -> None:
        self.effects += 1

    def ended_badly(self, job: Job) -> None:
        self.bad_ends.append(job.status)

    def count_lost(self, _claim: JobClaim) -> None:
        self.lost += 1


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    made = Recorder()
    register_kind(
        JobKind(
            name=KIND,
            task="transactions.tasks.run_job",
            task_args=lambda job: [job.pk],
            run=made.run,
            ended_badly=made.ended_badly,
            lost=made.count_lost,
        )
    )
    yield made
    del job_kinds._kinds[KIND]


def ask(owner: User, key: str = "work", pool: str = "") -> Job:
    return job_request(owner=owner, kind=KIND, key=key, pool=pool)[0]


def expire(job: Job) -> None:
    past = timezone.now() - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk).update(lease_until=past)
    PoolSeat.objects.filter(job=job).update(lease_until=past)


def events(job: Job) -> list[str]:
    return list(JobEvent.objects.filter(job=job).values_list("kind", flat=True))


def test_asking_twice_gives_the_same_live_job(alice: User, recorder: Recorder) -> None:
    first, is_new = job_request(owner=alice, kind=KIND, key="work")
    second, is_new_again = job_request(owner=alice, kind=KIND, key="work")
    assert (first.pk, is_new, is_new_again) == (second.pk, True, False)


def test_a_finished_key_may_be_asked_for_again(alice: User, recorder: Recorder) -> None:
    first = ask(alice)
    job_run(job_id=first.pk)
    assert ask(alice).pk != first.pk


def test_a_message_delivered_twice_runs_once(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    assert job_run(job_id=job.pk) is True
    assert job_run(job_id=job.pk) is False
    assert (recorder.runs, recorder.effects) == (1, 1)
    assert events(job) == ["enqueued", "claimed", "finished"]


def test_a_running_job_is_not_claimed_while_its_lease_lasts(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    assert job_claim(job_id=job.pk) is not None
    assert job_claim(job_id=job.pk) is None


def test_a_late_result_of_a_lost_worker_is_refused(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    frozen = job_claim(job_id=job.pk)
    assert frozen is not None
    expire(job)
    assert job_run(job_id=job.pk) is True
    with pytest.raises(JobLostError):
        job_succeed(frozen, recorder.count_effect)
    assert recorder.effects == 1
    with pytest.raises(JobLostError):
        frozen.stage("late", 99)


def test_losing_the_claim_during_the_work_clears_up_quietly(alice: User, recorder: Recorder) -> None:
    job = ask(alice)

    def overtaken(_claim: JobClaim) -> None:
        Job.objects.filter(pk=job.pk).update(attempt=7)

    recorder.work = overtaken
    assert job_run(job_id=job.pk) is True
    assert (recorder.lost, recorder.effects) == (1, 0)


def test_an_abandoned_job_is_found_by_the_sweep(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    job_claim(job_id=job.pk)
    assert jobs_sweep() == []
    expire(job)
    assert [found.pk for found in jobs_sweep()] == [job.pk]


def test_a_queued_job_whose_bell_was_lost_is_found_by_the_sweep(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    assert [found.pk for found in jobs_sweep()] == [job.pk]
    Job.objects.filter(pk=job.pk).update(rung_at=timezone.now())
    assert jobs_sweep() == []


def test_a_job_that_kills_every_worker_is_failed_after_three_attempts(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    for _ in range(3):
        assert job_claim(job_id=job.pk) is not None
        expire(job)
    assert job_claim(job_id=job.pk) is None
    jobs_sweep()
    job.refresh_from_db()
    assert (job.status, job.error_code, recorder.bad_ends) == ("failed", "attempts_exhausted", ["failed"])


def test_a_refusal_fails_the_job_with_its_code(alice: User, recorder: Recorder) -> None:
    job = ask(alice)

    def refuse(_claim: JobClaim) -> None:
        raise DomainError("no_rows", "There is nothing to do.")

    recorder.work = refuse
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.error_code, job.error_message) == ("failed", "no_rows", "There is nothing to do.")
    assert recorder.bad_ends == ["failed"]


def test_a_busy_database_puts_the_job_back_with_a_pause(alice: User, recorder: Recorder) -> None:
    job = ask(alice)

    def locked(_claim: JobClaim) -> None:
        raise OperationalError("database is locked")

    recorder.work = locked
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert job.status == "queued"
    assert job.not_before is not None
    assert job.not_before > timezone.now()
    assert job_claim(job_id=job.pk) is None, "it is not due yet"


def test_an_unexpected_fault_is_raised_and_tried_again(alice: User, recorder: Recorder) -> None:
    job = ask(alice)

    def break_down(_claim: JobClaim) -> None:
        raise ZeroDivisionError

    recorder.work = break_down
    with pytest.raises(ZeroDivisionError):
        job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, events(job)[-1]) == ("queued", "retried")


def test_a_queued_job_is_cancelled_at_once(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    assert job_cancel(owner=alice, job_id=job.pk).status == "cancelled"
    assert job_run(job_id=job.pk) is False
    assert recorder.bad_ends == ["cancelled"]


def test_a_running_job_stops_at_its_next_stage(alice: User, recorder: Recorder) -> None:
    job = ask(alice)

    def cancelled_meanwhile(claim: JobClaim) -> None:
        job_cancel(owner=alice, job_id=job.pk)
        claim.stage("next", 50)

    recorder.work = cancelled_meanwhile
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, recorder.effects) == ("cancelled", 0)


def test_an_ended_job_stays_as_it_is_when_cancelled(alice: User, recorder: Recorder) -> None:
    job = ask(alice)
    job_run(job_id=job.pk)
    assert job_cancel(owner=alice, job_id=job.pk).status == "succeeded"


def test_nobody_cancels_another_owners_job(alice: User, bob: User, recorder: Recorder) -> None:
    job = ask(alice)
    with pytest.raises(DomainError) as refused:
        job_cancel(owner=bob, job_id=job.pk)
    assert refused.value.status == 404
    job.refresh_from_db()
    assert job.status == "queued"


def test_a_pool_never_seats_more_than_its_size(alice: User, recorder: Recorder, settings: Settings) -> None:
    settings.REFRESH_CONCURRENCY = 2
    jobs = [ask(alice, f"unit_{number}", pool="refresh") for number in range(5)]
    claims = [job_claim(job_id=job.pk) for job in jobs]
    assert [claim is not None for claim in claims] == [True, True, False, False, False]
    assert Job.objects.get(pk=jobs[2].pk).attempt == 0, "a job without a seat has not used up an attempt"
    first = claims[0]
    assert first is not None
    job_succeed(first, no_effects)
    assert [job.pk for job in pool_next("refresh")] == [jobs[2].pk]
    assert job_claim(job_id=jobs[2].pk) is not None


def test_a_dead_holders_seat_is_free_after_its_lease(alice: User, recorder: Recorder, settings: Settings) -> None:
    settings.REFRESH_CONCURRENCY = 1
    dead, waiting = ask(alice, "dead", pool="refresh"), ask(alice, "waiting", pool="refresh")
    frozen = job_claim(job_id=dead.pk)
    assert frozen is not None
    assert job_claim(job_id=waiting.pk) is None
    expire(dead)
    taken = job_claim(job_id=waiting.pk)
    assert taken is not None
    with pytest.raises(JobLostError):
        job_succeed_after_loss(frozen, dead)
    assert PoolSeat.objects.get(pool="refresh", number=1).job_id == waiting.pk


def test_a_job_whose_seat_was_given_on_does_not_go_on(alice: User, recorder: Recorder, settings: Settings) -> None:
    settings.REFRESH_CONCURRENCY = 1
    sleeper, other = ask(alice, "sleeper", pool="refresh"), ask(alice, "other", pool="refresh")
    frozen = job_claim(job_id=sleeper.pk)
    assert frozen is not None
    expire(sleeper)
    assert job_claim(job_id=other.pk) is not None
    with pytest.raises(JobLostError):
        frozen.stage("awake again", 50)
    sleeper.refresh_from_db()
    assert sleeper.lease_until is not None
    assert sleeper.lease_until < timezone.now(), "it stays for the sweep to give out again"


def test_a_stage_renews_the_lease_of_the_job_and_of_its_seat(alice: User, recorder: Recorder) -> None:
    job = ask(alice, pool="refresh")
    claim = job_claim(job_id=job.pk)
    assert claim is not None
    claim.stage("half way", 50)
    job.refresh_from_db()
    assert job.lease_until == PoolSeat.objects.get(job=job).lease_until
    assert job.lease_until is not None


def test_a_missed_beat_does_not_end_the_heartbeat(
    alice: User, recorder: Recorder, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = job_claim(job_id=ask(alice).pk)
    assert claim is not None
    settings.JOB_LEASE_SECONDS = 0.03
    second = threading.Event()
    beats: list[int] = []

    def renew(_claim: JobClaim) -> bool:
        beats.append(1)
        if len(beats) == 1:
            raise OperationalError("database is locked")
        second.set()
        return True

    monkeypatch.setattr(JobClaim, "_renew", renew)
    with claim.heartbeat():
        assert second.wait(30)


def job_succeed_after_loss(frozen: JobClaim, job: Job) -> None:
    """The dead job was given out again meanwhile; its first holder wakes up and tries to finish."""
    Job.objects.filter(pk=job.pk).update(attempt=frozen.attempt + 1)
    job_succeed(frozen, no_effects)


def test_a_busy_database_does_not_cost_the_lease(
    alice: User, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    """The beat that met the lock is lost, the next one renews."""
    settings.JOB_LEASE_SECONDS = 0.03
    job = ask(alice)
    beats: list[str] = []
    enough = threading.Event()

    def renew(_claim: JobClaim) -> bool:
        beats.append("beat")
        if len(beats) == 3:
            enough.set()
        raise OperationalError("database is locked")

    monkeypatch.setattr(JobClaim, "_renew", renew)

    def long_work(_claim: JobClaim) -> None:
        assert enough.wait(timeout=20)

    recorder.work = long_work
    assert job_run(job_id=job.pk) is True
    assert (len(beats) >= 3, recorder.effects) == (True, 1)

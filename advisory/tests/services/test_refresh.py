"""Bulk recomputation: which units there are, joining a run under way, and new rows that no run may miss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from pytest_django import Settings

from accounts.errors import DomainError
from accounts.models import User
from accounts.services.users import user_erase
from advisory.dispatch import refresh_ask
from advisory.receivers import refresh_after_import
from advisory.services import refresh
from advisory.services.refresh import ONCE_MORE, UNITS, RefreshUnit, refresh_request, register_unit
from advisory.tests.books import Book
from transactions.models import Job, MonthlyRollup, PoolSeat, Transaction
from transactions.services.job_claim import JobClaim, job_claim
from transactions.services.jobs import job_cancel, job_run, job_succeed, jobs_sweep
from transactions.services.rollups import rollup_refresh

pytestmark = pytest.mark.django_db
ALL = ["analyse", "report_facts", "rollups", "rules"]


@pytest.fixture
def counted() -> Iterator[list[int]]:
    """A unit of its own over users that notes whom it was run for."""
    seen: list[int] = []
    register_unit(RefreshUnit("counted", refresh.USERS, seen.append))
    yield seen
    del UNITS["counted"]


def names(jobs: list[Job]) -> list[str]:
    return sorted(job.args["unit"] for job in jobs)


def work_off(limit: int = 50) -> int:
    """Do every queued job of the pool, one after the other; how many were done."""
    done = 0
    while job := Job.objects.filter(pool=refresh.POOL, status=Job.Status.QUEUED).order_by("pk").first():
        assert job_run(job_id=job.pk)
        done += 1
        assert done < limit
    return done


def held(job: Job) -> JobClaim:
    claim = job_claim(job_id=job.pk)
    assert claim is not None
    return claim


def test_one_job_for_each_unit_and_subject(book: Book) -> None:
    book.account("Savings", "EUR")
    jobs = refresh_request(owner=book.owner, scope="")
    assert names(jobs) == ["analyse", "report_facts", "rollups", "rollups", "rules"]
    assert {job.pool for job in jobs} == {refresh.POOL}
    assert len({job.batch for job in jobs}) == 1
    assert work_off() == 5
    assert set(Job.objects.values_list("status", flat=True)) == {"succeeded"}


@pytest.mark.parametrize(
    ("scope", "units", "found"),
    [
        ("", (), ALL),
        ("accounts", (), ["rollups"]),
        ("users", (), ["analyse", "report_facts", "rules"]),
        ("", ("rules",), ["rules"]),
        ("accounts", ("rules",), []),
    ],
)
def test_scope_and_units_narrow(book: Book, scope: str, units: tuple[str, ...], found: list[str]) -> None:
    assert names(refresh_request(owner=book.owner, scope=scope, units=units)) == found


@pytest.mark.parametrize(
    ("scope", "units", "field"),
    [("households", (), "scope"), ("", ("rollups", "stars"), "units"), ("x", ("y",), "units")],
)
def test_what_does_not_exist_is_refused(alice: User, scope: str, units: tuple[str, ...], field: str) -> None:
    with pytest.raises(DomainError) as refused:
        refresh_request(owner=alice, scope=scope, units=units)
    assert list(refused.value.fields) == [field]
    assert "report_facts, rollups, rules" in refused.value.message
    assert not Job.objects.exists()


def test_everybody_means_active_users_and_all_accounts(book: Book, bob: User) -> None:
    gone = User.objects.create_user("gone@example.org", is_active=False)
    jobs = refresh_request(owner=None, scope="")
    assert names(jobs) == ["analyse", "analyse", "report_facts", "report_facts", "rollups", "rules", "rules"]
    assert gone.pk not in {job.owner_id for job in jobs}


def test_an_owner_asks_for_what_is_theirs_alone(book: Book, bob: User) -> None:
    Book(bob)
    assert {job.owner_id for job in refresh_request(owner=bob, scope="")} == {bob.pk}


def test_a_unit_registered_later_is_run_too(alice: User, bob: User, counted: list[int]) -> None:
    refresh_request(owner=None, scope="users", units=["counted"])
    work_off()
    assert counted == [alice.pk, bob.pk]


def test_a_second_caller_joins_and_does_nothing_again(alice: User, bob: User, counted: list[int]) -> None:
    first = refresh_request(owner=None, scope="users", units=["counted"])
    job_run(job_id=first[0].pk)
    second = refresh_request(owner=None, scope="users", units=["counted"])
    assert [job.pk for job in first] == [job.pk for job in second]
    work_off()
    assert counted == [alice.pk, bob.pk]


def test_after_the_run_is_over_a_new_one_begins(alice: User, counted: list[int]) -> None:
    first = refresh_request(owner=alice, scope="", units=["counted"])
    work_off()
    second = refresh_request(owner=alice, scope="", units=["counted"])
    assert {job.batch for job in first} != {job.batch for job in second}
    work_off()
    assert counted == [alice.pk, alice.pk]


def test_a_run_takes_up_who_came_meanwhile(alice: User, counted: list[int]) -> None:
    first = refresh_request(owner=None, scope="users", units=["counted"])
    late = User.objects.create_user("late@example.org")
    second = refresh_request(owner=None, scope="users", units=["counted"])
    assert [job.owner_id for job in second] == [alice.pk, late.pk]
    assert {job.batch for job in first} == {job.batch for job in second}


def test_users_whose_ids_begin_alike_do_not_share_a_run(alice: User) -> None:
    twelve = User.objects.create(pk=alice.pk * 10 + 2, email="twelve@example.org")
    refresh_request(owner=twelve, scope="users")
    assert not Job.objects.filter(owner=alice).exists()
    refresh_request(owner=alice, scope="users")
    assert Job.objects.values_list("batch", flat=True).distinct().count() == 2


def test_an_import_does_not_rely_on_what_was_done_before_it(book: Book) -> None:
    jobs = {job.args["unit"]: job for job in refresh_request(owner=book.owner, scope="")}
    job_run(job_id=jobs["rollups"].pk)
    book.row(date(2025, 3, 30), "-7")
    refresh_after_import(owner=book.owner)
    work_off()
    assert MonthlyRollup.objects.get(month=date(2025, 3, 1)).count == 6


def test_an_import_during_a_units_work_makes_it_run_once_more(book: Book) -> None:
    """The unit that runs may have passed the place where the new rows are."""
    rollups = refresh_request(owner=book.owner, scope="accounts")[0]
    claim = held(rollups)
    effects = refresh.refresh_run(claim)
    book.row(date(2025, 3, 30), "-7")
    refresh_after_import(owner=book.owner)
    refresh_after_import(owner=book.owner)
    job_succeed(claim, effects)
    again = Job.objects.get(key=rollups.key, status=Job.Status.QUEUED)
    assert (again.batch, ONCE_MORE in again.args) == (rollups.batch, False)
    work_off()
    assert MonthlyRollup.objects.get(month=date(2025, 3, 1)).count == 6
    assert Job.objects.filter(key=rollups.key).count() == 2


def test_an_import_before_a_unit_begins_joins_it(book: Book) -> None:
    first = refresh_request(owner=book.owner, scope="")
    refresh_after_import(owner=book.owner)
    assert Job.objects.count() == len(first)


def test_a_unit_done_twice_changes_nothing(book: Book) -> None:
    fields = ("month", "inflow_minor", "outflow_minor", "transfers_out_minor", "count")
    rollup_refresh(account_id=book.giro.pk)
    first = list(MonthlyRollup.objects.values_list(*fields))
    rollup_refresh(account_id=book.giro.pk)
    assert list(MonthlyRollup.objects.values_list(*fields)) == first
    assert [row[1] + row[2] for row in first] == [175_426, 175_226, 175_026]


def test_months_without_rows_any_more_go(book: Book) -> None:
    rollup_refresh(account_id=book.giro.pk)
    Transaction.objects.filter(booking_date__month=2).delete()
    assert rollup_refresh(account_id=book.giro.pk) == 2


@pytest.mark.parametrize("gone", ["account", "user"])
def test_a_subject_deleted_meanwhile_is_nothing_to_do(book: Book, gone: str) -> None:
    jobs = refresh_request(owner=book.owner, scope="")
    if gone == "account":
        book.giro.delete()
    else:
        user_erase(user=User.objects.get(pk=book.owner.pk))
    for job in jobs:
        job_run(job_id=job.pk)
    assert set(Job.objects.values_list("status", flat=True)) <= {"succeeded"}


@pytest.mark.parametrize("unit", ["rules", "report_facts", "rollups"])
def test_a_unit_whose_subject_is_gone_ends_quietly(book: Book, unit: str) -> None:
    claim = held(refresh_request(owner=book.owner, scope="", units=[unit])[0])
    claim.job.args["subject"] += 1000
    job_succeed(claim, refresh.refresh_run(claim))
    assert Job.objects.get(pk=claim.job.pk).status == Job.Status.SUCCEEDED


def test_no_more_run_at_once_than_the_bound(book: Book, settings: Settings) -> None:
    settings.REFRESH_CONCURRENCY = 3
    for number in range(5):
        book.account(f"Account {number}", "EUR")
    jobs = refresh_request(owner=book.owner, scope="accounts")
    claims = [job_claim(job_id=job.pk) for job in jobs]
    assert [claim is not None for claim in claims] == [True] * 3 + [False] * 3
    first = claims[0]
    assert first is not None
    job_succeed(first, lambda: None)
    assert [job_claim(job_id=job.pk) is not None for job in jobs[3:]] == [True, False, False]
    assert PoolSeat.objects.exclude(job=None).count() == 3


def test_a_cancelled_unit_stays_cancelled_in_its_run(alice: User, counted: list[int]) -> None:
    jobs = refresh_request(owner=alice, scope="", units=["counted", "rules"])
    by_unit = {job.args["unit"]: job for job in jobs}
    job_cancel(owner=alice, job_id=by_unit["counted"].pk)
    refresh_request(owner=alice, scope="", units=["counted", "rules"])
    work_off()
    assert counted == []


def test_the_sweep_finds_a_pool_that_nobody_has_sat_down_in_yet(alice: User) -> None:
    """Whoever asked may have died before ringing."""
    jobs = refresh_request(owner=alice, scope="", units=["rules"])
    assert not PoolSeat.objects.exists()
    assert [job.pk for job in jobs_sweep()] == [jobs[0].pk]


def test_asking_rings_for_as_many_as_there_are_seats(
    book: Book,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    settings.REFRESH_CONCURRENCY = 2
    rung: list[Job] = []
    monkeypatch.setattr("transactions.dispatch.ring", rung.extend)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        jobs = refresh_ask(owner=book.owner, scope="")
    assert len(jobs) == 4
    assert [job.pk for job in rung] == [job.pk for job in jobs[:2]]

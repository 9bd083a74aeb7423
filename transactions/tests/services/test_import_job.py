"""Large imports as jobs, interrupted and run again; and the same file from many at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections

from accounts.models import User
from transactions.models import Job, JobEvent, LedgerAccount, StatementImport, StatementLine, Transaction
from transactions.services import import_book, import_job, import_write, imports, job_claim
from transactions.services.bulk import insert_rows
from transactions.services.imports import import_commit, import_start
from transactions.services.job_claim import JobClaim
from transactions.services.jobs import job_cancel, job_run
from transactions.tests.fake_bank import bank_file, bank_files

pytestmark = pytest.mark.usefixtures("fake_bank")
MARCH = bank_file(*((f"2026-03-{day:02}", "-1.00", f"Shop {day}") for day in range(1, 29)), currency="EUR")


@pytest.fixture
def queued(alice: User, settings: Any) -> StatementImport:
    settings.IMPORT_INLINE_BYTES = 10
    return import_start(owner=alice, file_name="march.csv", data=MARCH, commit=True)


@pytest.mark.django_db
def test_many_short_lines_are_too_much_for_a_request_too(alice: User, settings: Any) -> None:
    settings.IMPORT_INLINE_LINES = 20
    record = import_start(owner=alice, file_name="march.csv", data=MARCH + b"\n" * 21)
    assert (record.status, record.lines_found) == ("queued", 0)
    assert again(record)
    assert (record.status, record.lines_new, Transaction.objects.count()) == ("previewed", 28, 0)
    assert import_commit(owner=alice, import_id=record.pk).status == "queued"


def again(record: StatementImport) -> bool:
    """Let the job run now, whatever pause it was given."""
    Job.objects.filter(pk=record.job_id or 0).update(not_before=None)
    done = job_run(job_id=record.job_id or 0)
    record.refresh_from_db()
    return done


@pytest.mark.django_db
def test_a_worker_that_breaks_half_way_leaves_nothing_and_the_next_one_finishes(
    queued: StatementImport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(**_: object) -> int:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(import_book, "transfers_find", break_off)
        with pytest.raises(RuntimeError):
            again(queued)
    queued.refresh_from_db()
    assert (queued.status, Transaction.objects.count(), StatementLine.objects.count()) == ("running", 0, 0)
    assert again(queued)
    assert (queued.status, queued.lines_new, Transaction.objects.count()) == ("committed", 28, 28)
    assert not again(queued)
    assert Transaction.objects.count() == 28


@pytest.mark.django_db(transaction=True)
def test_a_cancelled_import_stops_while_its_file_is_being_read(
    queued: StatementImport, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_claim, "LOOK_SECONDS", 0.02)

    def reads_for_ever(*_args: object, **_more: object) -> object:
        job_cancel(owner=alice, job_id=queued.job_id or 0)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            sum(range(1000))
        raise AssertionError("nobody stopped it")

    monkeypatch.setattr(imports, "read_file", reads_for_ever)
    assert again(queued)
    assert (queued.status, queued.job and queued.job.status) == ("failed", "cancelled")
    assert "Stopped because you asked for it." in str(queued.errors)
    assert Transaction.objects.count() == 0


@pytest.mark.django_db
def test_a_job_that_gives_up_fails_its_import(
    queued: StatementImport, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.JOB_MAX_ATTEMPTS = 1

    def break_off(*_: object) -> bytes:
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(import_job, "stored_bytes", break_off)
    with pytest.raises(RuntimeError):
        again(queued)
    queued.refresh_from_db()
    assert queued.status == "failed"
    assert queued.errors[0]["message"]


@pytest.mark.django_db
def test_a_cancelled_job_cancels_the_import(queued: StatementImport, alice: User) -> None:
    job_cancel(owner=alice, job_id=queued.job_id or 0)
    queued.refresh_from_db()
    assert (queued.status, Transaction.objects.count()) == ("failed", 0)


@pytest.mark.django_db
@pytest.mark.parametrize("data", [b"this is no statement at all", bank_files(errors=4)])
def test_a_large_file_that_cannot_be_read_fails_with_a_reason(alice: User, settings: Any, data: bytes) -> None:
    settings.IMPORT_INLINE_BYTES = 10
    record = import_start(owner=alice, file_name="x.csv", data=data, commit=True)
    assert again(record)
    assert record.status == "failed"
    assert record.errors
    assert record.lines_found == record.lines_rejected


@pytest.mark.django_db
def test_a_chosen_account_that_does_not_fit_fails_the_job_with_the_reason(alice: User, settings: Any) -> None:
    settings.IMPORT_INLINE_BYTES = 10
    yen = LedgerAccount.objects.create(owner=alice, name="Yen", currency="JPY")
    record = import_start(owner=alice, file_name="x.csv", data=MARCH, account_id=yen.pk, commit=True)
    assert again(record)
    assert record.status == "failed"
    assert "JPY" in record.errors[0]["message"]


@pytest.fixture
def close_connections() -> Iterator[None]:
    yield
    connections.close_all()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("close_connections")
def test_the_same_file_from_many_at_once_is_booked_once() -> None:
    owner = User.objects.create_user("alice@example.org")
    start = threading.Barrier(6)
    statuses: list[str] = []

    def upload() -> None:
        try:
            start.wait()
            record = import_start(owner=User.objects.get(pk=owner.pk), file_name="a.csv", data=MARCH, commit=True)
            statuses.append(record.status)
        finally:
            connection.close()

    threads = [threading.Thread(target=upload) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == ["committed"] * 6
    assert (LedgerAccount.objects.count(), Transaction.objects.count()) == (1, 28)
    news = sorted(StatementImport.objects.values_list("lines_new", flat=True))
    assert news == [0, 0, 0, 0, 0, 28]


def test_bulk_inserts_name_every_column() -> None:
    for model, names in (
        (StatementLine, import_write.LINE_FIELDS),
        (Transaction, import_write.TRANSACTION_FIELDS),
    ):
        assert {field.name for field in model._meta.concrete_fields} - {"id"} == set(names)


@pytest.mark.django_db
def test_inserting_no_rows_is_fine() -> None:
    insert_rows(Transaction, import_write.TRANSACTION_FIELDS, [])
    assert Transaction.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["reading", "looking", "naming", "booking"])
def test_a_job_cancelled_at_any_stage_leaves_nothing(
    queued: StatementImport, alice: User, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    stage, seen = JobClaim.stage, list[str]()

    def stop_there(claim: JobClaim, name: str, progress: int) -> None:
        seen.append(name)
        if name.startswith(where):
            job_cancel(owner=alice, job_id=claim.job.pk)
        stage(claim, name, progress)

    monkeypatch.setattr(JobClaim, "stage", stop_there)
    assert again(queued)
    assert seen[-1].startswith(where)
    assert (queued.status, Job.objects.get(pk=queued.job_id or 0).status) == ("failed", "cancelled")
    assert queued.errors[0]["message"]
    assert (Transaction.objects.count(), StatementLine.objects.count(), LedgerAccount.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_a_job_says_how_far_it_is(queued: StatementImport) -> None:
    assert again(queued)
    events = JobEvent.objects.filter(job_id=queued.job_id or 0, kind=JobEvent.Kind.STAGE).order_by("pk")
    said = [(event.detail["stage"], event.detail["progress"]) for event in events]
    assert ("naming payees and categories, 28 of 28 rows", 90) in said
    assert [progress for _, progress in said] == sorted(progress for _, progress in said)

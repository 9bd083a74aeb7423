"""Exports made by a job: one private file, kept for a day, and nothing left of attempts that came to nothing."""

from __future__ import annotations

import hashlib
import io
import json
import os
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from transactions.models import Job, LedgerAccount, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.selectors.one_moment import one_moment
from transactions.services import export, export_job
from transactions.services.accounts import account_create
from transactions.services.export_job import export_file, export_request
from transactions.services.job_files import KEPT, job_files_sweep
from transactions.services.jobs import job_cancel, job_run
from transactions.services.transactions import transaction_create

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    for amount in ("-1.00", "-2.00", "-3.00"):
        given: Any = {"account": account.pk, "booking_date": date(2026, 3, 1), "amount": Decimal(amount)}
        transaction_create(owner=alice, given=given)
    return account


def exports() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def done(job: Job) -> Job:
    assert job_run(job_id=job.pk)
    job.refresh_from_db()
    return job


def test_the_job_says_name_size_and_hashes_of_a_file_that_is_there(alice: User, giro: LedgerAccount) -> None:
    job, is_new = export_request(owner=alice, file_format="zip")
    assert is_new
    assert export_request(owner=alice, file_format="zip") == (job, False)
    with pytest.raises(DomainError) as refused:
        export_file(owner=alice, job_id=job.pk)
    assert (refused.value.code, refused.value.status) == ("not_ready", 409)
    result = done(job).result or {}
    path, name = export_file(owner=alice, job_id=job.pk)
    data = path.read_bytes()
    assert (result["bytes"], result["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert result["ledger_hash"] == ledger_content_hash(owner=alice)
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(data)).read("manifest.json"))
    assert result["rows"] == sum(one.get("rows", 0) for one in manifest["files"])
    assert (name.startswith("spendwise-"), name.endswith(".zip"), result["file_name"]) == (True, True, name)
    assert path.stat().st_mode & 0o077 == 0


def test_a_journal_is_made_too_and_others_find_nothing(alice: User, bob: User, giro: LedgerAccount) -> None:
    job = done(export_request(owner=alice, file_format="hledger")[0])
    path, name = export_file(owner=alice, job_id=job.pk)
    assert (b"-3.00 EUR" in path.read_bytes(), name.endswith(".journal"), (job.result or {})["rows"]) == (
        True,
        True,
        None,
    )
    with pytest.raises(NotFoundError):
        export_file(owner=bob, job_id=job.pk)


def test_a_day_later_the_file_is_gone(alice: User, giro: LedgerAccount) -> None:
    job = done(export_request(owner=alice, file_format="zip")[0])
    assert job_files_sweep() == 0
    path, _ = export_file(owner=alice, job_id=job.pk)
    earlier = time.time() - KEPT.total_seconds() - 1
    os.utime(path, (earlier, earlier))
    assert (job_files_sweep(), exports()) == (1, [])
    with pytest.raises(DomainError) as refused:
        export_file(owner=alice, job_id=job.pk)
    assert (refused.value.code, refused.value.status) == ("gone", 410)


def test_it_says_how_far_it_is_and_stops_when_asked(
    alice: User, giro: LedgerAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "TOLD_EVERY", 1)
    job, _ = export_request(owner=alice, file_format="zip")
    write = export.export_write

    def cancelled_half_way(*, owner: User, tick: Any, **more: Any) -> Any:
        def told(count: int, of: int) -> None:
            if count == 3:
                with connection.cursor() as cursor:  # the reading connection is in its transaction
                    cursor.execute("SELECT 1")
                cancel_elsewhere(alice, job)
            tick(count, of)

        return write(owner=owner, tick=told, **more)

    monkeypatch.setattr(export_job, "export_write", cancelled_half_way)
    assert done(job).status == "cancelled"
    stages = [event.detail["stage"] for event in job.events.filter(kind="stage")]
    assert any(stage.startswith("writing the file, 2 of ") for stage in stages)
    assert exports() == []


def cancel_elsewhere(owner: User, job: Job) -> None:
    def cancel() -> None:
        try:
            job_cancel(owner=owner, job_id=job.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as beside:
        beside.submit(cancel).result()


def test_an_attempt_whose_job_was_taken_over_leaves_no_file(
    alice: User, giro: LedgerAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, _ = export_request(owner=alice, file_format="zip")
    ending = export_job.ending_of

    def lost(file_format: str) -> str:
        Job.objects.filter(pk=job.pk).update(attempt=7)  # somebody else's now
        return ending(file_format)

    monkeypatch.setattr(export_job, "ending_of", lost)
    assert job_run(job_id=job.pk)
    assert exports() == []


def test_what_is_read_belongs_to_one_moment_and_nobody_waits_for_it(alice: User, giro: LedgerAccount) -> None:
    def write() -> None:
        try:
            with transaction.atomic():
                given: Any = {"account": giro.pk, "booking_date": date(2026, 3, 1), "amount": Decimal(-9)}
                transaction_create(owner=alice, given=given)
        finally:
            connection.close()

    with one_moment():
        before = Transaction.objects.count()
        with ThreadPoolExecutor(1) as beside:
            beside.submit(write).result(timeout=10)
        assert Transaction.objects.count() == before == 3
    assert Transaction.objects.count() == 4
    with transaction.atomic():  # writes as usual again
        Transaction.objects.all().delete()

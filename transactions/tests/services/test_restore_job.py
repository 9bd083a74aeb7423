"""Large exports put back by a job: all of it, or what was there before, whoever dies when."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Category, Job, LedgerAccount, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services import restore, restore_job, restore_steps
from transactions.services.accounts import account_create
from transactions.services.attachments import attachment_add
from transactions.services.export import export_write
from transactions.services.history import hold_ledger
from transactions.services.imports import import_start
from transactions.services.jobs import job_cancel, job_run
from transactions.services.ledger_check import ledger_check
from transactions.services.restore import Restored, Restoring
from transactions.services.restore_job import restore_do
from transactions.services.rules import rule_create
from transactions.services.transactions import transaction_create
from transactions.services.transfers import transfer_create
from transactions.storage import RESTORES, store_made
from transactions.tests.conftest import person
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("fake_bank")]
MARCH = bank_file(*((f"2026-03-{day:02}", "-1.00", f"Shop {day}") for day in range(1, 9)))


@pytest.fixture(autouse=True)
def small_steps(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.JOB_ROWS = 5
    monkeypatch.setattr(restore, "CHUNK", 3)
    monkeypatch.setattr(restore_steps, "CHUNK", 3)
    monkeypatch.setattr(restore_steps, "BREATH", 0)


@pytest.fixture
def archive(alice: User) -> bytes:
    giro = account_create(owner=alice, name="Giro", currency="EUR")
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    out, into = enter(alice, giro, -5), enter(alice, savings, 5)
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    attachment_add(owner=alice, transaction_id=out.pk, file_name="a", chunks=[b"%PDF-1.4"])
    import_start(owner=alice, file_name="march.csv", data=MARCH, commit=True)
    import_start(owner=alice, file_name="again.csv", data=MARCH, commit=True)
    stream = io.BytesIO()
    export_write(owner=alice, stream=stream)
    return stream.getvalue()


@pytest.fixture
def new() -> User:
    """Somebody without rows, who has made a rule and a category already."""
    user = person("new")
    category = Category.objects.create(owner=user, name="My own", kind="expense")
    rule_create(owner=user, contains="vet", category=category.pk)
    return user


def enter(owner: User, account: LedgerAccount, amount: int) -> Transaction:
    given: Any = {"account": account.pk, "booking_date": date(2026, 3, 1), "amount": Decimal(amount)}
    return transaction_create(owner=owner, given=given)


def asked(owner: User, data: bytes) -> Job:
    job = restore_do(owner=owner, stream=io.BytesIO(data), chunks=[data])
    assert isinstance(job, Job)
    return job


def again(job: Job) -> Job:
    Job.objects.filter(pk=job.pk).update(not_before=None)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    return job


def files(folder: str = "restores") -> list[Path]:
    return [path for path in (Path(django_settings.MEDIA_ROOT) / folder).rglob("*") if path.is_file()]


def changed(data: bytes, member: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The archive with one table changed, and its hash with it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as target:
        manifest = json.loads(old.read("manifest.json"))
        for name in old.namelist():
            content = edit(old.read(name)) if name == member else old.read(name)
            for one in manifest["files"]:
                if one["name"] == name:
                    one["sha256"] = hashlib.sha256(content).hexdigest()
            if name != "manifest.json":
                target.writestr(name, content)
        target.writestr("manifest.json", json.dumps(manifest))
    return made.getvalue()


def test_a_large_archive_is_put_back_with_the_same_hash(alice: User, new: User, archive: bytes) -> None:
    job = again(asked(new, archive))
    assert (job.status, job.error_message, files()) == ("succeeded", "", [])
    result: Any = job.result
    assert result["ledger_hash"] == ledger_content_hash(owner=new) == ledger_content_hash(owner=alice)
    assert {"table": "Transaction", "rows": 10} in result["tables"]
    assert (result["files"], ledger_check(owner=new)) == (3, [])
    assert len(files("imports")) == 4
    with transaction.atomic():  # references are looked at again
        hold_ledger(new)
    with pytest.raises(DomainError) as refused:
        asked(new, archive)
    assert refused.value.code == "not_empty"


def test_small_ones_and_refusals_are_answered_at_once(new: User, archive: bytes, settings: Any) -> None:
    with pytest.raises(DomainError) as refused:
        asked(new, b"no")
    assert (refused.value.code, Job.objects.filter(kind="restore").count()) == ("broken_archive", 0)
    settings.JOB_ROWS = 10_000
    assert isinstance(restore_do(owner=new, stream=io.BytesIO(archive), chunks=[archive]), Restored)


def test_nothing_else_is_written_meanwhile(new: User, archive: bytes) -> None:
    asked(new, archive)
    account = account_create(owner=new, name="Giro", currency="EUR")
    with pytest.raises(DomainError) as refused:
        enter(new, account, -1)
    assert (refused.value.code, refused.value.status) == ("restoring", 409)
    account.delete()
    with pytest.raises(DomainError) as twice:
        asked(new, archive)
    assert (twice.value.code, len(files())) == ("restoring", 1)


@pytest.mark.parametrize("broken_at", [2, 9])
def test_whoever_takes_over_puts_all_of_it_back(
    broken_at: int, alice: User, new: User, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, batches, calls = asked(new, archive), Restoring.batches, 0

    def dies(self: Restoring, name: str, model: Any) -> Iterator[Any]:
        nonlocal calls
        for batch in batches(self, name, model):
            calls += 1
            if calls == broken_at:
                raise RuntimeError("the power went")
            yield batch

    with monkeypatch.context() as patch:
        patch.setattr(Restoring, "batches", dies)
        with pytest.raises(RuntimeError):
            again(job)
    assert again(job).status == "succeeded"
    assert ledger_content_hash(owner=new) == ledger_content_hash(owner=alice)
    assert (ledger_check(owner=new), len(files("imports")), files()) == ([], 4, [])


def test_a_broken_one_leaves_what_was_there_before(new: User, archive: bytes) -> None:
    before = ledger_content_hash(owner=new)
    wrong = changed(archive, "data/Transaction.jsonl", lambda data: data.replace(b"-500", b"-600"))
    job = again(asked(new, wrong))
    assert (job.status, job.error_code) == ("failed", "broken_archive")
    assert (ledger_content_hash(owner=new), files(), len(files("imports"))) == (before, [], 2)


def test_stopped_it_leaves_what_was_there_before(
    alice: User, new: User, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, job, batches = ledger_content_hash(owner=new), asked(new, archive), Restoring.batches

    def stopped(self: Restoring, name: str, model: Any) -> Iterator[Any]:
        if name == "Transaction" and not Job.objects.get(pk=job.pk).is_cancel_requested:
            with ThreadPoolExecutor(1) as beside:
                beside.submit(cancel, new, job.pk).result()
        yield from batches(self, name, model)

    with monkeypatch.context() as patch:
        patch.setattr(Restoring, "batches", stopped)
        assert again(job).status == "cancelled"
    assert (ledger_content_hash(owner=new), files()) == (before, [])
    assert again(asked(new, archive)).status == "succeeded"
    assert ledger_content_hash(owner=new) == ledger_content_hash(owner=alice)


def cancel(owner: User, job_id: int) -> None:
    try:
        job_cancel(owner=owner, job_id=job_id)
    finally:
        connection.close()


def test_used_up_attempts_leave_what_was_there_before_too(
    new: User, archive: bytes, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.JOB_MAX_ATTEMPTS = 1
    before, job = ledger_content_hash(owner=new), asked(new, archive)

    def dies(*_args: Any, **_more: Any) -> Restored:
        Category.objects.filter(owner=new, name="My own").delete()
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(restore_job, "restore_steps" if connection.vendor == "sqlite" else "export_restore", dies)
        with pytest.raises(RuntimeError), transaction.atomic() if connection.vendor != "sqlite" else nullcontext():
            again(job)
    if connection.vendor == "sqlite":
        job.refresh_from_db()
        assert (job.status, job.error_code) == ("failed", "attempts_exhausted")
    assert ledger_content_hash(owner=new) == before


def test_what_cannot_be_put_back_stays_aside(new: User, archive: bytes) -> None:
    name, _ = store_made(new.pk, lambda made: made.write(b"what was there"), RESTORES)
    job = asked(new, archive)
    Job.objects.filter(pk=job.pk).update(args={restore_job.BEFORE: name})
    job.refresh_from_db()
    restore_job.ended_badly(job)
    assert [path.read_bytes() for path in files()] == [b"what was there"]

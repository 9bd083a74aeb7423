"""Edits of very many rows: short steps, one change, and no step done twice or left out whoever dies when."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Category, Change, ChangeSet, Job, LedgerAccount, Transaction, Transfer
from transactions.services import bulk_edit, bulk_job, steps
from transactions.services.accounts import account_create
from transactions.services.bulk_edit import Selection
from transactions.services.bulk_job import bulk_do
from transactions.services.changes import change_undo, transaction_restore
from transactions.services.job_files import job_files_sweep
from transactions.services.jobs import job_cancel, job_run
from transactions.services.steps import next_part
from transactions.services.transactions import transaction_create
from transactions.services.transfers import transfer_create

pytestmark = pytest.mark.django_db
ROWS = 12


@pytest.fixture(autouse=True)
def small_steps(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.JOB_ROWS = 5
    for name, value in (("LEAST", 3), ("FIRST", 3), ("MOST", 3), ("BREATH", 0)):
        monkeypatch.setattr(steps, name, value)


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    for number in range(ROWS):
        enter(alice, account, -1, f"Shop {number}")
    return account


def enter(owner: User, account: LedgerAccount, amount: int, note: str = "") -> Transaction:
    given: Any = {"account": account.pk, "booking_date": date(2026, 3, 1), "amount": amount, "note": note}
    return transaction_create(owner=owner, given=given)


def asked(owner: User, changes: dict[str, Any], **more: Any) -> Job:
    done = bulk_do(owner=owner, selection=Selection(query=""), changes=changes, **more)
    assert done.job is not None
    assert done.change_set is None
    return done.job


def again(job: Job) -> Job:
    Job.objects.filter(pk=job.pk).update(not_before=None)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    return job


def kept() -> list[Path]:
    return [path for path in Path(django_settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def result(job: Job) -> dict[str, Any]:
    assert job.result is not None
    return dict(job.result)


def test_few_rows_are_changed_at_once(alice: User, giro: LedgerAccount) -> None:
    ids = list(Transaction.objects.values_list("pk", flat=True)[:5])
    done = bulk_do(owner=alice, selection=Selection(ids), changes={"note": "x"})
    assert (done.count, done.job, Transaction.objects.filter(note="x").count()) == (5, None, 5)


@pytest.mark.django_db(transaction=True)
def test_many_rows_are_one_change_of_a_job_that_is_undone_as_one(alice: User, giro: LedgerAccount) -> None:
    pets = Category.objects.get(owner=alice, key="pets")
    before = list(Transaction.objects.order_by("pk").values_list("note", "category"))
    # The rows that are chosen by the query are no longer found by it after the first step.
    selection = Selection(query="is:uncategorised")
    first = bulk_do(owner=alice, selection=selection, changes={"category": pets.pk, "booking_date": date(2026, 4, 1)})
    assert first.job is not None
    assert (
        bulk_do(owner=alice, selection=selection, changes={"category": pets.pk, "booking_date": date(2026, 4, 1)}).job
        == first.job
    )
    assert len(kept()) == 1
    job = again(first.job)
    assert (job.status, kept()) == ("succeeded", [])
    assert Transaction.objects.filter(category=pets, booking_date=date(2026, 4, 1)).count() == ROWS
    done = ChangeSet.objects.get(pk=result(job)["change_set"])
    assert (done.kind, done.row_count, done.changes.count()) == ("bulk", ROWS, ROWS)
    assert (result(job)["count"], result(job)["changed"], result(job)["skipped"]) == (ROWS, ROWS, 0)
    change_undo(owner=alice, change_set_id=done.pk)
    assert list(Transaction.objects.order_by("pk").values_list("note", "category")) == before


@pytest.mark.parametrize("broken_at", [1, 2, 4])
def test_whoever_takes_over_goes_on_where_it_stopped(
    broken_at: int, alice: User, giro: LedgerAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = asked(alice, {"note": "x"})
    write, calls = bulk_edit.edit_write, 0

    def dies(*args: Any) -> None:
        nonlocal calls
        calls += 1
        write(*args)
        if calls == broken_at:
            raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(bulk_job, "edit_write", dies)
        with pytest.raises(RuntimeError):
            again(job)
    assert Transaction.objects.filter(note="x").count() == 3 * (broken_at - 1)
    assert (again(job).status, again(job).attempt) == ("succeeded", 2)
    assert set(Transaction.objects.values_list("note", "revision")) == {("x", 2)}
    assert ChangeSet.objects.filter(kind="bulk").count() == 1
    assert sorted(Change.objects.filter(change_set__kind="bulk").values_list("transaction_id", flat=True)) == sorted(
        Transaction.objects.values_list("pk", flat=True)
    )


def test_a_step_whose_claim_was_lost_is_not_done(
    alice: User, giro: LedgerAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = asked(alice, {"note": "x"})
    write = bulk_edit.edit_write

    def slow(*args: Any) -> None:
        write(*args)
        if Transaction.objects.filter(note="x").count() == 6:
            Job.objects.filter(pk=job.pk).update(attempt=9)

    monkeypatch.setattr(bulk_job, "edit_write", slow)
    assert job_run(job_id=job.pk)
    assert Transaction.objects.filter(note="x").count() == 3


@pytest.mark.django_db(transaction=True)
def test_stopped_half_way_it_leaves_a_change_that_can_be_undone(
    alice: User, giro: LedgerAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = asked(alice, {"note": "x"})
    write = bulk_edit.edit_write

    def cancelled(owner: User, change: Any, states: Any, edit: Any) -> None:
        write(owner, change, states, edit)
        if Transaction.objects.filter(note="x").count() == 6:
            job_cancel(owner=owner, job_id=job.pk)
            with pytest.raises(DomainError) as refused:
                change_undo(owner=owner, change_set_id=change.id or result(Job.objects.get(pk=job.pk))["change_set"])
            assert refused.value.code == "at_work"

    monkeypatch.setattr(bulk_job, "edit_write", cancelled)
    assert again(job).status == "cancelled"
    assert (result(job)["done"], Transaction.objects.filter(note="x").count(), kept()) == (6, 6, [])
    change_undo(owner=alice, change_set_id=result(job)["change_set"])
    assert not Transaction.objects.filter(note="x").exists()


def test_rows_that_go_or_are_reconciled_meanwhile_are_left_out(alice: User, giro: LedgerAccount) -> None:
    job = asked(alice, {"booking_date": "2026-05-01"})
    gone, locked = Transaction.objects.order_by("pk")[1:3]
    gone.delete()
    Transaction.objects.filter(pk=locked.pk).update(status="reconciled")
    assert again(job).status == "succeeded"
    assert (result(job)["changed"], result(job)["skipped"]) == (ROWS - 2, 2)
    locked.refresh_from_db()
    assert locked.booking_date == date(2026, 3, 1)


def test_refusals_come_at_once(alice: User, giro: LedgerAccount) -> None:
    Transaction.objects.filter(pk=Transaction.objects.order_by("pk")[0].pk).update(status="reconciled")
    selection = Selection(query="")
    cases: list[tuple[dict[str, Any], dict[str, Any], str]] = [
        ({"booking_date": "2026-05-01"}, {}, "reconciled"),
        ({"note": "x"}, {"expected_count": ROWS + 1}, "count_changed"),
        ({}, {}, "invalid"),
    ]
    for changes, more, code in cases:
        with pytest.raises(DomainError) as refused:
            bulk_do(owner=alice, selection=selection, changes=changes, **more)
        assert refused.value.code == code
    assert (Job.objects.count(), kept()) == (0, [])
    job = asked(alice, {"booking_date": "2026-05-01"}, unlock=True)
    assert result(again(job))["changed"] == ROWS


def test_deleting_many_rows_keeps_both_sides_of_a_transfer_for_putting_them_back(
    alice: User, giro: LedgerAccount
) -> None:
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    out, into = enter(alice, giro, -5), enter(alice, savings, 5)
    first = Transaction.objects.order_by("pk")[0]
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    job = again(asked(alice, {}, is_removal=True))
    assert (job.status, Transaction.objects.count(), Transfer.objects.count()) == ("succeeded", 0, 0)
    transaction_restore(owner=alice, transaction_id=first.pk)
    assert Transaction.objects.get().note == "Shop 0"


def test_a_file_that_is_gone_fails_the_job_in_words(alice: User, giro: LedgerAccount) -> None:
    job = asked(alice, {"note": "x"})
    kept()[0].unlink()
    assert (again(job).status, job.error_code) == ("failed", "file_gone")
    assert job_files_sweep() == 0


@pytest.mark.parametrize(
    ("numbers", "start", "part"),
    [
        ([1, 2, 3, 4], 0, [1, 2]),
        ([1, 2, 3, 4], 3, [4]),
        ([1, 2, -3, -4, 5], 0, [1, 2, -3, -4]),
        ([1, -2, 3], 0, [1, -2]),
    ],
)
def test_numbers_that_go_together_stay_together(numbers: list[int], start: int, part: list[int]) -> None:
    assert next_part(numbers, start, 2) == part

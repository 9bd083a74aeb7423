"""Taking very large changes back in short steps: whole, in the right company, and over again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.together import in_groups
from transactions.models import ChangeSet, Job, LedgerAccount, Transaction, Transfer
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services import steps, undo_job
from transactions.services.accounts import account_create
from transactions.services.bulk_edit import Selection, bulk_edit
from transactions.services.changes import change_undo
from transactions.services.history_settle import settle
from transactions.services.jobs import job_cancel, job_run
from transactions.services.transactions import transaction_create, transaction_update
from transactions.services.transfers import transfer_create
from transactions.services.undo_job import undo_do

pytestmark = pytest.mark.django_db
ROWS = 8


@pytest.fixture(autouse=True)
def small_steps(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.JOB_ROWS = 5
    for name, value in (("LEAST", 3), ("FIRST", 3), ("MOST", 3), ("BREATH", 0)):
        monkeypatch.setattr(steps, name, value)


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    """Rows and, from the first to the last of them in time, transfers to savings."""
    giro = account_create(owner=alice, name="Giro", currency="EUR")
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    out = [enter(alice, giro, -5) for _ in range(2)]
    for number in range(ROWS - 4):
        enter(alice, giro, -1, f"Shop {number}")
    for one in out:
        transfer_create(owner=alice, outgoing=one.pk, incoming=enter(alice, savings, 5).pk)
    return giro


def enter(owner: User, account: LedgerAccount, amount: int, note: str = "") -> Transaction:
    given: Any = {"account": account.pk, "booking_date": date(2026, 3, 1), "amount": amount, "note": note}
    return transaction_create(owner=owner, given=given)


def everything(owner: User, changes: dict[str, Any], **more: Any) -> ChangeSet:
    _, pk = bulk_edit(owner=owner, selection=Selection(query=""), changes=changes, **more)
    assert pk is not None
    return ChangeSet.objects.get(pk=pk)


def undone(owner: User, done: ChangeSet, **more: Any) -> tuple[Job, dict[str, Any]]:
    same, job = undo_do(owner=owner, change_set_id=done.pk, **more)
    assert (same, job is not None) == (done, True)
    assert job is not None
    return again(job)


def again(job: Job) -> tuple[Job, dict[str, Any]]:
    Job.objects.filter(pk=job.pk).update(not_before=None)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    return job, job.result or {}


def test_a_deletion_of_both_sides_comes_back_with_its_transfers_and_goes_again(
    alice: User, giro: LedgerAccount
) -> None:
    before = ledger_content_hash(owner=alice)
    done = everything(alice, {}, is_removal=True)
    without = ledger_content_hash(owner=alice)
    job, result = undone(alice, done)
    assert (job.status, result["changed"], result["skipped"]) == ("succeeded", ROWS, 0)
    assert (ledger_content_hash(owner=alice), Transfer.objects.filter(status="confirmed").count()) == (before, 2)
    undo = ChangeSet.objects.get(pk=result["change_set"])
    done.refresh_from_db()
    assert (done.undone_by, undo.kind) == (undo, "undo")
    _, result = undone(alice, undo)
    assert (result["changed"], ledger_content_hash(owner=alice)) == (ROWS, without)
    done.refresh_from_db()
    assert done.undone_by is None
    change_undo(owner=alice, change_set_id=result["change_set"])
    assert ledger_content_hash(owner=alice) == before


def test_a_row_that_was_changed_since_keeps_all_as_it_is(alice: User, giro: LedgerAccount) -> None:
    done = everything(alice, {"note": "x"})
    txn = Transaction.objects.order_by("pk")[6]
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "mine"})
    job, _ = undone(alice, done)
    assert (job.status, job.error_code) == ("failed", "in_the_way")
    assert "one row cannot go back" in job.error_message
    assert Transaction.objects.filter(note="x").count() == ROWS - 1
    done.refresh_from_db()
    assert done.undone_by is None


def test_reconciled_rows_go_back_only_where_that_is_said(alice: User, giro: LedgerAccount) -> None:
    done = everything(alice, {"booking_date": "2026-05-01"})
    Transaction.objects.filter(pk=Transaction.objects.order_by("pk")[0].pk).update(status="reconciled")
    assert undone(alice, done)[0].error_code == "reconciled"
    job, result = undone(alice, done, unlock=True)
    assert (job.status, result["changed"]) == ("succeeded", ROWS)


def test_what_changes_between_the_look_and_its_step_stays(
    alice: User, giro: LedgerAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = everything(alice, {"note": "x"})
    last = Transaction.objects.order_by("pk")[5]

    def meddling(*args: Any, **more: Any) -> None:
        Transaction.objects.filter(pk=last.pk).update(note="mine")
        settle(*args, **more)

    monkeypatch.setattr(undo_job, "settle", meddling)
    job, result = undone(alice, done)
    assert (job.status, result["changed"], result["skipped"]) == ("succeeded", ROWS - 1, 1)
    last.refresh_from_db()
    assert (last.note, Transaction.objects.filter(note="x").count()) == ("mine", 0)


def test_whoever_takes_over_goes_on_and_stopping_leaves_what_is_done(
    alice: User, giro: LedgerAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = everything(alice, {"note": "x"})
    _, job = undo_do(owner=alice, change_set_id=done.pk)
    assert job is not None
    calls = 0

    def dies(*args: Any, **more: Any) -> None:
        nonlocal calls
        calls += 1
        settle(*args, **more)
        if calls == 2:
            raise RuntimeError("the power went")
        if calls == 3:
            job_cancel(owner=alice, job_id=job.pk)

    monkeypatch.setattr(undo_job, "settle", dies)
    with pytest.raises(RuntimeError):
        again(job)
    assert Transaction.objects.filter(note="x").count() in (4, 5)
    with pytest.raises(DomainError) as refused:
        undo_do(owner=alice, change_set_id=done.pk)
    assert refused.value.code in ("at_work", "undone_already")
    stopped, result = again(job)
    left = Transaction.objects.filter(note="x").count()
    assert (stopped.status, result["changed"]) == ("cancelled", ROWS - left)
    change_undo(owner=alice, change_set_id=result["change_set"])
    assert Transaction.objects.filter(note="x").count() == ROWS
    undone(alice, done)
    assert not Transaction.objects.filter(note="x").exists()


def test_small_changes_are_taken_back_at_once(alice: User, giro: LedgerAccount) -> None:
    _, pk = bulk_edit(owner=alice, selection=Selection(query="shop"), changes={"note": "x"})
    made, job = undo_do(owner=alice)
    assert pk is not None
    assert (made.kind, job, ChangeSet.objects.get(pk=pk).undone_by) == ("undo", None, made)


@pytest.mark.parametrize(
    ("numbers", "pairs", "found"),
    [
        ([3, 1, 2], [], [1, 2, 3]),
        ([1, 2, 3, 4], [(4, 1)], [1, -4, 2, 3]),
        ([1, 2, 3, 4, 5], [(5, 3), (1, 3)], [1, -3, -5, 2, 4]),
        ([1, 2], [(2, 9)], [1, 2]),
    ],
)
def test_rows_that_hang_on_each_other_stand_together(
    numbers: list[int], pairs: list[tuple[int, int]], found: list[int]
) -> None:
    assert in_groups(numbers, pairs) == found

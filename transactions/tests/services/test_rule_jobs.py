"""Rules over very many rows: short steps, one change a rule, taken up where a worker died."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import User
from transactions.models import ChangeSet, Job, Rule, Transaction
from transactions.services import rule_jobs, rule_runs, steps
from transactions.services.accounts import account_create
from transactions.services.changes import change_undo
from transactions.services.jobs import job_run
from transactions.services.rule_jobs import rules_run_request
from transactions.services.rule_runs import RunChoice
from transactions.services.rules import rule_create
from transactions.services.transactions import transaction_create

pytestmark = pytest.mark.django_db
ROWS = 7


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("LEAST", 3), ("FIRST", 3), ("MOST", 3), ("BREATH", 0)):
        monkeypatch.setattr(steps, name, value)


@pytest.fixture
def rules(alice: User) -> list[int]:
    """Two rules that match every row; the first stays where a name is longer than a stage may be."""
    account = account_create(owner=alice, name="Giro", currency="EUR")
    for number in range(ROWS):
        given: Any = {"account": account.pk, "booking_date": date(2026, 3, 1), "amount": Decimal(-1)}
        transaction_create(owner=alice, given=given | {"counterparty": f"Market {number}"})
    notes = ("first", "second")
    return [
        rule_create(
            owner=alice,
            name=f"{note} " + "x" * 80,
            query="market",
            actions=[{"type": "append_note", "note": note}],
        ).pk
        for note in notes
    ]


def again(job: Job) -> Job:
    Job.objects.filter(pk=job.pk).update(not_before=None)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    return job


@pytest.mark.parametrize("broken_at", [2, 4, 5])
def test_each_rule_is_one_change_whoever_dies_when(
    broken_at: int, alice: User, rules: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    job, calls = rules_run_request(owner=alice, choice=RunChoice()), 0

    def dies(*args: Any, **more: Any) -> None:
        nonlocal calls
        calls += 1
        rule_runs.rule_write(*args, **more)
        if calls == broken_at:
            raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(rule_jobs, "rule_write", dies)
        with pytest.raises(RuntimeError):
            again(job)
    assert again(job).status == "succeeded"
    result: Any = job.result
    sets = list(ChangeSet.objects.filter(kind="rule").order_by("pk"))
    assert ([one.row_count for one in sets], result["change_sets"]) == ([ROWS, ROWS], [one.pk for one in sets])
    assert (result["matched"], result["changed"]) == (ROWS, 2 * ROWS)
    assert set(Rule.objects.values_list("matched_count", flat=True)) == {ROWS}
    notes = set(Transaction.objects.values_list("note", flat=True))
    assert len(notes) == 1
    for one in reversed(sets):
        change_undo(owner=alice, change_set_id=one.pk)
    assert set(Transaction.objects.values_list("note", flat=True)) == {""}


def test_run_again_nothing_changes(alice: User, rules: list[int]) -> None:
    assert again(rules_run_request(owner=alice, choice=RunChoice(rules=rules[:1]))).status == "succeeded"
    job = again(rules_run_request(owner=alice, choice=RunChoice(rules=rules[:1])))
    result: Any = job.result
    assert (job.status, result["matched"], result["changed"], result["change_sets"]) == ("succeeded", ROWS, 0, [])

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Job, LedgerAccount, Rule, StatementImport, Transaction
from transactions.models.travel import travel_of
from transactions.selectors.portable import portable_models, rows_of
from transactions.selectors.sample import sample_state
from transactions.services import sample_jobs
from transactions.services.accounts import account_create
from transactions.services.category_choice import category_choose
from transactions.services.imports import import_start
from transactions.services.jobs import job_cancel, job_run
from transactions.services.rules import rule_create
from transactions.services.sample_household import household_seed
from transactions.services.sample_removal import household_remove
from transactions.services.transactions import transaction_create, transaction_delete, transaction_update

pytestmark = pytest.mark.django_db(transaction=True)
OWN = b"Date;Amount;Payee\n2026-01-03;-12.30;Bakery\n2026-01-04;-5.00;Kiosk\n"


@pytest.fixture(autouse=True)
def _a_short_household(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_jobs, "MONTHS", 1)


def filled(owner: User) -> Job:
    job, is_new = sample_jobs.fill_request(owner=owner)
    assert is_new
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert job.status == Job.Status.SUCCEEDED, job.error_message
    return job


def emptied(owner: User) -> Job:
    job, _ = sample_jobs.removal_request(owner=owner)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert job.status == Job.Status.SUCCEEDED, job.error_message
    return job


def contents(owner: User) -> dict[str, list[dict[str, Any]]]:
    """Every row of the ledger that is the owner's."""
    ours = [model for model in portable_models() if travel_of(model) is None]
    return {model.__name__: list(rows_of(model, owner).values()) for model in ours}


def files(owner: User) -> list[Path]:
    return sorted((Path(settings.MEDIA_ROOT) / "imports" / str(owner.pk)).glob("*"))


def entered(owner: User, account: int) -> Transaction:
    day = date(2026, 1, 5)
    return transaction_create(owner=owner, given={"account": account, "booking_date": day, "amount": Decimal("-4.20")})


def own_account(owner: User) -> tuple[LedgerAccount, Transaction]:
    account = account_create(owner=owner, name="Purse", currency="EUR", kind="cash", opening_balance=Decimal(50))
    return account, entered(owner, account.pk)


def test_it_comes_into_an_empty_ledger_and_leaves_nothing_behind(alice: User) -> None:
    alice.base_currency = "EUR"
    alice.save()
    before = contents(alice)
    job = filled(alice)
    state = sample_state(owner=alice)
    assert job.result == {"rows": state.rows, "accounts": list(state.accounts)}
    assert (state.is_there, state.own_rows, state.is_empty, len(state.accounts)) == (True, 0, False, 3)
    assert Transaction.objects.filter(owner=alice).count() == state.rows > 50
    assert len(files(alice)) == 3
    txns = list(Transaction.objects.filter(owner=alice).order_by("pk")[:6])
    transaction_delete(owner=alice, transaction_id=txns[0].pk)
    transaction_update(owner=alice, transaction_id=txns[1].pk, changes={"note": "a look"})
    gone = emptied(alice)
    assert gone.result == {"rows": state.rows - 1}
    assert contents(alice) == before
    assert files(alice) == []
    assert sample_state(owner=alice).is_empty


@pytest.mark.parametrize(("base", "counted_in"), [("GBP", "GBP"), ("JPY", "EUR")])
def test_it_counts_in_the_base_currency_where_that_has_cents(alice: User, base: str, counted_in: str) -> None:
    alice.base_currency = base
    alice.save()
    filled(alice)
    assert set(LedgerAccount.objects.filter(owner=alice).values_list("currency", flat=True)) == {counted_in}
    assert set(Transaction.objects.filter(owner=alice).values_list("currency", flat=True)) == {counted_in}


def test_own_rows_that_came_meanwhile_stay_as_they_are(alice: User, bob: User) -> None:
    filled(alice)
    filled(bob)
    account, txn = own_account(alice)
    run = import_start(
        owner=alice, file_name="own.csv", data=OWN, account_id=account.pk, commit=True, accept_assumed=True
    )
    assert (run.status, run.lines_new) == ("committed", 2)
    own = Transaction.objects.filter(account=account).order_by("pk")
    before, theirs = list(own.values()), contents(bob)
    category_choose(owner=alice, category_id=txn_category(alice), transaction_ids=[txn.pk])
    before = list(own.values())
    emptied(alice)
    assert list(own.values()) == before
    assert list(LedgerAccount.objects.filter(owner=alice)) == [account]
    assert list(StatementImport.objects.filter(owner=alice)) == [run]
    assert len(files(alice)) == 1
    assert contents(bob) == theirs
    assert sample_state(owner=alice).own_rows == 3


def txn_category(owner: User) -> int:
    chosen = Transaction.objects.filter(owner=owner, category__isnull=False).first()
    assert chosen is not None
    assert chosen.category_id is not None
    return chosen.category_id


def test_an_account_of_the_household_with_own_rows_stays_with_them(alice: User) -> None:
    job = filled(alice)
    assert job.result is not None
    everyday = job.result["accounts"][0]
    own = entered(alice, everyday)
    emptied(alice)
    assert list(Transaction.objects.filter(owner=alice)) == [own]
    assert [account.pk for account in LedgerAccount.objects.filter(owner=alice)] == [everyday]
    assert not sample_state(owner=alice).is_there


def test_a_rule_loses_the_account_that_goes(alice: User) -> None:
    job = filled(alice)
    assert job.result is not None
    where = {"field": "account", "op": "is", "value": job.result["accounts"][0]}
    rule_create(
        owner=alice,
        name="Here",
        condition={"any": [where, {"field": "text", "op": "contains", "value": "kiosk"}]},
        actions=[{"type": "set_note", "note": "x"}],
    )
    emptied(alice)
    assert str(job.result["accounts"][0]) not in str(Rule.objects.get(owner=alice).condition)


def test_it_does_not_come_where_anything_is(alice: User) -> None:
    account_create(owner=alice, name="Purse", currency="EUR")
    with pytest.raises(DomainError) as refused:
        sample_jobs.fill_request(owner=alice)
    assert (refused.value.code, refused.value.status) == ("not_empty", 409)


def test_own_rows_that_come_before_the_job_begins_end_it(alice: User) -> None:
    job, _ = sample_jobs.fill_request(owner=alice)
    own_account(alice)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.error_code) == ("failed", "not_empty")
    assert Transaction.objects.filter(owner=alice).count() == 1


def test_asked_twice_it_comes_once_and_cannot_leave_meanwhile(alice: User) -> None:
    first, _ = sample_jobs.fill_request(owner=alice)
    second, is_new = sample_jobs.fill_request(owner=alice)
    assert (second.pk, is_new) == (first.pk, False)
    with pytest.raises(DomainError) as refused:
        sample_jobs.removal_request(owner=alice)
    assert (refused.value.code, refused.value.status) == ("busy", 409)


def test_stopped_half_way_what_has_come_leaves_again(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(alice)
    job, _ = sample_jobs.fill_request(owner=alice)
    seed = household_seed

    def cancelled_at_the_second(**given: Any) -> Any:
        tell, told = given.pop("tell"), []

        def and_stop(account: str) -> None:
            told.append(account)
            if len(told) == 2:
                job_cancel(owner=alice, job_id=job.pk)
            tell(account)

        return seed(**given, tell=and_stop)

    monkeypatch.setattr(sample_jobs, "household_seed", cancelled_at_the_second)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert job.status == Job.Status.CANCELLED
    assert contents(alice) == before
    assert files(alice) == []


def test_removal_again_is_nothing(alice: User) -> None:
    assert household_remove(owner=alice) == 0
    with pytest.raises(DomainError) as refused:
        sample_jobs.removal_request(owner=alice)
    assert (refused.value.code, refused.value.status) == ("no_demo", 409)

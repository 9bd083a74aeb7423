from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.contrib import admin
from django.test import Client

from accounts.models import User
from transactions.models import (
    Attachment,
    Change,
    ChangeSet,
    DuplicateReview,
    IdempotencyKey,
    Job,
    JobEvent,
    MergedTransaction,
    MonthlyRollup,
    Payee,
    PayeeAlias,
    PoolSeat,
    RuleProposal,
    SavedSearch,
    Split,
    Tag,
    Transaction,
    TransactionTag,
)
from transactions.services.import_profiles import profile_remember
from transactions.services.imports import import_start
from transactions.services.rates import rate_set
from transactions.services.reconciliation import reconciliation_start
from transactions.services.rollups import rollup_refresh
from transactions.services.rules import rule_create
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
MODELS = sorted(
    (model for model in admin.site._registry if model._meta.app_label == "transactions"),
    key=lambda model: model.__name__,
)
HISTORY = {
    "Statement", "StatementImport", "StatementLine", "Job", "JobEvent", "PoolSeat", "MonthlyRollup", "Split",
    "CategoryRollup", "KeptSum", "StaleMonth",
    "DuplicateReview", "ImportProfile", "MergedTransaction", "TransactionTag", "PayeeAlias", "RuleProposal",
    "ExchangeRate", "Reconciliation", "ReconciliationRow",
    "Attachment", "Change", "ChangeSet", "IdempotencyKey",
}  # fmt: skip


@pytest.fixture
def staff(alice: User, client: Client) -> Client:
    for name, text in (("giro", "-5.00"), ("savings", "5.00")):
        data = bank_file(("2026-03-01", text, "Transfer"), currency="EUR")
        import_start(owner=alice, file_name=f"{name}.csv", data=data, commit=True)
    txn = Transaction.objects.order_by("id")[0]
    assert txn.category_id is not None or rule_create(
        owner=alice, contains="xyz", category=alice.categories.all()[0].pk
    )
    Split.objects.create(transaction=txn, amount_minor=-5, position=0)
    remember(alice, txn)
    job = Job.objects.create(owner=alice, kind="x", key="x_1", status="succeeded")
    JobEvent.objects.create(job=job, owner=alice, kind="finished")
    PoolSeat.objects.create(pool="refresh", number=1)
    bought = Transaction.objects.create(
        owner=alice, account=txn.account, booking_date=date(2026, 3, 2), amount_minor=-7, currency="EUR"
    )
    rollup_refresh(account_id=txn.account_id)
    rule_create(owner=alice, contains="abc", category=alice.categories.all()[0].pk)
    SavedSearch.objects.create(owner=alice, name="Big", query="amount>50")
    RuleProposal.objects.create(owner=alice, key="market:1", status="dismissed")
    PayeeAlias.objects.create(owner=alice, key="market", payee=Payee.objects.filter(owner=alice)[0])
    Transaction.objects.filter(pk=bought.pk).update(amount_minor=-8)  # its month is stale now
    boss = User.objects.create_superuser("boss@example.org")
    client.force_login(boss)
    return client


def remember(owner: User, txn: Transaction) -> None:
    """What imports ask and keep: a review, a profile, a merge, a tag."""
    line = txn.statement_line
    assert line is not None
    TransactionTag.objects.create(transaction=txn, tag=Tag.objects.create(owner=owner, name="journey"))
    made = ChangeSet.objects.create(owner=owner, kind="edit", summary="A note.")
    Change.objects.create(change_set=made, transaction_id=txn.pk, before={"note": "a"}, after={"note": "b"})
    Attachment.objects.create(owner=owner, transaction=txn, last_transaction_id=txn.pk, file_name="a.pdf", size=1)
    IdempotencyKey.objects.create(owner=owner, key="one", fingerprint="0")
    profile_remember(owner=owner, source_key="bank", overrides={"sign": "signed"}, account=None)
    DuplicateReview.objects.create(owner=owner, line=line, existing_transaction=txn, reason="Alike.", confidence=0.5)
    rate_set(owner=owner, base="EUR", quote="USD", rate_date=date(2026, 3, 1), rate="1.1")
    reconciliation_start(
        owner=owner, account_id=txn.account_id, statement_date=date(2026, 3, 31), closing_balance=Decimal(5)
    )
    MergedTransaction.objects.create(
        statement_import=line.statement_import, transaction=txn, line=line, before={"links": [], "shares": {}}
    )


def test_every_model_of_the_ledger_is_registered() -> None:
    from django.apps import apps

    assert {model.__name__ for model in apps.get_app_config("transactions").get_models()} == {
        m.__name__ for m in MODELS
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.__name__))
def test_lists_search_and_single_rows_open(model: type, staff: Client) -> None:
    name = model._meta.model_name  # type: ignore[attr-defined]
    row = model.objects.order_by("pk")[0]  # type: ignore[attr-defined]
    base = f"/admin/transactions/{name}/"
    for path in (base, f"{base}?q=a", f"{base}{row.pk}/change/"):
        assert staff.get(path).status_code == 200, path
    options = admin.site._registry[model]
    assert options.search_fields
    assert options.list_filter or options.date_hierarchy


@pytest.mark.parametrize("name", sorted(HISTORY))
def test_history_cannot_be_added_changed_or_deleted(name: str, staff: Client) -> None:
    model = next(model for model in MODELS if model.__name__ == name)
    row = model._default_manager.order_by("pk")[0]
    base = f"/admin/transactions/{name.lower()}/"
    assert staff.get(f"{base}add/").status_code == 403
    assert staff.post(f"{base}{row.pk}/change/", {}).status_code == 403
    assert staff.post(f"{base}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=row.pk).exists()


def test_changing_a_note_counts_the_revision_up(staff: Client) -> None:
    txn = Transaction.objects.order_by("-id")[0]
    data = {"note": "seen", "status": "reconciled"} | {
        f"splits-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    assert staff.post(f"/admin/transactions/transaction/{txn.pk}/change/", data).status_code == 302
    txn.refresh_from_db()
    assert (txn.note, txn.status, txn.revision) == ("seen", "reconciled", 2)
    assert {row.month for row in MonthlyRollup.objects.all()} == {date(2026, 3, 1)}

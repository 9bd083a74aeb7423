"""A sound ledger passes; each of the planted corruptions is found and named, and fails the command."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from accounts.models import User
from transactions.models import (
    Attachment,
    Category,
    CategoryRollup,
    LedgerAccount,
    MonthlyRollup,
    Reconciliation,
    ReconciliationRow,
    Split,
    StaleMonth,
    StatementImport,
    StatementLine,
    Tag,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.selectors.portable import media_path
from transactions.services.accounts import account_create, account_delete
from transactions.services.attachments import attachment_add
from transactions.services.imports import import_start
from transactions.services.ledger_check import ledger_check
from transactions.services.rollups import rollup_refresh
from transactions.services.transactions import transaction_create, transaction_delete
from transactions.services.transfers import transfer_create
from transactions.storage import ATTACHMENTS, store_upload
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]


def book(owner: User, account: LedgerAccount, amount: str, **more: Any) -> Transaction:
    given = {"account": account.pk, "booking_date": date(2026, 3, 1), "amount": Decimal(amount), **more}
    return transaction_create(owner=owner, given=given)  # type: ignore[arg-type]


@pytest.fixture
def ledger(alice: User) -> User:
    """Two accounts, a transfer, a split, an import, a finished reconciliation and fresh monthly sums."""
    giro = account_create(owner=alice, name="Giro", currency="EUR", opening_balance=Decimal(100))
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    out, into = book(alice, giro, "-50"), book(alice, savings, "50")
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    book(alice, giro, "-10", splits=[{"amount": Decimal(-4)}, {"amount": Decimal(-6)}])
    data = bank_file(("2026-03-02", "-1", "Kiosk"), ("2026-03-02", "-1", "Kiosk"), ("2026-03-04", "-7", "Baker"))
    record = import_start(owner=alice, file_name="a.json", data=data, commit=True)
    assert record.status == StatementImport.Status.COMMITTED
    attachment_add(owner=alice, transaction_id=out.pk, file_name="a.pdf", chunks=[b"%PDF-1.4"])
    locked = book(alice, savings, "5", status="reconciled")
    agreed = Reconciliation.objects.create(
        owner=alice, account=savings, statement_date=date(2026, 3, 31), opening_balance_minor=5000,
        closing_balance_minor=5500, status=Reconciliation.Status.FINISHED,
    )  # fmt: skip
    ReconciliationRow.objects.create(reconciliation=agreed, transaction_id=locked.pk, amount_minor=500, revision=1)
    for account in LedgerAccount.objects.filter(owner=alice):
        rollup_refresh(account_id=account.pk)
    return alice


def strange_tag(owner: User, other: User) -> None:
    tag = Tag.objects.create(owner=other, name="theirs")
    TransactionTag.objects.create(transaction=owner.transactions.first(), tag=tag)  # type: ignore[misc]


def strange_category(owner: User, other: User) -> None:
    theirs = Category.objects.filter(owner=other)[0]
    Transaction.objects.filter(pk=owner.transactions.order_by("pk")[0].pk).update(category=theirs)


def strange_account(owner: User, other: User) -> None:
    theirs = account_create(owner=other, name="Theirs", currency="EUR")
    Transaction.objects.filter(pk=owner.transactions.order_by("-pk")[0].pk).update(account=theirs)


def strange_side(owner: User, other: User) -> None:
    theirs = book(other, account_create(owner=other, name="Theirs", currency="EUR"), "50")
    Transfer.objects.filter(owner=owner).update(incoming=theirs)


def second_transfer(owner: User, _other: User) -> None:
    link = Transfer.objects.get(owner=owner)
    third = book(owner, account_create(owner=owner, name="Third", currency="EUR"), "-50")
    Transfer.objects.create(owner=owner, outgoing=third, incoming=link.outgoing, status=Transfer.Status.CONFIRMED)


def lone_share(owner: User, _other: User) -> None:
    Split.objects.filter(transaction__owner=owner, position=1).delete()


def unmarked(owner: User, _other: User) -> None:
    owner.transactions.filter(amount_minor=-700).update(amount_minor=-701)
    StaleMonth.objects.all().delete()


def without_trigger(_owner: User, _other: User) -> None:
    with connection.cursor() as cursor:
        table = " ON transactions_transaction" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER stale_transactions_transaction_update{table}")


def rolled_back_line(owner: User, _other: User) -> None:
    StatementLine.objects.filter(statement_import__owner=owner, line=1).update(status="rolled_back")


def import_undone(owner: User, _other: User) -> None:
    StatementImport.objects.filter(owner=owner).update(status="rolled_back")


def amount_without_trace(owner: User, _other: User) -> None:
    row = book(owner, LedgerAccount.objects.filter(owner=owner)[0], "-2")
    Transaction.objects.filter(pk=row.pk).update(amount_minor=-201)


def stray_file(owner: User, _other: User) -> None:
    path = Path(media_path(store_upload(owner.pk, b"stray", folder=ATTACHMENTS)))
    long_ago = time.time() - 3 * 86_400
    os.utime(path, (long_ago, long_ago))


def deleted_row_back(owner: User, _other: User) -> None:
    row = book(owner, LedgerAccount.objects.filter(owner=owner)[0], "-2")
    pk = row.pk
    transaction_delete(owner=owner, transaction_id=pk)
    Transaction.objects.create(pk=pk, owner=owner, account=row.account, currency="EUR", booking_date=row.booking_date,
                               amount_minor=-200)  # fmt: skip


PLANTED: dict[str, tuple[str, Callable[[User, User], Any]]] = {
    "a share changed": (
        "splits", lambda owner, _: Split.objects.filter(transaction__owner=owner, position=0).update(amount_minor=-401)
    ),
    "a share lost": ("splits", lone_share),
    "a row's currency changed": (
        "currency",
        lambda owner, _: owner.transactions.filter(amount_minor=-1000).update(currency="USD"),
    ),
    "somebody else's category": ("owner", strange_category),
    "somebody else's tag": ("owner", strange_tag),
    "somebody else's account": ("owner", strange_account),
    "a transfer to somebody else": ("transfer", strange_side),
    "an amount of a transfer changed": (
        "transfer", lambda owner, _: owner.transactions.filter(amount_minor=-5000).update(amount_minor=-49)
    ),
    "a row in two transfers": ("transfer_twice", second_transfer),
    "a monthly sum changed": (
        "rollup", lambda owner, _: MonthlyRollup.objects.filter(account__owner=owner).update(inflow_minor=1)
    ),
    "a category's sum changed": (
        "rollup", lambda owner, _: CategoryRollup.objects.filter(account__owner=owner).update(count=77)
    ),
    "a category's sum lost": ("rollup", lambda owner, _: CategoryRollup.objects.filter(account__owner=owner).delete()),
    "a change that nobody marked": ("rollup", unmarked),
    "a trigger lost": ("rollup", without_trigger),
    "a monthly sum lost": ("rollup", lambda owner, _: MonthlyRollup.objects.filter(account__owner=owner).delete()),
    "a line lost": (
        "import_count", lambda owner, _: StatementLine.objects.get(statement_import__owner=owner, line=2).delete()
    ),
    "an import's count changed": (
        "import_count",
        lambda owner, _: StatementImport.objects.filter(owner=owner).update(lines_new=4, lines_found=4),
    ),
    "a line taken back alone": ("line", rolled_back_line),
    "an import taken back alone": ("line", import_undone),
    "a locked amount changed": (
        "reconciliation", lambda owner, _: owner.transactions.filter(status="reconciled").update(amount_minor=9)
    ),
    "an amount changed past the history": ("history", amount_without_trace),
    "a deleted row that came back": ("history", deleted_row_back),
    "an attached file lost": (
        "attachment", lambda owner, _: Path(media_path(Attachment.objects.get(owner=owner).stored_as)).unlink()
    ),
    "an attachment without its row's owner": (
        "attachment", lambda owner, other: Attachment.objects.filter(owner=owner).update(owner=other)
    ),
    "a file that no row knows": ("attachment", stray_file),
    "a closing balance changed": (
        "reconciliation", lambda owner, _: Reconciliation.objects.filter(owner=owner).update(closing_balance_minor=1)
    ),
}  # fmt: skip


def test_a_sound_ledger_passes(ledger: User) -> None:
    assert ledger_check(owner=ledger) == []
    out = StringIO()
    call_command("check_ledger", stdout=out)
    call_command("check_ledger", user=ledger.email, stdout=out)
    assert out.getvalue() == "1 checked, 0 wrong\n" * 2


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_corruption_is_found(name: str, ledger: User, bob: User) -> None:
    code, plant = PLANTED[name]
    plant(ledger, bob)
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("check_ledger", user=ledger.email, stdout=out)
    assert stopped.value.code == 1
    assert f"{ledger.email}: {code}: " in out.getvalue()


def test_sums_from_before_a_change_are_no_finding(ledger: User) -> None:
    book(ledger, LedgerAccount.objects.filter(owner=ledger)[0], "-3")
    assert ledger_check(owner=ledger) == []


def test_a_deleted_account_took_its_lines_along(ledger: User) -> None:
    line = StatementLine.objects.filter(statement_import__owner=ledger)[0]
    assert line.account_id is not None
    account_delete(owner=ledger, account_id=line.account_id)
    assert ledger_check(owner=ledger) == []


def test_an_unknown_user_is_told(ledger: User) -> None:
    with pytest.raises(CommandError, match="no user"):
        call_command("check_ledger", user="nobody@example.org")

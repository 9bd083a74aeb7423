"""Rows laid ready before the lock: the certificate's hashes hold, and a ledger that changed meanwhile is noticed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from transactions.models import (
    Category,
    LedgerAccount,
    Payee,
    Split,
    StatementImport,
    StatementLine,
    Tag,
    Transaction,
    TransactionTag,
)
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services import import_book, imports
from transactions.services.accounts import account_create, account_update
from transactions.services.categories import category_create, category_delete, category_update
from transactions.services.import_book import Prepared
from transactions.services.import_plan import ledger_stamp
from transactions.services.import_read import read_file
from transactions.services.import_write import write_rows
from transactions.services.imports import import_rollback, import_start
from transactions.services.payees import payee_create, payee_delete
from transactions.services.transactions import (
    TransactionGiven,
    transaction_create,
    transaction_delete,
    transaction_update,
)
from transactions.tests.fake_bank import Row, bank_file, bank_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
MARCH: list[Row] = [("2026-03-01", "-12.30", "Tesco"), ("2026-03-02", "-2.80", "Cafe"), ("2026-03-02", "-2.80", "Cafe")]
EXTRAS: list[dict[str, Any]] = [
    {"booking_date": "2026-03-01", "amount": "-3.00", "counterparty": "Shop", "category_hint": "Home: Flowers",
     "tags": ["b", "a"], "note": "mine", "splits": [["-1.00", "Home: Bread", "x"], ["-2.00", "Groceries", ""]]},
    {"booking_date": "2026-03-02", "amount": "50.00", "counterparty": "Other", "transfer_to": "Savings"},
]  # fmt: skip


def proven(owner: User, data: bytes, **also: Any) -> dict[str, Any]:
    """Import, and hold what the certificate says against the whole ledger read before and after."""
    before = ledger_content_hash(owner=owner)
    record = import_start(owner=owner, file_name="a.csv", data=data, commit=True, **also)
    assert record.status == "committed", record.errors
    proof = dict(record.certificate or {})
    assert proof["ledger_hash_before"] == before
    assert proof["ledger_hash_after"] == ledger_content_hash(owner=owner)
    return proof


def test_the_hash_holds_where_an_account_learns_its_number(alice: User) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    proven(alice, bank_file(*MARCH), account_id=account.pk)
    proven(alice, bank_file(("2026-04-01", "-1.00", "Tesco"), external_ref="DE01"), account_id=account.pk)
    assert LedgerAccount.objects.get().external_ref == "DE01"


def test_the_hash_holds_with_categories_to_be_made_splits_tags_and_transfers(alice: User) -> None:
    savings = [("2026-03-02", "-50.00", "To Giro"), ("2026-03-05", "-7.00", "Rent")]
    files: list[dict[str, Any]] = [
        {"name": "Giro", "rows": EXTRAS, "currency": "EUR"},
        {"name": "Savings", "rows": savings},
    ]
    proven(alice, bank_files(*files, format="ynab"))
    assert (Split.objects.count(), Tag.objects.count(), TransactionTag.objects.count()) == (2, 2, 2)
    assert Category.objects.filter(name="Flowers").exists()
    assert sorted(Transaction.objects.values_list("counterparty", flat=True)) == ["Other", "Rent", "Shop", "To Giro"]


def test_the_hash_holds_where_a_pending_row_is_posted(alice: User) -> None:
    pending = {"booking_date": "2026-03-03", "amount": "-9.00", "counterparty": "Hotel", "is_pending": True}
    proven(alice, bank_file(*MARCH, pending, external_ref="DE01", currency="EUR"))
    proof = proven(alice, bank_file(*MARCH, ("2026-03-04", "-9.00", "Hotel"), external_ref="DE01", currency="EUR"))
    assert (proof["lines_new"], proof["lines_duplicate"]) == (0, 4)


def test_transfers_are_found_among_the_sizes_that_two_accounts_have(alice: User) -> None:
    proven(alice, bank_file(("2026-03-01", "-50.00", "Transfer to savings"), name="Giro"))
    proven(alice, bank_file(("2026-03-02", "50.00", "Transfer"), ("2026-03-02", "7.00", "Gift"), name="Savings"))
    found = alice.transfers.values_list("outgoing__amount_minor", "incoming__amount_minor")
    assert list(found) == [(-5000, 5000)]


@pytest.fixture
def row(alice: User) -> Transaction:
    account = account_create(owner=alice, name="Giro", currency="EUR")
    category_create(owner=alice, name="Old", kind="expense")
    payee_create(owner=alice, name="Payee")
    return typed(alice, account.pk, "-5.00", "first")


def typed(owner: User, account: int, amount: str, text: str) -> Transaction:
    given: TransactionGiven = {
        "account": account, "booking_date": date(2026, 3, 1), "amount": Decimal(amount), "description": text,
    }  # fmt: skip
    return transaction_create(owner=owner, given=given)


Change = Callable[[User, Transaction], object]
CHANGES: dict[str, Change] = {
    "a row more": lambda who, row: typed(who, row.account_id, "1.00", "x"),
    "a row less": lambda who, row: transaction_delete(owner=who, transaction_id=row.pk),
    "a note": lambda who, row: transaction_update(owner=who, transaction_id=row.pk, changes={"note": "mine"}),
    "splits": lambda who, row: transaction_update(
        owner=who,
        transaction_id=row.pk,
        changes={"splits": [{"amount": Decimal("-2.00")}, {"amount": Decimal("-3.00")}]},
    ),
    "an account's name": lambda who, row: account_update(
        owner=who, account_id=row.account_id, changes={"name": "Other"}
    ),
    "a category's name": lambda who, row: category_update(
        owner=who, category_id=Category.objects.get(owner=who, name="Old").pk, changes={"name": "New"}
    ),
    "a category less": lambda who, row: category_delete(
        owner=who, category_id=Category.objects.get(owner=who, name="Old").pk
    ),
    "a payee less": lambda who, row: payee_delete(owner=who, payee_id=Payee.objects.get(owner=who).pk),
    "an import": lambda who, row: proven(who, bank_file(*MARCH)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_stamp_tells_every_change(alice: User, bob: User, row: Transaction, what: str) -> None:
    before, of_bob = ledger_stamp(alice), ledger_stamp(bob)
    CHANGES[what](alice, row)
    assert ledger_stamp(alice) != before
    assert ledger_stamp(alice) == ledger_stamp(alice)
    assert ledger_stamp(bob) == of_bob


def test_an_import_taken_back_changes_the_stamp_too(alice: User) -> None:
    record = import_start(owner=alice, file_name="a.csv", data=bank_file(*MARCH), commit=True)
    before = ledger_stamp(alice)
    import_rollback(owner=alice, import_id=record.pk)
    assert ledger_stamp(alice) != before


def test_what_changed_between_planning_and_the_lock_is_seen(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    account = account_create(owner=alice, name="Giro", currency="EUR", external_ref="DE01")
    ready, hashes = import_book.import_ready, list[str]()

    def with_a_row_typed_meanwhile(**given: Any) -> Prepared:
        prepared = ready(**given)
        typed(alice, account.pk, "-12.30", "Tesco")
        hashes.append(ledger_content_hash(owner=alice))
        return prepared

    monkeypatch.setattr(imports, "import_ready", with_a_row_typed_meanwhile)
    record = import_start(owner=alice, file_name="a.csv", data=bank_file(*MARCH, external_ref="DE01"), commit=True)
    proof = dict(record.certificate or {})
    assert (record.status, record.lines_new, record.lines_duplicate) == ("committed", 2, 1)
    assert proof["ledger_hash_before"] == hashes[0]
    assert proof["ledger_hash_after"] == ledger_content_hash(owner=alice)


def test_an_edit_while_rows_are_laid_ready_has_them_planned_anew_before_the_lock(alice: User) -> None:
    record = StatementImport(owner=alice, file_name="a.csv", wants_commit=True, file_bytes=1)
    record.save()
    read = read_file(bank_file(*MARCH), file_name="a.csv", currency="EUR")
    prepared = import_book.import_prepare(owner=alice, record=record, read=read)
    heard: list[int] = []

    def tick(done: int, of: int) -> None:
        if not heard:
            account_create(owner=alice, name="Giro", currency="EUR")
        heard.append(of)

    again = import_book.import_ready(owner=alice, record=record, prepared=prepared, tick=tick)
    assert heard == [3, 3]
    assert again.staged is not None
    assert again.staged.stamp == ledger_stamp(alice)


def test_lines_keep_the_order_of_the_file_and_their_transactions(alice: User) -> None:
    proven(alice, bank_file(*MARCH))
    proven(alice, bank_file(*MARCH, ("2026-02-01", "-4.00", "Earlier"), ("2026-03-09", "-6.00", "Later")))
    lines = StatementLine.objects.order_by("pk").values_list("statement_import_id", "line")
    assert list(lines) == sorted(lines)
    for txn in Transaction.objects.select_related("statement_line"):
        line = txn.statement_line
        assert line is not None
        assert (line.amount_minor, line.counterparty) == (txn.amount_minor, txn.counterparty)
    made = typed(alice, LedgerAccount.objects.get().pk, "1.00", "by hand, after ids were given out in bulk")
    assert made.pk == max(Transaction.objects.values_list("pk", flat=True))


def test_nothing_stays_behind_in_the_connection(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**given: Any) -> Sequence[int]:
        write_rows(**given)
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(import_book, "write_rows", broken)
        with pytest.raises(RuntimeError):
            import_start(owner=alice, file_name="a.csv", data=bank_file(*MARCH), commit=True)
    assert (Transaction.objects.count(), StatementLine.objects.count()) == (0, 0)
    assert proven(alice, bank_file(*MARCH))["lines_new"] == 3
    assert "import_staged" not in connection.introspection.table_names()

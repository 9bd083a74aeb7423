from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from transactions.models import Change, ChangeSet, LedgerAccount, Split, Tag, Transaction, TransactionTag, Transfer
from transactions.selectors.changes import deleted_changes
from transactions.selectors.snapshots import snapshots_of
from transactions.services.accounts import account_create
from transactions.services.changes import change_undo, change_undo_last, transaction_restore
from transactions.services.history import ledger_change
from transactions.services.payees import payee_create, payee_delete
from transactions.services.transactions import transaction_create, transaction_delete, transaction_update
from transactions.services.transfers import transfer_create

pytestmark = pytest.mark.django_db


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    return account_create(owner=alice, name="Giro", currency="EUR")


@pytest.fixture
def savings(alice: User) -> LedgerAccount:
    return account_create(owner=alice, name="Savings", currency="EUR")


def enter(account: LedgerAccount, amount: str, **given: object) -> Transaction:
    body = {"account": account.pk, "booking_date": date(2026, 3, 10), "amount": Decimal(amount), **given}
    return transaction_create(owner=account.owner, given=body)  # type: ignore[arg-type]


def enter_two(owner: User, *accounts: int) -> None:
    with ledger_change(owner=owner, kind="bulk"):
        for account in accounts:
            day = date(2026, 3, 10)
            transaction_create(owner=owner, given={"account": account, "booking_date": day, "amount": Decimal(1)})


def edit(txn: Transaction, **changes: object) -> None:
    transaction_update(owner=txn.owner, transaction_id=txn.pk, changes=changes)  # type: ignore[arg-type]


def state(owner: User) -> dict[int, dict[str, object]]:
    found = snapshots_of(owner=owner, ids=Transaction.objects.values_list("pk", flat=True))
    return {pk: {name: value for name, value in row.items() if not name.startswith("_")} for pk, row in found.items()}


def last() -> ChangeSet:
    found = ChangeSet.objects.order_by("-pk").first()
    assert found is not None
    return found


def test_each_deed_leaves_one_change_with_what_differs(alice: User, giro: LedgerAccount) -> None:
    txn = enter(giro, "-5", note="cat")
    edit(txn, note="dog")
    edit(txn, note="dog")
    sets = ChangeSet.objects.order_by("pk")
    assert [(one.kind, one.row_count, one.actor) for one in sets] == [("create", 1, alice), ("edit", 1, alice)]
    assert Change.objects.filter(change_set=sets[1]).values_list("before", "after").get() == (
        {"note": "cat"},
        {"note": "dog"},
    )
    assert sets[0].summary == "Entered -5.00 EUR"


def test_undo_goes_back_step_by_step_and_an_undone_undo_does_it_again(alice: User, giro: LedgerAccount) -> None:
    txn = enter(giro, "-5", note="cat")
    edit(txn, note="dog", splits=[{"amount": Decimal(-2)}, {"amount": Decimal(-3)}])
    edited = state(alice)
    undone = change_undo_last(owner=alice)
    assert (Transaction.objects.get().note, Split.objects.count(), undone.kind) == ("cat", 0, "undo")
    change_undo(owner=alice, change_set_id=undone.pk)
    assert state(alice) == edited
    change_undo_last(owner=alice)
    change_undo_last(owner=alice)
    assert not Transaction.objects.exists()
    with pytest.raises(DomainError, match="nothing to undo"):
        change_undo_last(owner=alice)


def test_a_deleted_row_comes_back_whole_under_its_number(
    alice: User, giro: LedgerAccount, savings: LedgerAccount
) -> None:
    out = enter(giro, "-5", note="x", splits=[{"amount": Decimal(-2), "note": "a"}, {"amount": Decimal(-3)}])
    TransactionTag.objects.create(transaction=out, tag=Tag.objects.create(owner=alice, name="Trip"))
    into = enter(savings, "5")
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    before, made = state(alice), Transaction.objects.get(pk=out.pk)
    transaction_delete(owner=alice, transaction_id=out.pk)
    assert [row.transaction_id for row in deleted_changes(owner=alice)] == [out.pk]
    other = Transaction.objects.get(pk=into.pk).revision
    back = transaction_restore(owner=alice, transaction_id=out.pk)
    assert state(alice) == before
    assert (back.created_at, back.revision) == (made.created_at, made.revision + 1)
    assert Transaction.objects.get(pk=into.pk).revision == other + 1
    assert not deleted_changes(owner=alice).exists()
    with pytest.raises(NotFoundError):
        transaction_restore(owner=alice, transaction_id=out.pk)


def test_a_new_row_never_gets_the_number_of_a_deleted_one(alice: User, giro: LedgerAccount) -> None:
    txn = enter(giro, "-5")
    number = txn.pk
    transaction_delete(owner=alice, transaction_id=number)
    assert enter(giro, "-6").pk > number
    assert transaction_restore(owner=alice, transaction_id=number).amount_minor == -500


def test_a_restored_side_of_a_changed_transfer_comes_back_unlinked(
    alice: User, giro: LedgerAccount, savings: LedgerAccount
) -> None:
    out, into = enter(giro, "-5"), enter(savings, "5")
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    transaction_delete(owner=alice, transaction_id=out.pk)
    edit(into, amount=Decimal(6))
    transaction_restore(owner=alice, transaction_id=out.pk)
    assert Transaction.objects.count() == 2
    assert not Transfer.objects.exists()


def test_a_later_change_of_the_same_field_stands_in_the_way_and_of_another_does_not(
    alice: User, giro: LedgerAccount
) -> None:
    txn = enter(giro, "-5", note="a")
    edit(txn, note="b")
    first = last()
    edit(txn, value_date=date(2026, 3, 11))
    undone = change_undo(owner=alice, change_set_id=first.pk)
    row = Transaction.objects.get()
    assert (row.note, row.value_date) == ("a", date(2026, 3, 11))
    change_undo(owner=alice, change_set_id=undone.pk)
    edit(txn, note="c")
    with pytest.raises(DomainError) as caught:
        change_undo(owner=alice, change_set_id=first.pk)
    assert (caught.value.status, caught.value.code, list(caught.value.fields)) == (409, "in_the_way", [str(txn.pk)])
    assert Transaction.objects.get().note == "c"


def test_undoing_an_amount_that_is_split_since_is_refused(alice: User, giro: LedgerAccount) -> None:
    txn = enter(giro, "-5")
    edit(txn, amount=Decimal(-6))
    amount = last()
    edit(txn, splits=[{"amount": Decimal(-2)}, {"amount": Decimal(-4)}])
    with pytest.raises(DomainError, match="add up"):
        change_undo(owner=alice, change_set_id=amount.pk)


def test_a_transfer_that_fell_apart_by_an_edit_is_there_again_after_undo(
    alice: User, giro: LedgerAccount, savings: LedgerAccount
) -> None:
    out, into = enter(giro, "-5"), enter(savings, "5")
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    before = state(alice)
    edit(out, amount=Decimal(-6))
    assert not Transfer.objects.exists()
    assert last().row_count == 2
    change_undo_last(owner=alice)
    assert state(alice) == before


def test_a_payee_that_is_gone_is_made_again(alice: User, giro: LedgerAccount) -> None:
    payee = payee_create(owner=alice, name="Vet")
    txn = enter(giro, "-5", payee=payee.pk)
    transaction_delete(owner=alice, transaction_id=txn.pk)
    payee_delete(owner=alice, payee_id=payee.pk)
    back = transaction_restore(owner=alice, transaction_id=txn.pk)
    assert back.payee is not None
    assert back.payee.name == "Vet"


def test_a_reconciled_row_asks_before_it_moves(alice: User, giro: LedgerAccount) -> None:
    txn = enter(giro, "-5", status="reconciled")
    edit(txn, note="fine")
    for change in ({"amount": Decimal(-6)}, {"booking_date": date(2026, 3, 9)}):
        with pytest.raises(DomainError, match="reconciled") as caught:
            edit(txn, **change)
        assert (caught.value.status, caught.value.code) == (409, "reconciled")
    with pytest.raises(DomainError, match="reconciled"):
        transaction_delete(owner=alice, transaction_id=txn.pk)
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"amount": Decimal(-6)}, unlock=True)
    with pytest.raises(DomainError) as caught:
        change_undo_last(owner=alice)
    assert caught.value.code == "reconciled"
    change_undo_last(owner=alice, unlock=True)
    assert Transaction.objects.get().amount_minor == -500


def test_what_belongs_to_others_is_not_found(alice: User, bob: User, giro: LedgerAccount) -> None:
    txn = enter(giro, "-5")
    with pytest.raises(NotFoundError):
        change_undo(owner=bob, change_set_id=last().pk)
    transaction_delete(owner=alice, transaction_id=txn.pk)
    with pytest.raises(NotFoundError):
        transaction_restore(owner=bob, transaction_id=txn.pk)
    with pytest.raises(DomainError, match="nothing to undo"):
        change_undo_last(owner=bob)


def test_changes_within_a_change_are_one_and_a_failed_one_leaves_nothing(alice: User, giro: LedgerAccount) -> None:
    with ledger_change(owner=alice, kind="bulk", summary="Two at once"):
        enter(giro, "-5")
        enter(giro, "-6")
    assert (last().kind, last().summary, last().row_count) == ("bulk", "Two at once", 2)
    with pytest.raises(DomainError, match="no such account"):
        enter_two(alice, giro.pk, 10**9)
    assert (Transaction.objects.count(), ChangeSet.objects.count()) == (2, 1)
    change_undo_last(owner=alice)
    assert not Transaction.objects.exists()

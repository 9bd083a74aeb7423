from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from transactions.models import (
    ChangeSet,
    LedgerAccount,
    MergedTransaction,
    StatementImport,
    StatementLine,
    Tag,
    Transaction,
    Transfer,
)
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.accounts import account_create
from transactions.services.changes import change_undo, change_undo_last
from transactions.services.imports import import_rollback, import_start
from transactions.services.merge import transaction_merge
from transactions.services.transactions import transaction_create, transaction_delete
from transactions.services.transfers import transfer_create
from transactions.tests.fake_bank import bank_file, bank_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
Line = StatementLine.Status


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    return account_create(owner=alice, name="Giro", currency="EUR", opening_balance=Decimal(0))


def enter(account: LedgerAccount, amount: str = "-5", day: int = 10, **given: object) -> Transaction:
    body = {"account": account.pk, "booking_date": date(2026, 3, day), "amount": Decimal(amount), **given}
    return transaction_create(owner=account.owner, given=body)  # type: ignore[arg-type]


def bring(account: LedgerAccount, *rows: tuple[str, str, str], name: str = "a.csv") -> StatementImport:
    record = import_start(
        owner=account.owner,
        file_name=name,
        data=bank_files({"rows": list(rows)}, source_key=name),
        account_id=account.pk,
        commit=True,
    )
    assert record.status == "committed", record.errors
    return record


def row_of(record: StatementImport) -> Transaction:
    return Transaction.objects.get(statement_line__statement_import=record)


def test_the_kept_row_takes_what_it_lacks(alice: User, giro: LedgerAccount) -> None:
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    kept = enter(giro, note="mine", tags=["A"])
    gone = enter(giro, day=11, note="theirs", value_date=date(2026, 3, 12), tags=["B"],
                 splits=[{"amount": Decimal(-2)}, {"amount": Decimal(-3)}])  # fmt: skip
    into = enter(savings, "5")
    transfer_create(owner=alice, outgoing=gone.pk, incoming=into.pk)
    before = ledger_content_hash(owner=alice)
    transaction_merge(owner=alice, keep=kept.pk, others=[gone.pk])
    row = Transaction.objects.get(account=giro)
    assert (row.pk, row.note, row.value_date, row.splits.count()) == (kept.pk, "mine", date(2026, 3, 12), 2)
    assert set(row.tags.values_list("name", flat=True)) == {"A", "B"}
    assert (Transfer.objects.get().outgoing_id, Transfer.objects.get().status) == (kept.pk, "confirmed")
    merged = ledger_content_hash(owner=alice)
    undone = change_undo_last(owner=alice)
    assert ledger_content_hash(owner=alice) == before
    change_undo(owner=alice, change_set_id=undone.pk)
    assert ledger_content_hash(owner=alice) == merged
    assert Tag.objects.count() == 2


def test_lines_of_the_other_count_as_duplicates_and_its_file_adds_nothing_again(
    alice: User, giro: LedgerAccount
) -> None:
    first = bring(giro, ("2026-03-10", "-5", "Corner Coffee"))
    second = bring(giro, ("2026-03-20", "-5", "POS 1234 CC"), name="b.csv")
    kept, gone = row_of(first), row_of(second)
    transaction_merge(owner=alice, keep=kept.pk, others=[gone.pk])
    second.refresh_from_db()
    line = second.lines.get()
    assert (line.status, line.matched_transaction_id, line.duplicate_of_id) == (
        Line.DUPLICATE, kept.pk, kept.statement_line_id,
    )  # fmt: skip
    assert (second.lines_new, second.lines_duplicate, second.accounts[0]["lines_duplicate"]) == (0, 1, 1)
    bring(giro, ("2026-03-20", "-5", "POS 1234 CC"), name="c.csv")
    assert Transaction.objects.count() == 1


def test_a_merged_line_is_recognised_again_however_far_its_row_lies(alice: User, giro: LedgerAccount) -> None:
    first = bring(giro, ("2026-03-10", "-5", "Corner Coffee"))
    second = bring(giro, ("2026-08-20", "-5", "POS 1234 CC"), name="b.csv")
    transaction_merge(owner=alice, keep=row_of(first).pk, others=[row_of(second).pk])
    again = bring(giro, ("2026-08-20", "-5", "POS 1234 CC"), name="c.csv")
    assert (Transaction.objects.count(), again.lines_duplicate) == (1, 1)


def test_undoing_a_merge_gives_the_lines_back_as_often_as_one_likes(alice: User, giro: LedgerAccount) -> None:
    first = bring(giro, ("2026-03-10", "-5", "Corner Coffee"))
    second = bring(giro, ("2026-03-20", "-5", "POS 1234 CC"), name="b.csv")
    before = ledger_content_hash(owner=alice)
    transaction_merge(owner=alice, keep=row_of(first).pk, others=[row_of(second).pk])
    merge = ChangeSet.objects.get(kind="merge")
    for _ in range(2):
        undone = change_undo(owner=alice, change_set_id=merge.pk)
        assert ledger_content_hash(owner=alice) == before
        assert second.lines.get().status == Line.BOOKED
        second.refresh_from_db()
        assert (second.lines_new, second.lines_duplicate) == (1, 0)
        change_undo(owner=alice, change_set_id=undone.pk)
        assert (Transaction.objects.count(), second.lines.get().status) == (1, Line.DUPLICATE)
    change_undo(owner=alice, change_set_id=merge.pk)
    import_rollback(owner=alice, import_id=second.pk)
    assert Transaction.objects.get() == row_of(first)


def test_rolling_back_the_kept_rows_import_hands_it_to_the_other(alice: User, giro: LedgerAccount) -> None:
    first = bring(giro, ("2026-03-10", "-5", "Corner Coffee"))
    second = bring(giro, ("2026-03-20", "-5", "POS 1234 CC"), name="b.csv")
    kept = row_of(first)
    transaction_merge(owner=alice, keep=kept.pk, others=[row_of(second).pk])
    import_rollback(owner=alice, import_id=first.pk)
    assert row_of(second).pk == kept.pk
    import_rollback(owner=alice, import_id=second.pk)
    assert not Transaction.objects.exists()


def test_a_row_typed_by_hand_takes_the_line_and_survives_its_roll_back(alice: User, giro: LedgerAccount) -> None:
    record = bring(giro, ("2026-03-20", "-5", "POS 1234 CC"))
    typed = enter(giro, note="coffee")
    booked = row_of(record)
    transaction_merge(owner=alice, keep=typed.pk, others=[booked.pk])
    row = Transaction.objects.get()
    assert (row.pk, row.statement_line_id, row.note) == (typed.pk, record.lines.get().pk, "coffee")
    undone = change_undo_last(owner=alice)
    assert (Transaction.objects.count(), MergedTransaction.objects.count()) == (2, 0)
    assert row_of(record).pk == booked.pk
    change_undo(owner=alice, change_set_id=undone.pk)
    import_rollback(owner=alice, import_id=record.pk)
    row = Transaction.objects.get()
    assert (row.pk, row.statement_line_id, row.note) == (typed.pk, None, "coffee")


def test_an_import_that_came_between_keeps_a_merge_from_being_undone(alice: User, giro: LedgerAccount) -> None:
    first = bring(giro, ("2026-03-10", "-5", "Corner Coffee"))
    second = bring(giro, ("2026-03-20", "-5", "POS 1234 CC"), name="b.csv")
    transaction_merge(owner=alice, keep=row_of(first).pk, others=[row_of(second).pk])
    import_rollback(owner=alice, import_id=second.pk)
    with pytest.raises(DomainError, match="Nothing was changed") as caught:
        change_undo(owner=alice, change_set_id=ChangeSet.objects.get(kind="merge").pk)
    assert caught.value.code == "in_the_way"
    with pytest.raises(DomainError, match="Import the file again"):
        change_undo_last(owner=alice)
    assert Transaction.objects.count() == 1


def test_only_rows_of_one_account_and_amount_can_be_merged(alice: User, bob: User, giro: LedgerAccount) -> None:
    other = account_create(owner=alice, name="Other", currency="EUR")
    kept = enter(giro)
    for wrong in (enter(giro, "-6"), enter(other)):
        with pytest.raises(DomainError, match="same amount"):
            transaction_merge(owner=alice, keep=kept.pk, others=[wrong.pk])
    for others in ([], [kept.pk], [kept.pk, kept.pk]):
        with pytest.raises(DomainError, match="each once"):
            transaction_merge(owner=alice, keep=kept.pk, others=others)
    with pytest.raises(NotFoundError):
        transaction_merge(owner=bob, keep=kept.pk, others=[enter(giro).pk])
    locked = enter(giro, status="reconciled")
    with pytest.raises(DomainError, match="reconciled"):
        transaction_merge(owner=alice, keep=kept.pk, others=[locked.pk])
    assert Transaction.objects.count() == 5


def test_a_merged_row_that_was_pending_before_rolls_back_step_by_step(alice: User, giro: LedgerAccount) -> None:
    pending = {"booking_date": "2026-03-19", "amount": "-5", "counterparty": "Corner Coffee", "is_pending": True}
    early = import_start(owner=alice, file_name="p.csv", data=bank_file(pending), account_id=giro.pk, commit=True)
    late = bring(giro, ("2026-03-20", "-5", "Corner Coffee"), name="b.csv")
    typed = enter(giro, day=1, note="coffee")
    transaction_merge(owner=alice, keep=typed.pk, others=[Transaction.objects.exclude(pk=typed.pk).get().pk])
    import_rollback(owner=alice, import_id=late.pk)
    import_rollback(owner=alice, import_id=early.pk)
    row = Transaction.objects.get()
    assert (row.pk, row.booking_date, row.statement_line_id) == (typed.pk, date(2026, 3, 1), None)


def test_a_deleted_row_and_its_restored_self_follow_their_import(alice: User, giro: LedgerAccount) -> None:
    from transactions.services.changes import transaction_restore

    record = bring(giro, ("2026-03-20", "-5", "A"), ("2026-03-21", "-6", "B"))
    gone = Transaction.objects.get(amount_minor=-500)
    transaction_delete(owner=alice, transaction_id=gone.pk)
    again = bring(giro, ("2026-03-20", "-5", "A"), name="b.csv")
    assert Transaction.objects.count() == 1
    import_rollback(owner=alice, import_id=record.pk)
    restored = transaction_restore(owner=alice, transaction_id=gone.pk)
    assert restored.statement_line == again.lines.get()
    transaction_delete(owner=alice, transaction_id=gone.pk)
    import_rollback(owner=alice, import_id=again.pk)
    with pytest.raises(DomainError, match="rolled back"):
        transaction_restore(owner=alice, transaction_id=gone.pk)


ON_MARCH_3, ON_MARCH_9 = ("2026-03-03", "-5.00", "Coffee"), ("2026-03-09", "-5.00", "Coffee again")


@pytest.fixture
def merged_twice_told(alice: User, giro: LedgerAccount) -> Transaction:
    """Two lines of one file, of which the user says that they are one movement."""
    bring(giro, ON_MARCH_3, ON_MARCH_9)
    gone, kept = Transaction.objects.order_by("booking_date")
    transaction_merge(owner=alice, keep=kept.pk, others=[gone.pk])
    return kept


def test_a_file_that_lists_both_lines_of_merged_rows_adds_nothing(
    giro: LedgerAccount, merged_twice_told: Transaction
) -> None:
    for number in range(3):
        fresh = (f"2026-04-0{number + 1}", f"-{number + 70}.00", "New")
        again = bring(giro, ON_MARCH_3, ON_MARCH_9, fresh, name=f"{number}.csv")
        assert (again.lines_new, again.lines_duplicate) == (1, 2), number
    assert Transaction.objects.filter(amount_minor=-500).get() == merged_twice_told


def test_a_further_line_like_the_merged_one_is_new(giro: LedgerAccount, merged_twice_told: Transaction) -> None:
    again = bring(giro, ON_MARCH_3, ON_MARCH_3, ON_MARCH_9, name="b.csv")
    assert (again.lines_new, again.lines_duplicate) == (1, 2)
    assert merged_twice_told.pk in Transaction.objects.filter(amount_minor=-500).values_list("pk", flat=True)
    assert Transaction.objects.filter(amount_minor=-500).count() == 2

"""Answers about rows that may be there already: given, changed, taken back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from rest_framework.test import APIClient

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import (
    Attachment,
    Category,
    ChangeSet,
    DuplicateReview,
    LedgerAccount,
    Split,
    StatementImport,
    Tag,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.selectors.changes import deleted_changes
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.accounts import account_create
from transactions.services.attachments import attachment_add
from transactions.services.changes import change_undo, change_undo_last
from transactions.services.import_reviews import review_answer
from transactions.services.imports import import_rollback, import_start
from transactions.services.ledger_check import ledger_check
from transactions.services.transactions import transaction_update
from transactions.services.transfers import transfer_create
from transactions.tests.fake_bank import Row, bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
FIRST: list[Row] = [("2026-03-01", "-9.00", "Bakery"), ("2026-03-10", "-3.50", "Kiosk Leeds 11111111")]
SECOND: list[Row] = [("2026-03-10", "-3.50", "Kiosk Leeds 22222222"), ("2026-03-20", "-7.00", "Florist")]


@pytest.fixture
def account(alice: User) -> LedgerAccount:
    return account_create(owner=alice, name="Giro", currency="EUR")


def take(owner: User, account: LedgerAccount, rows: list[Row]) -> StatementImport:
    return import_start(owner=owner, file_name="x.csv", data=bank_file(*rows), account_id=account.pk, commit=True)


@pytest.fixture
def asked(alice: User, account: LedgerAccount) -> DuplicateReview:
    take(alice, account, FIRST)
    assert take(alice, account, SECOND).lines_review == 1
    return DuplicateReview.objects.get()


def counts(review: DuplicateReview) -> tuple[int, int, int, int]:
    assert review.line is not None
    record = review.line.statement_import
    record.refresh_from_db()
    row = record.accounts[0]
    assert (row["lines_new"], row["lines_duplicate"]) == (record.lines_new, record.lines_duplicate)
    return record.lines_new, record.lines_duplicate, record.lines_review, Transaction.objects.count()


def test_an_answer_may_be_changed_in_every_direction(alice: User, asked: DuplicateReview) -> None:
    seen = {"open": (2, 0, 1, 4), "different": (2, 0, 1, 4), "same": (1, 1, 0, 3)}
    hashes = {"open": ledger_content_hash(owner=alice)}
    for order in permutations(seen):
        for answer in order:
            review = review_answer(owner=alice, review_id=asked.pk, answer=answer)
            assert (review.status, counts(review)) == (answer, seen[answer])
            assert (review.answered_at is None) == (answer == "open")
            assert ledger_content_hash(owner=alice) == hashes.setdefault(answer, ledger_content_hash(owner=alice))
    assert hashes["open"] == hashes["different"] != hashes["same"]


def test_the_row_comes_back_with_what_the_user_made_of_it(alice: User, asked: DuplicateReview) -> None:
    txn = Transaction.objects.get(statement_line=asked.line)
    pets = Category.objects.get(owner=alice, key="pets")
    Split.objects.create(transaction=txn, amount_minor=-300, category=pets, note="cat", position=0)
    Split.objects.create(transaction=txn, amount_minor=-50, note="tip", position=1)
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "mine"})
    TransactionTag.objects.create(transaction=txn, tag=Tag.objects.create(owner=alice, name="journey"))
    cash = account_create(owner=alice, name="Cash", currency="EUR")
    import_start(
        owner=alice, file_name="c.csv", data=bank_file(("2026-03-10", "3.50", "from the bank")), account_id=cash.pk,
        commit=True,
    )  # fmt: skip
    into = Transaction.objects.get(account=cash)
    transfer_create(owner=alice, outgoing=txn.pk, incoming=into.pk)
    before = ledger_content_hash(owner=alice)
    review_answer(owner=alice, review_id=asked.pk, answer="same")
    assert (Transfer.objects.filter(status="confirmed").count(), Transaction.objects.filter(note="mine").count()) == (
        0,
        0,
    )
    review_answer(owner=alice, review_id=asked.pk, answer="different")
    back = Transaction.objects.get(statement_line=asked.line)
    assert (back.note, [share.note for share in back.splits.all()]) == ("mine", ["cat", "tip"])
    assert Transfer.objects.get(status="confirmed").incoming == into
    assert ledger_content_hash(owner=alice) == before


@pytest.mark.parametrize("answers", [["same"], ["same", "different"], ["different", "same", "open"]])
def test_rolling_back_after_answers_leaves_the_ledger_as_it_was(
    alice: User, account: LedgerAccount, answers: list[str]
) -> None:
    take(alice, account, FIRST)
    before = ledger_content_hash(owner=alice)
    record = take(alice, account, SECOND)
    review = DuplicateReview.objects.get()
    for answer in answers:
        review_answer(owner=alice, review_id=review.pk, answer=answer)
    import_rollback(owner=alice, import_id=record.pk)
    assert ledger_content_hash(owner=alice) == before


def test_an_answer_is_a_change_that_can_be_undone(alice: User, account: LedgerAccount, asked: DuplicateReview) -> None:
    txn = Transaction.objects.get(statement_line=asked.line)
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "mine"})
    attachment_add(owner=alice, transaction_id=txn.pk, file_name="a.pdf", chunks=[b"%PDF-1.4 a"])
    before, at_first = ledger_content_hash(owner=alice), counts(asked)
    review_answer(owner=alice, review_id=asked.pk, answer="same")
    made = ChangeSet.objects.latest("pk")
    assert (made.kind, made.row_count) == ("review", 1)
    assert made.summary == "Said that this was there already: Kiosk Leeds 22222222, -3.50 EUR"
    assert not deleted_changes(owner=alice).exists()
    done = counts(asked)
    undone = change_undo_last(owner=alice)
    asked.refresh_from_db()
    assert (asked.status, counts(asked), ledger_content_hash(owner=alice)) == ("open", at_first, before)
    back = Transaction.objects.get(statement_line=asked.line)
    assert (back.pk, back.note, Attachment.objects.filter(transaction=back).count()) == (txn.pk, "mine", 1)
    change_undo(owner=alice, change_set_id=undone.pk)
    asked.refresh_from_db()
    assert (asked.status, counts(asked)) == ("same", done)
    review_answer(owner=alice, review_id=asked.pk, answer="different")
    with pytest.raises(DomainError, match="answered again later"):
        change_undo(owner=alice, change_set_id=made.pk)
    assert ledger_check(owner=alice) == []


def test_a_reconciled_row_goes_only_when_one_says_so(
    alice: User, asked: DuplicateReview, api: Callable[[User | None], APIClient]
) -> None:
    txn = Transaction.objects.get(statement_line=asked.line)
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"status": "reconciled"})
    path = f"/api/duplicate-reviews/{asked.pk}/answer/"
    refused = api(alice).post(path, {"answer": "same"}, format="json")
    assert (refused.status_code, refused.json()["code"]) == (409, "reconciled")
    assert api(alice).post(path, {"answer": "same", "unlock": True}, format="json").status_code == 200


def test_the_last_answer_is_the_one_that_is_remembered(
    alice: User, account: LedgerAccount, asked: DuplicateReview
) -> None:
    assert asked.line is not None
    for answer, new in (("same", 0), ("different", 1)):
        review_answer(owner=alice, review_id=asked.pk, answer=answer)
        record = import_rollback(owner=alice, import_id=StatementImport.objects.order_by("-pk")[0].pk)
        assert record.status == "rolled_back"
        again = take(alice, account, SECOND)
        assert (again.lines_new, again.lines_review) == (1 + new, 0)


def test_the_answer_over_http(
    alice: User, bob: User, asked: DuplicateReview, api: Callable[[User | None], APIClient]
) -> None:
    me, path = api(alice), f"/api/duplicate-reviews/{asked.pk}/answer/"
    for answer, status in (("same", 200), ("different", 200), ("open", 200), ("perhaps", 400)):
        done = me.post(path, {"answer": answer})
        assert done.status_code == status
        if status == 200:
            assert done.json()["status"] == answer
    assert [row["id"] for row in me.get("/api/duplicate-reviews/?status=open").json()["results"]] == [asked.pk]
    assert api(bob).post(path, {"answer": "same"}).status_code == 404
    assert me.get("/api/duplicate-reviews/?status=nonsense").status_code == 400


def test_the_lines_of_an_import_over_http(
    alice: User, bob: User, asked: DuplicateReview, api: Callable[[User | None], APIClient]
) -> None:
    assert asked.line is not None
    review_answer(owner=alice, review_id=asked.pk, answer="same")
    path = f"/api/imports/{asked.line.statement_import_id}/lines/"
    rows = api(alice).get(path).json()["results"]
    assert [(row["line"], row["status"], row["transaction"] is None) for row in rows] == [
        (1, "duplicate", True),
        (2, "booked", False),
    ]
    assert rows[0]["match"]["counterparty"] == "Kiosk Leeds 11111111"
    assert rows[0]["reason"] == "You said that it is the same movement."
    assert [row["line"] for row in api(alice).get(f"{path}?status=booked").json()["results"]] == [2]
    assert api(alice).get(f"{path}?status=lost").status_code == 400
    assert api(bob).get(path).status_code == 404

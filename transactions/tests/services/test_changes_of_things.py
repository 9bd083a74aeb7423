"""Undoing what was done to categories, payees, rules, tags and reconciliations: all of it comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import (
    Category,
    Change,
    ChangeSet,
    LedgerAccount,
    Payee,
    PayeeAlias,
    Reconciliation,
    ReconciliationRow,
    Rule,
    RuleProposal,
    Split,
    Tag,
    Transaction,
    TransactionTag,
)
from transactions.selectors.changes import deleted_changes
from transactions.selectors.portable import rows_of
from transactions.services.accounts import account_create, account_delete, account_update
from transactions.services.categories import (
    categories_reorder,
    category_create,
    category_delete,
    category_merge,
    category_update,
)
from transactions.services.category_choice import category_choose
from transactions.services.changes import change_undo, change_undo_last
from transactions.services.export import export_write
from transactions.services.ledger_check import ledger_check
from transactions.services.merge import transaction_merge
from transactions.services.payee_merges import payee_merge, payee_split
from transactions.services.payees import (
    payee_create,
    payee_delete,
    payee_rename,
    payee_spellings_set,
    payees_ensure,
)
from transactions.services.reconciliation import reconciliation_finish, reconciliation_start, reconciliation_undo
from transactions.services.restore import export_restore
from transactions.services.rule_proposals import proposal_accept, proposals_list
from transactions.services.rules import rule_create, rule_delete, rule_update, rules_reorder
from transactions.services.tags import tag_create, tag_delete, tag_merge, tag_rename
from transactions.services.transactions import transaction_create, transaction_delete, transaction_update
from transactions.services.transfers import transfer_create

pytestmark = pytest.mark.django_db
MODELS: tuple[type[Model], ...] = (
    LedgerAccount, Category, Payee, PayeeAlias, Rule, RuleProposal, Tag, Reconciliation, ReconciliationRow, Split,
    Transaction, TransactionTag,
)  # fmt: skip
NEWER: Any = {"name": "Newer"}
COUNTERS = {"updated_at", "revision"}
"""They tell that something happened, and go on counting; shares and tags get new numbers."""


def state(owner: User) -> dict[str, list[dict[str, Any]]]:
    """Every row of these tables, but counters and the numbers of rows that nothing points at."""
    numberless = {Split, TransactionTag, ReconciliationRow}
    found = {}
    for model in MODELS:
        names = [field.attname for field in model._meta.concrete_fields if field.attname not in COUNTERS]
        if model in numberless:
            names.remove("id")
        rows = rows_of(model, owner).order_by(*names).values(*names)
        found[model.__name__] = [dict(row) for row in rows]
    return found


class Book:
    """Categories one below the other, payees with spellings, tags, rules for all of them, and rows."""

    def __init__(self, owner: User) -> None:
        self.owner = owner
        self.giro = account_create(owner=owner, name="Giro", currency="EUR", opening_balance=Decimal(100))
        self.food = category_create(owner=owner, name="Eating", position=7, group="Daily", is_essential=True).pk
        self.out = category_create(owner=owner, name="Eating out", parent=self.food).pk
        self.fun = category_create(owner=owner, name="Pastime").pk
        self.cafe, self.bar = (payee_create(owner=owner, name=name).pk for name in ("Cafe", "Bar"))
        payee_rename(owner=owner, payee_id=self.cafe, name="Corner Cafe")
        self.trip, self.work = (tag_create(owner=owner, name=name).pk for name in ("trip", "work"))
        self.row = self.book("-10", "Cafe Berlin", payee=self.cafe, category=self.food, tags=["trip", "work"])
        shares = [{"amount": Decimal(-4), "category": self.food}, {"amount": Decimal(-6), "category": self.out}]
        self.split = self.book("-10", "Cafe Rome", payee=self.cafe, splits=shares, tags=["trip"])
        self.rules = [
            rule_create(owner=owner, contains="cafe", category=self.food).pk,
            rule_create(owner=owner, contains="bar", actions=[
                {"type": "set_category", "category": self.food}, {"type": "set_payee", "payee": self.bar},
            ]).pk,
            rule_create(owner=owner, actions=[{"type": "set_payee", "payee": self.cafe}], condition={"any": [
                {"field": "category", "op": "in", "value": [self.food]},
                {"field": "tag", "op": "is", "value": self.trip},
            ]}).pk,
        ]  # fmt: skip

    def book(self, amount: str, counterparty: str, **given: Any) -> int:
        day = date(2026, 3, 10)
        body: Any = {"account": self.giro.pk, "booking_date": day, "amount": Decimal(amount), **given}
        return transaction_create(owner=self.owner, given=body | {"counterparty": counterparty}).pk

    def edit(self, **changes: Any) -> None:
        given: Any = changes
        transaction_update(owner=self.owner, transaction_id=self.row, changes=given)

    def edit_rule(self, **changes: Any) -> None:
        given: Any = changes
        rule_update(owner=self.owner, rule_id=self.rules[0], changes=given)

    def category_merge(self) -> None:
        category_merge(owner=self.owner, category_id=self.food, into=self.fun)

    def category_merge_below(self) -> None:
        category_merge(owner=self.owner, category_id=self.food, into=self.out)

    def category_delete(self) -> None:
        category_delete(owner=self.owner, category_id=self.food)

    def category_delete_unused(self) -> None:
        category_delete(owner=self.owner, category_id=self.fun)

    def category_move(self) -> None:
        category_delete(owner=self.owner, category_id=self.food, move_to=self.out)

    def category_update(self) -> None:
        changes: Any = {"name": "New", "parent": self.fun, "is_archived": True, "kind": "income"}
        category_update(owner=self.owner, category_id=self.out, changes=changes)

    def categories_reorder(self) -> None:
        categories_reorder(owner=self.owner, ids=[self.fun, self.food])

    def payee_merge(self) -> None:
        payee_merge(owner=self.owner, payee_id=self.cafe, into=self.bar)

    def payee_delete(self) -> None:
        payee_delete(owner=self.owner, payee_id=self.cafe)

    def payee_split(self) -> None:
        payee_split(owner=self.owner, payee_id=self.cafe, name="Rome", counterparty="cafe rome")

    def payee_split_to_known(self) -> None:
        payee_split(owner=self.owner, payee_id=self.cafe, name="Bar", counterparty="cafe rome")

    def payee_rename(self) -> None:
        payee_rename(owner=self.owner, payee_id=self.bar, name="Late Bar")

    def payee_spellings(self) -> None:
        payee_spellings_set(owner=self.owner, payee_id=self.cafe, spellings=["CAFE ROMA", "Espresso"])

    def tag_delete(self) -> None:
        tag_delete(owner=self.owner, tag_id=self.trip)

    def tag_merge(self) -> None:
        tag_merge(owner=self.owner, tag_id=self.trip, into=self.work)

    def tag_rename(self) -> None:
        tag_rename(owner=self.owner, tag_id=self.trip, name="journey")

    def account_update(self) -> None:
        changes: Any = {"name": "Main", "opening_balance": Decimal(5), "note": "n", "is_archived": True, "kind": "cash"}
        account_update(owner=self.owner, account_id=self.giro.pk, changes=changes)

    def category_choose(self) -> None:
        category_choose(owner=self.owner, category_id=self.fun, transaction_ids=[self.row])

    def rule_create(self) -> None:
        rule_create(owner=self.owner, contains="rent", category=self.fun)

    def rule_update(self) -> None:
        rule_update(owner=self.owner, rule_id=self.rules[1], changes={"contains": "pub", "stop": True})

    def rule_delete(self) -> None:
        rule_delete(owner=self.owner, rule_id=self.rules[0])

    def rules_reorder(self) -> None:
        rules_reorder(owner=self.owner, ids=self.rules[::-1])

    def proposal_accept(self) -> None:
        (found,) = proposals_list(owner=self.owner)
        proposal_accept(owner=self.owner, key=found.proposal.key)

    def reconcile(self) -> None:
        day = date(2026, 3, 31)
        one = reconciliation_start(
            owner=self.owner, account_id=self.giro.pk, statement_date=day, closing_balance=Decimal(80)
        )
        self.before_finish(one)
        reconciliation_finish(owner=self.owner, reconciliation_id=one.pk)

    def before_finish(self, one: Reconciliation) -> None:
        """For whoever wants to look in between."""


@pytest.fixture
def book(alice: User) -> Book:
    return Book(alice)


DEEDS: list[Callable[[Book], None]] = [
    Book.category_merge, Book.category_merge_below, Book.category_delete, Book.category_delete_unused,
    Book.category_move, Book.category_update, Book.categories_reorder, Book.payee_merge, Book.payee_delete,
    Book.payee_split, Book.payee_split_to_known, Book.payee_rename, Book.tag_delete, Book.tag_merge, Book.tag_rename,
    Book.account_update, Book.payee_spellings,
    Book.category_choose, Book.rule_create, Book.rule_update, Book.rule_delete, Book.rules_reorder,
]  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_undoing_restores_everything_and_doing_again_repeats_it(
    alice: User, book: Book, deed: Callable[[Book], None]
) -> None:
    before = state(alice)
    deed(book)
    done = state(alice)
    assert done != before
    undone = change_undo_last(owner=alice)
    assert state(alice) == before
    change_undo(owner=alice, change_set_id=undone.pk)
    assert state(alice) == done
    change_undo_last(owner=alice)
    assert state(alice) == before
    assert ledger_check(owner=alice) == []


def test_a_chain_is_undone_step_by_step(alice: User, book: Book) -> None:
    deeds = [Book.payee_split, Book.category_merge, Book.tag_merge, Book.payee_merge, Book.rule_delete]
    states = []
    for deed in deeds:
        states.append(state(alice))
        deed(book)
    for before in reversed(states):
        change_undo_last(owner=alice)
        assert state(alice) == before


def test_an_accepted_proposal_is_open_again(alice: User, book: Book) -> None:
    for _ in range(3):
        book.book("-5", "Bar Sole", payee=book.bar, category=book.fun)
    rule_delete(owner=alice, rule_id=book.rules[1])
    before = state(alice)
    book.proposal_accept()
    assert proposals_list(owner=alice) == []
    made = change_undo_last(owner=alice)
    assert state(alice) == before
    assert (made.kind, made.summary) == ("undo", "Undone: Made the rule Bar")
    assert len(proposals_list(owner=alice)) == 1


def test_what_later_rows_use_stays(alice: User, book: Book) -> None:
    book.payee_split()
    split = ChangeSet.objects.latest("pk")
    rome = Payee.objects.get(name="Rome")
    later = book.book("-1", "Rome", payee=rome.pk)
    change_undo(owner=alice, change_set_id=split.pk)
    assert Transaction.objects.get(pk=later).payee_id == rome.pk
    assert Transaction.objects.get(pk=book.split).payee_id == book.cafe
    assert not PayeeAlias.objects.filter(payee=rome).exists()


@pytest.mark.parametrize(
    ("deed", "meanwhile"),
    [
        (Book.category_merge, lambda book: category_create(owner=book.owner, name="Eating")),
        (Book.category_merge, lambda book: book.edit(category=None)),
        (Book.category_merge, lambda book: book.edit_rule(category=book.out)),
        (Book.category_update, lambda book: category_update(owner=book.owner, category_id=book.out, changes=NEWER)),
        (Book.category_update, lambda book: category_delete(owner=book.owner, category_id=book.out)),
        (Book.payee_delete, lambda book: payee_create(owner=book.owner, name="cafe")),
        (Book.tag_delete, lambda book: tag_create(owner=book.owner, name="trip")),
    ],
)  # fmt: skip
def test_a_later_change_stands_in_the_way_and_nothing_is_changed(
    alice: User, book: Book, deed: Callable[[Book], None], meanwhile: Callable[[Book], object]
) -> None:
    deed(book)
    done = ChangeSet.objects.latest("pk")
    meanwhile(book)
    before = state(alice)
    with pytest.raises(DomainError) as caught:
        change_undo(owner=alice, change_set_id=done.pk)
    assert (caught.value.code, caught.value.status) == ("in_the_way", 409)
    assert state(alice) == before


def test_a_payee_that_was_merged_is_found_by_its_spelling_again(alice: User, book: Book) -> None:
    book.payee_merge()
    assert payees_ensure(owner=alice, names=["CAFE", "Corner Cafe"]) == {"cafe": book.bar, "cornercafe": book.bar}
    change_undo_last(owner=alice)
    assert payees_ensure(owner=alice, names=["CAFE", "Corner Cafe"]) == {"cafe": book.cafe, "cornercafe": book.cafe}


def test_nobody_else_can_undo_it(alice: User, bob: User, book: Book) -> None:
    book.category_merge()
    with pytest.raises(DomainError) as caught:
        change_undo(owner=bob, change_set_id=ChangeSet.objects.latest("pk").pk)
    assert caught.value.status == 404


# --- accounts


def test_a_deleted_account_is_written_down_with_what_it_took_along(alice: User, book: Book) -> None:
    cash = account_create(owner=alice, name="Cash", currency="EUR")
    given: Any = {"account": cash.pk, "booking_date": date(2026, 3, 10), "amount": Decimal(10)}
    transaction_delete(owner=alice, transaction_id=transaction_create(owner=alice, given=given).pk)
    assert deleted_changes(owner=alice).count() == 1
    into = transaction_create(owner=alice, given=given).pk
    transfer_create(owner=alice, outgoing=book.row, incoming=into)
    action = {"type": "link_transfer", "account": cash.pk}
    rule = rule_create(owner=alice, contains="atm", actions=[action])
    account_delete(owner=alice, account_id=cash.pk)
    made = ChangeSet.objects.latest("pk")
    assert (made.kind, made.summary) == ("account", "Deleted the account Cash with one row")
    (change,) = Change.objects.filter(change_set=made)
    assert (change.transaction_id, change.after) == (book.row, {f"transfer:{book.row}:{into}": None})
    assert not Rule.objects.filter(pk=rule.pk).exists()
    assert not deleted_changes(owner=alice).exists()
    with pytest.raises(DomainError) as caught:
        change_undo_last(owner=alice)
    assert (caught.value.code, caught.value.status) == ("not_undoable", 409)
    assert ledger_check(owner=alice) == []


def test_an_account_with_rows_keeps_its_currency(alice: User) -> None:
    cash = account_create(owner=alice, name="Cash", currency="EUR")
    changes: Any = {"currency": "JPY"}
    account_update(owner=alice, account_id=cash.pk, changes=changes)
    done = ChangeSet.objects.latest("pk")
    given: Any = {"account": cash.pk, "booking_date": date(2026, 3, 10), "amount": Decimal(10)}
    transaction_create(owner=alice, given=given)
    with pytest.raises(DomainError, match="rows in its new currency"):
        change_undo(owner=alice, change_set_id=done.pk)


# --- elsewhere


def test_history_goes_on_in_a_restored_ledger(alice: User, bob: User, book: Book, tmp_path: Path) -> None:
    twin = book.book("-10", "Cafe Berlin", category=book.food)
    texts = sorted(names(alice))
    book.category_merge()
    book.payee_merge()
    transaction_merge(owner=alice, keep=book.row, others=[twin])
    with (tmp_path / "all.zip").open("wb+") as stream:
        export_write(owner=alice, stream=stream)
    elsewhere = User.objects.create_user("elsewhere@example.org")
    with (tmp_path / "all.zip").open("rb") as stream:
        export_restore(owner=elsewhere, stream=stream)
    mine = state(alice)
    for _ in range(3):
        change_undo_last(owner=elsewhere)
    assert sorted(names(elsewhere)) == texts
    assert state(alice) == mine
    assert ledger_check(owner=elsewhere) == []


def names(owner: User) -> list[tuple[str, str, str]]:
    """Rows in words, whatever their numbers."""
    rows = Transaction.objects.filter(owner=owner)
    texts = rows.values_list("counterparty", "payee__name", "category__name")
    return [(who, payee or "", category or "") for who, payee, category in texts]


# --- reconciliations


def test_undoing_a_reconciliation_opens_it_again(alice: User, book: Book) -> None:
    seen: dict[str, Any] = {}
    book.before_finish = lambda one: seen.update(open=state(one.owner))  # type: ignore[method-assign]
    book.reconcile()
    done = state(alice)
    undone = change_undo_last(owner=alice)
    assert state(alice) == seen["open"]
    assert Reconciliation.objects.get().status == "open"
    change_undo(owner=alice, change_set_id=undone.pk)
    assert state(alice) == done
    assert ledger_check(owner=alice) == []
    locked = Transaction.objects.filter(status="reconciled").values_list("pk", "revision")
    assert dict(ReconciliationRow.objects.values_list("transaction_id", "revision")) == dict(locked)


def test_an_adjustment_goes_with_its_reconciliation(alice: User, book: Book) -> None:
    day = date(2026, 3, 31)
    one = reconciliation_start(owner=alice, account_id=book.giro.pk, statement_date=day, closing_balance=Decimal(79))
    before = state(alice)
    reconciliation_finish(owner=alice, reconciliation_id=one.pk, adjust=True)
    change_undo_last(owner=alice)
    assert state(alice) == before


def test_an_undone_reconciliation_can_be_closed_again_by_undoing_that(alice: User, book: Book) -> None:
    book.reconcile()
    done = state(alice)
    reconciliation_undo(owner=alice, reconciliation_id=Reconciliation.objects.get().pk)
    change_undo_last(owner=alice)
    assert state(alice) == done


def test_a_reconciliation_closed_again_can_still_be_opened_by_its_first_change(alice: User, book: Book) -> None:
    """Closing again counts the rows' revisions on; that is no change of somebody else's."""
    book.reconcile()
    first = ChangeSet.objects.latest("pk")
    reconciliation_undo(owner=alice, reconciliation_id=Reconciliation.objects.get().pk)
    change_undo_last(owner=alice)
    change_undo(owner=alice, change_set_id=first.pk)
    assert Reconciliation.objects.get().status == "open"
    assert not Transaction.objects.filter(status="reconciled").exists()


def test_a_reconciliation_stays_closed_under_a_later_one(alice: User, book: Book) -> None:
    book.reconcile()
    first = ChangeSet.objects.latest("pk")
    book.book("-1", "Later")
    later = reconciliation_start(
        owner=alice, account_id=book.giro.pk, statement_date=date(2026, 4, 30), closing_balance=Decimal(79)
    )
    with pytest.raises(DomainError, match="Another one has taken its place"):
        change_undo(owner=alice, change_set_id=first.pk)
    reconciliation_finish(owner=alice, reconciliation_id=later.pk)
    with pytest.raises(DomainError, match="later reconciliation"):
        change_undo(owner=alice, change_set_id=first.pk)
    reconciliation_undo(owner=alice, reconciliation_id=later.pk)
    again = change_undo(owner=alice, change_set_id=first.pk)
    Reconciliation.objects.filter(status="open").delete()
    with pytest.raises(DomainError):
        change_undo(owner=alice, change_set_id=again.pk)


def test_a_reconciliation_is_not_closed_again_over_other_sums(alice: User, book: Book) -> None:
    book.reconcile()
    undone = change_undo_last(owner=alice)
    LedgerAccount.objects.filter(pk=book.giro.pk).update(opening_balance_minor=5)
    with pytest.raises(DomainError, match="another sum"):
        change_undo(owner=alice, change_set_id=undone.pk)

"""Categories merged, moved and removed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Category, ChangeSet, Rule, Split, Transaction
from transactions.services.accounts import account_create
from transactions.services.categories import (
    categories_reorder,
    categories_usage,
    category_create,
    category_delete,
    category_merge,
    category_update,
    category_usage,
)
from transactions.services.rules import rule_create
from transactions.services.transactions import transaction_create

pytestmark = pytest.mark.django_db


class Tree:
    """Top -> Middle -> Low, and Other; a whole row in Middle, a split row with a share in it, and a rule for it."""

    def __init__(self, owner: User) -> None:
        self.owner = owner
        self.top = category_create(owner=owner, name="Top").pk
        self.middle = category_create(owner=owner, name="Middle", parent=self.top).pk
        self.low = category_create(owner=owner, name="Low", parent=self.middle).pk
        self.other = category_create(owner=owner, name="Other one").pk
        account = account_create(owner=owner, name="Giro", currency="EUR").pk
        given: Any = {"account": account, "booking_date": date(2026, 3, 1), "amount": Decimal(-10)}
        whole: Any = {**given, "category": self.middle}
        self.whole = transaction_create(owner=owner, given=whole).pk
        shares = [{"amount": Decimal(-4), "category": self.middle}, {"amount": Decimal(-6), "category": self.other}]
        given |= {"splits": shares}
        self.split = transaction_create(owner=owner, given=given).pk
        self.rule = rule_create(owner=owner, contains="market", category=self.middle).pk

    def used(self) -> list[int | None]:
        """The categories of the whole row and of the shares."""
        whole = Transaction.objects.get(pk=self.whole).category_id
        return [whole, *Split.objects.filter(transaction=self.split).values_list("category_id", flat=True)]

    def parent(self, pk: int) -> int | None:
        return Category.objects.get(pk=pk).parent_id


@pytest.fixture
def tree(alice: User) -> Tree:
    return Tree(alice)


def test_merging_moves_everything_and_can_be_undone_for_rows(alice: User, tree: Tree) -> None:
    kept = category_merge(owner=alice, category_id=tree.middle, into=tree.other)
    assert kept.pk == tree.other
    assert (tree.used(), tree.parent(tree.low)) == ([tree.other, tree.other, tree.other], tree.other)
    assert Rule.objects.get(pk=tree.rule).category_id == tree.other
    assert Transaction.objects.get(pk=tree.whole).category_source == "user"
    made = ChangeSet.objects.order_by("-pk")[0]
    assert (made.summary, made.row_count) == ("Merged the category Middle into Other one", 2)


def test_merging_into_what_is_below_makes_no_circle(alice: User, tree: Tree) -> None:
    category_merge(owner=alice, category_id=tree.top, into=tree.low)
    assert tree.parent(tree.middle) is None
    assert tree.parent(tree.low) == tree.middle
    with pytest.raises(DomainError):
        category_merge(owner=alice, category_id=tree.low, into=tree.low)


def test_deleting_leaves_rows_uncategorised_and_lifts_what_is_below(alice: User, tree: Tree) -> None:
    category_delete(owner=alice, category_id=tree.middle)
    assert (tree.used(), tree.parent(tree.low)) == ([None, None, tree.other], tree.top)
    assert Transaction.objects.get(pk=tree.whole).category_source == "none"
    assert not Rule.objects.filter(pk=tree.rule).exists()


def test_deleting_may_move_rows_elsewhere(alice: User, bob: User, tree: Tree) -> None:
    category_delete(owner=alice, category_id=tree.middle, move_to=tree.other)
    assert tree.used() == [tree.other, tree.other, tree.other]
    theirs = category_create(owner=bob, name="Theirs").pk
    for wrong in (theirs, tree.other):
        with pytest.raises(DomainError):
            category_delete(owner=alice, category_id=tree.other, move_to=wrong)


def test_usage_says_what_would_be_touched(alice: User, tree: Tree) -> None:
    middle = Category.objects.get(pk=tree.middle)
    usage = {"transactions": 1, "shares": 1, "rules": 1, "below": 1}
    assert category_usage(owner=alice, category=middle) == usage


def test_usage_of_all_is_the_same_in_a_fixed_number_of_queries(
    alice: User, bob: User, tree: Tree, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(5):
        found = categories_usage(owner=alice)
    assert [one["category"] for one in found] == list(
        Category.objects.filter(owner=alice).order_by("position", "pk").values_list("pk", flat=True)
    )
    for one in found:
        category = Category.objects.get(pk=one["category"])
        assert one == {"category": category.pk, **category_usage(owner=alice, category=category)}
    assert all(one["transactions"] == one["shares"] == one["rules"] == 0 for one in categories_usage(owner=bob))


def test_order_and_archive(alice: User, bob: User, tree: Tree) -> None:
    categories_reorder(owner=alice, ids=[tree.other, tree.low])
    assert list(Category.objects.filter(owner=alice).values_list("pk", flat=True)[:2]) == [tree.other, tree.low]
    for owner, ids in ((bob, [tree.other]), (alice, [tree.low, tree.low])):
        with pytest.raises(DomainError):
            categories_reorder(owner=owner, ids=ids)
    assert category_update(owner=alice, category_id=tree.other, changes={"is_archived": True}).is_archived

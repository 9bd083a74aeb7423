from __future__ import annotations

from datetime import date

import pytest

from accounts.errors import NotFoundError
from accounts.models import User
from transactions.models import Category, LedgerAccount, Transaction
from transactions.services.category_choice import category_choose


def row(owner: User) -> Transaction:
    account, _ = LedgerAccount.objects.get_or_create(owner=owner, name="Bank", currency="EUR")
    day = date(2025, 3, 1)
    return Transaction.objects.create(owner=owner, account=account, booking_date=day, amount_minor=-100, currency="EUR")


def groceries(owner: User) -> Category:
    return Category.objects.get(owner=owner, key="groceries")


def test_many_rows_get_the_owners_word(alice: User) -> None:
    rows = [row(alice) for _ in range(3)]
    assert category_choose(owner=alice, category_id=groceries(alice).pk, transaction_ids=[r.pk for r in rows]) == 3
    stored = Transaction.objects.values_list("category__key", "category_source", "revision")
    assert set(stored) == {("groceries", "user", 2)}


def test_rows_of_another_owner_are_left_alone(alice: User, bob: User) -> None:
    theirs = row(bob)
    assert category_choose(owner=alice, category_id=groceries(alice).pk, transaction_ids=[theirs.pk]) == 0
    theirs.refresh_from_db()
    assert (theirs.category, theirs.revision) == (None, 1)


def test_the_category_of_another_owner_is_not_there(alice: User, bob: User) -> None:
    with pytest.raises(NotFoundError):
        category_choose(owner=alice, category_id=groceries(bob).pk, transaction_ids=[row(alice).pk])

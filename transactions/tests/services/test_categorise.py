from __future__ import annotations

import pytest

from accounts.models import User
from accounts.signals import user_registered
from transactions.models import Category, Transaction
from transactions.services.categories import categories_ensure, category_create, category_update
from transactions.services.categorise import rules_apply
from transactions.services.imports import import_start
from transactions.services.rules import rule_create, rule_delete, rule_update
from transactions.services.transactions import transaction_update
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]


def take(owner: User, *rows: object) -> None:
    import_start(owner=owner, file_name="a.csv", data=bank_file(*rows), commit=True)  # type: ignore[arg-type]


def decided() -> tuple[str, str, str]:
    txn = Transaction.objects.select_related("category").get()
    return (txn.category.name if txn.category else "", txn.category_source, txn.category_reason)


def test_a_registered_user_starts_with_the_default_categories_once(db: None) -> None:
    user = User.objects.create_user("new@example.org")
    user_registered.send(sender=User, user=user)
    categories_ensure(owner=user)
    assert Category.objects.filter(owner=user).count() == 27
    Category.objects.filter(owner=user, key="pets").delete()
    categories_ensure(owner=user)
    assert Category.objects.filter(owner=user).count() == 26


def test_rules_come_before_the_bank_and_the_bank_before_words(alice: User) -> None:
    own = category_create(owner=alice, name="Sailing")
    rule_create(owner=alice, contains="harbour", category=own.pk)
    take(alice, {"booking_date": "2026-03-01", "amount": "-1", "counterparty": "HARBOUR Café", "category_hint": "Pets"})
    assert decided() == ("Sailing", "rule", "Your rule “harbour”.")


def test_the_banks_category_is_taken_when_the_user_has_it(alice: User) -> None:
    take(alice, {"booking_date": "2026-03-01", "amount": "-1", "counterparty": "Cafe", "category_hint": "pets"})
    assert decided()[:2] == ("Pets", "suggestion")


def test_an_archived_category_is_not_suggested_but_a_rule_may_set_it(alice: User) -> None:
    pets = Category.objects.get(owner=alice, key="pets")
    category_update(owner=alice, category_id=pets.pk, changes={"is_archived": True})
    take(alice, {"booking_date": "2026-03-01", "amount": "-1", "counterparty": "Qwertz", "category_hint": "pets"})
    assert decided() == ("", "none", "")
    rule_create(owner=alice, contains="qwertz", category=pets.pk)
    assert rules_apply(owner=alice) == 1
    assert decided()[:2] == ("Pets", "rule")


def test_nothing_known_is_nothing_said(alice: User) -> None:
    take(alice, ("2026-03-01", "-1", "Qwertz"))
    assert decided() == ("", "none", "")


def test_applying_rules_again_changes_what_the_user_did_not_decide_and_is_idempotent(alice: User) -> None:
    take(alice, ("2026-03-01", "-1", "Qwertz"), ("2026-03-01", "-2", "Qwertz"))
    mine, open_row = Transaction.objects.order_by("id")
    pets = Category.objects.get(owner=alice, key="pets")
    transaction_update(owner=alice, transaction_id=mine.pk, changes={"category": pets.pk})
    rule = rule_create(owner=alice, contains="qwe", category=category_create(owner=alice, name="Q").pk)
    assert (rules_apply(owner=alice), rules_apply(owner=alice)) == (1, 0)
    open_row.refresh_from_db()
    assert (open_row.category_source, open_row.revision) == ("rule", 2)
    assert Transaction.objects.get(pk=mine.pk).category_id == pets.pk
    rule_update(owner=alice, rule_id=rule.pk, changes={"contains": "zzz"})
    assert rules_apply(owner=alice) == 1
    open_row.refresh_from_db()
    assert (open_row.category_id, open_row.category_source) == (None, "none")
    rule_delete(owner=alice, rule_id=rule.pk)
    assert rules_apply(owner=alice) == 0

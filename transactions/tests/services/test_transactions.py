from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from transactions.models import Category, LedgerAccount, Payee, Split, Transaction, Transfer
from transactions.services.accounts import account_create, account_delete, account_update
from transactions.services.categories import category_create, category_delete, category_update
from transactions.services.payees import payee_create, payee_delete, payee_rename, payees_ensure
from transactions.services.rules import rule_create
from transactions.services.transactions import (
    SplitGiven,
    transaction_create,
    transaction_delete,
    transaction_update,
)
from transactions.services.transfers import transfer_create
from transactions.signals import ledger_changed

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    return account_create(owner=alice, name="Giro", currency="EUR")


def enter(owner: User, account: LedgerAccount, amount: str, **given: object) -> Transaction:
    return transaction_create(
        owner=owner,
        given={"account": account.pk, "booking_date": DAY, "amount": Decimal(amount), **given},  # type: ignore[typeddict-item]
    )


def shares(*amounts: str) -> list[SplitGiven]:
    return [{"amount": Decimal(amount)} for amount in amounts]


def test_the_first_account_sets_the_base_currency_and_later_ones_do_not(alice: User) -> None:
    account_create(owner=alice, name="A", currency="chf")
    account_create(owner=alice, name="B", currency="EUR")
    alice.refresh_from_db()
    assert alice.base_currency == "CHF"


def test_an_opening_balance_counts_as_known_when_it_is_given(alice: User) -> None:
    assert account_create(owner=alice, name="A", currency="EUR", opening_balance=Decimal(0)).has_known_opening
    assert not account_create(owner=alice, name="B", currency="EUR").has_known_opening


def test_the_currency_is_fixed_once_there_are_rows(alice: User, giro: LedgerAccount) -> None:
    changed = account_update(owner=alice, account_id=giro.pk, changes={"currency": "JPY"})
    assert changed.currency == "JPY"
    enter(alice, giro, "-5")
    with pytest.raises(DomainError, match="cannot change any more"):
        account_update(owner=alice, account_id=giro.pk, changes={"currency": "EUR"})


@pytest.mark.parametrize(("currency", "amount"), [("XXQ", "1"), ("JPY", "1.5"), ("EUR", "1e20")])
def test_currencies_and_amounts_must_fit(alice: User, currency: str, amount: str) -> None:
    with pytest.raises(DomainError) as caught:
        account_create(owner=alice, name="A", currency=currency, opening_balance=Decimal(amount))
    assert caught.value.fields


def test_splits_sum_exactly_or_the_error_names_the_difference(alice: User, giro: LedgerAccount) -> None:
    txn = enter(alice, giro, "-10.00", splits=shares("-7.50", "-2.50"))
    assert [split.amount_minor for split in txn.splits.all()] == [-750, -250]
    with pytest.raises(DomainError, match=r"-0\.30 EUR are left over"):
        transaction_update(owner=alice, transaction_id=txn.pk, changes={"splits": shares("-7.50", "-2.20")})
    with pytest.raises(DomainError, match="at least two"):
        transaction_update(owner=alice, transaction_id=txn.pk, changes={"splits": shares("-10.00")})
    assert Split.objects.count() == 2


def test_the_amount_of_a_split_row_cannot_drift_from_its_shares(alice: User, giro: LedgerAccount) -> None:
    txn = enter(alice, giro, "-10.00", splits=shares("-7.50", "-2.50"))
    with pytest.raises(DomainError, match="left over"):
        transaction_update(owner=alice, transaction_id=txn.pk, changes={"amount": Decimal(-11)})
    transaction_update(
        owner=alice, transaction_id=txn.pk, changes={"amount": Decimal(-11), "splits": shares("-7.50", "-3.50")}
    )
    whole = transaction_update(owner=alice, transaction_id=txn.pk, changes={"splits": []})
    assert (whole.amount_minor, whole.splits.count()) == (-1100, 0)


def test_every_change_counts_up_and_says_so_after_the_commit(
    alice: User, giro: LedgerAccount, django_capture_on_commit_callbacks: object
) -> None:
    heard: list[User] = []

    def hear(owner: User, **_: object) -> None:
        heard.append(owner)

    ledger_changed.connect(hear)
    txn = enter(alice, giro, "-10.00")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        changed = transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "for Ann"})
        assert heard == []
    ledger_changed.disconnect(hear)
    assert heard == [alice]
    assert (changed.revision, changed.updated_at > txn.updated_at) == (2, True)


def test_a_category_given_or_taken_by_hand_is_the_users_word(alice: User, giro: LedgerAccount) -> None:
    category = Category.objects.get(owner=alice, key="pets")
    txn = enter(alice, giro, "-1", category=category.pk)
    assert txn.category_source == "user"
    bare = transaction_update(owner=alice, transaction_id=txn.pk, changes={"category": None})
    assert (bare.category, bare.category_source) == (None, "user")
    assert enter(alice, giro, "-1", category=None).category_source == "none"


def test_others_ids_are_field_errors_in_a_body_and_not_found_in_a_path(
    alice: User, bob: User, giro: LedgerAccount
) -> None:
    foreign = Category.objects.get(owner=bob, key="pets")
    with pytest.raises(DomainError) as caught:
        enter(alice, giro, "-1", category=foreign.pk)
    assert (caught.value.status, list(caught.value.fields)) == (400, ["category"])
    txn = enter(alice, giro, "-1")
    with pytest.raises(NotFoundError):
        transaction_delete(owner=bob, transaction_id=txn.pk)
    with pytest.raises(DomainError, match="no such account"):
        enter(bob, giro, "-1")


def test_deleting_a_category_leaves_its_rows_uncategorised_and_counted_up(alice: User, giro: LedgerAccount) -> None:
    gone = category_create(owner=alice, name="Sailing")
    child = category_create(owner=alice, name="Sails", parent=gone.pk)
    rule_create(owner=alice, contains="harbour", category=gone.pk)
    whole = enter(alice, giro, "-5", category=gone.pk)
    split = enter(alice, giro, "-5", splits=[{"amount": Decimal(-2), "category": gone.pk}, {"amount": Decimal(-3)}])
    category_delete(owner=alice, category_id=gone.pk)
    whole.refresh_from_db()
    split.refresh_from_db()
    child.refresh_from_db()
    assert (whole.category, whole.category_source, whole.revision, split.revision) == (None, "none", 2, 2)
    assert child.parent is None
    assert not Split.objects.filter(category__isnull=False).exists()


def test_categories_have_unique_names_and_no_circles(alice: User) -> None:
    above = category_create(owner=alice, name="Boats")
    below = category_create(owner=alice, name="Sails", parent=above.pk)
    with pytest.raises(DomainError, match="already a category"):
        category_create(owner=alice, name="Boats")
    with pytest.raises(DomainError, match="above itself"):
        category_update(owner=alice, category_id=above.pk, changes={"parent": below.pk})
    with pytest.raises(DomainError, match="visible character"):
        category_create(owner=alice, name="\u200b \n")
    with pytest.raises(DomainError, match="two characters"):
        rule_create(owner=alice, contains=" x ", category=above.pk)


def test_payees_are_one_per_spelling_and_renaming_keeps_the_banks_one(alice: User, giro: LedgerAccount) -> None:
    payee = payee_create(owner=alice, name="GREEN grocer")
    with pytest.raises(DomainError, match="already a payee"):
        payee_create(owner=alice, name="Green-Grocer")
    payee_rename(owner=alice, payee_id=payee.pk, name="Corner shop")
    assert payees_ensure(owner=alice, names=["Green Grocer", "New one", "?"]) == {
        "greengrocer": payee.pk,
        "newone": Payee.objects.get(name="New one").pk,
    }
    with pytest.raises(DomainError, match="Another payee"):
        payee_rename(owner=alice, payee_id=payee.pk, name="new ONE")
    txn = enter(alice, giro, "-5", payee=payee.pk)
    payee_delete(owner=alice, payee_id=payee.pk)
    txn.refresh_from_db()
    assert (txn.payee, txn.revision) == (None, 2)


def test_changing_a_side_of_a_transfer_unlinks_it_and_counts_the_other_up(alice: User, giro: LedgerAccount) -> None:
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    out, into = enter(alice, giro, "-50"), enter(alice, savings, "50")
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    transaction_update(owner=alice, transaction_id=out.pk, changes={"note": "kept"})
    assert Transfer.objects.count() == 1
    before = Transaction.objects.get(pk=into.pk).revision
    transaction_update(owner=alice, transaction_id=out.pk, changes={"amount": Decimal(-51)})
    assert Transfer.objects.count() == 0
    assert Transaction.objects.get(pk=into.pk).revision == before + 1


def test_deleting_an_account_takes_its_rows_and_leaves_the_other_side_counting(
    alice: User, giro: LedgerAccount
) -> None:
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    out, into = enter(alice, giro, "-50"), enter(alice, savings, "50")
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    before = Transaction.objects.get(pk=into.pk).revision
    account_delete(owner=alice, account_id=giro.pk)
    assert list(Transaction.objects.values_list("pk", "revision")) == [(into.pk, before + 1)]


def test_a_transaction_moves_only_between_accounts_of_one_currency(alice: User, giro: LedgerAccount) -> None:
    other = account_create(owner=alice, name="Dollar", currency="USD")
    txn = enter(alice, giro, "-5")
    with pytest.raises(DomainError, match="is in USD"):
        transaction_update(owner=alice, transaction_id=txn.pk, changes={"account": other.pk})

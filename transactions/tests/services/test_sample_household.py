from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.db.models import Sum

from accounts.models import User
from transactions.models import LedgerAccount, StatementImport, StatementLine, Transaction, Transfer
from transactions.sampledata.household import generate_household
from transactions.services.sample_household import SeededHousehold, household_seed

pytestmark = pytest.mark.django_db
TODAY, LATER = date(2026, 2, 17), date(2026, 4, 3)
START = date(2025, 11, 1)


def seed(owner: User, today: date = TODAY) -> SeededHousehold:
    return household_seed(owner=owner, seed=7, months=3, today=today)


def ledger(owner: User) -> Counter[tuple[str, date, int]]:
    rows = Transaction.objects.filter(owner=owner).values_list("account__kind", "booking_date", "amount_minor")
    return Counter((kind, day, amount) for kind, day, amount in rows)


def truth(end: date) -> Counter[tuple[str, date, int]]:
    rows = generate_household(7, START, end).rows
    return Counter((row.account, row.booking_date, row.amount_minor) for row in rows)


def test_the_ledger_holds_exactly_the_generated_rows(alice: User) -> None:
    done = seed(alice)
    assert done.start == START
    assert ledger(alice) == truth(TODAY)
    assert done.lines_new == truth(TODAY).total()


def test_balances_are_those_of_the_household(alice: User) -> None:
    seed(alice)
    household = generate_household(7, START, TODAY)
    for sample in household.accounts:
        account = LedgerAccount.objects.get(owner=alice, external_ref=sample.external_ref)
        moved = Transaction.objects.filter(account=account).aggregate(sum=Sum("amount_minor"))["sum"]
        assert account.opening_balance_minor + moved == household.closing_minor(sample.kind)
        assert (account.name, account.kind) == (sample.name, sample.kind)


def test_a_second_run_adds_nothing_and_makes_no_import(alice: User) -> None:
    seed(alice)
    before, imports = ledger(alice), StatementImport.objects.count()
    done = seed(alice)
    assert (done.lines_new, done.confirmed) == (0, 0)
    assert ledger(alice) == before
    assert StatementImport.objects.count() == imports
    assert LedgerAccount.objects.filter(owner=alice).count() == 3


def test_a_later_run_adds_only_what_is_missing(alice: User) -> None:
    first = seed(alice)
    later = seed(alice, LATER)
    assert later.start == START
    assert ledger(alice) == truth(LATER)
    assert later.lines_new == truth(LATER).total() - first.lines_new
    assert sum(account.lines_duplicate for account in later.accounts) > 0


def test_a_clock_set_back_harms_nothing(alice: User) -> None:
    seed(alice, LATER)
    before = ledger(alice)
    assert seed(alice, TODAY).lines_new == 0
    assert ledger(alice) == before


def test_a_lost_account_comes_back(alice: User) -> None:
    seed(alice)
    LedgerAccount.objects.get(owner=alice, kind="savings").delete()
    assert seed(alice).start == START
    assert ledger(alice) == truth(TODAY)


def test_some_categories_are_the_owners_word_and_some_are_suggested(alice: User) -> None:
    done = seed(alice)
    by_source = Counter(Transaction.objects.filter(owner=alice).values_list("category_source", flat=True))
    assert by_source["user"] == done.confirmed > 30
    assert by_source["suggestion"] > 30


def test_confirmed_categories_are_true(alice: User) -> None:
    seed(alice)
    kinds = {(r.account, r.booking_date, r.amount_minor): r.category for r in generate_household(7, START, TODAY).rows}
    confirmed = Transaction.objects.filter(owner=alice, category_source="user").select_related("account", "category")
    for txn in confirmed:
        assert txn.category is not None
        assert txn.category.key == kinds[txn.account.kind, txn.booking_date, txn.amount_minor]


def test_a_category_that_the_owner_changed_stays(alice: User) -> None:
    seed(alice)
    txn = Transaction.objects.filter(owner=alice, category_source="user").first()
    assert txn is not None
    Transaction.objects.filter(pk=txn.pk).update(category=None)
    seed(alice, LATER)
    txn.refresh_from_db()
    assert txn.category is None


def test_transfers_between_the_accounts_are_found(alice: User) -> None:
    seed(alice)
    pairs = {row.transfer for row in generate_household(7, START, TODAY).rows if row.transfer}
    assert Transfer.objects.filter(owner=alice, status="confirmed").count() == len(pairs)


def test_two_owners_have_a_household_each(alice: User, bob: User) -> None:
    seed(alice)
    seed(bob)
    assert ledger(alice) == ledger(bob) == truth(TODAY)
    assert not StatementLine.objects.exclude(account__owner_id=alice.pk).exclude(account__owner_id=bob.pk).exists()

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from accounts.models import User
from transactions.models import Category, LedgerAccount
from transactions.selectors.columns import account_states, columns_for, ledger_hash
from transactions.services.accounts import account_create
from transactions.services.categories import category_update
from transactions.services.transactions import transaction_delete, transaction_update
from transactions.services.transfers import transfer_create, transfer_refuse
from transactions.tests.selectors.test_summary import enter

pytestmark = pytest.mark.django_db
END = date(2026, 4, 1)


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    return account_create(owner=alice, name="Giro", currency="EUR", opening_balance=Decimal(100))


def test_shares_come_in_a_stable_order_split_and_marked(alice: User, giro: LedgerAccount) -> None:
    pets = Category.objects.get(owner=alice, key="pets")
    later = enter(giro, "2026-03-02", "-1")
    split = enter(
        giro, "2026-03-01", "-10", splits=[{"amount": Decimal(-4), "category": pets.pk}, {"amount": Decimal(-6)}]
    )
    enter(giro, "2026-04-01", "-9")
    columns = columns_for(owner=alice, end=END)
    found = [(share.transaction_id, share.amount_minor, share.category_key, share.is_whole) for share in columns.shares]
    assert found == [(split.pk, -400, "pets", False), (split.pk, -600, "", False), (later.pk, -100, "", True)]


def test_only_confirmed_links_are_transfers(alice: User, giro: LedgerAccount) -> None:
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    transfer = Category.objects.get(owner=alice, key="transfer")
    out = enter(giro, "2026-03-01", "-50", category=transfer.pk)
    into = enter(savings, "2026-03-01", "50")
    assert not any(share.is_transfer for share in columns_for(owner=alice, end=END).shares)
    link = transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    assert all(share.is_transfer for share in columns_for(owner=alice, end=END).shares)
    transfer_refuse(owner=alice, transfer_id=link.pk)
    assert not any(share.is_transfer for share in columns_for(owner=alice, end=END).shares)


def test_states_hold_what_stands_at_the_start_of_the_day(alice: User, giro: LedgerAccount) -> None:
    enter(giro, "2026-03-31", "-30")
    enter(giro, "2026-04-01", "-1")
    state = account_states(owner=alice, as_of=END)[0]
    assert (state.balance_minor, state.has_known_opening, state.name) == (7000, True, "Giro")


def test_the_hash_sees_every_change_before_the_end_and_nothing_after(
    alice: User, bob: User, giro: LedgerAccount
) -> None:
    pets = Category.objects.get(owner=alice, key="pets")
    txn = enter(giro, "2026-03-01", "-10", category=pets.pk)
    seen = [ledger_hash(owner=alice, end=END)]

    def differs() -> bool:
        seen.append(ledger_hash(owner=alice, end=END))
        return len(set(seen)) == len(seen)

    category_update(owner=alice, category_id=pets.pk, changes={"name": "Animals"})
    assert differs()
    transaction_update(owner=alice, transaction_id=txn.pk, changes={"note": "x"})
    assert differs()
    other = enter(giro, "2026-03-02", "-1")
    assert differs()
    before = ledger_hash(owner=alice, end=END)
    enter(giro, "2026-04-01", "-1")
    enter(account_create(owner=bob, name="B", currency="EUR"), "2026-03-01", "-1")
    assert ledger_hash(owner=alice, end=END) == before
    transaction_delete(owner=alice, transaction_id=other.pk)
    assert ledger_hash(owner=alice, end=END) == seen[2]

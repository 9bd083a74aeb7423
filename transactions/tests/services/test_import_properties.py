"""What holds for any files: import twice = import once, order means nothing, a roll-back restores the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from transactions.models import StatementImport, StatementLine, Transaction
from transactions.selectors.columns import ledger_hash
from transactions.services.imports import import_rollback, import_start
from transactions.tests.fake_bank import Row, bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
END = date(2100, 1, 1)
ROWS = st.lists(
    st.tuples(
        st.integers(0, 4).map(lambda day: (date(2026, 3, 1) + timedelta(days=day)).isoformat()),
        st.sampled_from(["-2.80", "-1.00", "1.00", "2.80"]),
        st.sampled_from(["Cafe", "Shop", "Transfer", "Salary"]),
    ),
    min_size=1,
    max_size=8,
)
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def fresh_ledger() -> Iterator[None]:
    """Every example starts from nothing and leaves nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def take(owner: User, rows: list[Row], name: str = "a.csv") -> StatementImport:
    record = import_start(owner=owner, file_name=name, data=bank_file(*rows, currency="EUR"), commit=True)
    assert record.lines_found == record.lines_new + record.lines_duplicate + record.lines_rejected
    return record


def content(owner: User) -> list[tuple[object, ...]]:
    fields = ("account__name", "booking_date", "amount_minor", "counterparty", "payee__name", "category__key")
    rows = Transaction.objects.filter(owner=owner).values_list(*fields, "statement_line__fingerprint")
    return sorted(rows, key=repr)


@few
@given(ROWS)
def test_twice_is_once(alice: User, rows: list[Row]) -> None:
    with fresh_ledger():
        assert take(alice, rows).lines_new == len(rows)
        before = ledger_hash(owner=alice, end=END)
        again = take(alice, rows, "other name.csv")
        assert (again.lines_new, again.lines_duplicate) == (0, len(rows))
        assert ledger_hash(owner=alice, end=END) == before


@few
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(alice: User, bob: User, rows: list[Row], random: Random) -> None:
    with fresh_ledger():
        take(alice, rows)
        shuffled = list(rows)
        random.shuffle(shuffled)
        take(bob, shuffled)
        assert content(alice) == content(bob)
        assert take(alice, shuffled).lines_new == 0


@few
@given(ROWS, ROWS, st.booleans())
def test_rolling_back_is_as_if_it_had_never_been(
    alice: User,
    first: list[Row],
    second: list[Row],
    same_account: bool,
) -> None:
    with fresh_ledger():
        take(alice, first)
        before = ledger_hash(owner=alice, end=END)
        record = take(alice, second, "a.csv" if same_account else "b.csv")
        after = content(alice)
        import_rollback(owner=alice, import_id=record.pk)
        assert ledger_hash(owner=alice, end=END) == before
        take(alice, second, "a.csv" if same_account else "b.csv")
        assert content(alice) == after


@few
@given(ROWS, st.integers(0, 8), st.integers(0, 8))
def test_overlapping_parts_give_the_whole(alice: User, bob: User, rows: list[Row], cut: int, overlap: int) -> None:
    days = sorted(rows)
    with fresh_ledger():
        account = take(alice, days[: max(cut, 1)]).accounts[0]["id"]
        rest = bank_file(*days[max(min(cut, len(days)) - overlap, 0) :], currency="EUR")
        import_start(owner=alice, file_name="b.csv", data=rest, account_id=account, commit=True)
        take(bob, days)
        mine = StatementLine.objects.filter(account__owner=alice, status="booked").values_list("fingerprint", flat=True)
        whole = StatementLine.objects.filter(account__owner=bob, status="booked").values_list("fingerprint", flat=True)
        assert set(mine) <= set(whole)
        assert len(set(mine)) == len(mine)

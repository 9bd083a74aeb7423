"""Sums by month: right after any change, whoever makes it, and the same as those of the rows."""

from __future__ import annotations

import os
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from transactions.ledger.period import month_of
from transactions.models import Category, CategoryRollup, LedgerAccount, MonthlyRollup, Split, Transaction, Transfer
from transactions.models.rollup_triggers import install, missing
from transactions.selectors import balances, rollups
from transactions.selectors.balances import balance_series
from transactions.selectors.lists import account_list
from transactions.selectors.rollup_proof import rollups_differing
from transactions.selectors.rollups import moved_before, stale_months
from transactions.selectors.summary import Summary, summary_for
from transactions.services.accounts import account_create, account_delete
from transactions.services.categories import category_create
from transactions.services.rollups import rollup_refresh, rollups_settle

pytestmark = pytest.mark.django_db
DAYS = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 15)]
Span = tuple[date | None, date | None]
SPANS: list[Span] = [(None, None), (date(2026, 1, 1), date(2026, 1, 31)), (date(2025, 12, 31), date(2026, 3, 10)),
         (date(2026, 1, 10), date(2026, 1, 20)), (None, date(2026, 2, 28)), (date(2026, 2, 1), None)]  # fmt: skip
deeds = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 50), st.integers(-900, 900)), min_size=1, max_size=12)


class Rows:
    """Two accounts, one in another currency, changed past all services."""

    def __init__(self, owner: User) -> None:
        self.owner = owner
        owner.base_currency = "EUR"
        owner.save()
        self.accounts = [account_create(owner=owner, name=code, currency=code) for code in ("EUR", "USD")]
        self.food = category_create(owner=owner, name="Food at home").pk

    def add(self, pick: int, minor: int) -> Transaction:
        account = self.accounts[pick % 2]
        return Transaction.objects.create(
            owner=self.owner, account=account, booking_date=DAYS[pick % len(DAYS)], amount_minor=minor,
            currency=account.currency, category_id=self.food if pick % 3 else None,
        )  # fmt: skip

    def do(self, deed: int, pick: int, minor: int) -> None:
        rows = list(Transaction.objects.filter(owner=self.owner).order_by("pk"))
        row = rows[pick % len(rows)] if rows else self.add(pick, minor)
        one = Transaction.objects.filter(pk=row.pk)
        match deed:
            case 0:
                one.update(amount_minor=minor)
            case 1:
                one.update(booking_date=DAYS[minor % len(DAYS)])
            case 2:
                one.update(category_id=None if row.category_id else self.food)
            case 3:
                one.delete()
            case 4:
                Split.objects.filter(transaction=row).delete()
                for position, part in enumerate((minor, row.amount_minor - minor)):
                    Split.objects.create(transaction=row, amount_minor=part, position=position, category_id=self.food)
            case 5:
                Split.objects.filter(transaction=row).update(category=None)
            case 6 if len(rows) > 1 and row != rows[0]:
                Transfer.objects.filter(owner=self.owner).delete()
                status = "confirmed" if minor % 2 else "suggested"
                Transfer.objects.create(owner=self.owner, outgoing=rows[0], incoming=row, status=status)
            case 7:
                Transfer.objects.filter(owner=self.owner).update(status="refused" if minor % 2 else "confirmed")
            case _:
                self.add(pick, minor)


@pytest.fixture
def rows(alice: User) -> Rows:
    return Rows(alice)


def of_rows(owner: User, start: date | None, end: date | None) -> Summary:
    with patch.object(rollups, "MOST_STALE", -1):
        return summary_for(owner=owner, start=start, end=end)


def as_rows_say(owner: User, span: Span = (None, None)) -> None:
    """Every figure that is made of stored sums, held against the same of rows alone."""
    assert rollups_differing(owner=owner) == {}
    assert summary_for(owner=owner, start=span[0], end=span[1]) == of_rows(owner, *span)
    accounts = list(account_list(owner=owner))
    booked = Transaction.objects.filter(owner=owner).values_list("account_id", "booking_date", "amount_minor")
    asked = [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 20)]
    series = balance_series(owner=owner, accounts=accounts, days=asked)
    for account in accounts:
        mine = [(day, minor) for pk, day, minor in booked if pk == account.pk]
        assert (account.moved_minor, account.transaction_count) == (sum(minor for _, minor in mine), len(mine))  # type: ignore[attr-defined]
        for day in asked:
            assert series[account.pk].at(day) == sum(minor for when, minor in mine if when <= day)
    for day in DAYS:
        moved = dict.fromkeys(moved_before(owner=owner, day=day), 0)
        for pk, when, minor in booked:
            moved[pk] += minor if when < day else 0
        assert moved_before(owner=owner, day=day) == moved


@settings(
    max_examples=int(os.environ.get("SPENDWISE_ROLLUP_EXAMPLES", "6")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lives=st.lists(st.tuples(deeds, st.sampled_from(SPANS)), min_size=1, max_size=2))
def test_sums_are_what_a_rebuild_gives_after_any_change(rows: Rows, lives: list[Any]) -> None:
    Transfer.objects.all().delete()
    Transaction.objects.all().delete()
    for life, span in lives:
        for deed in life:
            rows.do(*deed)
        as_rows_say(rows.owner, span)  # some months are stale
        rollups_settle(owner=rows.owner)
        assert stale_months(owner=rows.owner) == []
        as_rows_say(rows.owner, span)


def test_a_stored_month_is_one_row_an_account(rows: Rows) -> None:
    rows.add(0, 1000), rows.add(0, -400), rows.add(2, -5)
    assert [rollup_refresh(account_id=rows.accounts[0].pk) for _ in range(2)] == [2, 2]
    fields = ("month", "inflow_minor", "outflow_minor", "count")
    assert list(MonthlyRollup.objects.values_list(*fields)) == [
        (date(2025, 12, 1), 1000, -400, 2),
        (date(2026, 1, 1), 0, -5, 1),
    ]
    Transaction.objects.filter(booking_date__month=1).delete()
    assert rollup_refresh(account_id=rows.accounts[0].pk) == 1
    assert rollup_refresh(account_id=10**9) == 0


def test_many_stale_months_are_left_to_the_end_of_a_long_edit(rows: Rows) -> None:
    rows.add(0, 1), rows.add(2, 1)
    assert (rollups_settle(owner=rows.owner, most=1), len(stale_months(owner=rows.owner))) == (0, 2)
    assert (rollups_settle(owner=rows.owner, most=2), stale_months(owner=rows.owner)) == (2, [])


def test_a_deleted_account_leaves_no_marks(rows: Rows) -> None:
    rows.add(0, 1), rows.add(1, 1)
    account_delete(owner=rows.owner, account_id=rows.accounts[0].pk)
    rows.add(1, 1)
    rollups_settle(owner=rows.owner)
    assert not MonthlyRollup.objects.exclude(account__in=LedgerAccount.objects.all()).exists()
    assert connection.introspection.table_names()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM transactions_stalemonth")
        assert cursor.fetchone() == (0,)


def test_a_merged_category_takes_its_sums_along(rows: Rows) -> None:
    rows.add(1, -5)
    rollups_settle(owner=rows.owner)
    Category.objects.get(pk=rows.food).delete()
    as_rows_say(rows.owner)
    rollups_settle(owner=rows.owner)
    assert [(row.category_id, row.count) for row in CategoryRollup.objects.all()] == [(None, 1)]


def test_triggers_that_a_migration_lost_are_made_again_and_nothing_is_believed(rows: Rows) -> None:
    rows.add(0, 5)
    rollups_settle(owner=rows.owner)
    with connection.cursor() as cursor:
        table = " ON transactions_split" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER stale_transactions_split_insert{table}")
    assert missing(connection) == {"stale_transactions_split_insert"}
    install(connection)
    assert (missing(connection), len(stale_months(owner=rows.owner))) == (set(), 1)


def test_a_month_asks_as_often_with_years_behind_it_and_reads_no_rows(rows: Rows) -> None:
    def asked() -> list[str]:
        rollups_settle(owner=rows.owner)
        month = month_of(date(2026, 1, 1))
        with CaptureQueriesContext(connection) as queries:
            summary_for(owner=rows.owner, start=month.start, end=month.last_day)
        return [query["sql"] for query in queries]

    rows.add(0, 5)
    LedgerAccount.objects.filter(currency="USD").delete()
    before = asked()
    for year in range(1990, 2026):
        Transaction.objects.filter(pk=rows.add(0, 5).pk).update(booking_date=date(year, 5, 5))
    after = asked()
    assert len(after) == len(before)
    assert not [sql for sql in after if 'FROM "transactions_transaction"' in sql]


def test_balances_are_read_by_row_while_too_much_is_stale(rows: Rows) -> None:
    rows.add(0, 5)
    account = rows.accounts[0]
    with patch.object(balances, "MOST_STALE", 0):
        series = balance_series(owner=rows.owner, accounts=[account], days=[date(2026, 1, 31)])
    assert series[account.pk].at(date(2026, 1, 31)) == 5

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from transactions.models import Category, LedgerAccount, Transaction
from transactions.selectors.summary import Totals, summary_for
from transactions.services.accounts import account_create
from transactions.services.bulk import insert_rows
from transactions.services.transactions import transaction_create
from transactions.services.transfers import transfer_create

pytestmark = pytest.mark.django_db


def enter(account: LedgerAccount, day: str, amount: str, **given: object) -> Transaction:
    return transaction_create(
        owner=account.owner,
        given={
            "account": account.pk,
            "booking_date": date.fromisoformat(day),
            "amount": Decimal(amount),
            **given,  # type: ignore[typeddict-item]
        },
    )


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    return account_create(owner=alice, name="Giro", currency="EUR")


def test_three_hundred_thousand_dimes_are_exactly_thirty_thousand(alice: User, giro: LedgerAccount) -> None:
    plain = {"currency": "EUR", "category_source": "none", "status": "cleared", "revision": 1, "amount_minor": 10}
    empty = dict.fromkeys(("category_reason", "counterparty", "description", "note"), "")
    now = {"created_at": timezone.now(), "updated_at": timezone.now()}
    same = {"owner": alice.pk, "account": giro.pk, **plain, **empty, **now}
    insert_rows(Transaction, [*same, "booking_date"], ([*same.values(), date(2026, 1, 1 + n % 28)] for n in range(300)))
    multiply_rows(1000)
    summary = summary_for(owner=alice)
    assert summary.totals == Totals(300_000, 3_000_000, 0)
    assert summary.by_category[0].totals.net == 3_000_000


def multiply_rows(times: int) -> None:
    """Every transaction there is, `times` times, made inside the database: a third of a million rows in seconds."""
    names = [field.column for field in Transaction._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{name}"' for name in names)
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times - 1})"  # noqa: S608
    table = Transaction._meta.db_table
    insert = f"INSERT INTO {table} ({columns}) {numbers} SELECT {columns} FROM {table}, n"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(insert)


def test_both_days_are_included_and_either_may_be_open(alice: User, giro: LedgerAccount) -> None:
    for day in ("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"):
        enter(giro, day, "-1")
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    counts = [
        summary_for(owner=alice, start=start, end=end).count
        for start, end in ((first, last), (first, None), (None, last), (None, None))
    ]
    assert counts == [2, 3, 3, 4]
    assert [f"{month:%Y-%m}" for month, _ in summary_for(owner=alice).by_month] == ["2026-02", "2026-03", "2026-04"]


def test_currencies_are_never_mixed(alice: User, giro: LedgerAccount) -> None:
    yen = account_create(owner=alice, name="Yen", currency="JPY")
    enter(giro, "2026-03-01", "-1.50")
    enter(yen, "2026-03-01", "-1000")
    summary = summary_for(owner=alice)
    assert (summary.count, summary.currency, summary.totals.net) == (2, "EUR", -150)
    assert [(code, totals.net) for code, totals in summary.by_currency] == [("EUR", -150), ("JPY", -1000)]
    assert sum(row.totals.count for row in summary.by_category) == 1


def test_confirmed_transfers_count_as_rows_but_not_as_money(alice: User, giro: LedgerAccount) -> None:
    savings = account_create(owner=alice, name="Savings", currency="EUR")
    out, into = enter(giro, "2026-03-01", "-50"), enter(savings, "2026-03-01", "50")
    enter(giro, "2026-03-02", "-7")
    transfer_create(owner=alice, outgoing=out.pk, incoming=into.pk)
    summary = summary_for(owner=alice)
    assert (summary.count, summary.totals.income, summary.totals.expense) == (3, 0, -700)
    assert [row.totals.net for row in summary.by_account] == [-700, 0]
    assert [row.totals.net for row in summary.by_category] == [-700]


def test_split_rows_count_by_the_category_of_each_share(alice: User, giro: LedgerAccount) -> None:
    pets, fuel = (Category.objects.get(owner=alice, key=key) for key in ("pets", "fuel"))
    enter(giro, "2026-03-01", "-10", category=pets.pk)
    splits = [{"amount": Decimal(-4), "category": pets.pk}, {"amount": Decimal(-6), "category": fuel.pk}]
    enter(giro, "2026-03-01", "-10", splits=splits)
    enter(giro, "2026-03-01", "-1")
    summary = summary_for(owner=alice)
    assert [(row.name, row.totals.net) for row in summary.by_category] == [("Pets", -1400), ("Fuel", -600), ("", -100)]
    assert summary.totals.expense == -2100


def test_an_empty_ledger_is_all_zero(alice: User, bob: User) -> None:
    enter(account_create(owner=bob, name="B", currency="USD"), "2026-03-01", "-1")
    summary = summary_for(owner=alice)
    assert (summary.count, summary.totals, summary.by_account) == (0, Totals(), [])

"""Accounts with their balances, and net worth over several currencies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import ExchangeRate, LedgerAccount
from transactions.services.accounts import account_create
from transactions.services.transactions import transaction_create

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


def book(owner: User, account: LedgerAccount, day: str, amount: str, **more: Any) -> None:
    given = {"account": account.pk, "booking_date": date.fromisoformat(day), "amount": Decimal(amount), **more}
    transaction_create(owner=owner, given=given)  # type: ignore[arg-type]


def rate(day: str, value: str, owner: User | None = None, pair: str = "EUR/USD") -> None:
    base, _, quote = pair.partition("/")
    ExchangeRate.objects.create(owner=owner, base=base, quote=quote, rate_date=day, rate_text=value)


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    account = account_create(owner=alice, name="Giro", currency="EUR", opening_balance=Decimal(100))
    book(alice, account, "2026-03-02", "-30.00")
    book(alice, account, "2026-03-05", "10.00", status="pending")
    return account


@pytest.fixture
def dollars(alice: User) -> LedgerAccount:
    account = account_create(owner=alice, name="Dollars", currency="USD", kind="investment")
    book(alice, account, "2026-03-02", "110.00")
    return account


def test_an_account_says_what_is_cleared(alice: User, giro: LedgerAccount, api: Client) -> None:
    found = api(alice).get(f"/api/accounts/{giro.pk}/").json()
    assert (found["balance"], found["cleared_balance"]) == ("80.00", "70.00")
    assert (found["balance_in_base"], found["base_currency"]) == ("80.00", "EUR")


def test_all_fields_of_an_account_can_be_set(alice: User, api: Client) -> None:
    sent = {
        "name": "House", "kind": "asset", "currency": "EUR", "opening_balance": "250000.00",
        "opening_date": "2020-05-01", "position": 3, "note": "Land register 12",
    }  # fmt: skip
    made = api(alice).post("/api/accounts/", sent)
    assert made.status_code == 201
    assert {name: made.json()[name] for name in sent} == sent
    changed = api(alice).patch(f"/api/accounts/{made.json()['id']}/", {"position": 1, "is_archived": True})
    assert (changed.json()["position"], changed.json()["is_archived"]) == (1, True)


def test_accounts_come_in_their_order(alice: User, giro: LedgerAccount, dollars: LedgerAccount, api: Client) -> None:
    LedgerAccount.objects.filter(pk=giro.pk).update(position=2)
    first = api(alice).get("/api/accounts/?page_size=1").json()
    second = api(alice).get(first["next"]).json()
    assert [row["name"] for row in first["results"] + second["results"]] == ["Dollars", "Giro"]


def test_the_running_balance_and_the_one_of_a_day(alice: User, giro: LedgerAccount, api: Client) -> None:
    answer = api(alice).get(f"/api/accounts/{giro.pk}/balances/?from=2026-03-01&to=2026-03-05").json()
    assert [point["balance"] for point in answer["points"]] == ["0.00", "70.00", "70.00", "70.00", "80.00"]
    months = api(alice).get(f"/api/accounts/{giro.pk}/balances/?from=2026-02-10&to=2026-03-10&step=month").json()
    assert months["points"] == [{"day": "2026-02-28", "balance": "0.00"}, {"day": "2026-03-10", "balance": "80.00"}]
    on_day = api(alice).get(f"/api/accounts/{giro.pk}/balances/?as_of=2026-03-03").json()
    assert (on_day["balance"], on_day["as_of"]) == ("70.00", "2026-03-03")


@pytest.mark.parametrize(
    "query", ["from=2026-03-05&to=2026-03-01", "from=1900-01-01&to=2199-01-01", "as_of=0001-01-01", "step=hour"]
)
def test_a_time_that_makes_no_sense_is_refused(alice: User, giro: LedgerAccount, api: Client, query: str) -> None:
    assert api(alice).get(f"/api/accounts/{giro.pk}/balances/?{query}").status_code == 400
    if "as_of" not in query:
        assert api(alice).get(f"/api/net-worth/?{query}&step=day").status_code == 400 or "hour" in query


def test_foreign_money_is_worth_what_the_rate_says(
    alice: User, giro: LedgerAccount, dollars: LedgerAccount, api: Client
) -> None:
    rate("2026-03-01", "1.10")
    rate("2026-03-30", "1.25")
    with time_machine.travel("2026-03-31T12:00:00Z", tick=False):
        row = api(alice).get(f"/api/accounts/{dollars.pk}/").json()
        worth = api(alice).get("/api/net-worth/?from=2026-03-01&step=month").json()
    assert (row["balance"], row["balance_in_base"]) == ("110.00", "88.00")
    assert [point["total"] for point in worth["points"]] == ["168.00"]
    assert worth["points"][0]["groups"] == [
        {"group": "cash", "amount": "80.00"}, {"group": "investments", "amount": "88.00"},
    ]  # fmt: skip
    held = worth["accounts"][1]
    assert (held["cost_in_base"], held["unrealised"], held["rate"]) == ("100.00", "-12.00", "0.8")
    assert (held["rate_date"], held["rate_path"]) == ("2026-03-30", "EUR/USD of 2026-03-30")
    assert worth["by_currency"] == [
        {"currency": "EUR", "balance": "80.00"}, {"currency": "USD", "balance": "110.00"},
    ]  # fmt: skip
    assert worth["missing_rates"] == []


def test_what_has_no_rate_is_named_and_never_mixed_in(
    alice: User, giro: LedgerAccount, dollars: LedgerAccount, api: Client
) -> None:
    with time_machine.travel("2026-03-31T12:00:00Z", tick=False):
        row = api(alice).get(f"/api/accounts/{dollars.pk}/").json()
        worth = api(alice).get("/api/net-worth/?from=2026-03-31&to=2026-03-31").json()
    assert row["balance_in_base"] is None
    assert (worth["points"][0]["total"], worth["points"][0]["missing"]) == ("80.00", ["USD"])
    assert worth["missing_rates"][0]["reason"] == "There is no rate USD/EUR within 31 days before 2026-03-31."
    assert worth["accounts"][1]["rate_path"] == worth["missing_rates"][0]["reason"]


def test_an_own_rate_goes_before_the_shared_one(alice: User, bob: User, dollars: LedgerAccount, api: Client) -> None:
    rate("2026-03-01", "1.10")
    rate("2026-03-01", "2.00", alice)
    rate("2026-03-01", "4.00", bob)
    with time_machine.travel("2026-03-02T12:00:00Z", tick=False):
        assert api(alice).get("/api/net-worth/?currency=EUR").json()["points"][-1]["total"] == "55.00"

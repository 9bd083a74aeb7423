"""An account against its bank's statement: ticked until it agrees, locked, asked before it changes, undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import Change, Reconciliation, Transaction
from transactions.services.accounts import account_create
from transactions.services.ledger_check import ledger_check
from transactions.services.transactions import transaction_create

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def giro(alice: User) -> int:
    """100.00, then -30 and -5.50 cleared, +7 pending, -9 after the statement."""
    account = account_create(owner=alice, name="Giro", currency="EUR", opening_balance=Decimal(100))
    for day, amount, status in (
        (2, "-30", "cleared"),
        (3, "-5.50", "cleared"),
        (4, "7", "pending"),
        (20, "-9", "cleared"),
    ):
        given: Any = {
            "account": account.pk, "booking_date": date(2026, 3, day), "amount": Decimal(amount), "status": status,
        }  # fmt: skip
        transaction_create(owner=alice, given=given)
    return account.pk


def begin(http: APIClient, giro: int, closing: str) -> dict[str, Any]:
    sent = {"statement_date": "2026-03-10", "closing_balance": closing}
    answer = http.post(f"/api/accounts/{giro}/reconciliations/", sent)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def row_of(giro: int, amount_minor: int) -> int:
    return Transaction.objects.get(account=giro, amount_minor=amount_minor).pk


def test_cleared_rows_up_to_the_day_start_ticked(alice: User, giro: int, api: Client) -> None:
    one = begin(api(alice), giro, "64.50")
    assert (one["opening_balance"], one["ticked"], one["difference"], one["rows"]) == ("100.00", "-35.50", "0.00", 2)
    rows = api(alice).get(f"/api/reconciliations/{one['id']}/rows/").json()["results"]
    assert [(row["amount"], row["is_ticked"]) for row in rows] == [("7.00", False), ("-5.50", True), ("-30.00", True)]


def test_ticks_are_changed_and_the_telling_row_is_pointed_at(alice: User, giro: int, api: Client) -> None:
    http, pending = api(alice), row_of(giro, 700)
    one = begin(http, giro, "71.50")
    assert one["difference"] == "7.00"
    rows = http.get(f"/api/reconciliations/{one['id']}/rows/").json()["results"]
    assert [row["id"] for row in rows if row["explains"]] == [pending]
    address = f"/api/reconciliations/{one['id']}/"
    assert http.patch(address, {"tick": [pending]}).json()["difference"] == "0.00"
    assert http.patch(address, {"tick": [pending], "untick": [row_of(giro, -550)]}).json()["difference"] == "-5.50"
    changed = http.patch(address, {"closing_balance": "77", "statement_date": "2026-03-11"}).json()
    assert (changed["difference"], changed["statement_date"]) == ("0.00", "2026-03-11")


def test_finishing_locks_the_rows_and_undoing_unlocks_them(alice: User, giro: int, api: Client) -> None:
    http, pending = api(alice), row_of(giro, 700)
    one = begin(http, giro, "71.50")
    address = f"/api/reconciliations/{one['id']}/"
    http.patch(address, {"tick": [pending]})
    done = http.post(f"{address}finish/", {}).json()
    assert (done["status"], done["difference"], done["opening_balance"]) == ("finished", "0.00", "100.00")
    assert Transaction.objects.filter(account=giro, status="reconciled").count() == 3
    assert Change.objects.filter(change_set__kind="reconcile").count() == 3
    refused = http.patch(f"/api/transactions/{pending}/", {"amount": "8"})
    assert (refused.status_code, refused.json()["code"]) == (409, "reconciled")
    assert ledger_check(owner=alice) == []
    assert http.post(f"{address}undo/").json()["status"] == "undone"
    assert Transaction.objects.get(pk=pending).status == "pending"
    assert not Transaction.objects.filter(account=giro, status="reconciled").exists()
    assert http.get(f"/api/accounts/{giro}/reconciliations/").json()["results"][0]["status"] == "undone"
    assert ledger_check(owner=alice) == []


def test_a_difference_is_refused_until_an_adjustment_is_asked_for(alice: User, giro: int, api: Client) -> None:
    http = api(alice)
    one = begin(http, giro, "60.00")
    refused = http.post(f"/api/reconciliations/{one['id']}/finish/", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "difference")
    assert "-4.50 EUR" in refused.json()["message"]
    done = http.post(f"/api/reconciliations/{one['id']}/finish/", {"adjust": True}).json()
    made = Transaction.objects.get(pk=done["adjustment"])
    assert (made.amount_minor, made.booking_date, made.status) == (-450, date(2026, 3, 10), "reconciled")
    assert (done["status"], done["difference"], done["rows"]) == ("finished", "0.00", 3)
    assert ledger_check(owner=alice) == []


def test_the_next_one_opens_where_the_last_closed(alice: User, giro: int, api: Client) -> None:
    http = api(alice)
    first = begin(http, giro, "64.50")
    http.post(f"/api/reconciliations/{first['id']}/finish/", {})
    sent = {"statement_date": "2026-03-31", "closing_balance": "55.50"}
    second = http.post(f"/api/accounts/{giro}/reconciliations/", sent).json()
    assert (second["opening_balance"], second["ticked"], second["difference"]) == ("64.50", "-9.00", "0.00")
    assert http.post(f"/api/reconciliations/{second['id']}/finish/", {}).status_code == 200
    early = http.post(f"/api/reconciliations/{first['id']}/undo/")
    assert (early.status_code, early.json()["code"]) == (409, "later_one")


def test_one_at_a_time_and_none_after_the_end(alice: User, giro: int, api: Client) -> None:
    http = api(alice)
    one = begin(http, giro, "64.50")
    address = f"/api/reconciliations/{one['id']}/"
    again = http.post(
        f"/api/accounts/{giro}/reconciliations/", {"statement_date": "2026-03-10", "closing_balance": "1"}
    )
    assert again.json()["code"] == "open_already"
    assert http.post(f"{address}undo/").json()["code"] == "not_finished"
    http.post(f"{address}finish/", {})
    for answer in (http.patch(address, {"tick": []}), http.post(f"{address}finish/", {}), http.delete(address)):
        assert (answer.status_code, answer.json()["code"]) == (409, "not_open")


def test_rows_of_elsewhere_cannot_be_ticked_and_an_open_one_can_be_dropped(
    alice: User, bob: User, giro: int, api: Client
) -> None:
    http, theirs = api(alice), account_create(owner=bob, name="Theirs", currency="EUR")
    given: Any = {"account": theirs.pk, "booking_date": date(2026, 3, 1), "amount": Decimal(1)}
    stranger = transaction_create(owner=bob, given=given)
    one = begin(http, giro, "64.50")
    refused = http.patch(f"/api/reconciliations/{one['id']}/", {"tick": [stranger.pk]})
    assert (refused.status_code, set(refused.json()["fields"])) == (400, {"tick"})
    assert http.delete(f"/api/reconciliations/{one['id']}/").status_code == 204
    assert not Reconciliation.objects.exists()


def test_a_change_that_was_unlocked_on_purpose_is_no_corruption(alice: User, giro: int, api: Client) -> None:
    http, row = api(alice), row_of(giro, -3000)
    one = begin(http, giro, "64.50")
    http.post(f"/api/reconciliations/{one['id']}/finish/", {})
    assert http.patch(f"/api/transactions/{row}/", {"amount": "-31", "unlock": True}).status_code == 200
    assert ledger_check(owner=alice) == []

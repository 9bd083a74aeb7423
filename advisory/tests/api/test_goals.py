"""/api/goals/: made, changed, put in order, removed and brought back; how they stand by the rows there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Goal, GoalAccount
from advisory.selectors.goals import goals_standing, surpluses
from advisory.tests.books import Book
from transactions.ledger.period import add_months, month_of
from transactions.models import Job, LedgerAccount
from transactions.services.accounts import account_create, account_delete

pytestmark = pytest.mark.django_db
Http = Callable[[User | None], APIClient]
LATER = (timezone.now().date() + timedelta(days=400)).isoformat()


@pytest.fixture
def http(alice: User, api: Http) -> APIClient:
    return api(alice)


@pytest.fixture
def home(alice: User) -> Book:
    """Eight months up to now in which 1500 came in and some 1000 went out; the last one is not seen to its end."""
    book = Book(alice)
    first = add_months(month_of(timezone.now().date()).start, -8)
    for place in range(8):
        start = add_months(first, place)
        book.row(start + timedelta(days=1), "1500.00", "Harbour Employer")
        book.row(start + timedelta(days=2), f"-{1000 + place * 20}.00", "Linden Housing")
    return book


def savings(owner: User, amount: str, currency: str = "EUR") -> LedgerAccount:
    return account_create(
        owner=owner, name=f"Savings {currency}", currency=currency, kind="savings", opening_balance=Decimal(amount)
    )


def goal(http: APIClient, **given: Any) -> dict[str, Any]:
    body = {"name": "Kitchen", "currency": "EUR", "target": "5000.00", **given}
    answer = http.post("/api/goals/", body, format="json")
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def refused(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 400, answer.content
    fields: dict[str, list[str]] = answer.json()["fields"]
    return fields


def test_a_goal_without_a_past_has_no_odds_and_says_why(http: APIClient) -> None:
    found = goal(http, target_date=LATER, saved_by_hand="1250.00")
    assert (found["saved"], found["missing"], found["progress"]) == ("1250.00", "3750.00", "0.2500")
    assert (found["reason"], found["odds"], found["needed_monthly"], found["mid"]) == ("history", None, None, None)
    assert goal(http, name="Someday")["reason"] == "no_date"
    assert goal(http, name="Done", saved_by_hand="5000")["reason"] == "reached"


def test_a_goal_is_judged_by_the_own_past(http: APIClient, home: Book) -> None:
    kept = savings(home.owner, "2000.00")
    easy = goal(http, target_date=LATER, accounts=[kept.pk])
    assert (easy["saved"], easy["reason"], easy["seen_months"]) == ("2000.00", "", 7)
    assert easy["parts"] == [{"account": kept.pk, "name": "Savings EUR", "amount": "2000.00"}]
    assert Decimal(easy["odds"]) > Decimal("0.9")
    assert easy["needed_monthly"] == "0.00"
    hard = goal(http, name="House", target="500000.00", target_date=LATER)
    assert hard["odds"] == "0.0000"
    assert Decimal(hard["needed_monthly"]) > 1000
    assert Decimal(hard["low"]) <= Decimal(hard["mid"]) <= Decimal(hard["high"])


def test_an_account_of_two_goals_counts_once(http: APIClient, alice: User) -> None:
    kept = savings(alice, "6000.00")
    first = goal(http, accounts=[kept.pk])
    second = goal(http, name="Trip", accounts=[kept.pk])
    shown = {row["id"]: row["saved"] for row in http.get("/api/goals/").json()["results"]}
    assert shown == {first["id"]: "5000.00", second["id"]: "1000.00"}
    ids = [second["id"], first["id"]]
    assert http.post("/api/goals/reorder/", {"ids": ids}, format="json").status_code == 204
    shown = {row["id"]: row["saved"] for row in http.get("/api/goals/").json()["results"]}
    assert list(shown.items()) == [(second["id"], "5000.00"), (first["id"], "1000.00")]


def test_what_is_archived_takes_nothing(http: APIClient, alice: User) -> None:
    kept = savings(alice, "6000.00")
    first = goal(http, accounts=[kept.pk])
    second = goal(http, name="Trip", accounts=[kept.pk])
    http.patch(f"/api/goals/{first['id']}/", {"is_archived": True}, format="json")
    shown = {row["id"]: row["saved"] for row in http.get("/api/goals/").json()["results"]}
    assert shown == {first["id"]: "0.00", second["id"]: "6000.00"}


def test_a_change_is_taken_back_by_sending_what_was(http: APIClient) -> None:
    made = goal(http, target_date=LATER, note="  As it\nis ", monthly="50")
    path = f"/api/goals/{made['id']}/"
    changed = http.patch(path, {"name": "Bath", "target": "10", "target_date": None}, format="json").json()
    assert (changed["name"], changed["target"], changed["target_date"], changed["note"]) == (
        "Bath", "10.00", None, "  As it\nis "
    )  # fmt: skip
    back = {name: made[name] for name in ("name", "target", "target_date")}
    assert http.patch(path, back, format="json").json() == made


def test_what_is_removed_can_be_brought_back(http: APIClient, alice: User) -> None:
    kept = savings(alice, "6000.00")
    made = goal(http, accounts=[kept.pk])
    path = f"/api/goals/{made['id']}/"
    assert http.delete(path).status_code == 204
    assert http.get(path).status_code == 404
    assert http.delete(path).status_code == 404
    assert http.get("/api/goals/").json()["results"] == []
    assert goals_standing(owner=alice, as_of=date(2026, 1, 1)).found == ()
    assert http.post(f"{path}restore/").json() == made
    assert http.post(f"{path}restore/").json() == made
    assert Job.objects.filter(owner=alice, key__startswith="refresh_analyse").exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"target": "0"}, "target"),
        ({"target": "-5"}, "target"),
        ({"target": "1.234"}, "target"),
        ({"target": "99999999999999999999"}, "target"),
        ({"target": "999999999999999999"}, "target"),
        ({"name": "\u200b"}, "name"),
        ({"currency": "XXQ"}, "currency"),
        ({"target_date": "2020-01-01"}, "target_date"),
        ({"target_date": "2199-01-01"}, "target_date"),
        ({"target_date": "soon"}, "target_date"),
        ({"saved_by_hand": "-1"}, "saved"),
        ({"monthly": "-0.01"}, "monthly"),
        ({"accounts": [2**62]}, "accounts"),
        ({"accounts": ["x"]}, "accounts"),
        ({"accounts": None}, "accounts"),
        ({"luck": 1}, "luck"),
    ],
)
def test_what_cannot_be_is_refused_by_field(http: APIClient, given: dict[str, Any], field: str) -> None:
    body = {"name": "Kitchen", "currency": "EUR", "target": "5000.00", **given}
    fields = refused(http.post("/api/goals/", body, format="json"))
    assert any(name.startswith(field) for name in fields), fields
    assert not Goal.objects.exists()


def test_an_account_must_be_ones_own_and_of_the_currency(http: APIClient, alice: User, bob: User) -> None:
    yen, theirs = savings(alice, "0", "JPY"), savings(bob, "9")
    body = {"name": "Kitchen", "currency": "EUR", "target": "5"}
    for account in (yen, theirs):
        assert "accounts" in refused(http.post("/api/goals/", {**body, "accounts": [account.pk]}, format="json"))
    made = goal(http, currency="JPY", target="5000", accounts=[yen.pk])
    assert "accounts" in refused(http.patch(f"/api/goals/{made['id']}/", {"currency": "EUR"}, format="json"))
    moved = http.patch(f"/api/goals/{made['id']}/", {"currency": "EUR", "accounts": []}, format="json").json()
    assert (moved["target"], moved["accounts"]) == ("5000.00", [])


def test_an_account_that_goes_takes_its_link_along(http: APIClient, alice: User) -> None:
    kept = savings(alice, "6000.00")
    made = goal(http, accounts=[kept.pk])
    account_delete(owner=alice, account_id=kept.pk)
    assert not GoalAccount.objects.exists()
    assert http.get(f"/api/goals/{made['id']}/").json()["saved"] == "0.00"


def test_of_bobs_goals_nothing_is_seen(http: APIClient, bob: User, api: Http) -> None:
    theirs = goal(api(bob))
    path = f"/api/goals/{theirs['id']}/"
    assert [http.get(path).status_code, http.delete(path).status_code] == [404, 404]
    assert http.patch(path, {"name": "Mine"}, format="json").status_code == 404
    assert http.post(f"{path}restore/").status_code == 404
    assert "ids" in refused(http.post("/api/goals/reorder/", {"ids": [theirs["id"]]}, format="json"))


def test_there_are_not_endless_goals(http: APIClient, alice: User) -> None:
    Goal.objects.bulk_create([Goal(owner=alice, name="x", currency="EUR", target_minor=1) for _ in range(50)])
    answer = http.post("/api/goals/", {"name": "One more", "currency": "EUR", "target": "5"}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (400, "too_many")


def test_surpluses_leave_transfers_out(book: Book) -> None:
    book.everything()
    found = surpluses(owner=book.owner, currencies={"EUR", "JPY", "USD"}, month=month_of(date(2025, 3, 1)))
    last = 285000 - 98000 - 4350 - 1299 - 6325 - 10000 - 808
    assert found == {"EUR": (285000 - 98000 - 4150 - 1299 - 6125, 285000 - 98000 - 4250 - 1299 - 6225, last),
                     "JPY": (-1234,)}  # fmt: skip

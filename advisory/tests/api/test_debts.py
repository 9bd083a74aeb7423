"""/api/debts/: what is owed, what it costs by its owner's word, and the plans side by side."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import DebtTerms
from transactions.models import LedgerAccount
from transactions.services.accounts import account_create, account_delete

pytestmark = pytest.mark.django_db
Http = Callable[[User | None], APIClient]


@pytest.fixture
def http(alice: User, api: Http) -> APIClient:
    return api(alice)


def owing(owner: User, name: str, amount: str, kind: str = "loan", currency: str = "EUR") -> LedgerAccount:
    return account_create(owner=owner, name=name, currency=currency, kind=kind, opening_balance=-Decimal(amount))


def put(http: APIClient, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = http.put(f"/api/debts/{path}/", body, format="json")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
def debts(alice: User, http: APIClient) -> tuple[LedgerAccount, LedgerAccount]:
    car, card = owing(alice, "Car", "9000.00"), owing(alice, "Card", "2000.00", "credit_card")
    put(http, str(car.pk), {"rate": "4.5", "least": "200.00"})
    put(http, str(card.pk), {"rate": "19.9", "least": "50.00"})
    return car, card


def test_loans_and_cards_that_owe_are_listed(http: APIClient, alice: User) -> None:
    car = owing(alice, "Car", "9000.00")
    owing(alice, "Paid", "0")
    owing(alice, "Giro", "50", "checking")
    (row,) = http.get("/api/debts/").json()["results"]
    assert (row["account"], row["owed"], row["terms"]) == (car.pk, "9000.00", None)
    told = put(http, str(car.pk), {"rate": "4.5", "least": "200"})
    assert told["terms"] == {"rate": "4.500", "least": "200.00", "position": 1}
    assert http.get("/api/debts/").json()["results"] == [told]
    assert http.delete(f"/api/debts/{car.pk}/").status_code == 204
    assert http.get(f"/api/debts/{car.pk}/").json()["terms"] is None


def test_plans_stand_side_by_side(http: APIClient, debts: tuple[LedgerAccount, LedgerAccount]) -> None:
    found = http.get("/api/debts/plan/", {"extra": "300"}).json()
    plans = {plan["order"]: plan for plan in found["plans"]}
    assert list(plans) == ["minimum", "avalanche", "snowball", "own"]
    assert (found["currency"], found["extra"], found["owed"], found["order"]) == (
        "EUR", "300.00", "11000.00", "avalanche"
    )  # fmt: skip
    least, dear = plans["minimum"], plans["avalanche"]
    assert Decimal(dear["saved"]) == Decimal(least["interest"]) - Decimal(dear["interest"])
    assert dear["months"] < least["months"]
    for plan in plans.values():
        assert Decimal(plan["paid"]) == Decimal("11000.00") + Decimal(plan["interest"])
        assert sum(Decimal(row["paid"]) for row in plan["rows"]) == Decimal(plan["paid"])
        assert sum(Decimal(row["interest"]) for row in plan["rows"]) == Decimal(plan["interest"])
        assert plan["rows"][-1]["owed"] == "0.00"
        assert plan["rows"][-1]["month"] == plan["free_on"]
        assert {one["name"] for one in plan["freed"]} == {"Car", "Card"}
    numbers = [row["number"] for row in least["rows"]]
    assert numbers[:24] == list(range(1, 25))
    assert all(number % 12 == 0 for number in numbers[24:-1])


def test_the_choice_is_kept_and_used(http: APIClient, debts: tuple[LedgerAccount, LedgerAccount]) -> None:
    chosen = put(http, "choice", {"currency": "eur", "extra": "120", "order": "own"})
    assert chosen == {"currency": "EUR", "extra": "120.00", "order": "own"}
    assert http.get("/api/debts/").json()["choices"] == [chosen]
    found = http.get("/api/debts/plan/").json()
    assert (found["extra"], found["order"]) == ("120.00", "own")
    asked = http.get("/api/debts/plan/", {"extra": "0", "order": "snowball"}).json()
    assert (asked["extra"], asked["order"]) == ("0.00", "snowball")


def test_the_own_order_is_that_of_the_positions(http: APIClient, debts: tuple[LedgerAccount, LedgerAccount]) -> None:
    car, card = debts
    put(http, str(car.pk), {"rate": "4.5", "least": "200.00", "position": 5})
    put(http, str(card.pk), {"rate": "19.9", "least": "50.00", "position": 6})
    assert [row["account"] for row in http.get("/api/debts/").json()["results"]] == [car.pk, card.pk]
    own = http.get("/api/debts/plan/", {"extra": "300"}).json()["plans"][3]
    put(http, str(car.pk), {"rate": "4.5", "least": "200.00", "position": 7})
    other = http.get("/api/debts/plan/", {"extra": "300"}).json()["plans"][3]
    assert Decimal(other["interest"]) < Decimal(own["interest"])


def test_what_has_no_terms_is_left_out_by_name(http: APIClient, alice: User) -> None:
    boat = owing(alice, "Boat", "700")
    found = http.get("/api/debts/plan/").json()
    assert (found["plans"], found["advised"], found["why"]) == ([], None, None)
    assert found["without_terms"] == [{"account": boat.pk, "name": "Boat"}]


def test_what_never_ends_has_no_last_month(http: APIClient, alice: User) -> None:
    boat = owing(alice, "Boat", "7000")
    put(http, str(boat.pk), {"rate": "24", "least": "1"})
    (least, *_) = http.get("/api/debts/plan/").json()["plans"]
    assert (least["is_endless"], least["months"], least["free_on"], least["saved"]) == (True, None, None, None)


def test_another_currency_is_asked_for_by_name(http: APIClient, alice: User) -> None:
    owing(alice, "Yen", "70000", currency="JPY")
    owing(alice, "Dinar", "5.125", currency="KWD")
    assert http.get("/api/debts/plan/").json()["currency"] == "JPY"
    assert http.get("/api/debts/plan/", {"currency": "KWD"}).json()["currency"] == "KWD"
    assert http.get("/api/debts/plan/", {"currency": "USD"}).json()["plans"] == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"rate": "-1", "least": "5"}, "rate"),
        ({"rate": "200.001", "least": "5"}, "rate"),
        ({"rate": "1.2345", "least": "5"}, "rate"),
        ({"rate": "1e3", "least": "5"}, "rate"),
        ({"rate": "5"}, "least"),
        ({"rate": "5", "least": "-1"}, "least"),
        ({"rate": "5", "least": "1.234"}, "least"),
        ({"rate": "5", "least": "1", "position": -1}, "position"),
        ({"rate": "5", "least": "1", "luck": 1}, "luck"),
    ],
)
def test_terms_that_cannot_be_are_refused_by_field(
    http: APIClient, alice: User, body: dict[str, Any], field: str
) -> None:
    car = owing(alice, "Car", "9000.00")
    answer = http.put(f"/api/debts/{car.pk}/", body, format="json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
    assert not DebtTerms.objects.exists()


@pytest.mark.parametrize(
    "query",
    [{"extra": "-1"}, {"extra": "x"}, {"extra": "1.234"}, {"order": "luck"}, {"currency": "XXQ"}],
)
def test_a_plan_that_cannot_be_asked_for(http: APIClient, alice: User, query: dict[str, str]) -> None:
    owing(alice, "Car", "9000.00")
    answer = http.get("/api/debts/plan/", query)
    assert answer.status_code == 400, answer.content
    assert list(answer.json()["fields"]) == list(query)


def test_of_bobs_debts_nothing_is_seen(http: APIClient, alice: User, bob: User) -> None:
    theirs, giro = owing(bob, "Car", "9000.00"), owing(alice, "Giro", "50", "checking")
    for pk in (theirs.pk, giro.pk, "x", 0):
        answer = http.put(f"/api/debts/{pk}/", {"rate": "1", "least": "1"}, format="json")
        assert answer.status_code == 404
        assert http.get(f"/api/debts/{pk}/").status_code == 404


def test_an_account_that_goes_takes_its_terms_along(alice: User, debts: tuple[LedgerAccount, LedgerAccount]) -> None:
    account_delete(owner=alice, account_id=debts[0].pk)
    assert [row.account_id for row in DebtTerms.objects.all()] == [debts[1].pk]

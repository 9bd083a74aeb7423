from __future__ import annotations

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.services.payees import payee_create

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


def test_the_list_takes_a_query(me: APIClient) -> None:
    account = me.post("/api/accounts/", {"name": "Giro", "currency": "EUR"}).json()["id"]
    for amount, who in (("-5", "Kiosk"), ("-50", "Kiosk"), ("-60", "Café Zürich")):
        me.post(
            "/api/transactions/",
            {"account": account, "booking_date": "2026-03-01", "amount": amount, "counterparty": who},
        )
    for query, count in (("amount>10 kiosk", 1), ("zurich or amount:5", 2), ("-cafe", 2), ("", 3)):
        assert len(me.get("/api/transactions/", {"q": query}).json()["results"]) == count, query


def test_a_bad_query_is_answered_with_its_place(me: APIClient) -> None:
    answer = me.get("/api/transactions/", {"q": "kiosk amount>many"})
    assert answer.status_code == 400
    assert answer.json() == {
        "code": "invalid",
        "message": "“many” is not an amount. Write digits and a point, for example 12.50.",
        "fields": {"q": ["“many” is not an amount. Write digits and a point, for example 12.50."]},
        "position": 13,
        "length": 4,
        "suggestion": "",
    }


@pytest.mark.parametrize("query", ["x" * 2001, "(" * 50, "-" * 50 + "x", "x " * 101, "a%01b"])
def test_queries_without_bounds_are_refused(me: APIClient, query: str) -> None:
    answer = me.get(f"/api/transactions/?q={query}")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["q"])


def test_searches_are_kept_in_order_and_only_when_they_make_sense(me: APIClient) -> None:
    first = me.post("/api/searches/", {"name": "Big", "query": "amount>100", "position": 2})
    second = me.post("/api/searches/", {"name": "Open", "query": "is:uncategorised", "position": 1})
    assert (first.status_code, second.status_code) == (201, 201)
    assert [row["name"] for row in me.get("/api/searches/").json()["results"]] == ["Open", "Big"]
    pk = first.json()["id"]
    assert me.patch(f"/api/searches/{pk}/", {"query": "amount>>5"}).json()["fields"].keys() == {"query"}
    assert me.patch(f"/api/searches/{pk}/", {"name": "Open"}).status_code == 400
    assert me.patch(f"/api/searches/{pk}/", {"query": "amount>500"}).json()["query"] == "amount>500"
    assert me.delete(f"/api/searches/{pk}/").status_code == 204
    assert len(me.get("/api/searches/").json()["results"]) == 1


def test_the_search_bar_is_offered_the_users_own_names(me: APIClient, alice: User, bob: User) -> None:
    payee_create(owner=alice, name="Café Zürich")
    payee_create(owner=bob, name="Café Bern")
    answer = me.get("/api/transactions/completions/", {"q": "payee:cafe", "at": "10"}).json()
    assert answer == [{"insert": '"Café Zürich"', "label": "Café Zürich", "kind": "value", "start": 6, "end": 10}]
    names = [one["insert"] for one in me.get("/api/transactions/completions/", {"q": "category:gro"}).json()]
    assert names == ["Groceries"]
    assert me.get("/api/transactions/completions/").json()[0]["insert"] == "payee:"

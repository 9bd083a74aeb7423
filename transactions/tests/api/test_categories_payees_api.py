from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


def post(me: APIClient, path: str, body: Any, status: int = 201) -> Any:
    answer = me.post(f"/api/{path}", body, format="json")
    assert answer.status_code == status, answer.content
    return answer.json() if answer.content else None


@pytest.fixture
def account(me: APIClient) -> int:
    return int(post(me, "accounts/", {"name": "Giro", "currency": "EUR"})["id"])


def enter(me: APIClient, account: int, **more: Any) -> Any:
    return post(me, "transactions/", {"account": account, "booking_date": "2026-03-01", "amount": "-5", **more})


def test_categories_are_merged_archived_ordered_and_removed(me: APIClient, account: int) -> None:
    first, second, third = (post(me, "categories/", {"name": name})["id"] for name in ("A1", "B1", "C1"))
    txn = enter(me, account, category=first)["id"]
    assert me.get(f"/api/categories/{first}/usage/").json() == {"transactions": 1, "shares": 0, "rules": 0, "below": 0}
    assert post(me, f"categories/{first}/merge/", {"into": second}, 200)["id"] == second
    assert me.get(f"/api/transactions/{txn}/").json()["category"] == second
    assert me.delete(f"/api/categories/{second}/?move_to=x").status_code == 400
    assert me.delete(f"/api/categories/{second}/?move_to={third}").status_code == 204
    assert me.get(f"/api/transactions/{txn}/").json()["category"] == third
    assert me.patch(f"/api/categories/{third}/", {"is_archived": True}).json()["is_archived"] is True
    post(me, "categories/reorder/", {"ids": [third]}, 204)
    assert me.get("/api/categories/").json()["results"][0]["id"] == third
    assert post(me, f"categories/{third}/merge/", {"into": third}, 400)["fields"].keys() == {"into"}


def test_payees_are_merged_and_split(me: APIClient, account: int) -> None:
    market, kiosk = (post(me, "payees/", {"name": name})["id"] for name in ("City Market", "Kiosk"))
    one = enter(me, account, payee=market, counterparty="CITY MKT 1")["id"]
    two = enter(me, account, payee=kiosk, counterparty="KIOSK")["id"]
    kept = post(me, f"payees/{kiosk}/merge/", {"into": market}, 200)
    assert kept == {"id": market, "name": "City Market", "transaction_count": 2, "aliases": ["kiosk"]}
    found = me.get(f"/api/payees/{market}/counterparties/").json()
    assert [(row["counterparty"], row["count"]) for row in found] == [("CITY MKT 1", 1), ("KIOSK", 1)]
    apart = post(me, f"payees/{market}/split/", {"name": "Corner", "counterparty": "Kiosk"}, 200)
    assert (apart["name"], apart["transaction_count"], apart["aliases"]) == ("Corner", 1, ["kiosk"])
    assert [me.get(f"/api/transactions/{pk}/").json()["payee_name"] for pk in (one, two)] == ["City Market", "Corner"]
    back = post(me, f"payees/{apart['id']}/split/", {"name": "City Market", "transactions": [two]}, 200)
    assert (back["id"], back["transaction_count"]) == (market, 2)
    for body in (
        {"name": "X"},
        {"name": "X", "counterparty": "a", "transactions": [1]},
        {"name": "X", "transactions": []},
    ):
        post(me, f"payees/{market}/split/", body, 400)
    assert me.patch(f"/api/payees/{market}/", {"name": "Market"}).json()["aliases"] == ["kiosk", "market"]

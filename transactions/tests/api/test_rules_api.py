from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import Category, Job

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


@pytest.fixture
def pets(alice: User) -> int:
    return Category.objects.get(owner=alice, key="pets").pk


@pytest.fixture
def rows(me: APIClient) -> list[int]:
    account = me.post("/api/accounts/", {"name": "Giro", "currency": "EUR"}).json()["id"]
    body = {"account": account, "booking_date": "2026-03-01", "counterparty": "Vet"}
    return [me.post("/api/transactions/", {**body, "amount": amount}).json()["id"] for amount in ("-5.00", "-60.00")]


def send(me: APIClient, path: str, body: Any, status: int = 200) -> Any:
    answer = me.post(f"/api/rules/{path}", body, format="json")
    assert answer.status_code == status, answer.content
    return answer.json() if answer.content else None


def test_words_and_a_category_are_still_a_rule(me: APIClient, pets: int) -> None:
    made = send(me, "", {"contains": "vet", "category": pets}, 201)
    assert made == {
        "id": made["id"],
        "name": "vet",
        "condition": {"field": "text", "op": "contains", "value": "vet"},
        "query": "",
        "contains": "vet",
        "actions": [{"type": "set_category", "category": pets}],
        "category": pets,
        "position": 0,
        "stop": False,
        "is_enabled": True,
        "matched_count": 0,
        "last_matched_at": None,
    }
    changed = me.patch(f"/api/rules/{made['id']}/", {"contains": "clinic", "is_enabled": False}).json()
    assert (changed["contains"], changed["category"], changed["is_enabled"]) == ("clinic", pets, False)


def test_a_rule_with_conditions_and_actions(me: APIClient) -> None:
    body = {"name": "Big", "query": "amount>50", "actions": [{"type": "add_tags", "tags": ["big"]}], "stop": True}
    made = send(me, "", body, 201)
    assert (made["query"], made["contains"], made["category"], made["stop"]) == ("amount>50", "", None, True)
    answer = send(
        me, "", {"condition": {"field": "text", "op": "regex", "value": "(a"}, "actions": body["actions"]}, 400
    )
    assert list(answer["fields"]) == ["condition.value"]
    assert list(send(me, "", {"contains": "vet"}, 400)["fields"]) == ["actions"]


def test_a_preview_says_what_would_be_different(me: APIClient, rows: list[int], pets: int) -> None:
    actions = [{"type": "split", "shares": [{"amount": "10", "category": pets}, {"note": "rest"}]}]
    found = send(me, "preview/", {"condition": {"query": "vet"}, "actions": actions, "limit": 5})
    assert (found["matches"], [row["id"] for row in found["sample"]]) == (2, [rows[1]])
    (row,) = found["sample"]
    assert (row["name"], row["amount"], row["before"]) == ("Vet", "-60.00", {"splits": []})
    assert row["after"]["splits"] == [
        {"amount": "-10.00", "category": "Pets", "note": ""},
        {"amount": "-50.00", "category": None, "note": "rest"},
    ]


def test_applying_is_previewed_or_done_by_a_job(me: APIClient, rows: list[int], pets: int) -> None:
    rule = send(me, "", {"contains": "vet", "category": pets}, 201)["id"]
    shown = send(me, "apply/", {"rules": [rule], "query": "amount>50", "preview": True})
    assert (shown["matches"], shown["job"], shown["sample"][0]["after"]["category"]) == (1, None, "Pets")
    done = send(me, "apply/", {"ids": rows[:1]}, 202)
    assert (done["job"]["kind"], Job.objects.get().pk) == ("rules_run", done["job"]["id"])
    assert send(me, "apply/", {"query": "amount>>5"}, 400)["fields"].keys() == {"query"}
    send(me, "apply/", {"ids": rows, "query": "x"}, 400)


def test_health_order_and_proposals(me: APIClient, rows: list[int], pets: int) -> None:
    first, second = (send(me, "", {"contains": text, "category": pets}, 201)["id"] for text in ("vet", "unicorn"))
    health = me.get("/api/rules/health/").json()
    assert health["rows"] == 2
    assert health["never_matching"] == [{"id": second, "name": "unicorn"}]
    assert health["matches"] == [{"rule": first, "matches": 2}, {"rule": second, "matches": 0}]
    send(me, "reorder/", {"ids": [second, first]}, 204)
    assert [rule["id"] for rule in me.get("/api/rules/").json()["results"]] == [second, first]
    assert me.get("/api/rules/proposals/").json() == []
    send(me, "proposals/accept/", {"key": "none"}, 404)
    send(me, "proposals/dismiss/", {"key": "none"}, 404)

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


@pytest.fixture
def giro(me: APIClient) -> int:
    return int(me.post("/api/accounts/", {"name": "Giro", "currency": "EUR"}).json()["id"])


def enter(me: APIClient, account: int, amount: str, **more: object) -> dict[str, Any]:
    answer = me.post("/api/transactions/", {"account": account, "booking_date": "2026-03-01", "amount": amount, **more})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def test_a_rows_history_says_who_when_and_what(me: APIClient, giro: int) -> None:
    txn = enter(me, giro, "-5", note="cat")
    me.patch(f"/api/transactions/{txn['id']}/", {"amount": "-6.50", "note": "dog"})
    me.patch(f"/api/transactions/{txn['id']}/", {"splits": [{"amount": "-6", "note": "a"}, {"amount": "-0.50"}]})
    split, edit, create = me.get(f"/api/transactions/{txn['id']}/history/").json()["results"]
    assert (edit["kind"], edit["who"], edit["rule"]) == ("edit", "alice@example.org", None)
    assert edit["fields"] == [
        {"field": "amount", "before": "-5.00", "after": "-6.50"},
        {"field": "note", "before": "cat", "after": "dog"},
    ]
    assert split["fields"] == [
        {
            "field": "splits",
            "before": [],
            "after": [
                {"amount": "-6.00", "category": None, "note": "a"},
                {"amount": "-0.50", "category": None, "note": ""},
            ],
        }
    ]
    assert {"field": "account", "before": None, "after": "Giro"} in create["fields"]
    assert create["when"] < edit["when"]


def test_a_deleted_row_is_listed_and_restored(me: APIClient, giro: int) -> None:
    txn = enter(me, giro, "-5", note="cat")
    assert me.delete(f"/api/transactions/{txn['id']}/").status_code == 204
    assert me.get(f"/api/transactions/{txn['id']}/").status_code == 404
    gone = me.get("/api/transactions/deleted/").json()["results"]
    assert [(row["id"], row["amount"], row["account_name"], row["note"]) for row in gone] == [
        (txn["id"], "-5.00", "Giro", "cat")
    ]
    back = me.post(f"/api/transactions/{txn['id']}/restore/")
    assert (back.status_code, back.json()["note"]) == (200, "cat")
    assert me.get("/api/transactions/deleted/").json()["results"] == []
    kinds = [row["kind"] for row in me.get(f"/api/transactions/{txn['id']}/history/").json()["results"]]
    assert kinds == ["restore", "delete", "create"]


def test_undo_and_redo_over_http(me: APIClient, giro: int) -> None:
    txn = enter(me, giro, "-5")
    me.patch(f"/api/transactions/{txn['id']}/", {"note": "x"})
    done = me.get("/api/changes/").json()["results"][0]
    undone = me.post("/api/changes/undo/").json()
    assert (undone["kind"], undone["undoes"], undone["row_count"]) == ("undo", done["id"], 1)
    assert me.get(f"/api/changes/{done['id']}/").json()["undone_by"] == undone["id"]
    assert me.get(f"/api/transactions/{txn['id']}/").json()["note"] == ""
    again = me.post(f"/api/changes/{undone['id']}/undo/")
    assert again.status_code == 200
    assert me.get(f"/api/transactions/{txn['id']}/").json()["note"] == "x"
    assert me.get(f"/api/changes/{done['id']}/").json()["undone_by"] is None
    me.patch(f"/api/transactions/{txn['id']}/", {"note": "y"})
    refused = me.post(f"/api/changes/{done['id']}/undo/")
    assert (refused.status_code, refused.json()["code"], list(refused.json()["fields"])) == (
        409,
        "in_the_way",
        [str(txn["id"])],
    )


def test_reconciled_rows_move_only_when_unlocked(me: APIClient, giro: int) -> None:
    path = f"/api/transactions/{enter(me, giro, '-5', status='reconciled')['id']}/"
    assert me.patch(path, {"amount": "-6"}).json()["code"] == "reconciled"
    assert me.delete(path).status_code == 409
    assert me.patch(path, {"amount": "-6", "unlock": True}).json()["amount"] == "-6.00"
    assert me.delete(f"{path}?unlock=true").status_code == 204

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import ChangeSet, Transaction, Transfer

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


@pytest.fixture
def places(me: APIClient) -> dict[str, int]:
    wanted = {"giro": "EUR", "savings": "EUR", "dollar": "USD"}
    return {
        name: me.post("/api/accounts/", {"name": name, "currency": currency}).json()["id"]
        for name, currency in wanted.items()
    }


def move(me: APIClient, status: int = 201, **given: object) -> Any:
    answer = me.post("/api/transfers/", {"booking_date": "2026-03-01", **given})
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_transfer_is_entered_as_one_deed(me: APIClient, places: dict[str, int]) -> None:
    link = move(me, from_account=places["giro"], to_account=places["savings"], amount="50", note="for later")
    assert (link["status"], link["outgoing"]["amount"], link["incoming"]["amount"], link["rate"]) == (
        "confirmed", "-50.00", "50.00", None,
    )  # fmt: skip
    assert set(Transaction.objects.values_list("note", flat=True)) == {"for later"}
    assert (ChangeSet.objects.count(), me.get("/api/summary/").json()["net"]) == (1, "0.00")
    assert ChangeSet.objects.get().summary == "Entered a transfer from giro to savings, 50.00 EUR"
    me.post("/api/changes/undo/")
    assert not Transaction.objects.exists()


def test_between_currencies_both_amounts_and_the_rate_are_shown(me: APIClient, places: dict[str, int]) -> None:
    ends = {"from_account": places["giro"], "to_account": places["dollar"]}
    assert list(move(me, 400, **ends, amount="50")["fields"]) == ["to_amount"]
    link = move(me, **ends, amount="50", to_amount="55")
    assert (link["outgoing"]["amount"], link["incoming"]["amount"], link["rate"]) == ("-50.00", "55.00", "1.100000")
    path = f"/api/transfers/{link['id']}/"
    assert me.patch(path, {"to_amount": "60"}).json()["rate"] == "1.200000"
    assert me.patch(path, {"amount": "40"}).json()["rate"] == "1.500000"


def test_changing_a_transfer_changes_both_sides_and_keeps_the_link(me: APIClient, places: dict[str, int]) -> None:
    link = move(me, from_account=places["giro"], to_account=places["savings"], amount="50")
    path = f"/api/transfers/{link['id']}/"
    changed = me.patch(path, {"amount": "70", "booking_date": "2026-03-05"}).json()
    assert [(changed[side]["amount"], changed[side]["booking_date"]) for side in ("outgoing", "incoming")] == [
        ("-70.00", "2026-03-05"),
        ("70.00", "2026-03-05"),
    ]
    assert list(me.patch(path, {"amount": "70", "to_amount": "71"}).json()["fields"]) == ["to_amount"]
    assert list(me.patch(path, {"amount": "-70"}).json()["fields"]) == ["amount"]
    me.post("/api/changes/undo/")
    assert me.get(path).json()["outgoing"]["amount"] == "-50.00"
    me.patch(f"/api/transactions/{link['incoming']['id']}/", {"status": "reconciled"})
    assert me.patch(path, {"amount": "80"}).json()["code"] == "reconciled"
    assert me.patch(path, {"amount": "80", "unlock": True}).json()["incoming"]["amount"] == "80.00"


def test_deleting_a_transfer_keeps_the_rows_or_not(me: APIClient, places: dict[str, int]) -> None:
    link = move(me, from_account=places["giro"], to_account=places["savings"], amount="50")
    assert me.delete(f"/api/transfers/{link['id']}/").status_code == 204
    assert (Transaction.objects.count(), Transfer.objects.count()) == (2, 0)
    me.post("/api/changes/undo/")
    link = me.get("/api/transfers/").json()["results"][0]
    assert me.delete(f"/api/transfers/{link['id']}/?rows=delete").status_code == 204
    assert not Transaction.objects.exists()
    me.post("/api/changes/undo/")
    assert (Transaction.objects.count(), Transfer.objects.get().status) == (2, "confirmed")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "from_account"),
        ({"outgoing": 1}, "incoming"),
        ({"outgoing": 1, "incoming": 2, "amount": "5"}, "outgoing"),
        ({"from_account": "giro", "to_account": "giro", "amount": "5"}, "to_account"),
        ({"from_account": "giro", "to_account": "savings", "amount": "0"}, "amount"),
        ({"from_account": "giro", "to_account": "savings", "amount": "-5"}, "amount"),
        ({"from_account": "giro", "to_account": "savings", "amount": "5", "to_amount": "6"}, "to_amount"),
        ({"from_account": 10**9, "to_account": "savings", "amount": "5"}, "from_account"),
    ],
)
def test_what_is_no_transfer_names_the_field(
    me: APIClient, places: dict[str, int], given: dict[str, Any], field: str
) -> None:
    body = {name: places.get(str(value), value) for name, value in given.items()}
    if not given.keys() & {"outgoing"}:
        body["booking_date"] = "2026-03-01"
    answer = me.post("/api/transfers/", body)
    assert (answer.status_code, next(iter(answer.json()["fields"]))) == (400, field)
    assert not Transaction.objects.exists()


def test_a_copy_has_the_words_but_not_the_line(me: APIClient, places: dict[str, int]) -> None:
    shares = [{"amount": "-2", "note": "a"}, {"amount": "-3"}]
    body = {"account": places["giro"], "booking_date": "2026-03-01", "amount": "-5", "splits": shares, "tags": ["A"]}
    txn = me.post("/api/transactions/", body).json()
    copy = me.post(f"/api/transactions/{txn['id']}/duplicate/", {"booking_date": "2026-04-01"})
    assert copy.status_code == 201
    assert (copy.json()["booking_date"], copy.json()["tags"], len(copy.json()["splits"])) == ("2026-04-01", ["A"], 2)
    assert me.post(f"/api/transactions/{txn['id']}/duplicate/").json()["booking_date"] == "2026-03-01"


def test_rows_are_merged_over_http(me: APIClient, places: dict[str, int]) -> None:
    body = {"account": places["giro"], "booking_date": "2026-03-01", "amount": "-5"}
    one, other = (me.post("/api/transactions/", body).json()["id"] for _ in range(2))
    kept = me.post("/api/transactions/merge/", {"keep": one, "others": [other]})
    assert (kept.status_code, kept.json()["id"], Transaction.objects.count()) == (200, one, 1)
    assert me.get("/api/transactions/deleted/").json()["results"] == []
    assert me.post(f"/api/transactions/{other}/restore/").status_code == 404

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import Attachment, IdempotencyKey, LedgerAccount, Transaction
from transactions.services.idempotency import keys_forget

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


@pytest.fixture
def giro(me: APIClient) -> int:
    return int(me.post("/api/accounts/", {"name": "Giro", "currency": "EUR"}).json()["id"])


def body(account: int, **more: object) -> dict[str, object]:
    return {"account": account, "booking_date": "2026-03-01", "amount": "-5", **more}


def test_a_field_that_does_not_exist_is_named_wherever_it_stands(me: APIClient, giro: int) -> None:
    shares = [{"amount": "-2"}, {"amount": "-3", "catgory": 1}]
    answer = me.post("/api/transactions/", body(giro, notes="x", splits=shares))
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {"notes", "splits.1.catgory"})
    for path, given in (
        ("accounts/", {"name": "A", "currency": "EUR", "balances": 1}),
        ("payees/", {"name": "A", "x": 1}),
        ("rules/", {"contains": "abc", "x": 1}),
        ("changes/undo/", {"x": 1}),
        ("transactions/bulk/", {"ids": [1], "changes": {"notes": "x"}}),
    ):
        answer = me.post(f"/api/{path}", given)
        assert answer.status_code == 400, path
        assert any(name.rpartition(".")[2] in {"balances", "x", "notes"} for name in answer.json()["fields"]), path
    upload = {"file": SimpleUploadedFile("a.pdf", b"%PDF-1"), "x": "1"}
    txn = me.post("/api/transactions/", body(giro)).json()["id"]
    answer = me.post(f"/api/transactions/{txn}/attachments/", upload, format="multipart")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["x"])


@pytest.mark.parametrize("path", ["budgets/choice", "debts/choice", "model"])
@pytest.mark.parametrize("wanted", ["", '"1"', "x" * 5000])
def test_a_tag_of_what_has_none_is_never_the_one_there_is(me: APIClient, path: str, wanted: str) -> None:
    assert me.put(f"/api/{path}/", {}, HTTP_IF_MATCH=wanted).status_code == 412


def test_an_update_of_what_was_changed_meanwhile_is_refused(me: APIClient, giro: int) -> None:
    made = me.post("/api/transactions/", body(giro))
    path = f"/api/transactions/{made.json()['id']}/"
    seen = me.get(path)["ETag"]
    assert seen == made["ETag"] == '"1"'
    assert me.patch(path, {"note": "a"}, HTTP_IF_MATCH=seen)["ETag"] == '"2"'
    for method, given in ((me.patch, {"note": "b"}), (me.put, body(giro)), (me.delete, {})):
        answer = method(path, given, HTTP_IF_MATCH=seen)
        assert (answer.status_code, answer.json()["code"]) == (412, "changed_meanwhile")
    assert Transaction.objects.get().note == "a"
    assert me.patch(path, {"note": "b"}, HTTP_IF_MATCH='"9", "2"').status_code == 200
    assert me.patch(path, {"note": "c"}, HTTP_IF_MATCH="*").status_code == 200
    assert me.delete("/api/transactions/999999/", HTTP_IF_MATCH="*").status_code == 404
    assert me.delete(path, HTTP_IF_MATCH='"4"').status_code == 204


def test_resources_without_a_revision_have_tags_too(me: APIClient, giro: int) -> None:
    path = f"/api/accounts/{giro}/"
    seen = me.get(path)["ETag"]
    assert me.get(path)["ETag"] == seen
    me.patch(path, {"name": "Other"})
    assert me.patch(path, {"name": "Third"}, HTTP_IF_MATCH=seen).status_code == 412
    assert me.patch(path, {"name": "Third"}, HTTP_IF_MATCH=me.get(path)["ETag"]).status_code == 200


def test_a_request_sent_again_is_answered_again_and_done_once(me: APIClient, giro: int, bob: User, api: Client) -> None:
    def post(key: str = "k1", **more: object) -> Any:
        return me.post("/api/transactions/", body(giro, **more), HTTP_IDEMPOTENCY_KEY=key)

    first, again = post(), post()
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert (again["Idempotency-Replayed"], again["ETag"]) == ("true", first["ETag"])
    assert (Transaction.objects.count(), "Idempotency-Replayed" in first) == (1, False)
    other = post(note="x")
    assert (other.status_code, other.json()["code"]) == (422, "other_request")
    assert me.post("/api/payees/", {"name": "A"}, HTTP_IDEMPOTENCY_KEY="k1").status_code == 422
    assert api(bob).post("/api/payees/", {"name": "A"}, HTTP_IDEMPOTENCY_KEY="k1").status_code == 201
    assert post("k2").json()["id"] != first.json()["id"]
    for wrong in ("", "x" * 300):
        assert list(post(wrong).json()["fields"]) == ["Idempotency-Key"]


def test_a_refused_request_leaves_its_key_free(me: APIClient, giro: int) -> None:
    bad = me.post("/api/transactions/", body(giro, amount="x"), HTTP_IDEMPOTENCY_KEY="k")
    assert bad.status_code == 400
    good = me.post("/api/transactions/", body(giro), HTTP_IDEMPOTENCY_KEY="k")
    assert good.status_code == 201


def test_after_a_day_a_key_is_forgotten(me: APIClient, giro: int) -> None:
    for _ in range(2):
        me.post("/api/transactions/", body(giro), HTTP_IDEMPOTENCY_KEY="k")
        IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert Transaction.objects.count() == 2
    assert (keys_forget(), IdempotencyKey.objects.count()) == (1, 0)


def test_uploads_are_told_apart_by_their_bytes(me: APIClient, giro: int) -> None:
    txn = me.post("/api/transactions/", body(giro)).json()["id"]

    def send(data: bytes) -> Any:
        upload = {"file": SimpleUploadedFile("a.pdf", data)}
        path = f"/api/transactions/{txn}/attachments/"
        return me.post(path, upload, format="multipart", HTTP_IDEMPOTENCY_KEY="k")

    assert send(b"%PDF-1").json() == send(b"%PDF-1").json()
    assert send(b"%PDF-2").status_code == 422
    assert Attachment.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_do_it_once(alice: User, api: Client) -> None:
    account = LedgerAccount.objects.create(owner=alice, name="Giro", currency="EUR").pk

    def send(_: int) -> tuple[int, object]:
        try:
            answer = api(alice).post("/api/transactions/", body(account), HTTP_IDEMPOTENCY_KEY="k")
            return answer.status_code, answer.json()["id"]
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        answers = set(pool.map(send, range(20)))
    assert (len(answers), Transaction.objects.count()) == (1, 1)
    assert answers.pop()[0] == 201


@pytest.mark.django_db(transaction=True)
def test_of_ten_who_saw_the_same_one_gets_through(alice: User, api: Client) -> None:
    account = LedgerAccount.objects.create(owner=alice, name="Giro", currency="EUR").pk
    made = api(alice).post("/api/transactions/", body(account)).json()["id"]

    def change(number: int) -> int:
        try:
            path = f"/api/transactions/{made}/"
            return api(alice).patch(path, {"note": str(number)}, HTTP_IF_MATCH='"1"').status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        answers = sorted(pool.map(change, range(10)))
    assert answers == [200, *[412] * 9]
    assert Transaction.objects.get().revision == 2

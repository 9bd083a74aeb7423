from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import Change, ChangeSet, Tag, Transaction, Transfer
from transactions.services.jobs import job_run

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


@pytest.fixture
def giro(me: APIClient) -> int:
    return account(me, "Giro")


def account(me: APIClient, name: str, currency: str = "EUR") -> int:
    return int(me.post("/api/accounts/", {"name": name, "currency": currency}).json()["id"])


def enter(me: APIClient, place: int, amount: str, **more: object) -> int:
    answer = me.post("/api/transactions/", {"account": place, "booking_date": "2026-03-01", "amount": amount} | more)
    assert answer.status_code == 201, answer.content
    return int(answer.json()["id"])


def bulk(me: APIClient, status: int = 200, **asked: object) -> Any:
    answer = me.post("/api/transactions/bulk/", asked)
    assert answer.status_code == status, answer.content
    return answer.json()


def pets(me: APIClient) -> int:
    rows = me.get("/api/categories/?page_size=200").json()["results"]
    return int(next(row["id"] for row in rows if row["key"] == "pets"))


def test_a_preview_shows_what_the_deed_then_does(me: APIClient, giro: int) -> None:
    ids = [enter(me, giro, "-5", note="a"), enter(me, giro, "-6", note="b"), enter(me, giro, "-7", tags=["Trip"])]
    changes = {"category": pets(me), "note": "b", "tags_add": ["trip", "Home"], "booking_date": "2026-03-02"}
    shown = bulk(me, ids=ids, changes=changes, preview=True)
    assert (shown["count"], shown["locked"], Tag.objects.count()) == (3, 0, 1)
    first = [(row["field"], row["before"], row["after"]) for row in shown["changes"] if row["id"] == ids[0]]
    assert first == [
        ("booking_date", "2026-03-01", "2026-03-02"),
        ("category", None, "Pets"),
        ("category_source", "none", "user"),
        ("note", "a", "b"),
        ("tags", [], ["Home", "Trip"]),
    ]
    assert ("note", "b", "b") not in [(row["field"], row["before"], row["after"]) for row in shown["changes"]]
    done = bulk(me, ids=ids, changes=changes, expected_count=3)
    assert done["count"] == 3
    rows = [me.get(f"/api/transactions/{pk}/").json() for pk in ids]
    assert {(row["note"], row["category_name"], row["booking_date"], row["revision"]) for row in rows} == {
        ("b", "Pets", "2026-03-02", 2)
    }
    assert {tuple(row["tags"]) for row in rows} == {("Home", "Trip")}
    me.post(f"/api/changes/{done['change_set']}/undo/")
    rows = [me.get(f"/api/transactions/{pk}/").json() for pk in ids]
    assert [(row["note"], row["category"], row["tags"]) for row in rows] == [
        ("a", None, []),
        ("b", None, []),
        ("", None, ["Trip"]),
    ]


def test_a_query_names_rows_too_but_some(me: APIClient, giro: int) -> None:
    kept, one, other = (enter(me, giro, "-5", note="coffee") for _ in range(3))
    enter(me, giro, "-5", note="tea")
    assert bulk(me, query="coffee", except_ids=[kept], changes={"note": "x"}, preview=True)["count"] == 2
    refused = bulk(me, 409, query="coffee", changes={"note": "x"}, expected_count=2)
    assert refused["code"] == "count_changed"
    bulk(me, query="coffee", except_ids=[kept], changes={"note": "x"})
    assert set(Transaction.objects.filter(note="x").values_list("pk", flat=True)) == {one, other}


def test_a_query_may_have_the_lists_filters(me: APIClient, giro: int) -> None:
    savings = account(me, "Savings")
    early, late = enter(me, giro, "-5"), enter(me, giro, "-5", booking_date="2026-05-01", category=pets(me))
    enter(me, savings, "-5")
    for filters, found in (
        ({"account": giro}, [late, early]),
        ({"account": giro, "category": "none"}, [early]),
        ({"category": pets(me)}, [late]),
        ({"account": giro, "start": "2026-04-01", "end": "2026-05-01"}, [late]),
        ({"account": giro, "except_ids": [late]}, [early]),
    ):
        shown = bulk(me, query="", changes={"note": "x"}, preview=True, **filters)
        assert [row["id"] for row in shown["changes"]] == found, filters
    assert list(bulk(me, 400, ids=[early], account=giro, changes={"note": "x"})["fields"]) == ["account"]
    assert list(bulk(me, 400, query="", category="some", changes={"note": "x"})["fields"]) == ["category"]


def test_deleting_many_is_one_change_and_each_can_be_restored(me: APIClient, giro: int) -> None:
    ids = [enter(me, giro, "-5") for _ in range(3)]
    shown = bulk(me, ids=ids, action="delete", preview=True)
    assert shown["changes"][0] == {"id": ids[2], "field": "amount", "before": "-5.00", "after": None}
    done = bulk(me, ids=ids, action="delete")
    assert not Transaction.objects.exists()
    assert me.post(f"/api/transactions/{ids[0]}/restore/").status_code == 200
    assert me.post(f"/api/changes/{done['change_set']}/undo/").json()["code"] == "in_the_way"
    assert [row["id"] for row in me.get("/api/transactions/deleted/").json()["results"]] == [ids[2], ids[1]]


def test_reconciled_rows_are_counted_and_kept_unless_unlocked(me: APIClient, giro: int) -> None:
    ids = [enter(me, giro, "-5", status="reconciled"), enter(me, giro, "-6")]
    for asked in (
        {"action": "delete"},
        {"changes": {"booking_date": "2026-05-01"}},
        {"changes": {"status": "cleared"}},
    ):
        assert bulk(me, ids=ids, preview=True, **asked)["locked"] == 1
        assert bulk(me, 409, ids=ids, **asked)["code"] == "reconciled"
    assert bulk(me, ids=ids, changes={"note": "x"}, preview=True)["locked"] == 0
    bulk(me, ids=ids, changes={"note": "x"})
    bulk(me, ids=ids, action="delete", unlock=True)
    assert not Transaction.objects.exists()


def test_moving_both_sides_of_a_transfer_to_one_account_unlinks_them(me: APIClient, giro: int) -> None:
    savings = account(me, "Savings")
    out, into = enter(me, giro, "-5"), enter(me, savings, "5")
    me.post("/api/transfers/", {"outgoing": out, "incoming": into})
    done = bulk(me, ids=[out, into], changes={"account": giro})
    assert not Transfer.objects.exists()
    assert set(Transaction.objects.values_list("account_id", flat=True)) == {giro}
    me.post(f"/api/changes/{done['change_set']}/undo/")
    assert Transfer.objects.get().status == "confirmed"


def test_what_makes_no_sense_is_refused(me: APIClient, giro: int, bob: User, api: Client) -> None:
    pk = enter(me, giro, "-5")
    dollars = account(me, "Dollar", "USD")
    assert list(bulk(me, 400, ids=[pk], changes={"account": dollars})["fields"]) == ["account"]
    assert list(bulk(me, 400, ids=[pk], changes={})["fields"]) == ["changes"]
    assert bulk(me, 400, ids=[pk], query="x", changes={"note": "x"})["code"] == "invalid"
    assert bulk(me, 400, changes={"note": "x"})["code"] == "invalid"
    assert bulk(me, 400, ids=[pk], changes={"note": "x"}, action="delete")["code"] == "invalid"
    assert bulk(me, 404, ids=[pk, 10**9], changes={"note": "x"})["fields"] == {"ids": [str(10**9)]}
    assert bulk(api(bob), 404, ids=[pk], action="delete")["code"] == "not_found"
    assert list(bulk(me, 400, ids=[pk], changes={"category": 10**9})["fields"]) == ["category"]
    assert Transaction.objects.get().note == ""


def test_nothing_different_is_no_change(me: APIClient, giro: int) -> None:
    pk = enter(me, giro, "-5", note="x")
    before = ChangeSet.objects.count()
    assert bulk(me, ids=[pk], changes={"note": "x"}) == {"count": 1, "change_set": None, "job": None}
    assert (ChangeSet.objects.count(), Transaction.objects.get().revision) == (before, 1)


def test_thousands_of_rows_take_few_statements(
    me: APIClient, giro: int, alice: User, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    Transaction.objects.bulk_create(
        Transaction(owner=alice, account_id=giro, booking_date="2026-03-01", amount_minor=-1, currency="EUR")
        for _ in range(5000)
    )
    with django_assert_max_num_queries(250):
        done = bulk(me, query="", changes={"category": pets(me), "tags_add": ["All"]})
    assert (done["count"], Change.objects.count()) == (5000, 5000)
    with django_assert_max_num_queries(250):
        me.post("/api/changes/undo/")
    assert not Transaction.objects.exclude(category=None).exists()


def test_tags_are_made_renamed_merged_and_removed(me: APIClient, giro: int, bob: User, api: Client) -> None:
    pk = enter(me, giro, "-5", tags=["Trip", "trip", "Home"])
    other = enter(me, giro, "-6", tags=["HOME"])
    rows = me.get("/api/tags/").json()["results"]
    assert [(row["name"], row["transaction_count"]) for row in rows] == [("Home", 2), ("trip", 1)]
    home, trip = (row["id"] for row in rows)
    assert me.post("/api/tags/", {"name": "TRIP"}).json()["fields"].keys() == {"name"}
    assert me.patch(f"/api/tags/{trip}/", {"name": "Rome"}).json()["name"] == "Rome"
    assert me.patch(f"/api/tags/{trip}/", {"name": "home"}).status_code == 400
    assert me.post(f"/api/tags/{trip}/merge/", {"into": trip}).status_code == 400
    assert me.post(f"/api/tags/{trip}/merge/", {"into": home}).json()["transaction_count"] == 2
    assert me.get(f"/api/transactions/{pk}/").json()["tags"] == ["Home"]
    me.post("/api/changes/undo/")
    assert me.get(f"/api/transactions/{pk}/").json()["tags"] == ["Home", "Rome"]
    assert me.delete(f"/api/tags/{home}/").status_code == 204
    assert me.get(f"/api/transactions/{other}/").json()["tags"] == []
    me.post("/api/changes/undo/")
    assert me.get(f"/api/transactions/{other}/").json()["tags"] == ["Home"]
    assert me.patch(f"/api/transactions/{other}/", {"tags": []}).json()["tags"] == []
    foreign = api(bob).post("/api/tags/", {"name": "Home"}).json()["id"]
    assert me.post(f"/api/tags/{home}/merge/", {"into": foreign}).status_code in (400, 404)


def test_many_rows_are_a_job_that_says_what_it_did(me: APIClient, giro: int, settings: Any) -> None:
    settings.JOB_ROWS = 2
    ids = [enter(me, giro, "-5") for _ in range(3)]
    assert bulk(me, ids=ids, changes={"note": "x"}, preview=True)["count"] == 3
    asked = bulk(me, status=202, ids=ids, changes={"note": "x"})
    assert (asked["count"], asked["change_set"], asked["job"]["kind"]) == (3, None, "ledger_edit")
    assert job_run(job_id=asked["job"]["id"])
    done = me.get(f"/api/jobs/{asked['job']['id']}/").json()["result"]
    assert (done["changed"], done["skipped"]) == (3, 0)
    assert me.get(f"/api/transactions/{ids[0]}/").json()["note"] == "x"
    assert me.get(f"/api/changes/{done['change_set']}/").json()["row_count"] == 3

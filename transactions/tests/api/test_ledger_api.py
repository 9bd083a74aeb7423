from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import Transaction

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


@pytest.fixture
def giro(me: APIClient) -> int:
    return int(made(me.post("/api/accounts/", {"name": "Giro", "currency": "EUR", "opening_balance": "100"}))["id"])


def made(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def enter(me: APIClient, account: int, amount: str, day: str = "2026-03-01", **more: object) -> dict[str, Any]:
    return made(me.post("/api/transactions/", {"account": account, "booking_date": day, "amount": amount, **more}))


def test_an_account_carries_its_balance_in_its_own_decimals(me: APIClient, giro: int) -> None:
    enter(me, giro, "-12.3")
    account = me.get(f"/api/accounts/{giro}/").json()
    assert account == {
        "id": giro,
        "name": "Giro",
        "kind": "checking",
        "currency": "EUR",
        "opening_balance": "100.00",
        "opening_date": None,
        "balance": "87.70",
        "cleared_balance": "87.70",
        "balance_in_base": "87.70",
        "base_currency": "EUR",
        "external_ref": "",
        "position": 0,
        "note": "",
        "has_known_opening": True,
        "is_archived": False,
        "transaction_count": 1,
    }
    dinar = made(me.post("/api/accounts/", {"name": "Dinar", "currency": "KWD", "kind": "savings"}))
    assert (dinar["balance"], dinar["has_known_opening"]) == ("0.000", False)
    changed = me.patch(f"/api/accounts/{giro}/", {"is_archived": True, "opening_balance": "-1"})
    assert (changed.status_code, changed.json()["balance"]) == (200, "-13.30")
    assert me.delete(f"/api/accounts/{giro}/").status_code == 204
    assert Transaction.objects.count() == 0


def test_a_transaction_in_full(me: APIClient, giro: int) -> None:
    payee = made(me.post("/api/payees/", {"name": "Vet"}))
    pets = next(row for row in me.get("/api/categories/").json()["results"] if row["key"] == "pets")
    txn = enter(me, giro, "-10.00", payee=payee["id"], category=pets["id"], description="Cat", note="again")
    assert me.get(f"/api/transactions/{txn['id']}/").json() == txn
    assert txn == {
        "id": txn["id"],
        "account": giro,
        "account_name": "Giro",
        "booking_date": "2026-03-01",
        "value_date": None,
        "amount": "-10.00",
        "currency": "EUR",
        "payee": payee["id"],
        "payee_name": "Vet",
        "category": pets["id"],
        "category_name": "Pets",
        "category_source": "user",
        "category_reason": "",
        "counterparty": "",
        "description": "Cat",
        "note": "again",
        "status": "cleared",
        "tags": [],
        "attachments": [],
        "splits": [],
        "transfer": None,
        "revision": 1,
    }


def test_splits_go_in_and_come_out(me: APIClient, giro: int) -> None:
    txn = enter(me, giro, "-10.00", splits=[{"amount": "-4", "note": "cat"}, {"amount": "-6.00", "category": None}])
    shares = [(share["amount"], share["category"], share["note"]) for share in txn["splits"]]
    assert shares == [("-4.00", None, "cat"), ("-6.00", None, "")]
    answer = me.patch(f"/api/transactions/{txn['id']}/", {"splits": [{"amount": "-4"}, {"amount": "-5"}]})
    assert answer.status_code == 400
    assert "-1.00 EUR" in answer.json()["fields"]["splits"][0]
    assert me.patch(f"/api/transactions/{txn['id']}/", {"splits": []}).json()["splits"] == []


def test_putting_back_what_was_got_changes_nothing_but_the_revision(me: APIClient, giro: int) -> None:
    txn = enter(me, giro, "-10.00", note="x")
    answer = me.put(f"/api/transactions/{txn['id']}/", {**txn, "category_source": "none"})
    assert answer.status_code == 200
    assert {**answer.json(), "category_source": "none", "revision": 1} == txn
    assert Transaction.objects.get().revision == 2


@pytest.mark.parametrize(
    "amount",
    [
        "",
        "abc",
        "1,5",
        "1e5",
        "NaN",
        "Infinity",
        "1.234",
        "9" * 18,
        None,
        True,
        [],
        {},
        "١٢",
        "1_000",
        "--1",
        "1" * 5000,
    ],
)
def test_amounts_that_make_no_sense_name_the_field(me: APIClient, giro: int, amount: object) -> None:
    answer = me.post("/api/transactions/", {"account": giro, "booking_date": "2026-03-01", "amount": amount})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["amount"])


def test_a_json_number_is_taken_by_its_spelling(me: APIClient, giro: int) -> None:
    body = f'{{"account": {giro}, "booking_date": "2026-03-01", "amount": -12.30}}'
    answer = me.post("/api/transactions/", body, content_type="application/json")
    assert made(answer)["amount"] == "-12.30"


@pytest.mark.parametrize(
    "given",
    [
        {"booking_date": "2026-02-30"},
        {"booking_date": "yesterday"},
        {"account": "abc"},
        {"account": 2**70},
        {"category": 0},
        {"status": "lost"},
        {"note": "\x00"},
        {"description": "x" * 20_000},
        {"splits": [{"amount": "x"}, {}]},
        {"splits": "no"},
        {"payee": [1]},
    ],
)
def test_bad_fields_are_400_in_the_one_shape(me: APIClient, giro: int, given: dict[str, Any]) -> None:
    body = {"account": giro, "booking_date": "2026-03-01", "amount": "-1", **given}
    answer = me.post("/api/transactions/", body)
    assert (answer.status_code, set(answer.json())) == (400, {"code", "message", "fields"})
    assert all(name.startswith(next(iter(given))) for name in answer.json()["fields"])


def test_filters(me: APIClient, giro: int) -> None:
    other = made(me.post("/api/accounts/", {"name": "B", "currency": "EUR"}))["id"]
    pets = next(row["id"] for row in me.get("/api/categories/").json()["results"] if row["key"] == "pets")
    payee = made(me.post("/api/payees/", {"name": "Vet Müller"}))["id"]
    first = enter(me, giro, "-1", "2026-03-01", category=pets)["id"]
    second = enter(me, giro, "-2", "2026-03-31", payee=payee, note="for the cat")["id"]
    third = enter(me, other, "-3", "2026-04-01", splits=[{"amount": "-1", "category": pets}, {"amount": "-2"}])["id"]
    wanted = {
        f"account={other}": [third],
        f"category={pets}": [third, first],
        "category=none": [third, second],
        f"payee={payee}": [second],
        "start=2026-03-31": [third, second],
        "end=2026-03-31": [second, first],
        "start=2026-03-01&end=2026-03-01": [first],
        "q=vet+cat": [second],
        "q=nothing": [],
        f"ids={first},{third},999999": [third, first],
        "ids=": [],
    }
    for query, ids in wanted.items():
        found = me.get(f"/api/transactions/?{query}").json()["results"]
        assert [row["id"] for row in found] == ids, query


@pytest.mark.parametrize(
    "query",
    ["account=x", "category=some", "payee=-1", "start=2026-13-01", "ids=1,x", "ids=" + "9" * 20, "cursor=zzz",
     "cursor=WyJuIiwgWyJ4Il1d", "cursor=WyJuIiwgWyJ4IiwgMV1d", "page_size=0", "page_size=abc", "q=" + "x" * 300,
     "category=" + "9" * 30, "cursor=%ff"],
)  # fmt: skip
def test_bad_filters_are_400(me: APIClient, query: str) -> None:
    answer = me.get(f"/api/transactions/?{query}")
    assert (answer.status_code, set(answer.json())) == (400, {"code", "message", "fields"})


def test_pages_are_whole_in_both_directions_while_rows_arrive(me: APIClient, giro: int, alice: User) -> None:
    Transaction.objects.bulk_create(
        Transaction(owner=alice, account_id=giro, booking_date=day, amount_minor=-1, currency="EUR")
        for day in ("2026-03-01", "2026-03-02")
        for _ in range(13)
    )
    expected = list(Transaction.objects.order_by("-booking_date", "-id").values_list("pk", flat=True))
    pages = [me.get("/api/transactions/?page_size=5").json()]
    enter(me, giro, "-9", "2026-12-31")
    while pages[-1]["next"]:
        pages.append(me.get(pages[-1]["next"]).json())
    assert [row["id"] for page in pages for row in page["results"]] == expected
    assert len(pages) == 6
    back = [pages[-1]]
    while back[-1]["previous"]:
        back.append(me.get(back[-1]["previous"]).json())
    ids = [row["id"] for page in reversed(back) for row in page["results"]]
    assert ids[-26:] == expected
    assert len(ids) == 27


def test_a_page_holds_at_most_two_hundred(me: APIClient, giro: int, alice: User) -> None:
    Transaction.objects.bulk_create(
        Transaction(owner=alice, account_id=giro, booking_date="2026-03-01", amount_minor=-1, currency="EUR")
        for _ in range(205)
    )
    page = me.get("/api/transactions/?page_size=1000").json()
    assert len(page["results"]) == 200
    assert len(me.get(page["next"]).json()["results"]) == 5


def test_a_list_asks_the_database_a_fixed_number_of_times(
    me: APIClient, giro: int, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for _ in range(12):
        enter(me, giro, "-2", splits=[{"amount": "-1"}, {"amount": "-1"}])
    with django_assert_max_num_queries(7):
        assert len(me.get("/api/transactions/").json()["results"]) == 12


def test_transfers_are_linked_confirmed_and_refused(me: APIClient, giro: int) -> None:
    other = made(me.post("/api/accounts/", {"name": "B", "currency": "EUR"}))["id"]
    out, into = enter(me, giro, "-5")["id"], enter(me, other, "5")["id"]
    link = made(me.post("/api/transfers/", {"outgoing": out, "incoming": into}))
    assert (link["status"], link["outgoing"]["id"], link["incoming"]["account_name"]) == ("confirmed", out, "B")
    shown = me.get(f"/api/transactions/{into}/").json()["transfer"]
    assert shown == {"id": link["id"], "status": "confirmed", "other": out}
    assert me.get("/api/summary/").json()["net"] == "0.00"
    assert me.post(f"/api/transfers/{link['id']}/refuse/").json()["status"] == "refused"
    assert me.get(f"/api/transactions/{into}/").json()["transfer"] is None
    assert [row["id"] for row in me.get("/api/transfers/?status=refused").json()["results"]] == [link["id"]]
    assert me.get("/api/transfers/?status=confirmed").json()["results"] == []
    assert me.post(f"/api/transfers/{link['id']}/confirm/").json()["status"] == "confirmed"
    assert me.get("/api/transfers/?status=odd").status_code == 400


def test_categories_and_rules_over_http(me: APIClient) -> None:
    page = me.get("/api/categories/?page_size=200").json()["results"]
    assert [row["name"] for row in page][:2] == ["Groceries", "Restaurants"]
    assert len(page) == 27
    own = made(me.post("/api/categories/", {"name": "Boats", "parent": page[0]["id"], "kind": "expense"}))
    assert (own["key"], own["parent"]) == ("", page[0]["id"])
    again = me.post("/api/categories/", {"name": "Boats"})
    assert (again.status_code, list(again.json()["fields"])) == (400, ["name"])
    assert me.patch(f"/api/categories/{own['id']}/", {"parent": None, "name": "Ships"}).json()["name"] == "Ships"
    rule = made(me.post("/api/rules/", {"contains": "harbour", "category": own["id"]}))
    assert (rule["category"], rule["is_enabled"], rule["position"]) == (own["id"], True, 0)
    assert me.patch(f"/api/rules/{rule['id']}/", {"is_enabled": False}).json()["is_enabled"] is False
    assert me.delete(f"/api/categories/{own['id']}/").status_code == 204
    assert me.get("/api/rules/").json()["results"] == []


def test_payees_are_listed_by_name(me: APIClient) -> None:
    ids = [made(me.post("/api/payees/", {"name": name}))["id"] for name in ("Zoo", "Apple", "Mill")]
    names = [row["name"] for row in me.get("/api/payees/?page_size=2").json()["results"]]
    assert names == ["Apple", "Mill"]
    assert me.patch(f"/api/payees/{ids[0]}/", {"name": "Alpha"}).json()["name"] == "Alpha"
    assert me.delete(f"/api/payees/{ids[0]}/").status_code == 204


def test_the_summary_in_full(me: APIClient, giro: int) -> None:
    enter(me, giro, "1000", "2026-03-01")
    enter(me, giro, "-250.50", "2026-04-02")
    answer = me.get("/api/summary/?start=2026-03-01&end=2026-04-30").json()
    sums = {"income": "1000.00", "expense": "-250.50", "net": "749.50"}
    assert {name: answer[name] for name in ("count", "currency", *sums)} == {"count": 2, "currency": "EUR", **sums}
    assert answer["by_account"] == [{"account": giro, "name": "Giro", "currency": "EUR", "count": 2, **sums}]
    assert answer["by_category"] == [{"category": None, "name": "", "count": 2, **sums}]
    assert answer["by_currency"] == [{"currency": "EUR", "count": 2, **sums}]
    assert answer["by_month"][1] == {"month": "2026-04", "income": "0.00", "expense": "-250.50", "net": "-250.50"}
    assert me.get("/api/summary/?start=soon").status_code == 400


def test_bodies_that_are_no_json_are_400(me: APIClient) -> None:
    for body in ("{", "[1]", '"x"', json.dumps([[]] * 3), "\xff"):
        answer = me.post("/api/transactions/", body, content_type="application/json")
        assert answer.status_code == 400, body

"""/api/budgets/ and /api/budget-moves/: planned, carried over, copied, filled, moved, and one month in few queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Budget, BudgetLine, BudgetMove, ForecastRun
from advisory.tests.books import Book
from transactions.ledger.period import add_months
from transactions.models import Category
from transactions.services.rates import rate_set

pytestmark = pytest.mark.django_db
Http = Callable[[User | None], APIClient]
MARCH = "2025-03"


@pytest.fixture
def book(alice: User) -> Book:
    book = Book(alice)
    book.three_months()
    return book


@pytest.fixture
def http(alice: User, api: Http) -> APIClient:
    return api(alice)


def plan(http: APIClient, category: int, amount: str | None, month: str = MARCH, **given: Any) -> dict[str, Any]:
    body = {"category": category, "amount": amount, "month": month, **given}
    answer = http.post("/api/budgets/", body, format="json")
    assert answer.status_code == 201, answer.content
    (found,) = answer.json()["budgets"]
    return dict(found)


def month_of(http: APIClient, month: str = MARCH) -> dict[str, Any]:
    answer = http.get("/api/budgets/", {"month": month})
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def one(http: APIClient, name: str, month: str = MARCH) -> dict[str, Any]:
    return next(row for row in month_of(http, month)["budgets"] if row["name"] == name)


def refused(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 400, answer.content
    fields: dict[str, list[str]] = answer.json()["fields"]
    return fields


def test_a_budget_says_what_was_spent_of_it_and_what_is_left(http: APIClient, book: Book) -> None:
    found = plan(http, book.category("groceries"), "120.00")
    assert (found["planned"], found["actual"], found["left"]) == ("120.00", "106.75", "13.25")
    assert found["categories"] == [book.category("groceries")]
    book.row(date(2025, 3, 30), "6.75", "Corner Market", "groceries")
    assert one(http, "Groceries")["actual"] == "100.00", "a refund counts back"
    assert {row["name"]: row["amount"] for row in month_of(http)["unbudgeted"]} == {
        "Rent/Mortgage": "-980.00", "Subscriptions": "-12.99", "Income:Salary": "2850.00",
    }  # fmt: skip


def test_income_is_planned_in_its_own_direction_and_is_not_carried_over(http: APIClient, book: Book) -> None:
    salary = book.category("income_salary")
    found = plan(http, salary, "2900.00")
    assert (found["is_income"], found["actual"], found["left"], found["free"]) == (True, "2850.00", "50.00", None)
    answer = http.patch(f"/api/budgets/{found['id']}/", {"rollover": "both"}, format="json")
    assert list(refused(answer)) == ["rollover"]


@pytest.mark.parametrize(
    ("rollover", "carried"), [("none", "0.00"), ("surplus", "0.00"), ("overspend", "-1.75"), ("both", "-1.75")]
)
def test_what_is_carried_over_is_the_budgets_choice(http: APIClient, book: Book, rollover: str, carried: str) -> None:
    groceries = book.category("groceries")
    for month in ("2025-01", "2025-02"):
        plan(http, groceries, "103.00", month, rollover=rollover)  # 102.75 and 104.75 were spent
    kept = "0.25" if rollover in ("surplus", "both") else "0.00"
    assert one(http, "Groceries", "2025-02")["carried"] == kept
    expected = "-1.50" if rollover == "both" else carried
    if rollover == "surplus":
        expected = "0.00"
    plan(http, groceries, "100.00")
    assert one(http, "Groceries")["carried"] == expected


def test_a_group_holds_what_has_no_budget_of_its_own(http: APIClient, book: Book) -> None:
    book.row(date(2025, 3, 5), "-20.00", "Bistro", "restaurants")
    answer = http.post("/api/budgets/", {"group": "Food", "amount": "150", "month": MARCH}, format="json")
    assert answer.status_code == 201, answer.content
    assert one(http, "Food")["actual"] == "126.75"
    plan(http, book.category("groceries"), "100")
    assert (one(http, "Food")["actual"], one(http, "Groceries")["actual"]) == ("20.00", "106.75")


def test_a_parent_holds_what_is_below_it(http: APIClient, book: Book) -> None:
    groceries = book.category("groceries")
    Category.objects.filter(owner=book.owner, key="coffee").update(parent=groceries)
    book.row(date(2025, 3, 5), "-3.25", "Kiosk", "coffee")
    assert plan(http, groceries, "150")["actual"] == "110.00"


def test_other_currencies_count_at_the_rate_of_their_day_or_are_named(http: APIClient, book: Book) -> None:
    yen = book.account("Tokyo", "JPY")
    book.row(date(2025, 3, 5), "-1000", "Konbini", "groceries", account=yen)
    plan(http, book.category("groceries"), "150")
    found = month_of(http)
    assert [row["base"] for row in found["missing_rates"]] == ["JPY"]
    assert found["budgets"][0]["actual"] == "106.75"
    rate_set(owner=book.owner, base="EUR", quote="JPY", rate_date=date(2025, 3, 4), rate="160")
    assert one(http, "Groceries")["actual"] == "113.00"
    proof = http.get(f"/api/budgets/{found['budgets'][0]['id']}/rows/", {"month": MARCH}).json()
    assert (proof["total"], proof["rows"][-1]["running"]) == ("-113.00", "-113.00")
    assert [row["counted"] for row in proof["rows"]] == ["-43.50", "-6.25", "-63.25"]
    assert proof["rows"][1]["rate"].startswith("EUR/JPY of 2025-03-04")


def test_the_rows_of_a_figure_are_shares_and_no_transfers(http: APIClient, book: Book) -> None:
    book.everything()
    for key in ("groceries", "pets"):
        plan(http, book.category(key), "500")
    for row in month_of(http)["budgets"]:
        proof = http.get(f"/api/budgets/{row['id']}/rows/", {"month": MARCH}).json()
        assert Decimal(proof["total"]) == -Decimal(row["actual"])
    assert one(http, "Pets")["actual"] == "29.99"


def test_last_month_is_copied_where_nothing_is_planned(http: APIClient, book: Book) -> None:
    plan(http, book.category("groceries"), "100", "2025-02")
    plan(http, book.category("pets"), "30", "2025-02")
    plan(http, book.category("pets"), "10")
    answer = http.post("/api/budgets/copy/", {"month": MARCH}, format="json")
    assert [(row["name"], row["planned"]) for row in answer.json()["budgets"]] == [("Groceries", "100.00")]
    again = http.post("/api/budgets/copy/", {"month": MARCH}, format="json")
    assert again.json()["budgets"] == []
    assert one(http, "Pets")["planned"] == "10.00"


def test_many_are_planned_at_once_or_none(http: APIClient, book: Book) -> None:
    lines = [{"category": book.category("groceries"), "amount": "100"}, {"category": 0, "amount": "1"}]
    answer = http.post("/api/budgets/plan/", {"month": MARCH, "lines": lines}, format="json")
    assert answer.status_code == 400
    lines[1] = {"category": book.category("transfer"), "amount": "1"}
    answer = http.post("/api/budgets/plan/", {"month": MARCH, "lines": lines}, format="json")
    assert list(refused(answer)) == ["category"]
    assert not Budget.objects.exists()
    lines[1] = {"category": book.category("pets"), "amount": "1"}
    assert http.post("/api/budgets/plan/", {"month": MARCH, "lines": lines}, format="json").status_code == 200
    back = [{**line, "amount": None} for line in lines]
    http.post("/api/budgets/plan/", {"month": MARCH, "lines": back}, format="json")
    assert not BudgetLine.objects.exists()
    assert [row["planned"] for row in month_of(http)["budgets"]] == [None, None]


def test_the_proposal_has_a_reason_for_every_line(http: APIClient, book: Book) -> None:
    found = http.get("/api/budgets/proposal/", {"month": "2025-04"}).json()
    assert found["months"] == ["2025-01", "2025-02", "2025-03"]
    by_name = {line["name"]: line for line in found["lines"]}
    assert (by_name["Rent/Mortgage"]["amount"], by_name["Rent/Mortgage"]["reason"]) == ("980.00", "fixed")
    assert (by_name["Income:Salary"]["amount"], by_name["Income:Salary"]["reason"]) == ("2850.00", "income")
    assert by_name["Groceries"]["reason"] == "steady"
    lines = [{"category": line["category"], "amount": line["amount"]} for line in found["lines"]]
    filled = http.post("/api/budgets/plan/", {"month": "2025-04", "lines": lines}, format="json").json()
    assert {row["name"]: row["planned"] for row in filled["budgets"]} == {
        name: line["amount"] for name, line in by_name.items()
    }


def test_too_short_a_past_proposes_nothing_and_says_so(http: APIClient, book: Book) -> None:
    found = http.get("/api/budgets/proposal/", {"month": "2025-02"}).json()
    assert (found["lines"], found["missing"]) == ([], "three full months")


def move(http: APIClient, source: int, target: int, amount: str, **headers: str) -> Any:
    body = {"month": MARCH, "source": source, "target": target, "amount": amount}
    return http.post("/api/budget-moves/", body, format="json", headers=headers)


def test_money_is_moved_once_and_moved_back(http: APIClient, book: Book) -> None:
    groceries, pets = (plan(http, book.category(key), "150")["id"] for key in ("groceries", "pets"))
    before = month_of(http)["spending"]["left"]
    first = move(http, groceries, pets, "40.00", **{"Idempotency-Key": "move-1"})
    again = move(http, groceries, pets, "40.00", **{"Idempotency-Key": "move-1"})
    assert (first.status_code, again.json()) == (201, first.json())
    assert BudgetMove.objects.count() == 1
    assert [(row["moved"], row["left"]) for row in month_of(http)["budgets"]] == [
        ("-40.00", "3.25"), ("40.00", "190.00"),
    ]  # fmt: skip
    assert month_of(http)["spending"]["left"] == before
    for _ in range(2):
        undone = http.post(f"/api/budget-moves/{first.json()['id']}/undo/")
        assert undone.json()["undone_at"] is not None
    assert [row["moved"] for row in month_of(http)["budgets"]] == ["0.00", "0.00"]
    listed = http.get("/api/budget-moves/", {"month": MARCH}).json()["results"]
    assert [(row["source_name"], row["target_name"]) for row in listed] == [("Groceries", "Pets")]


def test_no_more_is_moved_than_is_there(http: APIClient, book: Book) -> None:
    groceries, pets = (plan(http, book.category(key), "110")["id"] for key in ("groceries", "pets"))
    salary = plan(http, book.category("income_salary"), "1")["id"]
    assert refused(move(http, groceries, pets, "3.26"))["amount"] == ["Only 3.25 EUR is left there to move."]
    assert list(refused(move(http, groceries, groceries, "1"))) == ["target"]
    assert list(refused(move(http, groceries, pets, "-1"))) == ["amount"]
    assert list(refused(move(http, salary, pets, "1"))) == ["source"]
    assert list(refused(move(http, groceries, salary, "1"))) == ["target"]
    assert list(refused(move(http, groceries, 10**12, "1"))) == ["target"]
    assert not BudgetMove.objects.exists()


def test_envelopes_hold_every_cent_that_is_not_to_be_assigned(http: APIClient, book: Book) -> None:
    assert http.get("/api/budgets/choice/").json() == {"envelopes_from": None, "opening": "0", "currency": ""}
    chosen = http.put("/api/budgets/choice/", {"envelopes_from": "2025-02", "opening": "500.00"}, format="json")
    assert chosen.json() == {"envelopes_from": "2025-02", "opening": "500.00", "currency": "EUR"}
    assert month_of(http, "2025-01")["envelopes"] is None
    net = 2 * (Decimal(2850) - Decimal(980) - Decimal("12.99")) - Decimal("104.75") - Decimal("106.75")
    assert Decimal(month_of(http)["envelopes"]["to_assign"]) == 500 + net
    plan(http, book.category("groceries"), "200", "2025-02", rollover="both")
    plan(http, book.category("groceries"), "200", rollover="both")
    found = month_of(http)["envelopes"]
    assert Decimal(found["to_assign"]) == 500 + net - (400 - Decimal("211.50"))
    assert Decimal(found["held"]) + Decimal(found["to_assign"]) == Decimal(found["in_hand"])
    gone = http.put("/api/budgets/choice/", {"envelopes_from": None}, format="json")
    assert gone.json()["envelopes_from"] is None
    assert month_of(http)["envelopes"] is None


def test_a_removed_budget_comes_back_unless_another_took_its_place(http: APIClient, book: Book) -> None:
    groceries = book.category("groceries")
    first = plan(http, groceries, "100")["id"]
    assert http.delete(f"/api/budgets/{first}/").status_code == 204
    assert month_of(http)["budgets"] == []
    assert http.get(f"/api/budgets/{first}/").status_code == 404
    assert http.post(f"/api/budgets/{first}/restore/?month={MARCH}").json()["budgets"][0]["planned"] == "100.00"
    http.delete(f"/api/budgets/{first}/")
    plan(http, groceries, "90")
    assert http.post(f"/api/budgets/{first}/restore/").status_code == 409


def test_the_running_month_says_what_is_due_and_what_is_free_a_day(
    http: APIClient, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    rent = plan(http, book.category("rent_mortgage"), "1000")
    assert (rent["due"], rent["free"]) == (None, None), "a month that is over"
    evidence = next(row for row in book.rows() if row.category_id == book.category("rent_mortgage"))
    coming = {"account": "1", "evidence": evidence.pk}
    cash = {"payments": [
        {"date": "2025-04-01", "amount": "-980.00", **coming}, {"date": "2025-04-30", "amount": "-5.00", **coming},
        {"date": "2025-05-01", "amount": "-980.00", **coming}, {"date": "2025-04-28", "amount": "2850.00", **coming},
    ]}  # fmt: skip
    ForecastRun.objects.create(
        owner=book.owner, as_of=date(2025, 3, 30), horizon_days=90, is_change=False, cash=cash, currency="EUR",
        engine="made@1",
    )  # fmt: skip
    plan(http, book.category("rent_mortgage"), "1015", "2025-04")
    monkeypatch.setattr("advisory.api.budgets.today", lambda: date(2025, 4, 21))
    found = month_of(http, "2025-04")
    assert (found["days_left"], found["day"]) == (10, 21)
    assert (found["budgets"][0]["due"], found["budgets"][0]["free"]) == ("985.00", "3.00")
    assert (found["spending"]["due"], found["spending"]["free"]) == ("985.00", "3.00")


def test_the_pace_is_that_of_the_own_past_months(http: APIClient, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    plan(http, book.category("groceries"), "120", "2025-04")
    monkeypatch.setattr("advisory.api.budgets.today", lambda: date(2025, 4, 10))
    found = month_of(http, "2025-04")
    assert found["paced_months"] == 3
    assert (found["budgets"][0]["usual_by_now"], found["budgets"][0]["usual"]) == ("42.50", "104.75")
    assert one(http, "Groceries", "2025-03")["usual_by_now"] is None, "two months are too few"


def test_one_month_is_read_in_the_same_number_of_queries_whatever_the_history(http: APIClient, book: Book) -> None:
    plan(http, book.category("groceries"), "100", "2025-03")
    month_of(http)
    with CaptureQueriesContext(connection) as few:
        month_of(http, "2025-03")
    for key in ("rent_mortgage", "pets", "subscriptions"):
        for back in range(6):
            plan(http, book.category(key), "100", f"{add_months(date(2025, 3, 1), -back):%Y-%m}", rollover="both")
    for back in range(24):
        book.row(add_months(date(2025, 2, 1), -back), "-10.00", "Kiosk", "pets")
    with CaptureQueriesContext(connection) as many:
        month_of(http, "2025-03")
    assert len(few) == len(many) <= 16


@pytest.mark.parametrize(
    "body",
    [
        {}, {"month": "2025-13", "amount": "1"}, {"month": 3, "amount": "1", "category": 1}, {"month": MARCH},
        {"month": MARCH, "amount": "1"}, {"month": MARCH, "amount": "1", "group": "Nowhere"},
        {"month": MARCH, "amount": "1", "category": 10**18}, {"month": MARCH, "amount": "1", "odd": 1},
        {"month": MARCH, "amount": "1e9", "group": "Food"}, {"month": MARCH, "amount": "-1", "group": "Food"},
        {"month": MARCH, "amount": "1.234", "group": "Food"}, {"month": MARCH, "amount": "9" * 18, "group": "Food"},
        {"month": MARCH, "amount": "1", "group": "Food", "rollover": "all"}, {"month": None, "amount": "1"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(http: APIClient, book: Book, body: dict[str, Any]) -> None:
    refused(http.post("/api/budgets/", body, format="json"))
    assert not Budget.objects.exists()


def test_a_month_that_is_none_is_refused(http: APIClient) -> None:
    for address in ("/api/budgets/", "/api/budgets/proposal/", "/api/budget-moves/"):
        assert list(refused(http.get(address, {"month": "May"}))) == ["month"]


def test_bob_neither_sees_nor_names_alices_budgets(http: APIClient, book: Book, bob: User, api: Http) -> None:
    mine = plan(http, book.category("groceries"), "100")["id"]
    other = api(bob)
    assert month_of(other)["budgets"] == []
    body = {"month": MARCH, "category": book.category("groceries"), "amount": "1"}
    assert list(refused(other.post("/api/budgets/", body, format="json"))) == ["category"]
    assert list(refused(move(other, mine, mine, "1"))) == ["source"]

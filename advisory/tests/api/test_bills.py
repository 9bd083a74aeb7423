"""Series that the user declares, makes one and sets apart, and what stands out of all, over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import AnalysisRun, Budget, ForecastRun, RecurringSeries
from advisory.selectors.budget_bills import bills_due
from advisory.services import bills
from advisory.services.analysis import analysis_refresh
from advisory.tests.living import Living, household
from transactions.ledger.period import month_of
from transactions.models import Job

pytestmark = pytest.mark.django_db
Http = Callable[[User | None], APIClient]
FIRST = date(2025, 7, 5)


@pytest.fixture(autouse=True)
def _old_days_may_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The household has stopped in 2025."""
    monkeypatch.setattr(bills, "OLDEST", 5000)


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    analysis_refresh(owner=alice)
    return book


@pytest.fixture
def http(home: Living, api: Http) -> APIClient:
    return api(home.owner)


def body(home: Living, **more: Any) -> dict[str, Any]:
    return {
        "label": "Piano lessons", "account": home.giro.pk, "amount": "-60.00", "cadence": "monthly",
        "next_date": FIRST.isoformat(), "category": home.category("pets"), **more,
    }  # fmt: skip


def declared(http: APIClient, home: Living, **more: Any) -> dict[str, Any]:
    answer = http.post("/api/bills/", body(home, **more), format="json")
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def listed(http: APIClient) -> dict[str, dict[str, Any]]:
    return {row["label"]: row for row in http.get("/api/bills/?decision=all").json()["results"]}


def overview(http: APIClient) -> dict[str, Any]:
    found: dict[str, Any] = http.get("/api/bills/overview/?days=60").json()
    return found


def test_a_declared_series_stands_in_the_list_and_in_the_calendar_at_once(http: APIClient, home: Living) -> None:
    one = declared(http, home)
    assert (one["source"], one["decision"], one["role"], one["is_found"]) == ("declared", "confirmed", "bill", False)
    assert (one["yearly"], one["next_date"], one["transactions"]) == ("-720.00", "2025-07-05", [])
    assert Job.objects.filter(key=f"refresh_analyse_{home.owner.pk}").exists()
    dues = [row for row in overview(http)["upcoming"] if row["series"] == one["id"]]
    assert [(row["name"], row["date"], row["amount"]) for row in dues] == [("Piano lessons", "2025-07-05", "-60.00")]


def test_it_takes_part_in_the_forecast_and_in_what_budgets_have_free(http: APIClient, home: Living) -> None:
    before = ForecastRun.objects.get(owner=home.owner).cash
    Budget.objects.create(owner=home.owner, category_id=home.category("pets"))
    one = declared(http, home, ends_on="2025-09-05")
    analysis_refresh(owner=home.owner)
    after = ForecastRun.objects.get(owner=home.owner).cash
    mine = [row for row in after["payments"] if row["evidence"] == -one["id"]]
    assert [(row["date"], row["amount"]) for row in mine] == [
        ("2025-07-05", "-60.00"), ("2025-08-05", "-60.00"), ("2025-09-05", "-60.00"),
    ]  # fmt: skip
    by = {
        day["date"]: round(float(day["mid"]) - float(old["mid"]), 2)
        for day, old in zip(after["daily"], before["daily"], strict=True)
    }
    assert (by["2025-07-04"], by["2025-07-05"], by["2025-12-31"]) == (0, -60, -180)
    due = bills_due(owner=home.owner, month=month_of(FIRST), currency="EUR")
    assert due[home.category("pets")] == 60_00
    dues = [row["date"] for row in overview(http)["upcoming"] if row["series"] == one["id"]]
    assert dues == ["2025-07-05", "2025-08-05"]
    facts = {link["name"]: link for link in http.get(f"/api/bills/{one['id']}/").json()["facts"]}
    assert (facts["year"]["value"], facts["amount"]["value"]) == ("-720.00", "-60.00")
    assert http.get(facts["year"]["evidence_url"]).json()["matches"]


def test_a_scenario_may_be_about_it_before_and_after_its_first_row(http: APIClient, home: Living) -> None:
    one = declared(http, home, payee=None)
    analysis_refresh(owner=home.owner)
    change = {"kind": "cancel", "series": one["id"]}
    saved = http.post("/api/scenarios/", {"name": "No piano", "changes": [change], "currency": "EUR"}, format="json")
    assert saved.status_code == 201, saved.content
    assert saved.json()["changes"][0]["about"] == "Piano lessons"
    tried = {"scenarios": [{"id": saved.json()["id"]}], "months": 3}
    trial = http.post("/api/scenarios/evaluate/", tried, format="json").json()
    assert trial["scenarios"][0]["difference"] == "180.00"
    home.text_row(FIRST, "-58.00", "Music school", "pets")
    analysis_refresh(owner=home.owner)
    row = RecurringSeries.objects.get(pk=one["id"])
    assert (len(row.transactions), row.next_date, row.amount_minor) == (1, date(2025, 8, 5), -58_00)
    (kept,) = http.get("/api/scenarios/").json()["results"]
    assert not kept["changes"][0]["is_lost"]


def test_what_a_run_finds_later_is_still_the_series_that_was_declared(http: APIClient, home: Living) -> None:
    one = declared(http, home, next_date="2025-02-05")
    for month in range(2, 7):
        home.text_row(date(2025, month, 5), "-60.00", "Music School Hill", "pets")
    analysis_refresh(owner=home.owner)
    row = RecurringSeries.objects.get(owner=home.owner, label__icontains="music")
    assert (row.pk, row.source, row.is_found, len(row.transactions)) == (one["id"], "declared", True, 5)


def test_a_declaration_is_changed_and_taken_back(http: APIClient, home: Living) -> None:
    path = f"/api/bills/{declared(http, home)['id']}/"
    told = http.patch(path, {"amount": "-70.00", "next_date": "2025-07-20", "cadence": "weekly"}, format="json").json()
    assert (told["yearly"], told["next_date"], told["corrected"]) == ("-3640.00", "2025-07-20", [])
    refused = http.patch(path, {"amount": None}, format="json")
    assert (refused.status_code, set(refused.json()["fields"])) == (400, {"amount"})
    analysis_refresh(owner=home.owner)
    assert http.get(path).json()["next_date"] == "2025-07-20"
    assert http.delete(path).status_code == 204
    assert http.get(path).status_code == 404
    rent = next(row for row in listed(http).values() if row["amount"] == "-980.00")
    assert http.delete(f"/api/bills/{rent['id']}/").status_code == 409


REFUSED: list[tuple[str, Any]] = [
    *(("amount", value) for value in ("0", "-1.005", "1e30", None)),
    *(("cadence", "often"), ("role", "income"), ("role", "boss"), ("label", " "), ("decision", "open")),
    *(("account", 10**9), ("account", None), ("category", 10**9), ("payee", 10**9), ("payee", 10**30)),
    *(("currency", "USD"), ("currency", "XXQ"), ("ends_on", "2025-07-04")),
    *(("next_date", "1990-01-01"), ("next_date", "9999-12-31"), ("next_date", "soon")),
]


def test_what_cannot_be_declared_is_refused_by_name(alice: User, api: Http) -> None:
    book, http = Living(alice), api(alice)
    for field, value in REFUSED:
        answer = http.post("/api/bills/", body(book, **{field: value}), format="json")
        assert (answer.status_code, set(answer.json()["fields"])) == (400, {field}), (field, value, answer.content)
    assert not RecurringSeries.objects.exists()


def test_what_is_in_the_list_is_not_declared_again(http: APIClient, home: Living) -> None:
    twin = body(home, label="Streamly", amount="-16.00", role="subscription")
    answer = http.post("/api/bills/", twin, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "already_known")
    assert http.post("/api/bills/", {**twin, "amount": "-90.00"}, format="json").status_code == 201


def test_what_is_of_somebody_else_is_not_there(http: APIClient, home: Living, api: Http, bob: User) -> None:
    one, theirs = declared(http, home), api(bob)
    for send in (theirs.get, theirs.delete):
        assert send(f"/api/bills/{one['id']}/").status_code == 404
    answer = theirs.post("/api/bills/", body(home, category=None), format="json")
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {"account"})
    other = RecurringSeries.objects.create(
        owner=bob, label="Gym", currency="EUR", cadence="monthly", role="bill", status="active", first_date=FIRST,
        last_date=FIRST, amount_minor=-1, amount_low_minor=-1, amount_high_minor=-1, engine="made@1",
    )  # fmt: skip
    answer = http.post(f"/api/bills/{one['id']}/merge/", {"series": other.pk}, format="json")
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {"series"})


def test_two_series_are_made_one_and_set_apart_exactly_as_they_were(http: APIClient, home: Living) -> None:
    before = listed(http)
    rent, stream = (next(row for row in before.values() if row["amount"] == sum_) for sum_ in ("-980.00", "-15.99"))
    answer = http.post(f"/api/bills/{stream['id']}/merge/", {"series": rent["id"]}, format="json")
    assert answer.status_code == 201, answer.content
    whole = answer.json()
    assert (whole["source"], whole["label"]) == ("merged", stream["label"])
    assert sorted(whole["transactions"]) == sorted([*rent["transactions"], *stream["transactions"]])
    assert {rent["id"], stream["id"]}.isdisjoint(row["id"] for row in listed(http).values())
    analysis_refresh(owner=home.owner)
    again = http.get(f"/api/bills/{whole['id']}/").json()
    assert {name: again[name] for name in ("amount", "transactions", "next_date", "label")} == {
        name: whole[name] for name in ("amount", "transactions", "next_date", "label")
    }
    assert (again["is_found"], bool(again["facts"])) == (True, True)
    payments = ForecastRun.objects.get(owner=home.owner).cash["payments"]
    brought = {row["amount"] for row in payments if row["evidence"] in again["transactions"]}
    assert brought == {again["amount"]}, "one of them, and not both"
    parts = http.post(f"/api/bills/{whole['id']}/separate/").json()["results"]
    kept = ("id", "label", "amount", "next_date", "transactions", "decision", "corrected")
    for was in (rent, stream):
        assert {name: next(one for one in parts if one["id"] == was["id"])[name] for name in kept} == {
            name: was[name] for name in kept
        }
    analysis_refresh(owner=home.owner)
    assert {label: row["facts"] for label, row in listed(http).items()} == {
        label: row["facts"] for label, row in before.items()
    }


def test_a_whole_may_be_a_part_in_turn(http: APIClient, home: Living) -> None:
    first = declared(http, home)
    second, third = (declared(http, home, label=name, next_date="2025-07-20") for name in ("Violin", "Harp"))
    two = http.post(f"/api/bills/{first['id']}/merge/", {"series": second["id"]}, format="json").json()
    three = http.post(f"/api/bills/{two['id']}/merge/", {"series": third["id"]}, format="json").json()
    analysis_refresh(owner=home.owner)
    assert {"Violin", "Harp"}.isdisjoint(listed(http))
    assert http.get(f"/api/bills/{two['id']}/").status_code == 404
    apart = http.post(f"/api/bills/{three['id']}/separate/").json()["results"]
    assert {row["id"] for row in apart} == {two["id"], third["id"]}
    analysis_refresh(owner=home.owner)
    assert {"Piano lessons", "Harp"} <= listed(http).keys()


def test_what_cannot_be_one_is_refused(http: APIClient, home: Living) -> None:
    rows = listed(http)
    rent = next(row for row in rows.values() if row["amount"] == "-980.00")
    pay = next(row for row in rows.values() if row["role"] == "income")
    for other in (rent["id"], pay["id"], 10**9):
        answer = http.post(f"/api/bills/{rent['id']}/merge/", {"series": other}, format="json")
        assert (answer.status_code, set(answer.json()["fields"])) == (400, {"series"})
    answer = http.post(f"/api/bills/{rent['id']}/separate/")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_merged")


def test_what_stood_out_is_told_with_the_figures_that_open_its_rows(http: APIClient, home: Living) -> None:
    home.text_row(date(2025, 6, 15), "-15.99", "Streamly")
    declared(http, home, next_date="2025-05-05")
    analysis_refresh(owner=home.owner)
    told = overview(http)
    assert told["as_of"] == "2025-06-25"
    remarks = {(one["kind"], one["name"], one["date"]): one for one in told["remarks"]}
    price = remarks["price", "Streamly", "2025-05-12"]
    assert (price["from"], price["to"]) == ("-12.99", "-15.99")
    assert {link["name"]: link["value"] for link in price["facts"]} == {"before": "-12.99", "after": "-15.99"}
    double = remarks["doubled", "Streamly", "2025-06-15"]
    assert [link["value"] for link in double["facts"]] == ["-31.98"]
    assert len(double["transactions"]) == 2
    assert ("missed", "Piano lessons", "2025-06-05") in remarks
    for one in told["remarks"]:
        for link in one["facts"]:
            assert http.get(link["evidence_url"]).json()["matches"]


def test_a_year_of_subscriptions_is_a_figure_until_something_else_is_said(http: APIClient, home: Living) -> None:
    (total,) = overview(http)["subscriptions"]
    mine = [row for row in listed(http).values() if row["role"] == "subscription" and row["status"] == "active"]
    assert (total["count"], total["yearly"]) == (len(mine), f"{sum(float(row['yearly']) for row in mine):.2f}")
    (link,) = total["facts"]
    assert (link["value"], http.get(link["evidence_url"]).json()["matches"]) == (total["yearly"], True)
    declared(http, home, role="subscription")
    (more,) = overview(http)["subscriptions"]
    assert (float(more["yearly"]), more["facts"]) == (float(total["yearly"]) - 720, [])
    analysis_refresh(owner=home.owner)
    (known,) = overview(http)["subscriptions"]
    assert (known["yearly"], len(known["facts"])) == (more["yearly"], 1)


def test_nothing_is_analysed_again_while_nothing_is_said(http: APIClient, home: Living) -> None:
    declared(http, home)
    first = analysis_refresh(owner=home.owner)
    assert first is not None
    finished = AnalysisRun.objects.get(owner=home.owner).finished_at
    analysis_refresh(owner=home.owner)
    assert AnalysisRun.objects.get(owner=home.owner).finished_at == finished


def test_a_household_without_a_row_may_declare_too(api: Http, bob: User) -> None:
    http = api(bob)
    account = http.post("/api/accounts/", {"name": "Giro", "currency": "EUR", "kind": "checking"}, format="json").json()
    soon = (timezone.now().date() + timedelta(days=5)).isoformat()
    said = {"label": "Rent", "account": account["id"], "amount": "-900", "cadence": "monthly", "next_date": soon}
    assert http.post("/api/bills/", said, format="json").status_code == 201
    assert analysis_refresh(owner=bob) is None
    assert [(row["name"], row["date"]) for row in overview(http)["upcoming"]] == [("Rent", soon)]

"""/api/scenarios/: said, saved, changed, tried side by side, and started from advice."""

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
from advisory.models import Advice, ForecastRun, RecurringSeries, SavedScenario
from advisory.services.analysis import analysis_refresh
from advisory.services.debts import debt_terms_set
from advisory.tests.living import Living, household
from transactions.models import Category, Transaction
from transactions.services.accounts import account_create

pytestmark = pytest.mark.django_db
Http = Callable[[User | None], APIClient]


@pytest.fixture
def http(alice: User, api: Http) -> APIClient:
    return api(alice)


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    analysis_refresh(owner=alice)
    return book


def series(owner: User, like: str) -> RecurringSeries:
    return RecurringSeries.objects.get(owner=owner, payee_key__contains=like)


def tried(http: APIClient, *scenarios: dict[str, Any], **also: Any) -> dict[str, Any]:
    answer = http.post("/api/scenarios/evaluate/", {"scenarios": scenarios, **also}, format="json")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def refused(http: APIClient, change: dict[str, Any], **also: Any) -> list[str]:
    body = {"name": "x", "currency": "EUR", "changes": [change], **also}
    answer = http.post("/api/scenarios/", body, format="json")
    assert answer.status_code == 400, answer.content
    assert set(answer.json()) >= {"code", "message", "fields"}
    return sorted({name.split(".")[0] for name in answer.json()["fields"]})


def test_nothing_tried_is_the_forecast_to_the_cent(http: APIClient, home: Living) -> None:
    found = tried(http, {"name": "Nothing", "changes": []}, months=12)
    (nothing,) = found["scenarios"]
    assert nothing["ends"] == found["baseline"]["ends"]
    assert {one["difference"] for one in nothing["ends"]} == {"0.00"}
    run = ForecastRun.objects.get(owner=home.owner)
    stored = {day["date"]: day for day in run.cash["daily"]}
    assert len(nothing["ends"]) == 13
    for one in nothing["ends"]:
        assert {name: one[name] for name in ("low", "mid", "high")} == {
            name: stored[one["date"]][name] for name in ("low", "mid", "high")
        }
    assert found["start"] == run.cash["start"]
    assert found["backtest"]["windows"] == run.windows


def test_two_years_are_drawn_out(http: APIClient, home: Living) -> None:
    found = tried(http, months=24)
    run = ForecastRun.objects.get(owner=home.owner)
    last = found["baseline"]["ends"][-1]
    assert date.fromisoformat(last["date"]) == run.as_of.replace(year=run.as_of.year + 2)
    year = found["baseline"]["ends"][12]
    assert Decimal(last["high"]) - Decimal(last["mid"]) > Decimal(year["high"]) - Decimal(year["mid"])


def test_several_are_compared_side_by_side(http: APIClient, home: Living) -> None:
    stream, rent = series(home.owner, "streamly"), series(home.owner, "linden")
    groceries = home.category("groceries")
    found = tried(
        http,
        {"name": "No stream", "changes": [{"kind": "cancel", "series": stream.pk}]},
        {"changes": [{"kind": "amount", "series": rent.pk, "amount": "-1080.00", "starts": "2026-01-01"}]},
        {
            "changes": [
                {"kind": "lose_income", "months": 2, "starts": "2025-09-01"},
                {"kind": "category", "category": groceries, "per_cent": "-10"},
                {"kind": "add", "amount": "-900", "starts": "2025-10-10", "label": "Bicycle"},
            ]
        },
    )
    none, dearer, poor = found["scenarios"]
    assert none["difference"] == f"{12 * Decimal('15.99')}"
    assert dearer["difference"] == "-600.00"
    assert sum(Decimal(one["at_end"]) for one in poor["effects"]) == Decimal(poor["difference"])
    assert [one["about"] for one in poor["effects"]] == ["", Category.objects.get(pk=groceries).name, "Bicycle"]
    assert Decimal(poor["ends"][-1]["mid"]) < Decimal(found["baseline"]["ends"][-1]["mid"])
    for one in (none, dearer, poor):
        for end, before in zip(one["ends"], found["baseline"]["ends"], strict=True):
            assert Decimal(end["mid"]) == Decimal(before["mid"]) + Decimal(end["difference"])


def test_a_scenario_is_saved_changed_tried_and_thrown_away(http: APIClient, home: Living) -> None:
    stream = series(home.owner, "streamly")
    body = {"name": " Without  the stream ", "changes": [{"kind": "cancel", "series": stream.pk}]}
    answer = http.post("/api/scenarios/", body, format="json")
    assert answer.status_code == 201, answer.content
    made = answer.json()
    (change,) = made["changes"]
    assert (made["name"], made["currency"]) == ("Without the stream", "EUR")
    assert (change["kind"], change["series"], change["is_lost"]) == ("cancel", stream.pk, False)
    assert change["about"] == stream.label
    address = f"/api/scenarios/{made['id']}/"
    (saved,) = tried(http, {"id": made["id"]})["scenarios"]
    (said,) = tried(http, {"changes": body["changes"]})["scenarios"]
    assert saved["ends"] == said["ends"]
    assert saved["name"] == made["name"]
    more = [*body["changes"], {"kind": "add", "amount": "-20", "cadence": "monthly", "starts": "2025-07-01"}]
    changed = http.patch(address, {"changes": more}, format="json").json()
    assert [one["kind"] for one in changed["changes"]] == ["cancel", "add"]
    assert http.get(address).json() == changed
    assert http.get("/api/scenarios/").json()["results"] == [changed]
    assert http.delete(address).status_code == 204
    assert http.get(address).status_code == 404
    assert http.post("/api/scenarios/evaluate/", {"scenarios": [{"id": made["id"]}]}, format="json").status_code == 404


def test_what_is_gone_is_told_and_does_nothing(http: APIClient, home: Living) -> None:
    stream = series(home.owner, "streamly")
    body = {"name": "x", "changes": [{"kind": "cancel", "series": stream.pk}]}
    made = http.post("/api/scenarios/", body, format="json").json()
    stream.delete()
    (change,) = http.get(f"/api/scenarios/{made['id']}/").json()["changes"]
    assert (change["is_lost"], change["series"]) == (True, None)
    (found,) = tried(http, {"id": made["id"]})["scenarios"]
    assert (found["difference"], found["effects"][0]["is_lost"]) == ("0.00", True)


def test_a_series_found_anew_is_still_meant(http: APIClient, home: Living) -> None:
    stream = series(home.owner, "streamly")
    body = {"name": "x", "changes": [{"kind": "cancel", "series": stream.pk}]}
    made = http.post("/api/scenarios/", body, format="json").json()
    fields = {one.name: getattr(stream, one.name) for one in stream._meta.fields if one.name != "id"}
    stream.delete()
    again = RecurringSeries.objects.create(**fields)
    (change,) = http.get(f"/api/scenarios/{made['id']}/").json()["changes"]
    assert (change["is_lost"], change["series"]) == (False, again.pk)


def test_a_debt_needs_terms(http: APIClient, home: Living) -> None:
    loan = account_create(
        owner=home.owner, name="Car", currency="EUR", kind="loan", opening_balance=Decimal("-3000.00")
    )
    change = {"kind": "debt", "account": loan.pk, "amount": "200.00"}
    (found,) = tried(http, {"changes": [change]})["scenarios"]
    assert found["effects"][0]["is_lost"]
    debt_terms_set(owner=home.owner, account_id=loan.pk, rate=Decimal(9), least=Decimal(50))
    (found,) = tried(http, {"changes": [change]}, months=24)["scenarios"]
    (effect,) = found["effects"]
    assert not effect["is_lost"]
    assert Decimal(effect["deepest"]) < 0
    assert effect["about"] == "Car"


def test_without_a_forecast_it_says_why(http: APIClient) -> None:
    found = tried(http, {"changes": []})
    assert found["reason"].startswith("Nothing has been analysed")
    assert (found["baseline"], found["scenarios"]) == (None, [])


def test_below_the_naive_line_there_is_no_band(http: APIClient, home: Living) -> None:
    ForecastRun.objects.filter(owner=home.owner).update(beats_naive=False)
    found = tried(http, {"changes": []})
    assert not found["has_band"]
    assert {one["low"] for one in found["scenarios"][0]["ends"]} == {None}
    assert "not closer" in found["backtest"]["says"]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"kind": "luck"},
        {"kind": "cancel"},
        {"kind": "cancel", "series": 10**12},
        {"kind": "cancel", "series": "x"},
        {"kind": "amount", "amount": "1"},
        {"kind": "due_day"},
        {"kind": "add", "amount": "1"},
        {"kind": "add", "starts": "2025-01-01"},
        {"kind": "add", "amount": "1.234", "starts": "2025-01-01"},
        {"kind": "add", "amount": "1e9", "starts": "2025-01-01"},
        {"kind": "add", "amount": "9" * 18, "starts": "2025-01-01"},
        {"kind": "add", "amount": "1", "starts": "9999-12-31"},
        {"kind": "add", "amount": "1", "starts": "2025-01-02", "until": "2025-01-01"},
        {"kind": "add", "amount": "1", "starts": "2025-01-02", "cadence": "sometimes"},
        {"kind": "lose_income"},
        {"kind": "lose_income", "months": 0},
        {"kind": "lose_income", "months": 25},
        {"kind": "lose_income", "months": 1, "income": [10**12]},
        {"kind": "category", "per_cent": "1"},
        {"kind": "category", "category": 10**12, "per_cent": "1"},
        {"kind": "debt", "amount": "1"},
        {"kind": "debt", "account": 10**12, "amount": "1"},
        {"kind": "add", "amount": "1", "starts": "2025-01-01", "colour": "red"},
        "cancel",
        None,
    ],
)
def test_what_cannot_be_is_refused(http: APIClient, change: Any) -> None:
    assert refused(http, change) == ["changes"]
    body = {"scenarios": [{"changes": [change]}]}
    assert http.post("/api/scenarios/evaluate/", body, format="json").status_code == 400


def test_more_that_cannot_be(http: APIClient, home: Living) -> None:
    stream, groceries = series(home.owner, "streamly"), home.category("groceries")
    assert refused(http, {"kind": "cancel", "series": stream.pk}, currency="USD") == ["changes"]
    assert refused(http, {"kind": "cancel", "series": stream.pk}, currency="XQX") == ["currency"]
    assert refused(http, {"kind": "cancel", "series": stream.pk}, name="\u200b") == ["name"]
    for part in ("-101", "1001"):
        assert refused(http, {"kind": "category", "category": groceries, "per_cent": part}) == ["changes"]
    assert refused(http, {"kind": "debt", "account": home.giro.pk, "amount": "1"}) == ["changes"]
    many = {"changes": [{"kind": "cancel", "series": stream.pk}] * 21}
    body: Any
    for body in (
        {"scenarios": [many]}, {"scenarios": [{}] * 6}, {"months": 25}, {"months": 0}, {"currency": "XQX"}, [],
        {"a": 1},
    ):  # fmt: skip
        assert http.post("/api/scenarios/evaluate/", body, format="json").status_code == 400, body
    made = http.post("/api/scenarios/", {"name": "x", "changes": []}, format="json").json()
    both = {"scenarios": [{"id": made["id"], "changes": []}]}
    assert http.post("/api/scenarios/evaluate/", both, format="json").status_code == 400
    other = {"currency": "USD", "scenarios": [{"id": made["id"]}]}
    assert http.post("/api/scenarios/evaluate/", other, format="json").status_code == 400
    assert http.patch(f"/api/scenarios/{made['id']}/", {"currency": "USD"}, format="json").status_code == 400


def test_another_owners_things_look_like_none(http: APIClient, home: Living, bob: User, api: Http) -> None:
    stream = series(home.owner, "streamly")
    made = http.post("/api/scenarios/", {"name": "x", "changes": []}, format="json").json()
    theirs = api(bob)
    assert refused(theirs, {"kind": "cancel", "series": stream.pk}) == ["changes"]
    assert refused(theirs, {"kind": "category", "category": home.category("groceries"), "per_cent": "1"}) == ["changes"]
    body = {"scenarios": [{"id": made["id"]}]}
    assert theirs.post("/api/scenarios/evaluate/", body, format="json").status_code == 404


def test_there_is_a_most(http: APIClient, alice: User) -> None:
    SavedScenario.objects.bulk_create([SavedScenario(owner=alice, name=str(n), currency="EUR") for n in range(50)])
    answer = http.post("/api/scenarios/", {"name": "x", "changes": []}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (400, "too_many")


def test_the_cost_is_a_fixed_number_of_queries(http: APIClient, home: Living) -> None:
    stream = series(home.owner, "streamly")
    one = {"changes": [{"kind": "add", "amount": "-5", "starts": "2025-08-01"}]}
    counts = []
    for scenarios in ([one], [one] * 5):
        with CaptureQueriesContext(connection) as seen:
            tried(http, *scenarios, months=24)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 12
    for _ in range(3):
        http.post("/api/scenarios/", {"name": "x", "changes": [{"kind": "cancel", "series": stream.pk}]}, format="json")
    with CaptureQueriesContext(connection) as seen:
        http.get("/api/scenarios/")
    assert len(seen) <= 10


def test_advice_carries_the_changes_it_comes_down_to(http: APIClient, home: Living) -> None:
    stream = series(home.owner, "streamly")
    shared: Any = {
        "owner": home.owner, "engine": "made@1", "what": "x", "why": "x", "how": "x", "as_of": date(2025, 6, 25),
        "currency": "EUR",
    }  # fmt: skip
    Advice.objects.all().delete()
    end = Advice.objects.create(
        rule="A01", dedup_key="A01:s", title="End it", transactions=stream.transactions, **shared
    )
    less = Advice.objects.create(
        rule="A15", dedup_key="A15:c", title="Eat in", saving_low_minor=1, saving_mid_minor=24_011, saving_high_minor=9,
        **shared,
    )  # fmt: skip
    risk = Advice.objects.create(rule="A21", dedup_key="A21:c", title="Careful", **shared)
    told = {one["id"]: one["what_if"] for one in http.get("/api/advice/?status=all").json()["results"]}
    assert told[end.pk] == [{"kind": "cancel", "series": stream.pk}]
    (saving,) = told[less.pk]
    assert (saving["kind"], saving["amount"], saving["cadence"]) == ("add", "20.00", "monthly")
    assert told[risk.pk] == []
    for changes in told.values():
        assert len(tried(http, {"changes": changes})["scenarios"]) == 1
    assert date.fromisoformat(saving["starts"]).day == 1


def test_rows_that_are_taken_away_take_nothing_else_along(http: APIClient, home: Living) -> None:
    """A change holds on to the newest row only; the others may go."""
    stream = series(home.owner, "streamly")
    made = http.post(
        "/api/scenarios/", {"name": "x", "changes": [{"kind": "cancel", "series": stream.pk}]}, format="json"
    ).json()
    Transaction.objects.filter(pk__in=stream.transactions[:3]).delete()
    analysis_refresh(owner=home.owner)
    (change,) = http.get(f"/api/scenarios/{made['id']}/").json()["changes"]
    assert not change["is_lost"]
    assert change["starts"] is None

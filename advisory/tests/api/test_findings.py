"""What the analysis found, over HTTP: lists in pages, answers that stay, figures that lead to their evidence."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Advice, Insight, RecurringSeries, Suggestion
from advisory.services.analysis import analysis_refresh
from advisory.tests.living import Living, household
from transactions.models import Job, Transaction

pytestmark = pytest.mark.django_db
Http = Callable[[User | None], APIClient]


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    analysis_refresh(owner=alice)
    return book


@pytest.fixture
def http(home: Living, api: Http) -> APIClient:
    return api(home.owner)


def listed(http: APIClient, path: str, **query: str) -> list[dict[str, Any]]:
    answer = http.get(f"/api/{path}/", query)
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


def post(http: APIClient, path: str, body: Any = None, status: int = 200) -> dict[str, Any]:
    answer = http.post(f"/api/{path}/", body or {}, format="json")
    assert answer.status_code == status, answer.content
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("path", ["insights", "advice", "bills"])
def test_every_figure_leads_to_its_evidence(http: APIClient, path: str) -> None:
    rows = listed(http, path)
    assert rows
    links = [link for row in rows for link in row["facts"]]
    assert links
    for link in links[:12]:
        fact, evidence = http.get(link["url"]).json(), http.get(link["evidence_url"]).json()
        assert (fact["value"], fact["unit"], fact["label"]) == (link["value"], link["unit"], link["label"])
        assert (evidence["matches"], evidence["is_stale"]) == (True, False)


@pytest.mark.parametrize("path", ["insights", "advice", "bills", "suggestions"])
def test_lists_come_in_pages_and_single_rows_have_a_tag(http: APIClient, path: str) -> None:
    every = listed(http, path, status="all") if path != "bills" else listed(http, path)
    assert every
    page = http.get(f"/api/{path}/", {"page_size": "1"}).json()
    assert set(page) == {"results", "next", "previous"}
    one = http.get(f"/api/{path}/{every[0]['id']}/")
    assert one.json() == every[0]
    assert one["ETag"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("insights", {"status": "lost"}),
        ("insights", {"kind": "lost"}),
        ("advice", {"status": "lost"}),
        ("bills", {"role": "lost"}),
        ("suggestions", {"status": "lost"}),
        ("forecast", {"currency": "XXQ"}),
    ],
)
def test_a_filter_that_is_not_known_is_refused_by_name(http: APIClient, path: str, query: dict[str, str]) -> None:
    answer = http.get(f"/api/{path}/", query)
    assert answer.status_code == 400
    assert set(answer.json()["fields"]) == set(query)


def test_insights_are_answered(http: APIClient, home: Living) -> None:
    (one,) = listed(http, "insights", kind="duplicate")
    assert one["status"] == "new"
    assert one["amount"] == "-89.90"
    assert len(one["transactions"]) == 2
    assert "again on 20 June 2025" in one["text"]
    assert post(http, f"insights/{one['id']}/seen")["status"] == "seen"
    assert not Job.objects.filter(key=f"refresh_analyse_{home.owner.pk}").exists(), "looking teaches nothing"
    assert post(http, f"insights/{one['id']}/fine")["status"] == "fine"
    assert Job.objects.filter(key=f"refresh_analyse_{home.owner.pk}").exists()
    assert listed(http, "insights", kind="duplicate") == []
    assert len(listed(http, "insights", status="fine")) == 1
    assert post(http, f"insights/{one['id']}/dismiss")["status"] == "dismissed"
    assert post(http, f"insights/{one['id']}/reopen")["status"] == "new"
    assert Insight.objects.get(pk=one["id"]).answered_at is None


def test_advice_is_accepted_and_done(http: APIClient) -> None:
    one = next(row for row in listed(http, "advice") if row["saving"])
    low, mid, high = (float(one["saving"][name]) for name in ("low", "mid", "high"))
    assert 0 <= low <= mid <= high
    assert one["outcome"] is None
    assert post(http, f"advice/{one['id']}/seen")["status"] == "seen"
    accepted = post(http, f"advice/{one['id']}/accept")
    assert (accepted["status"], accepted["outcome"]["state"]) == ("accepted", "pending")
    assert post(http, f"advice/{one['id']}/accept")["accepted_at"] == accepted["accepted_at"]
    assert post(http, f"advice/{one['id']}/done")["status"] == "done"
    assert post(http, f"advice/{one['id']}/accept", status=409)["code"] == "ended"
    assert one["id"] not in {row["id"] for row in listed(http, "advice")}
    assert one["id"] in {row["id"] for row in listed(http, "advice", status="done")}


def test_advice_is_dismissed_with_a_reason(http: APIClient) -> None:
    one = listed(http, "advice")[0]
    assert post(http, f"advice/{one['id']}/dismiss", {"reason": "hm"}, 400)["fields"].keys() == {"reason"}
    assert post(http, f"advice/{one['id']}/dismiss", {"why": "x"}, 400)["fields"].keys() == {"why"}
    told = post(http, f"advice/{one['id']}/dismiss", {"reason": "not_possible"})
    assert (told["status"], told["reason"]) == ("dismissed", "not_possible")
    assert told["cool_down_until"] is not None
    assert Advice.objects.get(pk=one["id"]).ended_at is not None
    assert post(http, f"advice/{one['id']}/reopen")["status"] == "seen"
    assert one["id"] in {row["id"] for row in listed(http, "advice")}


def assumed(home: Living) -> Advice:
    return Advice.objects.create(
        owner=home.owner, rule="A07", dedup_key="A07:made", title="x", what="x", why="x", how="x", currency="EUR",
        as_of="2025-06-25", engine="made@1",
        assumptions=[
            {"key": "yearly_price", "value": "", "unit": "EUR", "source": "default", "is_editable": True},
            {"key": "apr", "value": "0.1", "unit": "ratio", "source": "found", "is_editable": False},
        ],
    )  # fmt: skip


def test_an_assumption_is_said_and_asks_for_a_run(http: APIClient, home: Living) -> None:
    row = assumed(home)
    answer = http.patch(f"/api/advice/{row.pk}/assumptions/", {"key": "yearly_price", "value": "89.90"}, format="json")
    assert answer.status_code == 200, answer.content
    assert answer.json()["assumptions"][0] == {
        "key": "yearly_price", "value": "89.9", "unit": "EUR", "source": "user", "is_editable": True,
    }  # fmt: skip
    assert Job.objects.filter(key=f"refresh_analyse_{home.owner.pk}").exists()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"key": "yearly_price", "value": "much"}, "value"),
        ({"key": "yearly_price", "value": "-1"}, "value"),
        ({"key": "yearly_price", "value": "1.005"}, "value"),
        ({"key": "yearly_price", "value": "NaN"}, "value"),
        ({"key": "apr", "value": "0.2"}, "key"),
        ({"key": "colour", "value": "1"}, "key"),
        ({"value": "1"}, "key"),
        ({"key": "yearly_price", "value": "1", "why": "x"}, "why"),
    ],
)
def test_what_cannot_be_assumed_is_refused_by_name(
    http: APIClient, home: Living, body: dict[str, str], field: str
) -> None:
    row = assumed(home)
    answer = http.patch(f"/api/advice/{row.pk}/assumptions/", body, format="json")
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {field}), answer.content
    row.refresh_from_db()
    assert row.assumptions[0]["value"] == ""


def test_totals_are_told_by_currency(http: APIClient) -> None:
    assert http.get("/api/advice/totals/").json() == {"results": []}
    one = next(row for row in listed(http, "advice") if row["saving"])
    post(http, f"advice/{one['id']}/accept")
    (found,) = http.get("/api/advice/totals/").json()["results"]
    assert (found["currency"], found["claimed"], found["proven"]) == ("EUR", one["saving"]["mid"], "0.00")
    assert found["counts"] == {"pending": 1, "likely": 0, "proven": 0, "failed": 0, "reversed": 0}


def test_at_most_five_pieces_are_shown(http: APIClient, home: Living) -> None:
    for place in range(9):
        Advice.objects.create(
            owner=home.owner, rule="A03", dedup_key=f"made:{place}", title="x", what="x", why="x", how="x",
            currency="EUR", as_of="2025-06-25", rank=place + 1, engine="made@1",
        )  # fmt: skip
    shown = listed(http, "advice")
    assert len(shown) == 5
    assert {row["rank"] for row in shown} <= {1, 2, 3, 4, 5}


def test_a_series_is_corrected_and_the_correction_taken_back(http: APIClient) -> None:
    one = next(row for row in listed(http, "bills") if row["amount"] == "-980.00")
    assert (one["cadence"], one["status"], one["next_date"], one["yearly"]) == (
        "monthly", "active", "2025-07-01", "-11760.00",
    )  # fmt: skip
    path, tag = f"/api/bills/{one['id']}/", http.get(f"/api/bills/{one['id']}/")["ETag"]
    changes = {"label": "Our flat", "amount": "-1010.00", "cadence": "quarterly"}
    told = http.patch(path, changes, format="json", headers={"If-Match": tag})
    assert told.status_code == 200, told.content
    assert {name: told.json()[name] for name in changes} == changes
    assert told.json()["corrected"] == ["amount", "cadence", "label"]
    assert (told.json()["found"]["amount"], told.json()["decision"]) == ("-980.00", "confirmed")
    assert http.patch(path, {"label": "Late"}, format="json", headers={"If-Match": tag}).status_code == 412
    back = http.patch(path, dict.fromkeys(changes), format="json").json()
    assert (back["label"], back["amount"], back["corrected"]) == (one["label"], "-980.00", [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", "980.00"),
        ("amount", "-1.005"),
        ("amount", "0"),
        ("cadence", "often"),
        ("role", "boss"),
        ("next_date", "soon"),
        ("label", ""),
        ("labels", "x"),
        ("decision", "ignored"),
    ],
)
def test_what_cannot_be_said_of_a_series_is_refused_by_name(http: APIClient, field: str, value: str) -> None:
    one = next(row for row in listed(http, "bills") if row["amount"] == "-980.00")
    answer = http.patch(f"/api/bills/{one['id']}/", {field: value}, format="json")
    assert (answer.status_code, set(answer.json()["fields"])) == (400, {field})
    assert RecurringSeries.objects.get(pk=one["id"]).corrections == {}


def test_a_series_is_ignored_and_confirmed(http: APIClient) -> None:
    one = listed(http, "bills")[0]
    assert post(http, f"bills/{one['id']}/ignore")["decision"] == "ignored"
    assert one["id"] not in {row["id"] for row in listed(http, "bills")}
    assert [row["id"] for row in listed(http, "bills", decision="ignored")] == [one["id"]]
    assert post(http, f"bills/{one['id']}/confirm")["decision"] == "confirmed"
    assert post(http, f"bills/{one['id']}/reopen")["decision"] == "open"


def test_a_role_is_looked_for_as_you_said_it(http: APIClient) -> None:
    one = listed(http, "bills")[0]
    other = "saving" if one["role"] != "saving" else "bill"
    assert http.patch(f"/api/bills/{one['id']}/", {"role": other}, format="json").status_code == 200
    assert one["id"] in {row["id"] for row in listed(http, "bills", role=other)}
    assert one["id"] not in {row["id"] for row in listed(http, "bills", role=one["role"])}


def test_suggestions_are_accepted_with_the_same_or_another_category(http: APIClient, home: Living) -> None:
    first, second, *_ = listed(http, "suggestions", status="applied")
    assert first["category_name"]
    told = post(http, f"suggestions/{first['id']}/accept")
    assert told["status"] == "accepted"
    txn = Transaction.objects.get(pk=first["transaction"]["id"])
    assert (txn.category_id, txn.category_source) == (first["category"], "user")
    pets = home.category("pets")
    assert post(http, f"suggestions/{second['id']}/accept", {"category": pets})["category"] == pets
    assert Transaction.objects.get(pk=second["transaction"]["id"]).category_id == pets
    assert post(http, f"suggestions/{first['id']}/accept", status=409)["code"] == "decided"


def test_a_category_of_somebody_else_is_none(http: APIClient, bob: User) -> None:
    theirs = bob.categories.order_by("pk")[0].pk
    one = listed(http, "suggestions", status="applied")[0]
    answer = post(http, f"suggestions/{one['id']}/accept", {"category": theirs}, 400)
    assert set(answer["fields"]) == {"category"}
    assert Suggestion.objects.get(pk=one["id"]).status == "applied"


def test_a_suggestion_is_refused(http: APIClient) -> None:
    one = listed(http, "suggestions", status="applied")[0]
    assert post(http, f"suggestions/{one['id']}/refuse")["status"] == "refused"
    assert Transaction.objects.get(pk=one["transaction"]["id"]).category_id is None


def test_the_forecast_says_what_it_rests_on(http: APIClient) -> None:
    found = http.get("/api/forecast/").json()
    assert (found["currency"], found["reason"], found["currencies"]) == ("EUR", "", ["EUR"])
    assert {day["days"] for day in found["horizons"]} >= {30, 60, 90}
    assert len(found["daily"]) == found["horizon_days"]
    assert found["backtest"]["says"]
    assert found["facts"]


def test_without_an_analysis_there_is_a_reason(api: Http, bob: User) -> None:
    for path in ("forecast", "health-score"):
        answer = api(bob).get(f"/api/{path}/")
        assert answer.status_code == 200
        assert "analysed yet" in answer.json()["reason"]


def test_health_is_told_indicator_by_indicator(http: APIClient) -> None:
    found = http.get("/api/health-score/").json()
    scored = [one for one in found["indicators"] if one["points"] is not None]
    assert len(scored) == found["known"] < found["possible"] < len(found["indicators"])
    judged = [one for one in found["indicators"] if one["value"] is not None]
    assert all(one["facts"] for one in judged)
    assert all(one["name"] and one["says"] and one["basis"] for one in found["indicators"])
    assert {one["pillar"] for one in found["indicators"]} == {pillar["key"] for pillar in found["pillars"]}


def test_the_score_has_a_range_and_a_change_that_adds_up(http: APIClient) -> None:
    found = http.get("/api/health-score/").json()
    assert found["reason"] == ""
    assert found["score_low"] <= found["score"] <= found["score_high"]
    added = sum(Decimal(str(one["contribution"])) for one in found["indicators"] if one["contribution"] is not None)
    assert added == Decimal(str(found["change"]))
    now, before, *_ = (Decimal(str(row["score"])) for row in found["history"][:2])
    assert (now, now - before) == (Decimal(str(found["score"])), Decimal(str(found["change"])))
    assert [row["as_of"] for row in found["history"]][:3] == ["2025-05-31", "2025-04-30", "2025-03-31"]
    named = {link["name"]: link for link in found["facts"]}
    assert named["score"]["value"] == str(found["score"])
    for name in ("score", "change", "savings_rate.points", "savings_rate.contribution", "pillar.save"):
        fact, evidence = http.get(named[name]["url"]).json(), http.get(named[name]["evidence_url"]).json()
        assert (fact["value"], evidence["matches"], evidence["is_stale"]) == (named[name]["value"], True, False)


def test_lists_need_few_queries(http: APIClient, django_assert_max_num_queries: Any) -> None:
    for path in ("insights", "advice", "bills", "suggestions?status=all"):
        with django_assert_max_num_queries(8):
            assert http.get(f"/api/{path.replace('?', '/?')}" if "?" in path else f"/api/{path}/").status_code == 200

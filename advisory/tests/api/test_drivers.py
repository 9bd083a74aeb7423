"""Why a month cost more, over HTTP: lines that add up, every figure with its evidence."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Fact, MonthDrivers
from advisory.selectors.facts import stale_among
from advisory.services.analysis import analysis_refresh
from advisory.tests.living import Living, household

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


@pytest.mark.parametrize("by", ["category", "payee", "series"])
@pytest.mark.parametrize("against", ["previous", "usual"])
def test_lines_add_up_and_lead_to_their_rows(http: APIClient, by: str, against: str) -> None:
    found = http.get("/api/drivers/", {"by": by, "against": against}).json()
    assert (found["month"], found["months"]) == ("2025-05", ["2025-05", "2025-04", "2025-03"])
    assert (found["reason"], found["by"], found["against"]) == ("", by, against)
    for name in ("before", "now", "change"):
        assert sum(Decimal(line[name]) for line in found["lines"]) == Decimal(found[name])
    for line in found["lines"]:
        assert sum(Decimal(line[name]) for name in ("count", "mix", "price")) == Decimal(line["change"])
        assert line["says"].endswith(".")
    facts = {link["name"]: link for link in found["lines"][0]["facts"]}
    assert {"now", "before", "change", "payments_now", "payments_before"} <= facts.keys()
    for link in (*facts.values(), *found["facts"]):
        evidence = http.get(link["evidence_url"]).json()
        assert (evidence["matches"], evidence["is_stale"]) == (True, False)


def test_a_month_that_is_not_told_says_so(http: APIClient) -> None:
    found = http.get("/api/drivers/", {"month": "2024-02"}).json()
    assert (found["month"], found["lines"], found["change"]) == ("2024-02", [], None)
    assert "newest" in found["reason"]
    assert http.get("/api/drivers/", {"month": "2025-03"}).json()["lines"]


@pytest.mark.parametrize("query", [{"month": "March"}, {"month": "2025-13"}, {"by": "shop"}, {"against": "never"}])
def test_a_question_that_makes_no_sense_is_refused(http: APIClient, query: dict[str, str]) -> None:
    assert http.get("/api/drivers/", query).status_code == 400


def test_without_an_analysis_there_is_a_reason(api: Http, bob: User) -> None:
    found = api(bob).get("/api/drivers/").json()
    assert "analysed yet" in found["reason"]
    assert (found["month"], found["lines"], found["facts"]) == (None, [], [])


def test_a_changed_row_is_told_anew_and_nothing_stays_stale(home: Living, http: APIClient) -> None:
    row = next(one for one in home.rows() if (one.booking_date.year, one.booking_date.month) == (2025, 5))
    before = http.get("/api/drivers/").json()
    home.change(row, amount=row.amount - Decimal(100))
    analysis_refresh(owner=home.owner)
    after = http.get("/api/drivers/").json()
    assert Decimal(after["now"]) == Decimal(before["now"]) - 100
    assert stale_among(home.owner, list(Fact.objects.filter(owner=home.owner))) == frozenset()
    assert MonthDrivers.objects.filter(owner=home.owner).count() == 18

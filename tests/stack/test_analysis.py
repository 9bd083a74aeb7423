"""From a bank file to what the engines found, over HTTP with real workers; nobody asks for the analysis."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.stack.people import Person
from tests.stack.reporting import with_statement
from tests.stack.running import Stack

pytestmark = pytest.mark.timeout(300)


def until(ask: Callable[[], Any], seconds: float = 120.0) -> Any:
    """The first answer that is not empty."""
    deadline = time.monotonic() + seconds
    while not (found := ask()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.3)
    return found


def series(person: Person) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = person.get("/api/bills/?page_size=200")["results"]
    return found


def test_an_import_is_analysed_by_itself_and_every_figure_is_proven(stack: Stack, bob: Person) -> None:
    alice = with_statement(stack)
    found = until(lambda: series(alice))
    assert {one["cadence"] for one in found} >= {"monthly"}
    for one in found[:6]:
        links = {link["name"]: link for link in one["facts"]}
        proof = alice.get(links["paid"]["evidence_url"])
        assert (proof["matches"], proof["is_stale"]) == (True, False)
        assert [row["transaction"] for row in proof["rows"]] == one["transactions"]
        assert sum((Decimal(row["counted"]) for row in proof["rows"]), Decimal(0)) == Decimal(links["paid"]["value"])
        bob.get(links["paid"]["url"], 404)
        bob.get(f"/api/bills/{one['id']}/", 404)
    forecast = until(lambda: alice.get("/api/forecast/")["daily"])
    assert len(forecast) == 365
    assert alice.get("/api/health-score/")["indicators"]
    assert series(bob) == []


def test_what_you_say_of_a_series_stays_when_it_is_analysed_again(stack: Stack) -> None:
    alice = with_statement(stack)
    one = until(lambda: series(alice))[0]
    told = alice.http.patch(f"/api/bills/{one['id']}/", json={"label": "My own name"}).json()
    assert (told["label"], told["decision"]) == ("My own name", "confirmed")
    job = alice.post("/api/refresh/", {"scope": "users", "units": ["analyse"]})["jobs"][0]
    until(lambda: alice.get(f"/api/jobs/{job['id']}/")["status"] == "succeeded")
    again = next(row for row in series(alice) if row["id"] == one["id"])
    assert (again["label"], again["corrected"]) == ("My own name", ["label"])

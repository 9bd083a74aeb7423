"""Questions that the engines have answered already: series, what ending one brings, the forecast and advice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import ForecastRun, RecurringSeries
from advisory.services.refresh import refresh_request
from advisory.tests.books import Book
from transactions.services.jobs import job_run

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-battery"


@pytest.fixture
def http(db: None) -> APIClient:
    owner = User.objects.create_user("alice@example.org", PASSWORD)
    book = Book(owner)
    for month in range(1, 13):
        book.row(date(2025, month, 1), "-980.00", "Linden Housing", "rent_mortgage")
        book.row(date(2025, month, 4), f"-{40 + month}.50", "Corner Market", "groceries")
        book.row(date(2025, month, 12), "-12.99", "Streamly", "subscriptions")
        book.row(date(2025, month, 27), "2850.00", "Harbour Employer", "income_salary")
    for job in refresh_request(owner=owner, scope=""):
        job_run(job_id=job.pk)
    client = APIClient()
    pair = client.post("/api/auth/token/", {"email": owner.email, "password": PASSWORD}).json()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    return client


def ask(http: APIClient, question: str) -> dict[str, Any]:
    told: dict[str, Any] = http.post("/api/ask/", {"question": question}).json()
    assert told["answered"], told
    for fact in told["facts"]:
        assert http.get(fact["evidence_url"]).json()["matches"], fact
    return told


def words(told: dict[str, Any]) -> str:
    return " ".join(one["text"] for one in told["sentences"])


def test_series_are_listed_with_what_they_cost(http: APIClient) -> None:
    told = ask(http, "Which subscriptions do I have?")
    labels = [item["label"] for item in told["items"]]
    assert "Streamly" in labels
    assert all("Employer" not in label for label in labels), "income is not what one pays"
    assert all(set(item["facts"]) <= {"amount", "year", "next"} for item in told["items"])


def test_a_year_of_one_and_what_ending_it_brings(http: APIClient) -> None:
    assert "€155.88 a year" in words(ask(http, "What does Streamly cost a year?"))
    assert words(ask(http, "What if I cancel Streamly?")) == "Without Streamly you would keep €155.88 a year."
    assert words(ask(http, "Was spare ich, wenn ich Streamly kündige?")).startswith("Ohne Streamly bleiben dir 155,88")


def test_the_next_charge(http: APIClient) -> None:
    told = words(ask(http, "When is the next charge of Streamly?"))
    assert "next expected on 12 January 2026" in told


def test_a_next_day_that_was_corrected_since_is_not_told_from_yesterday(http: APIClient) -> None:
    RecurringSeries.objects.filter(label="Streamly").update(corrections={"next_date": "2026-01-20"})
    told = http.post("/api/ask/", {"question": "When is the next charge of Streamly?"}).json()
    assert (told["answered"], told["reason"]) == (False, "not_analysed")


def test_the_forecast_tells_a_named_day_and_any_other(http: APIClient) -> None:
    run = ForecastRun.objects.get()
    days = {day["date"]: day["mid"] for day in run.cash["daily"]}
    for question, day in (
        ("How much will I have in 30 days?", "2026-01-26"),
        ("How much will I have in 10 days?", "2026-01-06"),
        ("How much will I have at the end of the month?", "2025-12-31"),
    ):
        told = ask(http, question)
        mid = next(fact for fact in told["facts"] if fact["metric"].endswith("cash_mid"))
        assert mid["value"] == days[day], question


def test_a_forecast_of_before_the_newest_rows_is_not_told_as_one_of_now(http: APIClient) -> None:
    Book(User.objects.get()).row(date(2026, 1, 3), "-9.00", "Corner Market", "groceries")
    told = http.post("/api/ask/", {"question": "How much will I have at the end of the month?"}).json()
    assert (told["answered"], told["reason"], told["sentences"]) == (False, "not_analysed", [])


def test_advice_is_what_the_advice_page_shows(http: APIClient) -> None:
    told = ask(http, "Wo kann ich sparen?")
    page = http.get("/api/advice/", HTTP_ACCEPT_LANGUAGE="de").json()["results"]
    shown = [row["title"] for row in page if row["status"] in ("new", "seen")]
    assert shown
    assert sorted(item["label"] for item in told["items"]) == sorted(shown)

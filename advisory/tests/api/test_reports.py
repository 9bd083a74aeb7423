"""Reports over HTTP: asked for, followed, listed, their files fetched by their owner alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.tests.books import MONTH, Book, content
from transactions.services.jobs import job_cancel

pytestmark = pytest.mark.django_db
Api = Callable[[User | None], APIClient]
URL = "/api/reports/"
TYPES = {
    "report.json": "application/json",
    "report.html": "text/html; charset=utf-8",
    "report.pdf": "application/pdf",
    "report.csv": "text/csv; charset=utf-8",
}
KEYS = {
    "id", "kind", "month", "period", "version", "status", "is_partial", "is_superseded", "is_outdated", "is_restated",
    "previous", "language", "delivery", "headline", "files", "job",
}  # fmt: skip


def test_asked_for_it_is_on_its_way_and_then_there(book: Book, api: Api) -> None:
    http = api(book.owner)
    asked = http.post(URL, {"month": MONTH})
    assert asked.status_code == 202
    body = asked.json()
    assert set(body) == KEYS | {"created_at", "finished_at"}
    assert (body["status"], body["files"], body["month"], body["version"]) == ("queued", {}, MONTH, 1)
    assert body["job"]["key"] == f"monthly_report_{book.owner.pk}_{MONTH}"
    assert http.post(URL, {"month": MONTH}).json()["job"]["id"] == body["job"]["id"]
    book.report()
    done = http.get(f"{URL}{body['id']}/").json()
    assert (done["status"], done["job"]["progress"]) == ("succeeded", 100)
    assert done["files"] == {
        kind: f"/reports-files/{body['id']}/report.{kind}" for kind in ("json", "html", "pdf", "csv")
    }
    again = http.post(URL, {"month": MONTH})
    assert (again.status_code, again.json()["id"]) == (200, body["id"])


def test_after_a_cancelled_one_the_answer_is_202_again(book: Book, api: Api) -> None:
    http = api(book.owner)
    first = http.post(URL, {"month": MONTH}).json()
    job_cancel(owner=book.owner, job_id=first["job"]["id"])
    assert http.get(f"{URL}{first['id']}/").json()["status"] == "cancelled"
    second = http.post(URL, {"month": MONTH})
    assert (second.status_code, second.json()["version"]) == (202, 2)


@pytest.mark.parametrize("body", [{}, {"month": None}])
def test_without_a_month_it_is_the_last_full_one(alice: User, api: Api, body: dict[str, Any]) -> None:
    now = datetime.now(UTC)
    year, month = (now.year, now.month - 1) if now.month > 1 else (now.year - 1, 12)
    assert api(alice).post(URL, body).json()["month"] == f"{year}-{month:02d}"


def test_the_running_month_is_partial(alice: User, api: Api) -> None:
    answer = api(alice).post(URL, {"month": f"{datetime.now(UTC):%Y-%m}"})
    assert (answer.status_code, answer.json()["is_partial"]) == (202, True)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"month": "2199-01"}, "future_month"),
        ({"month": "March"}, "invalid"),
        ({"month": ""}, "invalid"),
        ({"month": 202503}, "invalid"),
        ({"month": ["2025-03"]}, "invalid"),
        ({"month": True}, "invalid"),
        ([], "invalid"),
        ("2025-03", "invalid"),
    ],
)
def test_what_is_not_a_month_is_a_field_error(alice: User, api: Api, body: Any, code: str) -> None:
    answer = api(alice).post(URL, body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert set(answer.json()["fields"]) <= {"month", "non_field_errors"}


@pytest.mark.parametrize(
    ("period", "kind", "name"),
    [
        ("2025-Q1", "quarter", "quarterly_report"),
        ("2025", "year", "yearly_report"),
        ("2025-01", "month", "monthly_report"),
    ],
)
def test_a_period_of_any_length_is_asked_for_by_its_name(
    book: Book, api: Api, period: str, kind: str, name: str
) -> None:
    http = api(book.owner)
    body = http.post(URL, {"period": period}).json()
    assert (body["kind"], body["month"], body["period"], body["version"]) == (kind, "2025-01", period, 1)
    assert body["job"]["key"] == f"{name}_{book.owner.pk}_{period}"
    assert http.post(URL, {"period": period}).json()["id"] == body["id"]
    (only,) = http.get(URL, {"period": period}).json()["results"]
    assert only["id"] == body["id"]


def test_a_month_a_quarter_and_a_year_that_begin_alike_are_three_reports(book: Book, api: Api) -> None:
    http = api(book.owner)
    found = [http.post(URL, {"period": period}).json() for period in ("2025-01", "2025-Q1", "2025")]
    assert len({one["id"] for one in found}) == 3
    assert [one["version"] for one in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"period": "2025-Q5"}, {"period"}),
        ({"period": "2025-Q0"}, {"period"}),
        ({"period": "Q1"}, {"period"}),
        ({"period": "25"}, {"period"}),
        ({"period": "1899"}, {"period"}),
        ({"period": "2201"}, {"period"}),
        ({"period": "2025-q1"}, {"period"}),
        ({"period": ""}, {"period"}),
        ({"period": ["2025"]}, {"period"}),
        ({"period": "2199"}, {"period"}),
        ({"month": "2025-Q1"}, {"month"}),
        ({"month": "2025"}, {"month"}),
        ({"month": "2025-01", "period": "2025-01"}, {"month", "period"}),
        ({"month": "2025-01", "period": "2025"}, {"month", "period"}),
    ],
)
def test_what_is_no_period_is_a_field_error(alice: User, api: Api, body: dict[str, Any], fields: set[str]) -> None:
    answer = api(alice).post(URL, body)
    assert (answer.status_code, set(answer.json()["fields"])) == (400, fields)
    assert set(answer.json()) == {"code", "message", "fields"}


@pytest.mark.parametrize("asked", [{"period": "x"}, {"month": "2025-01", "period": "2025"}, {"period": "2025-13"}])
def test_a_list_of_no_period_is_a_field_error(alice: User, api: Api, asked: dict[str, str]) -> None:
    assert api(alice).get(URL, asked).status_code == 400


def test_lists_are_the_owners_newest_month_first_and_by_month(book: Book, bob: User, api: Api) -> None:
    for month in ("2025-01", "2025-03", "2025-02"):
        book.ask(month)
    Book(bob).ask("2025-03")
    http = api(book.owner)
    assert [row["month"] for row in http.get(URL).json()["results"]] == ["2025-03", "2025-02", "2025-01"]
    (only,) = http.get(URL, {"month": "2025-02"}).json()["results"]
    assert only["month"] == "2025-02"
    assert http.get(URL, {"month": "x"}).status_code == 400
    page = http.get(URL, {"page_size": 2}).json()
    assert [row["month"] for row in http.get(page["next"]).json()["results"]] == ["2025-01"]


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("accept", ["*/*", "application/json", "text/html", "application/pdf", "image/png"])
def test_files_go_to_their_owner_whatever_is_accepted(
    full: tuple[Book, int], bob: User, api: Api, name: str, accept: str
) -> None:
    book, pk = full
    answer = api(book.owner).get(f"/reports-files/{pk}/{name}", HTTP_ACCEPT=accept)
    assert (answer.status_code, answer["Content-Type"]) == (200, TYPES[name])
    assert answer.content == content(book.ask(), name)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Security-Policy"].startswith("sandbox;")
    for somebody, status, code in ((bob, 404, "not_found"), (None, 401, "not_authenticated")):
        refused = api(somebody).get(f"/reports-files/{pk}/{name}", HTTP_ACCEPT=accept)
        assert (refused.status_code, refused.json()["code"]) == (status, code)


@pytest.fixture
def full(book: Book) -> tuple[Book, int]:
    return book, book.report().pk


@pytest.mark.parametrize(
    "name",
    ["nothing.txt", "report.JSON", "%2e%2e%2freport.json", "..%5c..%5cdatabase.db", "report.json%00", ".", "report"],
)
def test_no_other_name_is_a_file(full: tuple[Book, int], api: Api, name: str) -> None:
    book, pk = full
    assert api(book.owner).get(f"/reports-files/{pk}/{name}").status_code == 404


def test_before_the_end_there_is_no_file_and_a_lost_one_is_not_found(book: Book, api: Api, settings: Any) -> None:
    report = book.ask()
    http = api(book.owner)
    assert http.get(f"/reports-files/{report.pk}/report.json").status_code == 404
    book.report()
    settings.MEDIA_ROOT = settings.MEDIA_ROOT / "elsewhere"
    assert http.get(f"/reports-files/{report.pk}/report.json").status_code == 404

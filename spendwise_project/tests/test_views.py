"""Whatever nobody else owns is the dashboard's; errors come in the shape that their reader expects."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from spendwise_project import views

PAGE = "<!doctype html><title>SpendWise</title>"


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    settings.FRONTEND_DIST = tmp_path


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("path", ["/", "/transactions", "/reports/7?month=2026-10", "/apifoo", "/a/b/c", "/über"])
def test_unknown_addresses_get_the_dashboard_uncached(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content.decode() == PAGE
    assert "no-cache" in answer["Cache-Control"]
    assert "script-src 'self';" in answer["Content-Security-Policy"] + ";"


def test_a_missing_bundle_is_said_in_a_sentence(client: Client, settings: Settings, tmp_path: Path) -> None:
    settings.FRONTEND_DIST = tmp_path / "nothing"
    answer = client.get("/")
    assert answer.status_code == 503
    assert "npm run build" in answer.content.decode()


@pytest.mark.usefixtures("built")
def test_the_dashboard_takes_no_posts(client: Client) -> None:
    assert client.post("/").status_code == 405


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("path", ["/api/nothing/", "/api/accounts/1/nothing/", "/reports-files/nothing"])
def test_unknown_machine_addresses_are_json(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json() == {"code": "not_found", "message": "There is nothing at this address.", "fields": {}}


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("path", ["/static/gone.js", "/assets/gone-12345678.js", "/static", "/assets/"])
def test_missing_files_are_not_the_dashboard(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert PAGE not in answer.content.decode()


def test_faults_are_json_for_programs_and_a_sentence_for_people() -> None:
    requests = RequestFactory()
    answer = views.server_error(requests.get("/api/accounts/"))
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/json")
    page = views.server_error(requests.get("/admin/"))
    assert (page.status_code, page["Content-Type"]) == (500, "text/plain; charset=utf-8")


def test_a_fault_in_a_view_reaches_the_handler(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _self: 1 / 0)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "division" not in answer.content.decode()


def test_a_foreign_host_is_refused(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "evil.example"}).status_code == 400


def test_api_refusals_of_django_itself_are_json(client: Client) -> None:
    answer = client.get("/api/auth/me/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert answer.json()["code"] == "malformed"

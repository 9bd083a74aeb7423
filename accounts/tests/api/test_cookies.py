"""The refresh token in a cookie: out of reach for scripts, useless to other sites."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import SignIn, User
from accounts.tests.conftest import PASSWORD
from accounts.tokens import FamilyRefreshToken

COOKIE = "spendwise_refresh"
HEADER: dict[str, Any] = {"HTTP_X_SPENDWISE_REFRESH": "1"}
SIGN_IN = {"email": "alice@example.org", "password": PASSWORD, "cookie": True}


@pytest.fixture
def browser(alice: User) -> APIClient:
    client = APIClient()
    answer = client.post("/api/auth/token/", SIGN_IN)
    assert list(answer.json()) == ["access"]
    return client


def refresh(browser: APIClient, **extra: Any) -> Any:
    return browser.post("/api/auth/token/refresh/", **extra)


def test_its_attributes(browser: APIClient) -> None:
    cookie = browser.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/api/auth/")
    assert cookie["secure"] == ""
    lifetime = FamilyRefreshToken.lifetime.total_seconds()
    assert lifetime - 60 <= cookie["max-age"] <= lifetime


def test_it_is_secure_whenever_the_request_is(alice: User) -> None:
    client = APIClient()
    client.post("/api/auth/token/", SIGN_IN, secure=True)
    assert client.cookies[COOKIE]["secure"] is True


def test_a_refresh_rotates_it_and_keeps_it_out_of_the_body(browser: APIClient) -> None:
    first = browser.cookies[COOKIE].value
    answer = refresh(browser, **HEADER)
    assert answer.status_code == 200
    assert list(answer.json()) == ["access"]
    assert browser.cookies[COOKIE].value != first
    assert refresh(browser, **HEADER).status_code == 200


def test_without_the_header_it_is_refused_and_not_used_up(browser: APIClient) -> None:
    attempts: list[dict[str, Any]] = [{}, {"HTTP_X_SPENDWISE_REFRESH": "0"}, {"HTTP_X_SPENDWISE_REFRESH": ""}]
    for extra in attempts:
        assert refresh(browser, **extra).status_code == 403
        assert browser.post("/api/auth/logout/", **extra).status_code == 403
    assert refresh(browser, **HEADER).status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "",
        "http://testserver:8000",
        "http://testserver.evil.example",
        "testserver",
        "ftp://testserver",
        "http://[",
    ],
)
def test_a_foreign_origin_is_refused_everywhere(browser: APIClient, origin: str) -> None:
    assert refresh(browser, HTTP_ORIGIN=origin, **HEADER).status_code == 403
    assert browser.post("/api/auth/logout/", HTTP_ORIGIN=origin, **HEADER).status_code == 403
    assert browser.post("/api/auth/token/", SIGN_IN, HTTP_ORIGIN=origin).status_code == 403
    assert SignIn.objects.get().ended_at is None


@pytest.mark.parametrize("origin", ["http://testserver", "https://testserver", "https://money.example"])
def test_our_own_origin_is_taken(browser: APIClient, origin: str, settings: Any) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://money.example"]
    assert refresh(browser, HTTP_ORIGIN=origin, **HEADER).status_code == 200


def test_plain_http_is_foreign_to_https(browser: APIClient) -> None:
    assert refresh(browser, HTTP_ORIGIN="http://testserver", secure=True, **HEADER).status_code == 403


def test_signing_out_clears_it(browser: APIClient) -> None:
    assert browser.post("/api/auth/logout/", **HEADER).status_code == 204
    cookie = browser.cookies[COOKIE]
    assert (cookie.value, cookie["path"], cookie["max-age"]) == ("", "/api/auth/", 0)
    assert SignIn.objects.get().end_reason == SignIn.End.SIGNED_OUT


def test_the_cookie_opens_no_bearer_door(browser: APIClient) -> None:
    assert browser.get("/api/auth/me/", **HEADER).status_code == 401


def test_the_body_wins_over_the_cookie(browser: APIClient, bob: User) -> None:
    of_bob = browser.post("/api/auth/token/", {"email": bob.email, "password": PASSWORD}).json()
    answer = browser.post("/api/auth/token/refresh/", {"refresh": of_bob["refresh"]})
    assert set(answer.json()) == {"access", "refresh"}
    assert refresh(browser, **HEADER).status_code == 200


def test_a_failed_refresh_leaves_the_cookie_that_another_tab_may_just_have_renewed(browser: APIClient) -> None:
    SignIn.objects.update(ended_at="2020-01-01T00:00:00Z")
    answer = refresh(browser, **HEADER)
    assert answer.status_code == 401
    assert COOKIE not in answer.cookies


def test_by_default_there_is_no_cookie(alice: User) -> None:
    client = APIClient()
    client.post("/api/auth/token/", {"email": alice.email, "password": PASSWORD})
    assert COOKIE not in client.cookies

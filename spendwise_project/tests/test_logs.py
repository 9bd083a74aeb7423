"""Each line says its request and job; nothing in it is a secret; a request's id comes back and travels on."""

from __future__ import annotations

import json
import logging
import secrets
from typing import Any

import pytest
from django.test import Client
from rest_framework_simplejwt.tokens import AccessToken

from accounts.personal import PREFIX
from spendwise_project import celery, logs
from transactions.services import job_kinds

PASSWORD = "Correct-Horse-" + secrets.token_hex(6)


def record(message: str, *args: object, exc_info: Any = None) -> logging.LogRecord:
    return logging.LogRecord("spendwise.jobs", logging.INFO, __file__, 1, message, args, exc_info)


@pytest.fixture(params=[logs.TextLines("%(levelname)s %(context)s%(message)s"), logs.JsonLines()])
def lines(request: pytest.FixtureRequest) -> logging.Formatter:
    formatter: logging.Formatter = request.param
    return formatter


def seeded() -> list[tuple[str, str]]:
    """(secret, a line that would give it away)."""
    token, personal = str(AccessToken()), PREFIX + secrets.token_urlsafe(32)
    return [
        (token, f"refused token {token}"),
        (token, f"headers {{'Authorization': 'Bearer {token}'}}"),
        (personal, f"refused {personal} for /api/"),
        (PASSWORD, f"body {json.dumps({'email': 'a@b.org', 'password': PASSWORD})}"),
        (PASSWORD, f"body {{'password': '{PASSWORD}', 'email': 'a@b.org'}}"),
        (PASSWORD, f"form email=a@b.org&password={PASSWORD}&x=1"),
        (PASSWORD, f"cannot connect to postgres://user:{PASSWORD}@db:5432/x"),
        (PASSWORD, f"SECRET_KEY={PASSWORD}"),
        (PASSWORD, f"api_key: {PASSWORD}"),
    ]


@pytest.mark.parametrize("number", range(9))
def test_no_secret_reaches_a_line(lines: logging.Formatter, number: int) -> None:
    secret, message = seeded()[number]
    assert secret not in lines.format(record("%s", message))
    error = ValueError(message)
    assert secret not in lines.format(record("broke", exc_info=(ValueError, error, None)))


@pytest.mark.parametrize("message", ["job claimed key=refresh_7 id=3 attempt=2", "access to /api/accounts/ in 3 ms"])
def test_what_is_no_secret_stays(message: str) -> None:
    assert logs.without_secrets(message, PREFIX) == message


def test_a_json_line_is_one_object_with_its_ids() -> None:
    request, job = logs.request_id.set("abcdef12"), logs.job_id.set("7")
    try:
        line = logs.JsonLines().format(record("two\nlines %s", "ä"))
    finally:
        logs.request_id.reset(request)
        logs.job_id.reset(job)
    assert "\n" not in line
    told = json.loads(line)
    assert (told["request"], told["job"], told["message"]) == ("abcdef12", "7", "two\nlines ä")
    assert {"time", "level", "logger", "process"} <= told.keys()


@pytest.mark.parametrize(("given", "is_taken"), [("trace-1234", True), ("a b\r\nX: y", False), ("x" * 65, False)])
def test_a_plain_id_comes_back_and_no_other(client: Client, given: str, is_taken: bool) -> None:
    back = client.get("/healthz", headers={"X-Request-ID": given})["X-Request-ID"]
    assert (back == given) is is_taken
    assert logs.PLAIN_ID.fullmatch(back)
    assert logs.request_id.get() == ""


def test_the_message_to_the_worker_carries_the_request() -> None:
    headers: dict[str, Any] = {}
    before = logs.request_id.set("abcdef12")
    celery.send_request_id(headers=headers)
    logs.request_id.reset(before)
    assert headers == {"request_id": "abcdef12"}


def test_every_kind_of_job_is_known_by_its_task() -> None:
    """A kind whose task is not listed would leave the worker's lines without the job."""
    assert {kind.task for kind in job_kinds._kinds.values()} <= celery.JOB_ARGUMENT.keys()

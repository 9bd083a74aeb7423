from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import EgressEntry, ModelSetting
from advisory.services.model_keys import opened, sealed
from advisory.services.model_settings import endpoint_of
from advisory.tests.books import Book
from advisory.tests.model_server import honest
from advisory.tests.worded import model_of

pytestmark = pytest.mark.django_db
Api = Callable[[User | None], APIClient]
OWN = {
    "is_enabled": True,
    "privacy_level": 1,
    "base_url": "https://llm.example.org/v1",
    "model": "m",
    "api_key": "sk-1",
}


def test_it_is_off_until_it_is_switched_on(api: Api, alice: User) -> None:
    shown = api(alice).get("/api/model/").json()
    assert (shown["is_enabled"], shown["privacy_level"], shown["has_key"]) == (False, 0, False)
    assert (shown["server_host"], shown["server_model"], shown["is_allowed"]) == ("", "", True)
    assert shown["month"] == {"calls": 0, "calls_limit": 1000, "bytes": 0, "bytes_limit": 10_000_000}
    assert not ModelSetting.objects.exists()
    assert endpoint_of(alice) is None


def test_a_key_goes_in_and_never_comes_out(api: Api, alice: User, caplog: pytest.LogCaptureFixture) -> None:
    http = api(alice)
    with caplog.at_level(logging.DEBUG):
        answers = [http.put("/api/model/", OWN), http.get("/api/model/"), http.patch("/api/model/", {"model": "n"})]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert all(b"sk-1" not in answer.content for answer in answers)
    assert all(answer.json()["has_key"] for answer in answers)
    assert "sk-1" not in caplog.text
    row = ModelSetting.objects.get()
    assert "sk-1" not in row.sealed_key
    endpoint = endpoint_of(alice)
    assert endpoint is not None
    assert endpoint.key == "sk-1"
    assert "sk-1" not in repr(endpoint)


def test_a_key_does_not_follow_to_another_address(api: Api, alice: User) -> None:
    http = api(alice)
    http.put("/api/model/", OWN)
    assert http.patch("/api/model/", {"base_url": "https://elsewhere.example.org"}).json()["has_key"] is False
    assert http.patch("/api/model/", {"api_key": "sk-2"}).json()["has_key"] is True
    assert http.patch("/api/model/", {"api_key": ""}).json()["has_key"] is False


def test_under_another_secret_a_key_is_lost_and_nothing_is_sent(alice: User, settings: Settings, api: Api) -> None:
    api(alice).put("/api/model/", OWN)
    settings.SECRET_KEY = "another-" * 8
    assert endpoint_of(alice) is None
    assert api(alice).get("/api/model/").json()["has_key"] is False
    assert opened("damaged") is None
    assert opened("\u00e9") is None
    assert (sealed(""), opened("")) == ("", "")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"base_url": "http://127.0.0.1:6379/v1", "model": "m"}, "base_url"),
        ({"base_url": "https://169.254.169.254/latest", "model": "m"}, "base_url"),
        ({"base_url": "https://redis/", "model": "m"}, "base_url"),
        ({"base_url": "ftp://llm.example.org", "model": "m"}, "base_url"),
        ({"base_url": "https://llm.example.org/v1"}, "model"),
        ({"model": "m"}, "base_url"),
        ({"is_enabled": True, "privacy_level": 1}, "base_url"),
        ({**OWN, "privacy_level": 0}, "privacy_level"),
        ({**OWN, "privacy_level": 4}, "privacy_level"),
        ({**OWN, "privacy_level": "full"}, "privacy_level"),
        ({**OWN, "api_key": "a\nb"}, "api_key"),
        ({**OWN, "api_key": "ü"}, "api_key"),
        ({**OWN, "model": "x" * 500}, "model"),
        ({**OWN, "is_enabled": "maybe"}, "is_enabled"),
        ({**OWN, "is_enabled": None}, "is_enabled"),
        ({**OWN, "temperature": 1}, "temperature"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_by_its_field(api: Api, alice: User, given: dict[str, Any], field: str) -> None:
    answer = api(alice).put("/api/model/", given)
    assert answer.status_code == 400, answer.content
    assert field in answer.json()["fields"]
    assert not ModelSetting.objects.exists()


@pytest.mark.parametrize(
    "body", ["[]", "5", "null", "{", '"x"', '{"model": "\\ud800", "base_url": "https://a.example"}']
)
@pytest.mark.parametrize("where", ["/api/model/", "/api/model/preview/"])
def test_a_body_of_another_shape_is_refused(api: Api, alice: User, body: str, where: str) -> None:
    http = api(alice)
    call = http.post if "preview" in where else http.put
    assert call(where, body, content_type="application/json").status_code in (200, 400)
    assert http.get("/api/model/").status_code == 200


def test_one_switch_ends_it(api: Api, alice: User, settings: Settings, book: Book) -> None:
    with model_of(settings, honest, alice) as endpoint:
        assert api(alice).delete("/api/model/").status_code == 204
        assert api(alice).delete("/api/model/").status_code == 204
        book.report()
    assert endpoint.seen == []
    assert not ModelSetting.objects.exists()


def test_the_servers_endpoint_is_named_without_its_key(api: Api, alice: User, settings: Settings) -> None:
    settings.MODEL_BASE_URL, settings.MODEL_NAME = "https://who:sk-9@llm.example.org/v1", "m"
    settings.MODEL_API_KEY = "sk-9"
    answer = api(alice).get("/api/model/")
    assert answer.json()["server_host"] == "llm.example.org"
    assert b"sk-9" not in answer.content


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_preview_is_what_a_report_then_sends(
    api: Api, alice: User, settings: Settings, book: Book, level: int
) -> None:
    book.report()
    before = api(alice).post("/api/model/preview/", {"privacy_level": level}).json()
    assert before["host"] == ""
    assert "summary" in {one["section"] for one in before["requests"]}
    assert not EgressEntry.objects.exists()
    with model_of(settings, honest, alice, level) as endpoint:
        preview = api(alice).post("/api/model/preview/", {}).json()
        assert endpoint.seen == []
        book.owner.reports.update(input_hash="before")
        book.report()
        # Two messages: the rules and the section. One is a probe, and more are a second try after a refusal.
        sent = [body.decode() for body in endpoint.seen if len(json.loads(body)["messages"]) == 2]
    assert [one["payload"] for one in preview["requests"]] == sent
    assert [one["bytes"] for one in preview["requests"]] == [len(body.encode()) for body in sent]
    assert (preview["month"], preview["privacy_level"]) == ("2025-03", level)
    assert [one["payload"].replace('"model": ""', '"model": "made-up-2026-01"') for one in before["requests"]] == sent


def test_a_preview_of_nothing_is_empty(api: Api, alice: User, book: Book) -> None:
    empty = api(alice).post("/api/model/preview/", {}).json()
    assert (empty["report"], empty["month"], empty["requests"]) == (None, None, [])
    book.report()
    assert api(alice).post("/api/model/preview/", {"privacy_level": 0}).json()["requests"] == []


def test_the_ledger_shows_every_request_to_its_owner_alone(
    api: Api, alice: User, bob: User, settings: Settings, book: Book
) -> None:
    with model_of(settings, honest, alice) as endpoint:
        book.report()
    listed = api(alice).get("/api/egress/?page_size=2").json()
    assert [one["purpose"] for one in listed["results"]] == ["words", "words"]
    assert "payload" not in listed["results"][0]
    earlier = api(alice).get(listed["next"]).json()["results"]
    assert earlier[0]["id"] < listed["results"][-1]["id"]
    newest = listed["results"][0]["id"]
    assert api(alice).get(f"/api/egress/{newest}/").json()["payload"].encode() == endpoint.seen[-1]
    answer = api(alice).get("/api/egress/export/")
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]  # type: ignore[attr-defined]
    assert [line["payload"].encode() for line in lines] == endpoint.seen
    assert api(bob).get(f"/api/egress/{newest}/").status_code == 404
    assert b"".join(api(bob).get("/api/egress/export/").streaming_content) == b""  # type: ignore[attr-defined]
    assert api(alice).get("/api/model/").json()["month"]["calls"] == len(endpoint.seen)
    assert api(bob).get("/api/model/").json()["month"]["calls"] == 0


@pytest.mark.parametrize("method", ["put", "patch", "delete", "post"])
def test_the_ledger_cannot_be_changed(api: Api, alice: User, method: str) -> None:
    for address in ("/api/egress/", "/api/egress/1/"):
        assert getattr(api(alice), method)(address, {}).status_code == 405

"""/healthz says that the process lives; /readyz names the part that does not work."""

from __future__ import annotations

from pathlib import Path

import pytest
import redis
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from spendwise_project import health
from transactions import live


def test_healthz_is_live_without_anything_else(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "live"})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_every_part_works(client: Client) -> None:
    live.beat_worker(5)
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ready"
    assert {name: check["ok"] for name, check in answer.json()["checks"].items()} == {
        "database": True,
        "redis": True,
        "worker": True,
        "media": True,
    }


@pytest.mark.django_db
def test_names_the_missing_worker(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"]["worker"] == {"ok": False, "detail": "no worker has been heard lately"}
    assert answer.json()["checks"]["redis"]["ok"]


@pytest.mark.django_db
def test_names_a_dead_redis_and_does_not_guess_about_the_worker(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = redis.Redis.from_url(f"unix://{tmp_path}/gone.sock")
    monkeypatch.setattr(live, "client", lambda: gone)
    checks = client.get("/readyz").json()["checks"]
    assert not checks["redis"]["ok"]
    assert checks["worker"]["detail"] == "unknown while Redis does not answer"
    assert str(tmp_path) not in str(checks)


@pytest.mark.django_db
def test_names_media_that_cannot_be_written(client: Client, settings: Settings, tmp_path: Path) -> None:
    blocked = tmp_path / "file-in-the-way"
    blocked.write_text("")
    settings.MEDIA_ROOT = blocked
    assert not client.get("/readyz").json()["checks"]["media"]["ok"]


def test_names_a_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        def cursor(self) -> None:
            raise OperationalError("secret-host refused")

    monkeypatch.setattr(health, "connection", Away())
    assert health.database_trouble() == "the database does not answer, or has no tables yet"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_reading_is_allowed(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405

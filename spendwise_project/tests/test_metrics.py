"""/metrics says what the tables say, to those who may ask, and names nobody."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import Resolver404, resolve
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from accounts.models import User
from spendwise_project import metrics
from transactions.models import Job

TOKEN = "a-token-of-some-length"


@pytest.fixture(autouse=True)
def on_loopback(settings: Settings, tmp_path: Path) -> None:
    settings.METRICS = "loopback"
    settings.BACKUP_DIR = tmp_path


def samples(client: Client) -> dict[tuple[str, tuple[str, ...]], float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.content.decode())
    return {(one.name, tuple(one.labels.values())): one.value for family in families for one in family.samples}


@pytest.mark.django_db
def test_jobs_queue_and_parts_are_those_of_the_tables(client: Client) -> None:
    owner = User.objects.create_user("alice@example.org", "only-for-this-test")
    for number, status in enumerate(("queued", "queued", "failed")):
        Job.objects.create(owner=owner, kind="monthly_report", key=f"secret-key-{number}", status=status)
    Job.objects.filter(key="secret-key-0").update(created_at=timezone.now() - timedelta(hours=1))
    told = samples(client)
    assert told["spendwise_jobs", ("monthly_report", "queued")] == 2
    assert told["spendwise_jobs", ("monthly_report", "failed")] == 1
    assert told["spendwise_queue_depth", ()] == 2
    assert 3600 <= told["spendwise_queue_oldest_seconds", ()] < 3700
    assert told["spendwise_part_ok", ("database",)] == 1
    assert told["spendwise_part_ok", ("worker",)] == 0
    assert told["spendwise_backup_age_seconds", ()] != told["spendwise_backup_age_seconds", ()]  # NaN: there is none
    text = client.get("/metrics").content.decode()
    assert "alice" not in text
    assert "secret-key" not in text


@pytest.mark.parametrize("mode", ["off", "token", "loopback"])
@pytest.mark.django_db
def test_others_find_nothing(client: Client, settings: Settings, mode: str) -> None:
    settings.METRICS, settings.METRICS_TOKEN = mode, TOKEN
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.1").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer x"}, REMOTE_ADDR="192.0.2.1").status_code == 404
    assert client.get("/metrics", headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 404


@pytest.mark.django_db
def test_the_token_opens(client: Client, settings: Settings) -> None:
    settings.METRICS, settings.METRICS_TOKEN = "token", TOKEN
    assert (
        client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, REMOTE_ADDR="192.0.2.1").status_code == 200
    )


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/api/reports/7/", "api/reports"),
        ("/api/auth/token/", "api/auth"),
        ("/somewhere/7", "dashboard"),
        ("/api/7", "other"),
    ],
)
def test_addresses_fall_into_few_classes(path: str, route: str) -> None:
    request = RequestFactory().get(path)
    with contextlib.suppress(Resolver404):
        request.resolver_match = resolve(path)
    assert metrics.route_class(request) == route


def test_an_answer_is_measured() -> None:
    def count() -> float:
        labels = {"route": "other", "method": "other", "status": "2xx"}
        samples = [one for family in metrics.LATENCY.collect() for one in family.samples]
        return sum(one.value for one in samples if one.name.endswith("_count") and one.labels == labels)

    before = count()
    request = RequestFactory().generic("BREW", "/")
    assert metrics.Latency(lambda _: HttpResponse())(request).status_code == 200
    assert count() == before + 1

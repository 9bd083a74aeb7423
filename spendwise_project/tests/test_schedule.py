"""Every scheduled ring has a task behind it and is dropped when it comes too late."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from spendwise_project.celery import app
from spendwise_project.schedule import beat_schedule


def test_every_entry_has_a_task_that_exists_and_expires() -> None:
    app.loader.import_default_modules()
    for entry in beat_schedule(5).values():
        assert entry["task"] in app.tasks
        assert entry["options"]["expires"] > 0


def test_the_application_uses_it_with_the_setting() -> None:
    assert app.conf.beat_schedule == beat_schedule(5)


@pytest.mark.parametrize(("seconds", "expires"), [(1, 10), (5, 10), (60, 120)])
def test_sweeps_follow_the_setting(seconds: int, expires: int) -> None:
    sweep = beat_schedule(seconds)["give lost jobs out again"]
    assert (sweep["schedule"], sweep["options"]["expires"]) == (float(seconds), expires)


@pytest.mark.django_db
def test_expired_tokens_are_forgotten() -> None:
    from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

    for year in (2020, 2999):
        OutstandingToken.objects.create(jti=str(year), token="x", expires_at=datetime(year, 1, 1, tzinfo=UTC))
    app.tasks["spendwise_project.flush_expired_tokens"]()
    assert list(OutstandingToken.objects.values_list("jti", flat=True)) == ["2999"]

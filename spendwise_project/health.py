"""/healthz: the process lives. /readyz: everything that a user needs works, part by part."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from spendwise_project.backups import making
from transactions import live

log = logging.getLogger("spendwise.health")
BACKUP_LATE_SECONDS = 36 * 3600
REDIS_AWAY = "Redis does not answer"
WORKER_UNKNOWN = "unknown while Redis does not answer"


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "live"})


@never_cache
@require_safe
def readyz(_request: HttpRequest) -> JsonResponse:
    """200 when all parts work, 503 otherwise; the body names each part either way."""
    checks = {name: {"ok": not trouble, "detail": trouble} for name, trouble in troubles().items()}
    is_ready = all(check["ok"] for check in checks.values())
    body = {"status": "ready" if is_ready else "not ready", "checks": checks, "backup": backup_state()}
    response = JsonResponse(body, status=200 if is_ready else 503)
    response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001 - Django would log every "not yet" as an error
    return response


def backup_state() -> dict[str, object]:
    """Hours since the newest backup. No part of readiness: nothing that users do waits for it."""
    try:
        age = making.newest_age_seconds(datetime.now(UTC))
    except OSError:
        age = None
    is_late = settings.BACKUPS and (age is None or age > BACKUP_LATE_SECONDS)
    return {"ok": not is_late, "hours": None if age is None else round(age / 3600, 1)}


def troubles(*, is_redis_away: bool = False) -> dict[str, str]:
    """Each part with what is wrong with it, in words without addresses; empty when it works. `is_redis_away`: somebody
    has just found that out, and it need not be waited for again."""
    parts: dict[str, Callable[[], str]] = {
        "database": database_trouble,
        "redis": redis_trouble,
        "worker": worker_trouble,
        "media": media_trouble,
    }
    if is_redis_away:
        parts |= {"redis": lambda: REDIS_AWAY, "worker": lambda: WORKER_UNKNOWN}
    return {name: ask() for name, ask in parts.items()}


def database_trouble() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations")
            return "" if cursor.fetchone() else "no migration has been applied"
    except DatabaseError as error:
        log.warning("database not ready: %s", error)
        return "the database does not answer, or has no tables yet"


def redis_trouble() -> str:
    try:
        live.client().ping()
    except redis.RedisError as error:
        log.warning("redis not ready: %s", error)
        return REDIS_AWAY
    return ""


def worker_trouble() -> str:
    try:
        return "" if live.is_worker_alive() else "no worker has been heard lately"
    except redis.RedisError:
        return WORKER_UNKNOWN


def media_trouble() -> str:
    directory = Path(settings.MEDIA_ROOT)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=directory, prefix=".ready-") as probe:
            probe.write(b"1")
    except OSError as error:
        log.warning("media not ready: %s", error)
        return "files cannot be written"
    return ""

"""Redis, the workers and the database, each asked briefly: a page that tells of trouble must not wait for it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import redis
from django.conf import settings
from django.db import DatabaseError, connection

from transactions import live
from transactions.models import Job

PATIENCE = 0.4
"""Seconds to wait for Redis, for connecting and for an answer each."""
BROKER_QUEUE = "celery"


@dataclass(frozen=True, slots=True)
class RedisState:
    ok: bool
    milliseconds: float | None = None
    version: str = ""
    bytes_used: int | None = None
    messages: int | None = None
    """Bells that no worker has taken yet."""


@dataclass(frozen=True, slots=True)
class DatabaseState:
    ok: bool
    engine: str
    version: str = ""
    milliseconds: float | None = None
    bytes_used: int | None = None


@dataclass(frozen=True, slots=True)
class Worker:
    """`heard` is how many seconds ago its process spoke; None for one that is only known by a job it holds."""

    name: str
    heard: float | None
    jobs: int


@lru_cache(maxsize=2)
def _brief(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)


def _broker_url() -> str:
    """Celery writes the addresses of sockets in a way of its own."""
    return str(settings.CELERY_BROKER_URL).replace("redis+socket://", "unix://").replace("virtual_host=", "db=")


def redis_state() -> RedisState:
    began = time.perf_counter()
    try:
        told: dict[str, Any] = _brief(settings.STATE_REDIS_URL).info()
        took = time.perf_counter() - began
        messages = int(_brief(_broker_url()).llen(BROKER_QUEUE))
    except redis.RedisError:
        return RedisState(ok=False)
    return RedisState(True, round(took * 1000, 1), str(told["redis_version"]), int(told["used_memory"]), messages)


def workers(now: datetime) -> list[Worker]:
    """Those that spoke lately, and those that hold a job whose lease has not run out."""
    held: dict[str, int] = {}
    for name in Job.objects.filter(status=Job.Status.RUNNING, lease_until__gt=now).values_list("worker", flat=True):
        held[name] = held.get(name, 0) + 1
    try:
        heard = live.workers_heard(_brief(settings.STATE_REDIS_URL))
    except redis.RedisError:
        heard = {}
    processes = {name: jobs_of(name, held) for name in heard}
    known = [Worker(name, round(ago, 1), processes[name]) for name, ago in sorted(heard.items())]
    strangers = [name for name in sorted(held) if not any(is_same(name, one) for one in heard)]
    return [*known, *(Worker(name, None, held[name]) for name in strangers)]


def jobs_of(name: str, held: dict[str, int]) -> int:
    return sum(count for holder, count in held.items() if is_same(holder, name))


def is_same(holder: str, worker: str) -> bool:
    """A job names the child process that does it, the heartbeat its parent: the machine is the same."""
    return holder.split(":", maxsplit=1)[0] == worker.split(":", maxsplit=1)[0]


def database_state() -> DatabaseState:
    engine = connection.vendor
    began = time.perf_counter()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT sqlite_version()" if engine == "sqlite" else "SHOW server_version")
            version = str(cursor.fetchone()[0])
            took = time.perf_counter() - began
            return DatabaseState(True, engine, version, round(took * 1000, 1), _database_bytes(engine, cursor))
    except DatabaseError:
        return DatabaseState(ok=False, engine=engine)


def _database_bytes(engine: str, cursor: Any) -> int | None:
    if engine != "sqlite":
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
    cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
    pages = int(cursor.fetchone()[0])
    log = Path(f"{settings.DATABASES['default']['NAME']}-wal")
    return pages + (log.stat().st_size if log.is_file() else 0)

"""Redis as a bell and a sign post: live pings, locks for speed, heartbeats. Nothing here is ever needed for truth.

Every function survives a dead Redis: it says so in the log and answers as if nobody listened.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import redis
from django.conf import settings

log = logging.getLogger("spendwise.live")
LOCK_POLL_SECONDS = 0.05
HEARTBEAT_KEY = "worker-heartbeat"
WORKERS_KEY = "workers-heard"
HEARD_SECONDS = 30
RELEASE_SCRIPT = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"


@lru_cache(maxsize=1)
def client() -> redis.Redis:
    """One connection pool per process. Made after the fork, so call it from functions only."""
    return redis.Redis.from_url(settings.STATE_REDIS_URL, socket_timeout=2, socket_connect_timeout=2)


def channel(owner_id: int) -> str:
    return f"jobs:{owner_id}"


def ping_listeners(owner_id: int) -> None:
    """Tell open event streams of this owner to look into the table now instead of at their next poll."""
    try:
        client().publish(channel(owner_id), b"1")
    except redis.RedisError as error:
        log.warning("live ping not sent: %s", error)


def beat_worker(seconds: int, name: str = "") -> None:
    """A worker says that it is alive, and by `name` which one; the signs expire by themselves."""
    client().set(HEARTBEAT_KEY, b"1", ex=seconds)
    if name:
        client().zadd(WORKERS_KEY, {name: time.time()})
        client().zremrangebyscore(WORKERS_KEY, "-inf", time.time() - seconds)


def workers_heard(redis_client: redis.Redis) -> dict[str, float]:
    """Seconds since each worker spoke, of those heard lately. RedisError when it is away."""
    now = time.time()
    heard: list[tuple[bytes, float]] = redis_client.zrangebyscore(
        WORKERS_KEY, now - HEARD_SECONDS, "+inf", withscores=True
    )  # type: ignore[assignment]  # the library's type is of both its clients
    return {name.decode(): max(0.0, now - spoke) for name, spoke in heard}


def is_worker_alive() -> bool:
    return bool(client().exists(HEARTBEAT_KEY))


@contextmanager
def lock(name: str, milliseconds: int, *, wait_seconds: float = 0) -> Iterator[bool]:
    """Try to hold a named lock; yields whether it is held. For saving work only: two holders must do no harm.

    With Redis away it yields True: the database constraints decide, more slowly.
    """
    token = secrets.token_hex(8)
    key = f"lock:{name}"
    give_up = time.monotonic() + wait_seconds
    try:
        while not (held := bool(client().set(key, token, nx=True, px=milliseconds))) and time.monotonic() < give_up:
            time.sleep(LOCK_POLL_SECONDS)
    except redis.RedisError as error:
        log.warning("lock %s taken without Redis: %s", name, error)
        yield True
        return
    try:
        yield held
    finally:
        if held:
            _release(key, token)


def _release(key: str, token: str) -> None:
    try:
        client().eval(RELEASE_SCRIPT, 1, key, token)
    except redis.RedisError as error:
        log.warning("lock %s left to expire: %s", key, error)

"""The ground under every test: production settings with fresh keys, a data directory and a Redis of its own.

Nothing here reads the developer's environment or data: whatever was exported is replaced before Django loads. One name
is kept: SPENDWISE_TEST_DATABASE_URL, a PostgreSQL database to make the tests' own databases from (tests/postgres.py).
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

if "DJANGO_SETTINGS_MODULE" in os.environ:
    raise RuntimeError(
        "Unset DJANGO_SETTINGS_MODULE: with it Django loads before the tests have made their environment."
    )

# A short path: a socket's may not exceed about 100 bytes. One per process, so one per xdist worker.
DATA = Path(tempfile.mkdtemp(prefix="sw-test-", dir="/tmp"))
TEST_DATABASE = "SPENDWISE_TEST_DATABASE_URL"
for _name in [name for name in os.environ if name.startswith("SPENDWISE_") or name in {"REDIS_URL", "DATABASE_URL"}]:
    if _name != TEST_DATABASE:
        del os.environ[_name]
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "spendwise_project.settings",
    "SPENDWISE_DATA_DIR": str(DATA),
    "SPENDWISE_THROTTLES": "off",
    "SECRET_KEY": secrets.token_hex(32),
    "JWT_SECRET_KEY": secrets.token_hex(32),
    **({"DATABASE_URL": os.environ[TEST_DATABASE]} if TEST_DATABASE in os.environ else {}),
}

import django  # noqa: E402 - after the environment that its settings are read from

django.setup()

import pytest  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth.hashers import BCryptSHA256PasswordHasher  # noqa: E402

from spendwise_project.supervisor import child, commands, redis_source  # noqa: E402
from transactions import live  # noqa: E402

# Every test client loads the middleware anew, and WhiteNoise would list all files of the dashboard for each of them:
# that was most of the time of most tests of views. The tests of the files themselves have it list them, as servers do.
settings.WHITENOISE_AUTOREFRESH = True

# xdist's workers inherit the environment, and would load Django with this process's keys before reading this file.
del os.environ["DJANGO_SETTINGS_MODULE"]
# Commands that tests start have data directories of their own, with SQLite in them; tests/stack gives each a database.
os.environ.pop("DATABASE_URL", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-fixtures", action="store_true", help="write the dashboard's fixtures anew (see tests/dashboard)"
    )


def pytest_unconfigure() -> None:
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def redis_server() -> Iterator[str]:
    """A real Redis on a private socket; yields its URL, which is also the one in the settings."""
    socket = DATA / "redis.sock"
    directory = DATA / "redis"
    directory.mkdir()
    process = subprocess.Popen(  # noqa: S603 - our own argument list
        commands.redis(redis_source.server_binary(), socket, directory),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=child.die_with_parent,  # noqa: PLW1509 - no threads yet
    )
    try:
        url = f"unix://{socket}"
        deadline = time.monotonic() + 20
        while not redis_source.answers(url):
            assert process.poll() is None, "redis-server ended at once"
            assert time.monotonic() < deadline, "redis-server does not answer"
            time.sleep(0.02)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """A file, not SQLite's shared memory: threads then lock as they do in production. One database per process."""
    from django.conf import settings

    is_sqlite = TEST_DATABASE not in os.environ
    name = str(DATA / "test.db") if is_sqlite else f"test_{os.getpid()}"
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = name


@pytest.fixture(autouse=True)
def fresh_ground(settings: Any, tmp_path: Path) -> None:
    """No files, locks or heartbeats from the test before; passwords hashed with the fewest rounds bcrypt allows."""
    settings.MEDIA_ROOT = tmp_path / "media"
    live.client().flushdb()


@pytest.fixture(scope="session", autouse=True)
def quick_hashing() -> Iterator[None]:
    rounds = BCryptSHA256PasswordHasher.rounds
    BCryptSHA256PasswordHasher.rounds = 4
    yield
    BCryptSHA256PasswordHasher.rounds = rounds

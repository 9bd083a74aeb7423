"""The four commands of a running SpendWise, written once.

The supervisor starts exactly these, docker-compose.yml and docs/OPERATIONS.md repeat them, and a test compares.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

ROLES = ("redis", "web", "worker", "beat")

WEB = (
    "python -m granian --interface asginl --host {host} --port {port} --workers 1 --workers-kill-timeout 5 --no-ws"
    " spendwise_project.asgi:application"
)
WORKER = (
    "python -m celery --quiet --app spendwise_project worker --concurrency {concurrency}"
    " --without-gossip --without-mingle"
)
BEAT = "python -m celery --quiet --app spendwise_project beat --schedule {data}/beat-schedule --pidfile="
REDIS = (
    "redis-server {listen} --dir {directory} --save '' --appendonly yes --appendfsync everysec"
    " --maxmemory-policy noeviction"
)
LISTEN_PRIVATELY = "--port 0 --unixsocket {socket} --unixsocketperm 700"
# Inside a compose network that publishes nothing; protected mode would refuse the neighbours.
LISTEN_IN_CONTAINER = "--port 6379 --protected-mode no"


def web(host: str, port: int) -> list[str]:
    return _python(WEB, host=host, port=port)


def worker(concurrency: int) -> list[str]:
    """`concurrency`: how many jobs this worker does at once, one process each."""
    return _python(WORKER, concurrency=concurrency)


def beat(data: Path) -> list[str]:
    return _python(BEAT, data=data)


def redis(binary: str, socket: Path, directory: Path) -> list[str]:
    """Redis on a private socket; `directory` holds its append-only file."""
    parts = shlex.split(REDIS.replace("{listen}", LISTEN_PRIVATELY))
    return [binary, *(part.format(socket=socket, directory=directory) for part in parts[1:])]


def _python(template: str, **values: object) -> list[str]:
    return [sys.executable, *(part.format(**values) for part in shlex.split(template)[1:])]

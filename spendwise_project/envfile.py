"""The data directory and its env file: where they are, and fresh random secrets when there are none.

Knows nothing of Django: settings, manage.py and the supervisor all start here.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
ENV_FILE_NAME = "spendwise.env"
SECRET_BYTES = 32
# sockaddr_un holds 104 bytes on macOS and 108 on Linux, the closing zero included.
LONGEST_SOCKET_PATH = 100


def data_dir() -> Path:
    """The directory that holds database, media, sockets and the env file (SPENDWISE_DATA_DIR, else ./var)."""
    return Path(os.environ.get("SPENDWISE_DATA_DIR") or BASE_DIR / "var").expanduser().resolve()


def env_file() -> Path:
    return data_dir() / ENV_FILE_NAME


def read_setting(name: str, default: str = "") -> str:
    """One variable as Django's settings see it (environment, then env file), for code without Django."""
    value = os.environ.get(name)
    if value is not None:
        return value
    path = env_file()
    for line in path.read_text().splitlines() if path.is_file() else []:
        key, found, value = line.strip().removeprefix("export ").partition("=")
        if found and key.strip() == name:
            return value.strip().strip("'\"")
    return default


def redis_socket() -> Path:
    """Where our own Redis listens: in the data directory, or, where that path is too long for a socket, in a
    private directory under /tmp whose name follows from the data directory."""
    path = data_dir() / "redis.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return path
    mark = hashlib.sha256(os.fsencode(data_dir())).hexdigest()[:16]
    return Path("/tmp") / f"spendwise-{os.getuid()}-{mark}" / "redis.sock"  # noqa: S108 - checked for owner and mode before use


def new_secret() -> str:
    """64 hexadecimal characters, 32 random bytes."""
    return secrets.token_hex(SECRET_BYTES)


def ensure_env_file() -> None:
    """Write an env file with fresh secrets unless one exists or the environment brings its own keys."""
    path = env_file()
    brings_keys = os.environ.get("JWT_SECRET_KEY") or os.environ.get("JWT_SECRET_KEY_FILE")
    if path.exists() or brings_keys or os.environ.get("SPENDWISE_DEBUG") == "on":
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(path, f"SECRET_KEY={new_secret()}\nJWT_SECRET_KEY={new_secret()}\n")
    sys.stderr.write(f"Wrote {path} with fresh random secrets.\n")


def write_private(path: Path, text: str) -> None:
    """Write atomically, readable by the owner only; a crash leaves the old file or the new one."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)


def replace_setting(name: str, value: str) -> Path:
    """Set one variable in the env file, keeping every other line as it is; returns the file's path."""
    path = env_file()
    lines = path.read_text().splitlines() if path.exists() else []
    kept = [line for line in lines if not line.startswith(f"{name}=")]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_private(path, "\n".join([*kept, f"{name}={value}"]) + "\n")
    return path

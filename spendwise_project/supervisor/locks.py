"""One process of each role per data directory: a lock file each, let go by the kernel when its holder dies."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO


class AlreadyRunningError(Exception):
    """Somebody else runs this role on this data directory."""


def hold_roles(data: Path, roles: list[str]) -> list[IO[str]]:
    """Lock the roles until the returned files are closed."""
    directory = data / "run"
    directory.mkdir(parents=True, exist_ok=True)
    return [_hold(directory / f"{role}.lock", data) for role in roles]


def _hold(path: Path, data: Path) -> IO[str]:
    file = path.open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise AlreadyRunningError(
            f"SpendWise already runs on {data} (process {holder}). Stop it first, or give this one another --data-dir."
        ) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file

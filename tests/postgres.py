"""`python -m tests.postgres -- COMMAND...`: run a command with a PostgreSQL of its own, then remove it.

The command finds the server in SPENDWISE_TEST_DATABASE_URL; conftest.py and tests/stack make their databases there.
The server listens on a private socket and on no port. Root runs it as the user that Debian's package makes, because it
refuses root.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spendwise_project.supervisor import child

SUPERUSER = "spendwise"
START_SECONDS = 60.0
# Nothing here outlives the tests, so nothing needs to reach the disk.
SETTINGS = ["fsync=off", "max_connections=300", "listen_addresses="]


def programs() -> Path:
    """The folder with initdb and postgres: where Debian keeps them (the newest version), or on PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    found = folders[-1] if folders else shutil.which("initdb")
    if found is None:
        raise SystemExit("There is no PostgreSQL here: apt-get install postgresql.")
    return Path(found).parent


@contextmanager
def server() -> Iterator[str]:
    """A running PostgreSQL; yields the address of its first database."""
    folder = Path(tempfile.mkdtemp(prefix="sw-pg-", dir="/tmp"))
    other_user = "postgres" if os.geteuid() == 0 else None
    if other_user:
        shutil.chown(folder, other_user)
    initdb = [f"{programs()}/initdb", "--pgdata", f"{folder}/data", "--auth", "trust", "--username", SUPERUSER]
    try:
        subprocess.run(
            [*initdb, "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
            cwd=folder,
            user=other_user,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        options = [word for setting in [*SETTINGS, f"unix_socket_directories={folder}"] for word in ("-c", setting)]
        with (folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [f"{programs()}/postgres", "-D", f"{folder}/data", *options],
                cwd=folder,
                user=other_user,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=child.die_with_parent,  # noqa: PLW1509 - no threads yet
            )
        try:
            wait_until_it_answers(process, folder)
            yield f"postgres://{SUPERUSER}@/postgres?host={folder}"
        finally:
            process.send_signal(signal.SIGINT)  # its own word for "disconnect everybody and stop"
            process.wait(timeout=60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_it_answers(process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    asked = [f"{programs()}/pg_isready", "--quiet", "--host", str(folder)]
    while subprocess.run(asked, check=False).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit((folder / "log").read_text())
        time.sleep(0.1)


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.postgres", description=__doc__)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with server() as url:
        env = {**os.environ, "SPENDWISE_TEST_DATABASE_URL": url}
        env.pop("DJANGO_SETTINGS_MODULE", None)  # set by importing spendwise_project; conftest.py wants none
        status = subprocess.run(options.command, env=env, check=False).returncode
    sys.exit(status)


if __name__ == "__main__":
    main()

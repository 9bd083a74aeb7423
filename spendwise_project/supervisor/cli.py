"""`python -m spendwise_project.supervisor [--port N] [--data-dir DIR] [--only web,worker,beat,redis]`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path

from spendwise_project.envfile import data_dir, ensure_env_file, read_setting, redis_socket
from spendwise_project.supervisor import announce, commands, ports, readiness, redis_source
from spendwise_project.supervisor.child import Child
from spendwise_project.supervisor.locks import AlreadyRunningError, hold_roles
from spendwise_project.supervisor.logs import open_log, say
from spendwise_project.supervisor.supervisor import Supervisor

DEFAULT_PORT = 8000


def main(arguments: list[str] | None = None) -> None:
    options = parsed(arguments)
    if options.data_dir:
        os.environ["SPENDWISE_DATA_DIR"] = str(Path(options.data_dir).expanduser().resolve())
    os.environ["SPENDWISE_DATA_DIR"] = str(data_dir())
    os.umask(0o077)  # statements and secrets are nobody else's on this machine
    ensure_env_file()
    try:
        with contextlib.ExitStack() as stack:
            for lock in hold_roles(data_dir(), options.only):
                stack.enter_context(lock)
            supervisor_for(options).run()
            forget_socket_directory()
    except (AlreadyRunningError, LookupError, PermissionError) as error:
        sys.exit(str(error))


def parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="spendwise_project.supervisor", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="where the web process listens (default 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on; others than loopback want HTTPS")
    parser.add_argument(
        "--data-dir", default="", help="database, media, logs and secrets (default $SPENDWISE_DATA_DIR)"
    )
    parser.add_argument("--only", type=roles, default=list(commands.ROLES), help="roles to run, separated by commas")
    parser.add_argument("--grace", type=float, default=10.0, help="seconds between SIGTERM and SIGKILL when stopping")
    parser.add_argument("--quiet", action="store_true", help="process output goes to the log files only")
    parser.add_argument("--until-eof", action="store_true", help="stop when standard input closes: die with the caller")
    return parser.parse_args(arguments)


def roles(text: str) -> list[str]:
    named = [part.strip() for part in text.split(",") if part.strip()]
    unknown = sorted(set(named) - set(commands.ROLES))
    if unknown or not named:
        raise argparse.ArgumentTypeError(f"roles are {', '.join(commands.ROLES)}; not {', '.join(unknown) or 'none'}")
    return named


def supervisor_for(options: argparse.Namespace) -> Supervisor:
    """Redis first, because everybody asks for it at once; the other children start in the loop."""
    data = data_dir()
    log = open_log("supervisor", data / "logs", is_quiet=options.quiet)
    if "web" in options.only and not ports.is_free(options.port):
        sys.exit(ports.busy_sentence(options.port))
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    argvs = {
        "web": commands.web(options.host, options.port),
        "worker": commands.worker(int(read_setting("SPENDWISE_WORKER_CONCURRENCY", "2"))),
        "beat": commands.beat(data),
    }
    if "redis" in options.only:
        url, argv = redis_plan()
        env["REDIS_URL"] = url
        argvs |= {"redis": argv} if argv else {}
        log.info("Redis: %s", "our own, private socket" if argv else f"the one at {url.rpartition('@')[2]}")
    children = [
        Child(name, argvs[name], env, open_log(name, data / "logs", is_quiet=options.quiet))
        for name in commands.ROLES
        if name in options.only and name in argvs
    ]
    has_web = "web" in options.only
    return Supervisor(
        children=children,
        log=log,
        grace=options.grace,
        is_tied=options.until_eof,
        missing=(lambda: readiness.missing_parts(options.port)) if has_web else list,
        on_ready=(lambda: say(announce.block(options.port, data))) if has_web else (lambda: log.info("running")),
    )


def forget_socket_directory() -> None:
    """The one under /tmp, once our Redis has removed its socket from it."""
    directory = redis_socket().parent
    if directory != data_dir():
        with contextlib.suppress(OSError):  # somebody else's Redis was used, or it still listens
            directory.rmdir()


def redis_plan() -> tuple[str, list[str]]:
    """The URL that everybody uses, and the command for our own server (empty: somebody else's is used)."""
    given = read_setting("REDIS_URL")
    if given and redis_source.answers(given):
        return given, []
    if given:
        say("Nothing answers at REDIS_URL; starting a private Redis instead.")
    socket = redis_socket()
    url = f"unix://{socket}"
    if redis_source.answers(url):
        return url, []
    if socket.parent != data_dir():
        redis_source.ensure_private_directory(socket.parent)
    directory = data_dir() / "redis"
    directory.mkdir(exist_ok=True)
    return url, commands.redis(redis_source.server_binary(), socket, directory)

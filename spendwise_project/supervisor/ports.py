"""Is a TCP port of this machine free? Standard library only: demo.sh asks before anything is installed."""

from __future__ import annotations

import errno
import socket
import sys

LOOPBACK = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))


def is_free(port: int) -> bool:
    """Whether nobody listens on `port` of either loopback address (a browser may take `localhost` for both)."""
    return all(_can_bind(family, host, port) for family, host in LOOPBACK)


def _can_bind(family: int, host: str, port: int) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno == errno.EACCES:
            return False
        return error.errno != errno.EADDRINUSE  # no IPv6 here: nobody can listen there either
    return True


def free_port() -> int:
    """A port that is free now. Another program may take it before it is used."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def busy_sentence(port: int) -> str:
    return f"Port {port} is not free on this machine. Stop what uses it, or choose another: --port {port + 1}"


if __name__ == "__main__" and not is_free(int(sys.argv[1])):
    sys.exit(busy_sentence(int(sys.argv[1])))

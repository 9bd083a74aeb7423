"""One request over one connection: pinned address, verified TLS, no redirect, no proxy, bounded in time and size.

The standard library's own client: it follows nothing, reads no proxy from the environment, and lets the connection go
to an address that was checked.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from advisory.model_client.address import Target
from advisory.model_client.errors import HttpStatusError, ModelError

CHUNK = 16 * 1024
LONGEST_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, between two bytes, and for all of it; bytes of an answer."""

    connect: float
    read: float
    total: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: bytes
    wait: float | None = None

    def raise_for_status(self) -> None:
        """ModelError `redirect` or HttpStatusError unless it is a success."""
        if 300 <= self.status < 400:
            raise ModelError("redirect", "The endpoint sent us elsewhere; that is not followed.")
        if not 200 <= self.status < 300:
            raise HttpStatusError(self.status, self.wait)


class Pinned(http.client.HTTPConnection):
    """Goes to the target's address under the target's name."""

    def __init__(self, target: Target, limits: Limits, tls: ssl.SSLContext | None) -> None:
        super().__init__(target.base.host, target.base.port, timeout=limits.connect)
        self.target, self.limits, self.tls = target, limits, tls
        self.held: socket.socket | None = None
        """Kept here too: with an answer that ends by closing, `sock` is gone while its body is still being read."""

    def connect(self) -> None:
        plain = socket.create_connection((self.target.ip, self.target.base.port), self.limits.connect)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = self.held = plain
        if self.tls is not None:
            name = self.target.base.host
            wrapped = self.tls.wrap_socket(plain, server_hostname=name, do_handshake_on_connect=False)
            self.sock = self.held = wrapped
            wrapped.do_handshake()
        self.sock.settimeout(self.limits.read)

    def cut(self) -> None:
        """End whatever waits on it, from another thread. Not the TLS way, which would wait for the other side."""
        if self.held is not None:
            with _quietly():
                socket.socket.shutdown(self.held, socket.SHUT_RDWR)


@contextmanager
def _quietly() -> Iterator[None]:
    try:
        yield
    except OSError:
        return  # it is closed already


def post(target: Target, path: str, headers: Mapping[str, str], body: bytes, limits: Limits) -> Reply:
    """ModelError `unreachable`, `timed_out`, `too_large` or `broken_answer` where no whole answer came."""
    connection = Pinned(target, limits, ssl.create_default_context() if target.base.is_tls else None)
    late = threading.Event()

    def cut() -> None:
        late.set()
        connection.cut()

    # A server that sends a byte now and then never runs into a socket's time limit.
    watch = threading.Timer(limits.total, cut)
    watch.daemon = True
    watch.start()
    try:
        reply = _exchange(connection, target.base.path + path, headers, body, limits.bytes)
    except ssl.SSLCertVerificationError as error:
        raise ModelError("unreachable", f"The endpoint's certificate is not valid: {error.verify_message}.") from None
    except TimeoutError:
        raise ModelError("timed_out", "The endpoint did not answer in time.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if late.is_set():
            raise ModelError("timed_out", "The endpoint did not answer in time.") from None
        raise ModelError("unreachable", f"The endpoint could not be asked: {type(error).__name__}.") from None
    finally:
        watch.cancel()
        connection.close()
    if late.is_set():  # a cut connection looks like the end of the headers, or of a body without a length
        raise ModelError("timed_out", "The endpoint did not answer in time.")
    return reply


def _exchange(connection: Pinned, path: str, headers: Mapping[str, str], body: bytes, most: int) -> Reply:
    named = {**headers, "Host": connection.target.base.netloc, "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("POST", path, body=body, headers=named)
    answer = connection.getresponse()
    if answer.getheader("Content-Encoding", "identity").lower() != "identity":
        raise ModelError("broken_answer", "The answer is compressed, which was not asked for.")
    pieces, size = [], 0
    while piece := answer.read1(CHUNK):
        size += len(piece)
        if size > most:
            raise ModelError("too_large", f"The answer has more than {most} bytes.")
        pieces.append(piece)
    if answer.length:
        raise ConnectionError("cut off")
    return Reply(answer.status, b"".join(pieces), _wait(answer.getheader("Retry-After", "")))


def _wait(text: str) -> float | None:
    """Seconds, at most ten; a date is not read."""
    return min(float(text), LONGEST_WAIT) if text.isascii() and text.isdigit() and len(text) < 7 else None

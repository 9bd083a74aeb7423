"""Real servers on loopback, each with one fault."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from advisory.model_client.address import Target, parsed
from advisory.model_client.errors import HttpStatusError, ModelError
from advisory.model_client.transport import Limits, post
from advisory.tests.model_server import Say, serving

QUICK = Limits(connect=1, read=0.5, total=1, bytes=10_000)


def code_of(say: Say, limits: Limits = QUICK) -> str:
    with serving(lambda _request: say) as endpoint, pytest.raises(ModelError) as caught:
        post(Target(parsed(endpoint.base_url), "127.0.0.1"), "/chat/completions", {}, b"{}", limits).raise_for_status()
    return caught.value.code


def test_a_request_goes_out_and_its_answer_comes_back() -> None:
    with serving(lambda _request: Say(b"yes")) as endpoint:
        headers = {"Authorization": "Bearer k"}
        reply = post(Target(parsed(endpoint.base_url), "127.0.0.1"), "/chat/completions", headers, b"{}", QUICK)
    assert (reply.status, reply.body) == (200, b"yes")
    assert (endpoint.seen, endpoint.keys, endpoint.paths) == ([b"{}"], ["Bearer k"], ["/v1/chat/completions"])


def test_the_call_goes_to_the_address_that_was_checked_whatever_its_name_means_now() -> None:
    with serving(lambda _request: Say(b"yes")) as endpoint:
        base = parsed(f"http://no-such-name.invalid:{endpoint.port}")
        assert post(Target(base, "127.0.0.1"), "/x", {}, b"{}", QUICK).body == b"yes"


def test_a_redirect_is_not_followed() -> None:
    with serving(lambda _request: Say(b"other")) as other:
        say = Say(status=307, headers={"Location": other.base_url})
        assert code_of(say) == "redirect"
    assert other.seen == []


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_a_refusal_is_told_with_its_status(status: int) -> None:
    with serving(lambda _request: Say(status=status, headers={"Retry-After": "3"})) as endpoint:
        reply = post(Target(parsed(endpoint.base_url), "127.0.0.1"), "/x", {}, b"{}", QUICK)
    with pytest.raises(HttpStatusError) as caught:
        reply.raise_for_status()
    assert (caught.value.status, caught.value.wait) == (status, 3)
    assert caught.value.is_passing == (status in (429, 500, 503))


def test_a_server_that_is_silent_runs_out_of_time() -> None:
    begun = time.monotonic()
    assert code_of(Say(b"late", wait=5)) == "timed_out"
    assert time.monotonic() - begun < 3


def test_a_server_that_drips_runs_out_of_time_though_no_single_byte_is_late() -> None:
    begun = time.monotonic()
    assert code_of(Say(b"x" * 100, drip=0.1)) == "timed_out"
    assert time.monotonic() - begun < 2


def test_a_server_that_drips_into_a_connection_it_means_to_close_runs_out_of_time_too() -> None:
    begun = time.monotonic()
    assert code_of(Say(b"x" * 100, drip=0.1, headers={"Connection": "close"})) == "timed_out"
    assert time.monotonic() - begun < 2


def test_headers_that_drip_run_out_of_time_too() -> None:
    with (
        listening(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200, pause=0.02) as port,
        pytest.raises(ModelError) as caught,
    ):
        post(Target(parsed(f"http://127.0.0.1:{port}"), "127.0.0.1"), "/x", {}, b"{}", QUICK)
    assert caught.value.code in ("timed_out", "unreachable")


def test_a_huge_answer_is_cut_off() -> None:
    assert code_of(Say(b"x" * 50_000)) == "too_large"


def test_an_answer_that_ends_early_is_none() -> None:
    assert code_of(Say(b"half", length=400, headers={"Connection": "close"})) in ("unreachable", "timed_out")


def test_a_compressed_answer_is_not_unpacked() -> None:
    assert code_of(Say(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})) == "broken_answer"


@pytest.mark.parametrize("noise", [b"", b"\x00\xff" * 50, b"HTTP/1.1 abc\r\n\r\n", b"SSH-2.0-OpenSSH\r\n"])
def test_what_is_no_http_is_unreachable(noise: bytes) -> None:
    with listening(noise) as port, pytest.raises(ModelError) as caught:
        post(Target(parsed(f"http://127.0.0.1:{port}"), "127.0.0.1"), "/x", {}, b"{}", QUICK)
    assert caught.value.code == "unreachable"


def test_nobody_there_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ModelError) as caught:
        post(Target(parsed(f"http://127.0.0.1:{port}"), "127.0.0.1"), "/x", {}, b"{}", QUICK)
    assert caught.value.code == "unreachable"


def test_a_certificate_that_nobody_vouches_for_is_refused_and_nothing_is_sent(tmp_path: Path) -> None:
    heard: list[bytes] = []
    with tls_listening(tmp_path, heard) as port, pytest.raises(ModelError) as caught:
        post(Target(parsed(f"https://llm.example.org:{port}"), "127.0.0.1"), "/x", {"X": "secret"}, b"{}", QUICK)
    assert caught.value.code == "unreachable"
    assert heard == []


def test_a_known_authority_is_trusted_for_its_own_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []
    with tls_listening(tmp_path, heard) as port:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        named = Target(parsed(f"https://llm.example.org:{port}"), "127.0.0.1")
        assert post(named, "/x", {}, b"{}", QUICK).body == b"yes"
        with pytest.raises(ModelError):
            post(Target(parsed(f"https://other.example.org:{port}"), "127.0.0.1"), "/x", {}, b"{}", QUICK)
    assert len(heard) == 1


@contextmanager
def listening(answer: bytes, pause: float = 0) -> Iterator[int]:
    """A port that answers anybody with these bytes and hangs up."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            with server.accept()[0] as peer:
                peer.recv(4096)
                for piece in answer.splitlines(keepends=True) if pause else [answer]:
                    peer.sendall(piece)
                    time.sleep(pause)
        except OSError:
            return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server.getsockname()[1]
    finally:
        server.close()
        thread.join(5)


@contextmanager
def tls_listening(folder: Path, heard: list[bytes]) -> Iterator[int]:
    """The same over TLS with a certificate of its own for llm.example.org."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate(folder)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                plain = server.accept()[0]
            except OSError:
                return
            try:
                with context.wrap_socket(plain, server_side=True) as peer:
                    heard.append(whole_request(peer))
                    peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes")
            except OSError:
                plain.close()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        server.close()


def whole_request(peer: ssl.SSLSocket) -> bytes:
    """Hanging up on half a request would take the answer along."""
    data = b""
    while not data.endswith(b"\r\n\r\n{}") and (piece := peer.recv(4096)):
        data += piece
    return data


def certificate(folder: Path) -> None:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "llm.example.org")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("llm.example.org")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    held = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(held)

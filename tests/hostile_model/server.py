"""The server: it takes requests down to the byte, picks a behaviour for each, and sends what that answers."""

from __future__ import annotations

import io
import json
import random
import socket
import struct
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from tests.hostile_model.behaviours import BEHAVIOURS, RUNGS, Answer, Scene, as_json, error
from tests.hostile_model.prose import LANGUAGES
from tests.hostile_model.told import facts_told, schema_told

LARGEST_REQUEST = 32 * 1024 * 1024
LEAKS = ("Orsolya Kovacs", "Zimmermann Dental", "DE02120300000000202051")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `raw` is every byte of it as it came; `behaviour` what it was answered with."""

    number: int
    raw: bytes
    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    behaviour: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class HostileModel:
    """A context manager; see the package. `patience` bounds every answer in seconds, `accepts` is the rungs of
    json_schema, json_object, tool and text that are not refused with 400."""

    def __init__(
        self,
        *,
        seed: int = 0,
        script: Sequence[str] = (),
        behaviours: Iterable[str] = tuple(BEHAVIOURS),
        accepts: Sequence[str] = RUNGS,
        leaks: Sequence[str] = LEAKS,
        lang: str = "",
        patience: float = 30.0,
    ) -> None:
        self.seed, self.script, self.lang, self.patience = seed, tuple(script), lang, patience
        self.behaviours, self.accepts, self.leaks = sorted(behaviours), tuple(accepts), tuple(leaks)
        if unknown := {*self.script, *self.behaviours} - {*BEHAVIOURS}:
            raise ValueError(f"No such behaviour: {', '.join(sorted(unknown))}")
        self.requests: list[Asked] = []
        self.strayed: list[Asked] = []
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(self, is_elsewhere=False)
        self._elsewhere = _Server(self, is_elsewhere=True)

    def __enter__(self) -> HostileModel:
        for server in (self._server, self._elsewhere):
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        for server in (self._server, self._elsewhere):
            server.shutdown()
            server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def elsewhere(self) -> str:
        """Another host by name and port; who asks there has followed a redirection."""
        return f"http://localhost:{self._elsewhere.server_port}/v1/chat/completions"

    @property
    def sent(self) -> bytes:
        """Every byte that reached the model, or who it redirected to, so far."""
        return b"".join(asked.raw for asked in [*self.requests, *self.strayed])

    def behaviour_of(self, number: int) -> str:
        """What the request of that number, from 0, is answered with."""
        if self.script:
            return self.script[number % len(self.script)]
        return random.Random(f"{self.seed} {number}").choice(self.behaviours)

    def take(self, handler: _Handler, body: bytes) -> Asked:
        """Write a request down and say what it is answered with. Only questions to the model are numbered."""
        is_elsewhere, is_question = handler.server.is_elsewhere, handler.path.endswith("/chat/completions")
        headers = tuple(handler.headers.items())
        with self._lock:
            number = sum(asked.path.endswith("/chat/completions") for asked in self.requests)
            behaviour = self.behaviour_of(number) if is_question and not is_elsewhere else ""
            asked = Asked(number, handler.read_raw(), handler.command, handler.path, headers, body, behaviour)
            (self.strayed if is_elsewhere else self.requests).append(asked)
        return asked

    def answer(self, asked: Asked) -> Answer:
        if not asked.behaviour:
            return self._answer_beside(asked)
        try:
            wanted = asked.json
        except (ValueError, RecursionError):
            wanted = None
        if not isinstance(wanted, dict):
            return error(400, "We could not parse the JSON body of your request.")
        try:
            return self._answer_question(asked, wanted)
        except (AttributeError, IndexError, KeyError, TypeError) as wrong:
            return error(400, f"Invalid parameter: {wrong}.")

    def _answer_question(self, asked: Asked, wanted: dict[str, Any]) -> Answer:
        rung = schema_told(wanted)[0]
        if rung not in self.accepts:
            return error(400, f"Unsupported: {rung}.")
        rng = random.Random(f"{self.seed} {asked.number} answer")
        lang = self.lang or rng.choice(LANGUAGES)
        return BEHAVIOURS[asked.behaviour](Scene(wanted, facts_told(asked.body), lang, self.leaks, self.elsewhere, rng))

    def _answer_beside(self, asked: Asked) -> Answer:
        if asked.method == "GET" and asked.path.endswith("/models"):
            return as_json({"object": "list", "data": [{"id": "hostile", "object": "model", "owned_by": "nobody"}]})
        return error(404, f"Unknown request URL: {asked.method} {asked.path}.")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, model: HostileModel, *, is_elsewhere: bool) -> None:
        self.model, self.is_elsewhere = model, is_elsewhere
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what the tests are about: nothing to print."""


class _Recorder(io.BufferedIOBase):
    """A reader that keeps what is read."""

    def __init__(self, source: io.BufferedIOBase) -> None:
        self.source = source
        self.kept = bytearray()

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        return self._keep(self.source.read(size))

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._keep(self.source.readline(-1 if size is None else size))

    def close(self) -> None:
        self.source.close()
        super().close()

    def _keep(self, data: bytes) -> bytes:
        self.kept += data
        return data


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.recorder = self.rfile = _Recorder(self.rfile)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is http.server's
        pass

    def do_POST(self) -> None:
        model = self.server.model
        answer = model.answer(model.take(self, self._body()))
        if answer.is_stalled:
            model.closing.wait(model.patience)
        if answer.is_reset:
            return self._reset()
        return self._send(answer)

    do_GET = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_POST  # noqa: N815 - http.server's names

    def read_raw(self) -> bytes:
        """What came since the last request of this connection."""
        raw = bytes(self.recorder.kept)
        self.recorder.kept.clear()
        return raw

    def _body(self) -> bytes:
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return self._chunks()
        return self.rfile.read(min(int(self.headers.get("Content-Length", 0)), LARGEST_REQUEST))

    def _chunks(self) -> bytes:
        body = b""
        while size := int(self.rfile.readline(100).split(b";")[0] or b"0", 16):
            body += self.rfile.read(min(size, LARGEST_REQUEST - len(body)))
            self.rfile.readline(10)
        self.rfile.readline(10)
        return body

    def _reset(self) -> None:
        """Close with RST instead of FIN: the kernel drops what is unsent."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.length is None:
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(answer.length))
        self.end_headers()
        sent = self._send_blocks(answer)
        self.close_connection = self.close_connection or sent != answer.length

    def _send_blocks(self, answer: Answer) -> int:
        """Until the body, the client, the patience or the server ends; answers how many bytes went."""
        model, sent, end = self.server.model, 0, time.monotonic() + self.server.model.patience
        for block in answer.blocks():
            if model.closing.is_set() or time.monotonic() > end:
                break
            self.wfile.write(block)
            sent += len(block)
            if answer.pause:
                model.closing.wait(answer.pause)
        return sent

"""An endpoint on loopback that answers as a test wants it to, and keeps every byte that it was sent."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True)
class Say:
    """What goes back. `drip`: seconds between two bytes; `length`: a Content-Length that need not be true."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0
    drip: float = 0
    length: int | None = None


Behave = Callable[[Json], Say]


class Endpoint:
    """`behave` is asked for every request; `seen` holds the bodies and `keys` the Authorization headers."""

    def __init__(self, behave: Behave) -> None:
        self.behave = behave
        self.seen: list[bytes] = []
        self.keys: list[str] = []
        self.paths: list[str] = []
        self.done = threading.Event()
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self.http.daemon_threads = True

    @property
    def port(self) -> int:
        return int(self.http.server_address[1])

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def requests(self) -> list[Json]:
        return [json.loads(body) for body in self.seen]

    @property
    def words(self) -> list[Json]:
        """The requests that were for words, not to find out how to ask."""
        return [one for one in self.requests if len(one["messages"]) > 1]


def handler_of(endpoint: Endpoint) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            endpoint.seen.append(body)
            endpoint.keys.append(self.headers.get("Authorization", ""))
            endpoint.paths.append(self.path)
            say = endpoint.behave(json.loads(body))
            endpoint.done.wait(say.wait)
            self.send_response(say.status)
            for name, value in say.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(say.body) if say.length is None else say.length))
            self.end_headers()
            self._send(say)

        def _send(self, say: Say) -> None:
            try:
                if not say.drip:
                    self.wfile.write(say.body)
                    return
                for byte in say.body:
                    self.wfile.write(bytes([byte]))
                    if endpoint.done.wait(say.drip):
                        return
            except OSError:
                return  # the other side has had enough

        def log_message(self, *_args: object) -> None:
            """Nothing: the test reads what was seen."""

    return Handler


@contextmanager
def serving(behave: Behave) -> Iterator[Endpoint]:
    endpoint = Endpoint(behave)
    thread = threading.Thread(target=endpoint.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        endpoint.done.set()
        endpoint.http.shutdown()
        endpoint.http.server_close()
        thread.join()


def chat(content: str | None, **message: Any) -> bytes:
    """An answer of the chat interface with this content."""
    whole = {
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content, **message}}],
        "usage": {"prompt_tokens": 120, "completion_tokens": 30},
    }
    return json.dumps(whole).encode()


def sentences(*said: str) -> Say:
    return Say(chat(json.dumps({"sentences": list(said)})))


def is_probe(request: Json) -> bool:
    return len(request["messages"]) == 1


def told(request: Json) -> Json:
    found: Json = json.loads(request["messages"][1]["content"])
    return found


def honest(request: Json) -> Say:
    """Says the plain version again."""
    return sentences("All is well.") if is_probe(request) else sentences(*told(request)["plain_version"])


def lying(request: Json) -> Say:
    """Writes a figure of its own into the first sentence."""
    if is_probe(request):
        return sentences("All is well.")
    plain = told(request)["plain_version"]
    return sentences(f"You saved 4711 euros. {plain[0]}", *plain[1:])


def after(seconds: float, behave: Behave) -> Behave:
    def late(request: Json) -> Say:
        time.sleep(seconds)
        return behave(request)

    return late

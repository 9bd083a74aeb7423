"""A SpendWise client in the standard library: enough to sign in, send a file and ask for a report."""

from __future__ import annotations

import http.client
import json
import secrets
from dataclasses import dataclass, field
from typing import Any


class RefusedError(Exception):
    """The server answered with an error; the text holds its sentence."""


@dataclass(slots=True)
class Client:
    """Talks to one server on this machine as one user."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)

    def sign_in(self, email: str, password: str) -> None:
        token = self.post("/api/auth/token/", {"email": email, "password": password})["access"]
        self.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str) -> Any:
        return self.send("GET", path)

    def post(self, path: str, body: dict[str, Any]) -> Any:
        return self.send("POST", path, json.dumps(body).encode(), "application/json")

    def upload(self, path: str, name: str, content: bytes, **fields: str) -> Any:
        """One file with form fields beside it."""
        mark = secrets.token_hex(16)
        parts = [f'name="{key}"\r\n\r\n{value}'.encode() for key, value in fields.items()]
        parts.append(f'name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'.encode() + content)
        body = b"".join(
            b"--" + mark.encode() + b"\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts
        )
        return self.send("POST", path, body + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}")

    def send(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> Any:
        """The decoded JSON answer; RefusedError for anything but a 2xx."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            headers = {**self.headers, **({"Content-Type": kind} if kind else {})}
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        if answer.status >= 300:
            raise RefusedError(f"{method} {path} answered {answer.status}: {content[:500].decode(errors='replace')}")
        return json.loads(content) if content else None

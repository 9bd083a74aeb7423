"""Somebody new at a running server, over HTTP and nothing else: what the benchmarks of whole imports see through."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import httpx

PATIENCE = 300.0  # seconds that a queued import may take
UNDER_WAY = {"queued", "running"}
COMMIT = {"commit": "true", "accept_assumed": "true"}  # also where a question is open


class ServerFaultError(Exception):
    """The server answered 5xx or something that is not its JSON."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: status and decoded body."""

    status: int
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Totals:
    """What the ledger holds. `net` is by currency, as the summary says it."""

    count: int
    net: dict[str, Decimal] = field(default_factory=dict)


@dataclass(slots=True)
class Visitor:
    """A registered user. Every 5xx raises, wherever it comes from."""

    http: httpx.Client

    def call(self, method: str, path: str, **request: Any) -> Answer:
        answer = self.http.request(method, path, **request)
        if answer.status_code >= 500:
            raise ServerFaultError(f"{method} {path}: {answer.status_code} {answer.text[:300]}")
        try:
            body = answer.json() if answer.content else {}
        except ValueError:
            raise ServerFaultError(f"{method} {path}: {answer.status_code}, not JSON: {answer.text[:300]}") from None
        return Answer(answer.status_code, body)

    def get(self, path: str) -> dict[str, Any]:
        answer = self.call("GET", path)
        if answer.status != 200:
            raise ServerFaultError(f"GET {path}: {answer.status} {answer.body}")
        return answer.body

    def upload(self, name: str, content: bytes, **fields: str) -> Answer:
        """Send a statement; a queued one is waited for and answers as it ended, with the status it would have had."""
        answer = self.call("POST", "/api/imports/", files={"file": (name, content)}, data=fields)
        deadline = time.monotonic() + PATIENCE
        body = answer.body
        while answer.status == 202 and body["status"] in UNDER_WAY:
            if time.monotonic() > deadline:
                raise ServerFaultError(f"the import is {body['status']} after {PATIENCE:.0f} s")
            time.sleep(0.2)
            body = self.get(f"/api/imports/{body['id']}/")
        return answer if answer.status != 202 else Answer(400 if body["status"] == "failed" else 201, body)

    def totals(self) -> Totals:
        summary = self.get("/api/summary/")
        return Totals(summary["count"], {row["currency"]: Decimal(row["net"]) for row in summary["by_currency"]})

    def rows(self, path: str) -> Iterator[dict[str, Any]]:
        """Every row of a list, page by page."""
        page = self.get(f"{path}?page_size=200")
        yield from page["results"]
        while page["next"]:
            page = self.get(page["next"])
            yield from page["results"]


def new_visitor(url: str) -> Visitor:
    """Register and sign in."""
    visitor = Visitor(httpx.Client(base_url=url, timeout=120))
    email, password = f"{secrets.token_hex(8)}@example.org", secrets.token_urlsafe(16)
    made = visitor.call(
        "POST", "/api/auth/register/", json={"email": email, "password": password, "display_name": "Visitor"}
    )
    token = visitor.call("POST", "/api/auth/token/", json={"email": email, "password": password})
    if made.status != 201 or token.status != 200:
        raise ServerFaultError(f"cannot register: {made} {token} (start the server with SPENDWISE_THROTTLES=off)")
    visitor.http.headers["Authorization"] = f"Bearer {token.body['access']}"
    return visitor

"""People who use a running SpendWise over HTTP."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import Any

import httpx

ENDED = {"succeeded", "failed", "cancelled"}


@dataclass(slots=True)
class Person:
    """One signed-in user. Methods assert the expected status and return the decoded answer."""

    http: httpx.Client
    email: str
    password: str

    def sign_in(self) -> dict[str, str]:
        answer = self.http.post("/api/auth/token/", json={"email": self.email, "password": self.password})
        assert answer.status_code == 200, answer.text
        tokens: dict[str, str] = answer.json()
        self.http.headers["Authorization"] = f"Bearer {tokens['access']}"
        return tokens

    def get(self, path: str, status: int = 200) -> Any:
        return self._decoded(self.http.get(path), status)

    def post(self, path: str, body: dict[str, Any], *statuses: int) -> Any:
        return self._decoded(self.http.post(path, json=body), *(statuses or (200, 201, 202)))

    def import_file(self, name: str, content: bytes, **fields: str) -> Any:
        """Import and commit a statement, waiting for the job where the server made one."""
        answer = self.http.post("/api/imports/", files={"file": (name, content)}, data={"commit": "true", **fields})
        return self.wait_for_import(self._decoded(answer, 200, 201, 202))

    def wait_for_import(self, done: Any, seconds: float = 60.0) -> Any:
        """The import as it ended."""
        deadline = time.monotonic() + seconds
        while done["status"] in {"queued", "running"}:
            assert time.monotonic() < deadline, done
            time.sleep(0.2)
            done = self.get(f"/api/imports/{done['id']}/")
        return done

    def make_report(self, month: str, seconds: float = 60.0) -> Any:
        """Ask for a month's report and wait until it has ended."""
        return self.wait_for_report(self.post("/api/reports/", {"month": month}), seconds)

    def wait_for_report(self, report: Any, seconds: float = 60.0) -> Any:
        deadline = time.monotonic() + seconds
        while report["status"] not in ENDED:
            assert time.monotonic() < deadline, report
            time.sleep(0.2)
            report = self.get(f"/api/reports/{report['id']}/")
        return report

    def file(self, path: str, status: int = 200) -> bytes:
        answer = self.http.get(path)
        assert answer.status_code == status, answer.text[:500]
        return answer.content

    def _decoded(self, answer: httpx.Response, *statuses: int) -> Any:
        assert answer.status_code in statuses, f"{answer.status_code} {answer.text[:1000]}"
        return answer.json() if answer.content else None


def new_person(url: str, name: str = "Alice") -> Person:
    """Register somebody new and sign in."""
    email = f"{name.lower()}-{secrets.token_hex(4)}@example.org"
    person = Person(httpx.Client(base_url=url, timeout=30), email, f"{secrets.token_hex(8)}-Pw")
    person.post("/api/auth/register/", {"email": email, "password": person.password, "display_name": name}, 201)
    person.sign_in()
    return person

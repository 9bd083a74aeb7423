"""Read by Schemathesis in benchmarks.contract: who is asking, and what is not asked."""

from __future__ import annotations

import os
from typing import Any

import httpx
import schemathesis

from scripts.demo import DEMO_EMAIL, DEMO_PASSWORD

http = httpx.Client(base_url=os.environ["SPENDWISE_URL"], timeout=60)


@schemathesis.auth(refresh_interval=1800)
class SignedIn:
    """The demo user by a browser that has signed in before: the run itself tries passwords that are wrong, and what
    waits it earns by that are not this browser's. A sign-in that the run has ended (401) is made anew."""

    def get(self, case: Any, context: Any) -> str:
        answer = http.post("/api/auth/token/", json={"email": DEMO_EMAIL, "password": DEMO_PASSWORD})
        answer.raise_for_status()
        token: str = answer.json()["access"]
        return token

    def set(self, case: Any, data: str, context: Any) -> None:
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}

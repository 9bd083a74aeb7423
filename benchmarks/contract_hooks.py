"""Read by Schemathesis in benchmarks.contract: who is asking, and two headers that would hide everything else."""

from __future__ import annotations

import os
import secrets
from typing import Any

import httpx
import schemathesis
from schemathesis.core.parameters import ParameterLocation

from scripts.demo import DEMO_EMAIL, DEMO_PASSWORD

http = httpx.Client(base_url=os.environ["SPENDWISE_URL"], timeout=60)
KEEP_EVERY = 8


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


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """A key that was used before is answered by 422, and a made-up tag by 412, whatever else is sent: seven of eight
    requests get a key of their own and no tag, unless the header is what is wrong with them."""
    if not case.headers or (case.meta is not None and case.meta.is_negative_at(ParameterLocation.HEADER)):
        return
    if "Idempotency-Key" in case.headers and secrets.randbelow(KEEP_EVERY):
        case.headers["Idempotency-Key"] = secrets.token_hex(8)
    if "If-Match" in case.headers and secrets.randbelow(KEEP_EVERY):
        del case.headers["If-Match"]

"""The day it is for the server."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    return datetime.now(tz=UTC).date()

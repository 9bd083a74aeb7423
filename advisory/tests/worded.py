"""Reports with a model behind them: an endpoint on loopback that the operator has set, and a user who wants it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pytest_django import Settings

from accounts.models import User
from advisory.model_client import chat
from advisory.services.model_settings import setting_change
from advisory.tests.model_server import Behave, Endpoint, serving

KEY = "sk-of-the-operator"
MODEL = "made-up-2026-01"


@contextmanager
def model_of(settings: Settings, behave: Behave, owner: User, level: int = 1) -> Iterator[Endpoint]:
    with serving(behave) as endpoint:
        settings.MODEL_BASE_URL = endpoint.base_url
        settings.MODEL_NAME, settings.MODEL_API_KEY = MODEL, KEY
        settings.MODEL_ALLOWED_HOSTS = [f"127.0.0.1:{endpoint.port}"]
        setting_change(owner=owner, given={"is_enabled": True, "privacy_level": level})
        yield endpoint


def rung_of(request: dict[str, Any]) -> chat.Rung:
    """By which rung a request asks."""
    if "tools" in request:
        return "tool"
    kind = request.get("response_format", {}).get("type", "text")
    return next(rung for rung in chat.RUNGS if rung == kind)

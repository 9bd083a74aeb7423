"""Leaving an endpoint alone that fails again and again: opened after some failures in a row, tried by one caller later.

The state is a row, so that all workers share it; who may try is decided by a conditional UPDATE.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from advisory.model_client.errors import ModelError
from advisory.models import ModelState


def state_of(key: str) -> ModelState:
    return ModelState.objects.get_or_create(key=key)[0]


def breaker_pass(key: str) -> None:
    """ModelError `circuit_open` while the endpoint is left alone. When that time is over, one caller is let through and
    the others wait for what comes of it."""
    now = timezone.now()
    state = state_of(key)
    if state.open_until is None:
        return
    half_open = ModelState.objects.filter(key=key, open_until__lte=now)
    if not half_open.update(open_until=now + timedelta(seconds=settings.MODEL_BREAKER_SECONDS)):
        raise ModelError("circuit_open", "The endpoint has failed several times and is left alone for a while.")


def breaker_went_well(key: str) -> None:
    ModelState.objects.filter(key=key).update(failures=0, open_until=None)


def breaker_failed(key: str) -> None:
    rows = ModelState.objects.filter(key=key)
    rows.update(failures=F("failures") + 1)
    until = timezone.now() + timedelta(seconds=settings.MODEL_BREAKER_SECONDS)
    rows.filter(failures__gte=settings.MODEL_BREAKER_FAILURES).update(open_until=until)


def rung_set(key: str, rung: str) -> None:
    """How this endpoint is asked from now on; empty: it is to be tried anew."""
    ModelState.objects.filter(key=key).update(rung=rung)

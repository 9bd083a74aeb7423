"""The live stream of one's own jobs: server-sent events, read from the durable event table.

Redis only says "look now"; with Redis away the stream looks every second. Read it with fetch and a Bearer header:
no token ever stands in an address.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import redis.asyncio as aioredis
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import close_old_connections
from django.http import StreamingHttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from redis.exceptions import RedisError
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.people import owner_of
from accounts.errors import DomainError
from accounts.models import User
from accounts.tokens import BearerAuthentication
from transactions import live
from transactions.api.jobs import JobEventSerializer, JobSerializer
from transactions.models import JobEvent
from transactions.selectors.jobs import job_event_newest, job_events_after

POLL_SECONDS = 1.0
PING_SECONDS = 15.0
LONGEST_SECONDS = 900.0
# Each event of the stream; `data` is JSON with `event` and `job`, and empty in a `ping`.
EVENT = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("id", "event", "data")},
    "required": ["event", "data"],
}


class EventStreamRenderer(BaseRenderer):
    """Lets `Accept: text/event-stream` through content negotiation; refusals are still JSON text."""

    media_type = "text/event-stream"
    format = "events"
    charset = "utf-8"

    def render(self, data: Any, *_: Any, **__: Any) -> bytes:
        return json.dumps(data).encode()


class TelemetryStreamView(APIView):
    """Follow your own jobs live. Resumes after the header `Last-Event-ID` or `?after=`."""

    renderer_classes = [JSONRenderer, EventStreamRenderer]

    @extend_schema(
        parameters=[
            OpenApiParameter("after", str, description="Only events with a higher id; by default, from now on.")
        ],
        responses={(200, "text/event-stream"): OpenApiResponse(EVENT)},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        owner = owner_of(request)
        stream = events(request, owner, start_of(request, owner))
        return StreamingHttpResponse(
            stream,
            content_type="text/event-stream; charset=utf-8",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    def handle_exception(self, exc: Exception) -> Response:
        """A refusal is JSON, also to a client that accepts nothing but events."""
        refusal = super().handle_exception(exc)
        refusal.content_type = "application/json"
        return refusal


def start_of(request: Request, owner: User) -> int:
    asked = request.headers.get("Last-Event-ID") or request.query_params.get("after", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else job_event_newest(owner)


async def events(request: Request, owner: User, after: int) -> AsyncIterator[bytes]:
    """Frames until the sign-in ends, the client leaves, or LONGEST_SECONDS have passed (clients reconnect)."""
    yield b"retry: 2000\n\n"
    began = pinged = time.monotonic()
    async with Bell(owner.pk) as bell:
        while time.monotonic() - began < LONGEST_SECONDS:
            found = await sync_to_async(frames_after)(owner, after)
            for event_id, frame in found:
                after = event_id
                yield frame
            if time.monotonic() - pinged > PING_SECONDS:
                pinged = time.monotonic()
                if not await sync_to_async(is_still_signed_in)(request):
                    return
                yield b"event: ping\ndata: {}\n\n"
            if not found:
                await bell.wait(POLL_SECONDS)


def frames_after(owner: User, after: int) -> list[tuple[int, bytes]]:
    try:
        return [(event.pk, frame_of(event)) for event in job_events_after(owner, after)]
    finally:
        close_old_connections()


def frame_of(event: JobEvent) -> bytes:
    data = {"event": JobEventSerializer(event).data, "job": JobSerializer(event.job).data}
    return f"id: {event.pk}\nevent: job\ndata: {json.dumps(data)}\n\n".encode()


def is_still_signed_in(request: Request) -> bool:
    try:
        return BearerAuthentication().authenticate(request) is not None
    except (AuthenticationFailed, DomainError):
        return False
    finally:
        close_old_connections()


class Bell:
    """Waits for a ping from Redis, or just waits when Redis is away."""

    def __init__(self, owner_id: int) -> None:
        self.channel = live.channel(owner_id)
        # Both limits: a Redis that takes the connection and then says nothing must not hold up the stream.
        self.client = aioredis.Redis.from_url(settings.STATE_REDIS_URL, socket_connect_timeout=1, socket_timeout=2)
        self.pubsub = self.client.pubsub()

    async def __aenter__(self) -> Bell:
        with contextlib.suppress(RedisError, OSError):
            await self.pubsub.subscribe(self.channel)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.pubsub.aclose()  # type: ignore[no-untyped-call]  # redis-py leaves it unannotated
        await self.client.aclose()

    async def wait(self, seconds: float) -> None:
        """Return at the next ping or after `seconds`, whichever is first."""
        give_up = time.monotonic() + seconds
        while (left := give_up - time.monotonic()) > 0:
            try:
                message = await self.pubsub.get_message(ignore_subscribe_messages=True, timeout=left)
            except (RedisError, OSError, RuntimeError):
                await asyncio.sleep(left)
                return
            if message is not None:
                return

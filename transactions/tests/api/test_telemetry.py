"""The event stream: resumes, pings, ends with the sign-in, and does without Redis."""

from __future__ import annotations

import asyncio
import contextlib
import json
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from pytest_django import Settings
from rest_framework.request import Request
from rest_framework.test import APIClient, APIRequestFactory

from accounts.models import SignIn, User
from accounts.services.sign_ins import sign_in
from transactions.api import telemetry
from transactions.api.telemetry import Bell, events, is_still_signed_in, start_of
from transactions.models import Job, JobEvent
from transactions.services.job_events import job_event_add

pytestmark = pytest.mark.django_db(transaction=True)
Api = Callable[[User | None], APIClient]
PASSWORD = "correct-horse-battery"


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice@example.org", PASSWORD)


@pytest.fixture
def job(alice: User) -> Job:
    return Job.objects.create(owner=alice, kind="x", key="work")


def request_of(user: User, **headers: str) -> Request:
    pair = sign_in(email=user.email, password=PASSWORD)
    return Request(APIRequestFactory().get("/", headers={"Authorization": f"Bearer {pair.access}", **headers}))


def happened(job: Job, *kinds: JobEvent.Kind) -> list[int]:
    for kind in kinds:
        job_event_add(job, kind, note="é\n\ndata: {}")
    return list(JobEvent.objects.filter(job=job).order_by("pk").values_list("pk", flat=True))


async def read(stream: AsyncIterator[bytes], count: int) -> list[dict[str, str]]:
    """The next `count` frames as {field: value}; fewer when the stream ends."""
    frames: list[dict[str, str]] = []
    while len(frames) < count:
        try:
            frame = await asyncio.wait_for(anext(stream), timeout=20)
        except StopAsyncIteration:
            break
        assert frame.endswith(b"\n\n")
        assert frame.count(b"\n\n") == 1, "a blank line inside would end the frame"
        frames.append(dict(line.split(": ", 1) for line in frame.decode().strip().split("\n")))
    return frames


def followed(request: Request, owner: User, after: int, count: int) -> list[dict[str, str]]:
    async def follow() -> list[dict[str, str]]:
        stream = events(request, owner, after)
        try:
            return await read(stream, count)
        finally:
            await stream.aclose()  # type: ignore[attr-defined]  # a generator, annotated as what its readers need

    return asyncio.run(follow())


def ids(frames: list[dict[str, str]]) -> list[int]:
    return [int(frame["id"]) for frame in frames if frame.get("event") == "job"]


def test_events_come_with_their_job_after_the_id_asked_for(alice: User, job: Job) -> None:
    made = happened(job, JobEvent.Kind.ENQUEUED, JobEvent.Kind.CLAIMED, JobEvent.Kind.FINISHED)
    frames = followed(request_of(alice), alice, made[0], 3)
    assert frames[0] == {"retry": "2000"}
    assert ids(frames) == made[1:]
    data = json.loads(frames[1]["data"])
    assert (data["event"]["kind"], data["job"]["key"], data["event"]["detail"]) == (
        "claimed",
        "work",
        {"note": "é\n\ndata: {}"},
    )
    assert "events" not in data["job"]


def test_more_events_than_one_look_takes_all_come_once_and_in_order(alice: User, job: Job) -> None:
    made = happened(job, *[JobEvent.Kind.PROGRESS] * 230)
    assert ids(followed(request_of(alice), alice, 0, 231)) == made


def test_others_events_do_not_come(alice: User, bob: User, job: Job) -> None:
    his = Job.objects.create(owner=bob, kind="x", key="his")
    happened(his, JobEvent.Kind.ENQUEUED)
    mine = happened(job, JobEvent.Kind.ENQUEUED)
    assert ids(followed(request_of(alice), alice, 0, 2)) == mine


@pytest.mark.parametrize(
    ("header", "query", "start"),
    [
        ("3", "", 3),
        ("", "4", 4),
        ("3", "4", 3),
        ("", "", 1),
        ("-1", "", 1),
        ("x", "", 1),
        ("9" * 30, "", 1),
        ("٣", "", 1),
    ],
)
def test_it_starts_where_it_was_told_or_at_now(alice: User, job: Job, header: str, query: str, start: int) -> None:
    (newest,) = happened(job, JobEvent.Kind.ENQUEUED)
    made = APIRequestFactory().get("/", {"after": query} if query else {})
    made.META["HTTP_LAST_EVENT_ID"] = header
    assert start_of(Request(made), alice) == (newest if start == 1 else start)


def test_a_bell_wakes_it_at_once(alice: User, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telemetry, "POLL_SECONDS", 600.0)

    async def follow() -> list[dict[str, str]]:
        stream = events(await sync_to_async(request_of)(alice), alice, 0)
        first = await read(stream, 1)
        waiting = asyncio.create_task(read(stream, 1))
        while not (await sync_to_async(listeners)(alice)):
            await asyncio.sleep(0.02)
        await sync_to_async(happened)(job, JobEvent.Kind.ENQUEUED)
        return first + await waiting

    assert len(ids(asyncio.run(follow()))) == 1


def listeners(owner: User) -> int:
    from transactions import live

    name = live.channel(owner.pk)
    return dict(live.client().pubsub_numsub(name))[name.encode()]


def test_it_pings_and_ends_when_the_sign_in_does(alice: User, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telemetry, "PING_SECONDS", 0.0)
    monkeypatch.setattr(telemetry, "POLL_SECONDS", 0.01)
    request = request_of(alice)

    async def follow() -> tuple[list[dict[str, str]], list[dict[str, str]]]:
        stream = events(request, alice, 0)
        alive = await read(stream, 3)
        await SignIn.objects.aupdate(ended_at="2025-03-01T00:00:00Z")
        return alive, await read(stream, 1000)

    alive, after = asyncio.run(follow())
    assert alive[1:] == [{"event": "ping", "data": "{}"}] * 2
    assert len(after) <= 1


@pytest.mark.parametrize("how", ["ended", "inactive", "deleted", "password"])
def test_a_sign_in_is_over_in_every_way_it_can_end(alice: User, how: str) -> None:
    request = request_of(alice)
    assert is_still_signed_in(request)
    if how == "ended":
        SignIn.objects.update(ended_at="2025-03-01T00:00:00Z")
    elif how == "inactive":
        User.objects.update(is_active=False)
    elif how == "password":
        User.objects.update(password="another")
    else:
        alice.delete()
    assert not is_still_signed_in(request)


def test_it_ends_by_itself_so_that_clients_come_again(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telemetry, "LONGEST_SECONDS", 0.0)
    assert followed(request_of(alice), alice, 0, 10) == [{"retry": "2000"}]


def test_without_redis_events_come_all_the_same(
    alice: User, job: Job, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATE_REDIS_URL = "unix:///tmp/there-is-no-redis-here.sock"
    monkeypatch.setattr(telemetry, "POLL_SECONDS", 0.02)

    async def follow() -> list[dict[str, str]]:
        stream = events(await sync_to_async(request_of)(alice), alice, 0)
        first = await read(stream, 1)
        waiting = asyncio.create_task(read(stream, 1))
        await asyncio.sleep(0.1)
        await sync_to_async(happened)(job, JobEvent.Kind.ENQUEUED)
        return first + await waiting

    assert len(ids(asyncio.run(follow()))) == 1


def test_a_redis_that_takes_the_connection_and_says_nothing_holds_nothing_up(
    alice: User, job: Job, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telemetry, "POLL_SECONDS", 0.02)
    made = happened(job, JobEvent.Kind.ENQUEUED)
    request = request_of(alice)

    async def follow(path: Path) -> list[dict[str, str]]:
        async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(ConnectionError):
                await reader.read(-1)
            writer.close()

        async with await asyncio.start_unix_server(say_nothing, path):
            stream = events(request, alice, 0)
            frames = await read(stream, 2)
            await stream.aclose()  # type: ignore[attr-defined]  # as above
            return frames

    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = Path(folder) / "mute.sock"
        settings.STATE_REDIS_URL = f"unix://{path}"
        assert ids(asyncio.run(follow(path))) == made


def test_the_bell_is_let_go_of(alice: User) -> None:
    async def follow() -> int:
        async with Bell(alice.pk) as bell:
            await bell.wait(0.01)
            during = await sync_to_async(listeners)(alice)
        assert during == 1
        for _ in range(100):
            if not await sync_to_async(listeners)(alice):
                return 0
            await asyncio.sleep(0.02)
        return 1

    assert asyncio.run(follow()) == 0


@pytest.mark.parametrize("accept", ["text/event-stream", "*/*", "application/json"])
def test_the_answer_is_a_stream_nobody_keeps(alice: User, api: Api, accept: str) -> None:
    answer: Any = api(alice).get("/api/telemetry/stream/", HTTP_ACCEPT=accept)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/event-stream; charset=utf-8"
    assert (answer["Cache-Control"], answer["X-Accel-Buffering"]) == ("no-store", "no")
    refused = api(None).get("/api/telemetry/stream/", HTTP_ACCEPT=accept)
    assert (refused.status_code, refused.json()["code"]) == (401, "not_authenticated")

"""What the server can do with a request. Each behaviour answers an `Answer`; `server.py` sends it.

Bodies are made as they are sent, so that one that never ends costs no memory; every one of them is bounded by the
server's `patience` in seconds and ends early when the server closes.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tests.hostile_model import prose
from tests.hostile_model.told import Told, schema_told, shaped

HUGE = 20 * 1024 * 1024
BLOCK = 64 * 1024
ODD_ENVELOPES: tuple[object, ...] = (
    [], "ok", 7, {"choices": None}, {"choices": [None]}, {"choices": [{}]}, {"error": None}, {"choices": {"0": {}}},
    {"choices": [{"message": {"content": 5}}]},
)  # fmt: skip
RUNGS = ("json_schema", "json_object", "tool", "text")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a behaviour may use: the request, what it told, and the server's settings."""

    asked: dict[str, Any]
    facts: list[Told]
    lang: str
    leaks: tuple[str, ...]
    elsewhere: str
    rng: random.Random


@dataclass(frozen=True, slots=True)
class Answer:
    """`length` is the length that the head declares; without it the body ends with the connection. `pause` seconds are
    waited after each block; a stalled answer starts only when the server's patience ends; a reset one never does."""

    blocks: Callable[[], Iterator[bytes]]
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    length: int | None = None
    pause: float = 0.0
    is_stalled: bool = False
    is_reset: bool = False


Behaviour = Callable[[Scene], Answer]


def body(data: bytes, **changes: Any) -> Answer:
    return replace(Answer(lambda: iter((data,)), length=len(data)), **changes)


def as_json(value: object, **changes: Any) -> Answer:
    return body(json.dumps(value, ensure_ascii=False).encode(), **changes)


def error(status: int, message: str, headers: dict[str, str] | None = None) -> Answer:
    kind = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
    return as_json({"error": kind}, status=status, headers={"Content-Type": "application/json", **(headers or {})})


def completion(message: dict[str, Any], finish: str = "stop") -> dict[str, Any]:
    return {
        "id": "chatcmpl-hostile", "object": "chat.completion", "created": 0, "model": "hostile",
        "choices": [{"index": 0, "message": {"role": "assistant", **message}, "finish_reason": finish}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }  # fmt: skip


def tool_call(name: str, arguments: str) -> dict[str, Any]:
    call = {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}
    return completion({"content": None, "tool_calls": [call]}, "tool_calls")


def saying(scene: Scene, text: str) -> Answer:
    """A text in the form that was asked for: by schema, as an object, as a tool's arguments, plain, or in a stream."""
    rung, schema = schema_told(scene.asked)
    if rung == "tool":
        name = str(scene.asked["tools"][0].get("function", {}).get("name", ""))
        return as_json(tool_call(name, json.dumps(shaped(schema, text))))
    if rung in ("json_schema", "json_object"):
        text = json.dumps(shaped(schema, text) if schema else {"draft": text}, ensure_ascii=False)
    return streamed(text) if scene.asked.get("stream") else as_json(completion({"content": text}))


def streamed(text: str) -> Answer:
    def events() -> Iterator[bytes]:
        for piece in (text[start : start + 12] for start in range(0, len(text), 12)):
            delta = {"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]}
            yield f"data: {json.dumps(delta)}\n\n".encode()
        yield b'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n'

    return Answer(events, headers={"Content-Type": "text/event-stream"})


def honest(scene: Scene) -> Answer:
    return saying(scene, prose.honest(scene.facts))


def with_honest(text: Callable[[Scene], str]) -> Behaviour:
    """A lie among true sentences."""

    def behave(scene: Scene) -> Answer:
        return saying(scene, f"{prose.honest(scene.facts)} {text(scene)}")

    return behave


def endless(scene: Scene) -> Answer:
    """A message whose text never ends."""

    def blocks() -> Iterator[bytes]:
        yield b'{"choices": [{"index": 0, "message": {"role": "assistant", "content": "'
        while True:
            yield b"more and more " * 512

    return Answer(blocks, pause=0.001)


def huge(scene: Scene) -> Answer:
    """A well-formed answer of twenty megabytes."""
    head, tail = json.dumps(completion({"content": "@"})).encode().split(b"@")

    def blocks() -> Iterator[bytes]:
        yield head
        for _ in range(HUGE // BLOCK):
            yield b"a" * BLOCK
        yield tail

    return Answer(blocks, length=len(head) + HUGE // BLOCK * BLOCK + len(tail))


def drip(scene: Scene) -> Answer:
    """One byte at a time: each read succeeds, the whole never does."""
    data = json.dumps(completion({"content": prose.honest(scene.facts) * 50})).encode()
    return Answer(lambda: (data[place : place + 1] for place in range(len(data))), length=len(data), pause=0.1)


def gzip_bomb(scene: Scene) -> Answer:
    """Small on the wire, twenty megabytes once unpacked, though nobody asked for packing."""
    packed = gzip.compress(json.dumps(completion({"content": "a" * HUGE})).encode(), 9, mtime=0)
    return body(packed, headers={"Content-Type": "application/json", "Content-Encoding": "gzip"})


def deep(scene: Scene) -> Answer:
    return body(b'{"choices": ' + b"[" * 200_000 + b"]" * 200_000 + b"}")


def cut_off(scene: Scene) -> Answer:
    """The connection ends before the declared length."""
    data = json.dumps(completion({"content": prose.honest(scene.facts)})).encode()
    return replace(body(data[: len(data) // 2]), length=len(data))


def redirect(scene: Scene) -> Answer:
    status = scene.rng.choice((301, 302, 307, 308))
    return body(b"", status=status, headers={"Location": scene.elsewhere})


def refuses_schema(scene: Scene) -> Answer:
    if schema_told(scene.asked)[0] == "json_schema":
        return error(
            400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."
        )
    return honest(scene)


def unasked_tool(scene: Scene) -> Answer:
    return as_json(tool_call("transfer_money", json.dumps({"to": "attacker", "amount": prose.DIGITS["en"]})))


def wrong_schema(scene: Scene) -> Answer:
    value = scene.rng.choice(({"answer": 42}, ["no", "object"], {"draft": {"draft": None}}, "text", None, {"draft": 7}))
    return as_json(completion({"content": json.dumps(value)}))


def odd_envelope(scene: Scene) -> Answer:
    """JSON, but no completion."""
    return as_json(scene.rng.choice(ODD_ENVELOPES))


BEHAVIOURS: dict[str, Behaviour] = {
    "honest": honest,
    "digits": with_honest(lambda scene: prose.DIGITS[scene.lang]),
    "spelled": with_honest(lambda scene: prose.SPELLED[scene.lang]),
    "wrong_label": with_honest(lambda scene: prose.mislabelled(scene.facts, scene.lang, scene.rng)),
    "direction": with_honest(lambda scene: prose.flipped(scene.facts, scene.lang)),
    "unknown_id": with_honest(lambda scene: "{{no_such_fact}}"),
    "link": with_honest(lambda scene: scene.rng.choice(prose.LINKS).replace("{0}", prose.placeholder(scene.facts[0]))),
    "leak": with_honest(lambda scene: prose.leaking(scene.leaks, scene.rng)),
    "injection": with_honest(lambda scene: scene.rng.choice(prose.INJECTIONS)),
    "endless": endless,
    "huge": huge,
    "drip": drip,
    "stall": lambda scene: replace(honest(scene), is_stalled=True),
    "gzip_bomb": gzip_bomb,
    "http_500": lambda scene: error(500, "The server had an error while processing your request."),
    "http_503": lambda scene: body(b"upstream connect error", status=503, headers={"Content-Type": "text/plain"}),
    "http_429": lambda scene: error(429, "Rate limit reached.", {"Retry-After": "86400"}),
    "http_404": lambda scene: error(404, "The model does not exist."),
    "http_401": lambda scene: error(401, "Incorrect API key provided."),
    "broken_json": lambda scene: body(b'{"choices": [{"message": {"content": "Spending'),
    "wrong_schema": wrong_schema,
    "odd_envelope": odd_envelope,
    "empty_choices": lambda scene: as_json({"id": "x", "object": "chat.completion", "choices": []}),
    "null_content": lambda scene: as_json(completion({"content": None, "refusal": "I cannot help with that."})),
    "finish_length": lambda scene: as_json(completion({"content": prose.honest(scene.facts)[:10]}, "length")),
    "html": lambda scene: body(b"<!doctype html><title>Sign in</title><p>Welcome to the hotel's network.",
                               headers={"Content-Type": "text/html"}),
    "not_utf8": lambda scene: body(b'{"choices": [{"message": {"role": "assistant", "content": "caf\xe9 \xff\xfe"}}]}'),
    "deep": deep,
    "nothing": lambda scene: body(b""),
    "cut_off": cut_off,
    "redirect": redirect,
    "reset": lambda scene: Answer(lambda: iter(()), is_reset=True),
    "unasked_tool": unasked_tool,
    "refuses_schema": refuses_schema,
}  # fmt: skip

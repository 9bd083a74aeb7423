"""The hostile model does what it is told, the same way each time, and writes down what it was asked to the byte."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import subprocess
import sys
import time
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.hostile_model import BEHAVIOURS, Asked, HostileModel
from tests.hostile_model.told import facts_told, shaped

FACTS = {
    "f1": {"label": "Spending on groceries", "kind": "money", "direction": "up"},
    "f2": {"label": "Income", "kind": "money", "direction": "none"},
}
SCHEMA = {
    "type": "object",
    "properties": {"sentences": {"type": "array", "items": {"$ref": "#/$defs/sentence"}}},
    "$defs": {"sentence": {"type": "object", "properties": {"text": {"type": "string"}, "kind": {"enum": ["fact"]}}}},
}


def question(**changes: Any) -> bytes:
    messages = [{"role": "user", "content": f"Put these facts into words: {json.dumps(FACTS)} Be brief."}]
    return json.dumps({"model": "m", "messages": messages} | changes).encode()


def asked(model: HostileModel, body: bytes | None = None, timeout: float = 10) -> tuple[int, bytes, dict[str, str]]:
    address = urlsplit(model.url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=timeout)
    try:
        connection.request("POST", "/v1/chat/completions", body or question(), {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, response.read(), dict(response.getheaders())
    finally:
        connection.close()


def text_of(answer: bytes) -> str:
    return str(json.loads(answer)["choices"][0]["message"]["content"])


def said(behaviour: str, lang: str = "en", seed: int = 0) -> str:
    with HostileModel(script=[behaviour], lang=lang, seed=seed) as model:
        return text_of(asked(model)[1])


def test_an_honest_answer_says_each_figure_by_its_label() -> None:
    assert said("honest") == "Spending on groceries: {{f1}}. Income: {{f2}}."


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("behaviour", ["digits", "spelled", "wrong_label", "direction"])
def test_a_lie_stands_among_true_sentences_in_the_language_wanted(behaviour: str, lang: str) -> None:
    text = said(behaviour, lang)
    assert text.startswith(said("honest"))
    assert len(text) > len(said("honest")) + 10
    assert text != said(behaviour, "es" if lang == "en" else "en")


def test_a_direction_is_the_other_way_than_the_fact() -> None:
    assert said("direction").endswith("Spending fell sharply to {{f1}}.")


def test_it_leaks_what_it_is_told() -> None:
    with HostileModel(script=["leak"], leaks=["Dr Whistle", "Blue Door Ltd"]) as model:
        text = text_of(asked(model)[1])
    assert "Dr Whistle" in text
    assert "Blue Door Ltd" in text


def test_links_and_injections_differ_by_seed() -> None:
    assert len({said("link", seed=seed) for seed in range(12)}) > 3
    assert len({said("injection", seed=seed) for seed in range(12)}) > 3


def test_the_same_seed_does_the_same() -> None:
    quick = sorted({*BEHAVIOURS} - {"endless", "huge", "drip", "stall", "reset", "cut_off", "redirect"})
    runs = []
    for _ in range(2):
        with HostileModel(seed=5, behaviours=quick) as model:
            runs.append([(*asked(model)[:2], model.requests[-1].behaviour) for _ in range(40)])
    assert runs[0] == runs[1]
    assert len({behaviour for _, _, behaviour in runs[0]}) > 15
    with HostileModel(seed=6, behaviours=quick) as model:
        assert [model.behaviour_of(number) for number in range(40)] != [behaviour for _, _, behaviour in runs[0]]


def test_a_script_is_played_over_and_over() -> None:
    with HostileModel(script=["http_500", "honest"]) as model:
        assert [asked(model)[0] for _ in range(5)] == [500, 200, 500, 200, 500]


def test_a_behaviour_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="polite"):
        HostileModel(script=["polite"])


@pytest.mark.parametrize(
    ("behaviour", "status", "start"),
    [
        ("http_500", 500, b'{"error"'),
        ("http_503", 503, b"upstream"),
        ("http_429", 429, b'{"error"'),
        ("http_404", 404, b'{"error"'),
        ("http_401", 401, b'{"error"'),
        ("html", 200, b"<!doctype"),
        ("nothing", 200, b""),
        ("null_content", 200, b'{"id"'),
        ("unasked_tool", 200, b'{"id"'),
        ("finish_length", 200, b'{"id"'),
        ("empty_choices", 200, b'{"id"'),
    ],
)
def test_plain_failures(behaviour: str, status: int, start: bytes) -> None:
    with HostileModel(script=[behaviour]) as model:
        got, body, _ = asked(model)
    assert (got, body[: len(start)]) == (status, start)


@pytest.mark.parametrize(("behaviour", "raised"), [("broken_json", ValueError), ("not_utf8", UnicodeDecodeError),
                                                   ("deep", RecursionError)])  # fmt: skip
def test_bodies_that_no_parser_takes(behaviour: str, raised: type[Exception]) -> None:
    with HostileModel(script=[behaviour]) as model:
        body = asked(model)[1]
    with pytest.raises(raised):
        json.loads(body)


@pytest.mark.parametrize("behaviour", ["wrong_schema", "odd_envelope"])
def test_json_that_is_not_what_was_asked_for(behaviour: str) -> None:
    with HostileModel(script=[behaviour], seed=3) as model:
        bodies = {asked(model)[1] for _ in range(20)}
    assert len(bodies) > 3
    assert all(json.loads(body) is not ... for body in bodies)


def test_huge_bodies_are_twenty_megabytes_plain_or_packed() -> None:
    with HostileModel(script=["huge", "gzip_bomb"]) as model:
        plain, packed = asked(model)[1], asked(model)[1]
    assert len(text_of(plain)) >= 20_000_000
    assert len(packed) < 100_000
    assert len(text_of(gzip.decompress(packed))) >= 20_000_000


@pytest.mark.parametrize("behaviour", ["stall", "drip"])
def test_a_client_gives_up_before_the_answer_is_there(behaviour: str) -> None:
    started = time.monotonic()
    with HostileModel(script=[behaviour]) as model:
        address = urlsplit(model.url)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=0.3)
        connection.request("POST", "/v1/chat/completions", question())
        if behaviour == "stall":
            with pytest.raises(TimeoutError):
                connection.getresponse()
        else:
            response = connection.getresponse()
            assert response.read(3) == b'{"i'
            assert int(response.headers["Content-Length"]) > 1000
        connection.close()
    assert time.monotonic() - started < 5


def test_an_endless_answer_ends_with_the_patience() -> None:
    with HostileModel(script=["endless"], patience=0.5) as model:
        body = asked(model)[1]
    assert len(body) > 100_000


def test_a_stalled_answer_comes_when_the_patience_ends() -> None:
    with HostileModel(script=["stall"], patience=0.2) as model:
        assert asked(model)[0] == 200


def test_connections_that_break() -> None:
    with HostileModel(script=["reset", "cut_off"]) as model:
        with pytest.raises(ConnectionResetError) as raised:
            asked(model)
        assert raised.type is not http.client.RemoteDisconnected  # an end that was said, not a reset
        with pytest.raises(http.client.IncompleteRead):
            asked(model)


def test_who_follows_a_redirection_is_written_down() -> None:
    with HostileModel(script=["redirect"]) as model:
        status, _, headers = asked(model)
        there, here = urlsplit(headers["Location"]), urlsplit(model.url)
        assert 300 < status < 309
        assert there.netloc != here.netloc
        assert not model.strayed
        connection = http.client.HTTPConnection("127.0.0.1", there.port, timeout=5)
        connection.request("POST", there.path, question(), {"Authorization": "Bearer of-the-user"})
        connection.getresponse().read()
        connection.close()
        assert len(model.strayed) == 1
        assert b"of-the-user" in model.sent
        assert len(model.requests) == 1


FORMAT = {"type": "json_schema", "json_schema": {"name": "n", "schema": SCHEMA}}
TOOL = [{"type": "function", "function": {"name": "write", "parameters": SCHEMA}}]
LADDER: list[tuple[str, dict[str, Any]]] = [
    ("json_schema", {"response_format": FORMAT}),
    ("json_object", {"response_format": {"type": "json_object"}}),
    ("tool", {"tools": TOOL}),
    ("text", {}),
]


@pytest.mark.parametrize("rung", [rung for rung, _ in LADDER])
def test_rungs_that_are_not_accepted_are_refused_in_turn(rung: str) -> None:
    with HostileModel(script=["honest"], accepts=[rung]) as model:
        assert [name for name, changes in LADDER if asked(model, question(**changes))[0] == 200] == [rung]


def test_an_answer_keeps_to_the_schema() -> None:
    with HostileModel(script=["honest"]) as model:
        by_schema = json.loads(text_of(asked(model, question(response_format=FORMAT))[1]))
        message = json.loads(asked(model, question(tools=TOOL))[1])["choices"][0]["message"]
    assert by_schema == {"sentences": [{"text": said("honest"), "kind": "fact"}]}
    assert json.loads(message["tool_calls"][0]["function"]["arguments"]) == by_schema
    assert message["tool_calls"][0]["function"]["name"] == "write"


def test_a_schema_alone_can_be_refused() -> None:
    with HostileModel(script=["refuses_schema"]) as model:
        status, body, _ = asked(model, question(response_format=FORMAT))
        assert (status, b"not supported" in body) == (400, True)
        assert asked(model)[0] == 200


def test_a_stream_comes_in_pieces() -> None:
    with HostileModel(script=["honest"]) as model:
        _, body, headers = asked(model, question(stream=True))
    events = [line.removeprefix("data: ") for line in body.decode().split("\n\n") if line]
    assert headers["Content-Type"] == "text/event-stream"
    assert events[-1] == "[DONE]"
    pieces = [json.loads(event)["choices"][0]["delta"].get("content", "") for event in events[:-1]]
    assert "".join(pieces) == said("honest")


def test_every_byte_of_a_request_is_kept() -> None:
    body, start = question(), b"POST /v1/chat/completions HTTP/1.1\r\nHost:  x\r\n"
    one = start + b"x-ODD: a  b\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    two = start + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    with HostileModel(script=["honest"]) as model:
        address = urlsplit(model.url)
        with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
            connection.sendall(one + two)
            wait_for(model, 2)
        assert [asked.raw for asked in model.requests] == [one, two]
        assert [asked.body for asked in model.requests] == [body, body]
        assert model.sent == one + two
        assert model.requests[0].json == json.loads(body)


def wait_for(model: HostileModel, count: int) -> list[Asked]:
    end = time.monotonic() + 5
    while len(model.requests) < count and time.monotonic() < end:
        time.sleep(0.01)
    return model.requests


def test_what_is_no_question_is_written_down_and_not_counted() -> None:
    with HostileModel(script=["http_500", "honest"]) as model:
        address = urlsplit(model.url)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=5)
        connection.request("GET", "/v1/models")
        assert json.loads(connection.getresponse().read())["data"][0]["id"] == "hostile"
        connection.request("POST", "/v1/embeddings", b"{}")
        assert connection.getresponse().status == 404
        connection.close()
        assert asked(model)[0] == 500
        assert [one.path for one in model.requests] == ["/v1/models", "/v1/embeddings", "/v1/chat/completions"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_question_that_is_no_json_object_is_refused(body: bytes) -> None:
    with HostileModel(script=["honest"]) as model:
        assert asked(model, body)[0] == 400


@pytest.mark.parametrize("changes", [{"response_format": "json"}, {"tools": [7]}, {"tools": "x"}])
def test_a_question_of_the_wrong_shape_is_refused(changes: dict[str, Any]) -> None:
    with HostileModel(script=["honest"]) as model:
        assert asked(model, question(**changes))[0] == 400


@pytest.mark.parametrize("told", [{"f1": {"label": "Income"}}, {"facts": [{"id": "f1", "label": "Income"}]}])
def test_facts_are_found_wherever_they_stand(told: object) -> None:
    for content in (json.dumps(told), f"Facts {{follow}}:\n```json\n{json.dumps(told, indent=1)}\n```"):
        facts = facts_told(json.dumps({"messages": [{"role": "user", "content": content}]}).encode())
        assert [(fact.id, fact.label) for fact in facts] == [("f1", "Income")]
    assert [fact.id for fact in facts_told(b'{"content": "Use {{a}} and {{b}}."}')] == ["a", "b"]
    assert [fact.id for fact in facts_told(b"\xff")] == ["f1"]


def test_schemas_of_every_type_are_filled() -> None:
    properties = {
        "a": {"type": ["string", "null"]}, "b": {"type": "integer"}, "c": {"anyOf": [{"type": "boolean"}]},
        "d": {"const": "x"}, "e": {"type": "array", "items": {"type": "string"}, "minItems": 2}, "f": {},
    }  # fmt: skip
    filled = shaped({"properties": properties}, "text")
    assert filled == {"a": "text", "b": 1, "c": True, "d": "x", "e": ["text", "text"], "f": "text"}


def test_it_needs_no_django() -> None:
    code = "import sys, tests.hostile_model; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

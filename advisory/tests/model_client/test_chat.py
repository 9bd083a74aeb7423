from __future__ import annotations

import json
from typing import Any

import pytest

from advisory.model_client.chat import RUNGS, TOOL, Rung, read_answer, request_of
from advisory.model_client.errors import ModelError
from advisory.tests.model_server import chat

SAID = json.dumps({"sentences": ["All is well.", " "]})


def tool(arguments: Any) -> bytes:
    call = {"id": "1", "type": "function", "function": {"name": TOOL, "arguments": arguments}}
    return chat(None, tool_calls=[call])


@pytest.mark.parametrize(
    ("rung", "body"),
    [
        ("json_schema", chat(SAID)),
        ("json_object", chat(SAID)),
        ("tool", tool(SAID)),
        ("text", chat("All is well.")),
        ("text", chat(f"Here it is:\n```json\n{SAID}\n```")),
    ],
)
def test_each_rung_gives_its_sentences(rung: Rung, body: bytes) -> None:
    answer = read_answer(body, rung)
    assert answer.sentences == ("All is well.",)
    assert (answer.tokens_in, answer.tokens_out) == (120, 30)


BROKEN = [
    b"", b"null", b"[]", b"{}", b"<html>", b'{"choices": []}', b'{"choices": [{"message": {}}]}',
    b'{"choices": {"0": 1}}',
    b'{"choices": [{"message": {"content": 5}}]}', b"[" * 100_000, b"\xff\xfe", chat("not json"), chat("5"), chat("[]"),
    chat('{"sentences": "one"}'), chat('{"sentences": [1]}'), chat('{"sentences": []}'), chat('{"sentences": [""]}'),
    chat(json.dumps({"sentences": ["x."] * 100})), chat('{"sentences": ' + "9" * 5000 + "}"), chat("[" * 50_000),
    chat(None),
]  # fmt: skip


@pytest.mark.parametrize("body", BROKEN, ids=range(len(BROKEN)))
@pytest.mark.parametrize("rung", ["json_schema", "json_object", "tool"])
def test_what_holds_no_sentences_is_broken(rung: Rung, body: bytes) -> None:
    with pytest.raises(ModelError) as caught:
        read_answer(body, rung)
    assert caught.value.code == "broken_answer"


@pytest.mark.parametrize("arguments", [None, 5, "x", "{}", {"sentences": ["a."]}, '{"sentences": [null]}'])
def test_broken_arguments_of_a_tool_are_broken(arguments: Any) -> None:
    with pytest.raises(ModelError):
        read_answer(tool(arguments), "tool")


def test_what_cannot_be_stored_is_replaced() -> None:
    body = chat('{"sentences": ["A\\ud800\\u0000b."]}')
    (sentence,) = read_answer(body, "json_object").sentences
    sentence.encode()
    assert "\0" not in sentence


@pytest.mark.parametrize("usage", [None, [], {"prompt_tokens": -1}, {"prompt_tokens": True}, {"prompt_tokens": 10**12}])
def test_a_count_that_is_none_is_nought(usage: Any) -> None:
    whole = {**json.loads(chat(SAID)), "usage": usage}
    assert read_answer(json.dumps(whole).encode(), "json_schema").tokens_in == 0


def test_a_request_asks_the_way_of_its_rung() -> None:
    asked = {rung: request_of([{"role": "user", "content": "x"}], rung) for rung in RUNGS}
    assert asked["json_schema"]["response_format"]["json_schema"]["strict"] is True
    assert asked["json_object"]["response_format"] == {"type": "json_object"}
    assert asked["tool"]["tool_choice"]["function"]["name"] == TOOL
    assert {"response_format", "tools"}.isdisjoint(asked["text"])
    assert all(not one["stream"] for one in asked.values())

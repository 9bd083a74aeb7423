"""The chat interface: how sentences are asked for, on the highest rung that an endpoint stands on, and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from advisory.model_client.errors import ModelError

Rung = Literal["json_schema", "json_object", "tool", "text"]
RUNGS: tuple[Rung, ...] = ("json_schema", "json_object", "tool", "text")
PATH = "/chat/completions"
TOOL = "write_sentences"
MOST_TOKENS = 600
MOST_SENTENCES = 40
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"sentences": {"type": "array", "items": {"type": "string"}}},
    "required": ["sentences"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Form:
    """What an answer must be: a JSON object by `schema`, handed over by the tool `name` where there are tools."""

    name: str
    description: str
    schema: Mapping[str, Any]


SENTENCES = Form(TOOL, "Hands over the sentences.", SCHEMA)


@dataclass(frozen=True, slots=True)
class Answer:
    """The sentences, or the object of another form, and what the endpoint says it counted; zero where it says
    nothing."""

    sentences: tuple[str, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    content: Mapping[str, Any] = field(default_factory=dict)


def request_of(messages: Sequence[Mapping[str, str]], rung: Rung, form: Form = SENTENCES) -> dict[str, Any]:
    """The request's body without the model's name."""
    body: dict[str, Any] = {"messages": list(messages), "temperature": 0, "max_tokens": MOST_TOKENS, "stream": False}
    if rung == "json_schema":
        schema = {"name": form.name, "strict": True, "schema": form.schema}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif rung == "json_object":
        body["response_format"] = {"type": "json_object"}
    elif rung == "tool":
        told = {"name": form.name, "description": form.description, "parameters": form.schema}
        body["tools"] = [{"type": "function", "function": told}]
        body["tool_choice"] = {"type": "function", "function": {"name": form.name}}
    return body


def read_answer(body: bytes, rung: Rung, form: Form = SENTENCES) -> Answer:
    """ModelError `broken_answer` for anything that does not hold what was asked for the way this rung gives it."""
    whole = _loaded(body.decode("utf-8", "replace"))
    message = _at(whole, "choices", 0, "message")
    place = ("tool_calls", 0, "function", "arguments") if rung == "tool" else ("content",)
    text = _at(message, *place)
    if not isinstance(text, str):
        raise broken("The answer holds no text.")
    usage = whole.get("usage") if isinstance(whole, dict) else None
    counts = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
    if form is not SENTENCES:
        return Answer((), *counts, content=_object(text, rung))
    return Answer(_lines(text) if rung == "text" else _sentences(_loaded(text)), *counts)


def _object(text: str, rung: Rung) -> dict[str, Any]:
    """The one object; where only text could be asked for, within whatever was written around it."""
    data = _loaded(text[text.find("{") : text.rfind("}") + 1] if rung == "text" else text)
    if not isinstance(data, dict):
        raise broken("The answer is no object.")
    return data


def _lines(text: str) -> tuple[str, ...]:
    """JSON if there is some in it, within whatever was written around; otherwise every line is a sentence."""
    start, end = text.find('{"sentences"'), text.rfind("}")
    if 0 <= start < end:
        return _sentences(_loaded(text[start : end + 1]))
    return _cleaned(text.splitlines())


def _sentences(data: Any) -> tuple[str, ...]:
    found = data.get("sentences") if isinstance(data, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise broken("The answer holds no list of sentences.")
    return _cleaned(found)


def _cleaned(lines: Sequence[str]) -> tuple[str, ...]:
    """A surrogate that stands alone cannot be stored, nor can a zero byte."""
    whole = [line.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}") for line in lines]
    said = tuple(line.strip() for line in whole if line.strip())
    if not said or len(said) > MOST_SENTENCES:
        raise broken("The answer holds no sentences, or far too many.")
    return said


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise broken("The answer is not JSON.") from None


def _at(data: Any, *path: str | int) -> Any:
    for key in path:
        if isinstance(key, int):
            data = data[key] if isinstance(data, list) and len(data) > key else None
        else:
            data = data.get(key) if isinstance(data, dict) else None
    return data


def _count(usage: Any, name: str) -> int:
    value = _at(usage, name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else 0


def broken(message: str) -> ModelError:
    return ModelError("broken_answer", message)

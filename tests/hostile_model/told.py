"""What a client told the model, found without knowing the client: the facts in its messages, the schema it wants."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

TRIES = 400  # places in a text where JSON may start
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One fact: its id, its label and what happened to it (`up`, `down` or else)."""

    id: str
    label: str
    direction: str


def facts_told(body: bytes) -> list[Told]:
    """Objects with a `label`, under their id or with an `id`; else ids in double braces; else one made-up id."""
    try:
        asked: Any = json.loads(body)
    except (ValueError, RecursionError):
        asked = {}
    facts = {fact.id: fact for fact in _facts_in(asked, "", 0)}
    if not facts:
        ids = re.findall(r"\{\{\s*(\w+)\s*\}\}", body.decode(errors="replace"))
        facts = {one: Told(one, "", "none") for one in ids}
    return list(facts.values()) or [Told("f1", "", "none")]


def _facts_in(node: Any, key: str, depth: int) -> Iterator[Told]:
    if depth > DEEPEST:
        return
    if isinstance(node, dict):
        if isinstance(node.get("label"), str):
            yield Told(str(node.get("id", key)), node["label"], str(node.get("direction", "none")))
        for name, part in node.items():
            yield from _facts_in(part, name, depth + 1)
    elif isinstance(node, list):
        for part in node:
            yield from _facts_in(part, "", depth + 1)
    elif isinstance(node, str):
        for part in _json_in(node):
            yield from _facts_in(part, "", depth + 1)


def _json_in(text: str) -> Iterator[Any]:
    """Every object or list written out in a text, outermost ones only."""
    decoder, place = json.JSONDecoder(), 0
    for _ in range(TRIES):
        found = re.compile(r"[{\[]").search(text, place)
        if found is None:
            return
        try:
            part, place = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            place = found.start() + 1
        else:
            yield part


def schema_told(asked: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The rung that the request stands on (`json_schema`, `json_object`, `tool` or `text`) and its schema."""
    wanted = asked.get("response_format") or {}
    if wanted.get("type") == "json_schema":
        return "json_schema", (wanted.get("json_schema") or {}).get("schema") or {}
    if wanted.get("type") == "json_object":
        return "json_object", {}
    if asked.get("tools"):
        return "tool", (asked["tools"][0].get("function") or {}).get("parameters") or {}
    return "text", {}


def shaped(schema: dict[str, Any], prose: str, root: dict[str, Any] | None = None) -> Any:
    """The smallest value of a JSON schema whose free texts are all `prose`."""
    root = schema if root is None else root
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[-1]
        return shaped(root.get("$defs", root.get("definitions", {}))[name], prose, root)
    for choice in ("anyOf", "oneOf", "allOf"):
        if schema.get(choice):
            return shaped(schema[choice][0], prose, root)
    if "const" in schema or "enum" in schema:
        return schema.get("const", (schema.get("enum") or [None])[0])
    return _shaped_type(schema, prose, root)


def _shaped_type(schema: dict[str, Any], prose: str, root: dict[str, Any]) -> Any:
    kind = schema.get("type", "object" if "properties" in schema else "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {name: shaped(part, prose, root) for name, part in schema.get("properties", {}).items()}
    if kind == "array":
        return [shaped(schema.get("items", {}), prose, root)] * max(1, schema.get("minItems", 1))
    return {"integer": 1, "number": 1, "boolean": True, "null": None}.get(kind, prose)

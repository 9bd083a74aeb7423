"""What the API's document says of refusals: each operation names those that what it takes can lead to."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import pytest
import yaml
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from spendwise_project.api_document import REFUSAL, complete, operations, refusals_of
from spendwise_project.envfile import BASE_DIR

SIGNED_IN: dict[str, Any] = {"security": [{"bearerAuth": []}]}
KEY = {"in": "header", "name": "Idempotency-Key"}
TAG = {"in": "header", "name": "If-Match"}
QUERY = {"in": "query", "name": "q"}
ANNOTATION = "_spectacular_annotation"


@cache
def document() -> dict[str, Any]:
    """The committed one; the gate compares it with what the views say."""
    text = (BASE_DIR / "frontend" / "openapi.yaml").read_text()
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@pytest.mark.parametrize(
    ("path", "method", "operation", "statuses"),
    [
        ("/a/", "get", {}, {406}),
        ("/a/", "get", SIGNED_IN, {401, 403, 406}),
        ("/a/", "get", {"security": [{}]}, {406}),
        ("/a/", "get", {"parameters": [QUERY]}, {400, 406}),
        ("/a/{id}/", "get", SIGNED_IN, {401, 403, 404, 406}),
        ("/a/", "post", {"requestBody": {}}, {400, 404, 406, 413, 415}),
        ("/a/", "post", {**SIGNED_IN, "parameters": [KEY]}, {400, 401, 403, 406, 409, 422}),
        ("/a/{id}/", "delete", {**SIGNED_IN, "parameters": [TAG]}, {400, 401, 403, 404, 406, 409, 412}),
    ],
)
def test_refusals_follow_from_what_is_taken(
    path: str, method: str, operation: dict[str, Any], statuses: set[int]
) -> None:
    assert refusals_of(path, method, operation) == statuses


def test_what_a_view_says_itself_stays_and_a_failed_result_may_be_a_refusal() -> None:
    result = {"$ref": "#/components/schemas/Import"}
    own = {"400": {"content": {"application/json": {"schema": result}}}, "404": {"description": "Own words."}}
    whole = {"components": {}, "paths": {"/a/{id}/": {"post": {"requestBody": {}, "responses": own}}}}
    told = complete(whole)["paths"]["/a/{id}/"]["post"]["responses"]
    assert told["404"] == {"description": "Own words."}
    assert told["400"]["content"]["application/json"]["schema"] == {"oneOf": [result, REFUSAL]}
    assert list(told) == ["400", "404", "406", "413", "415"]


def test_every_operation_that_wants_a_sign_in_says_how_it_refuses_without() -> None:
    found = list(operations(document()))
    assert len(found) > 240
    closed = [operation for _, _, operation in found if operation.get("security") == SIGNED_IN["security"]]
    assert len(closed) > 200
    assert [
        operation["operationId"] for operation in closed if not {"401", "403"} <= operation["responses"].keys()
    ] == []


def test_every_refusal_has_the_one_shape() -> None:
    shapes = document()["components"]["responses"]
    for _, _, operation in operations(document()):
        for status, answer in operation["responses"].items():
            told = shapes[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
            if status.startswith("4"):
                schema = told["content"]["application/json"]["schema"]
                assert schema == REFUSAL or REFUSAL in schema["oneOf"], operation["operationId"]


def test_no_field_speaks_for_the_librarys_own_class() -> None:
    """What `extend_schema_field` is told lands on the class: told to JSONField, it was said of all JSON in the API."""
    import_module("spendwise_project.urls")
    for name in ("JSONField", "FileField", "CharField", "IntegerField", "DictField", "ListField"):
        assert ANNOTATION not in vars(getattr(serializers, name)), name

    class Own(serializers.JSONField):
        pass

    extend_schema_field({})(Own)
    assert ANNOTATION in vars(Own), "this is where it is kept"

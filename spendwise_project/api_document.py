"""What holds for every operation, written into the OpenAPI document once: how it refuses, and what an empty parameter
means. Views declare what is their own; all refusals have one shape (exception_handler.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")
REFUSAL = {"$ref": "#/components/schemas/ErrorDetail"}
# Status -> (name of the response, when it is given).
REFUSALS = {
    400: ("Invalid", "Something in the request is not right; `fields` says what."),
    401: ("Unauthorised", "Nobody is signed in, or the sign-in has ended."),
    403: ("Forbidden", "This caller may not do that."),
    404: ("NotFound", "There is no such thing among the caller's own."),
    406: ("NotAcceptable", "The answer cannot be given in any form that `Accept` names."),
    409: ("Conflict", "It does not go together with how things stand."),
    412: ("ChangedMeanwhile", "`If-Match` names another version than the one there is."),
    413: ("TooLarge", "The request is larger than what is taken here."),
    415: ("UnsupportedMediaType", "The body is of a kind that is not read here, or not in UTF-8."),
    422: ("KeyUsedBefore", "`Idempotency-Key` was used for another request."),
    429: ("TooMany", "Too many requests; `Retry-After` says in how many seconds it is worth another try."),
}


def complete(result: Document, **_: Any) -> Document:
    """drf-spectacular's hook after the views have been read."""
    responses = result["components"].setdefault("responses", {})
    for name, description in REFUSALS.values():
        responses[name] = {"description": description, "content": {"application/json": {"schema": REFUSAL}}}
    for path, method, operation in operations(result):
        parameters = operation.get("parameters", [])
        for parameter in parameters:
            if parameter["in"] == "query" and not parameter.get("required"):
                # A form that leaves a field empty sends it empty: the same as leaving it out, everywhere.
                parameter["allowEmptyValue"] = True
        _add_refusals(operation, refusals_of(path, method, operation))
    return result


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(path, method, operation) of each method of each path."""
    for path, methods in document["paths"].items():
        yield from ((path, method, operation) for method, operation in methods.items() if method in METHODS)


def refusals_of(path: str, method: str, operation: dict[str, Any]) -> set[int]:
    """The statuses that what an operation takes can lead to."""
    given = {parameter["name"] for parameter in operation.get("parameters", [])}
    found = {406}
    if operation.get("security") != [{}] and operation.get("security"):
        found |= {401, 403} | (set() if method == "get" else {409})
    if given:
        found.add(400)
    if "requestBody" in operation:
        found |= {400, 404, 413, 415}
    if "{" in path:
        found.add(404)
    return found | _by_header(given)


def _by_header(given: set[str]) -> set[int]:
    return {status for name, status in (("If-Match", 412), ("Idempotency-Key", 422)) if name in given}


def _add_refusals(operation: dict[str, Any], statuses: set[int]) -> None:
    told: dict[str, Any] = operation["responses"]
    for status in sorted(statuses):
        name, _ = REFUSALS[status]
        if str(status) not in told:
            told[str(status)] = {"$ref": f"#/components/responses/{name}"}
        elif status == 400:
            _or_refusal(told["400"])
    operation["responses"] = dict(sorted(told.items()))


def _or_refusal(response: dict[str, Any]) -> None:
    """An operation that tells of a failed result with 400 also refuses as all do."""
    content = response.get("content", {}).get("application/json", {})
    if content and content["schema"] != REFUSAL:
        content["schema"] = {"oneOf": [content["schema"], REFUSAL]}

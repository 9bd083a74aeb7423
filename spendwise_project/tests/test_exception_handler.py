"""What a user sends never becomes a server fault, also when two requests meet in the database."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, OperationalError

from spendwise_project.exception_handler import handle_exception


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (IntegrityError("FOREIGN KEY constraint failed"), 409, "conflict"),
        (OperationalError("database is locked"), 503, "busy"),
        (RecursionError(), 400, "malformed"),
    ],
)
def test_races_and_odd_bodies_have_a_sentence_that_names_no_internals(error: Exception, status: int, code: str) -> None:
    answer = handle_exception(error, {})
    assert answer is not None
    assert (answer.status_code, answer.data["code"], answer.data["fields"]) == (status, code, {})
    assert str(error) not in answer.data["message"] or not str(error)


def test_a_programming_fault_stays_one() -> None:
    assert handle_exception(KeyError("x"), {}) is None

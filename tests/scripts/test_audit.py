"""What the audit makes of the answers of its tools."""

from __future__ import annotations

import json

import pytest

from scripts.audit import Look, of_node, of_python

KNOWN = {"name": "django", "version": "1.0", "vulns": [{"id": "CVE-2000-1", "fix_versions": ["1.1", "2.0"]}]}
SOUND = {"name": "celery", "version": "5.0", "vulns": []}
SKIPPED = {"name": "vine", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ([SOUND], "clean"),
        ([SOUND, KNOWN], "found"),
        ([SOUND, SKIPPED], "not run"),
        ([KNOWN, SKIPPED], "found"),
        ([], "not run"),
    ],
)
def test_python_packages(parts: list[dict[str, object]], state: str) -> None:
    assert of_python(json.dumps({"dependencies": parts})).state == state


def test_a_hole_is_told_with_the_version_that_mends_it() -> None:
    assert of_python(json.dumps({"dependencies": [KNOWN]})).details == ("django 1.0: CVE-2000-1, mended in 1.1, 2.0",)


@pytest.mark.parametrize("answer", ["", "no JSON", "[]", "{}", '{"error": {"code": "E405"}}'])
def test_no_answer_is_not_clean(answer: str) -> None:
    assert of_python(answer).state == of_node(answer).state == "not run"


def test_node_packages() -> None:
    assert of_node('{"vulnerabilities": {}}') == Look("clean")
    hole = {"severity": "high", "range": "<4.0.0"}
    assert of_node(json.dumps({"vulnerabilities": {"vite": hole}})) == Look("found", ("vite <4.0.0: high",))

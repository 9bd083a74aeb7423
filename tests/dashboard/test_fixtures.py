"""What the dashboard's tests take for an answer of the server is one: by the schema, and by asking the server.

`pytest tests/dashboard --write-fixtures` writes the fixtures anew.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
import yaml
from jsonschema import Draft4Validator, FormatChecker

from tests.dashboard import answers

SCHEMAS = {
    "accounts": "PaginatedAccountList",
    "advice": "PaginatedAdviceList",
    "ask-answer": "Answer",
    "ask-grouped": "Answer",
    "ask-pins": "PinList",
    "ask-refused": "Answer",
    "ask-series": "Answer",
    "budget-moves": "PaginatedBudgetMoveList",
    "budget-proposal": "BudgetProposal",
    "budget-rows": "BudgetProof",
    "budgets": "BudgetMonth",
    "cash-flow": "CashFlow",
    "categories": "PaginatedCategoryList",
    "debts": "Debts",
    "debts-plan": "Payoff",
    "drivers": "Drivers",
    "duplicate-reviews": "PaginatedDuplicateReviewList",
    "fact-evidence": "Evidence",
    "fact-evidence-ratio": "Evidence",
    "forecast": "Forecast",
    "goals": "PaginatedGoalList",
    "health-score": "HealthScore",
    "import-asking": "Import",
    "import-committed": "Import",
    "import-lines": "PaginatedImportLineList",
    "import-previewed": "Import",
    "import-profiles": "PaginatedImportProfileList",
    "import-refused": "Import",
    "import-reviewed": "Import",
    "import-rollback": "Rollback",
    "import-told": "Import",
    "import-with-errors": "Import",
    "imports": "PaginatedImportList",
    "insights": "PaginatedInsightList",
    "jobs": "PaginatedJobList",
    "me": "UserDetail",
    "net-worth": "NetWorth",
    "bills": "PaginatedRecurringList",
    "bills-overview": "BillsOverview",
    "report": "Report",
    "report-schedule": "ReportSchedule",
    "reports": "PaginatedReportList",
    "rules": "PaginatedRuleList",
    "scenario-trial": "Trial",
    "scenarios": "PaginatedScenarioList",
    "scores": "Scores",
    "suggestions": "PaginatedSuggestionList",
    "summary": "Summary",
    "transactions": "PaginatedTransactionList",
    "sign-in-refused": "ErrorDetail",
}
FILES = {"report-document"}  # a file and no answer of the API; its shape is tested by asking
# What these hold depends on what they are about.
FREE = {"params", "understood", "detail", "fields", "shares", "overrides", "action", "follow_up"}


def as_json_schema(part: Any) -> Any:
    """OpenAPI 3.0 says `nullable` where JSON Schema has a type."""
    if isinstance(part, list):
        return [as_json_schema(one) for one in part]
    if not isinstance(part, dict):
        return part
    plain = {name: as_json_schema(value) for name, value in part.items() if name != "nullable"}
    return {"anyOf": [plain, {"enum": [None]}]} if part.get("nullable") is True else plain


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The committed one, which a check of its own compares with the server's."""
    text = (answers.FOLDER.parents[2] / "openapi.yaml").read_text()
    found: dict[str, Any] = as_json_schema(yaml.safe_load(text))
    return found


@pytest.fixture(scope="module")
def fixtures() -> dict[str, Any]:
    return answers.stored()


def wrong(schema: dict[str, Any], name: str, answer: Any) -> list[str]:
    reference = {"$ref": f"#/components/schemas/{SCHEMAS[name]}", "components": schema["components"]}
    found = Draft4Validator(reference, format_checker=FormatChecker()).iter_errors(answer)
    return [f"{name}: {error.json_path}: {error.message}" for error in found]


def keys(value: Any, path: str = "$") -> dict[str, set[str]]:
    """Path of every object -> the names in it; all items of a list together, so that optional names are seen."""
    found: dict[str, set[str]] = defaultdict(set)
    if isinstance(value, dict):
        found[path] |= set(value)
        parts = [(f"{path}.{name}", inner) for name, inner in value.items() if name not in FREE]
    else:
        parts = [(f"{path}[]", inner) for inner in value] if isinstance(value, list) else []
    for below, inner in parts:
        for place, names in keys(inner, below).items():
            found[place] |= names
    return dict(found)


def test_every_fixture_has_a_line_here(fixtures: dict[str, Any]) -> None:
    assert set(fixtures) == {*SCHEMAS, *FILES}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_fixture_is_what_the_schema_says(name: str, schema: dict[str, Any], fixtures: dict[str, Any]) -> None:
    assert wrong(schema, name, fixtures[name]) == []


@pytest.mark.django_db
def test_the_server_answers_in_the_same_shape(
    schema: dict[str, Any], fixtures: dict[str, Any], pytestconfig: pytest.Config
) -> None:
    asked = answers.answers()
    assert [line for name in SCHEMAS for line in wrong(schema, name, asked[name])] == []
    if pytestconfig.getoption("write_fixtures"):
        for name, answer in asked.items():
            answers.write(name, answer)
        return
    assert set(asked) == set(fixtures)
    for name, answer in asked.items():
        real, kept = keys(answer), keys(fixtures[name])
        assert {
            path: kept[path] ^ real[path] for path in kept.keys() & real.keys() if kept[path] != real[path]
        } == {}, name


def test_a_name_that_is_missing_or_of_another_type_would_be_seen(
    schema: dict[str, Any], fixtures: dict[str, Any]
) -> None:
    me = dict(fixtures["me"])
    assert wrong(schema, "me", {**me, "id": "one"})
    del me["email"]
    assert wrong(schema, "me", me)
    assert keys({"a": [{"b": 1}, {"c": 2}]}) == {"$": {"a"}, "$.a[]": {"b", "c"}}

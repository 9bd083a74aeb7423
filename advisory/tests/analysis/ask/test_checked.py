"""Whoever makes a plan: what is not known, not the user's, or not heeded is refused; the schema says the same."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from advisory.analysis.ask.checked import HEEDS, read_plan
from advisory.analysis.ask.grammar import Planned, plan_question
from advisory.analysis.ask.plan import OPS, Plan
from advisory.analysis.ask.schema import plan_schema
from advisory.tests.analysis.ask.words import GROCERIES, REWE, TRANSFER, WORDS, refusal

VALID = Draft202012Validator(plan_schema())
MONTH = {"kind": "months", "first": -1, "last": -1}


@pytest.mark.parametrize(
    "plan",
    [
        None,
        [],
        {},
        {"op": "delete"},
        {"op": "sum", "sql": "select 1"},
        {"op": "sum", "categories": [999]},
        {"op": "sum", "categories": ["1"]},
        {"op": "sum", "categories": [True]},
        {"op": "sum", "minimum": 5},
        {"op": "sum", "minimum": "-5"},
        {"op": "sum", "minimum": "1e9"},
        {"op": "sum", "minimum": "9", "maximum": "3"},
        {"op": "sum", "period": {"kind": "months", "first": 0, "last": -3}},
        {"op": "sum", "period": {"kind": "between", "start": "2026-02-30", "end": "2026-03-01"}},
        {"op": "sum", "per": "month"},
        {"op": "sum", "top": 3},
        {"op": "sum", "by": "month", "top": 3},
        {"op": "sum", "against": MONTH},
        {"op": "sum", "days": 30},
        {"op": "sum", "categories": [TRANSFER]},
        {"op": "count", "by": "payee"},
        {"op": "list", "top": 3},
        {"op": "average"},
        {"op": "compare"},
        {"op": "share"},
        {"op": "share", "direction": "net", "categories": [GROCERIES]},
        {"op": "share", "categories": [GROCERIES], "payees": [REWE]},
        {"op": "trend", "by": "payee"},
        {"op": "balance", "period": MONTH},
        {"op": "balance", "currency": "EUR"},
        {"op": "series", "ask": "next"},
        {"op": "series", "ask": "month_end"},
        {"op": "forecast", "ask": "days"},
        {"op": "forecast", "ask": "month_end", "days": 3},
        {"op": "forecast", "ask": "month_end", "categories": [GROCERIES]},
        {"op": "what_if"},
        {"op": "advice", "payees": [REWE]},
    ],
)
def test_what_the_answer_would_not_be_made_of_is_refused(plan: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_plan(plan, WORDS)


def test_every_operation_says_what_it_heeds() -> None:
    assert set(HEEDS) == set(OPS)
    assert set().union(*HEEDS.values()) == {one.name for one in fields(Plan)} - {"op"}
    assert set(plan_schema()["properties"]) == {one.name for one in fields(Plan)}


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(one.name for one in fields(Plan))), ANY), st.sampled_from(OPS))
def test_rubbish_is_a_value_error_and_nothing_else(parts: dict[str, Any], op: str) -> None:
    try:
        plan = read_plan({**parts, "op": op}, WORDS)
    except ValueError:
        return
    assert VALID.is_valid(plan.as_json())


WORDS_SAID = ("top", "3", "by", "month", "spending", "rewe", "last", "share", "average", "balance", "netflix")


@given(st.lists(st.sampled_from(WORDS_SAID)))
def test_what_the_grammar_plans_is_of_the_schemas_form_and_passes(words: list[str]) -> None:
    found = plan_question(" ".join(words), WORDS)
    if isinstance(found, Planned):
        assert VALID.is_valid(found.plan.as_json())
        assert read_plan(found.plan.as_json(), WORDS) == found.plan


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("spending by month top 2", "cannot_combine"),
        ("most expensive month this year", "unknown_words"),
        ("teuerster Monat in 2025", "unknown_words"),
    ],
)
def test_months_are_not_ranked_by_an_answer_about_something_else(question: str, reason: str) -> None:
    assert refusal(question).reason == reason

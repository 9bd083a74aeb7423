"""What holds of any draft: an answer, no digit let through, and no say for the order of the facts."""

from __future__ import annotations

import json
import subprocess
import sys
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.narration.drafts import GateFact, judge
from advisory.narration.drafts.lines import LONGEST_LINE, answers, verdict_on_line
from advisory.tests.narration.drafts.test_sentences import FACTS, LANGUAGES, passing

REASONS = ("placeholder", "missing", "number", "rank", "month", "money", "link", "name", "direction", "label", "empty")
DRAFTS = [draft for language in LANGUAGES for draft in passing(language)]
DIGITS = "0123456789٣۷५²①½Ⅷ３𝟙㉑零"[:-1]


@given(
    st.text(max_size=300), st.dictionaries(st.text(max_size=5), st.builds(GateFact, st.text(), st.text(), st.text()))
)
@settings(max_examples=300, deadline=None)
def test_any_text_has_an_answer(draft: str, facts: dict[str, GateFact]) -> None:
    verdict = judge(draft, facts)
    assert verdict.accepted is not bool(verdict.reasons)
    assert all(reason.startswith(REASONS) for reason in verdict.reasons)


@given(st.sampled_from(DRAFTS), st.integers(0, 400), st.text(alphabet="{}§ .,:-'’\n\0aIäèñ€%Ⅳ１\u200b", max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_damage_has_an_answer(draft: str, place: int, damage: str) -> None:
    verdict = judge(draft[:place] + damage + draft[place:], FACTS)
    assert verdict.accepted is not bool(verdict.reasons)


@given(st.sampled_from(DRAFTS), st.integers(0, 400), st.sampled_from(DIGITS))
@settings(max_examples=300, deadline=None)
def test_no_digit_passes(draft: str, place: int, digit: str) -> None:
    assert not judge(draft[:place] + digit + draft[place:], FACTS).accepted


@given(st.sampled_from(DRAFTS), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_facts_changes_nothing(draft: str, chance: object) -> None:
    names = list(FACTS)
    chance.shuffle(names)  # type: ignore[attr-defined]
    assert judge(draft, {name: FACTS[name] for name in names}).accepted


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)


@given(st.fixed_dictionaries({}, optional={"draft": JSON, "facts": JSON, "need": JSON}) | JSON)
@settings(max_examples=300, deadline=None)
def test_any_object_has_an_answer(case: object) -> None:
    verdict = verdict_on_line(json.dumps(case).encode())
    assert verdict.accepted is not bool(verdict.reasons)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_have_an_answer(line: bytes) -> None:
    (answer,) = answers([line])
    assert json.loads(answer)["accepted"] is False


def test_deep_and_long_lines_have_an_answer() -> None:
    for line in (b"[" * 200_000, b'{"draft": "' + b"a" * LONGEST_LINE + b'"}', b"\0", b"", b'{"draft": "\\ud800"}'):
        assert not verdict_on_line(line).accepted


def test_a_long_draft_is_answered_in_bounded_time() -> None:
    started = time.perf_counter()
    for piece in ("You spent {{groc}} on groceries, ", "{{", "Zwei", "a ", "and more than ", "n' est plus ", " , "):
        judge(piece * (5_000 // len(piece)), FACTS)
    assert time.perf_counter() - started < 20


def test_the_program_answers_line_by_line_without_the_framework() -> None:
    facts = {"f1": {"label": "Spending", "kind": "money", "value": "-4.00", "unit": "EUR", "direction": None}}
    lines = [
        json.dumps({"draft": "You spent {{ f1 }} this month.", "facts": facts, "need": ["f1"], "more": 1}),
        "no JSON",
        json.dumps({"draft": "You spent {{f1}}, twice.", "facts": facts}),
    ]
    program = "import sys, runpy; runpy.run_module('advisory.narration.gate', run_name='__main__')\n"
    program += "assert 'django' not in sys.modules"
    run = subprocess.run(
        [sys.executable, "-c", program], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    assert [json.loads(line)["accepted"] for line in run.stdout.splitlines()] == [True, False, False]

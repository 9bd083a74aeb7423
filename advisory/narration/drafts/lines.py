"""JSON lines in, JSON lines out: the gate as a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from advisory.narration.drafts.judging import judge
from advisory.narration.drafts.verdicts import Verdict, fact_of, refused

LONGEST_LINE = 1_000_000
"""Bytes. A report has a few hundred words; what is longer is not read into memory as an object."""


def answer_lines(source: BinaryIO, sink: BinaryIO) -> None:
    for answer in answers(source):
        sink.write(answer)
        sink.flush()


def answers(lines: Iterable[bytes]) -> Iterator[bytes]:
    for line in lines:
        verdict = verdict_on_line(line)
        yield json.dumps({"accepted": verdict.accepted, "reasons": list(verdict.reasons)}).encode() + b"\n"


def verdict_on_line(line: bytes) -> Verdict:
    """Any line has an answer: what cannot be read is refused as holding no words."""
    if len(line) > LONGEST_LINE:
        return refused(f"empty: the line is longer than {LONGEST_LINE} bytes and was not read")
    try:
        case = json.loads(line)
    except (ValueError, RecursionError):
        return refused("empty: the line is no JSON")
    if not isinstance(case, dict) or not isinstance(case.get("draft"), str):
        return refused("empty: the line holds no draft")
    return _verdict_on_case(case)


def _verdict_on_case(case: Mapping[str, object]) -> Verdict:
    facts, need = case.get("facts") or {}, case.get("need") or []
    if not isinstance(facts, dict) or not isinstance(need, list):
        return refused("placeholder: facts are an object by id, and need is a list of ids")
    if not all(isinstance(fact, str) for fact in need):
        return refused("missing: need holds something that is no id")
    draft = case["draft"]
    assert isinstance(draft, str)
    return judge(draft, {name: fact_of(raw) for name, raw in facts.items()}, [str(fact) for fact in need])

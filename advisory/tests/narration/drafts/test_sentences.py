"""Sentences a careful reader of each language would let pass or stop, one a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from advisory.narration.drafts import judge
from advisory.narration.drafts.verdicts import fact_of

SHELF = Path(__file__).parent / "sentences"
FACTS = {name: fact_of(raw) for name, raw in json.loads((SHELF / "facts.json").read_text(encoding="utf-8")).items()}
LANGUAGES = ("en", "de", "fr", "es")


def lines_of(language: str) -> list[str]:
    return (SHELF / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def passing(language: str) -> list[str]:
    return [line[2:] for line in lines_of(language) if line.startswith("+ ")]


def stopped(language: str) -> list[tuple[str, str]]:
    return [(word, draft) for word, draft in (line[2:].split(" ", 1) for line in lines_of(language) if line[0] == "-")]


@pytest.mark.parametrize("draft", [draft for language in LANGUAGES for draft in passing(language)])
def test_true_sentences_pass(draft: str) -> None:
    assert judge(draft, FACTS).reasons == ()


@pytest.mark.parametrize(("reason", "draft"), [case for language in LANGUAGES for case in stopped(language)])
def test_false_sentences_are_stopped_for_their_fault(reason: str, draft: str) -> None:
    need = []
    if draft.startswith("need="):
        wanted, draft = draft.split(" ", 1)
        need = [wanted.removeprefix("need=")]
    assert reason in {told.split(":", 1)[0] for told in judge(draft, FACTS, need).reasons}

"""Short sentences as anybody would write them, over labels of a word or two."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from advisory.narration.drafts import judge
from advisory.narration.drafts.verdicts import fact_of

SHELF = Path(__file__).parent / "sentences"
LANGUAGES = ("en", "de", "fr", "es")
RAW = json.loads((SHELF / "plain_facts.json").read_text(encoding="utf-8"))
FACTS = {name: fact_of(raw) for name, raw in RAW.items()}


def lines(mark: str) -> list[str]:
    texts = [(SHELF / f"plain_{language}.txt").read_text(encoding="utf-8") for language in LANGUAGES]
    return [line[2:] for text in texts for line in text.splitlines() if line.startswith(mark)]


@pytest.mark.parametrize("draft", lines("+"))
def test_a_plain_true_sentence_passes(draft: str) -> None:
    assert judge(draft, FACTS).reasons == ()


@pytest.mark.parametrize("case", lines("-"))
def test_a_plain_faulty_sentence_is_stopped_for_its_fault(case: str) -> None:
    wanted, case = case.split(" ", 1) if case.startswith("need=") else ("", case)
    reason, draft = case.split(" ", 1)
    need = [wanted.removeprefix("need=")] if wanted else []
    assert reason in {told.split(":", 1)[0] for told in judge(draft, FACTS, need).reasons}

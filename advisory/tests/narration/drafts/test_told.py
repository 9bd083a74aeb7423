"""What a report could say, told freely: none of it may be refused, and turned round most of it must be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from advisory.narration.drafts import Direction, GateFact, judge
from advisory.narration.drafts.placeholders import placeholders_of
from advisory.narration.drafts.verdicts import fact_of

SHELF = Path(__file__).parent / "sentences"
CATEGORIES = {"en": "hobbies", "de": "Freizeit", "fr": "les loisirs", "es": "ocio"}
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "same", "none")


def facts_in(language: str) -> dict[str, GateFact]:
    text = (SHELF / "told_facts.json").read_text(encoding="utf-8").replace("{category}", CATEGORIES[language])
    return {name: fact_of(raw) for name, raw in json.loads(text).items()}


def told(language: str) -> list[str]:
    return (SHELF / f"told_{language}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", CATEGORIES)
def test_free_words_pass(language: str) -> None:
    facts = facts_in(language)
    refused = {draft: verdict.reasons for draft in told(language) if not (verdict := judge(draft, facts)).accepted}
    assert refused == {}


def turned(language: str) -> Iterator[tuple[str, dict[str, GateFact]]]:
    """Every draft with the direction of one of its figures that has one made another."""
    facts = facts_in(language)
    for draft in told(language):
        for name in {place.fact for place in placeholders_of(draft)}:
            if facts[name].direction != "none":
                for other in DIRECTIONS:
                    if other != facts[name].direction:
                        yield draft, facts | {name: replace(facts[name], direction=other)}


@pytest.mark.parametrize("language", CATEGORIES)
def test_a_turned_direction_is_noticed(language: str) -> None:
    """A few drafts speak of a change so loosely that nothing is asserted; more than one in ten would be a hole."""
    passed = [judge(draft, facts).accepted for draft, facts in turned(language)]
    assert sum(passed) <= 0.1 * len(passed)


@pytest.mark.parametrize("language", CATEGORIES)
@pytest.mark.parametrize("fault", ["412", " zwölf ", " trois ", " veintidós ", " seven ", "€", "\u200b", " Octopus "])
def test_what_is_put_in_is_found(language: str, fault: str) -> None:
    facts = facts_in(language)
    for draft in told(language):
        cut = draft.rindex("}}") + 2 if "}}" in draft else len(draft)
        assert not judge(f"{draft[:cut]} {fault.strip(' ')} {draft[cut:]}", facts).accepted, draft

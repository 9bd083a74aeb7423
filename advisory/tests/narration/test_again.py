"""Words that were kept in English, said anew in German from the facts beside them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from string import Formatter

import pytest

from advisory.analysis.facts import FactDraft
from advisory.narration.advice import PARTS, advice_again
from advisory.narration.english.advice import ADVICE_PHRASES
from advisory.narration.insights import TITLES, insight_again, insight_words
from advisory.narration.phrases import tell
from advisory.narration.voice import Voice, speaking
from transactions.ledger.period import Period

WORDS = sorted(key.removesuffix(".title") for key in ADVICE_PHRASES if key.endswith(".title"))
ABOUT = {"payee": "Corner Market", "category": "Fuel", "goal": "Boat", "kind": "music", "account": "Giro", "title": "x"}
DAYS = {"booked": "2026-03-04", "day": "2026-03-09", "currency": "EUR", "about": "x", "parts": "x"}
DATES = {"date"}


def made(name: str, views: set[str]) -> FactDraft:
    """A fact that can be shown in these ways, other than any of another name."""
    value = "2026-05-02" if views & DATES else f"{sum(map(ord, name)) % 89 + 2}.5"
    return FactDraft(
        "made", "other", value, "EUR", Period(date(2026, 3, 1), date(2026, 4, 1)), "", {**ABOUT, **DAYS}, id=name
    )


def facts_for(words: str) -> dict[str, FactDraft]:
    """Every fact that a wording speaks of."""
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for part in PARTS:
        for _, place, _, _ in Formatter().parse(ADVICE_PHRASES[f"{words}.{part}"]):
            if place:
                slot, _, view = place.partition(".")
                asked[slot].add(view)
    return {slot: made(slot, views) for slot, views in asked.items()}


def kept_of(words: str, facts: dict[str, FactDraft]) -> dict[str, str]:
    return {part: tell(f"{words}.{part}", **facts).text for part in PARTS}


@pytest.mark.parametrize("words", WORDS)
def test_every_wording_of_advice_is_found_again(words: str) -> None:
    facts = facts_for(words)
    kept = kept_of(words, facts)
    with speaking(Voice("de")):
        told = advice_again(words.split(".")[1], kept, facts, {})
        german = kept_of(words, facts)
    assert told is not None
    assert {part: getattr(told, part).text for part in PARTS} == german != kept


def test_words_that_were_cut_short_are_found() -> None:
    facts = facts_for("advice.A03")
    kept = {part: words[:30] for part, words in kept_of("advice.A03", facts).items()}
    with speaking(Voice("de")):
        told = advice_again("A03", kept, facts, {})
    assert told is not None
    assert told.title.text == "Corner Market ist teurer geworden"


def test_other_words_and_lost_figures_are_left_alone() -> None:
    facts = facts_for("advice.A03")
    kept = kept_of("advice.A03", facts)
    with speaking(Voice("de")):
        assert advice_again("A03", {**kept, "why": "Somebody else wrote this."}, facts, {}) is None
        assert advice_again("A03", kept, {}, {}) is None
        assert advice_again("A99", kept, facts, {}) is None


@pytest.mark.parametrize("kind", sorted(TITLES["en"]))
def test_what_was_noticed_is_told_anew_only_from_its_own_figures(kind: str) -> None:
    slots = ("amount", "first", "usual", "largest", "price_after", "price_before", "lowest_mid", "lowest_low")
    facts = {slot: made(slot, set()) for slot in slots}
    title, text = insight_words(kind, facts)
    with speaking(Voice("de")):
        again = insight_again(kind, (title.text, text.text), facts)
        lost = insight_again(kind, (title.text, text.text), {})
    assert again is not None
    assert again[0].text != title.text
    assert again[1].text != text.text
    assert lost is None

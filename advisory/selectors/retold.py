"""Findings whose words were kept in English, said again in the language that is being spoken.

The facts are kept beside the words, so the words can be made anew from them. Where they cannot (a figure is gone, the
words are those of an earlier version) the kept ones stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from advisory.analysis.facts import FactDraft
from advisory.models import Advice, Fact, Insight
from advisory.narration.advice import PARTS, advice_again
from advisory.narration.drivers import EFFECTS, effect_words
from advisory.narration.health import indicator_told, needs
from advisory.narration.insights import insight_again
from advisory.narration.terms import term
from advisory.narration.voice import PLAIN, voice
from advisory.selectors.facts import draft_of

BOUNDS = ("low", "mid", "high")
OURS = ("others", "none")
"""The keys of the lines of spending that nobody has named."""


def is_kept_language() -> bool:
    return voice().language == PLAIN.language


def insight_retold(row: Insight, facts: Mapping[str, Fact]) -> dict[str, str]:
    """`title` and `text`; `facts` by id."""
    kept = (row.title, row.text)
    again = None if is_kept_language() else insight_again(row.kind, kept, _drafts(row.facts, facts))
    title, text = (sentence.text for sentence in again) if again else kept
    return {"title": title, "text": text}


def advice_retold(row: Advice, facts: Mapping[str, Fact]) -> dict[str, str]:
    """`title`, `what`, `why`, `how` and `gain`; `facts` by id."""
    kept = {part: getattr(row, part) for part in (*PARTS, "gain")}
    if is_kept_language():
        return kept
    figures = _drafts(row.facts, facts)
    named = {bound: f"saving_{bound}" for bound in BOUNDS}
    bounds = {bound: figures[name] for bound, name in named.items() if name in figures}
    told = advice_again(row.rule, kept, figures, bounds)
    return {part: getattr(told, part).text for part in kept} if told else kept


def indicator_retold(kept: Mapping[str, Any], facts: Mapping[str, Fact]) -> dict[str, str]:
    """An indicator of the health score as it is kept: its name, what it lacks, what it rests on, where its bands come
    from."""
    told = {name: kept[name] for name in ("name", "missing", "says", "basis")}
    if is_kept_language():
        return told
    says = _rests_on(kept, facts) if kept["facts"] else needs(kept["missing"])
    return {**{name: term(words) for name, words in told.items()}, "says": says or kept["says"]}


def driver_retold(kept: Mapping[str, Any], change: Fact | None) -> dict[str, str]:
    """`name` of a line of spending and `says`, what moved it; `kept`: the line with its amounts as text. Only the rest
    and what has no name are named by us."""
    told = {"name": kept["name"], "says": kept["says"]}
    if is_kept_language():
        return told
    if kept["key"] in OURS:
        told["name"] = term(kept["name"])
    if change is not None:
        effects = {effect: Decimal(kept[effect]) for effect in EFFECTS}
        told["says"] = effect_words(Decimal(kept["change"]), effects, draft_of(change)).text
    return told


def _rests_on(kept: Mapping[str, Any], facts: Mapping[str, Fact]) -> str:
    try:
        return indicator_told(kept["key"], [draft_of(facts[pk]) for pk in kept["facts"]]).text
    except KeyError:
        return ""


def _drafts(named: Mapping[str, str], facts: Mapping[str, Fact]) -> dict[str, FactDraft]:
    return {name: draft_of(facts[pk]) for name, pk in named.items() if pk in facts}

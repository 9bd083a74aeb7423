"""Advice and what comes of it: scripted people who follow and who do not, placebo advice, true cuts, double claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.scores.advising.changes import change_scores
from benchmarks.scores.advising.claims import claim_scores
from benchmarks.scores.advising.life import Played, play
from benchmarks.scores.advising.scripts import SCRIPTS
from benchmarks.scores.intervals import wilson
from benchmarks.scores.score import TEST_SEEDS, Score, Setting, Target

PLAYS, QUICK_PLAYS = 20, 2


def scores(setting: Setting) -> Iterator[Score]:
    played = [play(script, seed) for script in SCRIPTS for seed in script_seeds(setting)]
    yield from script_scores(played)
    yield from change_scores(setting)
    yield from claim_scores(setting)


def script_seeds(setting: Setting) -> Sequence[int]:
    """Twenty plays a rule in the published score; otherwise as many as there are seeds, at most."""
    most = PLAYS if setting.seeds == TEST_SEEDS else QUICK_PLAYS if setting.is_quick else len(setting.seeds)
    return setting.seeds[: min(most, PLAYS)]


def script_scores(played: Sequence[Played]) -> Iterator[Score]:
    given = [one for one in played if one.is_given]
    data = f"{len({one.rule for one in played})} rules, {len(played)} scripted ledgers"
    yield _of("rules_fire", "Rules that speak where they should", len(given), len(played), data, _least(0.95))
    followed = [one for one in given if one.followed == "proven"]
    yield _of(
        "followers_proven", "People who follow, called proven", len(followed), len(given), data, _least(0.95),
        _worst(given, "followed", "proven"),
    )  # fmt: skip
    ignored = [one for one in given if one.ignored == "failed"]
    yield _of(
        "ignorers_failed", "People who do not follow, called failed", len(ignored), len(given), data, _least(0.95),
        _worst(given, "ignored", "failed"),
    )  # fmt: skip
    wrong = [one for one in given if one.ignored == "proven"]
    yield _of(
        "ignorers_proven", "People who do not follow, called proven", len(wrong), len(given), data, Target(at_most=0.05)
    )


def _worst(given: Sequence[Played], who: str, wanted: str) -> str:
    """The rules in which somebody ended elsewhere, with how many did not."""
    parts = []
    for rule in sorted({one.rule for one in given}):
        own = [one for one in given if one.rule == rule]
        right = sum(getattr(one, who) == wanted for one in own)
        if right < len(own):
            parts.append(f"{rule} {right} of {len(own)}")
    return "Below all: " + ", ".join(parts) if parts else ""


def _of(key: str, name: str, hits: int, total: int, data: str, target: Target, note: str = "") -> Score:  # noqa: PLR0917
    low, high = wilson(hits, total)
    return Score(
        key, name, hits / total if total else None, total, data, "plays", low=low, high=high, target=target, note=note
    )


def _least(bound: float) -> Target:
    return Target(at_least=bound)

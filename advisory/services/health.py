"""Health month by month, as it is stored: the newest with its proof, the months before it as a line to look back on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from accounts.models import User
from advisory.analysis.facts import FactDraft
from advisory.analysis.health import BANDS, VERSION, Assessment, HealthOverTime, Indicator, Ledger, health_over_time
from advisory.analysis.health.months import HISTORY_MONTHS
from advisory.analysis.health.outlook import Outlook
from advisory.models import HealthScore
from advisory.narration.health import indicator_words, missing_words
from advisory.narration.labels import INDICATORS
from transactions.ledger.period import Period, add_months


@dataclass(frozen=True, slots=True)
class HealthJudged:
    """Rows to store, the newest first, and every fact that these speak of. `kept`: days before the oldest month judged
    of which scores of earlier runs stay as they were; nothing was booked before the first."""

    rows: Sequence[HealthScore]
    facts: tuple[FactDraft, ...]
    kept: Period


def health_judge(*, owner: User, ledger: Ledger, month: Period, outlook: Outlook) -> HealthJudged:
    """`month` is the last one whose every day has been seen."""
    found = health_over_time(ledger, month, outlook)
    newest, named = _newest(owner, found)
    rows = [newest, *(_row(owner, one) for one in (found.before, *reversed(found.earlier)))]
    book = found.now.study.book
    days = [share.booking_date for share in ledger.columns.shares]
    oldest = add_months(month.start, 1 - HISTORY_MONTHS)
    kept = Period(min([oldest, *days]), oldest)
    return HealthJudged([row for row in rows if row is newest or row.known], book.closure(named), kept)


def health_store(*, owner: User, judged: HealthJudged) -> None:
    """One row a month. To be called inside the run's transaction."""
    told: list[date] = []
    for row in judged.rows:
        values = {name: getattr(row, name) for name in STORED}
        HealthScore.objects.update_or_create(owner=owner, as_of=row.as_of, defaults=values)
        told.append(row.as_of)
    older = Q(as_of__gte=judged.kept.start, as_of__lt=judged.kept.end)
    HealthScore.objects.filter(~older, owner=owner).exclude(as_of__in=told).delete()


STORED = (
    "score",
    "score_low",
    "score_high",
    "known",
    "possible",
    "reason",
    "pillars",
    "indicators",
    "change",
    "facts",
    "engine",
)


def _newest(owner: User, found: HealthOverTime) -> tuple[HealthScore, list[str]]:
    now, change = found.now, found.change
    row = _row(owner, now)
    row.score_low, row.score_high = _number(now.score.low), _number(now.score.high)
    row.change = _number(change.fact)
    row.indicators = [_indicator(one, now, change.contributions) for one in now.indicators]
    named = {
        **{one.key: one.fact.id for one in now.indicators if one.fact},
        **{f"{one.key}.{place}": fact.id for one in now.indicators for place, fact in enumerate(one.support, start=1)},
        **{f"{key}.points": fact.id for key, fact in now.score.points.items()},
        **{f"{key}.contribution": fact.id for key, fact in change.contributions.items()},
        **{f"pillar.{one.key}": one.score.id for one in now.score.pillars if one.score},
        **_ends(now, change.fact),
    }
    row.facts = named
    return row, list(named.values())


def _ends(now: Assessment, change: FactDraft | None) -> dict[str, str]:
    told = {"score": now.score.fact, "score_low": now.score.low, "score_high": now.score.high, "change": change}
    return {name: fact.id for name, fact in told.items() if fact}


def _row(owner: User, assessment: Assessment) -> HealthScore:
    """A month gone by stays as a figure to look back on: it is computed anew with every run, and proven while it is
    the newest."""
    score = assessment.score
    return HealthScore(
        owner=owner,
        as_of=assessment.study.month.last_day,
        score=_number(score.fact),
        known=score.known,
        possible=score.possible,
        reason=score.reason,
        pillars=[
            {"key": one.key, "score": _number(one.score), "weight": round(float(one.weight), 4)}
            for one in score.pillars
        ],
        engine=VERSION,
    )


def _indicator(one: Indicator, now: Assessment, contributions: Mapping[str, FactDraft]) -> dict[str, Any]:
    """`missing`: what it would need; `says`: what it rests on, in a sentence."""
    return {
        "key": one.key,
        "name": INDICATORS[one.key],
        "pillar": BANDS[one.key].pillar,
        "value": one.fact.value if one.fact else None,
        "unit": one.fact.unit if one.fact else "",
        "verdict": one.verdict,
        "missing": one.missing,
        "says": indicator_words(one).text if one.fact else missing_words(one),
        "basis": BANDS[one.key].source,
        "points": _number(one.points),
        "weight": round(float(now.score.weights.get(one.key, 0)), 4),
        "contribution": _number(contributions.get(one.key)),
        "facts": [one.fact.id, *(fact.id for fact in one.support)] if one.fact else [],
    }


def _number(fact: FactDraft | None) -> float | None:
    """A figure in tenths is the same in a float as it is written."""
    return None if fact is None else float(fact.value)

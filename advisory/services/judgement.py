"""Health and advice over the last full month, in the words that are stored: the report's own engines, asked once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from advisory.analysis.advice.choice import advise
from advisory.analysis.advice.inputs import AdviceInputs, Said
from advisory.analysis.advice.piece import Advice as Piece
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.findings import Alert, CashForecast, Series
from advisory.analysis.health import Indicator, assess_health
from advisory.analysis.history import History
from advisory.analysis.study import Study
from advisory.narration.advice import tell_advice
from advisory.services.advice import Given
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.money import to_minor
from transactions.ledger.period import Period, month_of

HEALTH_VERSION, ADVICE_VERSION = "health@1", "advice@2"
NO_SCORE = "These indicators are shown one by one. A score over all of them is not computed yet."


@dataclass(frozen=True, slots=True)
class Found:
    """What the engines found up to the last day seen, as far as advice leans on it."""

    series: Sequence[Series] = ()
    alerts: Sequence[Alert] = ()
    forecasts: Sequence[CashForecast] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`indicators`: as they are stored; `named`: {indicator: fact id}; `facts`: all that is spoken of and below it."""

    month: Period
    indicators: Sequence[Mapping[str, Any]]
    named: Mapping[str, str]
    given: Sequence[Given]
    facts: tuple[FactDraft, ...]

    @property
    def known(self) -> int:
        return sum(1 for one in self.indicators if one["value"] is not None)


def last_month_seen(as_of: date) -> Period:
    """The last month whose every day has been seen."""
    return month_of((as_of + timedelta(days=1)).replace(day=1) - timedelta(days=1))


def judge_month(
    columns: Columns,
    accounts: Sequence[AccountState],
    month: Period,
    base_currency: str,
    namespace: str,
    *,
    as_of: date | None = None,
    standing: Sequence[AccountState] | None = None,
    found: Found | None = None,
    said: Said | None = None,
    keys: Mapping[int, str] | None = None,
) -> Judgement:
    """Health by the full month, advice by everything up to `as_of` (the month's last day where it is not given).

    `accounts` at the end of the month, `standing` at the end of `as_of`; `found`: what the engines found up to then.
    """
    study = Study(
        History.of(columns, accounts, month, base_currency, is_partial=False), FactBook.over(columns, namespace)
    )
    health = assess_health(study)
    found = found or Found()
    inputs = AdviceInputs.of(
        study,
        columns,
        as_of or month.last_day,
        series=found.series,
        alerts=found.alerts,
        forecasts=found.forecasts,
        health=health,
        accounts=accounts if standing is None else standing,
        keys=keys,
        said=said,
    )
    given = [_given(piece, base_currency) for piece in advise(inputs)]
    named = {one.key: one.fact.id for one in health if one.fact} | _support(health)
    spoken = [*named.values(), *(fact for one in given for fact in one.facts.values())]
    return Judgement(month, [_indicator(one) for one in health], named, given, study.book.closure(spoken))


def _support(health: Iterable[Indicator]) -> dict[str, str]:
    """The figures that an indicator is explained with; not all of them go into it."""
    return {f"{one.key}.{place}": fact.id for one in health for place, fact in enumerate(one.support, start=1)}


def _indicator(one: Indicator) -> dict[str, Any]:
    return {
        "key": one.key,
        "pillar": "",
        "value": one.fact.value if one.fact else None,
        "unit": one.fact.unit if one.fact else "",
        "verdict": one.verdict,
        "missing": one.missing,
        "contribution": None,
        "facts": [one.fact.id, *(fact.id for fact in one.support)] if one.fact else [],
    }


def _given(piece: Piece, base_currency: str) -> Given:
    told = tell_advice(piece)
    facts = {name: fact.id for name, fact in piece.figures.items()}
    gain, follow = piece.gain, piece.follow_up
    if gain is not None:
        facts |= {"saving_low": gain.low.id, "saving_mid": gain.mid.id, "saving_high": gain.high.id}
    if follow is not None and follow.baseline is not None:
        facts["baseline"] = follow.baseline.id
    return Given(
        rule=piece.rule,
        key=piece.key,
        title=told.title.text,
        what=told.what.text,
        why=told.why.text,
        how=told.how.text,
        gain=told.gain.text,
        effort=piece.effort,
        currency=gain.mid.unit if gain else base_currency,
        savings=_savings(piece),
        confidence=float(piece.confidence),
        urgency=piece.urgency,
        facts=facts,
        ids=tuple(sorted(piece.claims)),
        assumptions=[one.as_json() for one in piece.assumptions],
        action={"kind": "ask" if piece.is_question else "do"},
        follow_up={**(follow.as_json() if follow else {}), "cool_down_days": piece.cool_down_days},
    )


def _savings(piece: Piece) -> tuple[int, int, int] | None:
    if piece.gain is None:
        return None
    low, mid, high = (
        to_minor(Decimal(fact.value), fact.unit) for fact in (piece.gain.low, piece.gain.mid, piece.gain.high)
    )
    return low, mid, high

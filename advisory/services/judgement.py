"""Advice over the last full month, in the words that are stored: the report's own engines, asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from advisory.analysis.advice.choice import advise
from advisory.analysis.advice.inputs import AdviceInputs, Said, state_of
from advisory.analysis.advice.piece import Advice as Piece
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.findings import Alert, CashForecast, Series
from advisory.analysis.history import Booking, History, last_full_month
from advisory.analysis.planning.figures import GoalFound, goals_found
from advisory.analysis.planning.standing import GoalPlan, goal_states
from advisory.analysis.study import Study
from advisory.narration.advice import tell_advice
from advisory.services.advice import Given
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.money import to_minor
from transactions.ledger.period import Period

ADVICE_VERSION = "advice@3"


@dataclass(frozen=True, slots=True)
class Found:
    """What the engines found up to the last day seen, as far as advice leans on it."""

    series: Sequence[Series] = ()
    alerts: Sequence[Alert] = ()
    forecasts: Sequence[CashForecast] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`facts`: all that is spoken of and below it."""

    month: Period
    given: Sequence[Given]
    facts: tuple[FactDraft, ...]
    goals: tuple[GoalFound, ...] = ()


def last_month_seen(as_of: date) -> Period:
    """The last month whose every day has been seen."""
    return last_full_month(as_of)


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
    goals: Sequence[GoalPlan] = (),
    keys: Mapping[int, str] | None = None,
    known: Mapping[int, Booking] | None = None,
) -> Judgement:
    """Advice over a full month and everything up to `as_of` (the month's last day where it is not given).

    `accounts` at the end of the month, `standing` at the end of `as_of`; `found`: what the engines found up to then;
    `goals`: those to judge by the same rows; `known`: see History.
    """
    history = History.of(columns, accounts, month, base_currency, is_partial=False, known=known)
    study = Study(history, FactBook.over(columns, namespace))
    found = found or Found()
    day, now = as_of or month.last_day, accounts if standing is None else standing
    aims = goals_found(study, columns, goals, now, day)
    inputs = AdviceInputs.of(
        study,
        columns,
        day,
        series=found.series,
        alerts=found.alerts,
        forecasts=found.forecasts,
        health=state_of(study),
        accounts=now,
        keys=keys,
        said=replace(said or Said(), goals=goal_states([one.standing for one in aims])),
    )
    given = [_given(piece, base_currency) for piece in advise(inputs)]
    spoken = [fact for one in given for fact in one.facts.values()]
    spoken += [fact.id for one in aims for fact in one.facts.values()]
    return Judgement(month, given, study.book.closure(spoken), aims)


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

"""The whole analysis of one owner, as a worker does it: read, categorise, find, judge, store. Safe to run twice.

Brings numpy along: only workers and commands may import this module. The same input is not analysed again.
"""

from __future__ import annotations

import gc
import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter

from django.db import transaction
from django.utils import timezone

from accounts.access import visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.alerts import Feedback
from advisory.analysis.as_json import forecast_as_json, months_as_json
from advisory.analysis.drivers import VERSION as DRIVERS_VERSION
from advisory.analysis.engine import VERSIONS, Analysis, Setting, analyse, categorise
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.health import VERSION as HEALTH_VERSION
from advisory.analysis.health import Ledger, Outlook
from advisory.analysis.history import Booking, whole_bookings
from advisory.analysis.noticed import Noticed, noticed_in, places_of
from advisory.analysis.outcomes.accepted import Since
from advisory.analysis.outcomes.measure import VERSION as OUTCOMES_VERSION
from advisory.analysis.planning.standing import GoalStanding, goal_chances, goal_values
from advisory.analysis.rows import Row
from advisory.analysis.series.keys import household_keys
from advisory.frames.rows import AnalysisInputs, analysis_hash, analysis_inputs, last_day_seen
from advisory.models import AnalysisRun, ForecastRun, HealthScore, Insight, MonthDrivers, Suggestion
from advisory.selectors.budget_states import budget_values, budget_words
from advisory.selectors.debts import debt_words
from advisory.selectors.findings import series_words
from advisory.selectors.goals import goal_plans, goal_words
from advisory.services.advice import advice_store
from advisory.services.advice_said import advice_words, said_by
from advisory.services.drivers import DriversFound, drivers_find, drivers_store
from advisory.services.facts import facts_keep, facts_sweep
from advisory.services.goals import goals_note
from advisory.services.health import HealthJudged, health_judge, health_store
from advisory.services.insights import answers_of, insights_store
from advisory.services.judgement import (
    ADVICE_VERSION,
    Found,
    Judgement,
    judge_month,
    last_month_seen,
)
from advisory.services.outcomes import Followed, outcomes_measured, outcomes_store, values_of
from advisory.services.series import series_known, series_store
from advisory.services.suggestions import Guessed, suggestions_store
from transactions.ledger.columns import AccountState, Columns
from transactions.selectors.columns import account_states, columns_for

LOOKS = 5
ASKED = "categories asked"
ASKED_BY = attrgetter(*(one.name for one in fields(Row) if one.name != "note"))
OUTSIDE = "decided"
KEPT_DAYS = 400
BUSY = "Your transactions kept changing while they were analysed. It is tried again by itself."


def analysis_refresh(*, owner: User) -> AnalysisRun | None:
    """Analyse what is new; None where there is no row at all. Nothing is written when nothing has changed."""
    as_of = last_day_seen(owner=owner, today=timezone.now().date())
    if as_of is None:
        _forget(owner)
        return None
    last = AnalysisRun.objects.filter(owner=owner).first()
    stamp = _stamp(owner, as_of) if last is not None else ""
    if last is not None and last.input_hash == stamp:
        return last
    with _no_collecting():
        return _refreshed(owner, as_of, stamp, "" if last is None else last.versions.get(ASKED, ""))


def _refreshed(owner: User, as_of: date, stamp: str, asked: str) -> AnalysisRun:
    started = time.monotonic()
    inputs = _categorised(owner, as_of, asked)
    if inputs is None or _stamp(owner, as_of) != stamp:
        inputs, stamp = _read(owner, as_of)
    analysis = analyse(inputs.rows, as_of, setting_of(owner, inputs))
    judged = _judge(owner, inputs, analysis)
    with transaction.atomic():
        found = _store(owner, inputs, analysis, judged)
        whole = _ids(analysis.figures.whole)
        run = _note(owner, inputs, stamp, found, whole, time.monotonic() - started)
        facts_sweep(owner=owner)
        return run


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python looks for cycles of references again and again among hundreds of thousands of rows that have none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _stamp(owner: User, as_of: date) -> str:
    """Rows, accounts, versions, and the user's word about series and alerts."""
    versions = (sorted(VERSIONS.items()), HEALTH_VERSION, ADVICE_VERSION, OUTCOMES_VERSION, DRIVERS_VERSION)
    plans = (goal_words(owner, as_of), debt_words(owner), budget_words(owner))
    said = (answers_of(owner), advice_words(owner=owner), *plans)
    also = (versions, series_words(owner), said)
    return analysis_hash(owner=owner, as_of=as_of, also=also)


def _read(owner: User, as_of: date) -> tuple[AnalysisInputs, str]:
    """Read until two looks agree, so that a write in between cannot mix two states."""
    before = _stamp(owner, as_of)
    for _ in range(LOOKS):
        inputs = analysis_inputs(owner=owner, as_of=as_of)
        after = _stamp(owner, as_of)
        if after == before:
            return inputs, after
        before = after
    raise DomainError("busy", BUSY)


def _categorised(owner: User, as_of: date, asked: str) -> AnalysisInputs | None:
    """The input, with every open row asked about; None where that gave rows another category, so that it has to be
    read again. `asked`: what the last run asked about; the same again has the same answers, which are stored."""
    inputs = analysis_inputs(owner=owner, as_of=as_of)
    if asked == _asked(inputs):
        return inputs
    guesses = categorise(inputs.rows, inputs.undecided.keys(), sorted(set(inputs.labels) & set(inputs.names.values())))
    guessed = Guessed(guesses, inputs.labels, inputs.undecided, VERSIONS["categories"])
    return None if suggestions_store(owner=owner, guessed=guessed) else inputs


def _asked(inputs: AnalysisInputs) -> str:
    """Stands for all that the categoriser goes by. A note or an answer to an alert is none of it, and need not cost
    the dearest part of a run."""
    names = sorted(set(inputs.labels) & set(inputs.names.values()))
    digest = hashlib.sha256(repr((VERSIONS["categories"], names, sorted(inputs.labels.items()))).encode())
    for row in inputs.rows.rows:
        seen = (*ASKED_BY(row), inputs.undecided.get(row.id, OUTSIDE))
        digest.update(repr(seen).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def setting_of(owner: User, inputs: AnalysisInputs) -> Setting:
    """What the engines are told beside the rows: balances, suggestions, and the user's word so far."""
    names = inputs.names
    return Setting(
        balances=inputs.balances or None,
        suggested={pk: names[category] for pk, category in inputs.undecided.items() if category},
        known=series_known(owner=owner),
        feedback=_feedback(owner),
        namespace=f"user:{owner.pk}",
        wanted=(),
    )


def _feedback(owner: User) -> Feedback:
    """Fine means that the alarm was false, dismissed that it was right; neither is raised again."""
    answers = answers_of(owner)
    return Feedback(
        dismissed=Counter(kind for kind, status, _ in answers if status == Insight.Status.FINE),
        confirmed=Counter(kind for kind, status, _ in answers if status == Insight.Status.DISMISSED),
        seen=frozenset(pk for _, _, ids in answers for pk in ids),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is said about full months, and what came of advice that was accepted."""

    judgement: Judgement
    followed: Sequence[Followed]
    health: HealthJudged
    drivers: DriversFound

    @property
    def facts(self) -> Iterable[FactDraft]:
        outcomes = (fact for one in self.followed for fact in one.facts.values())
        return chain(self.judgement.facts, outcomes, self.health.facts, self.drivers.facts)


def _judge(owner: User, inputs: AnalysisInputs, analysis: Analysis) -> _Judged:
    """Advice, its outcomes, health and what drove the change over the last full month, from one reading of the
    ledger."""
    month = last_month_seen(inputs.as_of)
    seen = columns_for(owner=owner, end=inputs.as_of + timedelta(days=1))
    columns = Columns(tuple(one for one in seen.shares if one.booking_date < month.end))
    accounts = account_states(owner=owner, as_of=month.end)
    namespace = f"user:{owner.pk}"
    currency = inputs.base_currency
    own = whole_bookings(share for share in seen.shares if share.currency == currency)
    known = {booking.transaction_id: booking for booking in own}
    judgement, followed = _advise(owner, inputs, analysis, seen, accounts, known)
    health = health_judge(
        owner=owner,
        ledger=Ledger(columns, accounts, currency, namespace, known),
        month=month,
        outlook=_outlook(analysis, currency, [one.standing for one in judgement.goals]),
    )
    drivers = drivers_find(owner, columns, month, currency, namespace, analysis.series, known)
    return _Judged(judgement, followed, health, drivers)


def _advise(  # noqa: PLR0917 (what is advised rests on all of it)
    owner: User,
    inputs: AnalysisInputs,
    analysis: Analysis,
    seen: Columns,
    accounts: Sequence[AccountState],
    known: Mapping[int, Booking],
) -> tuple[Judgement, list[Followed]]:
    """What to do now, and what has come of what was taken up before."""
    keys = dict(zip(inputs.rows.ids.tolist(), household_keys(inputs.rows, {}), strict=True))
    said = said_by(owner=owner, as_of=inputs.as_of)
    judgement = judge_month(
        seen,
        accounts,
        last_month_seen(inputs.as_of),
        inputs.base_currency,
        f"user:{owner.pk}",
        as_of=inputs.as_of,
        standing=inputs.accounts,
        found=Found(analysis.series, analysis.alerts, analysis.forecasts),
        said=said,
        goals=goal_plans(owner=owner, as_of=inputs.as_of),
        keys=keys,
        known=known,
    )
    values = {
        **values_of(owner=owner),
        **goal_values([one.standing for one in judgement.goals]),
        **budget_values(said.budgets),
    }
    since = Since(inputs.as_of, seen.shares, keys, analysis.series, tuple(inputs.accounts), values)
    book = FactBook.over(seen, f"user:{owner.pk}")
    return judgement, outcomes_measured(owner=owner, since=since, book=book)


def _outlook(analysis: Analysis, currency: str, goals: Sequence[GoalStanding]) -> Outlook:
    ahead = (one for one in analysis.forecasts if one.currency == currency and not one.account)
    chances = goal_chances(goals, currency)
    return Outlook(series=analysis.series, forecast=next(ahead, None), goals=chances)


def _store(owner: User, inputs: AnalysisInputs, analysis: Analysis, judged: _Judged) -> dict[str, int]:
    """Everything found, and the facts that are spoken of; returns how many of each."""
    noticed = noticed_in(analysis, places_of(inputs.rows))
    facts_keep(owner=owner, drafts=_drafts(analysis, noticed, judged), states=inputs.states)
    series = series_store(
        owner=owner,
        settled=analysis.settled,
        facts=[_ids(named) for named in analysis.figures.series],
        engine=analysis.versions["series"],
        watched=analysis.watched,
    )
    insights = insights_store(owner=owner, noticed=noticed, engine=analysis.versions["alerts"])
    outcomes_store(owner=owner, followed=judged.followed, as_of=inputs.as_of)
    advice = advice_store(owner=owner, given=judged.judgement.given, as_of=inputs.as_of, engine=ADVICE_VERSION)
    forecasts_store(owner=owner, analysis=analysis, labels={name: pk for pk, name in inputs.names.items()})
    health_store(owner=owner, judged=judged.health)
    goals = judged.judgement.goals
    goals_note(
        owner=owner,
        found=[one.standing for one in goals],
        facts={one.standing.plan.key: _ids(one.facts) for one in goals},
        day=inputs.as_of,
    )
    drivers_store(owner=owner, found=judged.drivers)
    return {
        "series": len(series),
        "insights": len(insights),
        "advice": len(advice),
        "suggestions": visible_to(Suggestion.objects.all(), owner).count(),
    }


def _ids(named: Mapping[str, FactDraft]) -> dict[str, str]:
    return {name: fact.id for name, fact in named.items()}


def _drafts(analysis: Analysis, noticed: Iterable[Noticed], judged: _Judged) -> list[FactDraft]:
    """Each once: the engines' and the month's own may be the same figure."""
    told = (fact for one in noticed for fact in one.facts.values())
    every = chain(analysis.facts, judged.facts, told)
    return list({fact.id: fact for fact in every}.values())


def forecasts_store(*, owner: User, analysis: Analysis, labels: Mapping[str, int]) -> None:
    """One run a currency and day; those older than a year and a month go."""
    for forecast, named in zip(analysis.forecasts, analysis.figures.forecasts, strict=True):
        if forecast.account:
            continue
        proof = forecast.backtest
        ForecastRun.objects.update_or_create(
            owner=owner,
            currency=forecast.currency,
            as_of=forecast.as_of,
            defaults={
                "horizon_days": len(forecast.days),
                "is_change": forecast.is_change,
                "cash": forecast_as_json(forecast, analysis.forecasts, {}),
                "months": [
                    months_as_json(line) | {"category": labels.get(line.category)}
                    for line in analysis.months
                    if line.currency == forecast.currency and (not line.category or line.category in labels)
                ],
                "mase": proof.mase,
                "coverage": proof.coverage,
                "windows": proof.n,
                "beats_naive": proof.beats_naive,
                "facts": _ids(named),
                "engine": forecast.version,
            },
        )
    old = analysis.as_of - timedelta(days=KEPT_DAYS)
    ForecastRun.objects.filter(owner=owner).exclude(as_of__gt=old, as_of__lte=analysis.as_of).delete()


def _note(  # noqa: PLR0917 (what is remembered of a run)
    owner: User,
    inputs: AnalysisInputs,
    stamp: str,
    found: dict[str, int],
    facts: dict[str, str],
    seconds: float,
) -> AnalysisRun:
    run, _ = AnalysisRun.objects.update_or_create(
        owner=owner,
        defaults={
            "input_hash": stamp,
            "as_of": inputs.as_of,
            "row_count": len(inputs.rows),
            "versions": {
                ASKED: _asked(inputs),
                **VERSIONS,
                "health": HEALTH_VERSION,
                "advice": ADVICE_VERSION,
                "outcomes": OUTCOMES_VERSION,
                "drivers": DRIVERS_VERSION,
            },
            "found": found,
            "facts": facts,
            "seconds": round(seconds, 3),
        },
    )
    return run


@transaction.atomic
def _forget(owner: User) -> None:
    """No row is left: nothing that was found counts any more. What the user said stays."""
    suggestions_store(owner=owner, guessed=Guessed((), {}, {}, VERSIONS["categories"]))
    series_store(owner=owner, settled=(), facts=(), engine=VERSIONS["series"], watched=())
    insights_store(owner=owner, noticed=(), engine=VERSIONS["alerts"])
    advice_store(owner=owner, given=(), as_of=timezone.now().date(), engine=ADVICE_VERSION)
    goals_note(owner=owner, found=(), facts={}, day=timezone.now().date())
    ForecastRun.objects.filter(owner=owner).delete()
    HealthScore.objects.filter(owner=owner).delete()
    MonthDrivers.objects.filter(owner=owner).delete()
    AnalysisRun.objects.filter(owner=owner).delete()
    facts_sweep(owner=owner)

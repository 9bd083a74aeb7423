"""The monthly report: from a user's rows to a document whose every figure is a fact. No clock, no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from advisory.analysis.advice.choice import advise
from advisory.analysis.advice.inputs import AdviceInputs
from advisory.analysis.advice.piece import Advice
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.groups import BY_CATEGORY, BY_PAYEE, Groups
from advisory.analysis.health import HealthOverTime, Indicator, Ledger, Outlook, assess_health, health_over_time
from advisory.analysis.history import History
from advisory.analysis.planning.figures import GoalFound, PayoffFound, Standing, goals_found, payoff_found
from advisory.analysis.planning.payoff import currencies_owed, payoff_of
from advisory.analysis.planning.standing import goal_chances, goal_states
from advisory.analysis.study import Study
from advisory.narration.gate import assert_words_carry_only_facts
from advisory.narration.voice import Language, Voice, speaking, voice
from advisory.reports.before import Before
from advisory.reports.document import FORMAT_VERSION, KeyFigure, ReportDocument, Section
from advisory.reports.findings import SHORTFALL, Findings
from advisory.reports.localised import localised, localised_figure
from advisory.reports.sections import (
    advice,
    ahead,
    changes,
    currencies,
    goals,
    health,
    movements,
    quality,
    recurring,
    restated,
    spending,
    summary,
    worked,
)
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.period import Period

Stage = Callable[[str, int], None]


# Raise it when a threshold or a choice changes what a report says, or an engine's version that it tells of: reports of
# before are then out of date.
ENGINE_VERSION = 7


def ignore(_stage: str, _per_cent: int) -> None:
    """Tell nobody how far it is."""


def build_monthly_report(
    columns: Columns,
    accounts: Sequence[AccountState],
    month: Period,
    *,
    namespace: str,
    base_currency: str,
    is_partial: bool,
    language: Language = "en",
    found: Findings | None = None,
    before: Before | None = None,
    stage: Stage = ignore,
) -> ReportDocument:
    """One month against everything before it.

    `columns` holds the user's shares; what is booked on or after the month's end is not looked at. `accounts` hold
    the balances at the month's end (or now, in a running month). `namespace` is the owner's identity: it goes into
    every fact's id, and chooses with the month among the wordings of a situation. `found`: what the engines found up to
    the last day looked at. `before`: the version that this one replaces. `stage` is called with a word and the per cent
    done. The same input gives the same document; a sentence with a figure that no fact stands behind raises
    UnprovenWordsError.
    """
    stage("history", 5)
    history = History.of(columns, accounts, month, base_currency, is_partial=is_partial)
    study = Study(history, FactBook.over(columns, namespace))
    with speaking(Voice(language, namespace, month.start.year * 12 + month.start.month)):
        return _worded(study, columns, found or Findings(), before, stage)


def _worded(study: Study, columns: Columns, found: Findings, before: Before | None, stage: Stage) -> ReportDocument:
    stage("figures", 20)
    figures = summary.measure_month(study)
    top = summary.key_figures(study, figures)
    sections = _sections(study, columns, figures, found, stage)
    stage("evidence", 90)
    return document_of(study, figures, top, with_restated(study, sections, before), found, before)


def with_restated(study: Study, sections: tuple[Section, ...], before: Before | None) -> tuple[Section, ...]:
    """What became different stands behind the summary and the advice, which the first page needs; it is built last,
    from the figures of all others."""
    told = restated.build(study, before)
    return (*sections[:2], told, *sections[2:]) if told else sections


def document_of(  # noqa: PLR0917 (all that a report is made of)
    study: Study,
    figures: summary.MonthFigures,
    top: tuple[KeyFigure, ...],
    sections: tuple[Section, ...],
    found: Findings,
    before: Before | None,
) -> ReportDocument:
    """The whole of it with its facts. Raises UnprovenWordsError for a figure that no fact stands behind."""
    headline = summary.headline(study, figures)
    others = (*found.facts, *(before.facts if before else ()))
    facts = _facts_of(study.book, others, headline.facts, top, sections)
    known = study.book.facts.keys() | {fact.id for fact in found.facts}
    document = ReportDocument(
        FORMAT_VERSION, study.month, study.currency, study.history.is_partial, headline,
        tuple(map(localised_figure, top)), tuple(map(localised, sections)), facts, voice().language,
        earlier=frozenset(fact.id for fact in facts if fact.id not in known),
    )  # fmt: skip
    _prove_words(document)
    return document


def _sections(
    study: Study, columns: Columns, figures: summary.MonthFigures, found: Findings, stage: Stage
) -> tuple[Section, ...]:
    categories, payees = Groups.of(study, BY_CATEGORY), Groups.of(study, BY_PAYEE)
    overview = summary.build(study, figures)
    where = spending.build(study, categories, payees)
    moved = changes.build(study, categories, payees)
    stage("recurring", 45)
    bills = recurring.build(study, found)
    stage("unusual", 60)
    odd = movements.build(study, [one for one in found.told if one.kind != SHORTFALL])
    stage("health", 75)
    aims = goals_of(study, columns, found)
    over = health_of(study, columns, found, aims)
    indicators = over.now.indicators if over else assess_health(study)
    state = health.build(indicators, over)
    later = ahead.build(study, found)
    stage("advice", 85)
    before = worked.build(study, found)
    steps = advice.build(advice_of(study, columns, found, indicators, aims))
    wanted = goals.build(aims, payoffs_of(study, columns, found))
    others = currencies.build(study)
    basis = quality.build(study, figures)
    every = (overview, steps, before, where, moved, bills, odd, later, wanted, state, others, basis)
    return tuple(section for section in every if section)


def _last_day(study: Study) -> date:
    """The last day looked at."""
    return study.history.asof - timedelta(days=1)


def goals_of(study: Study, columns: Columns, found: Findings) -> tuple[GoalFound, ...]:
    """How each goal stands on the last day looked at."""
    return goals_found(study, columns, found.goals, study.history.accounts, _last_day(study))


def payoffs_of(study: Study, columns: Columns, found: Findings) -> list[PayoffFound]:
    """The ways to pay off what is owed, the base currency first."""
    accounts = study.history.accounts
    stands = Standing(study, columns, accounts, _last_day(study))
    codes = sorted(currencies_owed(accounts), key=lambda code: (code != study.currency, code))
    return [payoff_found(stands, payoff_of(accounts, found.payoffs, code)) for code in codes]


def health_of(study: Study, columns: Columns, found: Findings, aims: Sequence[GoalFound]) -> HealthOverTime | None:
    """With its score and why that moved; a running month has none."""
    history = study.history
    if history.is_partial:
        return None
    ledger = Ledger(columns, history.accounts, study.currency, study.book.namespace, history.wholes)
    cash = found.cash(study.currency)
    chances = goal_chances([one.standing for one in aims], study.currency)
    outlook = Outlook(tuple(series for series, _ in found.series), cash[0] if cash else None, goals=chances)
    return health_over_time(ledger, study.month, outlook, study.book)


def advice_of(
    study: Study, columns: Columns, found: Findings, health: Sequence[Indicator], aims: Sequence[GoalFound]
) -> list[Advice]:
    """As it is advised on the last day looked at. Questions are left out: nobody can answer a report."""
    inputs = AdviceInputs.of(
        study,
        columns,
        _last_day(study),
        series=[series for series, _ in found.series],
        alerts=found.alerts,
        forecasts=[forecast for forecast, _ in found.forecasts],
        health=health,
        accounts=study.history.accounts,
        keys=found.keys,
        said=replace(found.said, goals=goal_states([one.standing for one in aims])),
    )
    return [one for one in advise(inputs) if not one.is_question]


def _facts_of(
    book: FactBook,
    others: Sequence[FactDraft],
    headline: Sequence[str],
    top: Sequence[KeyFigure],
    sections: Sequence[Section],
) -> tuple[FactDraft, ...]:
    """Only what is spoken of and what that was made from, in the order of the making; `others`: of other books."""
    above = [fact for figure in top for sentence in (figure.value, figure.note) for fact in sentence.facts]
    return book.closure(chain(headline, above, *(section.fact_ids() for section in sections)), others)


def _prove_words(document: ReportDocument) -> None:
    facts = {fact.id: fact for fact in document.facts}
    for sentence in document.sentences():
        assert_words_carry_only_facts(sentence, facts)

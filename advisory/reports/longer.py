"""Reports of quarters and years: the figures of the period, its months, and how things stand at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from advisory.analysis.facts import FactBook
from advisory.analysis.groups import BY_CATEGORY, BY_PAYEE, Groups
from advisory.analysis.health import assess_health
from advisory.analysis.history import History
from advisory.analysis.study import Study
from advisory.narration.voice import Language, Voice, speaking
from advisory.reports.before import Before
from advisory.reports.document import ReportDocument, Section
from advisory.reports.findings import SHORTFALL, Findings
from advisory.reports.monthly import (
    Stage,
    advice_of,
    document_of,
    goals_of,
    health_of,
    ignore,
    payoffs_of,
    with_restated,
)
from advisory.reports.sections import (
    advice,
    changes,
    currencies,
    goals,
    health,
    months,
    movements,
    quality,
    recurring,
    spending,
    summary,
    worked,
)
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.period import Period, month_count, month_of


def build_longer_report(
    columns: Columns,
    accounts: Sequence[AccountState],
    period: Period,
    *,
    namespace: str,
    base_currency: str,
    is_partial: bool,
    language: Language = "en",
    found: Findings | None = None,
    before: Before | None = None,
    stage: Stage = ignore,
) -> ReportDocument:
    """One quarter or year against earlier whole ones, or where there are none, its months against each other.

    As `build_monthly_report` otherwise. Health and advice are those of the last month looked at; what is ahead is left
    to that month's own report.
    """
    stage("history", 5)
    history = History.of(columns, accounts, period, base_currency, is_partial=is_partial)
    study = Study(history, FactBook.over(columns, namespace))
    turn = (period.start.year * 12 + period.start.month) // month_count(period)
    with speaking(Voice(language, namespace, turn)):
        return _worded(study, columns, found or Findings(), before, stage)


def _worded(study: Study, columns: Columns, found: Findings, before: Before | None, stage: Stage) -> ReportDocument:
    stage("figures", 20)
    figures = summary.measure_month(study)
    top = summary.key_figures(study, figures)
    sections = _sections(study, columns, figures, found, stage)
    stage("evidence", 90)
    return document_of(study, figures, top, with_restated(study, sections, before), found, before)


def _sections(
    study: Study, columns: Columns, figures: summary.MonthFigures, found: Findings, stage: Stage
) -> tuple[Section, ...]:
    categories, payees = Groups.of(study, BY_CATEGORY), Groups.of(study, BY_PAYEE)
    overview, inside = summary.build(study, figures), months.build(study, figures)
    where = spending.build(study, categories, payees)
    moved = changes.build(study, categories, payees)
    stage("recurring", 45)
    bills = recurring.build(study, found)
    stage("unusual", 60)
    odd = movements.build(study, [one for one in found.told if one.kind != SHORTFALL])
    stage("health", 75)
    last = last_month_of(study, columns)
    aims = goals_of(last, columns, found)
    over = health_of(last, columns, found, aims)
    indicators = over.now.indicators if over else assess_health(last)
    state = health.build(indicators, over)
    stage("advice", 85)
    before = worked.build(study, found)
    steps = advice.build(advice_of(last, columns, found, indicators, aims))
    wanted = goals.build(aims, payoffs_of(last, columns, found))
    every = (overview, steps, inside, before, where, moved, bills, odd, wanted, state, currencies.build(study))
    basis = quality.build(study, figures)
    return tuple(section for section in (*every, basis) if section)


def last_month_of(study: Study, columns: Columns) -> Study:
    """The last month looked at, with its figures in the same book."""
    history = study.history
    month = month_of(max(history.asof - timedelta(days=1), history.month.start))
    of_month = History.of(
        columns, history.accounts, month, study.currency, is_partial=history.is_partial, known=history.wholes
    )
    return replace(study, history=of_month)

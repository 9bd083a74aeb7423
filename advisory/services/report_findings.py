"""The engines asked as of a report's last day. Brings numpy along: only workers and commands may import this module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.engine import analyse
from advisory.analysis.facts import FactBook
from advisory.analysis.outcomes.accepted import Since
from advisory.frames.reports import ReportInputs
from advisory.frames.rows import analysis_inputs
from advisory.models import Advice
from advisory.reports.engines import findings_of
from advisory.reports.findings import Findings, Taken
from advisory.selectors.debts import payoffs_said
from advisory.selectors.goals import goals_standing
from advisory.services.advice_said import said_by
from advisory.services.analysis import setting_of
from advisory.services.outcomes import outcomes_measured, values_of


def findings_for(*, owner: User, inputs: ReportInputs) -> Findings:
    """As the analysis would find it on the last day that the report looks at; nothing where there are no rows."""
    last = max((share.booking_date for share in inputs.columns.shares), default=None)
    if last is None:
        return Findings()
    as_of = last if inputs.is_partial else inputs.period.end - timedelta(days=1)
    seen = analysis_inputs(owner=owner, as_of=as_of)
    analysis = analyse(seen.rows, as_of, setting_of(owner, seen))
    found = findings_of(analysis, seen.rows, said_by(owner=owner, as_of=as_of))
    goals = goals_standing(owner=owner, as_of=as_of)
    said = {**values_of(owner=owner), **goals.values}
    since = Since(as_of, inputs.columns.shares, found.keys, analysis.series, tuple(seen.accounts), said)
    taken = tuple(_taken(owner, since, FactBook.over(inputs.columns, inputs.namespace)))
    facts = [fact for one in taken for fact in one.facts.values()]
    plans = tuple(one.plan for one in goals.found)
    return replace(found, taken=taken, facts=(*found.facts, *facts), goals=plans, payoffs=payoffs_said(owner=owner))


def _taken(owner: User, since: Since, book: FactBook) -> Iterator[Taken]:
    """The latest first."""
    followed = outcomes_measured(owner=owner, since=since, book=book)
    rows = visible_to(Advice.objects.filter(pk__in=[one.advice_id for one in followed]), owner).in_bulk()
    for one in sorted(followed, key=lambda one: -one.advice_id):
        row = rows[one.advice_id]
        assert row.accepted_at is not None
        yield Taken(str(row.pk), row.title, row.accepted_at.date(), one.measured.state, one.facts)

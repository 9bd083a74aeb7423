"""Storing facts: content-addressed rows, never changed, with a hash of the rows they were computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import timedelta

from django.utils import timezone

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.facts import FactDraft
from advisory.models import (
    Advice,
    AnalysisRun,
    Fact,
    ForecastRun,
    Goal,
    HealthScore,
    Insight,
    MonthDrivers,
    Outcome,
    RecurringSeries,
    Report,
    ReportFact,
)
from advisory.selectors.facts import MOST_LISTED, id_ranges, rows_hash

BATCH = 500
ASKED_METRICS = "ask_"
ASKED_KEPT = timedelta(days=1)
"""An answer that is still on somebody's screen leads to its rows, though nothing stored speaks of it."""


def facts_store(
    *,
    owner: User,
    report: Report,
    drafts: Sequence[FactDraft],
    states: Mapping[int, str],
    earlier: Set[str] = frozenset(),
) -> None:
    """Store the drafts (those that exist already stay) and tie them to the report in their order.

    `earlier`: the ids of an earlier version's among them. They are stored already, and keep the rows' states of then:
    those of now would hide that they no longer hold.
    """
    facts_keep(owner=owner, drafts=[draft for draft in drafts if draft.id not in earlier], states=states)
    ReportFact.objects.bulk_create(
        [
            ReportFact(report=report, fact_id=draft.id, position=position, is_earlier=draft.id in earlier)
            for position, draft in enumerate(drafts)
        ],
        batch_size=BATCH,
    )


def facts_keep(*, owner: User, drafts: Sequence[FactDraft], states: Mapping[int, str]) -> None:
    """Store the drafts; those that exist already stay, with the rows' states as they are now.

    `states` are those the figures were computed from, by transaction id: a row that was changed since then must
    make its facts stale, so they are not read again here.
    """
    for start in range(0, len(drafts), BATCH):
        Fact.objects.bulk_create(
            [fact_row(owner, draft, states) for draft in drafts[start : start + BATCH]],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["rows_hash", "computed_at"],
        )


def facts_sweep(*, owner: User) -> int:
    """Remove facts that nothing speaks of any more; returns how many. Those of reports stay as long as these,
    those of answers for a day."""
    held = set(visible_to(Fact.objects.filter(report_facts__isnull=False), owner).values_list("pk", flat=True))
    rows = visible_to(Fact.objects.order_by(), owner).values_list("pk", "inputs")
    inputs = dict(rows)
    fresh = Fact.objects.filter(metric__startswith=ASKED_METRICS, computed_at__gte=timezone.now() - ASKED_KEPT)
    held.update(visible_to(fresh, owner).values_list("pk", flat=True))
    queue = [*held, *facts_spoken_of(owner)]
    wanted: set[str] = set()
    while queue:
        current = queue.pop()
        if current not in wanted and current in inputs:
            wanted.add(current)
            queue.extend(inputs[current])
    loose = sorted(inputs.keys() - wanted)
    for start in range(0, len(loose), BATCH):
        Fact.objects.filter(owner=owner, pk__in=loose[start : start + BATCH]).delete()
    return len(loose)


def facts_spoken_of(owner: User) -> set[str]:
    """The ids of facts that a row of the owner's names beside reports."""
    named: set[str] = set()
    for model in (Insight, Advice, RecurringSeries, AnalysisRun, ForecastRun, Goal, HealthScore, MonthDrivers):
        for facts in model._default_manager.filter(owner=owner).values_list("facts", flat=True):  # noqa: SLF001
            named.update(facts.values())
    for facts in Outcome.objects.filter(advice__owner=owner).values_list("facts", flat=True):
        named.update(facts.values())
    return named


def fact_row(owner: User, draft: FactDraft, states: Mapping[int, str]) -> Fact:
    is_long = len(draft.transactions) > MOST_LISTED
    return Fact(
        id=draft.id,
        owner=owner,
        metric=draft.metric,
        kind=draft.kind,
        value=draft.value,
        unit=draft.unit,
        period_start=draft.period.start,
        period_end=draft.period.end,
        formula=draft.formula,
        params=dict(draft.params),
        transactions=[] if is_long else list(draft.transactions),
        ranges=id_ranges(draft.transactions) if is_long else [],
        row_count=len(draft.transactions),
        shares={str(txn): minor for txn, minor in draft.shares.items()},
        inputs=list(draft.inputs),
        rows_hash=rows_hash(draft.transactions, states),
        computed_at=timezone.now(),
    )

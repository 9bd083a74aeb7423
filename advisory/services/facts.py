"""Storing facts: content-addressed rows, never changed, with a hash of the rows they were computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone

from accounts.models import User
from advisory.analysis.facts import FactDraft
from advisory.models import Fact, Report, ReportFact
from advisory.selectors.facts import rows_hash

BATCH = 500


def facts_store(*, owner: User, report: Report, drafts: Sequence[FactDraft], states: Mapping[int, str]) -> None:
    """Store the drafts (those that exist already stay) and tie them to the report in their order.

    `states` are those the figures were computed from, by transaction id: a row that was changed since then must
    make its facts stale, so they are not read again here.
    """
    Fact.objects.bulk_create(
        [fact_row(owner, draft, states) for draft in drafts],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["rows_hash", "computed_at"],
    )
    ReportFact.objects.bulk_create(
        [ReportFact(report=report, fact_id=draft.id, position=position) for position, draft in enumerate(drafts)],
        batch_size=BATCH,
    )


def fact_row(owner: User, draft: FactDraft, states: Mapping[int, str]) -> Fact:
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
        transactions=list(draft.transactions),
        shares={str(txn): minor for txn, minor in draft.shares.items()},
        inputs=list(draft.inputs),
        rows_hash=rows_hash(draft.transactions, states),
        computed_at=timezone.now(),
    )

"""What a report is told of the version that it replaces."""

from __future__ import annotations

from advisory.frames.reports import ReportInputs
from advisory.models import Fact, Report, ReportRows
from advisory.reports.before import Before
from advisory.selectors.facts import draft_of


def before_of(report: Report, inputs: ReportInputs) -> Before | None:
    """None for a first version. The version was chosen when the report was asked for, so that doing the job again
    compares with the same one; its facts never change."""
    if report.previous_id is None:
        return None
    own = Fact.objects.filter(report_facts__report_id=report.previous_id, report_facts__is_earlier=False)
    seen = ReportRows.objects.filter(report_id=report.previous_id).first()
    return Before(
        facts=tuple(draft_of(fact) for fact in own.order_by("report_facts__position")),
        then={int(txn): state for txn, state in seen.states.items()} if seen else None,
        now=rows_of(inputs),
    )


def rows_of(inputs: ReportInputs) -> dict[int, str]:
    """{transaction id: state} of the rows booked inside the report's own period."""
    ids = {share.transaction_id for share in inputs.columns.shares if share.booking_date in inputs.period}
    return {txn: inputs.states[txn] for txn in sorted(ids)}

"""Reports for tests, built as a worker does it: the engines over the same rows first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from advisory.analysis.engine import Setting, analyse
from advisory.analysis.history import whole_bookings
from advisory.analysis.rows import Row, Rows
from advisory.narration.voice import Language
from advisory.reports.before import Before
from advisory.reports.build import build_report
from advisory.reports.document import ReportDocument
from advisory.reports.engines import findings_of
from advisory.reports.findings import Findings
from advisory.reports.monthly import ignore
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.period import Period


def rows_of(columns: Columns, before: Period) -> Rows:
    """The movements booked before the month's end as the engines read them; a split row has no category there."""
    return Rows.of(
        Row(
            one.transaction_id, one.booking_date, one.amount_minor, one.lead.currency, str(one.lead.account_id),
            one.lead.text, one.lead.payee_name, one.lead.category_name if len(one.shares) == 1 else "",
            one.lead.is_transfer,
        )
        for one in whole_bookings(columns.shares)
        if one.booking_date < before.end
    )  # fmt: skip


def findings_in(
    columns: Columns, accounts: Sequence[AccountState], month: Period, namespace: str, *, is_partial: bool = False
) -> Findings:
    rows = rows_of(columns, month)
    if not len(rows):
        return Findings()
    as_of = max(row.booking_date for row in rows.rows) if is_partial else month.end - timedelta(days=1)
    balances = {str(one.account_id): one.balance_minor for one in accounts if one.has_known_opening}
    return findings_of(analyse(rows, as_of, Setting(balances=balances or None, namespace=namespace, wanted=())), rows)


def report_of(
    columns: Columns,
    accounts: Sequence[AccountState],
    month: Period,
    *,
    namespace: str,
    base_currency: str,
    is_partial: bool,
    language: Language = "en",
    before: Before | None = None,
    stage: Callable[[str, int], None] = ignore,
) -> ReportDocument:
    """The report of the period, with everything that the engines find up to its end."""
    found = findings_in(columns, accounts, month, namespace, is_partial=is_partial)
    return build_report(
        columns,
        accounts,
        month,
        namespace=namespace,
        base_currency=base_currency,
        is_partial=is_partial,
        language=language,
        found=found,
        before=before,
        stage=stage,
    )

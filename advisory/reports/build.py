"""The one door to reports of every length."""

from __future__ import annotations

from collections.abc import Sequence

from advisory.narration.voice import Language
from advisory.reports.before import Before
from advisory.reports.document import ReportDocument
from advisory.reports.findings import Findings
from advisory.reports.longer import build_longer_report
from advisory.reports.monthly import Stage, build_monthly_report, ignore
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.period import Period, kind_of


def build_report(
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
    """A month, a quarter or a year; KeyError for a period of another length. See `build_monthly_report`."""
    build = build_monthly_report if kind_of(period) == "month" else build_longer_report
    return build(
        columns,
        accounts,
        period,
        namespace=namespace,
        base_currency=base_currency,
        is_partial=is_partial,
        language=language,
        found=found,
        before=before,
        stage=stage,
    )

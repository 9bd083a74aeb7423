"""The engines asked as of a report's last day. Brings numpy along: only workers and commands may import this module."""

from __future__ import annotations

from datetime import timedelta

from accounts.models import User
from advisory.analysis.engine import analyse
from advisory.frames.reports import ReportInputs
from advisory.frames.rows import analysis_inputs
from advisory.reports.engines import findings_of
from advisory.reports.findings import Findings
from advisory.services.advice_said import said_by
from advisory.services.analysis import setting_of


def findings_for(*, owner: User, inputs: ReportInputs) -> Findings:
    """As the analysis would find it on the last day that the report looks at; nothing where there are no rows."""
    last = max((share.booking_date for share in inputs.columns.shares), default=None)
    if last is None:
        return Findings()
    as_of = last if inputs.is_partial else inputs.period.end - timedelta(days=1)
    seen = analysis_inputs(owner=owner, as_of=as_of)
    analysis = analyse(seen.rows, as_of, setting_of(owner, seen))
    return findings_of(analysis, seen.rows, said_by(owner=owner, as_of=as_of))

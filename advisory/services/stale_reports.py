"""Noticing that a finished report no longer says what the ledger says."""

from __future__ import annotations

from accounts.models import User
from advisory.models import Report
from advisory.selectors.reports import inputs_hash, report_list
from advisory.services.reports import is_partial


def reports_check(*, owner: User) -> int:
    """Mark each current report that would come out anew if asked for as outdated and the others as not; returns how
    many are. One of a period that was not over then and is now counts as outdated too."""
    outdated = 0
    for report in report_list(owner).filter(status=Report.Status.SUCCEEDED, is_superseded=False):
        period = report.period
        is_outdated = report.input_hash != inputs_hash(owner, period, is_partial(owner, period))
        outdated += is_outdated
        if is_outdated != report.is_outdated:
            Report.objects.filter(pk=report.pk).update(is_outdated=is_outdated)
    return outdated

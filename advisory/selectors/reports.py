"""Reading reports, and the hash that says whether a report's inputs have changed."""

from __future__ import annotations

import hashlib

from django.db.models import QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.formulas import FORMULAS
from advisory.models import Report
from advisory.reports.document import FORMAT_VERSION
from advisory.reports.monthly import ENGINE_VERSION
from advisory.selectors.debts import debt_words
from advisory.selectors.findings import series_words
from advisory.selectors.goals import goal_words
from transactions.ledger.period import Period, kind_of, period_key
from transactions.selectors.columns import account_states, ledger_hash
from transactions.selectors.summary import base_currency

LIVE = (Report.Status.QUEUED, Report.Status.RUNNING)


def report_list(owner: User) -> QuerySet[Report]:
    return visible_to(Report.objects.select_related("job", "delivery"), owner).order_by("-month", "-id")


def report_get(owner: User, report_id: object) -> Report:
    return get_visible(Report.objects.select_related("job", "delivery"), owner, report_id)


def report_live(owner: User, period: Period) -> Report | None:
    """The report of this period that is queued or running."""
    return reports_of(owner, period).filter(status__in=LIVE).first()


def reports_of(owner: User, period: Period) -> QuerySet[Report]:
    """Every version of one period, the newest first."""
    return report_list(owner).filter(kind=kind_of(period), month=period.start)


def report_current(owner: User, period: Period) -> Report | None:
    """The newest report of this period, when it succeeded; a failed or cancelled newest one does not count."""
    newest = reports_of(owner, period).first()
    return newest if newest is not None and newest.status == Report.Status.SUCCEEDED else None


def inputs_hash(owner: User, period: Period, partial: bool) -> str:
    """Stands for every row, name and formula that a report of this period is computed from, for its language, and for
    what the user says of series, goals and debts, which figures rest on. Answers to advice and alerts are not in it:
    given later, they are for the next report, and change no figure of this one."""
    parts = (
        FORMAT_VERSION,
        ENGINE_VERSION,
        sorted(FORMULAS),
        period_key(period),
        partial,
        base_currency(owner=owner),
        str(owner.language),
        ledger_hash(owner=owner, end=period.end),
        account_states(owner=owner, as_of=period.end),
        series_words(owner),
        goal_words(owner, period.last_day),
        debt_words(owner),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()

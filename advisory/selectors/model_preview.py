"""What a model would be told of the newest report, made again from what the report was made of."""

from __future__ import annotations

from accounts.access import visible_to
from accounts.models import User
from advisory.models import Fact, Report
from advisory.narration.model_words.brief import Brief
from advisory.reports.wording import briefs_of
from advisory.selectors.facts import draft_of
from advisory.selectors.reports import report_list


def newest_report(owner: User) -> Report | None:
    """The newest month's newest version that is there."""
    return report_list(owner).filter(status=Report.Status.SUCCEEDED, is_superseded=False).first()


def briefs_for(report: Report) -> list[Brief]:
    """Of the sections that a model may put into other words; empty for a report of before there was a model."""
    named = {fact for one in report.outline for parts in one["sentences"] for _text, fact, _view in parts if fact}
    rows = visible_to(Fact.objects.filter(pk__in=named), report.owner)
    facts = {row.pk: draft_of(row) for row in rows}
    return list(briefs_of(report.outline, facts)) if named <= facts.keys() else []

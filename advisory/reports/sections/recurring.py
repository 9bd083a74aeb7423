"""Bills and subscriptions that are running, with what they cost and when the next one is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from advisory.analysis.findings import Series
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Column, Section, Table
from advisory.reports.findings import Findings, Named

TITLE = "Bills and subscriptions"
RHYTHMS: Mapping[str, str] = {
    "weekly": "every week",
    "biweekly": "every two weeks",
    "four_weekly": "every four weeks",
    "semi_monthly": "twice a month",
    "monthly": "every month",
    "bimonthly": "every two months",
    "quarterly": "every quarter",
    "half_yearly": "every half year",
    "yearly": "every year",
}
COLUMNS = (
    Column("Payee", is_wide=True),
    Column("Rhythm"),
    Column("Seen", is_numeric=True),
    Column("Latest charge", is_numeric=True),
    Column("A year", is_numeric=True),
    Column("Next expected"),
)


def build(study: Study, found: Findings) -> Section:
    running = sorted(found.running_costs(study.currency), key=lambda one: (Decimal(one[1]["year"].value), one[0].ids))
    if not running:
        return Section("recurring", TITLE, (tell("recurring.none"),))
    rows = tuple(_row(study, series, named) for series, named in running)
    table = Table("recurring", "Charges that come back", COLUMNS, rows)
    return Section("recurring", TITLE, (_total(study, [named for _, named in running]),), (table,))


def _total(study: Study, running: Sequence[Named]) -> Sentence:
    years = [named["year"] for named in running]
    derive = study.book.derive
    year = derive("recurring_total", "total@1", study.currency, study.month, inputs=years)
    month = derive("recurring_month", "part@1", study.currency, study.month, inputs=(year,), params={"parts": "12"})
    count = derive("recurring_series", "number-of@1", "count", study.month, inputs=years)
    return tell("recurring.one" if len(running) == 1 else "recurring.total", count=count, month=month, year=year)


def _row(study: Study, series: Series, named: Named) -> tuple[Sentence, ...]:
    is_late = series.next_until is not None and series.next_until < study.history.asof
    return (
        say("{fact.payee}", fact=named["last"]),
        plain(RHYTHMS[series.cadence]),
        say("{fact.charges}", fact=named["count"]),
        say("{fact.size}", fact=named["last"]),
        say("{fact.size}", fact=named["year"]),
        tell("recurring.late", fact=named["next"]) if is_late else say("{fact.date}", fact=named["next"]),
    )

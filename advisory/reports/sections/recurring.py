"""Bills and subscriptions that are running, with what they cost and when the next one is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.recurring import RecurringSeries
from advisory.analysis.study import Study, spanning_days
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Column, Section, Table

TITLE = "Bills and subscriptions"
RHYTHMS: Mapping[str, str] = {
    "weekly": "every week",
    "fortnightly": "every two weeks",
    "monthly": "every month",
    "quarterly": "every quarter",
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


@dataclass(frozen=True, slots=True)
class SeriesFigures:
    series: RecurringSeries
    latest: FactDraft
    year: FactDraft
    seen: FactDraft
    due: FactDraft


def build(study: Study, known: Sequence[RecurringSeries]) -> Section:
    running = [_figures(study, series) for series in known if series.is_active(study.history.asof)]
    if not running:
        return Section("recurring", TITLE, (tell("recurring.none"),))
    running.sort(key=lambda figures: (Decimal(figures.year.value), figures.latest.id))
    rows = tuple(_row(study, figures) for figures in running)
    table = Table("recurring", "Charges that come back", COLUMNS, rows)
    return Section("recurring", TITLE, (_total(study, running),), (table,))


def _figures(study: Study, series: RecurringSeries) -> SeriesFigures:
    latest = study.one("recurring_amount", series.last)
    shares = [booking.lead for booking in series.bookings]
    about = {"payee": latest.params["payee"], "payee_id": series.payee}
    factor = {**about, "factor": str(series.cadence.per_year)}
    rhythm = {
        **about,
        "cadence": series.cadence.key,
        "last": series.last.booking_date.isoformat(),
        "day": str(series.day),
    }
    derive = study.book.derive
    return SeriesFigures(
        series,
        latest,
        derive("recurring_year", "times@1", study.currency, study.month, inputs=(latest,), params=factor),
        study.book.count("recurring_count", (share.transaction_id for share in shares), spanning_days(shares), about),
        derive("recurring_next", "next-due@1", "date", study.month, inputs=(latest,), params=rhythm),
    )


def _total(study: Study, running: Sequence[SeriesFigures]) -> Sentence:
    years = [figures.year for figures in running]
    derive = study.book.derive
    year = derive("recurring_total", "total@1", study.currency, study.month, inputs=years)
    month = derive("recurring_month", "part@1", study.currency, study.month, inputs=(year,), params={"parts": "12"})
    count = derive("recurring_series", "number-of@1", "count", study.month, inputs=years)
    return tell("recurring.one" if len(running) == 1 else "recurring.total", count=count, month=month, year=year)


def _row(study: Study, figures: SeriesFigures) -> tuple[Sentence, ...]:
    overdue = (study.history.asof - figures.series.next_date).days
    is_late = overdue > figures.series.cadence.slack
    return (
        say("{fact.payee}", fact=figures.latest),
        plain(RHYTHMS[figures.series.cadence.key]),
        say("{fact.charges}", fact=figures.seen),
        say("{fact.size}", fact=figures.latest),
        say("{fact.size}", fact=figures.year),
        say("due since {fact.date}" if is_late else "{fact.date}", fact=figures.due),
    )

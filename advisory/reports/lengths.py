"""What a report is called and how it speaks of its own period, by its length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisory.analysis.facts import FactDraft
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence
from transactions.ledger.period import Period, PeriodKind, kind_of


@dataclass(frozen=True, slots=True)
class Length:
    """`suffix` sets the metrics of its normals apart from those of months, which have none."""

    kind: PeriodKind
    report: str
    title: str
    this: str
    running: str
    no_earlier: str
    so_far: str
    history: str
    largest: int
    suffix: str = ""


LENGTHS: Mapping[PeriodKind, Length] = {
    "month": Length(
        "month",
        report="Monthly report",
        title="The month",
        this="This month",
        running="month not over",
        no_earlier="no earlier full month",
        so_far="summary.so_far",
        history="history_months",
        largest=5,
    ),
    "quarter": Length(
        "quarter",
        report="Quarterly report",
        title="The quarter",
        this="This quarter",
        running="quarter not over",
        no_earlier="no earlier whole quarter",
        so_far="quarter.summary.so_far",
        history="history_quarters",
        largest=10,
        suffix="_quarter",
    ),
    "year": Length(
        "year",
        report="Yearly report",
        title="The year",
        this="This year",
        running="year not over",
        no_earlier="no earlier whole year",
        so_far="year.summary.so_far",
        history="history_years",
        largest=10,
        suffix="_year",
    ),
}


def length_of(period: Period) -> Length:
    return LENGTHS[kind_of(period)]


def tell_of(period: Period, key: str, **slots: FactDraft) -> Sentence:
    """The sentence of this key in the words for a period of this length."""
    kind = kind_of(period)
    return tell(key if kind == "month" else f"{kind}.{key}", **slots)

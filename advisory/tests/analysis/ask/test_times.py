"""Times as people write them, seen from the newest booked day."""

from __future__ import annotations

from datetime import date

import pytest

from advisory.analysis.ask.clock import Clock
from advisory.analysis.ask.reading import plain_text
from advisory.analysis.ask.spans import Span, full_months, read_span
from advisory.analysis.ask.times import time_at
from transactions.ledger.period import Period

AS_OF, FIRST = date(2026, 11, 15), date(2024, 1, 20)


def days(text: str) -> tuple[str, str]:
    found = time_at(plain_text(text), 0, Clock(AS_OF))
    assert found is not None
    assert found.span is not None
    assert found.end == len(plain_text(text)), "all of it is the time"
    period = found.span.resolve(AS_OF, FIRST)
    return period.start.isoformat(), period.last_day.isoformat()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2026-11-15", "2026-11-15"),
        ("vorgestern", "2026-11-13", "2026-11-13"),
        ("last week", "2026-11-02", "2026-11-08"),
        ("diese Woche", "2026-11-09", "2026-11-15"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("im letzten Monat", "2026-10-01", "2026-10-31"),
        ("Vormonat", "2026-10-01", "2026-10-31"),
        ("the month before last", "2026-09-01", "2026-09-30"),
        ("in den letzten drei Monaten", "2026-08-01", "2026-10-31"),
        ("the last 30 days", "2026-10-17", "2026-11-15"),
        ("the past two weeks", "2026-11-02", "2026-11-15"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("Q2 2025", "2025-04-01", "2025-06-30"),
        ("im ersten Quartal 2026", "2026-01-01", "2026-03-31"),
        ("this year", "2026-01-01", "2026-12-31"),
        ("letztes Jahr", "2025-01-01", "2025-12-31"),
        ("in 2025", "2025-01-01", "2025-12-31"),
        ("in March", "2026-03-01", "2026-03-31"),
        ("im Dezember", "2025-12-01", "2025-12-31"),
        ("last November", "2025-11-01", "2025-11-30"),
        ("im maerz 2025", "2025-03-01", "2025-03-31"),
        ("im März letzten Jahres", "2025-03-01", "2025-03-31"),
        ("in Oct '25", "2025-10-01", "2025-10-31"),
        ("since March", "2026-03-01", "2026-11-15"),
        ("seit 1.3.2026", "2026-03-01", "2026-11-15"),
        ("seit Jahresbeginn", "2026-01-01", "2026-12-31"),
        ("von März bis Mai 2026", "2026-03-01", "2026-05-31"),
        ("between March 2025 and May 2026", "2025-03-01", "2026-05-31"),
        ("from 1.10. to 15.10.", "2026-10-01", "2026-10-15"),
        ("between 1 and 15 October", "2026-10-01", "2026-10-15"),
        ("zwischen dem 1.10.2026 und dem 15.10.2026", "2026-10-01", "2026-10-15"),
        ("between 2026-10-01 and 2026-10-15", "2026-10-01", "2026-10-15"),
        ("von November bis Februar", "2025-11-01", "2026-02-28"),
        ("on 3 October 2026", "2026-10-03", "2026-10-03"),
        ("on the 5th of October", "2026-10-05", "2026-10-05"),
        ("October 5, 2026", "2026-10-05", "2026-10-05"),
        ("ever", "2024-01-20", "2026-11-15"),
    ],
)
def test_a_time_is_these_days(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


def test_a_first_month_counts_as_whole_from_its_first_week_on() -> None:
    year = Period(date(2024, 1, 1), date(2025, 1, 1))
    assert len(full_months(year, date(2024, 1, 7), AS_OF)) == 12
    assert len(full_months(year, date(2024, 1, 8), AS_OF)) == 11
    assert full_months(Period(date(2026, 11, 1), date(2026, 12, 1)), FIRST, AS_OF) == ()
    assert len(full_months(Period(date(2026, 11, 1), date(2026, 12, 1)), FIRST, date(2026, 11, 30))) == 1


@pytest.mark.parametrize(
    "content",
    [None, [], {}, {"kind": "moons"}, {"kind": "months"}, {"kind": "months", "first": 0, "last": -1},
     {"kind": "months", "first": True, "last": 1}, {"kind": "months", "first": -(10**9), "last": 0},
     {"kind": "between", "start": "2026-01-02", "end": "2026-01-01"}, {"kind": "since", "start": "9999-01-01"},
     {"kind": "since", "start": "soon"}, {"kind": "since"}],
)  # fmt: skip
def test_what_is_no_time_is_refused(content: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_span(content)


def test_times_survive_json() -> None:
    for span in (Span(), Span("months", -3, -1), Span("since", start="2026-01-01"), Span.of(AS_OF, AS_OF)):
        assert read_span(span.as_json()) == span

"""Quarters and years by name, and what lies before and inside them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.period import (
    MONTHS_OF,
    Period,
    PeriodKind,
    kind_of,
    last_full_period,
    months_in,
    parse_period,
    period_key,
    period_of,
    periods_before,
)

KINDS = st.sampled_from(list(MONTHS_OF))


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)), KINDS)
def test_a_key_is_read_back_and_the_months_fill_the_period(day: date, kind: PeriodKind) -> None:
    period = period_of(kind, day)
    assert day in period
    assert (parse_period(period_key(period)), kind_of(period)) == (period, kind)
    inside = months_in(period)
    assert (inside[0].start, inside[-1].end, len(inside)) == (period.start, period.end, MONTHS_OF[kind])
    assert all(one.end == other.start for one, other in pairwise(inside))


@given(st.dates(date(1910, 1, 1), date(2199, 12, 31)), KINDS)
def test_what_lies_before_touches_what_comes_after(day: date, kind: PeriodKind) -> None:
    period = period_of(kind, day)
    before = periods_before(period, 3)
    assert [*(one.end for one in before)] == [*(one.start for one in before[1:]), period.start]
    assert {kind_of(one) for one in before} == {kind}
    assert last_full_period(kind, day) == before[-1]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 11, 1)),
        ("2026-Q4", date(2026, 10, 1), date(2027, 1, 1)),
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_names(text: str, start: date, end: date) -> None:
    assert parse_period(text) == Period(start, end)


@pytest.mark.parametrize("text", ["", "Q1", "2026-Q5", "2026-Q", "26", "2026-13", "1899", "2201-Q1", "٢٠٢٦", "2026 "])
def test_what_is_no_period_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is no period; write a month as 2026-03"):
        parse_period(text)

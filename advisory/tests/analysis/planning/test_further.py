"""A forecast drawn out past its year: the same money at the same times, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.engine_forecast import cash_ahead
from advisory.analysis.findings import Payment
from advisory.analysis.forecasts.fans import GROWTH as ENGINES_GROWTH
from advisory.analysis.planning.compared import months_on
from advisory.analysis.planning.further import GROWTH, drawn_out
from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import detect_series
from advisory.tests.analysis.planning.plans import AS_OF, EVERYDAY, forecast

TWO_YEARS = months_on(AS_OF, 24)


def test_the_second_year_brings_what_the_first_did() -> None:
    year = forecast()
    (found,) = drawn_out(year, (), TWO_YEARS)
    assert found.days[: len(year.days)] == year.days
    assert found.days[-1].day == TWO_YEARS == date(2028, 3, 31)
    gained = year.days[-1].mid_minor - year.start_minor
    leap_day = EVERYDAY
    assert found.days[-1].mid_minor == year.days[-1].mid_minor + gained + leap_day
    later = [one for one in found.payments if one.day > year.days[-1].day]
    assert [(one.day, one.amount_minor) for one in later[:3]] == [
        (date(2027, 4, 1), -90_000), (date(2027, 4, 12), -1299), (date(2027, 4, 25), 250_000),
    ]  # fmt: skip
    assert len(later) == len(year.payments)


def test_a_rhythm_in_weeks_goes_on_in_weeks() -> None:
    weekly = tuple(Payment(AS_OF + timedelta(days=7 * week), -700, "1", 9) for week in range(1, 53))
    (found,) = drawn_out(replace(forecast(every=()), payments=weekly), (), TWO_YEARS)
    days = [one.day for one in found.payments]
    assert {(after - before).days for before, after in pairwise(days)} == {7}
    assert days[-1] > TWO_YEARS - timedelta(days=7)


def test_an_overdue_payment_does_not_shift_the_rhythm() -> None:
    late = Payment(AS_OF + timedelta(days=1), -700, "1", 9)
    weekly = tuple(Payment(AS_OF + timedelta(days=4 + 7 * week), -700, "1", 9) for week in range(52))
    (found,) = drawn_out(replace(forecast(every=()), payments=(late, *weekly)), (), TWO_YEARS)
    later = [one.day for one in found.payments if one.day > AS_OF + timedelta(days=365)]
    assert later[0] == weekly[-1].day + timedelta(days=7)


def test_a_straight_line_goes_on_straight() -> None:
    """The naive line: what is known of payments is not in it."""
    year = forecast()
    days = tuple(
        replace(day, mid_minor=year.start_minor - 1000 * ahead // 3) for ahead, day in enumerate(year.days, start=1)
    )
    (found,) = drawn_out(replace(year, days=days), (), TWO_YEARS)
    fell = days[-1].mid_minor - year.start_minor
    assert abs(found.days[-1].mid_minor - (year.start_minor + fell * len(found.days) / 365)) <= 2


def test_the_whole_moves_by_what_its_parts_move_by() -> None:
    part = forecast()
    other = replace(forecast(start=7000, every=()), account="2")
    whole = replace(
        part,
        start_minor=part.start_minor + 7000,
        days=tuple(
            replace(one, mid_minor=one.mid_minor + two.mid_minor)
            for one, two in zip(part.days, other.days, strict=True)
        ),
    )
    found, *parts = drawn_out(whole, (replace(part, account="1"), other), TWO_YEARS)
    assert len(found.days) == 731
    for place, day in enumerate(found.days):
        assert day.mid_minor == sum(one.days[place].mid_minor for one in parts)


def test_a_shorter_time_is_a_part_of_it_and_less_than_a_year_is_not_drawn_out() -> None:
    year = forecast()
    (found,) = drawn_out(year, (), months_on(AS_OF, 3))
    assert found.days == year.days[:91]
    assert max(one.day for one in found.payments) <= found.days[-1].day
    short = forecast(days=200)
    assert drawn_out(short, (), TWO_YEARS) == (short,)


def test_the_band_grows_by_the_engines_own_rule() -> None:
    assert GROWTH == ENGINES_GROWTH
    year = forecast()
    (found,) = drawn_out(year, (), TWO_YEARS)
    half = [day.mid_minor - (day.low_minor or 0) for day in found.days[365:]]
    assert half == sorted(half)
    assert half[-1] == round(500 * 365 * (731 / 365) ** GROWTH)


def test_it_is_close_to_the_engines_own_two_years() -> None:
    rows: list[Row] = []
    for place in range(26):
        first = date(2024 + (1 + place) // 12, (1 + place) % 12 + 1, 1)
        for offset, minor, who in ((0, -90_000, "Rent Office"), (11, -1299, "Streamly"), (24, 250_000, "Harbour Pay")):
            rows.append(Row(len(rows) + 1, first + timedelta(days=offset), minor, "EUR", "1", who, who))
        for week in range(4):
            day = first + timedelta(days=3 + 7 * week)
            rows.append(Row(len(rows) + 1, day, -4100 - place * 37 % 11 * 100, "EUR", "1", "Market", "Market"))
    seen, as_of = Rows.of(rows), date(2026, 3, 31)
    series = detect_series(seen, as_of)
    year, *parts = cash_ahead(seen, series, {"1": 150_000}, as_of, 365)
    engines, *_ = cash_ahead(seen, series, {"1": 150_000}, as_of, 731)
    drawn, *_ = drawn_out(year, parts, engines.days[-1].day)
    for mine, theirs in zip(drawn.days[365:], engines.days[365:], strict=True):
        # Weekends move a due day by two days at most; the payments and the everyday part are the same.
        assert abs(mine.mid_minor - theirs.mid_minor) <= 250_000
        assert mine.low_minor is not None
        assert theirs.low_minor is not None
        assert abs((mine.mid_minor - mine.low_minor) - (theirs.mid_minor - theirs.low_minor)) <= 2
    assert abs(drawn.days[-1].mid_minor - engines.days[-1].mid_minor) <= 4000


def test_a_balance_of_an_account_without_rows_does_not_hide_the_others() -> None:
    rows = Rows.of([Row(n + 1, AS_OF - timedelta(days=n), -500, "EUR", "1", "Market", "Market") for n in range(200)])
    plain = cash_ahead(rows, (), None, AS_OF, 30)
    beside = cash_ahead(rows, (), {"2": -900_000}, AS_OF, 30)
    assert beside == plain
    assert [one.is_change for one in beside] == [True, True]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 24))
def test_months_are_months(months: int) -> None:
    (found,) = drawn_out(forecast(), (), months_on(AS_OF, months))
    assert found.days[-1].day == months_on(AS_OF, months)
    assert [day.day for day in found.days] == [AS_OF + timedelta(days=n + 1) for n in range(len(found.days))]

"""Due days that nothing came on, and charges that came twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from advisory.analysis.bills.watch import Watched, missed_days, watch_series
from advisory.analysis.findings import Series
from advisory.analysis.rows import Row
from advisory.tests.analysis.bills.makers import row, series
from transactions.ledger.period import add_months

AS_OF = date(2026, 6, 30)
MONTHS = [add_months(date(2025, 12, 1), place) for place in range(7)]


def looked(found: Series, rows: Sequence[Row], as_of: date = AS_OF) -> Watched:
    (watched,) = watch_series([found], rows, {one.id: "rent" for one in rows}, as_of)
    return watched


def monthly(*left_out: int, as_of: date = AS_OF) -> Watched:
    rows = [row(pk, day) for pk, day in enumerate(MONTHS, start=1) if pk not in left_out]
    return looked(series(*(one.id for one in rows)), rows, as_of)


def test_a_due_day_between_two_charges_was_missed_and_several_were_a_pause() -> None:
    assert monthly().missed == ()
    assert monthly(3).missed == (date(2026, 2, 1),)
    assert monthly(3, 4).missed == ()


def test_the_next_one_is_missed_once_its_patience_is_over() -> None:
    assert monthly(7, as_of=date(2026, 6, 11)).missed == ()
    assert monthly(7, as_of=date(2026, 6, 12)).missed == (date(2026, 6, 1),)
    assert monthly(5, 6, 7, as_of=AS_OF).missed == (date(2026, 4, 1), date(2026, 5, 1))


def test_nothing_is_missed_after_the_last_day_that_the_user_gave() -> None:
    rows = [row(1, MONTHS[0]), row(2, MONTHS[1])]
    assert looked(series(1, 2, ends_on=MONTHS[1]), rows).missed == ()


@pytest.mark.parametrize(
    ("cadence", "days", "missed"),
    [
        ("weekly", [1, 8, 22, 29], [15]),
        ("biweekly", [1, 29], [15]),
    ],
)
def test_weeks_are_counted_as_well(cadence: str, days: list[int], missed: list[int]) -> None:
    booked = [date(2026, 6, day) for day in days]
    found = missed_days(series(*range(1, len(days) + 1), cadence=cadence), booked, AS_OF)
    assert found == [date(2026, 6, day) for day in missed]


def test_a_declared_series_that_never_came_is_missed_from_its_first_day() -> None:
    word = series(-7, anchor=date(2026, 5, 1), next_date=date(2026, 6, 1))
    assert looked(word, []).missed == (date(2026, 5, 1), date(2026, 6, 1))


def test_a_second_charge_of_the_same_price_within_a_period_is_told() -> None:
    rows = [row(pk, day) for pk, day in enumerate(MONTHS, start=1)]
    again = row(90, date(2026, 5, 4), -901_00)
    (double,) = looked(series(*range(1, 8)), [*rows, again]).doubled
    assert (double.day, double.ids) == (date(2026, 5, 4), (6, 90))


@pytest.mark.parametrize(
    "other",
    [
        row(90, date(2026, 5, 4), -950_00),
        row(90, date(2026, 5, 16)),
        row(90, date(2026, 5, 4), 900_00),
        row(90, date(2026, 5, 4), currency="USD"),
        row(90, date(2026, 5, 4), account="2"),
        row(90, date(2026, 5, 4), is_transfer=True),
    ],
)
def test_what_only_looks_like_one_is_not(other: Row) -> None:
    rows = [row(pk, day) for pk, day in enumerate(MONTHS, start=1)]
    assert looked(series(*range(1, 8)), [*rows, other]).doubled == ()


def test_what_was_given_back_or_is_of_another_series_is_not_told() -> None:
    rows = [row(pk, day) for pk, day in enumerate(MONTHS, start=1)]
    again, back = row(90, date(2026, 5, 4)), row(91, date(2026, 5, 20), 900_00)
    assert looked(series(*range(1, 8)), [*rows, again, back]).doubled == ()
    both = watch_series(
        [series(*range(1, 8)), series(90)], [*rows, again], dict.fromkeys([*range(1, 8), 90], "x"), AS_OF
    )
    assert [one.doubled for one in both] == [(), ()]
    income = series(1, amount_minor=900_00)
    assert looked(income, [row(1, MONTHS[0], 900_00), row(2, MONTHS[0], 900_00)]).doubled == ()

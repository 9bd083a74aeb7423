"""Months by category: whose rows, which line, which band, and what the back-test says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from advisory.analysis.forecasts.known import Stream
from advisory.analysis.forecasts.lines import START
from advisory.analysis.forecasts.months import forecast_months, judged, reaches, roll_line
from advisory.analysis.forecasts.results import MIX, NAIVE
from advisory.analysis.forecasts.table import MonthTable, month_table, next_month
from advisory.analysis.rows import Row, Rows

JANUARY = date(2023, 1, 1)


def table(*lines: Sequence[float], names: str = "ab") -> MonthTable:
    months = tuple(next_month(JANUARY, by) for by in range(len(lines[0])))
    totals = np.array(lines, dtype=np.int64)
    return MonthTable("EUR", months, tuple(names[: len(lines)]), totals, tuple((place,) for place in range(len(lines))))


def spending(count: int, seed: int = 1) -> list[float]:
    return [round(-1000 * value) for value in np.exp(np.random.default_rng(seed).normal(0, 0.4, count)).tolist()]


def row(number: int, day: str, minor: int, currency: str = "EUR", *, is_transfer: bool = False) -> Row:
    return Row(number, date.fromisoformat(day), minor, currency, "a", "Shop", is_transfer=is_transfer)


def test_only_full_months_of_one_currency_are_summed_and_transfers_are_left_out() -> None:
    rows = Rows.of(
        [
            row(1, "2025-01-09", -100), row(2, "2025-02-01", -200), row(3, "2025-02-28", -50),
            row(4, "2025-02-10", -7, "USD"), row(5, "2025-03-05", -30), row(8, "2025-03-09", -1),
            row(6, "2025-03-06", -400, is_transfer=True), row(7, "2025-04-02", -60),
        ]
    )  # fmt: skip
    names = dict.fromkeys([1, 2, 4, 5, 6, 7], "food") | {3: "fuel"}
    found = month_table(rows, date(2025, 4, 29), names, "EUR")
    assert found.months == (date(2025, 2, 1), date(2025, 3, 1))
    assert found.names == ("food", "fuel")
    assert found.totals.tolist() == [[-200, -30], [-50, 0]]
    assert found.ids == ((2, 5), (3,))
    assert len(month_table(rows, date(2025, 4, 30), names, "EUR").months) == 3


def test_the_whole_is_the_sum_of_its_lines_and_names_the_months_to_come() -> None:
    found = forecast_months(table(spending(30), spending(30, 2)), 4)
    assert found.total.months == tuple(next_month(JANUARY, by) for by in range(30, 34))
    for place in range(4):
        assert found.total.mid[place] == pytest.approx(sum(line.mid[place] for line in found.lines), abs=2)
    assert found.total.ids == (0, 1)
    assert all(low is not None and low < mid for low, mid in zip(found.total.low, found.total.mid, strict=True))


def test_the_band_of_the_whole_is_no_sum_of_bands() -> None:
    first = spending(36)
    second = [-2500 - value for value in first]
    found = forecast_months(table(first, second), 1)
    assert found.total.low[0] is not None
    assert found.total.high[0] is not None
    assert found.total.high[0] - found.total.low[0] < 100


def test_no_band_before_six_months_and_no_line_before_three() -> None:
    assert forecast_months(table(spending(5)), 2).lines[0].low == (None, None)
    assert forecast_months(table(spending(6)), 2).lines[0].low[0] is not None
    assert forecast_months(table(spending(2)), 2).lines == ()


def test_a_bank_of_months_that_repeats_every_year_shows_the_naive_line_and_says_so() -> None:
    year = np.random.default_rng(4).uniform(-900, -100, 12).round()
    line = forecast_months(table(year.tolist() * 4), 2).lines[0]
    assert line.method == NAIVE
    assert line.mid == tuple(int(value) for value in year[:2])
    assert line.backtest.beats_naive is False


def test_on_noise_the_mix_is_shown_and_beats_the_naive_line() -> None:
    line = forecast_months(table(spending(40)), 3).lines[0]
    assert (line.method, line.backtest.beats_naive) == (MIX, True)
    assert line.backtest.n == 34 + 33 + 32
    assert line.backtest.error is not None
    assert line.backtest.naive_error is not None
    assert line.backtest.error < line.backtest.naive_error
    assert forecast_months(table(spending(8)), 3).lines[0].backtest.beats_naive is None


def test_no_row_of_a_rolled_line_knows_what_came_later() -> None:
    values = np.array(spending(34, 9), dtype=np.float64)
    months = [next_month(JANUARY, by) for by in range(34)]
    whole = roll_line(values, months, (), 3)
    for count in (12, 20, 27):
        part = roll_line(values[:count], months[:count], (), 3)
        assert np.allclose(part.said[-1], whole.said[count - START])
        assert np.allclose(part.reach[-1], whole.reach[count - START], equal_nan=True)


def test_a_quarterly_bill_comes_in_its_month_and_not_in_the_others() -> None:
    days = [date(2023 + month // 12, month % 12 + 1, 10) for month in range(1, 24, 3)]
    bill = Stream(
        "a", "quarterly", tuple(range(8)), tuple(day.toordinal() for day in days), (-9000,) * 8, True, None, -9000
    )
    values = np.array(spending(24), dtype=np.float64)
    for day in days:
        values[(day.year - 2023) * 12 + day.month - 1] -= 9000
    months = [next_month(JANUARY, by) for by in range(24)]
    with_bill, without = roll_line(values, months, (bill,), 3), roll_line(values, months, (), 3)
    assert with_bill.said[-1][1] < -9000
    assert with_bill.said[-1][0] > -3000
    assert with_bill.backtest.error is not None
    assert without.backtest.error is not None
    assert with_bill.backtest.error < 0.5 * without.backtest.error


def test_bands_of_many_users_hold_as_often_as_they_say() -> None:
    held = known = 0
    for seed in range(40):
        values = np.array(spending(36, seed), dtype=np.float64)
        rolled = judged(values, roll_line(values, (), (), 2).said, 2)
        assert np.array_equal(rolled.reach, reaches(values, rolled.said), equal_nan=True)
        errors = np.abs(values[START:] - rolled.said[:-1, 0])
        inside = errors[3:] <= rolled.reach[3:-1, 0]
        held += int(inside.sum())
        known += len(inside)
    assert abs(held / known - 0.8) < 0.03


def test_the_same_input_gives_the_same_answer() -> None:
    assert forecast_months(table(spending(20))) == forecast_months(table(spending(20)))
    assert JANUARY + timedelta(days=31) == next_month(JANUARY)

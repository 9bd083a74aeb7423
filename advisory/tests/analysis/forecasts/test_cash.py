"""Cash ahead: known bookings on their days, everyday spending between them, honest bands and warnings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from advisory.analysis.forecasts import CashForecast, forecast_cash
from advisory.analysis.forecasts.everyday import rate, usual_rate, week
from advisory.analysis.forecasts.fans import Past, fan, shortfall
from advisory.analysis.forecasts.results import NAIVE
from advisory.analysis.rows import Row, Rows
from advisory.tests.analysis.forecasts.test_known import Found

AS_OF = date(2025, 6, 14)
PAY, RENT = range(1000, 1024), range(2000, 2024)


def household(months: int = 24, seed: int = 1) -> Iterator[Row]:
    """Pay on the 25th, rent on the 3rd, about 30 a day in between; 100 put aside on the 26th."""
    dice = np.random.default_rng(seed)
    first = date(2025, 6, 14) - timedelta(days=round(months * 30.44))
    for place in range(months):
        month = date(2025 - (23 - place) // 12 - (0 if (23 - place) % 12 < 6 else 1), (5 - 23 + place) % 12 + 1, 1)
        for number, day, minor, words in ((PAY[place], 25, 236_500, "Pay"), (RENT[place], 3, -120_000, "Rent")):
            if first <= month.replace(day=day) <= AS_OF:
                yield Row(number, month.replace(day=day), minor, "EUR", "current", words)
        if first <= month.replace(day=26) <= AS_OF:
            yield Row(3000 + place, month.replace(day=26), -10_000, "EUR", "current", "Save", is_transfer=True)
            yield Row(4000 + place, month.replace(day=26), 10_000, "EUR", "savings", "Save", is_transfer=True)
    for number in range((AS_OF - first).days + 1):
        yield Row(
            10_000 + number, first + timedelta(days=number), -int(dice.integers(1000, 6000)), "EUR", "current", "Shop"
        )


SERIES = (
    Found(tuple(PAY), "monthly", "active", date(2025, 6, 25), 236_500, "current"),
    Found(tuple(RENT), "monthly", "active", date(2025, 7, 3), -120_000, "current"),
)
BALANCES = {"current": 50_000, "savings": 300_000}


def forecast(rows: Rows | None = None, *, current: int = 50_000, days: int = 90) -> CashForecast:
    return forecast_cash(rows or Rows.of(household()), SERIES, BALANCES | {"current": current}, AS_OF, days)


def test_known_bookings_come_on_their_days_with_the_row_they_follow_from() -> None:
    found = forecast(days=40)
    mine = [(one.day, one.amount_minor, one.account) for one in found.payments if one.account == "current"]
    assert (date(2025, 6, 25), 236_500, "current") in mine
    assert (date(2025, 7, 3), -120_000, "current") in mine
    assert (date(2025, 6, 26), -10_000, "current") in mine
    assert {one.evidence_id for one in found.payments if one.amount_minor == 236_500} == {PAY[22]}
    (current, _) = found.accounts
    before, after = (
        current.mid[current.days.index(date(2025, 6, 24))],
        current.mid[current.days.index(date(2025, 6, 25))],
    )
    assert after - before == pytest.approx(236_500 - 3500, abs=1500)


def test_everyday_spending_goes_on_at_its_rate() -> None:
    (current, _) = forecast().accounts
    expected = 50_000 + 236_500 - 120_000 - 10_000 - 30 * 3500
    assert current.mid[29] == pytest.approx(expected, abs=6000)
    assert current.lowest_day == date(2025, 6, 24)
    assert set(current.ids) >= {10_000, 10_001}
    assert not set(current.ids) & {*PAY, *RENT}


def test_the_whole_is_the_sum_of_the_accounts_and_transfers_cancel_out() -> None:
    found = forecast()
    (total,) = found.totals
    assert total.account == ""
    for day in (0, 29, 89):
        assert total.mid[day] == pytest.approx(sum(line.mid[day] for line in found.accounts), abs=2)
    assert total.opening == 350_000


def test_what_comes_after_today_is_not_looked_at() -> None:
    rows = list(household())
    later = Row(99, AS_OF + timedelta(days=1), -900_000, "EUR", "current", "Roof")
    assert forecast(Rows.of([*rows, later])) == forecast(Rows.of(rows))


def test_a_shortfall_is_seen_where_the_money_does_not_last_until_pay() -> None:
    short, safe = forecast(current=12_000), forecast(current=400_000)
    assert short.accounts[0].shortfall is not None
    assert short.accounts[0].shortfall > 0.9
    assert short.accounts[0].is_short
    assert safe.accounts[0].shortfall is not None
    assert safe.accounts[0].shortfall < 0.05
    assert not safe.accounts[0].is_short


def test_an_account_that_lives_below_zero_is_not_warned_about() -> None:
    card = forecast(current=-3_000_000).accounts[0]
    assert card.shortfall is None
    assert not card.is_short


def test_no_band_and_no_warning_before_six_months() -> None:
    first = date(2025, 1, 1)
    young = Rows.of(row for row in household() if row.booking_date >= first)
    for line in (*forecast(young).accounts, *forecast(young).totals):
        assert set(line.low) == {None}
        assert line.lowest_low is None
        assert line.shortfall is None
        assert not line.is_short
    older = Rows.of(row for row in household() if row.booking_date >= date(2024, 12, 1))
    assert forecast(older).accounts[0].low[0] is not None


def test_bands_grow_with_the_days_and_hold_in_the_past() -> None:
    (current, _) = forecast(days=365).accounts
    widths = [
        high - low for high, low in zip(current.high, current.low, strict=True) if high is not None and low is not None
    ]
    assert len(widths) == 365
    assert widths == sorted(widths)
    assert len(current.days) == 365
    for test in current.backtests:
        assert test.coverage is not None
        assert 0.6 < test.coverage <= 1
        assert test.n > 70


@pytest.mark.parametrize(("days", "tested"), [(1, 1), (10, 7), (45, 30)])
def test_short_horizons_are_tested_as_far_as_they_reach(days: int, tested: int) -> None:
    line = forecast(days=days).accounts[0]
    assert len(line.mid) == len(line.high) == days
    assert [test.horizon for test in line.backtests] == [tested]
    assert line.low[-1] is not None
    assert line.shortfall is not None


def test_where_known_series_help_the_back_test_says_so() -> None:
    (current, _) = forecast().accounts
    first = current.backtests[0]
    assert first.horizon == 30
    assert first.beats_naive is True
    assert first.mase is not None
    assert first.mase < 0.9


def test_where_they_do_not_the_naive_line_is_shown_and_said_to_be() -> None:
    misread = replace(SERIES[0], ids=tuple(range(10_000, 10_700, 30)), amount_minor=900_000)
    rows = Rows.of(household())
    wild = {number: place for place, number in enumerate(misread.ids)}
    bad = Rows.of(
        replace(row, amount_minor=(-1) ** wild[row.id] * 900_000) if row.id in wild else row for row in rows.rows
    )
    line = forecast_cash(bad, [misread], {"current": 0}, AS_OF, 60).accounts[0]
    assert line.method == NAIVE
    assert line.backtests[0].beats_naive is False


def test_currencies_are_kept_apart_and_accounts_without_rows_left_out() -> None:
    dollars = [
        Row(9000 + n, date(2024, 6, 1) + timedelta(days=9 * n), -100, "USD", "travel", "Taxi") for n in range(40)
    ]
    found = forecast_cash(Rows.of([*household(), *dollars]), SERIES, BALANCES | {"travel": 70, "empty": 5}, AS_OF, 30)
    assert [line.currency for line in found.totals] == ["EUR", "USD"]
    assert [line.account for line in found.accounts] == ["current", "savings", "travel"]
    assert found.totals[1].opening == 70
    assert forecast_cash(Rows.of([]), (), BALANCES, AS_OF).totals == ()


def test_order_of_rows_and_size_of_the_currency_change_nothing_else() -> None:
    rows = list(household())
    assert forecast(Rows.of(rows[::-1])) == forecast(Rows.of(rows))
    tenfold = forecast_cash(
        Rows.of(replace(row, amount_minor=10 * row.amount_minor) for row in rows),
        [replace(one, amount_minor=10 * one.amount_minor) for one in SERIES],
        {name: 10 * minor for name, minor in BALANCES.items()},
        AS_OF,
    )
    plain = forecast()
    assert tenfold.accounts[0].mid[50] == pytest.approx(10 * plain.accounts[0].mid[50], abs=10)
    assert tenfold.accounts[0].shortfall == plain.accounts[0].shortfall


def test_rates_do_not_take_a_new_roof_for_a_habit() -> None:
    daily = np.full(365, -100.0)
    usual = rate(daily)
    daily[200] = -100_000.0
    assert usual == pytest.approx(-100)
    assert rate(daily) == pytest.approx(-100, abs=15)
    assert usual_rate(daily) == pytest.approx(-100)
    assert rate(np.zeros(0)) == 0.0
    assert usual_rate(np.zeros(10)) == 0.0


def test_the_week_has_its_own_rhythm_and_mean_one() -> None:
    daily = np.zeros(364)
    daily[5::7] = -700.0
    shape = week(daily, 0)
    assert shape.mean() == pytest.approx(1)
    assert shape[5] == max(shape) > 3
    assert week(np.zeros(0), 3).tolist() == [1.0] * 7


def test_the_chance_of_a_shortfall_counts_past_errors() -> None:
    path = np.full(30, 100.0)
    errors = np.zeros((9, 30))
    errors[:3, 20] = -150.0
    assert shortfall(path, errors) == pytest.approx(3.5 / 10)
    assert shortfall(path, np.zeros((0, 30))) is None


def test_a_fan_of_a_history_too_short_to_test_borrows_its_width() -> None:
    nothing = np.zeros((0, 90))
    young = fan(Past(nothing, nothing, nothing, days=100, monthly=1000.0), 90)
    assert young.reach is None
    older = fan(Past(nothing, nothing, nothing, days=200, monthly=1000.0), 90)
    assert older.reach is not None
    assert 200 < older.reach[29] < 500
    assert older.backtests[0].beats_naive is None

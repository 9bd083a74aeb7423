"""What-if: exact differences on the same forecast."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.engine_forecast import cash_ahead
from advisory.analysis.findings import CashForecast
from advisory.analysis.planning import (
    AddPayment,
    CancelSeries,
    Change,
    ChangeAmount,
    ChangeCategory,
    Debt,
    LoseIncome,
    MoveDueDay,
    Outlook,
    PayDebtFaster,
    Scenario,
    WhatIf,
    lowest_of,
    own_paths,
    plan_debts,
    purchase_days,
    simulate,
)
from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import detect_series
from advisory.tests.analysis.planning.plans import ALL, AS_OF, PAY, RENT, START, STREAM, forecast, outlook

bounded = settings(max_examples=40, deadline=None)


def tried(*changes: Change) -> WhatIf:
    return simulate(outlook(), Scenario(changes))


def test_an_empty_scenario_is_the_forecast_itself() -> None:
    paths = own_paths([(-1) ** day * 4000 + day for day in range(200)], 365)
    found = simulate(outlook(paths=paths), Scenario())
    assert found.after is found.before
    assert set(found.difference) == {0}
    assert found.risk_before == found.risk_after is not None


def test_a_cancelled_subscription_saves_each_of_its_payments() -> None:
    found = tried(CancelSeries(STREAM))
    assert found.at_end == 12 * 1299
    assert found.difference[10:13] == (0, 1299, 1299)
    assert {one.evidence_id for one in found.after.payments} == {RENT.ids[-1], PAY.ids[-1]}


def test_a_band_moves_with_its_line() -> None:
    found = tried(CancelSeries(RENT))
    for before, after, by in zip(found.before.days, found.after.days, found.difference, strict=True):
        assert before.low_minor is not None
        assert before.high_minor is not None
        assert (after.mid_minor, after.low_minor, after.high_minor) == (
            before.mid_minor + by,
            before.low_minor + by,
            before.high_minor + by,
        )
    assert found.after.shortfall is None


def test_another_price_from_a_day_on() -> None:
    found = tried(ChangeAmount(STREAM, -1599, date(2026, 7, 1)))
    assert found.at_end == 9 * -300
    assert found.difference[(date(2026, 6, 30) - AS_OF).days - 1] == 0


def test_more_pay_is_the_same_change() -> None:
    assert tried(ChangeAmount(PAY, 270_000)).at_end == 12 * 20_000


@pytest.mark.parametrize(
    ("cadence", "until", "count"),
    [("", None, 1), ("monthly", None, 12), ("monthly", date(2026, 8, 31), 5), ("weekly", date(2026, 4, 28), 3)],
)
def test_a_new_payment_comes_once_or_in_its_rhythm(cadence: str, until: date | None, count: int) -> None:
    assert tried(AddPayment(-5000, date(2026, 4, 14), cadence, until)).at_end == -5000 * count


def test_a_payment_outside_the_forecast_changes_nothing() -> None:
    for day in (AS_OF, AS_OF + timedelta(days=366)):
        assert tried(AddPayment(-5000, day)).after is not None
        assert set(tried(AddPayment(-5000, day)).difference) == {0}


def test_a_rhythm_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="no rhythm"):
        tried(AddPayment(-1, date(2026, 4, 1), "sometimes"))


def test_lost_income_comes_back() -> None:
    found = tried(LoseIncome(3, date(2026, 5, 1)))
    assert found.at_end == -3 * 250_000
    lowest = lowest_of(found.after)
    assert lowest
    assert lowest.mid_minor < 0


def test_a_moved_due_day_costs_nothing_and_helps_before_payday() -> None:
    found = tried(MoveDueDay(RENT, 27))
    assert found.at_end == 0
    assert max(found.difference) == 90_000
    assert min(found.difference) == 0
    before, after = (lowest_of(one, timedelta(days=30)) for one in (found.before, found.after))
    assert before
    assert after
    assert after.mid_minor > before.mid_minor


def test_a_category_a_fifth_down_is_a_fifth_of_each_month() -> None:
    found = tried(ChangeCategory("Groceries", Decimal(-20)))
    assert found.difference[29] == 8000, "all of April"
    assert found.difference[60] == 16_000, "and of May"
    assert tried(ChangeCategory("Boats", Decimal(-20))).at_end == 0


def test_a_debt_paid_faster_costs_first_and_frees_later() -> None:
    debt = Debt("Loan", 60_000, Decimal("9.9"), 10_000)
    found = tried(PayDebtFaster(debt, 20_000))
    slow, fast = plan_debts([debt], 0, "minimum"), plan_debts([debt], 20_000, "avalanche")
    assert min(found.difference) < 0
    assert found.at_end == slow.interest - fast.interest > 0


def test_now_or_later_is_the_same_purchase() -> None:
    found = purchase_days(outlook(), -60_000, [date(2026, 4, 2), date(2026, 4, 28)])
    assert {one.at_end for one in found.values()} == {-60_000}
    lows = [lowest_of(one.after, timedelta(days=30)) for one in found.values()]
    assert lows[0]
    assert lows[1]
    assert lows[0].mid_minor < lows[1].mid_minor


def test_a_chance_of_running_short_moves_with_the_line() -> None:
    paths = own_paths([((day * 7919) % 101 - 50) * 900 for day in range(300)], 60)
    poor = replace(outlook(paths=paths), forecast=forecast(start=180_000))
    found = simulate(poor, Scenario((AddPayment(-40_000, date(2026, 4, 3)),)))
    assert found.risk_before is not None
    assert found.risk_after is not None
    assert 0 < found.risk_before < found.risk_after <= 1


def test_too_short_a_past_gives_no_paths() -> None:
    assert own_paths([0] * 50, 30) is None


def test_paths_are_the_same_each_time_and_begin_alike() -> None:
    daily = [((day * 31) % 17 - 8) * 100 for day in range(200)]
    long, short = own_paths(daily, 60), own_paths(daily, 60)
    assert long == short
    assert long
    assert abs(sum(path[-1] for path in long.strays)) / len(long.strays) < 400, "around the line, not off it"


days = st.dates(AS_OF - timedelta(days=5), AS_OF + timedelta(days=400))
changes = st.one_of(
    st.builds(CancelSeries, st.sampled_from(ALL), st.none() | days),
    st.builds(ChangeAmount, st.sampled_from(ALL), st.integers(-(10**7), 10**7), st.none() | days),
    st.builds(AddPayment, st.integers(-(10**7), 10**7), days, st.sampled_from(["", "weekly", "monthly", "yearly"])),
    st.builds(LoseIncome, st.integers(0, 14), days),
    st.builds(MoveDueDay, st.sampled_from(ALL), st.integers(1, 31), st.none() | days),
    st.builds(ChangeCategory, st.just("Groceries"), st.decimals(-100, 100, places=1), st.none() | days),
)


@bounded
@given(st.lists(changes, max_size=4))
def test_the_difference_is_what_lies_between_the_lines(several: list[Change]) -> None:
    found = simulate(outlook(), Scenario(tuple(several)))
    for before, after, by in zip(found.before.days, found.after.days, found.difference, strict=True):
        assert (after.day, after.mid_minor - before.mid_minor) == (before.day, by)


@bounded
@given(changes, changes)
def test_changes_to_different_things_add_up(one: Change, other: Change) -> None:
    """Where they do not work on the same series, doing both is doing each."""
    touched = [getattr(change, "series", None) for change in (one, other)]
    are_losses = [isinstance(change, LoseIncome) for change in (one, other)]
    on_same = touched[0] is not None and touched[0] == touched[1]
    if on_same or all(are_losses) or (any(are_losses) and PAY in touched):
        return
    both, first, second = (tried(*some) for some in ((one, other), (one,), (other,)))
    assert both.difference == tuple(a + b for a, b in zip(first.difference, second.difference, strict=True))


@bounded
@given(st.integers(-(10**6), -1), st.integers(0, 10**6), days)
def test_dearer_is_never_better(minor: int, more: int, day: date) -> None:
    cheap, dear = (tried(AddPayment(cost, day, "monthly")).difference for cost in (minor, minor - more))
    assert all(b <= a <= 0 for a, b in zip(cheap, dear, strict=True))


@bounded
@given(st.integers(0, 11), days)
def test_a_longer_loss_of_income_is_never_better(months: int, day: date) -> None:
    short, long = (tried(LoseIncome(count, day)).difference for count in (months, months + 1))
    assert all(b <= a <= 0 for a, b in zip(short, long, strict=True))


@bounded
@given(days, st.integers(0, 60))
def test_cancelling_earlier_saves_no_less(day: date, later: int) -> None:
    for one in (RENT, STREAM):
        soon, late = (tried(CancelSeries(one, on)).difference for on in (day, day + timedelta(days=later)))
        assert all(a >= b >= 0 for a, b in zip(soon, late, strict=True))


@pytest.fixture(scope="module")
def real() -> tuple[CashForecast, Outlook]:
    """The engine's own forecast of a made-up year."""
    rows: list[Row] = []
    for place in range(14):
        first = date(2025 + (1 + place) // 12, (1 + place) % 12 + 1, 1)
        for offset, minor, who in ((0, -90_000, "Rent Office"), (11, -1299, "Streamly"), (24, 250_000, "Harbour Pay")):
            day = first + timedelta(days=offset)
            rows.append(Row(len(rows) + 1, day, minor, "EUR", "1", who, who))
        for week in range(4):
            day = first + timedelta(days=3 + 7 * week)
            rows.append(
                Row(len(rows) + 1, day, -4100 - place * 37 % 11 * 100 - week * 50, "EUR", "1", "Market", "Market")
            )
    seen, as_of = Rows.of(rows), date(2026, 3, 31)
    series = detect_series(seen, as_of)
    total = cash_ahead(seen, series, {"1": START}, as_of, 365)[0]
    return total, Outlook(total, tuple(series))


def test_on_the_real_forecast_nothing_changed_is_nothing_moved(real: tuple[CashForecast, Outlook]) -> None:
    total, plan = real
    assert simulate(plan, Scenario()).after == total


def test_on_the_real_forecast_a_cancelled_series_saves_its_payments(real: tuple[CashForecast, Outlook]) -> None:
    total, plan = real
    stream = next(one for one in plan.series if one.amount_minor == -1299)
    expected = -sum(one.amount_minor for one in total.payments if one.evidence_id in stream.ids)
    found = simulate(plan, Scenario((CancelSeries(stream),)))
    assert found.at_end == expected >= 11 * 1299

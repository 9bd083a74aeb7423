"""The score of forecasts: lines read as they are, methods judged alike, cash held against what came."""

from __future__ import annotations

import gzip
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from benchmarks.scores.cash_cases import CashCase, cash_cases
from benchmarks.scores.forecast import scores
from benchmarks.scores.households.build import household
from benchmarks.scores.month_lines import METHODS, MIX, Judged, household_lines, judge, real_lines, tenths
from benchmarks.scores.real import tables
from benchmarks.scores.score import Setting


def rows_of(counts: dict[str, int], label: str = "Books") -> list[dict[str, str]]:
    return [
        {"date": f"{month}-05", "label": label, "user": "1"} for month, count in counts.items() for _ in range(count)
    ]


def test_months_that_were_not_recorded_are_drawn_straight_or_cut_off() -> None:
    counts = {"2019-11": 1, "2020-01": 10, "2020-02": 20, "2020-03": 1, "2020-04": 40, "2020-05": 10, "2020-06": 1}
    (line,) = real_lines(rows_of(counts), "label")
    assert line.tolist() == [10, 20, 30, 40, 10]


def test_amounts_are_summed_where_there_are_any_and_rare_lines_left_out() -> None:
    table = [row | {"amount": "-2.50"} for row in rows_of({"2020-01": 4, "2020-02": 4})]
    table += [row | {"amount": "-1"} for row in rows_of({"2020-01": 1}, "Travel")]
    assert [line.tolist() for line in real_lines(table, "label")] == [[1000, 1000]]
    assert len(real_lines(table, "user")) == 1


def test_tables_are_found_by_their_columns(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    with gzip.open(tmp_path / "deep" / "b.csv.gz", "wt") as file:
        file.write("user,date,label\n1,2020-01-05,Books\n")
    (tmp_path / "a.tsv").write_text("user\tlabel\n7\tFood\n")
    (tmp_path / "note.txt").write_text("user,date,label\n")
    assert list(tables(tmp_path, {"date", "label"})) == [[{"user": "1", "date": "2020-01-05", "label": "Books"}]]
    assert [table[0]["user"] for table in tables(tmp_path, {"user"})] == ["7", "1"]
    assert list(tables(None, {"user"})) == []


def test_every_method_is_judged_on_the_same_months() -> None:
    values = np.random.default_rng(2).lognormal(3, 0.4, 40)
    one = judge(3, values)
    assert one is not None
    assert set(one.errors) == {*METHODS, MIX}
    expected = [
        np.abs(values[at : at + 3] - values[at - 1]).mean() / np.abs(np.diff(values[:at])).mean()
        for at in range(12, 38)
    ]
    assert one.errors["last month"] == pytest.approx(np.mean(expected))
    assert one.errors[MIX] < one.errors["same month last year"]
    assert all(0 < held <= bands for held, bands in zip(one.held, one.bands, strict=True))
    assert judge(3, np.full(40, 9.0)) is None


def test_tenths_are_made_by_spending_not_by_what_is_measured() -> None:
    members = [Judged(owner, float(owner), {}, (owner % 2,), (1,)) for owner in range(20)]
    assert tenths(members) == [(0.5, 2)] * 10
    assert tenths(members[:2]) == [(0.0, 1), (1.0, 1)]


@pytest.fixture(scope="module")
def case() -> CashCase:
    (found,) = cash_cases(household(1002, months=15), (90,))
    return found


def test_a_cash_case_holds_the_forecast_against_what_came(case: CashCase) -> None:
    home = household(1002, months=15)
    day = home.as_of - timedelta(days=90)
    after = [row for row in home.rows.rows if day < row.booking_date <= day + timedelta(days=30)]
    seen = home.rows.before(day + timedelta(days=1))
    change = sum(row.amount_minor for row in after)
    before = [row.amount_minor for row in seen.rows if row.booking_date > day - timedelta(days=30)]
    assert case.repeat_errors[0] > 0
    monthly = abs(sum(before) - change) / case.repeat_errors[0]
    moved = {number for pair in home.truth.transfers for number in pair}
    spent = -sum(row.amount_minor for row in seen.rows if row.amount_minor < 0 and row.id not in moved)
    days = (day - seen.rows[0].booking_date).days + 1
    assert monthly == pytest.approx(spent / days * 30.44)
    assert len(case.errors) == len(case.held) == 3


def test_a_shortfall_is_one_of_the_current_account_within_thirty_days(case: CashCase) -> None:
    home = household(1002, months=15)
    day = home.as_of - timedelta(days=90)
    balance = home.opening["current"]
    ends: dict[int, int] = {}
    for row in home.rows.rows:
        if row.account == "current" and row.booking_date <= day + timedelta(days=30):
            balance += row.amount_minor
            ends[row.booking_date.toordinal()] = balance
    now = [end for at, end in ends.items() if at <= day.toordinal()][-1]
    later = [end for at, end in ends.items() if at > day.toordinal()]
    assert case.is_short == (min(later) < 0 if now >= 0 else None)


def test_household_lines_are_what_is_spent_by_category() -> None:
    home = household(1002, months=15)
    lines = list(household_lines(home))
    assert 5 < len(lines) < 25
    assert all(len(line) == len(lines[0]) >= 13 for line in lines)
    assert all(line.sum() < 0 for line in lines)


def test_without_real_data_the_score_says_what_it_could_not_measure() -> None:
    found = {score.key: score for score in scores(Setting(seeds=(1002,), is_quick=True))}
    real = found["months_real.against_last_year"]
    assert real.value is None
    assert "--corpus" in real.note
    assert found["months_generated.against_last_year"].n > 5
    assert found["cash.error_30"].n == 2
    assert {"cash.band_30", "cash.lowest_tenth", "cash.shortfall_precision", "cash.shortfall_recall"} <= set(found)
    assert all(score.low is None or score.value is None or score.low <= score.value + 1e-9 for score in found.values())

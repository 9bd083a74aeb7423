"""Generated households: repeatable, with a truth that their rows bear out."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from benchmarks.scores.households.build import Household, household
from benchmarks.scores.households.calendar import banking_day, due_dates, months_before
from benchmarks.scores.households.countries import CHANNELS, countries
from benchmarks.scores.households.streams import standing
from benchmarks.scores.households.truth import AnomalyType, Cadence, Role, Status

SEEDS = range(1000, 1024)
TROUBLES = {
    "price", "ended", "late", "missed", "foreign", "aggregator", "moved", "paused", "drifting", "renamed", "trial",
    "silent",
}  # fmt: skip


@pytest.fixture(scope="module")
def homes() -> list[Household]:
    return [household(seed) for seed in SEEDS]


def test_the_same_seed_gives_the_same_rows() -> None:
    first = household.__wrapped__(1000, months=8)
    second = household.__wrapped__(1000, months=8)
    assert first.rows.rows == second.rows.rows
    assert first.truth == second.truth
    assert first.rows.rows != household.__wrapped__(1001, months=8).rows.rows


def test_households_have_the_size_and_span_they_should(homes: list[Household]) -> None:
    assert {home.country for home in homes} == set(countries())
    assert 60 <= sum(len(home.rows) for home in homes) / len(homes) / 24 <= 110
    for home in homes:
        days = [row.booking_date for row in home.rows.rows]
        assert min(days) >= home.first_day
        assert max(days) <= home.as_of
        assert {row.currency for row in home.rows.rows} == {home.currency}
        assert all(row.text for row in home.rows.rows)


def test_all_that_makes_series_hard_occurs(homes: list[Household]) -> None:
    series = [one for home in homes for one in home.truth.series if one.is_counted]
    assert {one.cadence for one in series} == set(Cadence)
    assert {one.role for one in series} == set(Role)
    assert {one.status for one in series} == set(Status)
    assert {trouble for one in series for trouble in one.troubles} == TROUBLES
    assert any(one.cancelled_on and len(one.ids) > 2 for one in series)
    assert sum(len(one.price_changes) for one in series) > 100
    assert {anomaly.type for home in homes for anomaly in home.truth.anomalies} == set(AnomalyType)


def test_every_true_id_is_a_row_and_none_is_in_two_series(homes: list[Household]) -> None:
    for home in homes:
        known = set(home.rows.ids.tolist())
        members = [number for one in home.truth.series for number in one.ids]
        assert set(members) <= known
        assert len(members) == len(set(members))
        assert not set(members) & home.truth.neutral
        assert not set(members) & home.truth.habits
        assert set(home.truth.categories) == known
        assert {number for anomaly in home.truth.anomalies for number in anomaly.ids} <= known


def test_series_without_troubles_keep_their_rhythm_and_price(homes: list[Household]) -> None:
    checked = 0
    for home in homes:
        rows = {row.id: row for row in home.rows.rows}
        for one in home.truth.series:
            if one.troubles or one.cadence is not Cadence.MONTHLY:
                continue
            days = [rows[number].booking_date for number in one.ids]
            assert all(25 <= (after - before).days <= 37 for before, after in pairwise(days)), one
            assert len({rows[number].account for number in one.ids}) == 1
            checked += 1
    assert checked > 50


def test_price_changes_are_what_the_rows_show(homes: list[Household]) -> None:
    for home in homes:
        rows = {row.id: row for row in home.rows.rows}
        for one in home.truth.series:
            for change in one.price_changes:
                at = [number for number in one.ids if rows[number].booking_date == change.day]
                place = one.ids.index(at[0])
                before = one.ids[place - 1]
                # What is charged once a year shows its new price at once; all others have charged the old one twice.
                if one.cadence is not Cadence.YEARLY:
                    assert rows[one.ids[place - 2]].amount_minor == pytest.approx(change.from_minor, rel=0.03)
                assert rows[at[0]].amount_minor == change.to_minor
                assert rows[before].amount_minor == change.from_minor
                assert abs(change.to_minor / change.from_minor - 1) >= 0.03


def test_running_series_have_a_next_date_after_their_last_row(homes: list[Household]) -> None:
    for home in homes:
        rows = {row.id: row for row in home.rows.rows}
        for one in home.truth.series:
            assert one.next_date is None or one.status is not Status.ENDED
            if one.status in (Status.ACTIVE, Status.EARLY) and one.next_date:
                assert one.next_date > rows[one.ids[-1]].booking_date
                assert one.next_date >= home.as_of - timedelta(days=21)


def test_transfers_cancel_out_between_two_accounts(homes: list[Household]) -> None:
    for home in homes:
        rows = {row.id: row for row in home.rows.rows}
        assert home.truth.transfers
        for away, to in home.truth.transfers:
            assert rows[away].amount_minor == -rows[to].amount_minor < 0
            assert rows[away].account != rows[to].account
            assert abs((rows[away].booking_date - rows[to].booking_date).days) <= 3


def test_the_clean_twin_lacks_the_anomalies_and_nothing_else(homes: list[Household]) -> None:
    for home in homes[:6]:
        twin = household(home.seed, has_anomalies=False)
        assert twin.truth.anomalies == ()
        touched = {number for anomaly in home.truth.anomalies for number in anomaly.ids}
        moved = {number for pair in home.truth.transfers for number in pair}
        clean = _movements(twin, {number for pair in twin.truth.transfers for number in pair})
        assert not _movements(home, touched | moved) - clean
        assert sum((clean - _movements(home, moved)).values()) <= len(touched) + 3


def _movements(home: Household, without: set[int]) -> Counter[tuple[date, int, str]]:
    return Counter((row.booking_date, row.amount_minor, row.account) for row in home.rows.rows if row.id not in without)


def test_duplicates_are_equal_and_near(homes: list[Household]) -> None:
    for home in homes:
        rows = {row.id: row for row in home.rows.rows}
        for anomaly in home.truth.anomalies:
            if anomaly.type is AnomalyType.DUPLICATE:
                first, second = (rows[number] for number in anomaly.ids)
                assert (first.amount_minor, first.account) == (second.amount_minor, second.account)
                assert 0 <= (second.booking_date - first.booking_date).days <= 2


def test_shorter_histories_end_on_the_same_day() -> None:
    long, short = household(1003), household(1003, months=5)
    assert long.as_of == short.as_of
    assert (short.as_of - short.first_day).days < 160


def test_long_histories_can_be_had_for_measuring_speed() -> None:
    home = household(1003, months=80)
    assert len(home.rows) > 80 * 50
    assert home.first_day.year < home.as_of.year - 5


def test_due_dates_clamp_to_the_month_and_move_off_weekends() -> None:
    first, until = date(2025, 1, 31), date(2025, 4, 30)
    assert list(due_dates(Cadence.MONTHLY, first, until)) == [
        date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30),
    ]  # fmt: skip
    assert list(due_dates(Cadence.SEMI_MONTHLY, date(2025, 2, 1), date(2025, 3, 15), day=15)) == [
        date(2025, 2, 15), date(2025, 2, 28), date(2025, 3, 15),
    ]  # fmt: skip
    assert list(due_dates(Cadence.BIWEEKLY, date(2025, 1, 3), date(2025, 2, 1)))[-1] == date(2025, 1, 31)
    assert banking_day(date(2025, 3, 1), 1) == date(2025, 3, 3)
    assert banking_day(date(2025, 3, 2), -1) == date(2025, 2, 28)
    assert months_before(date(2025, 3, 31), 1) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("count", "as_of", "status"),
    [
        (2, date(2025, 5, 5), Status.EARLY),
        (9, date(2025, 5, 11), Status.ACTIVE),
        (9, date(2025, 5, 12), Status.PAUSED),
        (9, date(2025, 7, 11), Status.PAUSED),
        (9, date(2025, 7, 12), Status.ENDED),
    ],
)
def test_status_follows_its_definition(count: int, as_of: date, status: Status) -> None:
    dues = [date(2025, month, 1) for month in range(5, 12)]
    assert standing(Cadence.MONTHLY, count, dues, as_of)[0] is status


def test_every_country_prints_every_channel_in_two_ways() -> None:
    assert len(countries()) == 12
    for country in countries().values():
        assert set(country.forms) == set(CHANNELS)
        assert all(one != other for one, other in country.forms.values())
        assert country.with_party <= set(CHANNELS)
        assert country.price(999) > 0
    assert countries()["US"].price(1000) % 100 == 99
    assert countries()["JP"].price(1000) == 1500
    assert countries()["SE"].price(1000) % 100 == 0

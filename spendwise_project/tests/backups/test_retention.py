"""Seven days and four weeks are kept, whatever days the machine was on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spendwise_project.backups.retention import is_due, kept

SUNDAY = datetime(2026, 11, 29, 2, 35, tzinfo=UTC)
YEARS = st.integers(0, 10 * 366 * 24 * 60)
moments = st.sets(YEARS.map(lambda minutes: SUNDAY - timedelta(minutes=minutes)), max_size=60)


def test_a_year_of_nights_leaves_seven_days_and_the_ends_of_four_weeks() -> None:
    nights = [SUNDAY - timedelta(days=back) for back in range(365)]
    days = {SUNDAY - timedelta(days=back) for back in range(7)}
    weeks = {SUNDAY - timedelta(weeks=back) for back in range(4)}
    assert kept(nights) == days | weeks


def test_the_newest_of_a_day_stands_for_it() -> None:
    noon = SUNDAY + timedelta(hours=9)
    assert kept([SUNDAY, noon]) == {noon}


def test_days_without_a_backup_take_nothing_away() -> None:
    rare = [SUNDAY - timedelta(days=40 * back) for back in range(7)]
    assert kept(rare) == set(rare)


@given(moments)
def test_few_are_kept_always_the_newest_and_again_the_same(made: set[datetime]) -> None:
    keep = kept(made)
    assert keep <= made
    assert len(keep) <= 11
    assert not made or max(made) in keep
    assert kept(keep) == keep


@given(moments, st.timedeltas(timedelta(0), timedelta(days=30)))
def test_what_was_let_go_is_never_missed_later(made: set[datetime], later: timedelta) -> None:
    """Forgetting every day leaves what forgetting once at the end would leave."""
    newer = {max(made) + later} if made else set()
    assert kept(kept(made) | newer) == kept(made | newer)


@pytest.mark.parametrize(("hours", "due"), [(2, False), (21, False), (22, True)])
def test_one_a_day(hours: int, due: bool) -> None:
    assert is_due([SUNDAY], SUNDAY + timedelta(hours=hours)) is due
    assert is_due([], SUNDAY)

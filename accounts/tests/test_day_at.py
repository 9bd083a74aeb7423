"""Which day it is depends on where somebody lives."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from accounts.models import User

NOON = datetime(2026, 10, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Kiritimati", date(2026, 11, 1)),
        ("America/Los_Angeles", date(2026, 10, 31)),
        ("Europe/Berlin", date(2026, 10, 31)),
        ("UTC", date(2026, 10, 31)),
        ("nowhere/at-all", date(2026, 10, 31)),
        ("../../etc/passwd", date(2026, 10, 31)),
        ("", date(2026, 10, 31)),
    ],
)
def test_a_moment_is_another_day_elsewhere(zone: str, day: date) -> None:
    assert User(time_zone=zone).day_at(NOON) == day

"""Bulk refresh with real workers: two callers at once, a killed worker, and never more at once than allowed."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.stack.refreshing import effects_per_job, finished, make_accounts, refresh_twice_and_kill
from tests.stack.running import Stack

pytestmark = pytest.mark.timeout(420)
UNITS = 120
BOUND = 2


def test_each_unit_is_done_once_within_the_bound(own_stack: Stack) -> None:
    make_accounts(own_stack, UNITS)
    outcome = refresh_twice_and_kill(own_stack, UNITS)
    print(f"units {UNITS}, bound {BOUND}: {outcome}")  # noqa: T201 - the figure is the point
    assert outcome.statuses == [0, 0]
    assert finished(own_stack) == Counter(succeeded=UNITS), "each unit has exactly one job, and it succeeded"
    assert effects_per_job(own_stack) == {1}
    assert 1 <= outcome.peak <= BOUND
    assert len(outcome.told) == 2
    assert max(outcome.told) <= BOUND

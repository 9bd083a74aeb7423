"""Five hundred units, two callers at once, one worker process killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.campaign.conftest import Start
from tests.stack.refreshing import effects_per_job, finished, make_accounts, refresh_twice_and_kill

pytestmark = pytest.mark.timeout(600)
UNITS = 500
BOUND = 2


def test_five_hundred_units_are_done_once_within_the_bound(start: Start, figures: Callable[[str], None]) -> None:
    stack = start(SPENDWISE_REFRESH_CONCURRENCY=str(BOUND))
    make_accounts(stack, UNITS)
    outcome = refresh_twice_and_kill(stack, UNITS)
    figures(
        f"bulk refresh: {UNITS} units, two callers, one worker process killed, done in {outcome.seconds:.0f} s;"
        f" bound {BOUND}, at most {max(outcome.told, default=0)} at once by the events, {outcome.peak} by a probe"
    )
    assert outcome.statuses == [0, 0]
    assert finished(stack) == Counter(succeeded=UNITS), "each unit has exactly one job, and it succeeded"
    assert effects_per_job(stack) == {1}
    assert 1 <= outcome.peak <= BOUND
    assert len(outcome.told) == 2
    assert max(outcome.told) <= BOUND

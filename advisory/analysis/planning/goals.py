"""The odds of a goal: the share of paths like the own past that reach it in time, and the sum a month that makes it
likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

PATHS = 1000
SEED = 20_000_229
LIKELY = 0.8
FEWEST_MONTHS = 6
LONGEST = 600


@dataclass(frozen=True, slots=True)
class GoalOdds:
    """`odds`: 0 to 1. `monthly_minor`: what has to be put aside each month on top of the own past, so that four in five
    paths arrive; 0 where they already do. `months`: whole months until the date. `low_minor`, `mid_minor` and
    `high_minor`: what stands there on one, five and nine in ten paths at most. `paths` were drawn from `seen` months.
    """

    odds: float
    monthly_minor: int
    months: int
    low_minor: int
    mid_minor: int
    high_minor: int
    paths: int
    seen: int


def goal_odds(  # noqa: PLR0917 (a goal has no fewer sides)
    target_minor: int, saved_minor: int, months: int, surpluses: Sequence[int], extra_minor: int = 0, seed: int = SEED
) -> GoalOdds | None:
    """`surpluses`: what was left of each past full month in minor units (transfers left out), signed. `extra_minor`:
    put aside each month besides.

    A goal counts as reached once what is saved comes to the target at the end of any month up to the date; it is then
    put away. What is there already is reached. None from fewer than six months of the past. Each path begins the same
    however far the date is, so a later date never lowers the odds, and neither does a smaller target or a larger sum.
    Raises ValueError for a date that is not ahead or too far.
    """
    if not 0 < months <= LONGEST:
        raise ValueError("A goal lies ahead, and no more than fifty years.")
    if len(surpluses) < FEWEST_MONTHS:
        return None
    ordered = sorted(surpluses)
    paths = [_path(ordered, months, seed + number) for number in range(PATHS)]
    missing = target_minor - saved_minor
    needs = sorted(_needed(path, missing) if missing > 0 else 0 for path in paths)
    reached = sum(1 for need in needs if need <= extra_minor)
    ends = sorted(saved_minor + path[-1] + extra_minor * months for path in paths)
    return GoalOdds(
        odds=reached / PATHS,
        monthly_minor=max(needs[int(PATHS * LIKELY) - 1], 0),
        months=months,
        low_minor=ends[PATHS // 10],
        mid_minor=ends[PATHS // 2],
        high_minor=ends[PATHS * 9 // 10 - 1],
        paths=PATHS,
        seen=len(surpluses),
    )


def _path(surpluses: Sequence[int], months: int, seed: int) -> list[int]:
    chance = Random(seed)  # noqa: S311 (paths to look at, nothing secret)
    return list(accumulate(surpluses[chance.randrange(len(surpluses))] for _ in range(months)))


def _needed(path: Sequence[int], missing: int) -> int:
    """The least sum a month with which this path arrives at the end of some month; may be negative."""
    return min(-(-(missing - total) // month) for month, total in enumerate(path, start=1))


def months_until(today: date, day: date) -> int:
    """Whole months; the month that runs counts where its day has not passed."""
    return (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)

"""Price levels: where the amount of a contract went up or down and stayed there.

A step counts when it is four times the series' own noise and comes again, or is the last booking of a series without
noise. A single odd amount (an overage, a credit) is no price, and a metered bill has none.
"""

from __future__ import annotations

import numpy as np

from advisory.analysis.series.fit import Floats, middle

# Below this noise (in logs) amounts are fixed; up to NOISY they follow a rate of exchange; above they are metered.
FIXED, NOISY = 0.004, 0.035
STEPS_OF_NOISE = 4.0
# Smaller steps are rounding or a rate; advice starts at three per cent, so half of it is still seen.
# A price charged at a rate of exchange must move by more than the rate does in a quarter.
SMALLEST_STEP, SMALLEST_FOREIGN_STEP = 0.015, 0.045
# How many bookings back tell the present level: fewer chase the rate, more trail behind it.
MEMORY = 4
# A price jumps from one booking to the next; a rate creeps.
SUDDEN = 0.7
# A first charge this far below the next is a trial, not a price.
TRIAL = 0.3
FOLD = 0.69
# Of a yearly contract with two or three bookings a step is most of what there is to see; up to this it is a price.
FEW, LARGEST_YEARLY_STEP = 3, 0.27


def noise_of(logs: Floats) -> float:
    """The spread of an amount around its level, in logs; nought where most neighbours are equal."""
    if len(logs) < 2:
        return 0.0
    return middle(np.abs(logs[1:] - logs[:-1])) * 1.4826 / 2**0.5


def yearly_steps(logs: Floats) -> tuple[int, ...]:
    """The same of a contract that is charged once a year: of few bookings the quieter step tells the noise, since one
    new price would drown every other measure of it."""
    if len(logs) > FEW:
        return level_steps(logs)
    moves = np.abs(logs[1:] - logs[:-1])
    quiet = float(moves.min()) * 1.4826 / 2**0.5 if len(moves) > 1 else 0.0
    return tuple(place for place in _steps(logs, quiet) if moves[place - 1] <= LARGEST_YEARLY_STEP)


def level_steps(logs: Floats) -> tuple[int, ...]:
    """Places of the first booking at each new level."""
    return _steps(logs, noise_of(logs))


def _steps(logs: Floats, noise: float) -> tuple[int, ...]:
    if noise > NOISY:
        return ()
    least = max(STEPS_OF_NOISE * noise, SMALLEST_STEP if noise <= FIXED else SMALLEST_FOREIGN_STEP)
    steps: list[int] = []
    start = 0
    for place in range(1, len(logs)):
        level = middle(logs[max(start, place - MEMORY) : place])
        step = float(logs[place]) - level
        if (
            abs(step) <= least
            or abs(float(logs[place] - logs[place - 1])) < SUDDEN * abs(step)
            or not _stays(logs, place, level, least, noise)
        ):
            continue
        steps.append(place)
        start = place
    return tuple(steps)


def _stays(logs: Floats, place: int, level: float, least: float, noise: float) -> bool:
    """The amounts after the step lie on its side of the old level, at about its height."""
    after = logs[place : place + 3]
    if len(after) == 1:
        return noise <= FIXED and abs(float(after[0]) - level) <= FOLD
    if noise > FIXED and len(after) < 3:
        return False
    step = float(after[0]) - level
    others = after[1:] - level
    if np.abs(others[0] - step) > max(least, abs(step) / 2):
        return False
    return bool((np.sign(others) == np.sign(step)).all() and (np.abs(others) > least / 2).all())


def is_trial(logs: Floats) -> bool:
    """The first booking is a token for what follows: next to nothing against the second and third."""
    return len(logs) > 1 and float(logs[0] - np.median(logs[1:4])) < float(np.log(TRIAL))

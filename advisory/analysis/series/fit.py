"""How well a handful of bookings lies on a grid of due days, as the log of a likelihood ratio.

The other hypothesis is a payee visited without any rhythm (a Poisson process with the payee's own rate). Bookings that
the grid does not use count against it, and so do due days without a booking; a long silence between two full runs is
one pause, not many misses. A billing day that moves starts a second segment, whose place must be paid for.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.series.grids import Bytes, Grid, Ints, Singles
from advisory.analysis.series.rhythms import Rhythm

Floats = NDArray[np.float64]

# log of .05: a due day of a running contract stays empty about once in twenty (booked elsewhere, failed, moved).
MISS = -3.0
# A pause is as rare as a miss and a half, however long; from this many empty due days on it is one.
PAUSE = -4.5
PAUSE_FROM = 2
LONGEST_PAUSE = 400
# Mean stray as a share of the tolerance: a habit fills the tolerance evenly (.5), a contract stays near its day.
MEAN_STRAY = 0.42
# The shortest run that may carry a due day of its own; of bookings a quarter apart or more, two.
SHORTEST_SEGMENT, SHORTEST_LONG_SEGMENT, LONG = 3, 2, 80
MOST_SEGMENTS = 4
# What one pair of neighbouring amounts says, by their difference in logs: near-equal amounts are what contracts make
# and visits rarely do; beyond a third a contract hardly ever jumps. The first pairs say most, later ones repeat them.
STEPS = np.array([0.004, 0.03, 0.12, 0.35])
STEP_SCORES = np.array([0.7, 0.5, 0.0, -0.5, -1.2])
# People who come back do so within seven per cent of their usual time at best (two days in a month), or a day.
HABIT_SPREAD, LEAST_SPREAD = 0.07, 1.0
# A biller that counts days from the last booking keeps far closer to them; few do, hence the log of one in twenty.
COUNTED_SPREAD, COUNTED_LEAST, COUNTED = 0.015, 0.4, -3.0
# Habits crowd around round times like a month, so their mean is taken as known up to e^2.
MEANS = 2.0
FIRST_WEIGHTS = np.array([2.2, 1.5])


@dataclass(frozen=True, slots=True)
class Segment:
    """Bookings `start` to `end` (half open) of the candidate follow the way `way` of the grid."""

    start: int
    end: int
    way: int


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """`hits`: places in the candidate, one a due day; `slots` their running due-day numbers; `strays` in days. `unused`
    counts the other bookings in between, `off` are the places of those that are on no due day."""

    grid: Grid
    hits: Ints
    slots: Ints
    strays: Ints
    segments: tuple[Segment, ...]
    unused: int
    off: Ints
    misses: int
    pauses: int
    score: float
    amount_score: float
    against_habit: float

    @property
    def rhythm(self) -> Rhythm:
        return self.grid.rhythm

    @property
    def total(self) -> float:
        """For choosing between fits of the same rows: every booking's amount counts."""
        return self.score + self.amount_score + self.rhythm.prior

    @property
    def way(self) -> int:
        """How the rhythm lies now."""
        return self.segments[-1].way


def fit_grid(days: Ints, logs: Floats, grid: Grid, first_day: int) -> Fit | None:
    """The best fit of one rhythm, None where fewer than two bookings lie on it.

    `days`: ordinals in order; `logs`: natural logs of the absolute amounts beside them; `first_day`: ordinal of the
    grid's first line.
    """
    lines = days - first_day
    strays = grid.strays.take(lines, axis=0)
    costs = grid.costs.take(strays)
    shortest = SHORTEST_LONG_SEGMENT if grid.rhythm.length >= LONG else SHORTEST_SEGMENT
    segments = _segments(costs, grid.least, shortest)
    hits, slots, strayed, off = [], [], [], []
    for segment in segments:
        chosen, aside, due, stray = _on_grid(segment, strays, grid, lines, logs)
        hits.append(chosen)
        slots.append(due)
        off.append(aside)
        strayed.append(stray)
    if sum(map(len, hits)) < 2 or not _is_near(strayed, grid.rhythm):
        return None
    likely = sum(_likelihood(costs, strays, grid.sharp, places) for places in hits if len(places))
    return _scored(
        _Matched(days, logs, grid, segments, _one(hits), _one(off)),
        _running(days, grid.rhythm, hits, slots),
        _one(strayed),
        likely,
    )


def _one(parts: list[Ints]) -> Ints:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _likelihood(costs: Singles, strays: Bytes, sharp: Floats, places: Ints) -> float:
    """Log likelihood of bookings on one segment, averaged over all ways it could lie and both kinds of biller."""
    if len(places) < len(costs):
        costs, strays = costs.take(places, axis=0), strays.take(places, axis=0)
    totals = -np.concatenate([costs.sum(axis=0), sharp.take(strays).sum(axis=0)])
    top = float(totals.max())
    return top + log(float(np.exp(totals - top).sum()) / len(totals))


def _segments(costs: Singles, least: float, shortest: int) -> tuple[Segment, ...]:
    """The cheapest cut of the bookings into runs of one due day each, every further run paid for.

    `least`: what a booking costs on a perfect grid; `shortest`: bookings of a run.
    """
    count, ways = costs.shape
    price = log(ways) + log(max(count, 2)) + 1
    whole = costs.sum(axis=0)
    way = int(whole.argmin())
    if count < 2 * shortest or float(whole[way]) - least * count <= price:
        return (Segment(0, count, way),)
    sums = np.zeros((count + 1, ways), dtype=np.float32)
    np.cumsum(costs, axis=0, out=sums[1:])
    cuts = {(0, count): _cut(sums, (0, count), price, least, shortest)}
    while len(cuts) < MOST_SEGMENTS:
        best = max((cut for cut in cuts.values() if cut), default=None)
        if best is None:
            break
        _, start, middle, end = best
        del cuts[start, end]
        for part in ((start, middle), (middle, end)):
            cuts[part] = _cut(sums, part, price, least, shortest)
    return tuple(Segment(start, end, int((sums[end] - sums[start]).argmin())) for start, end in sorted(cuts))


def _cut(
    sums: Singles, part: tuple[int, int], price: float, least: float, shortest: int
) -> tuple[float, int, int, int] | None:
    """(gain, start, middle, end) of the best cut of a part that pays."""
    start, end = part
    if end - start < 2 * shortest:
        return None
    whole = float((sums[end] - sums[start]).min())
    if whole - least * (end - start) <= price:
        return None
    middles = sums[start + shortest : end - shortest + 1]
    parted = (middles - sums[start]).min(axis=1) + (sums[end] - middles).min(axis=1)
    best = int(parted.argmin())
    gain = float(whole - parted[best]) - price
    return (gain, start, start + shortest + best, end) if gain > 0 else None


def _on_grid(segment: Segment, strays: Bytes, grid: Grid, lines: Ints, logs: Floats) -> tuple[Ints, Ints, Ints, Ints]:
    """A segment's bookings inside the tolerance, one a due day, and those outside; then the due days and strays of the
    first. Of several on one due day the most usual amount, then the nearest."""
    own = strays[segment.start : segment.end, segment.way]
    is_near = own <= grid.rhythm.tolerance
    near = is_near.nonzero()[0] + segment.start
    aside = (~is_near).nonzero()[0] + segment.start
    slots = grid.slots[lines[near], segment.way]
    if len(slots) > 1 and not bool((slots[1:] > slots[:-1]).all()):
        usual = middle(logs[near])
        by_slot: dict[int, int] = {}
        for place, slot in zip(near.tolist(), slots.tolist(), strict=True):
            rival = by_slot.get(slot)
            if rival is None or _worth(place, segment, strays, logs, usual) < _worth(
                rival, segment, strays, logs, usual
            ):
                by_slot[slot] = place
        near = np.array(sorted(by_slot.values()), dtype=np.int64)
        slots = grid.slots[lines[near], segment.way]
    return near, aside, slots.astype(np.int64), strays[near, segment.way].astype(np.int64)


def _worth(place: int, segment: Segment, strays: Bytes, logs: Floats, usual: float) -> tuple[float, int]:
    # A tenth in the amount weighs as much as a day.
    return abs(float(logs[place]) - usual) * 10 + int(strays[place, segment.way]), place


def _running(days: Ints, rhythm: Rhythm, hits: list[Ints], slots: list[Ints]) -> Ints:
    """Slot numbers that go on across segments, by the days that passed between two of them."""
    runs: list[Ints] = []
    last: tuple[int, int] | None = None
    for places, numbers in zip(hits, slots, strict=True):
        if not len(places):
            continue
        offset = 0
        if last is not None:
            passed = max(1, round((int(days[places[0]]) - last[0]) / rhythm.length))
            offset = last[1] + passed - int(numbers[0])
        runs.append(numbers + offset)
        last = int(days[places[-1]]), int(runs[-1][-1])
    return np.concatenate(runs) if runs else np.zeros(0, dtype=np.int64)


def _is_near(strays: list[Ints], rhythm: Rhythm) -> bool:
    return sum(int(part.sum()) for part in strays) <= MEAN_STRAY * rhythm.tolerance * sum(map(len, strays))


@dataclass(frozen=True, slots=True, eq=False)
class _Matched:
    days: Ints
    logs: Floats
    grid: Grid
    segments: tuple[Segment, ...]
    hits: Ints
    off: Ints


def _scored(matched: _Matched, slots: Ints, strays: Ints, likely: float) -> Fit:
    days, grid, hits = matched.days, matched.grid, matched.hits
    gaps = slots[1:] - slots[:-1] - 1
    is_pause = gaps >= PAUSE_FROM
    paused = float(gaps[is_pause].sum()) * grid.rhythm.length
    first, last = int(days[hits[0]]), int(days[hits[-1]])
    span = max(last - first - paused, 1) + grid.rhythm.length
    around = int(grid.rhythm.length / 2)
    inside = int(np.searchsorted(days, last + around, "right") - np.searchsorted(days, first - around, "left"))
    unused, misses, pauses = inside - len(hits), int(gaps[~is_pause].sum()), int(is_pause.sum())
    fixed = likely - (len(matched.segments) - 1) * (log(len(days)) + 1)
    holes = misses * MISS + pauses * PAUSE
    score = fixed + holes + len(hits) * log(span / inside) + (unused * log(unused / inside) if unused else 0.0)
    passed = np.diff(days[hits])[gaps == 0]
    length = grid.rhythm.length
    counted = max(fixed, _returns(passed, len(hits), length, COUNTED_SPREAD, COUNTED_LEAST) + COUNTED)
    against = counted - _returns(passed, len(hits), length, HABIT_SPREAD, LEAST_SPREAD)
    logs = matched.logs[hits]
    return Fit(
        grid,
        hits,
        slots,
        strays,
        matched.segments,
        unused,
        matched.off,
        misses,
        pauses,
        score,
        amount_score(logs),
        against,
    )


def _returns(gaps: Ints, count: int, length: float, share: float, least: float) -> float:
    """Log likelihood of bookings that come back after about the same time each, whatever the calendar says.

    Gaps normal around their own mean with a spread of at least `share` of it and `least` days; mean and spread are paid
    for as a Bayes factor would. Bookings after a hole fall anywhere.
    """
    free = (count - len(gaps)) * -log(length)
    if not len(gaps):
        return free
    mean = max(float(gaps.mean()), 1.0)
    spread = max(float(gaps.std()), share * mean, least)
    off = float(((gaps - mean) ** 2).sum()) / (2 * spread**2)
    fitted = -len(gaps) * log(spread * 2.507) - off
    price = log(min(1.0, spread * 2.507 / len(gaps) ** 0.5 / (mean * MEANS))) - 1
    return free + fitted + price


def middle(values: Floats) -> float:
    """The median of at least one value; numpy's own costs ten times as much for a handful."""
    ordered = np.sort(values)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else float(ordered[half - 1] + ordered[half]) / 2


def amount_score(logs: Floats) -> float:
    """What the amounts say, in order of time: positive where they are those of a contract."""
    steps = np.abs(np.diff(logs))
    scores = STEP_SCORES[np.searchsorted(STEPS, steps, side="left")]
    weights = np.ones(len(scores))
    weights[: len(FIRST_WEIGHTS)] = FIRST_WEIGHTS[: len(scores)]
    return float((scores * weights).sum())

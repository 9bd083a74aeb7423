"""The streams of one payee: try the whole payee and every range of amounts as one contract, keep the best, go on.

A biller may hold several contracts and a shop may sell one beside its goods, so what a stream leaves over is searched
again. Ranges come from joining neighbouring amounts at growing distances, from the same price up to a seasonal bill.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.series.columns import Group
from advisory.analysis.series.fit import LONGEST_PAUSE, PAUSE_FROM, Fit, fit_grid
from advisory.analysis.series.grids import Grid, Ints
from advisory.analysis.series.judge import FIXED_SHARE, SHORT_RHYTHMS, Case, believed, fixed_share
from advisory.analysis.series.levels import is_trial
from advisory.analysis.series.rhythms import Rhythm
from advisory.analysis.series.signals import Signal

# Distances of neighbouring amounts (in logs) at which ranges are joined.
JOINTS = (0.004, 0.02, 0.06, 0.15, 0.4)
MOST_STREAMS = 12
# A payee with more rows than this is a shop or a machine; only its most frequent exact amounts are tried.
BUSY = 400
MOST_CANDIDATES = 30
# Days with rows as a share of rows, below which every day seems to have two.
ONE_A_DAY = 0.7
# A contract's price may go up or down by this (in logs) from one booking to the next.
PRICE_STEP = 0.4
# Rows that a range must hold: of one price, of a wide range or at a place people walk into.
NARROW, FEWEST_OF_PRICE, FEWEST_OF_HABIT = 0.02, 3, 5
# Log odds of the words from which a payee sends nothing but bills.
BILLER = 3.0
# A candidate must hold this many rows for every due day it spans, and at most so many.
THINNEST, THICKEST = 0.45, 1.6
# Of the gaps between the rows of a range so many are about a period long. With a quarter of the rows astray and a fifth
# of the due days empty, each of which breaks up to two gaps, a contract still has more; visits rarely do.
FEWEST_PERIODS = 0.34
LONGEST_MONTH = 3
# A charge of the same sum within so many days is the first one again, where no more than a third of the rows are.
AGAIN, MOST_EXPLAINED = 4, 0.34


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """Rows of one contract, and the fit that found them. `group` holds exactly these rows, in order of days."""

    group: Group
    fit: Fit
    odds: float
    signal: Signal

    @property
    def days(self) -> Ints:
        return self.group.days


def streams_of(group: Group, grids: Sequence[Grid], first_day: int, signal: Signal) -> Iterator[Stream]:
    """Every contract found at one payee, the surest first."""
    taken = np.zeros(len(group), dtype=bool)
    judged: dict[tuple[bytes, bool], tuple[float, Fit] | None] = {}
    for _ in range(MOST_STREAMS):
        best: tuple[float, Fit, Ints] | None = None
        rest = np.flatnonzero(~taken)
        core = _core(group, rest)
        candidates = _candidates(group, rest, core, signal)
        whole = (len(rest), len(core))
        for candidate in candidates:
            if best is not None and len(candidate) == 2:
                continue  # a pair only where nothing longer was found
            is_whole, share = len(candidate) in whole, len(candidate) / len(rest)
            name = candidate.tobytes(), is_whole
            if name not in judged:
                case = Case(signal, group.is_incoming, is_whole, len(candidates), share)
                judged[name] = fit_best(group.take(candidate), grids, first_day, case)
            fitted = judged[name]
            if fitted and (best is None or fitted[1].total > best[1].total):
                best = *fitted, candidate
        if best is None:
            return
        odds, fit, candidate = best
        taken[candidate[fit.hits]] = True
        yield _with_next_prices(group, candidate[fit.hits], Stream(group, fit, odds, signal), taken, first_day)


def _with_next_prices(group: Group, hits: Ints, stream: Stream, taken: NDArray[np.bool_], first_day: int) -> Stream:
    """The stream with rows of its payee on the next due days at another price; `taken` learns of them."""
    fit = stream.fit
    way, lines = fit.way, group.days - first_day
    slots = fit.grid.slots[lines, way].astype(np.int64)
    is_due = ~taken & (fit.grid.strays[lines, way] <= fit.rhythm.tolerance)
    found = hits.tolist()
    while True:
        last = found[-1]
        ahead = np.flatnonzero(is_due & (slots > slots[last]) & (slots <= slots[last] + 2))
        near = ahead[np.abs(group.logs[ahead] - group.logs[last]) <= PRICE_STEP]
        if len(ahead) == 0 or len(near) != 1 or len(ahead) > 1:
            break
        found.append(int(near[0]))
        is_due[near[0]] = False
    if len(found) > len(hits):
        chosen = np.array(found, dtype=np.int64)
        longer = fit_grid(group.days[chosen], group.logs[chosen], fit.grid, first_day)
        if longer and len(longer.hits) == len(chosen):
            taken[chosen] = True
            return Stream(group.take(chosen), longer, stream.odds, stream.signal)
    return Stream(group.take(hits), fit, stream.odds, stream.signal)


def fit_best(group: Group, grids: Sequence[Grid], first_day: int, case: Case) -> tuple[float, Fit] | None:
    """The rhythm these rows follow best, with its log odds; None where none is believed."""
    best: tuple[float, Fit] | None = None
    span = int(group.days[-1] - group.days[0])
    may_be_short = case.is_incoming or fixed_share(group.logs) >= FIXED_SHARE / 2
    gaps = np.sort(group.days[1:] - group.days[:-1])
    for grid in grids:
        if grid.is_drifting and best is not None:
            continue
        if not case.is_whole and not _has_periods(gaps, grid.rhythm):
            continue
        expected = span / grid.rhythm.length + 1
        if not THINNEST * expected <= len(group) <= THICKEST * expected:
            continue
        if grid.rhythm.key in SHORT_RHYTHMS and not may_be_short:
            continue
        fit = fit_grid(group.days, group.logs, grid, first_day)
        fit = _trimmed(fit, group, first_day) if fit else None
        if fit is None:
            continue
        odds = believed(fit, group.days, group.logs, case)
        if odds is not None and (best is None or fit.total > best[1].total):
            best = odds, fit
    return best


def _has_periods(gaps: Ints, rhythm: Rhythm) -> bool:
    reach = 2 * rhythm.tolerance + LONGEST_MONTH
    low, high = gaps.searchsorted((rhythm.length - reach, rhythm.length + reach))
    return int(high - low) >= FEWEST_PERIODS * len(gaps)


def _trimmed(fit: Fit, group: Group, first_day: int) -> Fit | None:
    """Without hits that a long silence parts from the main run: a chance booking is no contract before its pause."""
    parts = np.flatnonzero(_parts(fit, group))
    if not len(parts):
        return fit
    runs = np.split(np.arange(len(fit.hits)), parts + 1)
    fewest = 3 if fit.rhythm.length < 80 else 2
    kept = [run for run in runs if len(run) >= fewest]
    if not kept:
        return None
    if len(kept) == len(runs):
        return fit
    chosen = fit.hits[np.concatenate(kept)]
    place = np.flatnonzero((group.days >= group.days[chosen[0]]) & (group.days <= group.days[chosen[-1]]))
    shorter = fit_grid(group.days[place], group.logs[place], fit.grid, first_day)
    return _moved(shorter, place) if shorter else None


def _parts(fit: Fit, group: Group) -> Ints:
    days = group.days[fit.hits]
    empty, silence = fit.slots[1:] - fit.slots[:-1] - 1, days[1:] - days[:-1]
    return ((empty >= PAUSE_FROM) | (silence > LONGEST_PAUSE + fit.rhythm.length)).astype(np.int64)


def _moved(fit: Fit, place: Ints) -> Fit:
    return Fit(
        fit.grid,
        place[fit.hits],
        fit.slots,
        fit.strays,
        fit.segments,
        fit.unused,
        place[fit.off],
        fit.misses,
        fit.pauses,
        fit.score,
        fit.amount_score,
        fit.against_habit,
    )


def _core(group: Group, rest: Ints) -> Ints:
    """The rows without a second charge of the same sum within days and without a token charge before the first."""
    days, minors, logs = group.days[rest], group.minors[rest], group.logs[rest]
    last: dict[int, int] = {}
    kept = np.ones(len(rest), dtype=bool)
    for place, (day, minor) in enumerate(zip(days.tolist(), minors.tolist(), strict=True)):
        kept[place] = day - last.get(minor, -AGAIN - 1) > AGAIN
        if kept[place]:
            last[minor] = day
    if len(rest) > 2 and is_trial(logs[kept]):
        kept[np.flatnonzero(kept)[0]] = False
    return rest[kept] if len(rest) * MOST_EXPLAINED >= np.count_nonzero(~kept) else rest


def _candidates(group: Group, rest: Ints, core: Ints, signal: Signal) -> list[Ints]:
    """Places of rows that might be one contract: all that are left, then ranges of amounts, large before small."""
    logs, days = group.logs, group.days
    if len(rest) < (FEWEST_OF_HABIT if signal.is_habit else 2):
        return []
    found: dict[tuple[int, int], Ints] = {}
    order = rest[np.argsort(logs[rest], kind="stable")]
    steps = np.diff(logs[order])
    for joint in JOINTS:
        cuts = np.flatnonzero(steps > joint) + 1
        bounds = [0, *cuts.tolist(), len(order)]
        for start, end in pairwise(bounds):
            fewest = _fewest(joint, end - start, signal)
            if end - start >= fewest and end - start < len(order):
                found.setdefault((start, end), np.sort(order[start:end]))
    for (start, end), places in list(found.items()):
        _add_one_a_day(found, (start, end), places, days)
    _add_one_a_day(found, (0, len(order)), rest, days)
    ranges = sorted(found.values(), key=lambda places: (-len(places), int(places[0])))[:MOST_CANDIDATES]
    if len(rest) > BUSY:
        return ranges
    return [rest, *([core] if len(core) < len(rest) else []), *ranges]


def _add_one_a_day(found: dict[tuple[int, int], Ints], bounds: tuple[int, int], places: Ints, days: Ints) -> None:
    """Where most days have two rows, one of each as a range of its own: two equal contracts, charged together."""
    firsts = np.unique(days[places], return_index=True)[1]
    if len(firsts) < ONE_A_DAY * len(places):
        found[-1 - bounds[0], bounds[1]] = places[firsts]


def _fewest(joint: float, size: int, signal: Signal) -> int:
    """Rows that a range must hold; two of a biller may be a yearly contract beside its monthly one."""
    if signal.odds >= BILLER and size == 2:
        return 2
    return FEWEST_OF_HABIT if signal.is_habit or joint > NARROW else FEWEST_OF_PRICE

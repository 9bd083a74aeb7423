"""Which found series are which true ones. Used by whoever scores a detector of series."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from benchmarks.scores.households.truth import TrueSeries, Truth

ENOUGH = 0.8
"""Share of the rows that a found and a true series must have in common, seen from both."""


@dataclass(frozen=True, slots=True)
class Matched:
    """`right`: (place among the found, true series). `wrong`: places of found series that are none. `missed`: true
    series with enough charges that nobody found. Found series that may or may not be reported (of neutral rows, or of a
    true series with too few charges to be asked for) are in none of them.
    """

    right: tuple[tuple[int, TrueSeries], ...]
    wrong: tuple[int, ...]
    missed: tuple[TrueSeries, ...]

    @property
    def found(self) -> int:
        return len(self.right) + len(self.wrong)

    @property
    def asked(self) -> int:
        return len(self.right) + len(self.missed)


def match_series(found: Sequence[Collection[int]], truth: Truth) -> Matched:
    """`found`: row ids of each found series. One true series is found at most once: a second half is wrong."""
    by_row = {number: place for place, series in enumerate(truth.series) for number in series.ids}
    pairs = sorted(
        (-len(shared), place, true)
        for place, ids in enumerate(found)
        for true, shared in _shared(set(ids) - truth.neutral, by_row)
        if _is_enough(len(shared), len(set(ids) - truth.neutral), len(truth.series[true].ids))
    )
    taken: dict[int, int] = {}
    for _, place, true in pairs:
        if place not in taken.values() and true not in taken:
            taken[true] = place
    right, wrong = [], []
    matched = {place: truth.series[true] for true, place in taken.items()}
    for place, ids in enumerate(found):
        if place in matched:
            if matched[place].is_counted:
                right.append((place, matched[place]))
        elif not _is_open(set(ids), by_row, truth):
            wrong.append(place)
    missed = [series for true, series in enumerate(truth.series) if series.is_counted and true not in taken]
    return Matched(tuple(right), tuple(wrong), tuple(missed))


def _shared(ids: set[int], by_row: dict[int, int]) -> list[tuple[int, set[int]]]:
    places: dict[int, set[int]] = {}
    for number in ids:
        if number in by_row:
            places.setdefault(by_row[number], set()).add(number)
    return list(places.items())


def _is_enough(shared: int, found: int, true: int) -> bool:
    return shared >= ENOUGH * found and shared >= ENOUGH * true


def _is_open(ids: set[int], by_row: dict[int, int], truth: Truth) -> bool:
    """One half neutral rows at least (a bonus beside pay), or rows of one series too short to be asked for."""
    judged = ids - truth.neutral
    if 2 * len(judged) <= len(ids):
        return True
    places = {by_row.get(number) for number in judged}
    only = places.pop()
    return not places and only is not None and not truth.series[only].is_counted

"""Monthly lines to forecast, real and generated, and how far off each method is on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from advisory.analysis.forecasts.lines import START, Floats, naive, same_month, smoothed
from advisory.analysis.forecasts.months import errors_at, roll_line
from advisory.analysis.forecasts.table import month_table
from benchmarks.scores.households.build import Household
from benchmarks.scores.real import Table

AHEAD = 3
WARM_UP = 12
"""Months of history before a forecast is judged."""
MIX = "mix"
METHODS: dict[str, Callable[[Floats, int], Floats]] = {
    "same month last year": same_month,
    "last month": naive,
    "exponential smoothing": smoothed,
    "mean of 12 months": lambda values, ahead: _mean(values, ahead, 12),
    "mean of 3 months": lambda values, ahead: _mean(values, ahead, 3),
}
HOLE = 0.2
"""A month with less than this share of the usual number of rows was not recorded."""
FEWEST_A_MONTH = 2
"""Rows in the middle one of a line's months."""
SEEN = 0.6
"""Share of the months that have to have any money."""
FLAT = 0.01
"""A band narrower than this share of the line says that a price is known; it is not a band to be judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One line. `owner`: household or line number; `size`: mean absolute month; `errors`: scaled by the mean step, by
    method; `held` and `bands` by months ahead.
    """

    owner: int
    size: float
    errors: dict[str, float]
    held: tuple[int, ...]
    bands: tuple[int, ...]


def real_lines(table: Table, by: str) -> list[Floats]:
    """Sums by a column (label, user) and month, numbers of rows where there are no amounts. Months that were
    not recorded are cut off at the ends and drawn straight between their neighbours elsewhere.
    """
    months = Counter(row["date"][:7] for row in table)
    usual = float(np.median(list(months.values())))
    recorded = sorted(month for month, count in months.items() if count >= HOLE * usual)
    span = _span(recorded[0], recorded[-1])
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in table:
        sums[row[by]][row["date"][:7]] += round(abs(float(row["amount"])) * 100) if row.get("amount") else 1
        counts[row[by]][row["date"][:7]] += 1
    known = np.array([place for place, month in enumerate(span) if month in recorded])
    lines = []
    for name in sorted(sums):
        if float(np.median([counts[name][span[place]] for place in known])) >= FEWEST_A_MONTH:
            values = np.array([sums[name][span[place]] for place in known], dtype=np.float64)
            lines.append(np.asarray(np.interp(np.arange(len(span)), known, values), dtype=np.float64))
    return lines


def household_lines(home: Household) -> Iterator[Floats]:
    """What one household spends by true category, transfers left out."""
    moved = {number for pair in home.truth.transfers for number in pair}
    names = {
        row.id: home.truth.categories[row.id]
        for row in home.rows.rows
        if row.id not in moved and not home.truth.categories[row.id].startswith("income")
    }
    table = month_table(home.rows, home.as_of, names, home.currency)
    for totals in table.totals:
        if (totals != 0).mean() >= SEEN:
            yield totals.astype(np.float64)


def judge(owner: int, values: Floats) -> Judged | None:
    """None where nothing ever changes: then there is nothing to scale errors by."""
    rolled = roll_line(values, (), (), AHEAD)
    errors = {name: _scaled(values, method(values, AHEAD)) for name, method in METHODS.items()}
    errors[MIX] = _scaled(values, rolled.said)
    if any(np.isnan(error) for error in errors.values()):
        return None
    held, bands = [], []
    for ahead in range(AHEAD):
        off = np.abs(errors_at(values, rolled.said, ahead))
        reach = rolled.reach[: len(off), ahead]
        is_judged = reach > FLAT * np.abs(rolled.said[: len(off), ahead])
        held.append(int((off <= reach)[is_judged].sum()))
        bands.append(int(is_judged.sum()))
    return Judged(owner, float(np.abs(values).mean()), errors, tuple(held), tuple(bands))


def tenths(judged: Iterable[Judged]) -> list[tuple[float, int]]:
    """(coverage, bands) of each tenth of the owners, sorted by what they spend: not by what is measured."""
    owners: dict[int, list[Judged]] = defaultdict(list)
    for one in judged:
        owners[one.owner].append(one)
    ordered = sorted(owners.values(), key=lambda members: sum(member.size for member in members))
    found = []
    for part in np.array_split(np.arange(len(ordered)), min(10, len(ordered))):
        members = [one for place in part for one in ordered[place]]
        bands = sum(sum(one.bands) for one in members)
        found.append((sum(sum(one.held) for one in members) / max(bands, 1), bands))
    return found


def _scaled(values: Floats, said: Floats) -> float:
    """Mean over origins of the error up to three months ahead, over the mean step known at the origin."""
    found = []
    for origin in range(WARM_UP, len(values) - AHEAD + 1):
        step = float(np.abs(np.diff(values[:origin])).mean())
        if step:
            found.append(float(np.abs(values[origin : origin + AHEAD] - said[origin - START]).mean()) / step)
    return float(np.mean(found)) if found else float("nan")


def _mean(values: Floats, ahead: int, months: int) -> Floats:
    means = [values[max(0, end - months) : end].mean() for end in range(START, len(values) + 1)]
    return np.repeat(np.array(means)[:, None], ahead, axis=1)


def _span(first: str, last: str) -> Sequence[str]:
    year, month = (int(part) for part in first.split("-"))
    found = []
    while (name := f"{year}-{month:02d}") <= last:
        found.append(name)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found

"""Forecasts: months by category on real and generated lines, and cash of generated households."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

import numpy as np

from advisory.analysis.forecasts.lines import Floats
from benchmarks.scores.cash_cases import DAYS_BACK, MONTHS, TESTED, CashCase, cash_cases
from benchmarks.scores.intervals import by_household, wilson
from benchmarks.scores.month_lines import AHEAD, METHODS, MIX, Judged, household_lines, judge, real_lines, tenths
from benchmarks.scores.real import tables
from benchmarks.scores.score import Baseline, Score, Setting, Target, Unit, unmeasured

GAIN = Target(at_most=0.85)
NO_WORSE = Target(at_most=1.02)
BAND = Target(0.77, 0.83)
MONTH_ERROR = Target(at_most=0.21)
HINDSIGHT = "the rhythm of the series is known from the whole history, nothing else"
YEAR, SMOOTHING = "same month last year", "exponential smoothing"
QUICK_DAYS_BACK = DAYS_BACK[:2]


def scores(setting: Setting) -> Iterator[Score]:
    yield from _real_months(setting)
    homes = [(home.seed, household_lines(home)) for home in setting.households(months=MONTHS)]
    judged = [one for seed, lines in homes for one in _judged(seed, lines)]
    data = f"{setting.data}, {MONTHS} months, by category"
    yield from _months("months_generated", data, judged)
    yield from _tenths("months_generated", data, tenths(judged))
    days_back = QUICK_DAYS_BACK if setting.is_quick else DAYS_BACK
    cases = [case for home in setting.households(months=MONTHS) for case in cash_cases(home, days_back)]
    yield from _cash(f"{setting.data}, forecast on {len(days_back)} past days each", cases)
    newest = [next(case for case in cases if case.owner == seed) for seed in setting.seeds]
    yield from _past_bands(f"{setting.data}, every week of up to two years", newest)


def _real_months(setting: Setting) -> Iterator[Score]:
    found = next(tables(setting.corpus, {"user", "date", "text", "label"}), None)
    if found is None:
        why = "needs --corpus with a table of user, date, text, label"
        yield unmeasured("months_real.against_last_year", "Months ahead on real lines", why, target=GAIN)
        return
    for by, key in (("label", "months_real"), ("user", "months_real_users")):
        lines = real_lines(found, by)
        judged = [one for place, values in enumerate(lines) for one in _judged(place, [values])]
        data = f"{len(found):,} real card rows, by {by}"
        yield from _months(key, data, judged)
        if by == "user":
            yield from _tenths(key, data, tenths(judged))


def _judged(owner: int, lines: Iterable[Floats]) -> Iterator[Judged]:
    for values in lines:
        one = judge(owner, values)
        if one is not None:
            yield one


def _months(key: str, data: str, judged: Sequence[Judged]) -> Iterator[Score]:
    """Errors are means over lines of the error up to three months ahead in mean steps (MASE), as ratios."""
    mine = [one.errors[MIX] for one in judged]
    for name, to, target in (("against_last_year", YEAR, GAIN), ("against_smoothing", SMOOTHING, NO_WORSE)):
        other = [one.errors[to] for one in judged]
        low, high = by_household(mine, other)
        yield Score(
            f"{key}.{name}", f"Error over that of {to}", fmean(mine) / fmean(other), len(judged), data, "lines",
            Unit.RATIO, low, high, target, _rules(judged, fmean(other), to), f"MASE {fmean(mine):.3f}",
        )  # fmt: skip
    for ahead in range(AHEAD):
        held, bands = [one.held[ahead] for one in judged], [one.bands[ahead] for one in judged]
        low, high = by_household(held, bands)
        what = f"80 % band, {ahead + 1} month{'s' if ahead else ''} ahead, held"
        yield Score(
            f"{key}.band_{ahead + 1}",
            what,
            sum(held) / sum(bands),
            sum(bands),
            data,
            "bands",
            low=low,
            high=high,
            target=BAND,
        )


def _rules(judged: Sequence[Judged], unit: float, to: str) -> tuple[Baseline, ...]:
    return tuple(Baseline(rule, fmean(one.errors[rule] for one in judged) / unit) for rule in METHODS if rule != to)


def _tenths(key: str, data: str, parts: Sequence[tuple[float, int]]) -> Iterator[Score]:
    """The worst and the best tenth by spending."""
    for name, (value, count), target in (
        ("lowest_tenth", min(parts), Target(at_least=0.77)),
        ("highest_tenth", max(parts), Target(at_most=0.83)),
    ):
        low, high = wilson(round(value * count), count)
        what = f"The same, {name.split('_')[0]} of ten tenths by spending"
        yield Score(f"{key}.{name}", what, value, count, data, "bands", low=low, high=high, target=target)


def _cash(data: str, cases: Sequence[CashCase]) -> Iterator[Score]:
    for place, ahead in enumerate(TESTED):
        value = fmean(case.errors[place] for case in cases)
        low, high = _mean_interval(cases, [case.errors[place] for case in cases])
        baselines = (
            Baseline("middle one of past 30-day sums", fmean(case.median_errors[place] for case in cases)),
            Baseline("last window again", fmean(case.repeat_errors[place] for case in cases)),
        )
        yield Score(
            f"cash.error_{ahead}", f"Error of all cash {ahead} days ahead, share of a month's spending", value,
            len(cases), data, "forecasts", low=low, high=high, target=MONTH_ERROR if ahead == 30 else None,
            baselines=baselines,
        )  # fmt: skip
    for place, ahead in enumerate(TESTED):
        held = sum(case.held[place] for case in cases)
        low, high = _mean_interval(cases, [float(case.held[place]) for case in cases])
        yield Score(
            f"cash.new_band_{ahead}", f"80 % band of that forecast, {ahead} days ahead, held", held / len(cases),
            len(cases), data, "bands", low=low, high=high,
        )  # fmt: skip
    yield from _shortfalls(data, cases)


def _past_bands(data: str, cases: Sequence[CashCase]) -> Iterator[Score]:
    """Of each household's own back-test: what its page says about the past."""
    for place, ahead in enumerate(TESTED):
        held, bands = [_held(case, place) for case in cases], [case.tests[place].bands for case in cases]
        low, high = by_household(held, bands)
        yield Score(
            f"cash.band_{ahead}", f"80 % band of all cash in the past, {ahead} days ahead, held",
            sum(held) / sum(bands), sum(bands), data, "bands", low=low, high=high, target=BAND, note=HINDSIGHT,
        )  # fmt: skip
    ordered = sorted(cases, key=lambda case: case.size)
    parts = []
    for tenth in np.array_split(np.arange(len(ordered)), min(10, len(ordered))):
        members = [ordered[number] for number in tenth]
        bands_of = sum(case.tests[place].bands for case in members for place in range(len(TESTED)))
        held_of = sum(_held(case, place) for case in members for place in range(len(TESTED)))
        parts.append((held_of / bands_of, bands_of))
    yield from _tenths("cash", data, parts)


def _held(case: CashCase, place: int) -> float:
    return (case.tests[place].coverage or 0.0) * case.tests[place].bands


def _shortfalls(data: str, cases: Sequence[CashCase]) -> Iterator[Score]:
    """Of the current account, where it was not below zero already."""
    open_ = [case for case in cases if case.is_short is not None]
    short = sum(bool(case.is_short) for case in open_)
    for key, name, least in (
        ("precision", "Warnings of a shortfall in 30 days that come true", 0.8),
        ("recall", "Shortfalls warned of", 0.7),
    ):
        mine, total = _counts(open_, [case.is_warned for case in open_], short, key)
        simple, among = _counts(open_, [case.is_naive_short for case in open_], short, key)
        low, high = wilson(mine, total)
        yield Score(
            f"cash.shortfall_{key}", name, mine / total if total else None, total, data,
            "warnings" if key == "precision" else "shortfalls", low=low, high=high, target=Target(at_least=least),
            baselines=(Baseline("middle one of past 30-day sums", simple / among if among else 0.0),),
            note=f"{short} shortfalls among {len(open_)} forecasts",
        )  # fmt: skip


def _counts(cases: Sequence[CashCase], said: Sequence[bool], short: int, key: str) -> tuple[int, int]:
    right = sum(bool(one and case.is_short) for one, case in zip(said, cases, strict=True))
    return right, sum(said) if key == "precision" else short


def _mean_interval(cases: Sequence[CashCase], values: Sequence[float]) -> tuple[float, float]:
    owners = sorted({case.owner for case in cases})
    sums = dict.fromkeys(owners, 0.0)
    counts = dict.fromkeys(owners, 0.0)
    for case, value in zip(cases, values, strict=True):
        sums[case.owner] += value
        counts[case.owner] += 1
    return by_household(list(sums.values()), list(counts.values()))

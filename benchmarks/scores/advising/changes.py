"""Habits of generated households: what is called proven where nothing changed, and where a fifth less was spent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from advisory.analysis.advice.habits import CONTRACT_KEYS, FIXED_KEYS
from advisory.analysis.outcomes.accepted import Accepted, Measured, Since
from advisory.analysis.outcomes.habit import FEWEST_WEEKS, MEASURABLE, look
from advisory.analysis.outcomes.habits import judge_habit
from advisory.analysis.outcomes.weeks import MOST_WEEKS, WEEK, cap_of, category_of, selected, usual_logs, weeks_until
from advisory.analysis.series.keys import household_keys
from benchmarks.scores.advising.homes import columns_of
from benchmarks.scores.households.build import Household, household
from benchmarks.scores.intervals import by_household
from benchmarks.scores.score import Baseline, Score, Setting, Target
from transactions.ledger.columns import Share

MONTHS = 31
AFTER_DAYS = 26 * WEEK
QUARTER_DAYS = 13 * WEEK
LEAST_A_MONTH = 2.0
"""Purchases a month from which on a category is called a habit."""
KEPT = 0.8


@dataclass(frozen=True)
class Habit:
    """One category of one household with rows in most months; `start`: the day on which advice was accepted."""

    key: str
    start: date
    before: tuple[Share, ...]
    after: tuple[Share, ...]
    watch: dict[str, object]
    keys: dict[int, str]


def change_scores(setting: Setting) -> Iterator[Score]:
    homes = [habits_of(household(seed, months=MONTHS, has_anomalies=False)) for seed in setting.seeds]
    wholes = [float(len(one)) for one in homes]
    data = f"habits of {setting.data}, {MONTHS} months"
    count = round(sum(wholes))
    placebo = [[_is_ever_proven(habit, 1.0) for habit in home] for home in homes]
    naive = [[_is_lower(habit, 1.0) for habit in home] for home in homes]
    yield _share(
        "placebo_proven", "Placebo advice called proven within half a year", placebo, wholes, data, count,
        Target(at_most=0.05), Baseline("less than the same time before", _mean(naive, wholes)),
    )  # fmt: skip
    proven = [[_state(habit, KEPT, QUARTER_DAYS).state == "proven" for habit in home] for home in homes]
    naive = [[_is_lower(habit, KEPT) for habit in home] for home in homes]
    yield _share(
        "cut_proven", "A true cut by a fifth proven within three months", proven, wholes, data, count,
        Target(at_least=0.7), Baseline("less than the same time before", _mean(naive, wholes)),
    )  # fmt: skip
    seen = [[_state(habit, KEPT, QUARTER_DAYS).state in ("proven", "likely") for habit in home] for home in homes]
    idle = [[_state(habit, 1.0, QUARTER_DAYS).state in ("proven", "likely") for habit in home] for home in homes]
    yield _share(
        "cut_seen", "A true cut by a fifth shown as likely or proven after three months", seen, wholes, data, count,
        None, Baseline("the same where nothing changed", _mean(idle, wholes)),
    )  # fmt: skip
    steady = [[habit for habit in home if _is_measurable(habit)] for home in homes]
    parts = [[_state(habit, KEPT, QUARTER_DAYS).state == "proven" for habit in home] for home in steady]
    yield _share(
        "cut_proven_steady", "The same, of habits steady enough to be judged", parts,
        [float(len(one)) for one in steady], data, sum(map(len, steady)), None, None,
    )  # fmt: skip


def habits_of(home: Household) -> list[Habit]:
    """Categories that can be cut and are bought in at least twice a month before the acceptance."""
    shares = columns_of(home).shares
    start = home.as_of - timedelta(days=AFTER_DAYS)
    before = [one for one in shares if one.booking_date <= start]
    count = min(MOST_WEEKS, ((start - home.first_day).days + 1) // WEEK)
    keys = dict(zip(home.rows.ids.tolist(), household_keys(home.rows, {}), strict=True))
    found = []
    for key in sorted({category_of(one) for one in before if _is_habit(one)}):
        select = {"currency": home.currency, "categories": [key]}
        past, later = selected(before, select), selected([one for one in shares if one.booking_date > start], select)
        if count >= FEWEST_WEEKS and len(past) >= LEAST_A_MONTH * count * WEEK / 30.44:
            cap, usual = cap_of(past), usual_logs(past, keys)
            weeks = weeks_until(past, start, count, cap, (usual, keys))
            watch = {"select": select, "cap": cap, "usual": usual, "is_long_enough": True, **weeks.as_json()}
            found.append(Habit(key, start, tuple(past), tuple(later), watch, keys))
    return found


def _is_habit(share: Share) -> bool:
    return bool(share.category_key) and share.category_key not in FIXED_KEYS | CONTRACT_KEYS


def _state(habit: Habit, kept: float, days: int) -> Measured:
    """After so many days in which each purchase cost `kept` of what it would have."""
    later = tuple(replace(one, amount_minor=round(one.amount_minor * kept)) for one in habit.after)
    accepted = Accepted("habit", habit.watch, habit.start, AFTER_DAYS)
    return judge_habit(accepted, Since(habit.start + timedelta(days=days), later, habit.keys))


def _is_ever_proven(habit: Habit, kept: float) -> bool:
    return any(_state(habit, kept, days).state == "proven" for days in (QUARTER_DAYS, AFTER_DAYS))


def _is_lower(habit: Habit, kept: float) -> bool:
    """The naive rule: less in the quarter after than in the quarter before."""
    quarter = timedelta(days=QUARTER_DAYS)
    before = -sum(one.amount_minor for one in habit.before if one.booking_date > habit.start - quarter)
    after = -sum(one.amount_minor for one in habit.after if one.booking_date <= habit.start + quarter)
    return after * kept < before


def _is_measurable(habit: Habit) -> bool:
    end, usual = habit.start + timedelta(days=QUARTER_DAYS), habit.watch["usual"]
    later = weeks_until(habit.after, end, 13, 0, (usual, habit.keys))  # type: ignore[arg-type]  # plain JSON
    return look(habit.watch, later, 13).noise <= MEASURABLE


def _mean(hits: Sequence[Sequence[bool]], wholes: Sequence[float]) -> float:
    return sum(map(sum, hits)) / sum(wholes) if sum(wholes) else 0.0


def _share(  # noqa: PLR0917 (a score has no fewer sides)
    key: str, name: str, hits: Sequence[Sequence[bool]], wholes: Sequence[float], data: str, count: int,
    target: Target | None, baseline: Baseline | None,
) -> Score:  # fmt: skip
    low, high = by_household([float(sum(one)) for one in hits], wholes)
    return Score(
        key, name, _mean(hits, wholes) if count else None, count, data, "habits", low=low, high=high, target=target,
        baselines=(baseline,) if baseline else (),
    )  # fmt: skip

"""Alerts: how often they are right, how much they find, and how often a household without any fault is disturbed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from advisory.analysis.alerts import Alert, find_alerts
from advisory.analysis.series import detect_series
from benchmarks.scores.households.build import Household
from benchmarks.scores.households.truth import Truth
from benchmarks.scores.intervals import by_household
from benchmarks.scores.rivals import above_mean, equal_within_days, first_and_large
from benchmarks.scores.score import Baseline, Score, Setting, Target, Unit
from benchmarks.scores.series import Tally

MONTHS = 24
TARGETS = {"duplicate": (0.97, 0.97), "amount": (0.85, 0.85), "new_payee": (0.75, 0.60)}
NAMES = {
    "duplicate": "Duplicates",
    "amount": "Odd amounts",
    "new_payee": "Large first payments",
    "fee": "Fees",
    "missing_income": "Missing income",
    "late_refund": "Late refunds",
    "fx_markup": "Mark-ups on the exchange rate",
}
RIVALS = {
    "duplicate": "equal within three days",
    "amount": "a quarter above the mean",
    "new_payee": "five times the median",
}


def scores(setting: Setting) -> Iterator[Score]:
    right = {kind: Tally() for kind in NAMES}
    hit = {kind: Tally() for kind in NAMES}
    rival_right = {kind: Tally() for kind in RIVALS}
    rival_hit = {kind: Tally() for kind in RIVALS}
    for home in setting.households():
        shown = _by_type(_alerts(home))
        rivals = _rivals(home)
        for kind in NAMES:
            _count(right[kind], hit[kind], shown.get(kind, []), home.truth, kind)
            if kind in RIVALS:
                _count(rival_right[kind], rival_hit[kind], rivals[kind], home.truth, kind)
    for kind, name in NAMES.items():
        precision, recall = TARGETS.get(kind, (None, None))
        data = f"{setting.data}, {MONTHS} months"
        precise = right[kind].score(
            f"{kind}_precision", f"{name} shown that are ones", data, "alerts", target=precision
        )
        complete = hit[kind].score(f"{kind}_recall", f"{name} found", data, "true ones", target=recall)
        yield _beside(precise, rival_right.get(kind), kind)
        yield _beside(complete, rival_hit.get(kind), kind)
    yield from _clean(setting)


def _beside(score: Score, rival: Tally | None, kind: str) -> Score:
    return replace(score, baselines=(Baseline(RIVALS[kind], rival.share),)) if rival else score


def _alerts(home: Household) -> Sequence[Alert]:
    return find_alerts(home.rows, detect_series(home.rows, home.as_of), home.as_of)


def _by_type(alerts: Sequence[Alert]) -> dict[str, list[tuple[int, ...]]]:
    found: dict[str, list[tuple[int, ...]]] = {}
    for alert in alerts:
        found.setdefault(_kind(alert), []).append(alert.ids)
    return found


def _kind(alert: Alert) -> str:
    """A fee that the bank booked for another currency is a fee."""
    return "fee" if alert.reason == "foreign_currency" else alert.type


def _rivals(home: Household) -> dict[str, list[tuple[int, ...]]]:
    return {
        "duplicate": list(equal_within_days(home.rows)),
        "amount": [(number,) for number in above_mean(home.rows)],
        "new_payee": [(number,) for number in first_and_large(home.rows)],
    }


def _count(right: Tally, hit: Tally, shown: Sequence[tuple[int, ...]], truth: Truth, kind: str) -> None:
    """An alert is right when it names the row, for a duplicate both rows; a true one is found once."""
    true = [set(one.ids) for one in truth.anomalies if one.type == kind]
    open_ones = list(true)
    for ids in shown:
        match = next((one for one in open_ones if _names(ids, one, kind)), None)
        if match is not None:
            open_ones.remove(match)
    found = len(true) - len(open_ones)
    right.add(found, len(shown))
    hit.add(found, len(true))


def _names(ids: Collection[int], true: set[int], kind: str) -> bool:
    return true == set(ids) if kind == "duplicate" else not true.isdisjoint(ids)


def _clean(setting: Setting) -> Iterator[Score]:
    """The same households without their anomalies. Pay that is truly missing there is no false alarm."""
    counts: list[int] = []
    rivals: list[int] = []
    for home in setting.households(has_anomalies=False):
        true = {number for one in home.truth.anomalies for number in one.ids}
        counts.append(sum(true.isdisjoint(alert.ids) for alert in _alerts(home)))
        rivals.append(sum(len(listed) for listed in _rivals(home).values()))
    data = f"clean twins of {setting.data}"
    months = [float(MONTHS)] * len(counts)
    low, high = by_household(counts, months)
    rival = Baseline("the three rules above", sum(rivals) / sum(months))
    yield Score(
        "false_per_month", "False alarms a month", sum(counts) / sum(months), len(counts), data, "households",
        Unit.RATIO, low, high, Target(at_most=0.1), (rival,),
    )  # fmt: skip
    yield Score(
        "false_worst", "False alarms a month, worst household", max(counts) / MONTHS, len(counts), data, "households",
        Unit.RATIO, target=Target(at_most=0.5), baselines=(Baseline(rival.name, max(rivals) / MONTHS),),
    )  # fmt: skip

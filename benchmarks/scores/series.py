"""Recurring series: found whole, with the right rhythm, status and price rises; how soon; and from short histories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from advisory.analysis.rows import Rows
from advisory.analysis.series import Series, detect_series
from benchmarks.scores.households.build import Household
from benchmarks.scores.households.truth import Status, TruePriceChange, TrueSeries, Truth
from benchmarks.scores.intervals import by_household
from benchmarks.scores.matching import Matched, match_series
from benchmarks.scores.rivals import same_amount_thrice
from benchmarks.scores.score import Baseline, Score, Setting, Target

RIVAL = "same amount in three months"
SHORT_HISTORIES = (5, 8, 12)
# Each charge of each series is one run of the detector, so fewer households tell how soon.
EARLY_HOUSEHOLDS, SHORT_HOUSEHOLDS = 15, 30
# A price rise is found when it is dated to within a month: the first charge at the new price may have come late.
DATED = timedelta(days=35)


@dataclass(slots=True)
class Tally:
    """Parts and wholes of one figure, one entry a household."""

    parts: list[float] = field(default_factory=list)
    wholes: list[float] = field(default_factory=list)

    def add(self, part: float, whole: float) -> None:
        self.parts.append(part)
        self.wholes.append(whole)

    def score(
        self, key: str, name: str, data: str, counted: str, *, target: float | None = None, rival: float | None = None
    ) -> Score:
        low, high = by_household(self.parts, self.wholes)
        total = sum(self.wholes)
        return Score(
            key,
            name,
            sum(self.parts) / total if total else None,
            int(total),
            data,
            counted,
            low=low,
            high=high,
            target=Target(at_least=target) if target is not None else None,
            baselines=(Baseline(RIVAL, rival),) if rival is not None else (),
            note="" if total else "none in these households",
        )

    @property
    def share(self) -> float:
        return sum(self.parts) / max(1.0, sum(self.wholes))


def scores(setting: Setting) -> Iterator[Score]:
    yield from _whole(setting)
    for months in SHORT_HISTORIES:
        yield from _short(setting, months)
    yield from _early(setting)


def _whole(setting: Setting) -> Iterator[Score]:
    names = ("precision", "recall", "cadence", "status", "role", "next_date", "rise_precision", "rise_recall")
    tallies = {name: Tally() for name in names}
    rival_precision, rival_recall = Tally(), Tally()
    for home in setting.households():
        found = detect_series(home.rows, home.as_of)
        matched = match_series([one.ids for one in found], home.truth)
        tallies["precision"].add(len(matched.right), matched.found)
        tallies["recall"].add(len(matched.right), matched.asked)
        _details(tallies, found, matched)
        _rises(tallies, found, matched, home.truth)
        rival = match_series(same_amount_thrice(home.rows), home.truth)
        rival_precision.add(len(rival.right), rival.found)
        rival_recall.add(len(rival.right), rival.asked)
    data = f"{setting.data}, 24 months"
    yield tallies["precision"].score(
        "precision", "Series found that are ones", data, "found series", target=0.99, rival=rival_precision.share
    )
    yield tallies["recall"].score(
        "recall", "True series found", data, "true series", target=0.985, rival=rival_recall.share
    )
    yield tallies["cadence"].score("cadence", "Rhythm right", data, "matched series", target=0.99)
    yield tallies["rise_precision"].score(
        "rise_precision", "Price rises shown that are ones", data, "shown", target=0.95
    )
    yield tallies["rise_recall"].score("rise_recall", "True price rises shown", data, "true rises", target=0.95)
    yield tallies["status"].score("status", "Status right", data, "matched series")
    yield tallies["role"].score("role", "Role right", data, "matched series")
    yield tallies["next_date"].score("next_date", "Next date within three days", data, "running series")


def _details(tallies: dict[str, Tally], found: Sequence[Series], matched: Matched) -> None:
    pairs = [(found[place], true) for place, true in matched.right]
    tallies["cadence"].add(sum(one.cadence == true.cadence for one, true in pairs), len(pairs))
    tallies["status"].add(sum(one.status == true.status for one, true in pairs), len(pairs))
    tallies["role"].add(sum(one.role == true.role for one, true in pairs), len(pairs))
    running = [
        (one.next_date, true.next_date)
        for one, true in pairs
        if true.next_date is not None and true.status in (Status.ACTIVE, Status.EARLY)
    ]
    near = sum(mine is not None and abs((mine - due).days) <= 3 for mine, due in running)
    tallies["next_date"].add(near, len(running))


def _rises(tallies: dict[str, Tally], found: Sequence[Series], matched: Matched, truth: Truth) -> None:
    """Rises of matched and of wrong series count against precision, those of missed series against recall."""
    by_place = dict(matched.right)
    shown, right, hit = 0, 0, 0
    counted = {*by_place, *matched.wrong}
    for place in sorted(counted):
        rises = [change for change in found[place].price_changes if change.is_rise]
        true = _true_rises(by_place[place]) if place in by_place else []
        shown += len(rises)
        right += sum(any(abs(one.date - other.day) <= DATED for other in true) for one in rises)
        hit += sum(any(abs(one.date - other.day) <= DATED for one in rises) for other in true)
    tallies["rise_precision"].add(right, shown)
    tallies["rise_recall"].add(hit, sum(len(_true_rises(one)) for one in truth.series if one.is_counted))


def _true_rises(series: TrueSeries) -> list[TruePriceChange]:
    return [change for change in series.price_changes if abs(change.to_minor) > abs(change.from_minor)]


def _short(setting: Setting, months: int) -> Iterator[Score]:
    precision, recall = Tally(), Tally()
    fewer = Setting(setting.seeds[:SHORT_HOUSEHOLDS], setting.corpus, setting.is_quick)
    for home in fewer.households(months=months):
        matched = match_series([one.ids for one in detect_series(home.rows, home.as_of)], home.truth)
        precision.add(len(matched.right), matched.found)
        recall.add(len(matched.right), matched.asked)
    data = f"{fewer.data}, {months} months"
    yield precision.score(f"precision_{months}", f"Found that are ones, {months} months", data, "found series")
    yield recall.score(f"recall_{months}", f"True ones found, {months} months", data, "true series")


def _early(setting: Setting) -> Iterator[Score]:
    """Seen from the day of the charge itself: nothing later is known."""
    second, third = Tally(), Tally()
    fewer = Setting(setting.seeds[:EARLY_HOUSEHOLDS], setting.corpus, setting.is_quick)
    for home in fewer.households():
        brands = [one for one in home.truth.series if one.is_known_brand and len(one.ids) >= 2]
        others = [one for one in home.truth.series if len(one.ids) >= 3]
        second.add(sum(_is_found(home, one, 2) for one in brands), len(brands))
        third.add(sum(_is_found(home, one, 3) for one in others), len(others))
    yield second.score("second_charge", "Known brand found at its second charge", fewer.data, "series", target=0.80)
    yield third.score("third_charge", "Found at the third charge", fewer.data, "series", target=0.95)


def _is_found(home: Household, true: TrueSeries, charges: int) -> bool:
    ids = true.ids[:charges]
    day = next(row.booking_date for row in home.rows.rows if row.id == ids[-1])
    seen = Rows.of(row for row in home.rows.rows if row.booking_date <= day)
    return any(set(ids) <= set(one.ids) for one in detect_series(seen, day))

"""Contracts, exactly: what came on the due days after acceptance against what would have come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from advisory.analysis.outcomes.accepted import COUNTED_DAYS, Accepted, Measured, Since, State, Whole, wholes

NEEDED = 2
"""One due day without a charge may be a pause or a holiday, two in a row are an answer."""
NEAR_DAYS, BAND = 6, 0.35
ORDER: Mapping[State, int] = {"proven": 4, "likely": 3, "pending": 2, "reversed": 1, "failed": 0}


@dataclass(frozen=True, slots=True)
class Window:
    """One due day that has surely passed: what was expected, what came (positive minor units), by which rows."""

    day: date
    expected: int
    actual: int
    ids: tuple[int, ...]

    def is_lower(self, enough: int) -> bool:
        return self.expected - self.actual >= enough


def judge_due(accepted: Accepted, since: Since) -> Measured:
    """Proven after two due days in a row that cost less by `enough`, likely after one; failed when two passed and the
    last was as dear as before; reversed when it had been proven and the charge is back."""
    watch = accepted.watch
    windows = passed_windows(accepted, since, watch)
    lower = [one.is_lower(int(watch["enough"])) for one in windows]
    needed = int(watch.get("needed", NEEDED))
    state = _state(lower, needed)
    counted = [one for one in windows if (one.day - accepted.accepted_on).days <= COUNTED_DAYS]
    good = [one for one, is_lower in zip(counted, lower, strict=False) if is_lower]
    worth = int(watch.get("worth", 0))
    saved = sum(worth or one.expected - one.actual for one in good) if state in ("proven", "likely") else 0
    # Rows that the saving is told from, and only those; without one, all that was looked at.
    ids = tuple(pk for one in (good if saved else counted) for pk in one.ids)
    return Measured(state, saved, sum(one.expected for one in good) if good else 0, None, ids)


def _state(lower: Sequence[bool], needed: int) -> State:
    trailing = next((place for place, one in enumerate(reversed(lower)) if not one), len(lower))
    runs = [all(lower[start : start + needed]) for start in range(len(lower) - needed + 1)]
    if trailing >= needed:
        return "proven"
    if any(runs):
        return "reversed" if trailing == 0 else "likely"
    if trailing:
        return "likely"
    return "failed" if len(lower) >= needed else "pending"


def passed_windows(accepted: Accepted, since: Since, watch: Mapping[str, Any]) -> list[Window]:
    """The due days after acceptance that cannot be met any more, or were met. A silent account proves nothing: its rows
    must reach beyond the day."""
    days = [date.fromisoformat(one) for one in watch["days"]]
    charges = _charges(accepted, since, watch)
    alive = since.last_row_on(str(watch["account"])) if watch.get("account") else since.as_of
    found: list[Window] = []
    for place, day in enumerate(days):
        near = [one for one in charges if _nearest(days, one.day) == day]
        is_over = since.as_of >= day + timedelta(days=int(watch["patience"]))
        is_heard = alive is not None and alive >= day
        if day > accepted.accepted_on and (near or (is_over and is_heard)):
            sizes = sum(-one.minor for one in near)
            found.append(Window(day, int(watch["expected"][place]), sizes, tuple(one.id for one in near)))
    return found


def _nearest(days: Sequence[date], day: date) -> date:
    return min(days, key=lambda one: (abs((one - day).days), one))


def _charges(accepted: Accepted, since: Since, watch: Mapping[str, Any]) -> list[Whole]:
    """Rows of the contract after acceptance: those of a series that goes on with its old rows, and those of the same
    payee at about the same amount near a due day. A biller of several contracts has others too."""
    own = set(watch["ids"])
    going_on = {pk for one in since.series if not own.isdisjoint(one.ids) for pk in one.ids}
    days = [date.fromisoformat(one) for one in watch["days"]]
    rows = wholes(since, [one for one in since.after(accepted.accepted_on) if one.currency == watch["currency"]])
    above = int(watch.get("ignore_above", 0))
    return [
        one
        for one in rows
        if one.minor < 0
        and not (above and -one.minor > above)
        and (one.id in going_on or (one.key == watch["key"] and _fits(one, days, watch)))
    ]


def _fits(row: Whole, days: Sequence[date], watch: Mapping[str, Any]) -> bool:
    day = _nearest(days, row.day)
    expected = int(watch["expected"][days.index(day)])
    near = abs((row.day - day).days) <= min(NEAR_DAYS, int(watch["half"]))
    return near and abs(-row.minor - expected) <= BAND * expected


def judge_any_due(accepted: Accepted, since: Since) -> Measured:
    """Of several contracts one has ended: the best of their outcomes."""
    each = [
        judge_due(Accepted("due", watch, accepted.accepted_on, accepted.window_days), since)
        for watch in accepted.watch["each"]
    ]
    return max(each, key=lambda one: (ORDER[one.state], one.saved_minor))


def judge_due_day(accepted: Accepted, since: Since) -> Measured:
    """The charge comes at least `later` days after its old due day, twice in a row."""
    watch = accepted.watch
    days = [date.fromisoformat(one) for one in watch["days"]]
    rows = wholes(since, [one for one in since.after(accepted.accepted_on) if one.currency == watch["currency"]])
    charges = [
        one
        for one in rows
        if one.key == watch["key"] and one.minor < 0 and abs(-one.minor - watch["amount"]) <= BAND * watch["amount"]
    ]
    moved = [_is_later(days, one.day, int(watch["later"])) for one in charges]
    return Measured(_state(moved, NEEDED), ids=tuple(one.id for one in charges))


def _is_later(days: Sequence[date], day: date, later: int) -> bool:
    """Against the last old due day at or before it, with two days for holidays."""
    before = [one for one in days if one <= day + timedelta(days=2)]
    return bool(before) and (day - before[-1]).days >= max(3, later)

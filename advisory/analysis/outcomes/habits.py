"""Habits: spending by weeks after acceptance against the forecast frozen then."""

from __future__ import annotations

from datetime import timedelta

from advisory.analysis.outcomes.accepted import COUNTED_DAYS, Accepted, Measured, Since, State
from advisory.analysis.outcomes.habit import LEAST_EFFECT, LOOKS, Look, levels, look
from advisory.analysis.outcomes.weeks import WEEK, Weeks, selected, weeks_until
from transactions.ledger.columns import Share

HOPEFUL_WEEKS = 6
FIRST, SECOND = sorted(LOOKS)
LIKELY_P = 0.2
"""Of one look, before looking twice is paid for."""


def judge_habit(accepted: Accepted, since: Since) -> Measured:
    """Likely while less is spent than was forecast, proven when chance is ruled out at one of both looks, failed when
    there is no gap at a look; reversed when a proven gap has closed again in the last quarter."""
    watch, start = accepted.watch, accepted.accepted_on
    count = min((since.as_of - start).days, COUNTED_DAYS) // WEEK
    last = start + timedelta(days=count * WEEK)
    rows = [one for one in selected(since.after(start), watch["select"]) if one.booking_date <= last]
    after = weeks_until(rows, last, count, int(watch["cap"]), (watch.get("usual", {}), since.keys))
    if not watch["is_long_enough"] or not count:
        return Measured("pending", ids=_ids(rows))
    level = levels(watch["sums"])[1]
    expected = round(level * count)
    actual = -sum(one.amount_minor for one in rows)
    looks = [look(watch, after, size) for size in (FIRST, SECOND) if count >= size]
    state = _state(looks, after, level, count)
    saved = max(0, expected - actual) if state in ("proven", "likely") else 0
    p = min((one.p for one in looks), default=None)
    return Measured(state, saved, expected, p, _ids(rows))


def _state(looks: list[Look], after: Weeks, level: float, count: int) -> State:
    if not looks:
        is_less = count >= HOPEFUL_WEEKS and sum(after.sums) <= (1 - LEAST_EFFECT) * level * count
        return "likely" if is_less else "pending"
    if any(one.is_proven for one in looks):
        is_back = count >= SECOND and sum(after.sums[-FIRST:]) >= level * FIRST
        return "reversed" if is_back else "proven"
    newest, weeks = looks[-1], (FIRST, SECOND)[len(looks) - 1]
    return "likely" if newest.is_less and newest.p < LIKELY_P * LOOKS[weeks] else "failed"


def _ids(rows: list[Share]) -> tuple[int, ...]:
    return tuple(sorted({one.transaction_id for one in rows}))

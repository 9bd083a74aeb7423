"""What stands on the accounts on every day since acceptance: has a buffer been built, has money run out."""

from __future__ import annotations

from datetime import timedelta

from advisory.analysis.outcomes.accepted import Accepted, Measured, Since, State

STAYS_DAYS = 30
"""A buffer that is there on payday only is none: a whole month must stay above."""
SURE = 0.9


def path(accepted: Accepted, since: Since) -> list[int]:
    """Minor units at the end of every day after acceptance, all watched accounts together."""
    wanted = set(accepted.watch["accounts"])
    balance = sum(one.balance_minor for one in since.accounts if str(one.account_id) in wanted)
    moved: dict[object, int] = {}
    for one in since.after(accepted.accepted_on):
        if str(one.account_id) in wanted:
            moved[one.booking_date] = moved.get(one.booking_date, 0) + one.amount_minor
    days = (since.as_of - accepted.accepted_on).days
    found: list[int] = []
    for back in range(days):
        found.append(balance)
        balance -= moved.get(since.as_of - timedelta(days=back), 0)
    return found[::-1]


def judge_level(accepted: Accepted, since: Since) -> Measured:
    """Proven when a whole month stayed above the target, likely half-way; reversed when it was there and is gone."""
    if not accepted.watch["accounts"]:
        return Measured("pending")
    daily = path(accepted, since)
    target, start = int(accepted.watch["target"]), int(accepted.watch["start"])
    lows = [min(daily[end - STAYS_DAYS : end]) for end in range(STAYS_DAYS, len(daily) + 1)]
    state: State = "pending"
    if lows and lows[-1] >= target:
        state = "proven"
    elif any(one >= target for one in lows):
        state = "reversed" if lows[-1] < start + (target - start) / 2 else "likely"
    elif since.as_of > accepted.due:
        state = "failed"
    elif lows and lows[-1] >= start + (target - start) / 2:
        state = "likely"
    return Measured(state)


def judge_floor(accepted: Accepted, since: Since) -> Measured:
    """Cash stayed above zero for a month. That proves something only where it was nearly sure to fall below: the
    chance of luck is what the forecast left for it."""
    days = int(accepted.watch["days"])
    daily = path(accepted, since)[:days]
    luck = 1 - float(accepted.watch["chance"])
    if not accepted.watch["accounts"] or not daily:
        return Measured("pending", p=luck)
    if min(daily) < 0:
        return Measured("failed", p=luck)
    if len(daily) < days:
        return Measured("pending", p=luck)
    return Measured("proven" if luck < 1 - SURE + 1e-9 else "likely", p=luck)

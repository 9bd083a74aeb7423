"""Money put aside: transfers out of current accounts beyond what left by transfer before."""

from __future__ import annotations

from datetime import date, timedelta

from advisory.analysis.outcomes.accepted import Accepted, Measured, Since, State, is_move, wholes
from transactions.ledger.columns import Share

MONTH = 30
HALF = 0.5


def moves_out(accepted: Accepted, since: Since) -> list[Share]:
    """Transfers that left a current account after acceptance."""
    kinds = {one.account_id for one in since.accounts if one.kind == "checking"}
    return [
        one
        for one in since.after(accepted.accepted_on)
        if is_move(one)
        and one.amount_minor < 0
        and one.account_id in kinds
        and one.currency == accepted.watch["currency"]
    ]


def judge_moved(accepted: Accepted, since: Since) -> Measured:
    """Either so much in `total`, or `each` in so many `times` thirty days, on top of the `usual` of thirty days."""
    rows = moves_out(accepted, since)
    months = [_sum(rows, accepted.accepted_on, place) for place in range(_months(accepted, since.as_of))]
    usual = int(accepted.watch["usual"])
    more = [max(0, one - usual) for one in months]
    if "total" in accepted.watch:
        reached = sum(more) / max(1, int(accepted.watch["total"]))
    else:
        each, times = int(accepted.watch["each"]), int(accepted.watch["times"])
        reached = sum(one >= max(1, each) for one in more) / times
    state: State = "proven" if reached >= 1 else "likely" if reached >= HALF / 2 else "pending"
    if state != "proven" and since.as_of > accepted.due:
        state = "failed"
    saved = _earned(accepted, since, sum(more)) if state in ("proven", "likely") else 0
    return Measured(state, saved, None, None, tuple(one.transaction_id for one in rows))


def _months(accepted: Accepted, as_of: date) -> int:
    """Begun times of thirty days; what was moved in the running one counts already."""
    return max(0, -(-(min(as_of, accepted.due) - accepted.accepted_on).days // MONTH))


def _sum(rows: list[Share], start: date, place: int) -> int:
    first = start + timedelta(days=MONTH * place)
    last = first + timedelta(days=MONTH)
    return -sum(one.amount_minor for one in rows if first < one.booking_date <= last)


def _earned(accepted: Accepted, since: Since, moved: int) -> int:
    """What the moved money has earned so far, where a rate was given; rounded down."""
    rate = float(accepted.watch.get("rate", 0))
    return int(moved * rate * (since.as_of - accepted.accepted_on).days / 365)


def judge_payday(accepted: Accepted, since: Since) -> Measured:
    """After so many paydays a transfer within three days, and in all more than left by transfer before."""
    watch = accepted.watch
    moved = moves_out(accepted, since)
    rows = wholes(since, since.after(accepted.accepted_on))
    pays = [one.day for one in rows if one.key == watch["pay_key"] and one.minor >= int(watch["pay_least"])]
    within, each, times = int(watch["within"]), max(1, int(watch["each"])), int(watch["times"])
    kept = [_near(moved, day, within) >= each for day in pays if since.as_of > day + timedelta(days=within)]
    months = max(1, (since.as_of - accepted.accepted_on).days // MONTH)
    is_more = -sum(one.amount_minor for one in moved) >= months * (int(watch["usual"]) + each)
    state: State = "pending"
    if len(kept) >= times and all(kept[-times:]) and is_more:
        state = "proven"
    elif kept and kept[-1] and is_more:
        state = "likely"
    elif any(all(kept[start : start + times]) for start in range(len(kept) - times + 1)) and not kept[-1]:
        state = "reversed"
    elif len(kept) >= times and since.as_of > accepted.due:
        state = "failed"
    return Measured(state, 0, None, None, tuple(one.transaction_id for one in moved))


def _near(moved: list[Share], day: date, within: int) -> int:
    return -sum(one.amount_minor for one in moved if 0 <= (one.booking_date - day).days <= within)

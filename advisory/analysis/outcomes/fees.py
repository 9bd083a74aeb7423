"""Money back, fees that stay away, and interest that falls."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import comb, exp
from statistics import median

from advisory.analysis.fee_kinds import fee_kind
from advisory.analysis.outcomes.accepted import COUNTED_DAYS, Accepted, Measured, Since, State, wholes
from transactions.ledger.columns import Share

MOSTLY = 0.9
QUIET_DAYS, HOPEFUL_DAYS = 91, 30
PROVEN_P = 0.1
RUN, LOWER = 3, 0.97


def judge_refund(accepted: Accepted, since: Since) -> Measured:
    """Money from that payee after acceptance, as much as is owed or nearly; less is likely to be a part of it."""
    watch = accepted.watch
    words, owed = set(str(watch["key"]).split()), int(watch["owed"])
    rows = [
        one
        for one in wholes(
            since, [one for one in since.after(accepted.accepted_on) if one.currency == watch["currency"]]
        )
        if 0 < one.minor <= owed * 1.02 and not words.isdisjoint(one.key.split())
    ]
    back = sum(one.minor for one in rows)
    state: State = "proven" if back >= MOSTLY * owed else "likely" if back else "pending"
    if state != "proven" and since.as_of > accepted.due:
        state = "failed"
    return Measured(state, min(back, owed) if back else 0, owed, None, tuple(one.id for one in rows))


def judge_quiet(accepted: Accepted, since: Since) -> Measured:
    """No such fee for a quarter, and longer where fees were seldom before: the chance of so long a quiet (Poisson, at
    the rate of before) must be below a tenth. A fee after acceptance starts the quiet anew and doubles its chance."""
    watch = accepted.watch
    start = accepted.accepted_on
    rows = sorted(
        (one for one in since.after(start) if one.currency == watch["currency"] and fee_kind(one) == watch["fees"]),
        key=lambda one: (one.booking_date, one.transaction_id),
    )
    rate = watch["count"] / watch["days"]
    ends = [start, *(one.booking_date for one in rows)]
    quiets = [(after - before).days for before, after in zip(ends, [*ends[1:], since.as_of], strict=True)]
    chances = [exp(-rate * days) * (place + 1) for place, days in enumerate(quiets)]
    long_enough = [days >= QUIET_DAYS and p < PROVEN_P for days, p in zip(quiets, chances, strict=True)]
    if long_enough[-1]:
        state: State = "proven"
    elif any(long_enough[:-1]):
        state = "reversed"
    elif rows:
        state = "failed"
    else:
        state = "likely" if quiets[-1] >= HOPEFUL_DAYS else "pending"
    days = min((since.as_of - start).days, COUNTED_DAYS)
    expected = int(watch["sum"] * days // watch["days"])
    saved = max(0, expected + sum(one.amount_minor for one in rows)) if state in ("proven", "likely") else 0
    return Measured(state, saved, expected, min(1.0, chances[-1]), tuple(one.transaction_id for one in rows))


def judge_monthly(accepted: Accepted, since: Since) -> Measured:
    """Interest by full calendar months: three in a row below every month before. By chance that happens once in
    (n + 3 over 3) orders of n + 3 months."""
    watch = accepted.watch
    past = [int(one) for one in watch["past"]]
    rows = [one for one in since.after(accepted.accepted_on) if one.currency == watch["currency"]]
    fees = [one for one in rows if fee_kind(one) == watch["fees"]]
    sums = _full_months(fees, accepted.accepted_on, since.as_of)
    usual = median(past)
    low = [one < LOWER * min(past) for one in sums]
    runs = [all(low[start : start + RUN]) for start in range(len(low) - RUN + 1)]
    p = 1 / comb(len(past) + RUN, RUN)
    saved = max(0, round(sum(usual - one for one in sums)))
    state: State = "pending"
    if runs and runs[-1] and p < PROVEN_P:
        state = "proven"
    elif any(runs):
        state = "likely" if low[-1] else "reversed"
    elif len(sums) >= RUN and not low[-1]:
        state = "failed"
    elif low and low[-1]:
        state = "likely"
    kept = saved if state in ("proven", "likely") else 0
    return Measured(state, kept, round(usual * len(sums)), p, tuple(one.transaction_id for one in fees))


def _full_months(rows: list[Share], start: date, end: date) -> list[int]:
    """Positive minor units of each whole calendar month after `start` that is over at `end`."""
    by_month: defaultdict[int, int] = defaultdict(int)
    for one in rows:
        by_month[one.booking_date.year * 12 + one.booking_date.month - 1] -= one.amount_minor
    first = start.year * 12 + start.month
    last = end.year * 12 + end.month - 1
    return [by_month[month] for month in range(first, last)]

"""Indicators of what stands on the accounts: the buffer, and days on which too little stood there."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from statistics import median

from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import total
from advisory.analysis.health.bands import RISK_KNOTS
from advisory.analysis.health.flows import RECENT_MONTHS, essentials_of
from advisory.analysis.health.indicator import (
    Figures,
    Indicator,
    Sample,
    found,
    given_points,
    judged,
    missing,
    points_of,
)
from advisory.analysis.health.outlook import Outlook
from advisory.analysis.history import tidy
from advisory.analysis.study import Study, day_before, spanning
from transactions.ledger.columns import AccountState
from transactions.ledger.period import Period

LIQUID_KINDS = ("checking", "savings", "cash")
OPENINGS = "the opening balance of every current, savings and cash account"
BUFFER_MONTHS = 6
LOW_CASH_DAYS = 90
RISKY = 0.2
# The chance of running short rests on what the own cash did in the stretches of a month before.
STRETCH, STEP, FEWEST_STRETCHES, LOOK_BACK = 30, 7, 12, 365


def liquid_of(study: Study) -> list[AccountState] | None:
    """Current, savings and cash accounts in the base currency; None without any, or where an opening is unknown."""
    liquid = [one for one in study.history.accounts if one.kind in LIQUID_KINDS and one.currency == study.currency]
    return liquid if liquid and all(account.has_known_opening for account in liquid) else None


def buffer_months(study: Study, _outlook: Outlook | None = None) -> Indicator:
    """How many months of essential spending (the middle one of six) stand on current, savings and cash accounts.

    An overdraft counts against it.
    """
    months = study.history.judged_months[-BUFFER_MONTHS:]
    liquid = liquid_of(study)
    if liquid is None:
        return missing("buffer_months", OPENINGS)
    if len(months) < RECENT_MONTHS:
        return missing("buffer_months", "three full months")
    needs = [study.sum("essential_spending", essentials_of(study)(month), month) for month in months]
    usual = study.median("essential_spending_normal", needs, spanning(months))
    standing = liquid_balance(study, liquid)
    if not Decimal(usual.value):
        return missing("buffer_months", "spending in categories marked as essential")
    fact = study.book.derive("buffer_months", "cover@1", "months", study.month, inputs=(standing, usual))
    stands = float(standing.value)

    def again(drawn: Sequence[Figures]) -> float | None:
        middle_need = median(month[0] for month in drawn)
        return stands / abs(middle_need) if middle_need else None

    sample = Sample(tuple((float(one.value),) for one in needs), again)
    return judged(study, "buffer_months", fact, (standing, usual), sample)


def low_cash_days(study: Study, outlook: Outlook) -> Indicator:
    """Days of the last ninety on which an account stood below zero or all together below the floor.

    Where there was none, the chance to fall below it within a month decides: the share of your own past stretches of
    thirty days that today's balance would not have survived. What the forecast says looks from the last day seen, not
    from the month's end, and cannot be held against the month before: it can lower the verdict, never the score.
    """
    liquid = liquid_of(study)
    if liquid is None:
        return missing("low_cash_days", OPENINGS)
    window = Period(study.month.end - timedelta(days=LOW_CASH_DAYS), study.month.end)
    if not any(share.booking_date < window.start for share in study.history.shares):
        return missing("low_cash_days", "bookings from more than ninety days ago")
    standing = liquid_balance(study, liquid)
    low = _days_below(study, liquid, window, outlook.floor_minor)
    days = found(study, "low_cash_days", str(low), "count", period=window, inputs=(standing,))
    risk = _risk(study, liquid, outlook.floor_minor)
    points, support = points_of(study, "low_cash_days", days), [standing]
    if risk is not None:
        chance = _chance(study, "shortfall_chance", risk, standing)
        by_chance = points_of(study, "low_cash_days", chance, RISK_KNOTS)
        named = {"indicator": "low_cash_days"}
        points = study.book.derive(
            "health_points", "least@1", "points", window, inputs=(points, by_chance), params=named
        )
        support.append(chance)
    ahead = outlook.forecast.shortfall if outlook.forecast else None
    if ahead is not None:
        support.append(_chance(study, "forecast_chance", ahead, standing))
    judgement = given_points("low_cash_days", days, tuple(support), points)
    is_worry = ahead is not None and ahead >= RISKY and judgement.verdict == "good"
    return replace(judgement, verdict="fair") if is_worry else judgement


def _chance(study: Study, metric: str, chance: float, standing: FactDraft) -> FactDraft:
    return found(study, metric, f"{chance:.4f}", "ratio", period=study.month, inputs=(standing,))


def _days_below(study: Study, liquid: Sequence[AccountState], window: Period, floor: int) -> int:
    """By the balance at the end of each day."""
    ends = {account.account_id: _ends_of_days(study, [account], window) for account in liquid}
    below = 0
    for place in range((window.end - window.start).days):
        stands = [ends[account.account_id][place] for account in liquid]
        below += any(one < 0 for one in stands) or sum(stands) < floor
    return below


def _ends_of_days(study: Study, accounts: Sequence[AccountState], window: Period) -> list[int]:
    """What stood on the accounts together at the end of each day; counted back from the end of the month."""
    daily = _daily(study, accounts, window)
    start = sum(account.balance_minor for account in accounts) - sum(daily)
    return [start + moved for moved in accumulate(daily)]


def _daily(study: Study, accounts: Sequence[AccountState], window: Period) -> list[int]:
    sums: defaultdict[date, int] = defaultdict(int)
    for account_id in {account.account_id for account in accounts}:
        held = study.history.by_account.get(account_id, [])
        first, last = (
            bisect_left(held, day, key=lambda share: share.booking_date) for day in (window.start, window.end)
        )
        for share in held[first:last]:
            if share.currency == study.currency:
                sums[share.booking_date] += share.amount_minor
    return [sums[window.start + timedelta(days=place)] for place in range((window.end - window.start).days)]


def _risk(study: Study, liquid: Sequence[AccountState], floor: int) -> float | None:
    """None where there are fewer than twelve stretches, a week apart."""
    first = min((share.booking_date for share in study.history.shares), default=study.month.end)
    start = max(first, study.month.end - timedelta(days=LOOK_BACK))
    daily = _daily(study, liquid, Period(start, study.month.end))
    stretches = [daily[end - STRETCH : end] for end in range(len(daily), STRETCH - 1, -STEP)]
    if len(stretches) < FEWEST_STRETCHES:
        return None
    stands = sum(account.balance_minor for account in liquid)
    short = sum(1 for moves in stretches if stands + min(accumulate(moves)) < floor)
    return short / len(stretches)


def liquid_balance(study: Study, accounts: Sequence[AccountState]) -> FactDraft:
    """What stands on the accounts: each one's stated opening plus all its rows."""

    def standing() -> FactDraft:
        balances = [account_balance(study, account) for account in accounts]
        return study.book.derive("liquid_balance", "total@1", study.currency, study.month, inputs=balances)

    # Several indicators stand on it, and it names every row of these accounts.
    about = (account.account_id for account in accounts)
    return study.book.once(("liquid_balance", study.month, study.currency, *about), standing)


def account_balance(study: Study, account: AccountState) -> FactDraft:
    """The opening is taken as stated; the rows prove the rest."""
    rows = [
        share for share in study.history.by_account.get(account.account_id, ()) if share.currency == account.currency
    ]
    named = {"account": tidy(account.name), "account_id": str(account.account_id)}
    begin = min([study.month.start, *(share.booking_date for share in rows)])
    period = Period(begin, study.month.end)
    moved = study.sum("account_movements", rows, period, **named)
    stated = study.text_of(account.balance_minor - total(rows))
    opening = study.book.derive(
        "opening_balance", "stated@1", study.currency, day_before(begin), params={**named, "stated": stated}
    )
    return study.book.derive(
        "account_balance", "total@1", study.currency, period, inputs=(opening, moved), params=named
    )

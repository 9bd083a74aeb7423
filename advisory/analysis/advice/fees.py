"""Advice on what money itself costs: fees, penalties for being short or late, interest, a dearer loan than need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from advisory.analysis.advice.balances import balance_of, balance_rows
from advisory.analysis.advice.habits import habit_watch
from advisory.analysis.advice.inputs import AdviceInputs, money
from advisory.analysis.advice.piece import Advice, FollowUp, sureness, yearly_gain
from advisory.analysis.fee_kinds import fee_kind
from advisory.analysis.groups import total
from advisory.analysis.history import Booking, tidy
from advisory.analysis.study import spanning
from transactions.ledger.columns import AccountState, Share

# A08: less than this part of all spending is not worth a call to the bank.
LEAST_FEE_SHARE = Decimal("0.002")
# A09: once is bad luck.
PENALTIES, PENALTY_DAYS = 2, 183
# A10: interest that came in so many of the last months is a debt that stays.
INTEREST_ROWS, INTEREST_DAYS = 3, 183
PAYOFF_MONTHS = "12"
# A11: below three points nothing is left after the costs of changing.
LEAST_POINTS = Decimal("0.03")
BORROWED_KINDS = ("loan", "credit_card")


def fee_rows(inputs: AdviceInputs, days: int, kind: str) -> list[Booking]:
    """Whole rows of the last days, of one kind of fee."""
    return [one for one in inputs.recent(days) if fee_kind(one.lead) == kind]


def bank_fees(inputs: AdviceInputs) -> Iterator[Advice]:
    """A08: the price of banking over up to twelve full months above 0.2 % of spending; not stretched to a year.

    The part that can be avoided is an assumption of the user's; half of it is the middle, and the low gain is half of
    that.
    """
    study = inputs.study
    months = study.history.judged_months
    rows = [share for month in months for share in study.history.spent(month) if fee_kind(share) == "fee"]
    spent = sum(total(study.history.spent(month)) for month in months)
    if rows and abs(total(rows)) > abs(spent) * LEAST_FEE_SHARE:
        yield _fees(inputs, rows)


def _fees(inputs: AdviceInputs, rows: Sequence[Share]) -> Advice:
    study = inputs.study
    months = study.history.judged_months
    fees = study.sum("fees", rows, spanning(months))
    count = study.book.count("fee_rows", (share.transaction_id for share in rows), spanning(months))
    part = inputs.assume("A08:fees", "avoidable_share", "0.5", "ratio")
    share = Decimal(part.value)
    factors = (str(share / 2), str(share), str(max(share, Decimal("0.9"))))
    return Advice(
        "A08",
        {"fees": fees, "count": count},
        "an hour",
        yearly_gain(study, "A08", fees, factors),
        frozenset(fees.transactions),
        sureness(1, "0.5"),
        subject="fees",
        assumptions=(part,),
        follow_up=FollowUp("habit", "fees", 182, habit_watch(inputs, {"fees": "fee"}), baseline=fees),
    )


def penalties(inputs: AdviceInputs) -> Iterator[Advice]:
    """A09: two or more overdraft or late fees in half a year. Gain: none of them in the year to come."""
    rows = fee_rows(inputs, PENALTY_DAYS, "penalty")
    if len(rows) >= PENALTIES:
        paid = inputs.sum_of("penalties", rows)
        count = inputs.study.book.count("penalty_rows", paid.transactions, paid.period)
        watch = {"fees": "penalty", "count": len(rows), "days": PENALTY_DAYS, "sum": abs(_sum(rows))}
        yield Advice(
            "A09",
            {"paid": paid, "count": count},
            "an hour",
            yearly_gain(inputs.study, "A09", paid, ("1", "2", "2")),
            frozenset(paid.transactions),
            sureness(1, "0.5"),
            subject="penalties",
            follow_up=FollowUp("quiet", "penalties", 365, {"currency": inputs.currency, **watch}, baseline=count),
        )


def _sum(rows: Sequence[Booking]) -> int:
    return sum(one.amount_minor for one in rows)


def interest(inputs: AdviceInputs) -> Iterator[Advice]:
    """A10: interest in at least three of the last six months.

    Plan A leaves the debt as it is, plan B pays it off in equal steps over N months: interest then falls evenly to
    nothing, so that (N + 1) / 24 of a year's interest remains. Low and high: half as long again, and half as long.
    """
    rows = fee_rows(inputs, INTEREST_DAYS, "interest")
    if len({(one.booking_date.year, one.booking_date.month) for one in rows}) < INTEREST_ROWS:
        return
    paid = inputs.sum_of("interest_paid", rows)
    months = inputs.assume("A10:interest", "payoff_months", PAYOFF_MONTHS, "months")
    low, mid, high = (_avoided(Decimal(months.value) * part) for part in (Decimal("1.5"), Decimal(1), Decimal("0.5")))
    past = [abs(_sum([one for one in rows if one.booking_date.month == month])) for month in _months_of(rows)]
    yield Advice(
        "A10",
        {"paid": paid, "months": inputs.stated(months)},
        "a habit",
        yearly_gain(inputs.study, "A10", paid, (str(low), str(mid), str(high))),
        frozenset(paid.transactions),
        sureness(0.9, "0.4"),
        subject="interest",
        assumptions=(months,),
        follow_up=FollowUp(
            "monthly", "interest", 183, {"currency": inputs.currency, "fees": "interest", "past": past}, baseline=paid
        ),
    )


def _avoided(months: Decimal) -> Decimal:
    """Of two half years of interest, the part that plan B does not pay in its first year."""
    span = max(Decimal(1), months)
    kept = (span + 1) / 24 if span <= 12 else 1 - Decimal("6.5") / span
    return (2 * (1 - kept)).quantize(Decimal("0.0001"))


def _months_of(rows: Sequence[Booking]) -> list[int]:
    return list(dict.fromkeys(one.booking_date.month for one in rows))


def refinancing(inputs: AdviceInputs) -> Iterator[Advice]:
    """A11: a debt at three points or more above what the user knows the market to ask.

    Both rates are the user's to say: without them we ask, and promise nothing. Gain: a year's difference on what is
    owed, less the costs of changing.
    """
    for account in inputs.accounts:
        owed = account.kind in BORROWED_KINDS and account.has_known_opening and account.balance_minor < 0
        if owed and account.currency == inputs.currency and (piece := _refinance(inputs, account)):
            yield piece


def _refinance(inputs: AdviceInputs, account: AccountState) -> Advice | None:
    subject = f"account={account.account_id}"
    key = f"A11:{subject}"
    named = {"account": tidy(account.name), "account_id": str(account.account_id)}
    asked = (
        inputs.assume(key, "apr", "", "ratio"),
        inputs.assume(key, "market_rate", "", "ratio"),
        inputs.assume(key, "change_costs", "0", account.currency),
    )
    balance = balance_of(inputs, account)
    if not asked[0].value or not asked[1].value:
        if account.kind != "loan":
            return None
        return Advice(
            "A11", {"balance": balance}, "minutes", confidence=Decimal("0.2"), subject=subject, variant="ask",
            assumptions=asked,
        )  # fmt: skip
    if Decimal(asked[0].value) <= Decimal(asked[1].value) + LEAST_POINTS:
        return None
    stated = [inputs.stated(one, **named) for one in asked]
    saved = inputs.study.book.derive(
        "refinance_saving", "refinance@1", account.currency, balance.period, inputs=(balance, *stated), params=named
    )
    if money(saved) <= 0:
        return None
    figures = {"balance": balance, "apr": stated[0], "market": stated[1], "saved": saved}
    watch = {"value": f"{key}:apr", "below": asked[0].value}
    return Advice(
        "A11",
        figures,
        "an hour",
        yearly_gain(inputs.study, "A11", saved, ("0.5", "1", "1")),
        # The debt of an account is claimed by its newest row: the same debt cannot be made cheaper twice.
        frozenset(balance_rows(inputs, account)[-1:]),
        sureness(0.8, "0.4"),
        subject=subject,
        assumptions=asked,
        follow_up=FollowUp("value", "apr", 183, watch, baseline=balance),
    )

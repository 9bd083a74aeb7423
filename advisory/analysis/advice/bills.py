"""Advice on bills and the days around payday: move a due day, see a shortfall coming, put yearly bills aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from advisory.analysis.advice.balances import liquid_accounts
from advisory.analysis.advice.cash import LOW_CASH, low_cash_is_red, usual_moves
from advisory.analysis.advice.fees import PENALTY_DAYS, fee_rows
from advisory.analysis.advice.inputs import AdviceInputs, about, money
from advisory.analysis.advice.piece import RED, Advice, FollowUp, Gain, sureness, yearly_gain
from advisory.analysis.advice.watching import dues
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import CashDay, Series
from advisory.analysis.per_year import PER_YEAR
from advisory.analysis.study import spanning
from transactions.ledger.money import to_minor, to_text
from transactions.ledger.period import Period

# A20: so near before payday a bill hits the emptiest days of the month.
BEFORE_PAY = 5
# A21 looks a month ahead.
AHEAD = 30
# A23: a yearly bill of one per cent of income is felt.
FELT = Decimal("0.01")
SELDOM = ("yearly", "half_yearly", "quarterly")


def before_payday(inputs: AdviceInputs) -> Iterator[Advice]:
    """A20: bills due in the five days before income, while money may run short. Gain: penalties of before, avoided."""
    pay = [one for one in inputs.incomes if one.next_date]
    if not pay or not low_cash_is_red(inputs):
        return
    main = max(pay, key=lambda one: (one.amount_minor, one.payee_key))
    assert main.next_date is not None
    near = [one for one in inputs.outgoing if one.role == "bill" and _is_just_before(one, main.next_date)]
    near = [one for one in near if one.currency == inputs.currency and inputs.charges(one)]
    if near:
        yield _move_due_day(inputs, main, min(near, key=lambda one: (one.amount_minor, one.payee_key)))


def _is_just_before(series: Series, pay: date) -> bool:
    return series.next_date is not None and 0 < (pay - series.next_date).days <= BEFORE_PAY


def _move_due_day(inputs: AdviceInputs, pay: Series, bill: Series) -> Advice:
    assert pay.next_date is not None
    assert bill.next_date is not None
    last = inputs.charge(inputs.charges(bill)[-1], **about(bill))
    income = inputs.charge(inputs.charges(pay)[-1], **about(pay))
    figures = {"bill": last, "pay": income, "due": _day(inputs, bill, last), "payday": _day(inputs, pay, income)}
    watch = {
        "key": bill.payee_key,
        "currency": bill.currency,
        "amount": abs(bill.amount_minor),
        "days": [day.isoformat() for day in dues(bill, inputs.as_of)],
        "later": min(BEFORE_PAY, (pay.next_date - bill.next_date).days),
    }
    gain, claims = _penalties_avoided(inputs, "A20", frozenset())
    return Advice(
        "A20",
        figures,
        "minutes",
        gain,
        claims,
        sureness(bill.confidence, "0.5"),
        urgency=RED,
        subject=f"{bill.payee_key}:{bill.cadence}",
        follow_up=FollowUp("due_day", "due_day", 100, watch, baseline=last),
        again=lambda more: _without_gain(inputs, figures, "A20", f"{bill.payee_key}:{bill.cadence}", watch, last),
    )


def _without_gain(  # noqa: PLR0917 (a piece has no fewer sides)
    inputs: AdviceInputs, figures: dict[str, FactDraft], rule: str, subject: str, watch: dict[str, object],
    baseline: FactDraft,
) -> Advice:  # fmt: skip
    """The same risk where another piece counts the penalties already."""
    kind = "due_day" if rule == "A20" else "floor"
    return Advice(
        rule, figures, "minutes", None, frozenset(), sureness(0.9, "0.5"), urgency=RED, subject=subject,
        follow_up=FollowUp(kind, kind, 100 if rule == "A20" else AHEAD, watch, baseline=baseline),
    )  # fmt: skip


def _day(inputs: AdviceInputs, series: Series, last: FactDraft) -> FactDraft:
    assert series.next_date is not None
    params = {**about(series), "found": series.next_date.isoformat(), "engine": "series"}
    return inputs.study.book.derive("series_next", "found@1", "date", last.period, inputs=(last,), params=params)


def _penalties_avoided(inputs: AdviceInputs, rule: str, taken: frozenset[int]) -> tuple[Gain | None, frozenset[int]]:
    rows = [one for one in fee_rows(inputs, PENALTY_DAYS, "penalty") if one.transaction_id not in taken]
    if not rows:
        return None, frozenset()
    paid = inputs.sum_of("penalties", rows)
    return yearly_gain(inputs.study, rule, paid, ("0.5", "1", "2")), frozenset(paid.transactions)


def shortfall(inputs: AdviceInputs) -> Iterator[Advice]:
    """A21: at least one chance in five that money runs out within a month. Gain: penalties of before, else none."""
    cash = inputs.cash
    if cash is None or cash.shortfall is None or cash.shortfall < LOW_CASH or not cash.days:
        return
    month = [day for day in cash.days if day.day <= inputs.as_of + timedelta(days=AHEAD)]
    lowest = min(month or cash.days, key=lambda day: (day.mid_minor, day.day))
    day, low = _lowest(inputs, lowest, cash.row_ids)
    figures = {"day": day, "low": low}
    watch = {
        "accounts": [str(one.account_id) for one in liquid_accounts(inputs)],
        "days": AHEAD,
        "chance": round(cash.shortfall, 4),
    }
    gain, claims = _penalties_avoided(inputs, "A21", frozenset())
    yield Advice(
        "A21",
        figures,
        "minutes",
        gain,
        claims,
        sureness(0.9, "0.5"),
        urgency=RED,
        subject=f"{inputs.currency}",
        follow_up=FollowUp("floor", "floor", AHEAD, watch, baseline=low),
        again=lambda more: _without_gain(inputs, figures, "A21", inputs.currency, watch, low),
    )


def _lowest(inputs: AdviceInputs, lowest: CashDay, ids: tuple[int, ...]) -> tuple[FactDraft, FactDraft]:
    rows = [inputs.bookings[pk] for pk in ids if pk in inputs.bookings]
    own = [one for one in rows if one.lead.currency == inputs.currency]
    below = (inputs.sum_of("forecast_everyday", own),) if own else ()
    period = Period(lowest.day, lowest.day + timedelta(days=1))
    book = inputs.study.book
    day = book.derive(
        "lowest_day", "found@1", "date", period, inputs=below,
        params={"found": lowest.day.isoformat(), "engine": "forecast"},
    )  # fmt: skip
    text = to_text(lowest.mid_minor, inputs.currency)
    low = book.derive(
        "lowest_cash", "found@1", inputs.currency, period, inputs=below, params={"found": text, "engine": "forecast"}
    )
    return day, low


def sinking_fund(inputs: AdviceInputs) -> Iterator[Advice]:
    """A23: bills that come seldom and together make one per cent of income or more. No gain: it smooths."""
    months = inputs.study.history.judged_months
    income = inputs.study.sum("income", [one for month in months for one in inputs.study.history.earned(month)],
                              spanning(months)) if months else None  # fmt: skip
    if income is None or money(income) <= 0:
        return
    seldom = [one for one in inputs.outgoing if one.cadence in SELDOM and one.currency == inputs.currency]
    seldom = [one for one in seldom if inputs.charges(one)]
    a_year = sum(abs(one.amount_minor) * PER_YEAR[one.cadence] for one in seldom)
    yearly_income = money(income) * 12 / len(months)
    if seldom and Decimal(to_text(a_year, inputs.currency)) >= yearly_income * FELT:
        yield _fund(inputs, sorted(seldom, key=lambda one: (one.payee_key, one.cadence)))


def _fund(inputs: AdviceInputs, seldom: list[Series]) -> Advice:
    book, parts = inputs.study.book, []
    for one in seldom:
        last = inputs.charge(inputs.charges(one)[-1], **about(one))
        params = {**about(one), "factor": str(-PER_YEAR[one.cadence])}
        parts.append(book.derive("series_year", "times@1", last.unit, last.period, inputs=(last,), params=params))
    year = book.derive("seldom_bills", "total@1", inputs.currency, inputs.study.month, inputs=parts)
    month = book.derive(
        "seldom_bills_month", "part@1", inputs.currency, inputs.study.month, inputs=(year,), params={"parts": "12"}
    )
    count = book.derive("seldom_count", "number-of@1", "count", inputs.study.month, inputs=parts)
    share = to_minor(money(month), inputs.currency)
    watch = {"currency": inputs.currency, "each": share * 8 // 10, "times": 3, "usual": usual_moves(inputs)}
    return Advice(
        "A23",
        {"year": year, "month": month, "count": count},
        "minutes",
        confidence=sureness(min(one.confidence for one in seldom), "0.5"),
        urgency=1,
        subject="seldom bills",
        follow_up=FollowUp("moved", "transfers", 100, watch, baseline=month),
    )

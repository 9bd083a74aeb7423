"""Advice around income: something extra came in, or nothing is put aside on payday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from advisory.analysis.advice.cash import low_cash_is_red, usual_moves
from advisory.analysis.advice.inputs import AdviceInputs, about, money
from advisory.analysis.advice.piece import Advice, FollowUp, sureness
from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import total
from advisory.analysis.health import Indicator
from advisory.analysis.robust import middle, percentile
from advisory.analysis.study import spanning
from transactions.ledger.money import to_minor
from transactions.ledger.period import Period

# A22: above the own 95th percentile of at least six months, and by a fifth of the usual.
HIGH_PER_CENT, LEAST_BEFORE, LEAST_MORE = 95, 6, Decimal("1.2")
# A24: a tenth of income is the lower end of the 50-30-20 convention.
SAVINGS_TARGET = "0.10"
PAYDAYS, NEAR_PAYDAY = 3, 3


def windfall(inputs: AdviceInputs) -> Iterator[Advice]:
    """A22: the last full month brought more than nineteen of twenty months before it. No gain is promised: what it
    brings depends on what it is used for."""
    study = inputs.study
    months = study.history.judged_months
    if study.history.is_partial or len(months) <= LEAST_BEFORE or months[-1] != study.month:
        return
    before = [total(study.history.earned(month)) for month in months[:-1]]
    now, usual = total(study.history.earned(study.month)), middle([Decimal(one) for one in before])
    if usual > 0 and now > percentile(before, HIGH_PER_CENT) and now >= usual * LEAST_MORE:
        yield _extra(inputs, months)


def _extra(inputs: AdviceInputs, months: Sequence[Period]) -> Advice:
    study = inputs.study
    income = study.income(study.month)
    usual = study.median("income_normal", [study.income(one) for one in months[:-1]], spanning(months[:-1]))
    extra = study.difference("extra_income", income, usual)
    watch = {
        "currency": inputs.currency,
        "total": to_minor(money(extra), inputs.currency) // 2,
        "usual": usual_moves(inputs),
    }
    return Advice(
        "A22",
        {"income": income, "usual": usual, "extra": extra},
        "minutes",
        confidence=sureness(0.8, "0.5"),
        urgency=1,
        subject=study.month.month_key,
        follow_up=FollowUp("moved", "transfers", 61, watch, baseline=extra),
    )


def pay_yourself(inputs: AdviceInputs) -> Iterator[Advice]:
    """A24: less than a tenth is kept though income comes steadily and nothing runs short. The target is the user's."""
    found = next((one for one in inputs.health if one.key == "savings_rate" and one.fact), None)
    target = inputs.assume("A24:savings", "savings_target", SAVINGS_TARGET, "ratio")
    pay = [one for one in inputs.incomes if one.status == "active" and inputs.charges(one)]
    if found is None or found.fact is None or not pay or low_cash_is_red(inputs) or len(found.support) < 2:
        return
    if 0 <= money(found.fact) < Decimal(target.value):
        yield _standing_order(inputs, found, target.value)


def _standing_order(inputs: AdviceInputs, found: Indicator, target: str) -> Advice:
    assert found.fact is not None
    book, study = inputs.study.book, inputs.study
    net, income = found.support[0], found.support[1]
    assumed = inputs.assume("A24:savings", "savings_target", target, "ratio")
    wanted = book.derive(
        "savings_wanted", "times@1", income.unit, income.period, inputs=(income,), params={"factor": target}
    )
    missing = study.difference("savings_missing", wanted, net)
    months = len(study.history.judged_months[-3:])
    month = book.derive(
        "savings_month", "part@1", income.unit, study.month, inputs=(missing,), params={"parts": str(months)}
    )
    year = book.derive("savings_year", "times@1", income.unit, study.month, inputs=(month,), params={"factor": "12"})
    pay = max((one for one in inputs.incomes if one.status == "active"), key=lambda one: (one.amount_minor, one.label))
    last: FactDraft = inputs.charge(inputs.charges(pay)[-1], **about(pay))
    watch = {
        "currency": inputs.currency,
        "pay_key": pay.payee_key,
        "pay_least": abs(pay.amount_minor) // 2,
        "within": NEAR_PAYDAY,
        "times": PAYDAYS,
        "each": to_minor(money(month), income.unit) // 2,
        "usual": usual_moves(inputs),
    }
    return Advice(
        "A24",
        {"rate": found.fact, "target": inputs.stated(assumed), "month": month, "year": year, "pay": last},
        "minutes",
        confidence=sureness(0.9, "0.5"),
        urgency=1,
        subject="savings",
        assumptions=(assumed,),
        follow_up=FollowUp("payday", "transfers", 110, watch, baseline=found.fact),
    )

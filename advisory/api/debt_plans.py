"""Debt plans as the API tells them: every way side by side, amounts as decimal strings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from rest_framework import serializers

from advisory.analysis.planning.debts import DebtPlan
from advisory.analysis.planning.payoff import Payoff, month_of_plan, name_of
from advisory.models import PayoffChoice
from transactions.ledger.money import to_text

SINGLE_MONTHS = 24
A_YEAR = 12
ORDERS = ["minimum", "avalanche", "snowball", "own"]
WHYS = ["saves_interest", "easier_to_keep", "never_ends", "one_debt"]


class PlanMonthSerializer(serializers.Serializer[Any]):
    """`interest` and `paid` since the row before; `owed` after the payment."""

    number = serializers.IntegerField()
    month = serializers.DateField(help_text="Its first day.")
    interest = serializers.CharField()
    paid = serializers.CharField()
    owed = serializers.CharField()


class FreedSerializer(serializers.Serializer[Any]):
    account = serializers.IntegerField()
    name = serializers.CharField()
    months = serializers.IntegerField(allow_null=True)
    month = serializers.DateField(allow_null=True)


class PlanSerializer(serializers.Serializer[Any]):
    """`months`, `free_on` and `saved` are null where it never ends: the payments do not keep up with the interest, and
    `interest` only tells how it begins. `saved`: interest less than by paying the least only. `rows`: the first 24
    months, then each twelfth and the last."""

    order = serializers.ChoiceField(choices=ORDERS)
    is_endless = serializers.BooleanField()
    months = serializers.IntegerField(allow_null=True)
    free_on = serializers.DateField(allow_null=True, help_text="First day of the month of the last payment.")
    interest = serializers.CharField()
    paid = serializers.CharField()
    saved = serializers.CharField(allow_null=True)
    freed = FreedSerializer(many=True)
    rows = PlanMonthSerializer(many=True)


class UnknownDebtSerializer(serializers.Serializer[Any]):
    account = serializers.IntegerField()
    name = serializers.CharField()


class PayoffSerializer(serializers.Serializer[Any]):
    """`plans` is empty where no debt has terms. `advised` and `why`: the dearest first where it saves more than a
    hundredth of the interest, else the smallest first, which is finished more often."""

    currency = serializers.CharField()
    extra = serializers.CharField()
    order = serializers.ChoiceField(choices=PayoffChoice.Order.choices)
    owed = serializers.CharField(help_text="By the debts that the plans pay off.")
    advised = serializers.ChoiceField(choices=ORDERS, allow_null=True)
    why = serializers.ChoiceField(choices=WHYS, allow_null=True)
    plans = PlanSerializer(many=True)
    without_terms = UnknownDebtSerializer(many=True, help_text="Left out: nobody has said what they cost.")


def payoff_told(payoff: Payoff, order: str, today: date) -> dict[str, Any]:
    code, choice = payoff.currency, payoff.choice
    return {
        "currency": code,
        "extra": to_text(payoff.extra_minor, code),
        "order": order,
        "owed": to_text(sum(-account.balance_minor for account, _ in payoff.debts), code),
        "advised": choice and choice.advised,
        "why": choice and payoff.why,
        "plans": [_plan(payoff, plan, today) for plan in payoff.plans],
        "without_terms": [{"account": one.account_id, "name": one.name} for one in payoff.unknown],
    }


def _plan(payoff: Payoff, plan: DebtPlan, today: date) -> dict[str, Any]:
    code, length = payoff.currency, plan.length
    saved = payoff.choice.saved(plan) if payoff.choice else None
    return {
        "order": plan.order,
        "is_endless": plan.is_endless,
        "months": length,
        "free_on": None if length is None else month_of_plan(today, length).isoformat(),
        "interest": to_text(plan.interest, code),
        "paid": to_text(plan.paid, code),
        "saved": None if saved is None else to_text(saved, code),
        "freed": list(_freed(payoff, plan, today)),
        "rows": list(_rows(plan, code, today)),
    }


def _freed(payoff: Payoff, plan: DebtPlan, today: date) -> Iterator[dict[str, Any]]:
    freed = plan.freed
    for account, _ in payoff.debts:
        number = freed.get(name_of(account))
        yield {
            "account": account.account_id,
            "name": account.name,
            "months": number,
            "month": None if number is None else month_of_plan(today, number).isoformat(),
        }


def _rows(plan: DebtPlan, code: str, today: date) -> Iterator[dict[str, Any]]:
    """The first months one by one, then a row a year, which holds the sums since the row before."""
    interest = paid = 0
    for number, month in enumerate(plan.months, start=1):
        interest += sum(month.interest)
        paid += sum(month.paid)
        if number <= SINGLE_MONTHS or number % A_YEAR == 0 or number == len(plan.months):
            yield {
                "number": number,
                "month": month_of_plan(today, number).isoformat(),
                "interest": to_text(interest, code),
                "paid": to_text(paid, code),
                "owed": to_text(sum(month.owed), code),
            }
            interest = paid = 0

"""What /api/budgets/ answers with: a month, the rows behind a figure, a proposal and the choice of envelopes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from advisory.models import Budget, BudgetChoice
from advisory.selectors.budget_month import BudgetMonth, BudgetStanding
from advisory.selectors.budget_rows import BudgetProof, BudgetRow
from advisory.services.budget_proposals import Proposal, Proposed
from transactions.api.fields import AmountField
from transactions.api.net_worth import MissingRateSerializer, missing_answer
from transactions.ledger.money import to_text
from transactions.ledger.period import parse_month

REASONS = ["fixed", "steady", "lumpy", "income"]


@extend_schema_field({"type": "string", "pattern": r"^\d{4}-\d{2}$", "example": "2026-03"})
class MonthField(serializers.Field[date, Any, str, Any]):
    """A month as YYYY-MM; inside, its first day."""

    def to_internal_value(self, data: Any) -> date:
        try:
            return parse_month(data if isinstance(data, str) else "").start
        except ValueError as error:
            raise serializers.ValidationError(str(error)) from None

    def to_representation(self, value: date) -> str:
        return f"{value:%Y-%m}"


class BudgetSerializer(serializers.Serializer[Any]):
    """One budget in the month. Amounts are decimal strings in the base currency, in the budget's own direction:
    `actual` is what was spent on balance, refunds counted back, or what came in. `available` = planned + moved +
    carried; `left` = available - actual. `planned` null: the month is a pause, nothing is held against it."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    category = serializers.IntegerField(allow_null=True, help_text="null: of a group.")
    group = serializers.CharField(allow_blank=True)
    is_income = serializers.BooleanField()
    rollover = serializers.ChoiceField(choices=Budget.Rollover.choices)
    categories = serializers.ListField(child=serializers.IntegerField(), help_text="Whose rows count in it.")
    planned = AmountField(allow_null=True)
    moved = AmountField(help_text="Moved in from other budgets less what was moved out.")
    carried = AmountField(help_text="Out of the months before, by its rollover.")
    available = AmountField()
    actual = AmountField()
    left = AmountField()
    usual_by_now = AmountField(
        allow_null=True, help_text="Middle of your past months up to the same day; null with fewer than three."
    )
    usual = AmountField(allow_null=True, help_text="Middle of the same months as a whole.")
    due = AmountField(allow_null=True, help_text="Payments still expected this month; null in another month.")
    free = AmountField(allow_null=True, help_text="What may be spent a day, once what is due is put aside.")


class BudgetTotalsSerializer(serializers.Serializer[Any]):
    planned = AmountField()
    carried = AmountField()
    available = AmountField()
    actual = AmountField()
    left = AmountField()
    due = AmountField(allow_null=True)
    free = AmountField(allow_null=True, help_text="A day, over all budgets: one that is overspent takes from it.")


class EnvelopesSerializer(serializers.Serializer[Any]):
    """`to_assign` = in_hand - held, to the last minor unit. Below zero: more was given out than is there."""

    since = MonthField(source="envelopes_from")
    in_hand = AmountField()
    held = AmountField()
    to_assign = AmountField()


class UnbudgetedSerializer(serializers.Serializer[Any]):
    category = serializers.IntegerField(allow_null=True, help_text="null: without a category.")
    name = serializers.CharField(allow_blank=True)
    amount = AmountField(help_text="Signed as in the ledger: negative = leaving.")


@extend_schema_serializer(many=False)  # a month is one thing, though it answers where lists do
class BudgetMonthSerializer(serializers.Serializer[Any]):
    month = MonthField()
    currency = serializers.CharField()
    today = serializers.DateField()
    day = serializers.IntegerField(help_text="Last day of the month up to which the pace is told.")
    days_left = serializers.IntegerField(allow_null=True, help_text="Today included; null in another month.")
    paced_months = serializers.IntegerField(help_text="Past full months that the pace looks at.")
    envelopes = EnvelopesSerializer(allow_null=True)
    spending = BudgetTotalsSerializer()
    income = BudgetTotalsSerializer()
    budgets = BudgetSerializer(many=True)
    unbudgeted = UnbudgetedSerializer(many=True)
    missing_rates = MissingRateSerializer(many=True, help_text="What is in no figure for want of a rate.")


class BudgetChoiceSerializer(serializers.Serializer[Any]):
    envelopes_from = MonthField(allow_null=True)
    opening = AmountField()
    currency = serializers.CharField(allow_blank=True)


class BudgetRowSerializer(serializers.Serializer[Any]):
    transaction = serializers.IntegerField()
    booking_date = serializers.DateField()
    account_name = serializers.CharField()
    payee_name = serializers.CharField(allow_blank=True)
    description = serializers.CharField(allow_blank=True)
    category_name = serializers.CharField(allow_blank=True)
    currency = serializers.CharField()
    amount = AmountField(help_text="Of the whole row, in its own currency.")
    counted = AmountField(help_text="What of it counts here, in the base currency.")
    running = AmountField()
    rate = serializers.CharField(allow_blank=True, help_text="How it was converted.")


class BudgetProofSerializer(serializers.Serializer[Any]):
    """The rows of a budget's month. `total` is signed as in the ledger: what was spent is negative."""

    budget = serializers.IntegerField()
    name = serializers.CharField()
    month = MonthField()
    currency = serializers.CharField()
    is_income = serializers.BooleanField()
    total = AmountField()
    rows = BudgetRowSerializer(many=True)
    missing_rates = MissingRateSerializer(many=True)


class ProposedSerializer(serializers.Serializer[Any]):
    """`reason`: fixed (the same every month), steady (seven in ten months stayed within it), lumpy (in fewer than half
    of the months: put aside evenly) or income (the middle month)."""

    category = serializers.IntegerField()
    name = serializers.CharField()
    is_income = serializers.BooleanField()
    amount = AmountField()
    usual = AmountField(help_text="The middle month.")
    reason = serializers.ChoiceField(choices=REASONS)
    kept = serializers.CharField(allow_blank=True, help_text="Part of the months that stayed within it.")
    rollover = serializers.ChoiceField(choices=Budget.Rollover.choices)


class BudgetProposalSerializer(serializers.Serializer[Any]):
    """`missing` says what a proposal would need; empty where there is one."""

    month = MonthField()
    currency = serializers.CharField()
    months = serializers.ListField(child=MonthField(), help_text="Full months that it rests on.")
    lines = ProposedSerializer(many=True)
    missing = serializers.CharField(allow_blank=True)


def told_month(found: BudgetMonth, only: Collection[int] | None = None) -> dict[str, Any]:
    code = found.currency
    spending = [one for one in found.budgets if not one.row.is_income]
    return {
        "month": found.month.start,
        "currency": code,
        "today": found.today,
        "day": found.day,
        "days_left": found.days_left,
        "paced_months": found.paced_months,
        "envelopes": told_envelopes(found),
        "spending": told_totals(spending, code) | {"due": text(found.due, code), "free": text(found.free, code)},
        "income": told_totals([one for one in found.budgets if one.row.is_income], code) | {"due": None, "free": None},
        "budgets": [told_budget(one, code) for one in found.budgets if only is None or one.row.pk in only],
        "unbudgeted": told_outside(found),
        "missing_rates": [missing_answer(one) for one in found.missing_rates],
    }


def told_outside(found: BudgetMonth) -> list[dict[str, Any]]:
    """The largest spending first."""
    names = {pk: node.name for pk, node in found.categories.items()}
    return [
        {"category": pk, "name": names[pk] if pk is not None else "", "amount": to_text(minor, found.currency)}
        for pk, minor in sorted(found.outside.items(), key=lambda pair: (pair[1], pair[0] or 0))
    ]


def told_envelopes(found: BudgetMonth) -> dict[str, Any] | None:
    given, choice = found.envelopes, found.choice
    if given is None or choice is None:
        return None
    sums = {"in_hand": given.in_hand, "held": given.held, "to_assign": given.to_assign}
    return {"envelopes_from": choice.envelopes_from} | {
        name: to_text(minor, found.currency) for name, minor in sums.items()
    }


def told_totals(budgets: Collection[BudgetStanding], code: str) -> dict[str, str]:
    every = [one.standing for one in budgets]
    counted = [one for one in every if one.planned is not None]
    return {
        "planned": to_text(sum(one.planned or 0 for one in every), code),
        "carried": to_text(sum(one.carried for one in every), code),
        "available": to_text(sum(one.available for one in every), code),
        "actual": to_text(sum(one.actual for one in counted), code),
        "left": to_text(sum(one.left for one in every), code),
    }


def told_budget(one: BudgetStanding, code: str) -> dict[str, Any]:
    row, now = one.row, one.standing
    return {
        "id": row.pk,
        "name": name_of(row),
        "category": row.category_id,
        "group": row.group,
        "is_income": row.is_income,
        "rollover": row.rollover,
        "categories": one.categories,
        "planned": text(now.planned, code),
        "moved": to_text(now.moved, code),
        "carried": to_text(now.carried, code),
        "available": to_text(now.available, code),
        "actual": to_text(now.actual, code),
        "left": to_text(now.left, code),
        "usual_by_now": text(one.pace.by_now if one.pace else None, code),
        "usual": text(one.pace.whole if one.pace else None, code),
        "due": text(one.due, code),
        "free": text(one.free, code),
    }


def name_of(row: Budget) -> str:
    return row.category.name if row.category is not None else row.group


def text(minor: int | None, code: str) -> str | None:
    return None if minor is None else to_text(minor, code)


def told_choice(choice: BudgetChoice | None) -> dict[str, Any]:
    if choice is None:
        return {"envelopes_from": None, "opening": "0", "currency": ""}
    return {
        "envelopes_from": choice.envelopes_from,
        "opening": to_text(choice.opening_minor, choice.currency),
        "currency": choice.currency,
    }


def told_proof(found: BudgetProof) -> dict[str, Any]:
    return {
        "budget": found.budget.pk,
        "name": name_of(found.budget),
        "month": found.month.start,
        "currency": found.currency,
        "is_income": found.budget.is_income,
        "total": to_text(found.total_minor, found.currency),
        "rows": [told_row(one, found.currency) for one in found.rows],
        "missing_rates": [missing_answer(one) for one in found.missing],
    }


def told_row(one: BudgetRow, code: str) -> dict[str, Any]:
    txn = one.txn
    return {
        "transaction": txn.pk,
        "booking_date": txn.booking_date,
        "account_name": txn.account.name,
        "payee_name": txn.payee.name if txn.payee else "",
        "description": txn.description,
        "category_name": one.category_name,
        "currency": txn.currency,
        "amount": to_text(txn.amount_minor, txn.currency),
        "counted": to_text(one.counted_minor, code),
        "running": to_text(one.running_minor, code),
        "rate": one.rate,
    }


def told_proposal(found: Proposal) -> dict[str, Any]:
    return {
        "month": found.month.start,
        "currency": found.currency,
        "months": found.months,
        "lines": [told_proposed(one, found.currency) for one in found.lines],
        "missing": found.missing,
    }


def told_proposed(one: Proposed, code: str) -> dict[str, Any]:
    return {
        "category": one.category.pk,
        "name": one.category.name,
        "is_income": one.category.kind == one.category.Kind.INCOME,
        "amount": to_text(one.minor, code),
        "usual": to_text(one.usual_minor, code),
        "reason": one.reason,
        "kept": one.kept,
        "rollover": Budget.Rollover.BOTH if one.rolls_over else Budget.Rollover.NONE,
    }

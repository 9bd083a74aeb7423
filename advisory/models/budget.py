from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from advisory.analysis.carried.answers import BUDGET_CHOICE, BUDGET_LINE, BUDGET_MOVE
from transactions.models.travel import Travel

KEPT = models.Q(removed_at__isnull=True)


class BudgetChoice(models.Model):
    """How an owner budgets. In envelopes, from `envelopes_from` on every unit that comes in is given a purpose."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="budget_choice")
    envelopes_from = models.DateField(null=True, blank=True, help_text="First of month; empty: no envelopes.")
    opening_minor = models.BigIntegerField(default=0, help_text="To be given out when the envelopes began.")
    currency = models.CharField(max_length=3)
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q(), columns=BUDGET_CHOICE)

    class Meta:
        ordering = ["owner_id"]

    def __str__(self) -> str:
        return f"envelopes from {self.envelopes_from:%Y-%m}" if self.envelopes_from else "no envelopes"


class Budget(models.Model):
    """A budget of one category with those below it, or of a group; never both. What is planned stands in its lines.

    A removed budget stays as a row until its owner goes, so that removing can be taken back.
    """

    class Rollover(models.TextChoices):
        NONE = "none", "nothing"
        SURPLUS = "surplus", "what is left"
        OVERSPEND = "overspend", "what was too much"
        BOTH = "both", "both"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="budgets")
    category = models.ForeignKey(
        "transactions.Category", null=True, blank=True, on_delete=models.CASCADE, related_name="budgets"
    )
    group = models.CharField(max_length=40, blank=True)
    is_income = models.BooleanField(default=False)
    rollover = models.CharField(max_length=9, choices=Rollover.choices, default=Rollover.NONE)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(KEPT)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "category"],
                condition=KEPT & models.Q(category__isnull=False),
                name="budget_category_unique",
            ),
            models.UniqueConstraint(
                fields=["owner", "group", "is_income"],
                condition=KEPT & ~models.Q(group=""),
                name="budget_group_unique",
            ),
            models.CheckConstraint(
                condition=models.Q(category__isnull=False, group="") | (models.Q(category=None) & ~models.Q(group="")),
                name="budget_category_or_group",
            ),
        ]

    def __str__(self) -> str:
        return self.group or f"budget of category {self.category_id}"


class BudgetLine(models.Model):
    """What is planned for one month, never negative. A month without a line is a pause."""

    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="lines")
    month = models.DateField(help_text="First day of the month.")
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q(budget__removed_at__isnull=True), columns=BUDGET_LINE)

    class Meta:
        ordering = ["budget_id", "month"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "month"], name="budget_line_month_unique"),
            models.CheckConstraint(condition=models.Q(amount_minor__gte=0), name="budget_line_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} of budget {self.budget_id}"


class BudgetMove(models.Model):
    """Money moved from one budget's month into another's: what one lacks the other has. One that was undone stays."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="budget_moves")
    source = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="moves_out")
    target = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="moves_in")
    month = models.DateField(help_text="First day of the month.")
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    undone_at = models.DateTimeField(null=True, blank=True, editable=False)
    travel: ClassVar = Travel(
        models.Q(source__removed_at__isnull=True, target__removed_at__isnull=True), columns=BUDGET_MOVE
    )

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner", "month"], name="budget_move_owner_month")]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount_minor__gt=0), name="budget_move_positive"),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="budget_move_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.amount_minor} from budget {self.source_id} to {self.target_id}"

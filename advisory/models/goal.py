from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from advisory.analysis.carried.answers import GOAL
from transactions.models.travel import Travel


class Goal(models.Model):
    """Something the owner saves for. What stands on the linked accounts counts; without any, `saved_minor` does.

    A removed goal stays as a row until its owner goes, so that removing can be taken back.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="goals")
    name = models.CharField(max_length=80)
    currency = models.CharField(max_length=3)
    target_minor = models.BigIntegerField()
    target_date = models.DateField(null=True, blank=True)
    accounts = models.ManyToManyField(
        "transactions.LedgerAccount", through="advisory.GoalAccount", related_name="goals"
    )
    saved_minor = models.BigIntegerField(default=0, help_text="Counts where no account is linked.")
    monthly_minor = models.BigIntegerField(default=0, help_text="Put aside each month on top of what is left over.")
    note = models.TextField(blank=True, help_text="The user's own words.")
    position = models.PositiveIntegerField(default=0, help_text="Order in lists, and in which an account is shared.")
    reached_on = models.DateField(null=True, blank=True)
    is_archived = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    facts = models.JSONField(default=dict, blank=True, help_text="{name: fact id} of the last analysis.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q(removed_at__isnull=True), anew=frozenset({"facts"}), columns=GOAL)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(target_minor__gt=0), name="goal_target_positive"),
            models.CheckConstraint(
                condition=models.Q(saved_minor__gte=0, monthly_minor__gte=0), name="goal_amounts_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["owner", "position"], name="goal_owner_position")]

    def __str__(self) -> str:
        return self.name


class GoalAccount(models.Model):
    """An account whose balance counts for a goal. Its currency is the goal's; the service sees to that."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="links")
    account = models.ForeignKey("transactions.LedgerAccount", on_delete=models.CASCADE, related_name="goal_links")
    travel: ClassVar = Travel(models.Q(goal__removed_at__isnull=True))

    class Meta:
        ordering = ["goal_id", "id"]
        constraints = [models.UniqueConstraint(fields=["goal", "account"], name="goal_account_unique")]

    def __str__(self) -> str:
        return f"{self.account_id} for goal {self.goal_id}"

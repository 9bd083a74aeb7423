from __future__ import annotations

from django.conf import settings
from django.db import models


class Rule(models.Model):
    """What is done to rows that fulfil a condition (see ledger.rules). Rules are asked in their order."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="categorisation_rules")
    name = models.CharField(max_length=120, help_text="Stands in the history of every row that it changes.")
    condition = models.JSONField(help_text="A tree of all, any, not, query and {field, op, value}.")
    actions = models.JSONField(help_text="[{type, ...}]")
    category = models.ForeignKey(
        "transactions.Category",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="rules",
        help_text="The category that its actions set, if they set one; kept here so that the database knows.",
    )
    position = models.PositiveIntegerField(default=0)
    stop = models.BooleanField(default=False, help_text="No rule after it is asked about a row that it matches.")
    is_enabled = models.BooleanField(default=True)
    matched_count = models.PositiveIntegerField(default=0, help_text="Rows it matched when it was run.")
    last_matched_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class RuleProposal(models.Model):
    """The user's answer to a rule that was proposed: it is not proposed again."""

    class Status(models.TextChoices):
        ACCEPTED = "accepted"
        DISMISSED = "dismissed"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rule_proposals")
    key = models.CharField(max_length=200, help_text="The words and the category; see ledger.rules_proposals.")
    status = models.CharField(max_length=9, choices=Status.choices)
    answered_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "answered rule proposal"
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="rule_proposal_owner_key_unique")]

    def __str__(self) -> str:
        return self.key

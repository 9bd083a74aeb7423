from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class ChangeSet(models.Model):
    """One deed on an owner's ledger: who did what, when, and every row it changed. It is undone as a whole."""

    class Kind(models.TextChoices):
        CREATE = "create"
        EDIT = "edit"
        DELETE = "delete"
        RESTORE = "restore"
        SPLIT = "split"
        BULK = "bulk"
        MERGE = "merge"
        TRANSFER = "transfer"
        RULE = "rule"
        IMPORT = "import"
        ROLLBACK = "rollback"
        UNDO = "undo"
        RECONCILE = "reconcile"
        CATEGORY = "category"
        PAYEE = "payee"
        TAG = "tag"
        RULES = "rules"
        ACCOUNT = "account"
        REVIEW = "review"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="change_sets")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who did it."
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    summary = models.CharField(max_length=200, blank=True, help_text="What was done, in words.")
    rule_id = models.BigIntegerField(null=True, help_text="The rule that did it; kept when the rule is gone.")
    rule_name = models.CharField(max_length=120, blank=True)
    row_count = models.PositiveIntegerField(default=0, help_text="How many rows it changed.")
    things = models.JSONField(
        default=list,
        blank=True,
        help_text="Categories, payees, rules and the like that it changed: [{table, id, before, after}].",
    )
    undone_by = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="undoes", help_text="What took it back."
    )

    class Meta:
        ordering = ["-id"]
        verbose_name = "change"
        indexes = [models.Index(fields=["owner", "-id"], name="change_set_owner")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Change(models.Model):
    """One row in one change: what of it was different before and after (see ledger.history). The row may be gone, so
    its id is a plain number. `before` null: the row came; `after` null: it left, and `before` holds all of it."""

    change_set = models.ForeignKey(ChangeSet, on_delete=models.CASCADE, related_name="changes", db_index=False)
    transaction_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["transaction_id", "-id"], name="change_transaction"),
            # Both: a few rows of a very large change are found without looking through all of it.
            models.Index(fields=["change_set", "transaction_id"], name="change_set_rows"),
        ]

    def __str__(self) -> str:
        return f"change {self.pk} of {self.transaction_id}"

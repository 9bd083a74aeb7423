from __future__ import annotations

from django.conf import settings
from django.db import models


class Reconciliation(models.Model):
    """One account compared with one statement of the bank: opening + ticked rows = closing. Finished, its rows are
    locked; the figures here are what was agreed on then."""

    class Status(models.TextChoices):
        OPEN = "open"
        FINISHED = "finished"
        UNDONE = "undone"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reconciliations")
    account = models.ForeignKey("transactions.LedgerAccount", on_delete=models.CASCADE, related_name="reconciliations")
    statement_date = models.DateField()
    opening_balance_minor = models.BigIntegerField(default=0, help_text="Kept when it is finished; computed before.")
    closing_balance_minor = models.BigIntegerField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    adjustment_id = models.BigIntegerField(
        null=True, blank=True, help_text="The transaction that made up a difference."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(status="open"), name="reconciliation_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"reconciliation {self.pk} of {self.account_id}"


class ReconciliationRow(models.Model):
    """A ticked row. It names the transaction by plain id: the row may be taken back with its import, and what was
    agreed on then stays."""

    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.CASCADE, related_name="rows")
    transaction_id = models.BigIntegerField(db_index=True)
    amount_minor = models.BigIntegerField(help_text="As it was when the reconciliation was finished.")
    revision = models.PositiveIntegerField(default=0, help_text="Of the locked row; an unlocked change counts it up.")
    status_before = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["reconciliation", "transaction_id"], name="reconciliation_row_once"),
        ]

    def __str__(self) -> str:
        return f"row {self.transaction_id} of reconciliation {self.reconciliation_id}"

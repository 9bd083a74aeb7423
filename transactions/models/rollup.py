from __future__ import annotations

from django.db import models


class MonthlyRollup(models.Model):
    """One account's month in sums, recomputed by the refresher; charts read it, proofs never do."""

    account = models.ForeignKey("transactions.LedgerAccount", on_delete=models.CASCADE, related_name="rollups")
    month = models.DateField(help_text="First day of the month.")
    inflow_minor = models.BigIntegerField()
    outflow_minor = models.BigIntegerField()
    closing_balance_minor = models.BigIntegerField()
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["account_id", "month"]
        constraints = [models.UniqueConstraint(fields=["account", "month"], name="rollup_account_month_unique")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.month:%Y-%m}"

"""Sums by month, exact at every moment: a month either has its sums stored as its rows give them, or stands in
StaleMonth, where triggers of the database put it whenever a row of it changes (see `rollup_triggers`). Whoever reads
sums takes those of stale months from the rows themselves (see `selectors.rollups`)."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class MonthlyRollup(models.Model):
    """One account's month: all rows by their sign, and what of that are sides of confirmed transfers."""

    account = models.ForeignKey("transactions.LedgerAccount", on_delete=models.CASCADE, related_name="rollups")
    month = models.DateField(help_text="First day of the month.")
    inflow_minor = models.BigIntegerField()
    outflow_minor = models.BigIntegerField()
    transfers_in_minor = models.BigIntegerField(default=0)
    transfers_out_minor = models.BigIntegerField(default=0)
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["account_id", "month"]
        constraints = [models.UniqueConstraint(fields=["account", "month"], name="rollup_account_month_unique")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.month:%Y-%m}"


class CategoryRollup(models.Model):
    """One category's month on one account: whole rows and shares of split ones, confirmed transfers left out."""

    account = models.ForeignKey(
        "transactions.LedgerAccount", on_delete=models.CASCADE, related_name="category_rollups", db_index=False
    )
    month = models.DateField(help_text="First day of the month.")
    category = models.ForeignKey(
        "transactions.Category", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    income_minor = models.BigIntegerField()
    expense_minor = models.BigIntegerField()
    count = models.PositiveIntegerField(help_text="Whole rows and shares.")

    class Meta:
        ordering = ["account_id", "month", "category_id"]
        indexes = [models.Index(fields=["account", "month"], name="category_rollup_month")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.month:%Y-%m} {self.category_id}"


class KeptSum(models.Model):
    """The sum over all of an owner's transactions as the latest import left them: the next one need not read them all.
    It counts only while the ledger's stamp is still this one."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    stamp = models.CharField(max_length=64, help_text="SHA-256 over the ledger's stamp.")
    count = models.BigIntegerField()
    total = models.CharField(max_length=64, help_text="Hexadecimal.")

    def __str__(self) -> str:
        return f"{self.owner_id} {self.stamp[:12]}"


class StaleMonth(models.Model):
    """A month of an account whose stored sums are older than its rows. Triggers write it when rows may be leaving
    together with their account, so that no foreign key watches over it."""

    account = models.ForeignKey(
        "transactions.LedgerAccount", on_delete=models.CASCADE, related_name="stale_months", db_constraint=False
    )
    month = models.DateField(help_text="First day of the month.")

    class Meta:
        ordering = ["account_id", "month"]
        constraints = [models.UniqueConstraint(fields=["account", "month"], name="stale_account_month_unique")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.month:%Y-%m}"

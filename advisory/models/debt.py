from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from advisory.analysis.carried.answers import PAYOFF
from transactions.models.travel import Travel


class DebtTerms(models.Model):
    """What a loan or a card costs and asks for, as its owner says."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="debt_terms")
    account = models.OneToOneField("transactions.LedgerAccount", on_delete=models.CASCADE, related_name="debt_terms")
    rate = models.DecimalField(max_digits=6, decimal_places=3, help_text="Per cent a year.")
    least_minor = models.BigIntegerField(help_text="What must be paid a month.")
    position = models.PositiveIntegerField(default=0, help_text="Place in the owner's own order.")
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q())

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "debt terms"
        constraints = [
            models.CheckConstraint(condition=models.Q(rate__gte=0, rate__lte=200), name="debt_rate_in_range"),
            models.CheckConstraint(condition=models.Q(least_minor__gte=0), name="debt_least_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.rate} % on account {self.account_id}"


class PayoffChoice(models.Model):
    """How an owner pays off debts of one currency: what is paid a month on top, and in which order."""

    class Order(models.TextChoices):
        AVALANCHE = "avalanche", "the dearest first"
        SNOWBALL = "snowball", "the smallest first"
        OWN = "own", "my own order"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="payoff_choices")
    currency = models.CharField(max_length=3)
    extra_minor = models.BigIntegerField(default=0)
    order = models.CharField(max_length=9, choices=Order.choices, default=Order.AVALANCHE)
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q(), columns=PAYOFF)

    class Meta:
        ordering = ["currency"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "currency"], name="payoff_owner_currency_unique"),
            models.CheckConstraint(condition=models.Q(extra_minor__gte=0), name="payoff_extra_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.order} in {self.currency}"

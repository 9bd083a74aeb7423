from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models

from transactions.ledger.money import from_minor


class LedgerAccount(models.Model):
    """A bank account, card, cash box, loan or asset of one owner, in one currency."""

    class Kind(models.TextChoices):
        CHECKING = "checking"
        SAVINGS = "savings"
        CREDIT_CARD = "credit_card"
        CASH = "cash"
        LOAN = "loan"
        INVESTMENT = "investment"
        ASSET = "asset"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ledger_accounts")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.CHECKING)
    currency = models.CharField(max_length=3)
    opening_balance_minor = models.BigIntegerField(default=0)
    has_known_opening = models.BooleanField(
        default=False, help_text="False while the opening balance is only the default zero."
    )
    external_ref = models.CharField(
        max_length=64,
        blank=True,
        help_text="IBAN or account number as bank files state it; finds the account again.",
    )
    opening_date = models.DateField(
        null=True, blank=True, help_text="From this day the opening balance counts; empty: from the first row on."
    )
    position = models.PositiveIntegerField(default=0, help_text="Order in lists; equal ones by age.")
    note = models.TextField(blank=True, help_text="The user's own words.")
    other_refs = models.JSONField(
        default=list, blank=True, help_text="Further numbers under which files of other formats state it."
    )
    is_archived = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["position", "id"]
        verbose_name = "account"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "external_ref", "currency"],
                condition=~models.Q(external_ref=""),
                name="ledger_account_external_ref_unique",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def refs(self) -> list[str]:
        """Every number that files give it."""
        return [ref for ref in (self.external_ref, *self.other_refs) if ref]

    @property
    def opening_balance(self) -> Decimal:
        return from_minor(self.opening_balance_minor, self.currency)

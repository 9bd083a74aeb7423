from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models

from transactions.ledger.money import from_minor


class Transaction(models.Model):
    """One booked movement on one account. `amount_minor` is signed: money leaving the account is negative."""

    class Status(models.TextChoices):
        PENDING = "pending"
        CLEARED = "cleared"
        RECONCILED = "reconciled"

    class CategorySource(models.TextChoices):
        NONE = "none"
        USER = "user"
        RULE = "rule"
        SUGGESTION = "suggestion"

    # Both have an index of several columns below that begins with them; every further one makes imports slower.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="transactions", db_index=False
    )
    account = models.ForeignKey(
        "transactions.LedgerAccount", on_delete=models.CASCADE, related_name="transactions", db_index=False
    )
    booking_date = models.DateField()
    value_date = models.DateField(null=True, blank=True)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3, help_text="The account's currency; kept here so that sums need no join.")
    payee = models.ForeignKey(
        "transactions.Payee", null=True, blank=True, on_delete=models.SET_NULL, related_name="transactions"
    )
    category = models.ForeignKey(
        "transactions.Category", null=True, blank=True, on_delete=models.SET_NULL, related_name="transactions"
    )
    category_source = models.CharField(max_length=10, choices=CategorySource.choices, default=CategorySource.NONE)
    category_reason = models.CharField(max_length=200, blank=True)
    counterparty = models.CharField(max_length=255, blank=True, help_text="The other party as the bank wrote it.")
    description = models.TextField(blank=True, help_text="The bank's text, verbatim.")
    note = models.TextField(blank=True, help_text="The user's own words.")
    tags = models.ManyToManyField("transactions.Tag", through="transactions.TransactionTag", related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.CLEARED)
    statement_line = models.OneToOneField(
        "transactions.StatementLine",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="transaction",
    )
    revision = models.PositiveIntegerField(default=1, help_text="Counts changes; facts go stale by it.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-booking_date", "-id"]
        indexes = [
            # The list, newest first, and every sum over a period.
            models.Index(fields=["owner", "-booking_date", "-id"], name="txn_owner_date"),
            models.Index(fields=["account", "-booking_date", "-id"], name="txn_account_date"),
            models.Index(fields=["owner", "category", "-booking_date"], name="txn_owner_category"),
            # Few rows at any time; without it an account's waiting sum reads all of its history.
            models.Index(fields=["account"], condition=models.Q(status="pending"), name="txn_account_pending"),
        ]

    def __str__(self) -> str:
        return f"{self.booking_date} {self.amount} {self.currency}"

    @property
    def amount(self) -> Decimal:
        return from_minor(self.amount_minor, self.currency)


class Split(models.Model):
    """One share of a transaction. A split transaction has two or more, which sum to it exactly."""

    transaction = models.ForeignKey(Transaction, on_delete=models.CASCADE, related_name="splits")
    amount_minor = models.BigIntegerField()
    category = models.ForeignKey(
        "transactions.Category", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["transaction_id", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["transaction", "position"], name="split_transaction_position_unique")
        ]

    def __str__(self) -> str:
        return f"split {self.position} of {self.transaction_id}"


class Transfer(models.Model):
    """Two transactions of one owner's accounts that are one movement. A refused link is kept and not proposed again."""

    class Status(models.TextChoices):
        CONFIRMED = "confirmed"
        SUGGESTED = "suggested"
        REFUSED = "refused"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="transfers")
    outgoing = models.ForeignKey(Transaction, on_delete=models.CASCADE, related_name="transfers_out")
    incoming = models.ForeignKey(Transaction, on_delete=models.CASCADE, related_name="transfers_in")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SUGGESTED)
    confidence = models.FloatField(default=1.0, help_text="How likely the two are one movement, 0 to 1.")
    reason = models.CharField(max_length=200, blank=True, help_text="Why it was proposed or made, in words.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["outgoing", "incoming"], name="transfer_pair_unique"),
            models.UniqueConstraint(
                fields=["outgoing"], condition=models.Q(status="confirmed"), name="transfer_outgoing_once"
            ),
            models.UniqueConstraint(
                fields=["incoming"], condition=models.Q(status="confirmed"), name="transfer_incoming_once"
            ),
            models.CheckConstraint(condition=~models.Q(outgoing=models.F("incoming")), name="transfer_two_sides"),
        ]

    def __str__(self) -> str:
        return f"transfer {self.outgoing_id} -> {self.incoming_id}"

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from advisory.analysis.carried.answers import SERIES
from transactions.models.travel import Travel


class RecurringSeries(models.Model):
    """A stream of payments that comes back. What the engine found is kept beside what the user made of it.

    The columns hold what was found last; `corrections` holds what the user said instead, by column. A row keeps its id
    from run to run as long as it is about the same movements.

    Three sources: a run found it; the user declared it (`declared` holds the words, whether a run finds it later or
    not); or the user made it of others, whose rows it counts in their place.
    """

    class Source(models.TextChoices):
        FOUND = "found"
        DECLARED = "declared"
        MERGED = "merged"

    class Decision(models.TextChoices):
        OPEN = "open"
        CONFIRMED = "confirmed"
        IGNORED = "ignored"

    class Cadence(models.TextChoices):
        WEEKLY = "weekly"
        BIWEEKLY = "biweekly"
        FOUR_WEEKLY = "four_weekly"
        SEMI_MONTHLY = "semi_monthly"
        MONTHLY = "monthly"
        BIMONTHLY = "bimonthly"
        QUARTERLY = "quarterly"
        HALF_YEARLY = "half_yearly"
        YEARLY = "yearly"

    class Role(models.TextChoices):
        SUBSCRIPTION = "subscription"
        BILL = "bill"
        INCOME = "income"
        INSTALMENT = "instalment"
        SAVING = "saving"

    class Status(models.TextChoices):
        EARLY = "early"
        ACTIVE = "active"
        PAUSED = "paused"
        ENDED = "ended"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recurring_series")
    account = models.ForeignKey(
        "transactions.LedgerAccount",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Of the last row.",
    )
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.FOUND)
    declared = models.JSONField(
        default=dict, blank=True, help_text="{label, cadence, role, amount_minor, next_date} as the user declared it."
    )
    payee = models.ForeignKey(
        "transactions.Payee", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        help_text="Whose rows a declared series is looked for among.",
    )  # fmt: skip
    category = models.ForeignKey(
        "transactions.Category", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        help_text="Of a declared series.",
    )  # fmt: skip
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts",
        help_text="The series that counts in its place.",
    )  # fmt: skip
    ends_on = models.DateField(null=True, blank=True, help_text="The user says that nothing is due after this day.")
    payee_key = models.CharField(max_length=200, blank=True)
    label = models.CharField(max_length=200)
    currency = models.CharField(max_length=3)
    cadence = models.CharField(max_length=12, choices=Cadence.choices)
    role = models.CharField(max_length=12, choices=Role.choices)
    status = models.CharField(max_length=8, choices=Status.choices)
    day = models.IntegerField(default=0, help_text="Usual day of the month or week.")
    first_date = models.DateField(help_text="Of its first row.")
    last_date = models.DateField(help_text="Of its last row.")
    next_date = models.DateField(null=True)
    next_from = models.DateField(null=True)
    next_until = models.DateField(null=True, help_text="Included.")
    amount_minor = models.BigIntegerField(help_text="Expected next; negative = leaving.")
    amount_low_minor = models.BigIntegerField()
    amount_high_minor = models.BigIntegerField()
    price_changes = models.JSONField(default=list, help_text="[{date, from, to}] in minor units, oldest first.")
    missed = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=list)
    confidence = models.FloatField(default=1.0)
    transactions = models.JSONField(default=list, help_text="Ids, oldest first.")
    watched = models.JSONField(
        default=dict, help_text="{missed: [day], doubled: [{day, ids}]} of the last year, oldest first."
    )
    facts = models.JSONField(default=dict, help_text="{name: fact id}")
    engine = models.CharField(max_length=40)
    is_found = models.BooleanField(default=True, help_text="The last run found it; false: kept by the user's word.")
    decision = models.CharField(max_length=9, choices=Decision.choices, default=Decision.OPEN)
    corrections = models.JSONField(default=dict, help_text="{column: value} as the user said.")
    cancelled_on = models.DateField(null=True, help_text="The user cancelled it on this day.")
    unused_on = models.DateField(null=True, help_text="The user said on this day that it is not used any more.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(
        ~models.Q(
            decision=Decision.OPEN,
            corrections={},
            cancelled_on=None,
            unused_on=None,
            source=Source.FOUND,
            merged_into=None,
            ends_on=None,
        ),
        anew=frozenset({"facts", "watched"}),
        columns=SERIES,
    )

    class Meta:
        ordering = ["next_date", "id"]
        verbose_name = "recurring series"
        verbose_name_plural = "recurring series"
        indexes = [models.Index(fields=["owner", "status"], name="recurring_owner_status")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="recurring_not_part_of_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.cadence}"

    @property
    def said(self) -> bool:
        """The user has said something of it, so that it stays when a run does not find it."""
        is_word = self.decision != self.Decision.OPEN or bool(self.corrections) or self.source != self.Source.FOUND
        days = (self.cancelled_on, self.unused_on, self.ends_on)
        return is_word or self.merged_into_id is not None or any(day is not None for day in days)

    def effective(self, name: str) -> Any:
        """The user's word about a column where there is one, else what was found."""
        if name not in self.corrections:
            return getattr(self, name)
        value = self.corrections[name]
        return date.fromisoformat(value) if name == "next_date" else value

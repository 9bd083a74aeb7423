from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from advisory.analysis.carried.answers import ADVICE, OUTCOME
from transactions.models.travel import Travel

# An assumption of the user's, as both databases write the JSON: SQLite cannot look into a list.
IS_ASSUMED = Contains(Cast("assumptions", models.TextField()), '"source": "user"')


class Advice(models.Model):
    """One thing to do, what a year of it could bring, and what has become of it.

    new -> seen -> accepted -> done | dismissed | expired. Of one `dedup_key` at most one is open at a time; when it has
    ended, the same advice may come again as a new row once its cool-down is over.
    """

    class Status(models.TextChoices):
        NEW = "new"
        SEEN = "seen"
        ACCEPTED = "accepted"
        DONE = "done"
        DISMISSED = "dismissed"
        EXPIRED = "expired"

    class Reason(models.TextChoices):
        NOT_TRUE = "not_true"
        NOT_WORTH_IT = "not_worth_it"
        NOT_POSSIBLE = "not_possible"
        DONE_ALREADY = "done_already"
        OTHER = "other"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="advice")
    rule = models.CharField(max_length=8, help_text="Of the catalogue, e.g. A03.")
    engine = models.CharField(max_length=40)
    dedup_key = models.CharField(max_length=120)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.NEW)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True, help_text="Why it was dismissed.")
    is_current = models.BooleanField(default=True, help_text="The last run gave it again.")
    rank = models.PositiveIntegerField(default=0, help_text="Place among what is advised now, from 1.")
    title = models.CharField(max_length=200)
    what = models.CharField(max_length=400)
    why = models.CharField(max_length=600)
    how = models.CharField(max_length=600)
    gain = models.CharField(max_length=400, blank=True, help_text="What a year could bring, in words.")
    effort = models.CharField(max_length=20, blank=True)
    currency = models.CharField(max_length=3)
    saving_low_minor = models.BigIntegerField(
        null=True, help_text="A year, rounded down; none where a risk is lowered."
    )
    saving_mid_minor = models.BigIntegerField(null=True)
    saving_high_minor = models.BigIntegerField(null=True)
    confidence = models.FloatField(default=1.0)
    urgency = models.PositiveSmallIntegerField(default=0)
    facts = models.JSONField(default=dict, help_text="{name: fact id}")
    transactions = models.JSONField(default=list, help_text="Ids of the rows whose money the saving counts.")
    assumptions = models.JSONField(default=list, help_text="[{key, value, unit, source, is_editable}]")
    action = models.JSONField(default=dict, help_text="{kind, ...}")
    follow_up = models.JSONField(default=dict, help_text="{metric, baseline_fact, window_days, due}")
    cool_down_until = models.DateField(null=True, help_text="Not given again before this day.")
    as_of = models.DateField(help_text="Last day seen when it was given last.")
    given_at = models.DateTimeField(auto_now_add=True)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    # What was accepted has outcomes, however it ended; an assumption outlives the advice it was said of.
    travel: ClassVar = Travel(
        models.Q(status__in=[Status.ACCEPTED, Status.DONE, Status.DISMISSED])
        | models.Q(accepted_at__isnull=False)
        | models.Q(IS_ASSUMED),
        anew=frozenset({"facts"}),
        columns=ADVICE,
    )

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "advice"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "dedup_key"],
                condition=models.Q(status__in=["new", "seen", "accepted"]),
                name="advice_open_key_unique",
            )
        ]
        indexes = [models.Index(fields=["owner", "status"], name="advice_owner_status")]

    def __str__(self) -> str:
        return self.title


class Outcome(models.Model):
    """Whether an advice that was accepted has come true, measured from rows after the acceptance only."""

    class State(models.TextChoices):
        PENDING = "pending"
        LIKELY = "likely"
        PROVEN = "proven"
        FAILED = "failed"
        REVERSED = "reversed"

    advice = models.ForeignKey(Advice, on_delete=models.CASCADE, related_name="outcomes")
    as_of = models.DateField(help_text="Last day seen when it was measured.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    saved_minor = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3)
    p_value = models.FloatField(null=True)
    transactions = models.JSONField(default=list, help_text="Ids of the rows that were looked at.")
    facts = models.JSONField(default=dict, help_text="{name: fact id}")
    measured_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q(advice__accepted_at__isnull=False), anew=frozenset({"facts"}), columns=OUTCOME)

    class Meta:
        ordering = ["advice_id", "-as_of"]
        constraints = [models.UniqueConstraint(fields=["advice", "as_of"], name="outcome_advice_day_unique")]

    def __str__(self) -> str:
        return f"{self.state} as of {self.as_of}"

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from advisory.analysis.carried.answers import INSIGHT
from transactions.models.travel import Travel


class Insight(models.Model):
    """Something that was noticed and may be worth a look; alerts are one kind of it.

    `dedup_key` is made from the rows it is about, so the next run finds the same insight again with the answer it got.
    """

    class Kind(models.TextChoices):
        DUPLICATE = "duplicate"
        AMOUNT = "amount"
        NEW_PAYEE = "new_payee"
        FEE = "fee"
        FX_MARKUP = "fx_markup"
        MISSING_INCOME = "missing_income"
        LATE_REFUND = "late_refund"
        PRICE_CHANGE = "price_change"
        SHORTFALL = "shortfall"

    class Status(models.TextChoices):
        NEW = "new"
        SEEN = "seen"
        FINE = "fine"
        DISMISSED = "dismissed"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="insights")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    dedup_key = models.CharField(max_length=80)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.NEW)
    is_current = models.BooleanField(default=True, help_text="The last run noticed it again.")
    day = models.DateField(help_text="Of the movement it is about.")
    title = models.CharField(max_length=200)
    text = models.CharField(max_length=600)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    score = models.FloatField(default=0, help_text="0 to 1, how sure the engine is.")
    p_value = models.FloatField(null=True)
    transactions = models.JSONField(default=list, help_text="Ids of the rows it is about.")
    peers = models.JSONField(default=list, help_text="Ids of the rows these were held against.")
    facts = models.JSONField(default=dict, help_text="{name: fact id}")
    engine = models.CharField(max_length=40)
    noticed_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)
    travel: ClassVar = Travel(
        models.Q(status__in=[Status.FINE, Status.DISMISSED]), anew=frozenset({"facts"}), columns=INSIGHT
    )

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [models.UniqueConstraint(fields=["owner", "dedup_key"], name="insight_owner_key_unique")]
        indexes = [models.Index(fields=["owner", "-day", "-id"], name="insight_owner_day")]

    def __str__(self) -> str:
        return self.title

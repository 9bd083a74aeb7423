from __future__ import annotations

from django.conf import settings
from django.db import models


class Suggestion(models.Model):
    """What the categoriser says of one transaction that nobody has decided: applied as suggested, or up for review.

    There is no constraint towards the ledger, whose rows come and go in bulk; a run removes what has lost its row.
    """

    class Status(models.TextChoices):
        REVIEW = "review"
        APPLIED = "applied"
        ACCEPTED = "accepted"
        REFUSED = "refused"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="suggestions")
    transaction = models.OneToOneField(
        "transactions.Transaction", on_delete=models.DO_NOTHING, db_constraint=False, related_name="suggestion"
    )
    category = models.ForeignKey(
        "transactions.Category", null=True, on_delete=models.SET_NULL, related_name="+", help_text="The likeliest one."
    )
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.REVIEW)
    confidence = models.FloatField(help_text="Calibrated probability that it is right.")
    reason = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=20, blank=True)
    candidates = models.JSONField(default=list, help_text="[{category, confidence}], the likeliest first.")
    evidence = models.JSONField(default=list, help_text="Ids of the user's own rows it was learned from.")
    engine = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner", "status", "-id"], name="suggestion_owner_status")]

    def __str__(self) -> str:
        return f"{self.status} for {self.transaction_id}"

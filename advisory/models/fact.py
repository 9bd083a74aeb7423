from __future__ import annotations

from django.conf import settings
from django.db import models


class Fact(models.Model):
    """One computed figure and everything that proves it. Never changed: other content is another fact.

    The id is made from the content, owner included, so computing the same thing again finds the same row.
    """

    class Kind(models.TextChoices):
        SUM = "sum"
        COUNT = "count"
        RATIO = "ratio"
        OTHER = "other"

    id = models.CharField(primary_key=True, max_length=40, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="facts")
    metric = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    value = models.CharField(max_length=60, help_text="Decimal string, or text for kind 'other'.")
    unit = models.CharField(max_length=12, help_text="ISO 4217 code, 'count', 'ratio', 'months', 'date' or 'text'.")
    period_start = models.DateField()
    period_end = models.DateField(help_text="Exclusive.")
    formula = models.CharField(max_length=80, help_text="name@version")
    params = models.JSONField(default=dict, help_text="What the metric is about, e.g. {category: 'Groceries'}.")
    transactions = models.JSONField(default=list, help_text="Ids, ascending; empty where there are too many to list.")
    ranges = models.JSONField(default=list, help_text="[[first id, last id]] in place of a list that is too long.")
    row_count = models.PositiveIntegerField(default=0, help_text="How many transactions it stands on.")
    shares = models.JSONField(
        default=dict,
        help_text="Minor units by transaction id, only where a fact counts less than the whole of it.",
    )
    inputs = models.JSONField(default=list, help_text="Fact ids in the order the formula takes them.")
    rows_hash = models.CharField(
        max_length=64, blank=True, help_text="Of the ids and revisions of its transactions when last computed."
    )
    computed_at = models.DateTimeField()

    class Meta:
        ordering = ["metric", "id"]
        indexes = [models.Index(fields=["owner", "metric"], name="fact_owner_metric")]

    @property
    def transaction_ids(self) -> list[int]:
        """Of everything it stands on, ascending, however it is kept."""
        if self.ranges:
            return [pk for first, last in self.ranges for pk in range(first, last + 1)]
        return list(self.transactions)

    def __str__(self) -> str:
        return f"{self.metric} = {self.value} {self.unit}"

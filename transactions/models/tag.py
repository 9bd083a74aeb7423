from __future__ import annotations

from django.conf import settings
from django.db import models


class Tag(models.Model):
    """A word of the user's own across categories, such as a journey; comes along from other finance programs."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="tag_owner_name_unique")]

    def __str__(self) -> str:
        return self.name


class TransactionTag(models.Model):
    """One tag on one transaction. A model of its own, so that imports can insert many at once."""

    transaction = models.ForeignKey("transactions.Transaction", on_delete=models.CASCADE, related_name="tag_links")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="links")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["transaction", "tag"], name="transaction_tag_unique")]

    def __str__(self) -> str:
        return f"tag {self.tag_id} on {self.transaction_id}"

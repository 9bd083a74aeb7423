from __future__ import annotations

from django.conf import settings
from django.db import models


class Payee(models.Model):
    """Our normalised other party. What the bank wrote stays on the statement line as `counterparty`."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="payees")
    name = models.CharField(max_length=160)
    key = models.CharField(
        max_length=160, editable=False, help_text="Case-folded letters and digits; one payee per key."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="payee_owner_key_unique")]

    def __str__(self) -> str:
        return self.name

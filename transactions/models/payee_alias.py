from __future__ import annotations

from django.conf import settings
from django.db import models


class PayeeAlias(models.Model):
    """Another spelling that means this payee, learned when payees are renamed, merged and split. It comes before a
    payee's own key."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="payee_aliases")
    key = models.CharField(max_length=160, help_text="Case-folded letters and digits, as in Payee.")
    payee = models.ForeignKey("transactions.Payee", on_delete=models.CASCADE, related_name="aliases")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["key", "id"]
        verbose_name = "payee alias"
        verbose_name_plural = "payee aliases"
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="payee_alias_owner_key_unique")]

    def __str__(self) -> str:
        return f"{self.key} -> {self.payee_id}"

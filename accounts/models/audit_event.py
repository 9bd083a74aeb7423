from __future__ import annotations

from django.conf import settings
from django.db import models


class AuditEvent(models.Model):
    """What somebody did to an account, append-only: signing in and out, password changes, deletions. No secrets."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="audit_events"
    )
    email = models.EmailField(blank=True)
    action = models.CharField(max_length=40)
    detail = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.action} {self.email}"

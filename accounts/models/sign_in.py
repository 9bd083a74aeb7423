from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class SignIn(models.Model):
    """One sign-in: the family of all tokens that descend from it.

    Every access and refresh token names its family; ending the family ends them all at once, which plain
    refresh-token blacklisting does not do.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins")
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"sign-in {self.id}"

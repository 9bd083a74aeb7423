from __future__ import annotations

import hmac
import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

FRESH = timedelta(minutes=15)
"""After the password was typed; a screen left open longer than a coffee is no proof of who sits there."""


class SignIn(models.Model):
    """One sign-in: the family of all tokens that descend from it.

    Every access and refresh token names its family; ending the family ends them all at once, which plain
    refresh-token blacklisting does not do. The family also ends by itself when the password changes by any
    road (API, admin, command line), because it keeps the stamp of the password it began with.
    """

    class End(models.TextChoices):
        SIGNED_OUT = "signed_out", "Signed out"
        REFRESH_REUSED = "refresh_reused", "A used refresh token came back"
        PASSWORD_CHANGED = "password_changed", "Password changed"
        DEACTIVATED = "deactivated", "User deactivated"
        ENDED_BY_STAFF = "ended_by_staff", "Ended in the admin"
        ENDED_ELSEWHERE = "ended_elsewhere", "Ended from another sign-in"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins")
    password_stamp = models.CharField(max_length=64, editable=False)
    device = models.CharField(max_length=200, blank=True, help_text="What the browser or program calls itself.")
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="When its newest tokens were given out.")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(help_text="When the newest refresh token of the family runs out.")
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=40, blank=True, choices=End.choices)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = "sign-in"

    def __str__(self) -> str:
        return f"sign-in {self.id}"

    @property
    def is_fresh(self) -> bool:
        """Whether the password was given so lately that it need not be asked for again."""
        return timezone.now() - self.created_at <= FRESH

    @property
    def is_live(self) -> bool:
        """Whether tokens of this family are still honoured; reads the user, so load both together."""
        return (
            self.ended_at is None
            and self.user.is_active
            and hmac.compare_digest(self.password_stamp, self.user.password_stamp)
        )

from __future__ import annotations

import hmac

from django.conf import settings
from django.db import models
from django.utils import timezone


class PersonalToken(models.Model):
    """A key that a person made for a program of theirs. Only its keyed hash is stored; it was shown once.

    It may do what its scopes say and nothing else, and ends like a sign-in does: when it is revoked, when the password
    changes, with the person, and when the server's token secret is replaced (the hash is keyed by it).
    """

    class Scope(models.TextChoices):
        READ = "read", "Read everything"
        WRITE = "write", "Change what is in the ledger"
        IMPORT = "import", "Bring in statements"
        REPORTS = "reports", "Ask for reports and read them"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="personal_tokens")
    name = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(max_length=12, editable=False, help_text="How the token begins, to tell it from others.")
    scopes = models.JSONField(default=list)
    password_stamp = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.hint}…)"

    @property
    def is_live(self) -> bool:
        """Whether it is still honoured; reads the owner, so load both together."""
        return (
            self.revoked_at is None
            and (self.expires_at is None or self.expires_at > timezone.now())
            and self.owner.is_active
            and hmac.compare_digest(self.password_stamp, self.owner.password_stamp)
        )

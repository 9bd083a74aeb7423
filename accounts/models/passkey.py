from __future__ import annotations

from django.conf import settings
from django.db import models


class Passkey(models.Model):
    """One passkey of a person: the public half of a key that their device keeps. There is nothing in it to steal.

    `credential_id` and `attested`, the id with the public key as the authenticator gave them, are base64url.
    `user_handle` is what authenticators know the person by: random, and the same for all passkeys of one person.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=80)
    credential_id = models.CharField(max_length=1400, unique=True, editable=False)
    attested = models.TextField(editable=False)
    user_handle = models.CharField(max_length=86, editable=False)
    transports = models.JSONField(default=list, blank=True, editable=False)
    sign_count = models.BigIntegerField(default=0, help_text="Zero for ever where the authenticator does not count.")
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return self.name


class SpentChallenge(models.Model):
    """Something signed that was good for one use, and was used: a passkey challenge, rightly answered or not, or the
    link of a mail. It is kept until it would have ended by itself.

    Only used ones are rows: handing out a challenge to whoever asks writes nothing.
    """

    challenge_hash = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-expires_at"]

    def __str__(self) -> str:
        return f"spent challenge {self.pk}"

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models


class AuditEvent(models.Model):
    """What somebody did to an account, append-only: signing in and out, password changes, deletions. No secrets.

    `email` is the address as it was then; for a failed sign-in the one that was tried. When a user is deleted
    their events stay without the address, and the deletion itself keeps only the user's number.
    """

    class Action(models.TextChoices):
        REGISTERED = "registered", "Registered"
        REGISTRATION_REQUESTED = "registration_requested", "Asked for an account by mail"
        SIGNED_IN = "signed_in", "Signed in"
        SIGN_IN_FAILED = "sign_in_failed", "Sign-in failed"
        REFRESH_REUSED = "refresh_reused", "Used refresh token presented again"
        SIGNED_OUT = "signed_out", "Signed out"
        PASSWORD_CHANGED = "password_changed", "Password changed"
        DEACTIVATED = "deactivated", "Deactivated"
        ENDED_BY_STAFF = "ended_by_staff", "Signed out in the admin"
        DELETED = "deleted", "Deleted"
        TOKEN_CREATED = "token_created", "Made a personal token"
        TOKEN_REVOKED = "token_revoked", "Revoked a personal token"
        SESSION_ENDED = "session_ended", "Ended another sign-in"
        SECOND_FACTOR_ON = "second_factor_on", "Switched the second factor on"
        SECOND_FACTOR_OFF = "second_factor_off", "Switched the second factor off"
        APP_REMOVED = "app_removed", "Removed the authenticator app"
        PASSKEY_ADDED = "passkey_added", "Added a passkey"
        PASSKEY_REMOVED = "passkey_removed", "Removed a passkey"
        RECOVERY_CODE_USED = "recovery_code_used", "Used a recovery code"
        RECOVERY_CODES_RENEWED = "recovery_codes_renewed", "Made new recovery codes"
        RESET_REQUESTED = "reset_requested", "Asked for a new password by mail"
        PASSWORD_RESET = "password_reset", "Set a new password by mail"
        DATA_EXPORTED = "data_exported", "Exported everything"
        HOUSEHOLD_CREATED = "household_created", "Made a household"
        HOUSEHOLD_DELETED = "household_deleted", "Deleted a household"
        HOUSEHOLD_INVITED = "household_invited", "Invited somebody into a household"
        INVITATION_WITHDRAWN = "invitation_withdrawn", "Withdrew an invitation"
        HOUSEHOLD_JOINED = "household_joined", "Joined a household"
        HOUSEHOLD_LEFT = "household_left", "Left a household"
        MEMBER_REMOVED = "member_removed", "Removed a member of a household"
        ROLE_CHANGED = "role_changed", "Changed a member's role in a household"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="audit_events"
    )
    email = models.EmailField(blank=True)
    action = models.CharField(max_length=40, choices=Action.choices)
    detail = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.action} {self.email}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Once: what was written stays as it was."""
        if not self._state.adding:
            raise TypeError("The audit trail is written once and never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Nothing is taken out of the audit trail.")

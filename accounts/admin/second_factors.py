"""Second factors, passkeys and the counts of wrong guesses in the admin: that they are there, not what they hold."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.read_only import ReadOnlyAdmin
from accounts.models import GuessCount, Passkey, RecoveryCode, SecondFactor, SignInChallenge, SpentChallenge


@admin.register(SecondFactor)
class SecondFactorAdmin(ReadOnlyAdmin):
    list_display = ["user", "created_at", "confirmed_at"]
    list_filter = ["created_at"]
    list_select_related = ["user"]
    search_fields = ["user__email"]
    exclude = ["sealed_secret", "last_step"]


@admin.register(Passkey)
class PasskeyAdmin(ReadOnlyAdmin):
    list_display = ["name", "user", "created_at", "last_used_at"]
    list_filter = ["created_at", "last_used_at"]
    list_select_related = ["user"]
    search_fields = ["user__email", "name"]
    exclude = ["credential_id", "attested", "user_handle"]


@admin.register(SpentChallenge)
class SpentChallengeAdmin(ReadOnlyAdmin):
    list_display = ["id", "expires_at"]
    search_fields = ["challenge_hash"]
    exclude = ["challenge_hash"]


@admin.register(RecoveryCode)
class RecoveryCodeAdmin(ReadOnlyAdmin):
    list_display = ["id", "user", "created_at", "used_at"]
    list_filter = ["created_at"]
    list_select_related = ["user"]
    search_fields = ["user__email"]
    exclude = ["code_hash"]


@admin.register(SignInChallenge)
class SignInChallengeAdmin(ReadOnlyAdmin):
    list_display = ["id", "user", "tries", "created_at", "expires_at", "spent_at"]
    list_filter = ["created_at"]
    list_select_related = ["user"]
    search_fields = ["user__email"]
    exclude = ["password_stamp"]


@admin.register(GuessCount)
class GuessCountAdmin(ReadOnlyAdmin):
    list_display = ["id", "failures", "last_failed_at", "blocked_until"]
    list_filter = ["last_failed_at"]
    search_fields = ["key"]

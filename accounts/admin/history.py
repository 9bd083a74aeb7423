"""Sign-ins and the audit trail: to read, and to end a sign-in, never to rewrite."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from accounts.admin.read_only import ReadOnlyAdmin
from accounts.models import AuditEvent, PersonalToken, SignIn
from accounts.services.audit import audit_record
from accounts.services.families import family_end


@admin.register(SignIn)
class SignInAdmin(ReadOnlyAdmin):
    list_display = ["user", "device", "created_at", "last_used_at", "expires_at", "ended_at", "end_reason"]
    list_filter = ["end_reason", "created_at", ("ended_at", admin.EmptyFieldListFilter)]
    list_select_related = ["user"]
    search_fields = ["user__email"]
    date_hierarchy = "created_at"
    actions = ["end_selected"]

    @admin.action(description="End selected sign-ins", permissions=["end"])
    def end_selected(self, request: HttpRequest, queryset: QuerySet[SignIn]) -> None:
        with transaction.atomic():
            ended = sum(self._end(sign_in) for sign_in in queryset.select_related("user"))
        self.message_user(request, f"{ended} sign-ins ended.", messages.SUCCESS)

    def has_end_permission(self, request: HttpRequest) -> bool:
        return bool(getattr(request.user, "is_superuser", False))

    def _end(self, sign_in: SignIn) -> bool:
        has_ended = family_end(sign_in=sign_in, reason=SignIn.End.ENDED_BY_STAFF)
        if has_ended:
            audit_record(user=sign_in.user, action=AuditEvent.Action.ENDED_BY_STAFF, sign_in=str(sign_in.pk))
        return has_ended


@admin.register(PersonalToken)
class PersonalTokenAdmin(ReadOnlyAdmin):
    list_display = ["owner", "name", "hint", "scopes", "created_at", "expires_at", "last_used_at", "revoked_at"]
    list_filter = ["created_at", ("revoked_at", admin.EmptyFieldListFilter)]
    list_select_related = ["owner"]
    search_fields = ["owner__email", "name"]
    exclude = ["token_hash", "password_stamp"]


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "action", "email", "user", "detail"]
    list_filter = ["action", "created_at"]
    list_select_related = ["user"]
    search_fields = ["email", "user__email"]
    date_hierarchy = "created_at"


# The library's own pages offer to blacklist a token by hand, which ends nothing: ending its sign-in does.
admin.site.unregister([OutstandingToken, BlacklistedToken])


@admin.register(OutstandingToken)
class OutstandingTokenAdmin(ReadOnlyAdmin):
    list_display = ["jti", "user", "created_at", "expires_at"]
    list_filter = ["created_at", "expires_at"]
    list_select_related = ["user"]
    search_fields = ["jti", "user__email"]
    exclude = ["token"]


@admin.register(BlacklistedToken)
class BlacklistedTokenAdmin(ReadOnlyAdmin):
    list_display = ["id", "token_jti", "token_user", "blacklisted_at"]
    list_filter = ["blacklisted_at"]
    list_select_related = ["token__user"]
    search_fields = ["token__jti", "token__user__email"]

    @admin.display(description="jti")
    def token_jti(self, row: BlacklistedToken) -> str:
        return str(row.token.jti)

    @admin.display(description="user")
    def token_user(self, row: BlacklistedToken) -> str:
        return str(row.token.user)

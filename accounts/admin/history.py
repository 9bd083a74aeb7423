"""Sign-ins and the audit trail: to read, and to end a sign-in, never to rewrite."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from accounts.models import AuditEvent, SignIn
from accounts.services.audit import audit_record
from accounts.services.families import family_end


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs only
    """History: nobody adds, changes or deletes it, superusers included."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(SignIn)
class SignInAdmin(ReadOnlyAdmin):
    list_display = ["user", "created_at", "expires_at", "ended_at", "end_reason"]
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


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "action", "email", "user", "detail"]
    list_filter = ["action", "created_at"]
    list_select_related = ["user"]
    search_fields = ["email", "user__email"]
    date_hierarchy = "created_at"

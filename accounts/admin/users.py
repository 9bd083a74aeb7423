"""Users in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.admin.forms import UserAddForm, UserPasswordForm
from accounts.models import AuditEvent, User
from accounts.services.audit import audit_record
from accounts.services.users import user_deactivated, user_erase
from accounts.signals import user_registered


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]  # generic in the stubs only
    add_form = UserAddForm
    change_password_form = UserPasswordForm
    list_display = ["email", "display_name", "base_currency", "is_active", "is_staff", "date_joined", "last_login"]
    list_filter = ["is_active", "is_staff", "is_superuser", "date_joined"]
    search_fields = ["email", "display_name"]
    ordering = ["email"]
    readonly_fields = ["date_joined", "last_login"]
    fieldsets = [
        (None, {"fields": ["email", "password", "display_name", "base_currency", "language", "time_zone"]}),
        ("Permissions", {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        ("Dates", {"fields": ["date_joined", "last_login"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "display_name", "usable_password", "password1", "password2"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Superusers are out of reach for other staff, whose right to edit people would include their passwords. The
        ledgers of households are no people."""
        people: QuerySet[User] = super().get_queryset(request).filter(is_ledger=False)
        return people if getattr(request.user, "is_superuser", False) else people.filter(is_superuser=False)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Only a superuser hands out rights; staff who may edit people could else promote themselves."""
        rights = [] if getattr(request.user, "is_superuser", False) else self.fieldsets[1][1]["fields"][1:]
        return [*self.readonly_fields, *rights]

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        with transaction.atomic():
            super().save_model(request, obj, form, change)
            if not change:
                user_registered.send(sender=User, user=obj)
                audit_record(user=obj, action=AuditEvent.Action.REGISTERED, door="admin")
            elif "is_active" in form.changed_data and not obj.is_active:
                user_deactivated(user=obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """The people themselves. What they own goes with them, may not be deleted singly, and is too much to list."""
        return [f"{user} and everything they own" for user in objs], {"users": len(objs)}, set(), []

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        user_erase(user=obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            user_erase(user=user)

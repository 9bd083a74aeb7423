"""Households in the admin: that they are there, and who is in them. Members change them, nobody else."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.read_only import ReadOnlyAdmin
from accounts.models import Household, Invitation, Membership


@admin.register(Household)
class HouseholdAdmin(ReadOnlyAdmin):
    list_display = ["name", "ledger", "created_at"]
    list_filter = ["created_at"]
    list_select_related = ["ledger"]
    search_fields = ["name", "memberships__person__email"]
    date_hierarchy = "created_at"


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = ["person", "household", "role", "joined_at"]
    list_filter = ["role", "joined_at"]
    list_select_related = ["person", "household"]
    search_fields = ["person__email", "household__name"]


@admin.register(Invitation)
class InvitationAdmin(ReadOnlyAdmin):
    list_display = ["email", "household", "role", "invited_by", "created_at", "expires_at"]
    list_filter = ["role", "expires_at"]
    list_select_related = ["household", "invited_by"]
    search_fields = ["email", "household__name"]
    exclude = ["code_hash"]

"""Admin for facts and reports. Both are history: they are looked at here, never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from advisory.models import Fact, Report, ReportFact

if TYPE_CHECKING:  # Django's ModelAdmin is generic in its stubs only
    Base = admin.ModelAdmin[Model]
else:
    Base = admin.ModelAdmin


class ReadOnlyAdmin(Base):
    """What was computed stays as it was computed."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Fact)
class FactAdmin(ReadOnlyAdmin):
    list_display = ["id", "owner", "metric", "value", "unit", "period_start", "formula", "computed_at"]
    list_filter = ["kind", "formula", "metric"]
    search_fields = ["id", "metric", "owner__email"]
    date_hierarchy = "period_start"
    list_select_related = ["owner"]


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    list_display = [
        "id",
        "owner",
        "month",
        "version",
        "status",
        "is_partial",
        "is_superseded",
        "is_outdated",
        "headline",
    ]
    list_filter = ["status", "is_partial", "is_superseded", "is_outdated"]
    search_fields = ["owner__email", "headline", "job__key"]
    date_hierarchy = "month"
    list_select_related = ["owner"]


@admin.register(ReportFact)
class ReportFactAdmin(ReadOnlyAdmin):
    list_display = ["report", "position", "fact"]
    search_fields = ["report__owner__email", "fact__metric", "fact__id"]
    list_select_related = ["report", "fact"]

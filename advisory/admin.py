"""Admin for facts and reports. Both are history: they are looked at here, never edited."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.read_only import ReadOnlyAdmin
from advisory.models import Fact, Report, ReportFact


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

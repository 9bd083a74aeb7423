"""Admin for what was computed and what became of it: looked at here, never edited. Answers belong to their owners."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.read_only import ReadOnlyAdmin
from advisory.models import (
    Advice,
    AnalysisRun,
    DebtTerms,
    Fact,
    ForecastRun,
    Goal,
    GoalAccount,
    HealthScore,
    Insight,
    MonthDrivers,
    Outcome,
    PayoffChoice,
    RecurringSeries,
    Report,
    ReportFact,
    Suggestion,
)


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


@admin.register(RecurringSeries)
class RecurringSeriesAdmin(ReadOnlyAdmin):
    list_display = ["label", "owner", "cadence", "role", "status", "decision", "next_date", "currency", "is_found"]
    list_filter = ["status", "cadence", "role", "decision", "is_found"]
    search_fields = ["label", "payee_key", "owner__email"]
    date_hierarchy = "next_date"
    list_select_related = ["owner"]


@admin.register(Insight)
class InsightAdmin(ReadOnlyAdmin):
    list_display = ["title", "owner", "kind", "status", "day", "score", "is_current"]
    list_filter = ["kind", "status", "is_current"]
    search_fields = ["title", "dedup_key", "owner__email"]
    date_hierarchy = "day"
    list_select_related = ["owner"]


@admin.register(Advice)
class AdviceAdmin(ReadOnlyAdmin):
    list_display = ["title", "owner", "rule", "status", "reason", "rank", "is_current", "given_at"]
    list_filter = ["rule", "status", "reason", "is_current"]
    search_fields = ["title", "dedup_key", "owner__email"]
    date_hierarchy = "given_at"
    list_select_related = ["owner"]


@admin.register(Outcome)
class OutcomeAdmin(ReadOnlyAdmin):
    list_display = ["advice", "state", "as_of", "saved_minor", "currency", "p_value"]
    list_filter = ["state"]
    search_fields = ["advice__title", "advice__owner__email"]
    list_select_related = ["advice"]


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    list_display = ["transaction_id", "owner", "category", "status", "confidence", "source", "made_at"]
    list_filter = ["status", "source"]
    search_fields = ["reason", "owner__email"]
    list_select_related = ["owner", "category"]


@admin.register(AnalysisRun)
class AnalysisRunAdmin(ReadOnlyAdmin):
    list_display = ["owner", "as_of", "row_count", "seconds", "finished_at"]
    search_fields = ["owner__email"]
    list_select_related = ["owner"]


@admin.register(ForecastRun)
class ForecastRunAdmin(ReadOnlyAdmin):
    list_display = ["owner", "as_of", "currency", "horizon_days", "mase", "coverage", "windows", "beats_naive"]
    list_filter = ["currency", "beats_naive"]
    search_fields = ["owner__email", "currency"]
    list_select_related = ["owner"]


@admin.register(HealthScore)
class HealthScoreAdmin(ReadOnlyAdmin):
    list_display = ["owner", "as_of", "score", "known", "possible", "engine"]
    search_fields = ["owner__email"]
    date_hierarchy = "as_of"
    list_select_related = ["owner"]


@admin.register(MonthDrivers)
class MonthDriversAdmin(ReadOnlyAdmin):
    list_display = ["owner", "month", "by", "against", "currency", "engine"]
    list_filter = ["by", "against"]
    search_fields = ["owner__email"]
    date_hierarchy = "month"
    list_select_related = ["owner"]


@admin.register(Goal)
class GoalAdmin(ReadOnlyAdmin):
    list_display = ["name", "owner", "currency", "target_minor", "target_date", "reached_on", "is_archived"]
    list_filter = ["is_archived", "currency"]
    search_fields = ["name", "owner__email"]
    list_select_related = ["owner"]


@admin.register(GoalAccount)
class GoalAccountAdmin(ReadOnlyAdmin):
    list_display = ["goal", "account"]
    search_fields = ["goal__name", "account__name", "goal__owner__email"]
    list_select_related = ["goal", "account"]


@admin.register(DebtTerms)
class DebtTermsAdmin(ReadOnlyAdmin):
    list_display = ["account", "owner", "rate", "least_minor", "position"]
    search_fields = ["account__name", "owner__email"]
    list_select_related = ["account", "owner"]


@admin.register(PayoffChoice)
class PayoffChoiceAdmin(ReadOnlyAdmin):
    list_display = ["owner", "currency", "extra_minor", "order"]
    search_fields = ["owner__email"]
    list_select_related = ["owner"]

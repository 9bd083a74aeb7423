"""Admin for what was computed and what became of it: looked at here, never edited. Answers belong to their owners."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.read_only import ReadOnlyAdmin
from advisory.models import (
    Advice,
    AnalysisRun,
    Budget,
    BudgetChoice,
    BudgetLine,
    BudgetMove,
    DebtTerms,
    EgressEntry,
    Fact,
    ForecastRun,
    Goal,
    GoalAccount,
    HealthScore,
    Insight,
    ModelSetting,
    ModelState,
    MonthDrivers,
    Outcome,
    PayoffChoice,
    Pin,
    RecurringSeries,
    Report,
    ReportDelivery,
    ReportDraft,
    ReportFact,
    ReportRows,
    ReportSchedule,
    SavedScenario,
    ScheduledReport,
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
        "kind",
        "month",
        "version",
        "status",
        "is_partial",
        "is_superseded",
        "is_outdated",
        "headline",
    ]
    list_filter = ["kind", "status", "is_partial", "is_superseded", "is_restated", "is_outdated"]
    search_fields = ["owner__email", "headline", "job__key"]
    date_hierarchy = "month"
    list_select_related = ["owner"]


@admin.register(ReportFact)
class ReportFactAdmin(ReadOnlyAdmin):
    list_display = ["report", "position", "fact"]
    search_fields = ["report__owner__email", "fact__metric", "fact__id"]
    list_select_related = ["report", "fact"]


@admin.register(ReportRows)
class ReportRowsAdmin(ReadOnlyAdmin):
    list_display = ["report"]
    search_fields = ["report__owner__email"]
    list_select_related = ["report"]


@admin.register(ReportSchedule)
class ReportScheduleAdmin(ReadOnlyAdmin):
    list_display = ["owner", "monthly", "quarterly", "yearly", "deliver_by_mail", "mail_contents", "changed_at"]
    list_filter = ["monthly", "quarterly", "yearly", "deliver_by_mail"]
    search_fields = ["owner__email"]
    list_select_related = ["owner"]


@admin.register(ScheduledReport)
class ScheduledReportAdmin(ReadOnlyAdmin):
    list_display = ["owner", "kind", "month", "due_at", "asked_at", "report"]
    list_filter = ["kind"]
    search_fields = ["owner__email"]
    date_hierarchy = "month"
    list_select_related = ["owner", "report"]


@admin.register(ReportDelivery)
class ReportDeliveryAdmin(ReadOnlyAdmin):
    list_display = ["report", "owner", "status", "contents", "tries", "error_code", "next_try_at", "sent_at"]
    list_filter = ["status", "contents"]
    search_fields = ["owner__email", "error_message"]
    list_select_related = ["owner", "report"]


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


@admin.register(ModelSetting)
class ModelSettingAdmin(ReadOnlyAdmin):
    list_display = ["owner", "is_enabled", "privacy_level", "base_url", "model", "updated_at"]
    list_filter = ["is_enabled", "privacy_level"]
    search_fields = ["owner__email", "base_url", "model"]
    exclude = ["sealed_key"]
    list_select_related = ["owner"]


@admin.register(ModelState)
class ModelStateAdmin(ReadOnlyAdmin):
    list_display = ["key", "rung", "failures", "open_until", "updated_at"]
    list_filter = ["rung"]
    search_fields = ["key"]


@admin.register(EgressEntry)
class EgressEntryAdmin(ReadOnlyAdmin):
    list_display = ["id", "owner", "created_at", "purpose", "host", "model", "privacy_level", "status", "bytes_out"]
    list_filter = ["status", "purpose", "privacy_level", "host"]
    search_fields = ["owner__email", "host", "model"]
    date_hierarchy = "created_at"
    list_select_related = ["owner"]


@admin.register(ReportDraft)
class ReportDraftAdmin(ReadOnlyAdmin):
    list_display = ["report", "section", "model", "outcome", "error_code", "created_at"]
    list_filter = ["outcome", "section", "error_code"]
    search_fields = ["report__owner__email", "model"]
    list_select_related = ["report"]


@admin.register(Pin)
class PinAdmin(ReadOnlyAdmin):
    list_display = ["id", "owner", "question", "position", "created_at"]
    search_fields = ["owner__email", "question"]
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


@admin.register(Budget)
class BudgetAdmin(ReadOnlyAdmin):
    list_display = ["id", "owner", "category", "group", "is_income", "rollover", "removed_at"]
    list_filter = ["is_income", "rollover"]
    search_fields = ["category__name", "group", "owner__email"]
    list_select_related = ["owner", "category"]


@admin.register(BudgetChoice)
class BudgetChoiceAdmin(ReadOnlyAdmin):
    list_display = ["owner", "envelopes_from", "opening_minor", "currency"]
    search_fields = ["owner__email"]
    list_select_related = ["owner"]


@admin.register(BudgetLine)
class BudgetLineAdmin(ReadOnlyAdmin):
    list_display = ["budget", "month", "amount_minor", "currency"]
    search_fields = ["budget__category__name", "budget__group", "budget__owner__email"]
    date_hierarchy = "month"
    list_select_related = ["budget"]


@admin.register(BudgetMove)
class BudgetMoveAdmin(ReadOnlyAdmin):
    list_display = ["id", "owner", "month", "source", "target", "amount_minor", "currency", "undone_at"]
    search_fields = ["owner__email", "note"]
    date_hierarchy = "month"
    list_select_related = ["owner", "source", "target"]


@admin.register(SavedScenario)
class SavedScenarioAdmin(ReadOnlyAdmin):
    list_display = ["name", "owner", "currency", "updated_at"]
    list_filter = ["currency"]
    search_fields = ["name", "owner__email"]
    list_select_related = ["owner"]

from django.urls import URLPattern, URLResolver, path

from advisory.api import (
    advice,
    ask,
    bills,
    budget_moves,
    budgets,
    debts,
    drivers,
    egress,
    goals,
    insights,
    language_model,
    outlook,
    scenarios,
    scores,
    suggestions,
)
from advisory.api.facts import FactDetailView, FactEvidenceView
from advisory.api.refresh import RefreshView
from advisory.api.report_schedule import ReportScheduleView
from advisory.api.reports import ReportDetailView, ReportListView, ReportMailView

urlpatterns: list[URLPattern | URLResolver] = [
    path("reports/", ReportListView.as_view(), name="report-list"),
    path("reports/schedule/", ReportScheduleView.as_view(), name="report-schedule"),
    path("reports/<int:pk>/", ReportDetailView.as_view(), name="report-detail"),
    path("reports/<int:pk>/mail/", ReportMailView.as_view(), name="report-mail"),
    path("facts/<str:pk>/", FactDetailView.as_view(), name="fact-detail"),
    path("facts/<str:pk>/evidence/", FactEvidenceView.as_view(), name="fact-evidence"),
    path("refresh/", RefreshView.as_view(), name="refresh"),
    *advice.urls,
    *ask.urls,
    *bills.urls,
    *budget_moves.urls,
    *budgets.urls,
    *debts.urls,
    *drivers.urls,
    *egress.urls,
    *goals.urls,
    *insights.urls,
    *language_model.urls,
    *outlook.urls,
    *scenarios.urls,
    *scores.urls,
    *suggestions.urls,
]

from django.urls import URLPattern, URLResolver, path

from advisory.api import advice, debts, drivers, goals, insights, outlook, recurring, scores, suggestions
from advisory.api.facts import FactDetailView, FactEvidenceView
from advisory.api.refresh import RefreshView
from advisory.api.reports import ReportDetailView, ReportListView

urlpatterns: list[URLPattern | URLResolver] = [
    path("reports/", ReportListView.as_view(), name="report-list"),
    path("reports/<int:pk>/", ReportDetailView.as_view(), name="report-detail"),
    path("facts/<str:pk>/", FactDetailView.as_view(), name="fact-detail"),
    path("facts/<str:pk>/evidence/", FactEvidenceView.as_view(), name="fact-evidence"),
    path("refresh/", RefreshView.as_view(), name="refresh"),
    *advice.urls,
    *debts.urls,
    *drivers.urls,
    *goals.urls,
    *insights.urls,
    *outlook.urls,
    *recurring.urls,
    *scores.urls,
    *suggestions.urls,
]

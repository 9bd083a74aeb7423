from django.urls import URLPattern, URLResolver, path

from transactions.api.jobs import JobCancelView, JobDetailView, JobListView
from transactions.api.telemetry import TelemetryStreamView

urlpatterns: list[URLPattern | URLResolver] = [
    path("jobs/", JobListView.as_view(), name="job-list"),
    path("jobs/<int:pk>/", JobDetailView.as_view(), name="job-detail"),
    path("jobs/<int:pk>/cancel/", JobCancelView.as_view(), name="job-cancel"),
    path("telemetry/stream/", TelemetryStreamView.as_view(), name="telemetry-stream"),
]

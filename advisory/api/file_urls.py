from django.urls import URLPattern, URLResolver, path

from advisory.api.reports import ReportFileView

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/<str:name>", ReportFileView.as_view(), name="report-file"),
]

"""All addresses. Each app lists its own under /api/; whatever is left belongs to the dashboard."""

from django.contrib import admin
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from spendwise_project import health, metrics, views

# Everything but these belongs to the dashboard's own router.
OURS = r"^(?!(?:api|admin|static|assets|reports-files)(?:/|$))"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("admin/", admin.site.urls),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    # The split view serves its start-up script as a file, so that no inline script has to be allowed.
    # Its one renderer has a template for pages alone: what OPTIONS says of other views it cannot.
    path(
        "api/docs/",
        SpectacularSwaggerSplitView.as_view(url_name="schema", http_method_names=["get", "head"]),
        name="docs",
    ),
    path("api/", include("accounts.api.urls")),
    path("api/", include("transactions.api.urls")),
    path("api/", include("transactions.api.job_urls")),
    path("api/", include("advisory.api.urls")),
    path("api/", include("spendwise_project.operations.api")),
    path("reports-files/", include("advisory.api.file_urls")),
    re_path(OURS, views.dashboard, name="dashboard"),
]
handler400 = "spendwise_project.views.bad_request"
handler403 = "spendwise_project.views.forbidden"
handler404 = "spendwise_project.views.not_found"
handler500 = "spendwise_project.views.server_error"

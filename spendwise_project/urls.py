"""All addresses. Each app lists its own under /api/; whatever is left belongs to the dashboard."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/", include("accounts.api.urls")),
    path("api/", include("transactions.api.urls")),
    path("api/", include("transactions.api.job_urls")),
    path("api/", include("advisory.api.urls")),
]

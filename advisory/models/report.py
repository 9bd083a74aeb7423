from __future__ import annotations

from django.conf import settings
from django.db import models


class Report(models.Model):
    """One version of one month's report. A newer version supersedes it; nothing is overwritten."""

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        SUCCEEDED = "succeeded"
        FAILED = "failed"
        CANCELLED = "cancelled"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reports")
    month = models.DateField(help_text="First day of the month.")
    version = models.PositiveIntegerField(default=1)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    is_partial = models.BooleanField(default=False, help_text="The month was not over when it was asked for.")
    is_superseded = models.BooleanField(default=False)
    is_outdated = models.BooleanField(
        default=False, help_text="Its rows have changed since; ask again for a new version."
    )
    language = models.CharField(max_length=2, default="en", help_text="In which it is written.")
    input_hash = models.CharField(max_length=64, blank=True, help_text="Of every row the report was computed from.")
    job = models.ForeignKey("transactions.Job", null=True, on_delete=models.SET_NULL, related_name="+")
    headline = models.CharField(max_length=300, blank=True)
    folder = models.CharField(max_length=255, blank=True, help_text="Under MEDIA; set when the files are whole.")
    files = models.JSONField(default=dict, help_text="{json, html, pdf -> {name, bytes, sha256}}")
    outline = models.JSONField(default=list, help_text="Its sentences as a language model would be told them.")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-month", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "month", "version"], name="report_month_version_unique"),
            models.UniqueConstraint(
                fields=["owner", "month"],
                condition=models.Q(status__in=["queued", "running"]),
                name="report_live_month_unique",
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.month:%Y-%m} v{self.version}"


class ReportFact(models.Model):
    """Which facts a report holds, in the order it holds them."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="report_facts")
    fact = models.ForeignKey("advisory.Fact", on_delete=models.CASCADE, related_name="report_facts")
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["report_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "fact"], name="report_fact_once"),
            models.UniqueConstraint(fields=["report", "position"], name="report_fact_position"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} #{self.position}"

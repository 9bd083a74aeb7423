from __future__ import annotations

from typing import cast

from django.conf import settings
from django.db import models

from transactions.ledger.period import Period, PeriodKind, period_key, period_of


class Report(models.Model):
    """One version of the report of one month, quarter or year. A newer version supersedes it; none is
    overwritten."""

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        SUCCEEDED = "succeeded"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Kind(models.TextChoices):
        MONTH = "month"
        QUARTER = "quarter"
        YEAR = "year"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=7, choices=Kind.choices, default=Kind.MONTH)
    month = models.DateField(help_text="First day of the month, quarter or year.")
    version = models.PositiveIntegerField(default=1)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    is_partial = models.BooleanField(default=False, help_text="The period was not over when it was asked for.")
    is_superseded = models.BooleanField(default=False)
    previous = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The version it was held against when it was asked for.",
    )
    is_restated = models.BooleanField(default=False, help_text="Its figures or rows differ from that version's.")
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
            models.UniqueConstraint(fields=["owner", "kind", "month", "version"], name="report_period_version_unique"),
            models.UniqueConstraint(
                fields=["owner", "kind", "month"],
                condition=models.Q(status__in=["queued", "running"]),
                name="report_live_period_unique",
            ),
        ]

    @property
    def period(self) -> Period:
        return period_of(cast("PeriodKind", self.kind), self.month)

    def __str__(self) -> str:
        return f"report {period_key(self.period)} v{self.version}"


class ReportFact(models.Model):
    """Which facts a report holds, in the order it holds them."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="report_facts")
    fact = models.ForeignKey("advisory.Fact", on_delete=models.CASCADE, related_name="report_facts")
    position = models.PositiveIntegerField()
    is_earlier = models.BooleanField(default=False, help_text="Of the version before, told next to the new figure.")

    class Meta:
        ordering = ["report_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "fact"], name="report_fact_once"),
            models.UniqueConstraint(fields=["report", "position"], name="report_fact_position"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} #{self.position}"


class ReportRows(models.Model):
    """The rows of its own period that a report saw, so that the next version can tell which came, changed and went."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="seen_rows")
    states = models.JSONField(help_text="{transaction id: state}")

    class Meta:
        ordering = ["report_id"]
        verbose_name_plural = "report rows"

    def __str__(self) -> str:
        return f"rows of {self.report_id}"

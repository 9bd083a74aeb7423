from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from advisory.analysis.carried.answers import SCHEDULE
from advisory.models.report import Report
from transactions.models.travel import Travel


class ReportSchedule(models.Model):
    """Which reports one owner wants without asking, and whether by mail. Without a row the defaults hold.

    An export takes the wishes along, not the mails: what leaves the machine is asked for where it leaves.
    """

    class Contents(models.TextChoices):
        LINK = "link", "where to read it, and no figure"
        SUMMARY = "summary", "the headline and the key figures"
        PDF = "pdf", "the same with the PDF"

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="report_schedule")
    monthly = models.BooleanField(default=True)
    quarterly = models.BooleanField(default=False)
    yearly = models.BooleanField(default=False)
    deliver_by_mail = models.BooleanField(default=False)
    mail_contents = models.CharField(max_length=7, choices=Contents.choices, default=Contents.LINK)
    changed_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q(), anew=frozenset({"deliver_by_mail"}), columns=SCHEDULE)

    class Meta:
        ordering = ["owner_id"]

    def __str__(self) -> str:
        return f"schedule of {self.owner_id}"


class ScheduledReport(models.Model):
    """That the schedule has seen to one period of one owner: once, whatever became of the report afterwards."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="scheduled_reports")
    kind = models.CharField(max_length=7, choices=Report.Kind.choices)
    month = models.DateField(help_text="First day of the period.")
    due_at = models.DateTimeField(help_text="When it was first seen to be due.")
    asked_at = models.DateTimeField(null=True, blank=True, help_text="Empty while an import is waited for.")
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.SET_NULL, related_name="scheduled")

    class Meta:
        ordering = ["-month", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "month"], name="scheduled_report_period_unique")
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.month} for {self.owner_id}"


class ReportDelivery(models.Model):
    """The one mail of one report version.

    `sending` is committed before the mail server is spoken to: whoever finds it afterwards cannot know whether the mail
    has left, so it becomes `unknown` and is sent again by its owner alone.
    """

    class Status(models.TextChoices):
        PENDING = "pending"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"
        UNKNOWN = "unknown"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="report_deliveries")
    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="delivery")
    status = models.CharField(max_length=7, choices=Status.choices, default=Status.PENDING)
    contents = models.CharField(max_length=7, choices=ReportSchedule.Contents.choices)
    tries = models.PositiveSmallIntegerField(default=0, help_text="Since the owner asked last.")
    token = models.CharField(max_length=32, blank=True, help_text="Of the try that is sending or was the last.")
    error_code = models.CharField(max_length=60, blank=True)
    error_message = models.CharField(max_length=300, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "report deliveries"

    def __str__(self) -> str:
        return f"mail of report {self.report_id}: {self.status}"

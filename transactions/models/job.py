from __future__ import annotations

from django.conf import settings
from django.db import models

from accounts.models import User


class Job(models.Model):
    """A piece of background work. This row is the truth; the message in Redis is only the bell.

    A worker claims it by one conditional UPDATE that raises `attempt` and sets a lease. `attempt` is the fencing
    token: whatever a worker writes at the end counts only if the row still carries the attempt it claimed.
    """

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        SUCCEEDED = "succeeded"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Trigger(models.TextChoices):
        USER = "user"
        SCHEDULE = "schedule"
        IMPORT = "import"
        COMMAND = "command"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="jobs")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The member of a household who asked; empty: the owner, or nobody.",
    )
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120, help_text="Names the work, e.g. monthly_report_7_2026-03.")
    pool = models.CharField(
        max_length=20, blank=True, help_text="Empty, or the name of a pool with bounded concurrency."
    )
    batch = models.CharField(
        max_length=40, blank=True, db_index=True, help_text="Jobs that were asked for together, e.g. one refresh."
    )
    args = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    trigger = models.CharField(max_length=10, choices=Trigger.choices, default=Trigger.USER)
    stage = models.CharField(max_length=60, blank=True)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Per cent.")
    attempt = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    not_before = models.DateTimeField(null=True, blank=True)
    rung_at = models.DateTimeField(null=True, blank=True, help_text="When Celery was last told.")
    is_cancel_requested = models.BooleanField(default=False)
    worker = models.CharField(max_length=120, blank=True)
    error_code = models.CharField(max_length=60, blank=True)
    error_message = models.CharField(max_length=500, blank=True)
    result = models.JSONField(null=True, blank=True, help_text="What came of it; of each kind its own.")
    stored_as = models.CharField(max_length=255, blank=True, help_text="The file it works on or made, under MEDIA.")
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            # Single flight: at most one live job per key, whoever asks at the same moment.
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(status__in=["queued", "running"]),
                name="job_live_key_unique",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "lease_until"], name="job_status_lease"),
            models.Index(fields=["owner", "-id"], name="job_owner"),
        ]

    def __str__(self) -> str:
        return self.key

    def acting_owner(self) -> User:
        """The owner, with whoever asked for the job as the one who acts: for histories that name who did it."""
        owner = self.owner
        owner.acting = self.asked_by
        return owner


class JobEvent(models.Model):
    """One durable step in a job's life; the live stream and the trace are read from here."""

    class Kind(models.TextChoices):
        ENQUEUED = "enqueued"
        CLAIMED = "claimed"
        STAGE = "stage"
        PROGRESS = "progress"
        RETRIED = "retried"
        FINISHED = "finished"
        FAILED = "failed"
        CANCELLED = "cancelled"

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="events")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    attempt = models.PositiveIntegerField(default=0)
    detail = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["owner", "id"], name="job_event_owner")]

    def __str__(self) -> str:
        return f"{self.kind} {self.job_id}"


class PoolSeat(models.Model):
    """One of the N seats of a bounded pool. A job runs only while it holds one; a dead holder's seat frees by lease."""

    pool = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="seats")
    attempt = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pool", "number"]
        constraints = [models.UniqueConstraint(fields=["pool", "number"], name="pool_seat_unique")]

    def __str__(self) -> str:
        return f"{self.pool} seat {self.number}"

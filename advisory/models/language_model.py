from __future__ import annotations

from django.conf import settings
from django.db import models


class ModelSetting(models.Model):
    """Whether a user lets a language model put his reports into words, and which. No row: nothing leaves."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="model_setting")
    is_enabled = models.BooleanField(default=False)
    reads_questions = models.BooleanField(
        default=False, help_text="It may also read questions that the grammar does not understand; their words leave."
    )
    privacy_level = models.PositiveSmallIntegerField(default=0, help_text="0 nothing, 1 labels, 2 bands, 3 figures.")
    base_url = models.CharField(max_length=300, blank=True, help_text="Empty: the one the operator has set.")
    model = models.CharField(max_length=120, blank=True)
    sealed_key = models.TextField(blank=True, help_text="Encrypted with a key made from SECRET_KEY.")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(privacy_level__lte=3), name="model_setting_level"),
        ]

    def __str__(self) -> str:
        return f"language model of {self.owner_id}"


class ModelState(models.Model):
    """What all workers know of one endpoint and model: how it can be asked, and whether it is worth asking now."""

    key = models.CharField(max_length=64, primary_key=True, help_text="Of who set it, its address and the model.")
    rung = models.CharField(max_length=16, blank=True, help_text="How answers are asked for; empty until tried.")
    failures = models.PositiveIntegerField(default=0, help_text="In a row.")
    open_until = models.DateTimeField(null=True, blank=True, help_text="Not asked before then.")
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"model state {self.key[:8]}"


class EgressEntry(models.Model):
    """One request that left, or was about to: written before it is sent, with the exact bytes of its body."""

    class Status(models.TextChoices):
        PENDING = "pending"
        DONE = "done"
        FAILED = "failed"

    class Purpose(models.TextChoices):
        WORDS = "words", "a section of a report in words"
        QUESTION = "question", "reading a question"
        PROBE = "probe", "finding out how the endpoint answers"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="egress")
    report = models.ForeignKey("advisory.Report", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    host = models.CharField(max_length=300)
    model = models.CharField(max_length=120)
    privacy_level = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PENDING)
    error_code = models.CharField(max_length=30, blank=True)
    http_status = models.PositiveSmallIntegerField(null=True)
    bytes_out = models.PositiveIntegerField(help_text="Of the request's body.")
    bytes_in = models.PositiveIntegerField(default=0, help_text="Of the answer's body.")
    tokens_in = models.PositiveIntegerField(default=0, help_text="As the endpoint counted them.")
    tokens_out = models.PositiveIntegerField(default=0)
    cost = models.CharField(max_length=24, blank=True, help_text="By the operator's prices; empty without them.")
    cost_currency = models.CharField(max_length=3, blank=True)
    payload = models.TextField(help_text="The request's body, to the byte.")

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner", "-id"], name="egress_owner")]

    def __str__(self) -> str:
        return f"{self.purpose} to {self.host}"


class ReportDraft(models.Model):
    """What a model wrote for one section of a report, how it was judged and what became of it."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted"
        REFUSED = "refused"
        FAILED = "failed"

    report = models.ForeignKey("advisory.Report", on_delete=models.CASCADE, related_name="drafts")
    section = models.CharField(max_length=30)
    model = models.CharField(max_length=120)
    prompt_hash = models.CharField(max_length=64, help_text="Of the endpoint, the model and all that it was told.")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    error_code = models.CharField(max_length=30, blank=True, help_text="Why there is no draft, where there is none.")
    sentences = models.JSONField(default=list, help_text="The last draft, with its placeholders.")
    tries = models.JSONField(default=list, help_text="[{sentences, reasons}], one for each draft.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["report_id", "id"]
        constraints = [models.UniqueConstraint(fields=["report", "section"], name="report_draft_section")]

    def __str__(self) -> str:
        return f"{self.section} of report {self.report_id}"

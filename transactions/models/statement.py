from __future__ import annotations

from django.conf import settings
from django.db import models


class StatementImport(models.Model):
    """One run over one file: previewed, committed, rolled back. The file itself is kept under MEDIA, private."""

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        PREVIEWED = "previewed"
        COMMITTED = "committed"
        ROLLED_BACK = "rolled_back"
        FAILED = "failed"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="statement_imports")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.QUEUED)
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    file_bytes = models.PositiveBigIntegerField()
    stored_as = models.CharField(
        max_length=255, blank=True, help_text="Path under MEDIA; made by us, never the client's."
    )
    format = models.CharField(max_length=16, blank=True)
    chosen_account = models.ForeignKey(
        "transactions.LedgerAccount", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    wants_commit = models.BooleanField(default=False)
    accounts = models.JSONField(
        default=list,
        help_text="[{id, name, currency, lines_new, lines_duplicate, closing_balance}], in the order of the file.",
    )
    preview = models.JSONField(default=list, help_text="The first lines, as answered.")
    understood = models.JSONField(
        default=dict, help_text="What the reader detected: encoding, delimiter, date order ..."
    )
    errors = models.JSONField(default=list, help_text="[{line, field, message}]")
    lines_found = models.PositiveIntegerField(default=0)
    lines_new = models.PositiveIntegerField(default=0)
    lines_duplicate = models.PositiveIntegerField(default=0)
    lines_rejected = models.PositiveIntegerField(default=0)
    job = models.ForeignKey("transactions.Job", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "import"
        constraints = [
            # No line of a file is lost between reading and booking, and none is counted twice.
            models.CheckConstraint(
                condition=models.Q(
                    lines_found=models.F("lines_new") + models.F("lines_duplicate") + models.F("lines_rejected")
                ),
                name="import_lines_add_up",
            ),
        ]
        indexes = [models.Index(fields=["owner", "file_sha256"], name="import_owner_sha")]

    def __str__(self) -> str:
        return f"import {self.pk} of {self.file_name}"


class Statement(models.Model):
    """What one file says about one account: its period and its balances."""

    statement_import = models.ForeignKey(StatementImport, on_delete=models.CASCADE, related_name="statements")
    account = models.ForeignKey("transactions.LedgerAccount", on_delete=models.CASCADE, related_name="statements")
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True, help_text="Exclusive.")
    opening_balance_minor = models.BigIntegerField(null=True)
    closing_balance_minor = models.BigIntegerField(null=True)
    opening_shift_minor = models.BigIntegerField(
        default=0, help_text="What booking it added to the account's opening balance; rolling back takes it away again."
    )

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"statement {self.pk}"


class StatementLine(models.Model):
    """One row of a bank file, verbatim and for ever. What the user changes lies beside it, on the transaction."""

    class Status(models.TextChoices):
        BOOKED = "booked"
        DUPLICATE = "duplicate"
        ROLLED_BACK = "rolled_back"

    statement_import = models.ForeignKey(StatementImport, on_delete=models.CASCADE, related_name="lines")
    account = models.ForeignKey("transactions.LedgerAccount", on_delete=models.CASCADE, related_name="statement_lines")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.BOOKED)
    duplicate_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    line = models.PositiveIntegerField(help_text="1-based line of the file where the record starts.")
    raw = models.TextField(blank=True)
    booking_date = models.DateField()
    value_date = models.DateField(null=True)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    counterparty = models.CharField(max_length=255, blank=True)
    description = models.TextField(blank=True)
    external_id = models.CharField(max_length=255, blank=True)
    fingerprint = models.CharField(max_length=64)
    is_pending = models.BooleanField(default=False, help_text="The bank had not booked it yet.")

    class Meta:
        ordering = ["statement_import_id", "line", "id"]
        verbose_name = "statement line"
        constraints = [
            # Nothing is doubled: one booked line per account and fingerprint, whoever imports at the same time.
            models.UniqueConstraint(
                fields=["account", "fingerprint"],
                condition=models.Q(status="booked"),
                name="statement_line_booked_once",
            ),
        ]
        indexes = [models.Index(fields=["account", "fingerprint"], name="line_account_fingerprint")]

    def __str__(self) -> str:
        return f"line {self.line} of import {self.statement_import_id}"

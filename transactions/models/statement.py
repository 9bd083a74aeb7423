from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models

from transactions.ledger.money import from_minor


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
    is_large = models.BooleanField(default=False, help_text="It is read by the worker, not during a request.")
    is_sample = models.BooleanField(default=False, help_text="A made-up file of the demo household, not the user's.")
    format = models.CharField(max_length=16, blank=True)
    encoding = models.CharField(max_length=40, blank=True, help_text="A codec name; empty where the format settles it.")
    source_key = models.CharField(max_length=200, blank=True, help_text="The same for every file of one source.")
    overrides = models.JSONField(
        default=dict, help_text="What the user, or a remembered profile, says over the reader."
    )
    columns = models.JSONField(default=list, help_text="[{table, index, name, role, confidence, reason, samples}]")
    questions = models.JSONField(default=list, help_text="[{code, message, options: [{value, label}], assumed}]")
    profile = models.ForeignKey(
        "transactions.ImportProfile", null=True, blank=True, on_delete=models.SET_NULL, related_name="imports"
    )
    is_answered = models.BooleanField(
        default=False, help_text="The overrides are the user's own word on this file, even when they are empty."
    )
    accepts_assumed = models.BooleanField(default=False, help_text="Open questions do not keep it from being booked.")
    chosen_account = models.ForeignKey(
        "transactions.LedgerAccount", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    wants_new_account = models.BooleanField(
        default=False, help_text="The user said that the file is of an account that is not there yet."
    )
    wants_commit = models.BooleanField(default=False)
    accounts = models.JSONField(
        default=list,
        help_text="What is said of each account and what becomes of its lines, in the order of the file.",
    )
    preview = models.JSONField(default=list, help_text="The first lines, as answered.")
    duplicates = models.JSONField(default=list, help_text="The first lines that are not simply new, as answered.")
    understood = models.JSONField(
        default=dict, help_text="What the reader detected: encoding, delimiter, date order ..."
    )
    errors = models.JSONField(default=list, help_text="[{line, field, message}]")
    lines_found = models.PositiveIntegerField(default=0)
    lines_new = models.PositiveIntegerField(default=0)
    lines_duplicate = models.PositiveIntegerField(default=0)
    lines_rejected = models.PositiveIntegerField(default=0)
    lines_review = models.PositiveIntegerField(default=0, help_text="Of the new ones: may be there already, ask.")
    first_date = models.DateField(null=True)
    last_date = models.DateField(null=True)
    sums = models.JSONField(default=list, help_text="[{currency, sum, count}] over all readable lines.")
    certificate = models.JSONField(null=True, help_text="What booking it did, proven; null before.")
    created_objects = models.JSONField(
        default=dict, help_text="What booking it made beside transactions and as it was then: rolling back removes it."
    )
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
        SUPERSEDED = "superseded"  # was booked as pending; the posted line of a later file stands for it now
        ROLLED_BACK = "rolled_back"

    MERGED_BY_USER = "You merged the two rows."  # the reason of a line that was a row of its own

    statement_import = models.ForeignKey(StatementImport, on_delete=models.CASCADE, related_name="lines")
    account = models.ForeignKey(
        "transactions.LedgerAccount",
        null=True,
        on_delete=models.CASCADE,
        related_name="statement_lines",
        db_index=False,
        help_text="Empty once rolling back removed an account that only this import had made.",
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.BOOKED)
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    matched_transaction = models.ForeignKey(
        "transactions.Transaction", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    match_reason = models.CharField(max_length=200, blank=True, help_text="Why it counts as there already, in words.")
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
    extras = models.JSONField(
        default=dict, help_text="What exports of finance programs add: category, note, tags, splits, transfer_to."
    )

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
        indexes = [
            models.Index(fields=["account", "fingerprint"], name="line_account_fingerprint"),
            # Only of the few lines that point somewhere: most are new, and an import writes them under the lock.
            models.Index(
                fields=["duplicate_of"], name="line_duplicate_of", condition=models.Q(duplicate_of__isnull=False)
            ),
            models.Index(
                fields=["matched_transaction"],
                name="line_matched_transaction",
                condition=models.Q(matched_transaction__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"line {self.line} of import {self.statement_import_id}"

    @property
    def amount(self) -> Decimal:
        return from_minor(self.amount_minor, self.currency)


class ImportProfile(models.Model):
    """What the user said once about the files of one source; the next one is read with it."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="import_profiles")
    source_key = models.CharField(max_length=200)
    overrides = models.JSONField(default=dict)
    account = models.ForeignKey(
        "transactions.LedgerAccount", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    last_used = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        verbose_name = "import profile"
        constraints = [models.UniqueConstraint(fields=["owner", "source_key"], name="import_profile_source_unique")]

    def __str__(self) -> str:
        return f"profile {self.pk}"


class DuplicateReview(models.Model):
    """A booked line that may be a movement which was there already, and what the user says about it.

    The answer is remembered by the content of the two rows, so that it holds after a roll-back and a new import too.
    """

    class Status(models.TextChoices):
        OPEN = "open"
        SAME = "same"
        DIFFERENT = "different"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="duplicate_reviews")
    line = models.ForeignKey(StatementLine, null=True, on_delete=models.SET_NULL, related_name="reviews")
    existing_line = models.ForeignKey(StatementLine, null=True, on_delete=models.SET_NULL, related_name="+")
    existing_transaction = models.ForeignKey(
        "transactions.Transaction", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(max_length=200)
    confidence = models.FloatField(help_text="How likely the two are the same movement, 0 to 1.")
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.OPEN)
    taken = models.JSONField(
        default=dict, help_text="The new row's transaction as it was when the answer took it away; empty otherwise."
    )
    new_key = models.CharField(max_length=64, help_text="Content of the new row.")
    existing_key = models.CharField(max_length=64, help_text="Content of the row it may equal.")
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "duplicate review"
        indexes = [models.Index(fields=["owner", "new_key"], name="review_owner_key")]

    def __str__(self) -> str:
        return f"review {self.pk}"


class MergedTransaction(models.Model):
    """A transaction that an import changed (pending to posted), as it was before: rolling back restores it."""

    statement_import = models.ForeignKey(StatementImport, on_delete=models.CASCADE, related_name="merges")
    transaction = models.ForeignKey("transactions.Transaction", on_delete=models.CASCADE, related_name="merges")
    line = models.ForeignKey(StatementLine, on_delete=models.CASCADE, related_name="merges")
    line_before = models.ForeignKey(StatementLine, null=True, on_delete=models.CASCADE, related_name="+")
    before = models.JSONField(help_text="The bank's fields, and splits and links that the change touched.")

    class Meta:
        ordering = ["-id"]
        verbose_name = "merged transaction"

    def __str__(self) -> str:
        return f"merge {self.pk} into {self.transaction_id}"

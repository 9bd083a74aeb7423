"""What /api/imports/ takes and answers."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.api.bodies import read_json
from transactions.api.fields import IdField
from transactions.models import StatementImport, StatementLine
from transactions.services.import_overrides import check_overrides

NEW_ACCOUNT = "It is of none of the accounts that are there, whatever its rows look like."
NO_OBJECT = 'Send overrides as a JSON object, such as {"date_order": "DMY"}.'
LINE_STATUS = ("new", "duplicate", "merge", "review")


@extend_schema_field({"type": "object", "additionalProperties": {"type": "string"}})
class TextByNameField(serializers.JSONField):
    """A class of its own: what the schema is told of a field is kept on its class."""


@extend_schema_field(OpenApiTypes.BINARY)
class StatementFileField(serializers.FileField):
    """The same."""


class ImportErrorSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField(allow_null=True, help_text="1-based; null: the file as a whole.")
    field = serializers.CharField()
    message = serializers.CharField()


class AccountCandidateSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    reason = serializers.CharField()


class ImportAccountSerializer(serializers.Serializer[Any]):
    """One account of the file. Amounts are decimal strings in its currency; null: the file does not say."""

    id = serializers.IntegerField(allow_null=True, help_text="null: an account that committing would make.")
    name = serializers.CharField()
    kind = serializers.CharField()
    external_ref = serializers.CharField()
    currency = serializers.CharField()
    lines_new = serializers.IntegerField()
    lines_duplicate = serializers.IntegerField()
    opening_balance = serializers.CharField(allow_null=True)
    closing_balance = serializers.CharField(allow_null=True)
    sum = serializers.CharField()
    first_date = serializers.DateField(allow_null=True)
    last_date = serializers.DateField(allow_null=True)
    balance_check = serializers.ChoiceField(
        choices=["agrees", "differs", "not_stated"], help_text="Whether opening + sum = closing, where the file says."
    )
    balance_difference = serializers.CharField(allow_null=True, help_text="Stated closing - (opening + sum).")
    reason = serializers.CharField(help_text="Why it is this account.")
    candidates = AccountCandidateSerializer(many=True, help_text="Other accounts that it may be.")

    EARLIER: ClassVar[dict[str, Any]] = {
        "kind": "", "external_ref": "", "opening_balance": None, "closing_balance": None, "sum": "0",
        "first_date": None, "last_date": None, "balance_check": "not_stated", "balance_difference": None,
        "reason": "", "candidates": [],
    }  # fmt: skip

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Imports of earlier versions say less."""
        return dict(super().to_representation({**self.EARLIER, **instance}))


class MovementSerializer(serializers.Serializer[Any]):
    """A row of a bank file. The amount is a decimal string, negative where money leaves the account."""

    booking_date = serializers.DateField()
    value_date = serializers.DateField(allow_null=True)
    amount = serializers.CharField()
    currency = serializers.CharField()
    counterparty = serializers.CharField()
    description = serializers.CharField()


class ImportMatchSerializer(serializers.Serializer[Any]):
    """The movement that a line equals."""

    transaction = serializers.IntegerField(allow_null=True, help_text="null: the user has removed it since.")
    booking_date = serializers.DateField()
    amount = serializers.CharField()
    counterparty = serializers.CharField()
    description = serializers.CharField()


class ImportPreviewSerializer(MovementSerializer):
    line = serializers.IntegerField()
    balance = serializers.CharField(allow_null=True)
    status = serializers.ChoiceField(choices=LINE_STATUS)
    reason = serializers.CharField()
    match = ImportMatchSerializer(allow_null=True)
    is_duplicate = serializers.BooleanField()

    EARLIER: ClassVar[dict[str, Any]] = {"value_date": None, "balance": None, "reason": "", "match": None}

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Imports of earlier versions say less."""
        status = "duplicate" if instance["is_duplicate"] else "new"
        return dict(super().to_representation({**self.EARLIER, "status": status, **instance}))


class ImportColumnSerializer(serializers.Serializer[Any]):
    """What one column of a table was taken for, and why."""

    table = serializers.IntegerField()
    index = serializers.IntegerField()
    name = serializers.CharField()
    role = serializers.CharField(help_text="Empty: not used.")
    confidence = serializers.FloatField()
    reason = serializers.CharField()
    samples = serializers.ListField(child=serializers.CharField())


class ImportOptionSerializer(serializers.Serializer[Any]):
    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the contract's word


class ImportQuestionSerializer(serializers.Serializer[Any]):
    """What the file leaves open. The answer is the override named `code`; `account` is answered by choosing one."""

    code = serializers.CharField()
    message = serializers.CharField()
    options = ImportOptionSerializer(many=True)
    assumed = serializers.CharField()


class ImportSumSerializer(serializers.Serializer[Any]):
    currency = serializers.CharField()
    sum = serializers.CharField()
    count = serializers.IntegerField()


class CertificateAccountSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(allow_null=True)
    name = serializers.CharField()
    currency = serializers.CharField()
    opening_balance = serializers.CharField(allow_null=True)
    sum = serializers.CharField()
    closing_balance = serializers.CharField(allow_null=True)
    difference = serializers.CharField(allow_null=True)
    agrees = serializers.BooleanField(allow_null=True, help_text="null: the file does not state both balances.")


class CertificateDuplicateSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField()
    reason = serializers.CharField()
    match = ImportMatchSerializer(allow_null=True)


class CertificateSerializer(serializers.Serializer[Any]):
    """What was booked, proven: every line of the file accounted for, and the ledger before and after."""

    bytes = serializers.IntegerField()
    sha256 = serializers.CharField()
    lines_found = serializers.IntegerField()
    lines_new = serializers.IntegerField()
    lines_duplicate = serializers.IntegerField()
    lines_rejected = serializers.IntegerField()
    accounts = CertificateAccountSerializer(many=True)
    duplicates = CertificateDuplicateSerializer(many=True, help_text="The first 1,000.")
    rejected = ImportErrorSerializer(many=True, help_text="Lines that could not be read, and why.")
    remarks = ImportErrorSerializer(many=True, help_text="About the file, and about lines that were read.")
    ledger_hash_before = serializers.CharField()
    ledger_hash_after = serializers.CharField()
    committed_at = serializers.DateTimeField()

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Imports of earlier versions say less."""
        return dict(super().to_representation({"remarks": [], **instance}))


class OverridesSerializer(serializers.Serializer[Any]):
    """What the user says about a file. What is left out, the reader decides."""

    encoding = serializers.CharField(required=False, allow_blank=True, help_text="A Python codec name.")
    delimiter = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    header_line = serializers.IntegerField(required=False, allow_null=True, help_text="1-based; 0: no header.")
    date_order = serializers.CharField(required=False, allow_blank=True, help_text="DMY, MDY or YMD.")
    decimal_mark = serializers.CharField(required=False, allow_blank=True, help_text="A point or a comma.")
    sign = serializers.CharField(required=False, allow_blank=True, help_text="signed or reversed.")
    currency = serializers.CharField(required=False, allow_blank=True, help_text="ISO 4217, for lines that name none.")
    columns = serializers.DictField(
        child=serializers.CharField(allow_blank=True), required=False, help_text="Column index to role."
    )


@extend_schema_field(OverridesSerializer)
class OverridesField(serializers.Field[dict[str, Any], Any, dict[str, Any], Any]):
    """An object, or its JSON text where the request is a form."""

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if isinstance(data, str):
            try:
                data = read_json(data) if data.strip() else {}
            except ValueError:
                raise serializers.ValidationError(NO_OBJECT) from None
        if not isinstance(data, dict):
            raise serializers.ValidationError(NO_OBJECT)
        checked, problems = check_overrides(data)
        if problems:
            raise serializers.ValidationError([f"{name}: {problem}" for name, problem in problems.items()])
        return checked

    def to_representation(self, value: Any) -> dict[str, Any]:
        return dict(value)


class ImportSerializer(serializers.ModelSerializer[StatementImport]):
    """One run over one file. lines_found = lines_new + lines_duplicate + lines_rejected; lines_review are new ones."""

    accounts = ImportAccountSerializer(many=True)
    errors = ImportErrorSerializer(many=True)  # type: ignore[assignment]
    preview = ImportPreviewSerializer(many=True, help_text="The first 50 lines.")
    duplicates = ImportPreviewSerializer(many=True, help_text="The first 500 lines that are not simply new.")
    columns = ImportColumnSerializer(many=True)
    questions = ImportQuestionSerializer(many=True)
    overrides = OverridesSerializer(help_text="Those in force.")
    sums = ImportSumSerializer(many=True)
    certificate = CertificateSerializer(allow_null=True)
    understood = TextByNameField()
    profile_used = serializers.SerializerMethodField()
    account_candidates = serializers.SerializerMethodField()
    job = serializers.IntegerField(source="job_id", allow_null=True)

    class Meta:
        model = StatementImport
        fields: ClassVar[list[str]] = [
            "id", "status", "file_name", "file_bytes", "format", "encoding", "source_key", "accounts", "lines_found",
            "lines_new", "lines_duplicate", "lines_review", "lines_rejected", "account_candidates", "first_date",
            "last_date", "sums", "errors", "understood", "columns", "questions", "overrides", "profile_used", "preview",
            "duplicates", "certificate", "job", "created_at", "finished_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(AccountCandidateSerializer(many=True))
    def get_account_candidates(self, record: StatementImport) -> list[dict[str, Any]]:
        """Existing accounts that rows bound for a new account may belong to."""
        return [row for account in record.accounts if account["id"] is None for row in account.get("candidates", [])]

    def get_profile_used(self, record: StatementImport) -> bool:
        return record.profile_id is not None


class UploadSerializer(serializers.Serializer[Any]):
    """A file as the bank gave it. Without `account` it finds its account, or makes one."""

    file = StatementFileField(allow_empty_file=True, max_length=1000)
    account = IdField(required=False, allow_null=True)
    commit = serializers.BooleanField(required=False, default=False)
    overrides = OverridesField(required=False)
    accept_assumed = serializers.BooleanField(
        required=False, default=False, help_text="Book it although questions are open, as the preview would show it."
    )
    new_account = serializers.BooleanField(required=False, default=False, help_text=NEW_ACCOUNT)


class CommitSerializer(serializers.Serializer[Any]):
    """What is left out stays as it was said before."""

    account = IdField(required=False, allow_null=True, help_text="null: as the file says.")
    overrides = OverridesField(required=False)
    new_account = serializers.BooleanField(required=False, help_text=NEW_ACCOUNT)


class EditedSerializer(serializers.Serializer[Any]):
    transaction = serializers.IntegerField()
    booking_date = serializers.DateField()
    description = serializers.CharField()
    what = serializers.ListField(child=serializers.CharField(), help_text="What was changed by hand since.")


class RollbackGivenSerializer(serializers.Serializer[Any]):
    unlock = serializers.BooleanField(required=False, help_text="Take reconciled rows back too.")


class RollbackSerializer(serializers.Serializer[Any]):
    """What rolling back would do."""

    transactions = serializers.IntegerField(help_text="How many are removed.")
    restored = serializers.IntegerField(help_text="How many that were there before get their earlier state back.")
    kept_for_later_imports = serializers.IntegerField(help_text="How many stay, because a later file holds them too.")
    reconciled = serializers.IntegerField(help_text="How many go or change although they are reconciled.")
    edited = EditedSerializer(many=True)
    accounts_removed = serializers.ListField(child=serializers.CharField())


class ImportLineSerializer(serializers.ModelSerializer[StatementLine]):
    """A line of the file as it is kept."""

    amount = serializers.SerializerMethodField()
    reason = serializers.CharField(source="match_reason")
    transaction = serializers.SerializerMethodField()
    match = serializers.SerializerMethodField()

    class Meta:
        model = StatementLine
        fields: ClassVar[list[str]] = [
            "id", "line", "account", "status", "booking_date", "value_date", "amount", "currency", "counterparty",
            "description", "external_id", "is_pending", "raw", "reason", "transaction", "match",
        ]  # fmt: skip
        read_only_fields = fields

    def get_amount(self, line: StatementLine) -> str:
        return str(line.amount)

    def get_transaction(self, line: StatementLine) -> int | None:
        """The transaction it was booked as; null for duplicates and where the user removed it."""
        txn = getattr(line, "transaction", None)
        return txn.pk if txn else None

    @extend_schema_field(ImportMatchSerializer(allow_null=True))
    def get_match(self, line: StatementLine) -> dict[str, Any] | None:
        other = line.matched_transaction or line.duplicate_of
        if other is None:
            return None
        txn = line.matched_transaction_id or getattr(getattr(other, "transaction", None), "pk", None)
        return {
            "transaction": txn,
            "booking_date": other.booking_date.isoformat(),
            "amount": str(other.amount),
            "counterparty": other.counterparty,
            "description": other.description[:300],
        }


class ImportLineQuerySerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=StatementLine.Status.choices, required=False)

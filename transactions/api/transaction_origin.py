"""Which lines of which files a row stands for."""

from __future__ import annotations

from typing import ClassVar

from rest_framework import serializers

from transactions.models import StatementLine


class OriginSerializer(serializers.ModelSerializer[StatementLine]):
    """One line as the bank wrote it. `status` duplicate: a later file brought the row again, `reason` says how that was
    seen; superseded: it was pending, and the posted line stands for it now."""

    statement_import = serializers.IntegerField(source="statement_import_id")
    file_name = serializers.CharField(source="statement_import.file_name")
    imported_at = serializers.DateTimeField(source="statement_import.finished_at", allow_null=True)
    amount = serializers.SerializerMethodField()
    reason = serializers.CharField(source="match_reason")

    class Meta:
        model = StatementLine
        fields: ClassVar[list[str]] = [
            "id", "statement_import", "file_name", "imported_at", "line", "status", "reason", "booking_date",
            "value_date", "amount", "currency", "counterparty", "description", "external_id", "is_pending", "raw",
        ]  # fmt: skip
        read_only_fields = fields

    def get_amount(self, line: StatementLine) -> str:
        return str(line.amount)

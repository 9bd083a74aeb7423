"""How transactions are told and taken over the API."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from transactions.api.fields import MOST_ID, AmountField, IdField, TextField
from transactions.ledger.money import to_text
from transactions.models import Attachment, Split, Transaction, Transfer

MOST_IDS = 1000


class TagNamesField(serializers.ListField):
    """Names of tags."""

    child = serializers.CharField(max_length=80)

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=50, **options)


class SplitSerializer(serializers.Serializer[Split]):
    """One share of a transaction; all shares together are exactly its amount."""

    id = serializers.IntegerField(read_only=True)
    amount = AmountField()
    category = IdField(required=False, allow_null=True, source="category_id")
    note = TextField(required=False, max_length=200)


class TransferLinkSerializer(serializers.Serializer[Transfer]):
    """The link to the other side of a transfer; `other` is that side's transaction."""

    id = serializers.IntegerField()
    status = serializers.ChoiceField(choices=Transfer.Status.choices)
    other = serializers.IntegerField()


class AttachedSerializer(serializers.Serializer[Attachment]):
    """A file of the transaction, to be had at /api/attachments/{id}/file/."""

    id = serializers.IntegerField()
    name = serializers.CharField(source="file_name")
    content_type = serializers.CharField()
    size = serializers.IntegerField()


class TransactionSerializer(serializers.ModelSerializer[Transaction]):
    """One movement. `amount` is negative when money leaves the account. Without `splits` it counts as a whole."""

    account = IdField(source="account_id")
    account_name = serializers.CharField(source="account.name", read_only=True)
    amount = AmountField()
    payee = IdField(source="payee_id", required=False, allow_null=True)
    payee_name = serializers.CharField(source="payee.name", read_only=True, default="")
    category = IdField(source="category_id", required=False, allow_null=True)
    category_name = serializers.CharField(source="category.name", read_only=True, default="")
    counterparty = TextField(required=False, max_length=255)
    description = TextField(required=False, max_length=10_000)
    note = TextField(required=False, max_length=10_000)
    tags = serializers.SerializerMethodField()
    attachments = AttachedSerializer(many=True, read_only=True)
    splits = serializers.SerializerMethodField()
    transfer = serializers.SerializerMethodField()

    class Meta:
        model = Transaction
        fields: ClassVar[list[str]] = [
            "id",
            "account",
            "account_name",
            "booking_date",
            "value_date",
            "amount",
            "currency",
            "payee",
            "payee_name",
            "category",
            "category_name",
            "category_source",
            "category_reason",
            "counterparty",
            "description",
            "note",
            "status",
            "tags",
            "attachments",
            "splits",
            "transfer",
            "revision",
        ]
        read_only_fields = ("currency", "category_source", "category_reason", "revision")

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_tags(self, txn: Transaction) -> list[str]:
        return [tag.name for tag in txn.tags.all()]

    @extend_schema_field(SplitSerializer(many=True))
    def get_splits(self, txn: Transaction) -> list[dict[str, Any]]:
        return [
            {
                "id": split.pk,
                "amount": to_text(split.amount_minor, txn.currency),
                "category": split.category_id,
                "note": split.note,
            }
            for split in txn.splits.all()
        ]

    @extend_schema_field(TransferLinkSerializer(allow_null=True))
    def get_transfer(self, txn: Transaction) -> dict[str, Any] | None:
        """The confirmed link, else the first suggestion."""
        links: list[tuple[Transfer, int]] = [
            *((link, link.incoming_id) for link in getattr(txn, "links_out", ())),
            *((link, link.outgoing_id) for link in getattr(txn, "links_in", ())),
        ]
        if not links:
            return None
        link, other = min(links, key=lambda pair: (pair[0].status != Transfer.Status.CONFIRMED, pair[0].pk))
        return {"id": link.pk, "status": link.status, "other": other}


class TransactionGivenSerializer(TransactionSerializer):
    """What may be sent: `splits` replaces all shares, an empty list makes the transaction whole again."""

    tags = TagNamesField(required=False, help_text="All tags of the row; new words become new tags.")  # type: ignore[assignment]
    splits = SplitSerializer(many=True, required=False)  # type: ignore[assignment]
    unlock = serializers.BooleanField(
        required=False, write_only=True, help_text="Move a reconciled row all the same; without it the answer is 409."
    )

    class Meta(TransactionSerializer.Meta):
        fields: ClassVar[list[str]] = [*TransactionSerializer.Meta.fields, "unlock"]


class TransactionQuerySerializer(serializers.Serializer[Any]):
    """Filters of the list; `start` and `end` are both included."""

    account = IdField(required=False)
    category = serializers.CharField(required=False, help_text="A category's id, or 'none'.")
    payee = IdField(required=False)
    start = serializers.DateField(required=False)
    end = serializers.DateField(required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=200)
    ids = serializers.CharField(
        required=False, allow_blank=True, help_text=f"Up to {MOST_IDS} ids, separated by commas."
    )

    def validate_category(self, text: str) -> int | str:
        return "none" if text == "none" else whole(text)

    def validate_ids(self, text: str) -> list[int]:
        ids = [whole(part) for part in text.split(",") if part.strip()]
        if len(ids) > MOST_IDS:
            raise serializers.ValidationError(f"At most {MOST_IDS} ids at a time.")
        return ids


class MergeSerializer(serializers.Serializer[Any]):
    """The row that stays, and those that become part of it."""

    keep = IdField()
    others = serializers.ListField(child=IdField(), min_length=1, max_length=50)
    unlock = serializers.BooleanField(default=False, help_text="Let reconciled rows go too.")


class DuplicateSerializer(serializers.Serializer[Any]):
    """`booking_date`: the day of the copy; without it the same day."""

    booking_date = serializers.DateField(required=False)


class UnlockQuerySerializer(serializers.Serializer[Any]):
    """For requests without a body."""

    unlock = serializers.BooleanField(default=False, help_text="Delete a reconciled row all the same.")


def whole(text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 19 and int(text) <= MOST_ID):
        raise serializers.ValidationError(f"{text[:40]!r} is not an id.")
    return int(text)

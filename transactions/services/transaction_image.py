"""A transaction as JSON with all that hangs on it, and the way back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from accounts.access import editable_by
from accounts.models import User
from transactions.models import Category, Payee, Split, StatementLine, Tag, Transaction, TransactionTag, Transfer
from transactions.services.payees import payees_ensure

PLAIN = (
    "account_id", "amount_minor", "currency", "category_source", "category_reason", "counterparty", "description",
    "note", "status", "revision",
)  # fmt: skip
LINK = ("outgoing_id", "incoming_id", "status", "confidence", "reason")


def full_image(txn: Transaction) -> dict[str, Any]:
    """Everything of the transaction; made before its transfers are undone."""
    links = Transfer.objects.filter(Q(outgoing=txn) | Q(incoming=txn))
    return {
        "id": txn.pk,
        "plain": {name: getattr(txn, name) for name in PLAIN},
        "booking_date": txn.booking_date.isoformat(),
        "value_date": txn.value_date.isoformat() if txn.value_date else None,
        "payee": {"id": txn.payee_id, "name": txn.payee.name} if txn.payee else None,
        "category": txn.category_id,
        "splits": list(txn.splits.order_by("position").values("amount_minor", "category_id", "note", "position")),
        "tags": list(
            TransactionTag.objects.filter(transaction=txn).order_by("tag_id").values_list("tag_id", flat=True)
        ),
        "links": list(links.values(*LINK)),
    }


def rebook(owner: User, line: StatementLine, image: dict[str, Any]) -> Transaction:
    """The transaction again, on its line. What was deleted since (a category, a tag, the other side of a transfer) is
    left out; a payee is made again under its name."""
    plain = dict(image["plain"])
    category = _category(owner, image["category"])
    if category is None and image["category"] is not None:
        plain |= {"category_source": Transaction.CategorySource.NONE.value, "category_reason": ""}
    txn = Transaction.objects.create(
        owner=owner,
        statement_line=line,
        booking_date=date.fromisoformat(image["booking_date"]),
        value_date=date.fromisoformat(image["value_date"]) if image["value_date"] else None,
        payee_id=_payee(owner, image["payee"]),
        category_id=category,
        **{**plain, "revision": plain["revision"] + 1},
    )
    for split in image["splits"]:
        shared = _category(owner, split["category_id"])
        Split.objects.create(transaction=txn, **{**split, "category_id": shared})
    tags = editable_by(Tag.objects.filter(pk__in=image["tags"]), owner).values_list("pk", flat=True)
    TransactionTag.objects.bulk_create([TransactionTag(transaction=txn, tag_id=pk) for pk in tags])
    for link in image["links"]:
        _link_again(owner, txn, image["id"], link)
    return txn


def _category(owner: User, pk: int | None) -> int | None:
    return pk if pk is not None and editable_by(Category.objects.filter(pk=pk), owner).exists() else None


def _payee(owner: User, was: dict[str, Any] | None) -> int | None:
    if was is None:
        return None
    if editable_by(Payee.objects.filter(pk=was["id"]), owner).exists():
        return int(was["id"])
    return next(iter(payees_ensure(owner=owner, names=[was["name"]]).values()), None)


def _link_again(owner: User, txn: Transaction, was: int, link: dict[str, Any]) -> None:
    """Unless the other side is gone or has found another partner."""
    ids = {name: txn.pk if link[name] == was else link[name] for name in ("outgoing_id", "incoming_id")}
    other = next(pk for pk in ids.values() if pk != txn.pk)
    confirmed = Transfer.objects.filter(Q(outgoing=other) | Q(incoming=other), status=Transfer.Status.CONFIRMED)
    if not editable_by(Transaction.objects.filter(pk=other), owner).exists():
        return
    if link["status"] == Transfer.Status.CONFIRMED and confirmed.exists():
        return
    said = {name: link[name] for name in ("status", "confidence", "reason")}
    Transfer.objects.get_or_create(owner=owner, **ids, defaults=said)

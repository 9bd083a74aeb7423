"""A movement that was pending and is posted now: one transaction, with the bank's last word and the user's own."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from transactions.models import MergedTransaction, Split, StatementImport, StatementLine, Transaction, Transfer
from transactions.services.import_lines import ImportLine
from transactions.services.import_verdicts import Existing
from transactions.services.transfers import transfers_recheck

BANK_FIELDS = ("booking_date", "value_date", "amount_minor", "counterparty", "description", "status")
LINK_FIELDS = ("outgoing_id", "incoming_id", "status", "confidence", "reason")


def supersede(match: Existing) -> None:
    """The pending line stands for the transaction no longer; done first, as a movement has one booked line."""
    if match.line_id is not None:
        StatementLine.objects.filter(pk=match.line_id).update(status=StatementLine.Status.SUPERSEDED)


def merge(*, record: StatementImport, match: Existing, transaction_id: int, line: ImportLine, line_id: int) -> None:
    """Give the transaction what the bank says now. Payee, category, note, tags and splits are the user's and stay;
    a row entered by hand keeps its words too, and a reconciled one its day. What it was before is kept for rolling
    back."""
    txn = Transaction.objects.select_for_update(no_key=True).get(pk=transaction_id)
    before = image_of(txn)
    if match.line_id is not None:
        StatementLine.objects.filter(pk=match.line_id).update(duplicate_of=line_id, matched_transaction=txn)
    change = line.amount_minor - txn.amount_minor
    if txn.status != Transaction.Status.RECONCILED:
        txn.booking_date, txn.value_date = line.booking_date, line.value_date or txn.value_date
    txn.amount_minor = line.amount_minor
    if match.line_id is not None:
        txn.counterparty, txn.description = line.counterparty, line.description
    if txn.status == Transaction.Status.PENDING:
        txn.status = Transaction.Status.CLEARED
    txn.statement_line_id = line_id
    txn.revision += 1
    txn.save()
    if change:
        _stretch(txn, change)
        transfers_recheck(txn)
    MergedTransaction.objects.create(
        statement_import=record, transaction=txn, line_id=line_id, line_before_id=match.line_id, before=before
    )


def _stretch(txn: Transaction, change: int) -> None:
    """The last share takes the difference, so that the shares sum to the transaction again."""
    last = txn.splits.order_by("-position").first()
    if last is not None:
        last.amount_minor += change
        last.save(update_fields=["amount_minor"])


def image_of(txn: Transaction) -> dict[str, Any]:
    values = {name: getattr(txn, name) for name in BANK_FIELDS}
    days = {name: day.isoformat() if (day := values[name]) else None for name in ("booking_date", "value_date")}
    links = [*txn.transfers_out.values(*LINK_FIELDS), *txn.transfers_in.values(*LINK_FIELDS)]
    shares = {str(split.position): split.amount_minor for split in txn.splits.all()}
    return {**values, **days, "links": links, "shares": shares}


def restore(txn: Transaction, before: dict[str, Any], line_before_id: int | None) -> None:
    """The bank's fields, shares and links as they were. What the user changed since in their own fields stays."""
    was_changed = txn.amount_minor != before["amount_minor"]
    for name in BANK_FIELDS:
        field = Transaction._meta.get_field(name)  # noqa: SLF001 (the documented model API)
        setattr(txn, name, field.to_python(before[name]))  # type: ignore[union-attr]
    txn.statement_line_id = line_before_id
    txn.revision += 1
    txn.updated_at = timezone.now()
    txn.save()
    if not was_changed:
        return
    shares = list(txn.splits.all())
    if {str(share.position) for share in shares} == set(before["shares"]):
        for share in shares:
            share.amount_minor = before["shares"][str(share.position)]
        Split.objects.bulk_update(shares, ["amount_minor"])
    else:
        _stretch(txn, before["amount_minor"] - sum(share.amount_minor for share in shares))
    for link in before["links"]:
        sides = Transaction.objects.filter(pk__in=[link["outgoing_id"], link["incoming_id"]])
        if sides.count() == 2:
            Transfer.objects.get_or_create(
                outgoing_id=link["outgoing_id"],
                incoming_id=link["incoming_id"],
                defaults={
                    "owner_id": txn.owner_id,
                    **{name: link[name] for name in ("status", "confidence", "reason")},
                },
            )

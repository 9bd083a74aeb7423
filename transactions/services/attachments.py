"""Pictures and PDFs on transactions: kept under MEDIA, taken off, and swept away when nobody can bring them back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.file_kind import HEAD, file_kind, with_ending
from transactions.models import Attachment, Change, ChangeSet, Transaction
from transactions.services.given import field_error
from transactions.services.history import ledger_change
from transactions.services.import_upload import presentable
from transactions.services.news import announce_change
from transactions.storage import ATTACHMENTS, read_upload, remove_upload, store_upload, uploads_older_than

MOST_FILES = 30
KEPT = timedelta(days=30)
"""How long a file can be brought back after it was taken off its row."""
UNFINISHED = timedelta(days=1)
"""After this time a file without a row in the database belongs to nobody."""
WRONG_KIND = "Only PNG, JPEG, WebP and HEIC pictures and PDF files can be attached."


def attachment_add(
    *, owner: User, transaction_id: int, file_name: str, chunks: Iterable[bytes], actor: User | None = None
) -> Attachment:
    """Keep a file with a row. DomainError when it is too large, of another kind, or one too many."""
    get_editable(Transaction.objects.all(), owner, transaction_id)
    data = _limited(chunks)
    kind = file_kind(data[:HEAD])
    if kind is None:
        raise field_error("file", WRONG_KIND)
    name = with_ending(presentable(file_name)[-240:], kind)
    stored_as = store_upload(owner.pk, data, folder=ATTACHMENTS)
    try:
        with ledger_change(owner=owner, kind=ChangeSet.Kind.EDIT, summary=f"Attached {name}", actor=actor) as change:
            txn = get_editable(Transaction.objects.select_for_update(no_key=True), owner, transaction_id)
            _leave_room(txn)
            change.watch([txn.pk])
            made = Attachment.objects.create(
                owner=owner,
                transaction=txn,
                last_transaction_id=txn.pk,
                file_name=name,
                content_type=kind.content_type,
                size=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                stored_as=stored_as,
            )
            _count_up(txn.pk)
            announce_change(owner)
    except BaseException:
        remove_upload(stored_as)
        raise
    return made


def _leave_room(txn: Transaction) -> None:
    if Attachment.objects.filter(transaction=txn).count() >= MOST_FILES:
        raise field_error("file", f"A transaction can have at most {MOST_FILES} files.")


def attachment_bytes(attachment: Attachment) -> bytes:
    try:
        return read_upload(attachment.stored_as)
    except OSError:
        raise DomainError("file_gone", "The file is no longer on the server.", status=404) from None


def attachment_remove(*, owner: User, attachment_id: int, actor: User | None = None) -> None:
    """Take a file off its row. Undoing puts it back for 30 days; then it is deleted."""
    found = get_editable(Attachment.objects.exclude(transaction=None), owner, attachment_id)
    summary = f"Removed {found.file_name}"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.EDIT, summary=summary, actor=actor) as change:
        attachment = get_editable(
            Attachment.objects.exclude(transaction=None).select_for_update(), owner, attachment_id
        )
        txn_id = attachment.last_transaction_id
        change.watch([txn_id])
        attachment.transaction, attachment.removed_at = None, timezone.now()
        attachment.save(update_fields=["transaction", "removed_at"])
        _count_up(txn_id)
        announce_change(owner)


def _count_up(transaction_id: int) -> None:
    Transaction.objects.filter(pk=transaction_id).update(revision=F("revision") + 1, updated_at=timezone.now())


def _limited(chunks: Iterable[bytes]) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > settings.ATTACHMENT_MAX_BYTES:
            raise too_large()
    if not data:
        raise field_error("file", "The file is empty.")
    return bytes(data)


def too_large() -> DomainError:
    most = settings.ATTACHMENT_MAX_BYTES
    message = f"The file is too large; this server takes files of up to {most:,} bytes."
    return DomainError("too_large", message, status=413, fields={"file": [message]})


def attachments_sweep() -> int:
    """Delete files that cannot come back: taken off long ago, of rows that are gone for good, or left by an upload
    that broke off. Returns how many files went. Run by the scheduler; running it twice does no harm."""
    now = timezone.now()
    _give_up_lost(now)
    count = 0
    for attachment in Attachment.objects.filter(transaction=None, removed_at__lt=now - KEPT):
        with transaction.atomic():
            is_ours, _ = Attachment.objects.filter(pk=attachment.pk, transaction=None).delete()
        if is_ours:
            remove_upload(attachment.stored_as)
            count += 1
    return count + _sweep_files()


def _give_up_lost(now: object) -> None:
    """Files of rows that left without a change that can be undone, with their account or their import, say."""
    waiting = Attachment.objects.filter(transaction=None, removed_at=None)
    for attachment in waiting.iterator():
        last = Change.objects.filter(
            transaction_id=attachment.last_transaction_id, change_set__owner=attachment.owner_id
        ).first()
        if last is None or last.after is not None:
            Attachment.objects.filter(pk=attachment.pk, transaction=None).update(removed_at=now)


def _sweep_files() -> int:
    count = 0
    for stored_as in uploads_older_than(ATTACHMENTS, UNFINISHED):
        if not Attachment.objects.filter(stored_as=stored_as).exists():
            remove_upload(stored_as)
            count += 1
    return count

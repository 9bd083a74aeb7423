"""Statement files in: kept, read, previewed, committed, rolled back. Large ones become a job.

A file is read before any database transaction starts; the ledger is written in one (see import_book).
"""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from django.conf import settings
from django.db import IntegrityError, transaction

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.errors import LineError
from transactions.models import LedgerAccount, StatementImport
from transactions.services.given import own_or_none
from transactions.services.import_book import drafts_for, import_book, import_unbook
from transactions.services.import_plan import import_plan
from transactions.services.import_read import ReadFile, clean, read_file
from transactions.services.import_record import describe, describe_failure
from transactions.services.jobs import job_request
from transactions.services.news import announce_change
from transactions.storage import read_upload, store_upload

JOB_KIND = "statement_import"
TRIES = 4
Status = StatementImport.Status


def import_start(
    *, owner: User, file_name: str, data: bytes, account_id: int | None = None, commit: bool = False
) -> StatementImport:
    """Take a file in. The answer is previewed, committed or failed; or queued with a job when the file is large:
    the caller then hands `job` to dispatch.enqueue.

    DomainError when the file is larger than the server accepts or the chosen account is not the owner's.
    """
    if len(data) > settings.IMPORT_MAX_BYTES:
        raise too_large(len(data))
    record = StatementImport(
        owner=owner,
        file_name=presentable(file_name),
        file_sha256=hashlib.sha256(data).hexdigest(),
        file_bytes=len(data),
        chosen_account=own_or_none(LedgerAccount.objects.all(), owner, account_id, "account"),
        wants_commit=commit,
    )
    if is_large(data):
        record.stored_as = store_upload(owner.pk, data)
        return _queue(owner, record)
    read = read_for(owner, record, data)
    if _preview(owner, record, read, data) and commit:
        book(owner, record, read)
    return record


def import_commit(*, owner: User, import_id: int, account_id: int | None = None) -> StatementImport:
    """Book a previewed import, into another account if one is named. Booking it again changes nothing."""
    record = get_editable(StatementImport.objects.all(), owner, import_id)
    if record.status == Status.COMMITTED:
        return record
    if record.status != Status.PREVIEWED:
        raise DomainError(
            "not_previewed", f"This import is {record.get_status_display()}; upload the file again.", status=409
        )
    if account_id is not None:
        record.chosen_account = own_or_none(LedgerAccount.objects.all(), owner, account_id, "account")
    record.wants_commit = True
    data = stored_bytes(record)
    if is_large(data):
        return _queue(owner, record)
    read = read_for(owner, record, data)
    book(owner, record, read)
    return record


def import_rollback(*, owner: User, import_id: int) -> StatementImport:
    """Take a committed import back. Doing it again changes nothing."""
    record = get_editable(StatementImport.objects.all(), owner, import_id)
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=owner.pk)
        record.refresh_from_db()
        if record.status == Status.ROLLED_BACK:
            return record
        if record.status != Status.COMMITTED:
            raise DomainError("not_committed", "Only a committed import can be rolled back.", status=409)
        import_unbook(owner=owner, record=record)
        announce_change(owner)
    return record


def read_for(owner: User, record: StatementImport, data: bytes) -> ReadFile:
    """Read with the currency that a file without one gets: the chosen account's, the owner's, the server's."""
    chosen = record.chosen_account.currency if record.chosen_account else ""
    currency = chosen or owner.base_currency or settings.DEFAULT_CURRENCY
    return read_file(data, file_name=record.file_name, currency=currency)


def book(owner: User, record: StatementImport, read: ReadFile) -> None:
    """Commit, again if another import of the same rows got in between. A plan that cannot work fails the import."""
    for attempt in range(1, TRIES + 1):
        try:
            import_book(owner=owner, record=record, read=read, drafts=drafts_for(owner=owner, read=read))
        except IntegrityError:
            if attempt == TRIES:
                raise DomainError("busy", "Other imports keep changing the same rows. Try again.", status=409) from None
        except DomainError as error:
            fail(record, read, error)
            return
        else:
            record.refresh_from_db()
            return


def fail(record: StatementImport, read: ReadFile, error: DomainError) -> None:
    describe_failure(record, read, [LineError(None, next(iter(error.fields), "file"), error.message)])
    record.save()


def _preview(owner: User, record: StatementImport, read: ReadFile, data: bytes) -> bool:
    """Store the record as previewed, or as failed; True when it may be committed. Refused files are not kept."""
    if read.is_refused:
        describe_failure(record, read)
        record.save()
        return False
    try:
        plans = import_plan(owner=owner, record=record, read=read)
    except DomainError as error:
        fail(record, read, error)
        return False
    describe(record, read, plans)
    record.status = Status.PREVIEWED
    record.stored_as = store_upload(owner.pk, data)
    record.save()
    return True


def preview(owner: User, record: StatementImport, read: ReadFile) -> None:
    """Fill a record whose file is stored already with what would be booked."""
    describe(record, read, import_plan(owner=owner, record=record, read=read))
    record.status = Status.PREVIEWED
    record.save()


@transaction.atomic
def _queue(owner: User, record: StatementImport) -> StatementImport:
    record.status = Status.QUEUED
    record.save()
    record.job, _ = job_request(
        owner=owner, kind=JOB_KIND, key=f"{JOB_KIND}_{record.pk}", args={"statement_import_id": record.pk}
    )
    record.save(update_fields=["job"])
    return record


def stored_bytes(record: StatementImport) -> bytes:
    try:
        return read_upload(record.stored_as)
    except OSError:
        raise DomainError("file_gone", "The uploaded file is no longer on the server. Upload it again.") from None


def is_large(data: bytes) -> bool:
    """Too much work for one request: fifty thousand short rows are far below the limit in bytes and take seconds."""
    lines = max(data.count(b"\n"), data.count(b"\r"))
    return len(data) > settings.IMPORT_INLINE_BYTES or lines > settings.IMPORT_INLINE_LINES


def too_large(size: int) -> DomainError:
    most = settings.IMPORT_MAX_BYTES
    return DomainError(
        "too_large",
        f"The file has {size:,} bytes; this server takes up to {most:,}. Download a shorter period and import that.",
        status=413,
        fields={"file": ["The file is too large."]},
    )


def presentable(file_name: str) -> str:
    """The last part of the client's name, printable and at most 255 characters: shown, never used as a path."""
    last = PurePosixPath(clean(file_name).replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable()).strip()[-255:] or "statement"

"""Statement files in: kept, read, previewed, committed, rolled back. Large ones become a job.

A file is read before any database transaction starts; the ledger is written in one (see import_book).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.errors import LineError
from transactions.models import LedgerAccount, StatementImport
from transactions.services.given import own_or_none
from transactions.services.history import change_note, hold_ledger
from transactions.services.import_book import Prepared, import_book, import_prepare, import_ready
from transactions.services.import_overrides import answers_assumed, to_overrides
from transactions.services.import_plan import questions_about
from transactions.services.import_profiles import profile_for, profile_remember, profile_used
from transactions.services.import_read import ReadFile, read_file
from transactions.services.import_record import describe, describe_failure
from transactions.services.import_rollback import import_unbook
from transactions.services.import_target import currencies_of_same_file
from transactions.services.import_undo_preview import rollback_locked
from transactions.services.import_upload import presentable, upload_keep
from transactions.services.jobs import job_request
from transactions.services.news import announce_change
from transactions.storage import read_upload, remove_upload

JOB_KIND = "statement_import"
TRIES = 4
UNCHANGED = 0
Status = StatementImport.Status


def import_start(
    *,
    owner: User,
    file_name: str,
    data: bytes | Iterable[bytes],
    account_id: int | None = None,
    commit: bool = False,
    overrides: Mapping[str, Any] | None = None,
    accept_assumed: bool = False,
    new_account: bool = False,
    is_sample: bool = False,
) -> StatementImport:
    """Take a file in, whole or in chunks. The answer is previewed, committed or failed; or queued with a job when the
    file is large: the caller then hands `job` to dispatch.enqueue. With `commit` and questions left open it is
    previewed, unless `accept_assumed`.

    DomainError when the file is larger than the server accepts or the chosen account is not the owner's.
    """
    record = StatementImport(
        owner=owner,
        file_name=presentable(file_name),
        chosen_account=own_or_none(LedgerAccount.objects.all(), owner, account_id, "account"),
        wants_commit=commit,
        overrides=dict(overrides or {}),
        is_answered=overrides is not None,
        accepts_assumed=accept_assumed,
        wants_new_account=new_account,
        is_sample=is_sample,
    )
    upload = upload_keep(owner.pk, data)
    record.stored_as, record.file_sha256, record.file_bytes = upload.stored_as, upload.sha256, upload.size
    record.is_large = upload.is_large
    return _go_on(owner, record)


def import_preview(
    *,
    owner: User,
    import_id: int,
    account_id: int | None = UNCHANGED,
    overrides: Mapping[str, Any] | None = None,
    new_account: bool | None = None,
) -> StatementImport:
    """Read the kept file again with what is said about it now. `account_id` None: as the file says; `new_account`:
    none of those that are there. What is left out stays as it was said before."""
    record = _open(owner, import_id)
    _choose(owner, record, account_id, new_account)
    _say(record, overrides)
    record.wants_commit = False
    return _go_on(owner, record)


def import_commit(
    *,
    owner: User,
    import_id: int,
    account_id: int | None = UNCHANGED,
    overrides: Mapping[str, Any] | None = None,
    new_account: bool | None = None,
) -> StatementImport:
    """Book a previewed import, with what is said about it now as for `import_preview`. Booking it again changes
    nothing. A question that the preview did not show keeps it from being booked: the answer is a preview again."""
    record = get_editable(StatementImport.objects.all(), owner, import_id)
    if record.status == Status.COMMITTED:
        return record
    record = _open(owner, import_id)
    _choose(owner, record, account_id, new_account)
    _say(record, overrides)
    record.wants_commit = True
    return _go_on(owner, record)


def _open(owner: User, import_id: int) -> StatementImport:
    record = get_editable(StatementImport.objects.all(), owner, import_id)
    if record.status != Status.PREVIEWED:
        raise DomainError(
            "not_previewed", f"This import is {record.get_status_display()}; upload the file again.", status=409
        )
    return record


def _choose(owner: User, record: StatementImport, account_id: int | None, new_account: bool | None) -> None:
    """The last word on the account counts: one that is named, or that it is a new one."""
    if account_id != UNCHANGED:
        record.chosen_account = own_or_none(LedgerAccount.objects.all(), owner, account_id, "account")
        record.wants_new_account = False
    if new_account is not None:
        record.wants_new_account = new_account
        record.chosen_account = None if new_account else record.chosen_account


def _say(record: StatementImport, overrides: Mapping[str, Any] | None) -> None:
    if overrides is not None:
        record.overrides, record.is_answered, record.profile = dict(overrides), True, None


def _go_on(owner: User, record: StatementImport) -> StatementImport:
    """Now, or as a job. A file that was refused at its first reading is not kept."""
    if record.is_large:
        return _queue(owner, record)
    is_first = record.pk is None
    read = read_for(owner, record, stored_bytes(record))
    if read.is_refused:
        describe_failure(record, read)
        record.save()
    elif (prepared := _prepared(owner, record, read)) is not None:
        if may_book(record, prepared):
            describe(record, read, prepared.plans)
            record.status = Status.PREVIEWED
            record.save()
            book(owner, record, prepared)
        else:
            preview(record, prepared)
    if is_first and record.status == Status.FAILED:
        forget_upload(record)
    return record


def _prepared(owner: User, record: StatementImport, read: ReadFile) -> Prepared | None:
    """None: it cannot work, and the record says why."""
    try:
        return import_prepare(owner=owner, record=record, read=read)
    except DomainError as error:
        fail(record, read, error)
        return None


def may_book(record: StatementImport, prepared: Prepared) -> bool:
    """It is meant to be booked, and every question was shown before or does not matter to the caller."""
    shown = {question["code"] for question in record.questions}
    asked = {question.code for question in questions_about(record, prepared.read, prepared.plans)}
    return record.wants_commit and (record.accepts_assumed or asked <= shown)


def import_rollback(*, owner: User, import_id: int, unlock: bool = False) -> StatementImport:
    """Take a committed import back; again, nothing. DomainError 409 where reconciled rows would go."""
    record = get_editable(StatementImport.objects.all(), owner, import_id)
    with transaction.atomic():
        hold_ledger(owner)
        record.refresh_from_db()
        if record.status == Status.ROLLED_BACK:
            return record
        if record.status != Status.COMMITTED:
            raise DomainError("not_committed", "Only a committed import can be rolled back.", status=409)
        locked = 0 if unlock else rollback_locked(owner=owner, record=record)
        if locked:
            raise _locked(locked)
        count = record.lines_new
        import_unbook(owner=owner, record=record)
        change_note(owner=owner, kind="rollback", summary=f"Rolled back {record.file_name}", row_count=count)
        announce_change(owner)
    return record


def _locked(count: int) -> DomainError:
    rows = "One of its rows is" if count == 1 else f"{count} of its rows are"
    message = f"{rows} reconciled with a bank statement. Say that you want to take the import back all the same."
    return DomainError("reconciled", message, status=409)


Around = Callable[[], AbstractContextManager[None]]


def read_for(owner: User, record: StatementImport, data: bytes, around: Around = nullcontext) -> ReadFile:
    """Read with what the user says, else with what is remembered of the source, which is only known after a first
    reading. A currency that the file does not name is the chosen account's, the owner's, the server's. `around`: what
    each reading happens within."""
    read_once = partial(_read_once, around, data, record.file_name)
    chosen = record.chosen_account.currency if record.chosen_account else ""
    currency = chosen or owner.base_currency or settings.DEFAULT_CURRENCY
    read = read_once(currency, record.overrides)
    if not chosen:
        read, currency = _read_as_before(owner, record, read_once, read, currency)
    if record.is_answered or record.profile_id is not None:
        return read
    profile = profile_for(owner=owner, source_key=read.source_key)
    if profile is None or not profile.overrides:
        return read
    again = read_once(currency, profile.overrides)
    if again.is_refused:
        return read
    record.overrides, record.profile = profile.overrides, profile
    profile_used(profile)
    return again


ReadOnce = Callable[[str, Mapping[str, Any]], ReadFile]


def _read_once(around: Around, data: bytes, file_name: str, currency: str, overrides: Mapping[str, Any]) -> ReadFile:
    with around():
        return read_file(data, file_name=file_name, currency=currency, overrides=to_overrides(overrides))


def _read_as_before(
    owner: User, record: StatementImport, read_once: ReadOnce, read: ReadFile, currency: str
) -> tuple[ReadFile, str]:
    """The same bytes in the same currency as when they were booked, though another one is usual meanwhile."""
    before = currencies_of_same_file(owner, record)
    if not before or [account.currency for account in read.accounts] == before:
        return read, currency
    for code in sorted(set(before) - {currency}):
        again = read_once(code, record.overrides)
        if [account.currency for account in again.accounts] == before:
            return again, code
    return read, currency


def book(owner: User, record: StatementImport, prepared: Prepared) -> None:
    """Commit, again if another import of the same rows got in between. A plan that cannot work fails the import."""
    read, made = prepared.read, prepared.categories_made
    for attempt in range(1, TRIES + 1):
        try:
            book_once(owner, record, import_ready(owner=owner, record=record, prepared=prepared))
        except IntegrityError:
            if attempt == TRIES:
                raise DomainError("busy", "Other imports keep changing the same rows. Try again.", status=409) from None
            prepared = import_prepare(owner=owner, record=record, read=read)
            prepared.categories_made.extend(made)
        except DomainError as error:
            fail(record, read, error)
            return
        else:
            record.refresh_from_db()
            return


@transaction.atomic
def book_once(owner: User, record: StatementImport, prepared: Prepared) -> None:
    """Book, and remember what the user said about the source."""
    questions = record.questions
    import_book(owner=owner, record=record, prepared=prepared)
    said = record.overrides if record.is_answered else {}
    if not record.accepts_assumed:
        said = answers_assumed(questions) | said
    if said and record.profile_id is None:
        record.profile = profile_remember(
            owner=owner, source_key=record.source_key, overrides=said, account=record.chosen_account
        )


def fail(record: StatementImport, read: ReadFile, error: DomainError) -> None:
    describe_failure(record, read, [LineError(None, next(iter(error.fields), "file"), error.message)])
    record.save()


def preview(record: StatementImport, prepared: Prepared) -> None:
    """Fill the record with what would be booked."""
    describe(record, prepared.read, prepared.plans)
    record.status, record.wants_commit = Status.PREVIEWED, False
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


def forget_upload(record: StatementImport) -> None:
    """Refused files are not kept."""
    remove_upload(record.stored_as)
    record.stored_as = ""
    record.save(update_fields=["stored_as"])

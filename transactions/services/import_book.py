"""Writing an import: all of it or nothing, in one database transaction that is kept short.

Names and categories are worked out before; inside the lock there are only look-ups and bulk inserts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Min, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from transactions.ledger.payee import payee_key, payee_name
from transactions.models import LedgerAccount, Split, Statement, StatementImport, StatementLine, Transaction, Transfer
from transactions.services.accounts import account_create
from transactions.services.bulk import insert_rows
from transactions.services.categories import categories_ensure
from transactions.services.categorise import Categoriser, Decision, categoriser_for
from transactions.services.import_plan import PlannedAccount, import_plan
from transactions.services.import_read import ImportLine, ReadAccount, ReadFile
from transactions.services.import_record import describe
from transactions.services.news import announce_import
from transactions.services.payees import payees_ensure
from transactions.services.transfers import transfers_find

Line = StatementLine.Status


@dataclass(frozen=True, slots=True)
class Draft:
    """What a line will mean, worked out without the database: the payee's name and the category."""

    payee: str
    payee_key: str
    decision: Decision


Drafts = list[list[Draft]]


def drafts_for(*, owner: User, read: ReadFile) -> Drafts:
    """One draft per line, by account in file order. Makes the default categories when there are none yet."""
    categories_ensure(owner=owner)
    categoriser = categoriser_for(owner=owner)
    return [[_draft(categoriser, line) for line in account.lines] for account in read.accounts]


def _draft(categoriser: Categoriser, line: ImportLine) -> Draft:
    payee = payee_name(line.counterparty, line.description)
    text = f"{payee} {line.counterparty} {line.description}"
    return Draft(
        payee, payee_key(payee), categoriser.decide(text, is_incoming=line.amount_minor > 0, hint=line.category_hint)
    )


@transaction.atomic
def import_book(*, owner: User, record: StatementImport, read: ReadFile, drafts: Drafts) -> None:
    """Write the file into the ledger and mark the import committed. Does nothing when it is committed already.

    The owner's row is locked, so that imports of one owner follow each other: the second of two identical ones sees
    the lines of the first. The unique index on booked lines stands behind that. IntegrityError: try again.
    """
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)
    current = StatementImport.objects.select_for_update(no_key=True).get(pk=record.pk)
    if current.status == StatementImport.Status.COMMITTED:
        return
    plans = import_plan(owner=owner, record=record, read=read)
    payees = payees_ensure(owner=owner, names={draft.payee for account in drafts for draft in account})
    booked: list[PlannedAccount] = []
    new_ids: list[int] = []
    for plan, account_drafts in zip(plans, drafts, strict=True):
        account, ids = _book_account(owner, record, plan, account_drafts, payees)
        new_ids += ids
        booked.append(PlannedAccount(plan.read, account, account.name if account else plan.name, plan.booked))
    transfers_find(owner=owner, new_ids=new_ids)
    describe(record, read, booked)
    record.status = StatementImport.Status.COMMITTED
    record.finished_at = timezone.now()
    record.save()
    announce_import(owner, record.pk)


def _book_account(
    owner: User, record: StatementImport, plan: PlannedAccount, drafts: Sequence[Draft], payees: dict[str, int]
) -> tuple[LedgerAccount | None, list[int]]:
    if not plan.read.lines:
        return plan.target, []
    account = _locked(plan.target) if plan.target else _new_account(owner, plan)
    shift = _set_opening(account, plan)
    _remember_ref(account, plan.read)
    new_lines = _book_lines(record, account, plan)
    _clear_pending(plan)
    statement = _statement(plan.read)
    statement.statement_import, statement.account, statement.opening_shift_minor = record, account, shift
    statement.save()
    return account, _book_transactions(
        record=record, account=account, plan=plan, new_lines=new_lines, drafts=drafts, payees=payees
    )


def _locked(target: LedgerAccount) -> LedgerAccount:
    """The account as it is now, held: the user may be changing its opening balance at this moment."""
    account = LedgerAccount.objects.select_for_update(no_key=True).filter(pk=target.pk).first()
    if account is None:
        raise IntegrityError(f"account {target.pk} was deleted meanwhile")
    return account


def _new_account(owner: User, plan: PlannedAccount) -> LedgerAccount:
    kind = plan.read.kind if plan.read.kind in LedgerAccount.Kind.values else LedgerAccount.Kind.CHECKING
    return account_create(
        owner=owner, name=plan.name, currency=plan.read.currency, kind=kind, external_ref=plan.read.external_ref
    )


def _remember_ref(account: LedgerAccount, read: ReadAccount) -> None:
    """The account learns the number the bank knows it by, unless another account carries it."""
    if not read.external_ref or account.external_ref:
        return
    same = LedgerAccount.objects.filter(
        owner_id=account.owner_id, external_ref=read.external_ref, currency=account.currency
    )
    if not same.exists():
        account.external_ref = read.external_ref
        account.save(update_fields=["external_ref", "updated_at"])


def _set_opening(account: LedgerAccount, plan: PlannedAccount) -> int:
    """Make stated balances come out; returns by how much an opening balance was moved back.

    An account without rows starts so that the file's closing balance agrees. One that already follows its bank's
    balances starts earlier when the file brings older rows: today's balance stays what the bank said.
    """
    earliest = Transaction.objects.filter(account=account).aggregate(day=Min("booking_date"))["day"]
    if earliest is None:
        implied = plan.read.implied_opening_minor
        if implied is not None and not account.has_known_opening:
            account.opening_balance_minor, account.has_known_opening = implied, True
            account.save(update_fields=["opening_balance_minor", "has_known_opening", "updated_at"])
        return 0
    if not Statement.objects.filter(account=account, closing_balance_minor__isnull=False).exists():
        return 0
    older = -sum(
        line.amount_minor
        for line, fingerprint in zip(plan.read.lines, plan.read.fingerprints, strict=True)
        if fingerprint not in plan.booked and line.booking_date < earliest
    )
    if older:
        account.opening_balance_minor += older
        account.save(update_fields=["opening_balance_minor", "updated_at"])
    return older


LINE_FIELDS = (
    "statement_import", "account", "status", "duplicate_of", "line", "raw", "booking_date", "value_date",
    "amount_minor", "currency", "counterparty", "description", "external_id", "fingerprint", "is_pending",
)  # fmt: skip
TRANSACTION_FIELDS = (
    "owner", "account", "booking_date", "value_date", "amount_minor", "currency", "payee", "category",
    "category_source", "category_reason", "counterparty", "description", "note", "status", "statement_line",
    "revision", "created_at", "updated_at",
)  # fmt: skip


def _book_lines(record: StatementImport, account: LedgerAccount, plan: PlannedAccount) -> dict[str, int]:
    """Store every line, duplicates too; returns the id of each new line by its fingerprint."""
    rows = (
        (
            record.pk,
            account.pk,
            (Line.DUPLICATE if fingerprint in plan.booked else Line.BOOKED).value,
            plan.booked.get(fingerprint),
            line.line,
            line.raw,
            line.booking_date,
            line.value_date,
            line.amount_minor,
            line.currency,
            line.counterparty,
            line.description,
            line.external_id,
            fingerprint,
            line.is_pending,
        )
        for line, fingerprint in zip(plan.read.lines, plan.read.fingerprints, strict=True)
    )
    insert_rows(StatementLine, LINE_FIELDS, rows)
    booked = StatementLine.objects.filter(statement_import=record, account=account, status=Line.BOOKED)
    return dict(booked.order_by().values_list("fingerprint", "pk"))


def _book_transactions(
    *,
    record: StatementImport,
    account: LedgerAccount,
    plan: PlannedAccount,
    new_lines: dict[str, int],
    drafts: Sequence[Draft],
    payees: dict[str, int],
) -> list[int]:
    """Store a transaction for each new line; returns their ids."""
    now = timezone.now()
    rows = [
        (
            account.owner_id,
            account.pk,
            line.booking_date,
            line.value_date,
            line.amount_minor,
            line.currency,
            payees.get(draft.payee_key),
            draft.decision.category_id,
            draft.decision.source,
            draft.decision.reason,
            line.counterparty,
            line.description,
            "",
            (Transaction.Status.PENDING if line.is_pending else Transaction.Status.CLEARED).value,
            new_lines[fingerprint],
            1,
            now,
            now,
        )
        for line, fingerprint, draft in zip(plan.read.lines, plan.read.fingerprints, drafts, strict=True)
        if fingerprint in new_lines
    ]
    insert_rows(Transaction, TRANSACTION_FIELDS, rows)
    made = Transaction.objects.filter(statement_line__statement_import=record, account=account)
    return list(made.order_by("pk").values_list("pk", flat=True))


def _clear_pending(plan: PlannedAccount) -> None:
    """Rows that were pending in an earlier file and are booked in this one are pending no longer."""
    now_booked = [
        plan.booked[fingerprint]
        for line, fingerprint in zip(plan.read.lines, plan.read.fingerprints, strict=True)
        if fingerprint in plan.booked and not line.is_pending
    ]
    pending = StatementLine.objects.filter(account=plan.target, is_pending=True, status=Line.BOOKED)
    lines = set(pending.values_list("pk", flat=True)).intersection(now_booked)
    Transaction.objects.filter(statement_line__in=lines, status=Transaction.Status.PENDING).update(
        status=Transaction.Status.CLEARED, revision=F("revision") + 1, updated_at=timezone.now()
    )


def _statement(read: ReadAccount) -> Statement:
    days = [line.booking_date for line in read.lines]
    return Statement(
        period_start=min(days),
        period_end=max(days) + timedelta(days=1),
        opening_balance_minor=read.opening_minor,
        closing_balance_minor=read.closing_minor,
    )


@transaction.atomic
def import_unbook(*, owner: User, record: StatementImport) -> None:
    """Take a committed import back: its transactions go, its lines stay as rolled back, its accounts stay.

    Revisions of other rows stay as they are, so that the ledger is exactly what it was before the import.
    """
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)
    _delete(Transaction.objects.filter(statement_line__statement_import=record))
    for statement in record.statements.exclude(opening_shift_minor=0):
        LedgerAccount.objects.filter(pk=statement.account_id).update(
            opening_balance_minor=F("opening_balance_minor") - statement.opening_shift_minor, updated_at=timezone.now()
        )
    record.statements.update(opening_shift_minor=0)
    record.lines.update(status=Line.ROLLED_BACK)
    record.status = StatementImport.Status.ROLLED_BACK
    record.finished_at = timezone.now()
    record.save(update_fields=["status", "finished_at"])


def _delete(rows: QuerySet[Transaction]) -> None:
    """Delete in SQL alone: collecting fifty thousand objects first would hold the write lock for seconds. A model
    that points at transactions and is not named here makes the database refuse, so nothing is left dangling."""
    ids = rows.order_by().values("pk")
    Split.objects.filter(transaction__in=ids).delete()
    Transfer.objects.filter(Q(outgoing__in=ids) | Q(incoming__in=ids)).delete()
    Transaction.objects.filter(pk__in=ids)._raw_delete(rows.db)  # noqa: SLF001 (the public delete collects objects)

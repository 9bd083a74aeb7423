"""Writing an import: all of it or nothing, in one database transaction that is kept short.

What lines mean and what becomes of them is worked out before; inside the lock it is checked that nothing has changed
since, and written in bulk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Min
from django.utils import timezone

from accounts.models import User
from transactions.models import LedgerAccount, Statement, StatementImport, Transaction
from transactions.selectors.ledger_content import frame_sum, transactions_sum
from transactions.services.accounts import account_create
from transactions.services.categories import categories_ensure
from transactions.services.history import change_note
from transactions.services.import_certificate import certificate_of
from transactions.services.import_declared import link_declared
from transactions.services.import_drafts import Drafts, drafts_for
from transactions.services.import_made import Made, categories_make, payees_make, tags_make
from transactions.services.import_plan import PlannedAccount, Stamp, import_plan, ledger_stamp
from transactions.services.import_read import ImportLine, ReadAccount, ReadFile
from transactions.services.import_record import describe
from transactions.services.import_write import Names, book_rows
from transactions.services.news import announce_import
from transactions.services.rule_runs import rules_on_import
from transactions.services.transfers import transfers_find


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that can be worked out about a file before the ledger is locked."""

    read: ReadFile
    plans: list[PlannedAccount]
    drafts: Drafts
    stamp: Stamp
    categories_made: list[int]


def import_prepare(*, owner: User, record: StatementImport, read: ReadFile) -> Prepared:
    """Makes the default categories when there are none yet. DomainError: the chosen account cannot take the file."""
    made = categories_ensure(owner=owner)
    stamp = ledger_stamp(owner)
    plans = import_plan(owner=owner, record=record, read=read)
    return Prepared(read, plans, drafts_for(owner=owner, read=read), stamp, made)


@transaction.atomic
def import_book(*, owner: User, record: StatementImport, prepared: Prepared) -> None:
    """Write the file into the ledger and mark the import committed. Does nothing when it is committed already.

    The owner's row is locked, so that imports of one owner follow each other: the second of two identical ones sees
    the lines of the first. The unique index on booked lines stands behind that. IntegrityError: try again.
    """
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)
    current = StatementImport.objects.select_for_update(no_key=True).get(pk=record.pk)
    if current.status == StatementImport.Status.COMMITTED:
        return
    read, plans = prepared.read, prepared.plans
    if ledger_stamp(owner) != prepared.stamp:
        plans = import_plan(owner=owner, record=record, read=read)
    before, touched = frame_sum(owner), [pk for plan in plans for pk in plan.merged_into]
    rows = transactions_sum(owner)
    untouched = rows.without(transactions_sum(owner, touched))
    made = Made(categories=list(prepared.categories_made))
    booked, new = _book_accounts(owner, record, plans, prepared.drafts, made)
    link_declared(owner=owner, new=new)
    transfers_find(owner=owner, new_ids=new)
    made.tags += rules_on_import(owner=owner, ids=new)
    describe(record, read, booked)
    record.status = StatementImport.Status.COMMITTED
    record.finished_at = timezone.now()
    made.keep(record)
    after = frame_sum(owner) + untouched + transactions_sum(owner, [*new, *touched])
    record.certificate = certificate_of(record, read, booked, (before + rows).digest, after.digest)
    record.save()
    change_note(owner=owner, kind="import", summary=f"Imported {record.file_name}", row_count=len(new))
    announce_import(owner, record.pk)


def _book_accounts(
    owner: User, record: StatementImport, plans: list[PlannedAccount], drafts: Drafts, made: Made
) -> tuple[list[PlannedAccount], dict[int, ImportLine]]:
    """The plans with the accounts they were booked on, and the new transactions' ids with their lines."""
    names = _names(owner, plans, drafts, made)
    booked: list[PlannedAccount] = []
    new: dict[int, ImportLine] = {}
    for plan, account_drafts in zip(plans, drafts, strict=True):
        account = plan.target
        if plan.read.lines:
            account = _account(owner, record, plan, made)
            new |= book_rows(record, account, plan, account_drafts, names)
        booked.append(PlannedAccount(plan.read, account, account.name if account else plan.name, plan.verdicts))
    return booked, new


def _names(owner: User, plans: list[PlannedAccount], drafts: Drafts, made: Made) -> Names:
    """Payees, categories and tags of the lines that are booked, made where they are missing."""
    pairs = [
        (line, draft)
        for plan, account_drafts in zip(plans, drafts, strict=True)
        for line, verdict, draft in zip(plan.read.lines, plan.verdicts, account_drafts, strict=True)
        if not verdict.is_there
    ]
    return Names(
        payees=payees_make(owner, {draft.payee for _, draft in pairs}, made),
        categories=categories_make(owner, (path for _, draft in pairs for path in draft.missing), made),
        tags=tags_make(owner, {tag for line, _ in pairs for tag in line.tags}, made),
    )


def _account(owner: User, record: StatementImport, plan: PlannedAccount, made: Made) -> LedgerAccount:
    """The account with its balances and number set, and what the file says about it stored."""
    if plan.target is None:
        account = _new_account(owner, plan)
        made.accounts.append(account.pk)
    else:
        account = _locked(plan.target)
        made.note_before(account)
    shift = _set_opening(account, plan)
    _remember_ref(account, plan.read)
    statement = _statement(plan.read)
    statement.statement_import, statement.account, statement.opening_shift_minor = record, account, shift
    statement.save()
    return account


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
        for line, verdict in zip(plan.read.lines, plan.verdicts, strict=True)
        if not verdict.is_there and line.booking_date < earliest
    )
    if older:
        account.opening_balance_minor += older
        account.save(update_fields=["opening_balance_minor", "updated_at"])
    return older


def _statement(read: ReadAccount) -> Statement:
    days = [line.booking_date for line in read.lines]
    return Statement(
        period_start=min(days),
        period_end=max(days) + timedelta(days=1),
        opening_balance_minor=read.opening_minor,
        closing_balance_minor=read.closing_minor,
    )

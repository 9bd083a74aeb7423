"""Writing an import: all of it or nothing, in one database transaction that is kept short.

What lines mean and what becomes of them is worked out before; inside the lock it is checked that nothing has changed
since, and written in bulk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Min
from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.models import LedgerAccount, Rule, Statement, StatementImport, Transaction
from transactions.selectors.ledger_content import frame_sum, transactions_sum
from transactions.services.accounts import account_create
from transactions.services.bulk import roomy_cache
from transactions.services.categories import categories_ensure
from transactions.services.history import change_note, hold_ledger
from transactions.services.import_certificate import certificate_of
from transactions.services.import_drafts import Drafts, drafts_for
from transactions.services.import_keys import learns_number
from transactions.services.import_made import Made, categories_make, payees_make, tags_make
from transactions.services.import_plan import PlannedAccount, Stamp, import_plan, ledger_stamp
from transactions.services.import_read import ReadAccount, ReadFile
from transactions.services.import_record import describe, describe_accounts
from transactions.services.import_stage import Staged, import_stage, staged_forget
from transactions.services.import_sum import sum_keep
from transactions.services.import_write import Names, write_rows
from transactions.services.news import announce_import
from transactions.services.progress import Tick, in_silence
from transactions.services.rollups import rollups_settle
from transactions.services.rule_runs import rules_on_import
from transactions.services.transfers import transfers_find

TRIES = 4


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that can be worked out about a file before the ledger is locked. `staged`: only for booking."""

    read: ReadFile
    plans: list[PlannedAccount]
    drafts: Drafts
    stamp: Stamp
    categories_made: list[int]
    staged: Staged | None = None


def import_prepare(*, owner: User, record: StatementImport, read: ReadFile) -> Prepared:
    """Makes the default categories when there are none yet. DomainError: the chosen account cannot take the file."""
    made = categories_ensure(owner=owner)
    stamp = ledger_stamp(owner)
    plans = import_plan(owner=owner, record=record, read=read)
    return Prepared(read, plans, drafts_for(owner=owner, read=read), stamp, made)


def import_ready(*, owner: User, record: StatementImport, prepared: Prepared, tick: Tick = in_silence) -> Prepared:
    """The same with its rows laid ready for booking, and the record described. Where the ledger changes meanwhile it is
    planned anew, so that hardly anything has ever to be worked out under the lock."""
    for _ in range(TRIES):
        staged = import_stage(
            owner=owner, plans=prepared.plans, drafts=prepared.drafts, stamp=prepared.stamp, tick=tick
        )
        describe(record, prepared.read, prepared.plans)
        prepared = replace(prepared, staged=staged)
        if ledger_stamp(owner) == prepared.stamp:
            break
        again = import_prepare(owner=owner, record=record, read=prepared.read)
        prepared = replace(again, categories_made=prepared.categories_made + again.categories_made, staged=staged)
    return prepared


@transaction.atomic
def import_book(*, owner: User, record: StatementImport, prepared: Prepared) -> None:
    """Write the file into the ledger and mark the import committed. Does nothing when it is committed already.

    The owner's row is locked, so that imports of one owner follow each other: the second of two identical ones sees
    the lines of the first. The unique index on booked lines stands behind that. IntegrityError: try again.
    """
    hold_ledger(owner)
    current = StatementImport.objects.select_for_update(no_key=True).get(pk=record.pk)
    if current.status == StatementImport.Status.COMMITTED:
        return
    staged, stamp = prepared.staged, ledger_stamp(owner)
    if staged is None or staged.stamp != stamp:
        plans = import_plan(owner=owner, record=record, read=prepared.read)
        drafts = drafts_for(owner=owner, read=prepared.read)
        staged = import_stage(owner=owner, plans=plans, drafts=drafts, stamp=stamp)
        describe(record, prepared.read, plans)
    _book(owner, record, prepared, staged)
    rollups_settle(owner=owner)
    staged_forget()
    announce_import(owner, record.pk)


def _book(owner: User, record: StatementImport, prepared: Prepared, staged: Staged) -> None:
    read, frame = prepared.read, frame_sum(owner)
    touched = [pk for plan in staged.plans for pk in plan.merged_into]
    untouched = staged.before.without(transactions_sum(owner, touched))
    made = Made(categories=list(prepared.categories_made))
    names = _names(owner, staged, made)
    accounts = {
        number: _account(owner, record, plan, made) for number, plan in enumerate(staged.plans) if plan.read.lines
    }
    with roomy_cache():
        written = write_rows(record=record, staged=staged, accounts=accounts, names=names)
    transfers_find(owner=owner, new_ids=written, sizes=staged.sizes)
    is_changed = False
    if editable_by(Rule.objects.filter(is_enabled=True), owner).exists():
        tags, is_changed = rules_on_import(owner=owner, ids=written)
        made.tags += tags
    booked = [_booked(plan, accounts.get(number, plan.target)) for number, plan in enumerate(staged.plans)]
    describe_accounts(record, booked)
    record.status = StatementImport.Status.COMMITTED
    record.finished_at = timezone.now()
    made.keep(record)
    # What rules changed of the new rows, the sum made before the lock does not know of.
    if staged.added is not None and not is_changed and _are_as_told(staged, accounts):
        rows = untouched + staged.added + transactions_sum(owner, touched)
    else:
        rows = transactions_sum(owner)
    after = frame_sum(owner) + rows
    record.certificate = certificate_of(record, read, booked, (frame + staged.before).digest, after.digest)
    record.save()
    change_note(owner=owner, kind="import", summary=f"Imported {record.file_name}", row_count=len(written))
    sum_keep(owner, rows)


def _booked(plan: PlannedAccount, account: LedgerAccount | None) -> PlannedAccount:
    return replace(plan, target=account, name=account.name if account else plan.name)


def _are_as_told(staged: Staged, accounts: Mapping[int, LedgerAccount]) -> bool:
    """The accounts are called as the rows were hashed with, and no older row's account has got another number."""
    for number, account in accounts.items():
        target = staged.plans[number].target
        if (account.name, account.currency, account.external_ref) != staged.identities[number]:
            return False
        if target is not None and target.external_ref != account.external_ref:
            return False
    return True


def _names(owner: User, staged: Staged, made: Made) -> Names:
    """Payees, categories and tags of the lines that are booked, made where they are missing."""
    payees_make(owner, staged.payees, made)
    return Names(
        categories=categories_make(owner, sorted(staged.missing, key=astuple), made),
        tags=tags_make(owner, staged.tags, made),
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
    """The account learns the number the bank knows it by, or a further one, unless another account carries it."""
    if not learns_number(account, read):
        return
    if account.external_ref:
        account.other_refs = [*account.other_refs, read.external_ref]
    else:
        account.external_ref = read.external_ref
    account.save(update_fields=["external_ref", "other_refs", "updated_at"])


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
    stated = Statement.objects.filter(account=account, closing_balance_minor__isnull=False)
    if not stated.filter(statement_import__status=StatementImport.Status.COMMITTED).exists():
        return 0
    older = -sum(
        amount
        for amount, day, verdict in zip(plan.read.lines.amounts, plan.read.lines.days, plan.verdicts, strict=True)
        if not verdict.is_there and day < earliest
    )
    if older:
        account.opening_balance_minor += older
        account.save(update_fields=["opening_balance_minor", "updated_at"])
    return older


def _statement(read: ReadAccount) -> Statement:
    days = read.lines.days
    return Statement(
        period_start=min(days),
        period_end=max(days) + timedelta(days=1),
        opening_balance_minor=read.opening_minor,
        closing_balance_minor=read.closing_minor,
    )

"""What an import made or changed beside transactions, taken away again where nobody else has come to use it.

What a later import uses stays and is written down there, so that it goes with the last of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Min, Q, QuerySet
from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.models import (
    Category,
    ImportProfile,
    LedgerAccount,
    MonthlyRollup,
    Payee,
    Rule,
    Split,
    Statement,
    StatementImport,
    StatementLine,
    Tag,
    Transaction,
    TransactionTag,
)
from transactions.services.import_made import account_state, category_state
from transactions.services.import_promote import Promotion

COMMITTED = StatementImport.Status.COMMITTED
CHUNK = 500


def shifts_undo(record: StatementImport, promoted: Iterable[Promotion]) -> None:
    """Opening balances that were moved back for older rows come forward again; rows that stay with another import
    keep their part, which is that import's from now on. To be called before the rows are deleted."""
    for statement in record.statements.exclude(opening_shift_minor=0):
        older = _older(record, statement, promoted)
        for each in older:
            Statement.objects.filter(
                statement_import=each.theirs.statement_import_id, account=statement.account_id
            ).update(opening_shift_minor=F("opening_shift_minor") - each.ours.amount_minor)
        back = statement.opening_shift_minor + sum(each.ours.amount_minor for each in older)
        LedgerAccount.objects.filter(pk=statement.account_id).update(
            opening_balance_minor=F("opening_balance_minor") - back, updated_at=timezone.now()
        )
    record.statements.update(opening_shift_minor=0)


def _older(record: StatementImport, statement: Statement, promoted: Iterable[Promotion]) -> list[Promotion]:
    """The promoted rows that lay before everything the account held when the import came."""
    here = [each for each in promoted if each.ours.account_id == statement.account_id]
    if not here:
        return []
    before = Transaction.objects.filter(account=statement.account_id).filter(
        Q(statement_line=None) | Q(statement_line__statement_import__finished_at__lt=record.finished_at)
    )
    earliest = before.exclude(statement_line__statement_import=record).aggregate(day=Min("booking_date"))["day"]
    return [each for each in here if earliest is None or each.ours.booking_date < earliest]


def unmake(owner: User, record: StatementImport) -> None:
    """To be called when the import's transactions are gone and its lines are rolled back."""
    made: dict[str, list[dict[str, Any]]] = record.created_objects
    _restore_accounts(record, made.get("account_changes", []))
    _remove_accounts(record, made.get("accounts", []))
    _remove_payees(owner, record, made.get("payees", []))
    _remove_tags(owner, record, made.get("tags", []))
    _remove_categories(owner, record, made.get("categories", []))


def later_imports(record: StatementImport) -> QuerySet[StatementImport]:
    """Imports of the same owner that were booked after this one and stand."""
    return StatementImport.objects.filter(
        owner_id=record.owner_id, status=COMMITTED, finished_at__gt=record.finished_at
    ).order_by("finished_at", "pk")


def _hand_over(record: StatementImport, kind: str, rows: Iterable[tuple[dict[str, Any], Q]]) -> None:
    """Write what stays to the earliest later import that uses it, else to an earlier one that came to use it."""
    standing = StatementImport.objects.filter(owner_id=record.owner_id, status=COMMITTED).exclude(pk=record.pk)
    for row, uses in rows:
        heir = later_imports(record).filter(uses).first() or standing.filter(uses).order_by("finished_at", "pk").first()
        if heir is not None:
            heir.created_objects = {**heir.created_objects, kind: [*heir.created_objects.get(kind, []), row]}
            heir.save(update_fields=["created_objects"])


def _restore_accounts(record: StatementImport, changes: list[dict[str, Any]]) -> None:
    """An opening balance or number that the account got from this file goes again, unless a later file stands on it
    or the user has set it since."""
    for change in changes:
        account = LedgerAccount.objects.filter(pk=change["id"]).first()
        if account is None:
            continue
        uses = Q(lines__account=account)
        if later_imports(record).filter(uses).exists():
            _hand_over(record, "account_changes", [(change, uses)])
            continue
        now, before, after = account_state(account), change["before"], change["after"]
        names = [name for name in before if before[name] != after[name] and now[name] == after[name]]
        # A shifted opening balance was moved back with the shifts already.
        for name in names:
            setattr(account, name, before[name])
        if names:
            account.save(update_fields=[*names, "updated_at"])


def accounts_to_remove(record: StatementImport, *, excluding: Q | None = None) -> list[LedgerAccount]:
    """Accounts that this import made, that are as it made them and that nothing else uses."""
    found = []
    for made in record.created_objects.get("accounts", []):
        account = LedgerAccount.objects.filter(pk=made["id"]).first()
        if account is None or any(value != made.get(name, value) for name, value in account_state(account).items()):
            continue
        others = StatementLine.objects.filter(account=account, statement_import__status=COMMITTED)
        rows = Transaction.objects.filter(account=account)
        if excluding is not None:
            rows = rows.exclude(excluding)
        if not others.exclude(statement_import=record).exists() and not rows.exists():
            found.append(account)
    return found


def _remove_accounts(record: StatementImport, made: list[dict[str, Any]]) -> None:
    going = accounts_to_remove(record)
    gone = {account.pk for account in going}
    uses = ((row, Q(lines__account=row["id"])) for row in made if row["id"] not in gone)
    _hand_over(record, "accounts", uses)
    for account in going:
        StatementLine.objects.filter(account=account).update(account=None)
        Statement.objects.filter(account=account).delete()
        MonthlyRollup.objects.filter(account=account).delete()
        StatementImport.objects.filter(chosen_account=account).update(chosen_account=None)
        ImportProfile.objects.filter(account=account).update(account=None)
        account.delete()


def _remove_payees(owner: User, record: StatementImport, made: list[dict[str, Any]]) -> None:
    for chunk in _chunks(made):
        rows = editable_by(Payee.objects.filter(pk__in=[row["id"] for row in chunk]), owner)
        used = set(
            Transaction.objects.filter(payee__in=rows.values("pk")).order_by().values_list("payee_id", flat=True)
        )
        names = {row["id"]: row["name"] for row in chunk}
        free = [pk for pk, name in rows.values_list("pk", "name") if pk not in used and names[pk] == name]
        Payee.objects.filter(pk__in=free).delete()
        kept = [row for row in chunk if row["id"] in used]
        _hand_over(record, "payees", ((row, Q(lines__transaction__payee=row["id"])) for row in kept))


def _remove_tags(owner: User, record: StatementImport, made: list[dict[str, Any]]) -> None:
    for chunk in _chunks(made):
        rows = editable_by(Tag.objects.filter(pk__in=[row["id"] for row in chunk]), owner)
        used = set(TransactionTag.objects.filter(tag__in=rows.values("pk")).values_list("tag_id", flat=True))
        Tag.objects.filter(pk__in=[pk for pk in rows.values_list("pk", flat=True) if pk not in used]).delete()
        kept = [row for row in chunk if row["id"] in used]
        _hand_over(record, "tags", ((row, Q(lines__transaction__tag_links__tag=row["id"])) for row in kept))


def _remove_categories(owner: User, record: StatementImport, made: list[dict[str, Any]]) -> None:
    """All of them or, where one is used or changed, that one stays."""
    wanted = {row["id"]: row for row in made}
    kept = []
    for category in editable_by(Category.objects.filter(pk__in=wanted), owner).order_by("-pk"):
        if category_state(category) != wanted[category.pk]:
            continue
        if _is_used(category):
            kept.append(wanted[category.pk])
        else:
            category.delete()
    _hand_over(record, "categories", ((row, Q(lines__transaction__category=row["id"])) for row in kept))


def _is_used(category: Category) -> bool:
    return (
        Transaction.objects.filter(category=category).exists()
        or Split.objects.filter(category=category).exists()
        or Rule.objects.filter(category=category).exists()
        or Category.objects.filter(parent=category).exists()
    )


def _chunks(rows: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    return (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))

"""The user's other rows as history keeps them: what a change of categories, payees, rules and the like has to put back.

A thing is (name of its table, its number); its snapshot is {column: plain JSON value} as in ledger.history. Columns
that count or date by themselves begin with an underscore: they are put back, never compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Field, Model

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.history import Snapshot
from transactions.models import (
    Category,
    DuplicateReview,
    LedgerAccount,
    Payee,
    PayeeAlias,
    Reconciliation,
    ReconciliationRow,
    Rule,
    RuleProposal,
    Tag,
)
from transactions.selectors.portable import fields_of, plain
from transactions.selectors.snapshots import chunks

Thing = tuple[str, int]
TABLES: dict[str, type[Model]] = {
    model.__name__: model
    for model in (
        LedgerAccount, Category, Payee, Tag, PayeeAlias, Rule, RuleProposal, Reconciliation, DuplicateReview,
    )
}  # fmt: skip
"""In the order in which they can be put back: what others point at comes first."""
QUIET = {"created_at", "updated_at", "matched_count", "last_matched_at", "answered_at"}
QUIET_OF = {"LedgerAccount": {"position"}}
"""Accounts are put into order one by one, which would fill the history with nothing."""
ALONE = {"DuplicateReview": {"status"}}
"""The only columns of a table that are its owner's doing."""
TICKS = ("transaction_id", "amount_minor", "revision", "status_before")


def columns_of(model: type[Model]) -> dict[str, Field[Any, Any]]:
    """Name in a snapshot -> column. The owner and the number are told beside it."""
    own = ALONE.get(model.__name__)
    kept = [field for field in fields_of(model) if not field.primary_key and field.name != "owner"]
    kept = [field for field in kept if own is None or field.attname in own]
    quiet = QUIET | QUIET_OF.get(model.__name__, set())
    return {f"_{field.attname}" if field.attname in quiet else field.attname: field for field in kept}


def things_now(*, owner: User, things: Iterable[Thing]) -> dict[Thing, Snapshot]:
    """The owner's things among these, as they are now."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for table, pk in things:
        wanted[table].add(pk)
    found: dict[Thing, Snapshot] = {}
    for table, ids in wanted.items():
        model = TABLES[table]
        columns = columns_of(model)
        names = [field.attname for field in columns.values()]
        for chunk in chunks(ids):
            rows = visible_to(model._default_manager.filter(pk__in=chunk), owner).order_by()  # noqa: SLF001
            for pk, *values in rows.values_list("pk", *names):
                found[table, pk] = dict(zip(columns, map(plain, values), strict=True))
    _add_ticks(found)
    return found


def _add_ticks(found: dict[Thing, Snapshot]) -> None:
    """A reconciliation is kept with its rows, [transaction, amount, revision, status before] each."""
    ids = [pk for table, pk in found if table == Reconciliation.__name__]
    for pk in ids:
        found[Reconciliation.__name__, pk]["ticks"] = []
    rows = ReconciliationRow.objects.filter(reconciliation__in=ids).order_by("reconciliation_id", "transaction_id")
    for pk, *values in rows.values_list("reconciliation_id", *TICKS):
        found[Reconciliation.__name__, pk]["ticks"].append(values)
